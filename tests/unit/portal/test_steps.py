"""Steps as commands, in as few batches as they need."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from bxdesk.placements.bindings import Binding, BindingKey, Texts
from bxdesk.placements.plan import Action, Step, move
from bxdesk.portal.rest import BATCH_LIMIT, Command
from bxdesk.portal.steps import StepCommands, backward, bind, forward, pack, unbind
from tests.builders import DEAL, HANDLER, OTHER_HANDLER, binding

COMMAND = Command("placement.bind")


def _steps(sizes: list[int]) -> list[StepCommands]:
    return [StepCommands(BindingKey("P", f"h{index}"), (COMMAND,) * size) for index, size in enumerate(sizes)]


@given(st.lists(st.sampled_from((1, 2)), max_size=260))
def test_batches_are_full_and_the_last_has_room_for_reading_back(sizes: list[int]) -> None:
    steps = _steps(sizes)
    batches = pack(steps)
    loads = [sum(len(step.commands) for step in batch.steps) for batch in batches]
    assert all(load <= BATCH_LIMIT for load in loads)
    assert loads[-1] < BATCH_LIMIT
    assert sorted(step.key.handler for batch in batches for step in batch.steps) == sorted(s.key.handler for s in steps)
    wanted = math.ceil((sum(sizes) + 1) / BATCH_LIMIT)
    assert len(batches) in (wanted, wanted + 1)
    if 1 not in sizes or 2 not in sizes:
        assert len(batches) == wanted


def test_sixty_binds_take_two_requests_and_sixty_replaces_three() -> None:
    assert len(pack(_steps([1] * 60))) == 2
    assert len(pack(_steps([2] * 60))) == 3
    assert len(pack(_steps([]))) == 1


def test_a_value_that_a_batch_would_spoil_travels_alone() -> None:
    spoilt = forward(Step(Action.BIND, None, binding(handler=f"{HANDLER}?x=$result[a]")), {})
    batches = pack([*_steps([1]), spoilt])
    assert [batch.alone for batch in batches] == [True, False]
    assert batches[0].steps == (spoilt,)


def test_a_bind_sends_one_title_or_languages_never_both() -> None:
    assert bind(binding()).params == {"PLACEMENT": DEAL, "HANDLER": HANDLER, "TITLE": "Send contract", "OPTIONS": {}}
    texts = {"en": Texts("Send", "d", "g"), "de": Texts("Senden"), "ru": Texts(" ")}
    params = bind(binding(texts=texts, options={"a": "", "b": "1"}, user_id=4)).params
    assert params["LANG_ALL"] == {
        "en": {"TITLE": "Send", "DESCRIPTION": "d", "GROUP_NAME": "g"},
        "de": {"TITLE": "Senden"},
    }
    assert "TITLE" not in params
    assert (params["OPTIONS"], params["USER_ID"]) == ({"b": "1"}, 4)


def test_numbers_travel_without_the_blanks_between_them() -> None:
    assert bind(binding("TASK_VIEW_TAB", options={"groupId": " 11, 12"})).params["OPTIONS"] == {"groupId": "11,12"}


def test_an_unbind_always_names_the_handler() -> None:
    assert unbind(binding().key).params == {"PLACEMENT": DEAL, "HANDLER": HANDLER}


def test_a_replace_is_unbind_then_bind_and_only_bind_when_the_old_row_is_gone() -> None:
    step = Step(Action.REPLACE, binding(title="Old"), binding(title="New"))
    methods = [command.method for command in forward(step, _rows(binding(title="Old"))).commands]
    assert methods == ["placement.unbind", "placement.bind"]
    assert [command.method for command in forward(step, {}).commands] == ["placement.bind"]


def _rows(*rows: Binding) -> dict[BindingKey, Binding]:
    return {row.key: row for row in rows}


def test_the_way_back_of_a_replace_puts_the_old_row_back() -> None:
    step = Step(Action.REPLACE, binding(title="Old"), binding(title="New"))
    assert backward(step, _rows(binding(title="Old"))).commands == ()
    assert backward(step, {}).commands == (bind(binding(title="Old")),)
    assert backward(step, _rows(binding(title=""))).commands == (unbind(step.key), bind(binding(title="Old")))


def test_the_way_back_of_a_bind_removes_a_broken_row() -> None:
    step = Step(Action.BIND, None, binding())
    assert backward(step, {}).commands == ()
    assert backward(step, _rows(binding(title=""))).commands == (unbind(step.key),)


def test_an_unbind_that_failed_leaves_its_row_where_it_is() -> None:
    step = Step(Action.UNBIND, binding(), None)
    assert backward(step, _rows(binding())).commands == ()


def test_a_move_lets_go_only_of_what_stands_elsewhere_already() -> None:
    old, new = binding(), binding(handler=OTHER_HANDLER)
    step = move(old, new)
    assert forward(step, _rows(old)) == StepCommands(new.key, (bind(new),), half=True)
    half = binding(handler=OTHER_HANDLER, title="")
    assert forward(step, _rows(old, half)) == StepCommands(new.key, (unbind(new.key), bind(new)), half=True)
    assert forward(step, _rows(old, new)) == StepCommands(new.key, (unbind(old.key),))
    assert backward(step, _rows(old, new)).commands == (unbind(new.key),)
    assert backward(step, _rows(old)).commands == ()
    assert backward(step, {}).commands == (bind(old),)


def test_where_one_widget_has_room_the_old_one_goes_first() -> None:
    old, new = binding("REST_APP_URI"), binding("REST_APP_URI", OTHER_HANDLER)
    step = move(old, new)
    assert forward(step, _rows(old)) == StepCommands(new.key, (unbind(old.key), bind(new)))
    assert backward(step, _rows(new)).commands == (unbind(new.key), bind(old))
