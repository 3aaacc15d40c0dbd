"""What the command line prints: shapes that scripts rely on, and lines that people read."""

from __future__ import annotations

from dataclasses import replace

from bxdesk.cli.change_output import outcome_lines, plan_lines
from bxdesk.cli.json_output import binding_json, outcome_json, plan_json, snapshot_json
from bxdesk.cli.snapshot_output import snapshot_lines
from bxdesk.errors import Problem
from bxdesk.messages import message
from bxdesk.placements.bindings import Texts
from bxdesk.placements.outcome import Outcome, OutcomeState, StepOutcome
from bxdesk.placements.plan import make_plan
from bxdesk.placements.snapshot import CustomType
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, binding, snapshot

PORTAL = "https://acme.bitrix24.com"
HELD = binding(texts={"en": Texts("Old", "d", "g")}, options={"useBuiltInInterface": "Y"})
HERE = snapshot(HELD, binding(LEAD, OTHER_HANDLER))
PLAN = make_plan(HERE, [binding(title="New", options={"useBuiltInInterface": "Y"})], ())


def test_status_has_the_documented_shape() -> None:
    shape = snapshot_json(HERE)
    assert list(shape) == ["portal", "member_id", "app", "user", "placements", "types", "bindings", "problems"]
    assert shape["app"] == {
        "installed": True,
        "status": "L",
        "scopes": ["contact_center", "crm", "placement", "task"],
    }
    assert shape["user"] == {"id": 1, "name": "Helen Marsh", "admin": True}
    assert (shape["types"] or [])[0] == {"entity_type_id": 183, "title": "Purchase"}
    assert (shape["bindings"] or [])[0] == {
        "placement": DEAL,
        "handler": HANDLER,
        "user_id": 0,
        "titles": {"en": "Old"},
        "descriptions": {"en": "d"},
        "groups": {"en": "g"},
        "options": {"useBuiltInInterface": "Y"},
    }


def test_what_could_not_be_read_is_no_empty_list() -> None:
    why = Problem("not_admin", message("Somebody is not an administrator."))
    here = replace(HERE, bindings=(), types=(), bindings_unread=why, types_unread=why)
    shape = snapshot_json(here)
    assert (shape["bindings"], shape["types"]) == (None, None)
    lines = list(snapshot_lines(here))
    assert "Widgets of this app (could not be read)" in lines
    assert "Custom types (could not be read)" in lines


def test_plan_has_the_documented_shape() -> None:
    shape = plan_json(PORTAL, PLAN)
    assert list(shape) == ["portal", "steps", "unmanaged", "error"]
    assert shape["steps"] == [
        {
            "action": "replace",
            "placement": DEAL,
            "handler": HANDLER,
            "changes": {
                "title.en": {"before": "Old", "after": "New"},
                "description.en": {"before": "d", "after": ""},
                "group.en": {"before": "g", "after": ""},
            },
        }
    ]
    assert shape["unmanaged"] == [binding_json(binding(LEAD, OTHER_HANDLER))]


def test_apply_has_the_documented_shape() -> None:
    problem = Problem("ERROR_CORE", message("No."), message("Why."), message("Do."))
    outcome = Outcome((StepOutcome(PLAN.steps[0], OutcomeState.FAILED, problem),), True, HERE)
    shape = outcome_json(PORTAL, outcome)
    assert list(shape) == ["portal", "steps", "unmanaged", "verified", "error"]
    assert not shape["verified"]
    assert shape["steps"][0]["outcome"] == "failed"
    assert shape["steps"][0]["error"] == {"code": "ERROR_CORE", "title": "No. Why.", "hint": "Do."}
    assert "  Read back from the portal: 0 of 1 done." in outcome_lines("acme", outcome)


def test_people_read_the_plan_in_the_words_of_the_thing() -> None:
    lines = list(plan_lines("acme", PLAN))
    assert lines[1] == f"  ~ replace {DEAL}  New  {HANDLER}"
    assert "      title.en: Old → New" in lines
    assert "      group.en: g → –" in lines
    assert any("Left alone (1)" in line for line in lines)
    assert list(plan_lines("acme", make_plan(HERE, [], ())))[1] == "  Nothing to change."


def test_a_move_is_one_step_for_programs_and_one_line_for_people() -> None:
    plan = make_plan(snapshot(binding()), [binding(handler=OTHER_HANDLER)])
    step = {
        "action": "move",
        "placement": DEAL,
        "handler": OTHER_HANDLER,
        "changes": {"handler": {"before": HANDLER, "after": OTHER_HANDLER}},
    }
    assert plan_json(PORTAL, plan)["steps"] == [step]
    outcome = outcome_json(PORTAL, Outcome((StepOutcome(plan.steps[0], OutcomeState.DONE),), True, HERE), plan)
    assert outcome["steps"] == [{**step, "outcome": "done", "error": None}]
    assert outcome["verified"]
    assert list(plan_lines("acme", plan))[1:] == [f"  > move    {DEAL}  Send contract  {HANDLER} → {OTHER_HANDLER}"]


def test_a_row_that_people_would_see_twice_is_noted_with_the_move() -> None:
    plan = make_plan(snapshot(binding()), [binding(handler=OTHER_HANDLER)], ())
    (left,) = plan_json(PORTAL, plan)["unmanaged"]
    problem = left.pop("problem")
    assert left == binding_json(binding())
    assert (problem["code"], "--move" in problem["hint"]) == ("likely_predecessor", True)
    assert OTHER_HANDLER in problem["title"]
    assert list(plan_lines("acme", plan))[2:] == [
        "  Left alone (1), because the layout does not name them:",
        f"    {DEAL}  Send contract  {HANDLER}",
        "      People would see “Send contract” twice at CRM timeline button: Deal.",
        f"        The widget at {OTHER_HANDLER} has the same texts.",
        "        Move this one there with --move, or give one of them other texts.",
    ]


def test_what_prune_leaves_alone_says_why() -> None:
    plan = make_plan(snapshot(binding(handler="https://intranet/x")), [])
    assert list(plan_lines("acme", plan))[1:] == [
        "  Nothing to change.",
        "  Left alone (1), because the layout does not name them:",
        f"    {DEAL}  Send contract  https://intranet/x",
        "      Its removal cannot be taken back: CRM timeline button: Deal.",
        "        The host must have a dot in it.",
        "        It is left alone: remove it in the window if it is to go.",
    ]
    (left,) = plan_json(PORTAL, plan)["unmanaged"]
    assert left["problem"]["code"] == "removed_for_good"


def test_people_read_the_portal() -> None:
    text = "\n".join(snapshot_lines(HERE))
    for part in ("Helen Marsh (administrator)", "Purchase", "CRM timeline button: Deal", OTHER_HANDLER):
        assert part in text


def test_the_blanks_around_a_custom_type_s_title_are_for_programs_alone() -> None:
    here = snapshot(placements=("CRM_DYNAMIC_190_DETAIL_TAB",), types=(CustomType(190, " Vacancy "),))
    lines = list(snapshot_lines(here))
    assert "     190  Vacancy" in lines
    assert lines[-1] == "  CRM_DYNAMIC_190_DETAIL_TAB  Tab in a card: Vacancy (190)"
    assert snapshot_json(here)["types"] == [{"entity_type_id": 190, "title": " Vacancy "}]


def test_a_placement_that_nobody_has_named_stands_there_once() -> None:
    assert list(snapshot_lines(snapshot(placements=("SOME_NEW_PLACE",))))[-1] == "  SOME_NEW_PLACE"


def test_a_problem_of_several_placements_is_said_once() -> None:
    steps = make_plan(snapshot(), [binding(DEAL), binding(LEAD), binding(DEAL, OTHER_HANDLER)], ()).steps
    refused, other = (Problem("refused", message(f"The portal is {why}.")) for why in ("asked too often", "closed"))
    failed = [StepOutcome(step, OutcomeState.FAILED, refused) for step in steps]
    lines = list(outcome_lines("acme", Outcome(tuple(failed), True, snapshot())))
    assert [line.strip() for line in lines[-3:-1]] == [lines[3].strip(), "The portal is asked too often."]
    assert "\n".join(lines).count("The portal is asked too often.") == 1
    failed[1] = replace(failed[1], problem=other)
    assert "\n".join(outcome_lines("acme", Outcome(tuple(failed), True, snapshot()))).count("asked too often") == 2
