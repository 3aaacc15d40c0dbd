"""Reading a portal."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import httpx
import pytest

from bxdesk.demo import DemoPortal, DemoSettings
from bxdesk.listener import Listener
from bxdesk.placements.bindings import Texts
from bxdesk.placements.call_fields import example_call
from bxdesk.portal.errors import UnknownOutcomeError
from bxdesk.portal.rest import Answer, Command, RestClient
from bxdesk.portal.snapshot import take_snapshot
from tests.portal.conftest import SignedIn, sign_in_to

pytestmark = pytest.mark.anyio


async def test_one_request_reads_everything(signed_in: SignedIn) -> None:
    here = await signed_in.snapshot()
    assert [request.call for request in signed_in.portal.requests] == ["batch"]
    assert here.app.installed
    assert (here.user.name, here.user.admin) == ("Helen Marsh", True)
    assert {"crm", "placement", "contact_center"} <= here.scopes
    assert here.type_titles[183] == "Purchase"
    assert {one.entity_type_id: one.title for one in here.types}[1036] == ' «Заявки» "A" & <b>B</b>'
    assert here.type_titles[1036] == '«Заявки» "A" & <b>B</b>'
    assert "CRM_DYNAMIC_183_DETAIL_ACTIVITY" in here.placements
    assert len(here.bindings) == len(signed_in.portal.bindings())
    assert here.problems == ()


async def test_what_the_answer_needs_can_be_prepared_while_the_portal_is_waited_for(signed_in: SignedIn) -> None:
    portal, prepared = signed_in.portal, list[int]()

    class Preparing(Listener):
        def prepare(self) -> None:
            """Holds up everything here: nothing can be sent any more that has not been sent before."""
            patience = time.monotonic() + 5
            while not portal.requests and time.monotonic() < patience:
                time.sleep(0.001)
            prepared.append(len(portal.requests))

    await take_snapshot(signed_in.client.with_listener(Preparing()), signed_in.connection.portal, "m")
    assert prepared == [1]  # once, when the portal had the request


async def test_widgets_of_another_app_are_not_read(signed_in: SignedIn) -> None:
    other = signed_in.portal.apps.create(menu_text="Another")
    signed_in.portal.add_binding("LEFT_MENU", "https://other.example/", app_id=other.id)
    handlers = {row.handler for row in (await signed_in.snapshot()).bindings}
    assert len(handlers) == 3
    assert "https://other.example/" not in handlers
    signed_in.portal.apps.delete(other)
    assert len((await signed_in.snapshot()).bindings) == 3


async def test_texts_in_all_languages_and_the_options_are_read(signed_in: SignedIn) -> None:
    number = signed_in.portal.add_binding(
        "CRM_LEAD_DETAIL_ACTIVITY",
        "https://a.b/x",
        options={"useBuiltInInterface": "Y"},
        texts={
            "en": {"TITLE": "Send", "DESCRIPTION": None, "GROUP_NAME": "G"},
            "de": {"TITLE": "Senden", "DESCRIPTION": "d", "GROUP_NAME": None},
        },
    )
    here = await signed_in.snapshot()
    row = next(row for row in here.bindings if row.handler == "https://a.b/x")
    assert row.texts == {"en": Texts("Send", "", "G"), "de": Texts("Senden", "d")}
    assert row.options == {"useBuiltInInterface": "Y"}
    signed_in.portal.remove_binding(number)


@pytest.mark.parametrize("code", ["CONTACT_CENTER", "CRM_LEAD_DETAIL_ACTIVITY"])
async def test_a_row_tells_its_number_and_the_described_call_is_the_one_that_is_made(
    signed_in: SignedIn, code: str
) -> None:
    number = signed_in.portal.add_binding(code, "https://a.b/x")
    here = await signed_in.snapshot()
    assert next(row for row in here.bindings if row.handler == "https://a.b/x").number == number
    made = signed_in.portal.widget_call(number, "6591").fields
    described = example_call(code, "https://a.b/x", here, signed_in.connection.authorization_server).sent
    for name in ("SERVER_ENDPOINT", "APPLICATION_SCOPE", "member_id", "status", "PLACEMENT", "PLACEMENT_OPTIONS"):
        assert sorted(described[name].split(",")) == sorted(made[name].split(",")), name


@pytest.mark.parametrize(("generated", "requests"), [(45, 1), (46, 2), (1000, 2), (2600, 3)])
async def test_custom_types_are_read_to_the_last_page(
    http: httpx.AsyncClient, tmp_path: Path, generated: int, requests: int
) -> None:
    with DemoPortal(DemoSettings(types=generated)) as portal:
        signed_in = await sign_in_to(portal, http, tmp_path)
        here = await signed_in.snapshot()
        assert len(here.types) == generated + 5
        assert len(portal.requests) == requests


@pytest.mark.parametrize(("page", "requests"), [(20, 2), (7, 2), (500, 1), (1, 4)])
async def test_pages_are_as_long_as_the_portal_makes_them(
    http: httpx.AsyncClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: int, requests: int
) -> None:
    monkeypatch.setattr("bxdesk.demo.custom_types.PAGE", page)
    with DemoPortal(DemoSettings(types=125)) as portal:
        signed_in = await sign_in_to(portal, http, tmp_path)
        here = await signed_in.snapshot()
        assert len(here.types) == 130
        assert len(portal.requests) == requests


async def test_pages_that_change_their_length_are_followed(
    signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:

    async def batch(self: RestClient, commands: Sequence[Command], *, reading: bool) -> list[Answer]:
        if commands[-1].params.get("start") is None:
            answers = await usual(self, commands, reading=reading)
            return [*answers[:-1], page(0)]
        return [page(int(str(command.params["start"]))) for command in commands]

    def page(start: int) -> Answer:
        """A page of three until the sixth, of two from there."""
        length = {begin: (following or 11) - begin for begin, following in begins.items()}.get(start, 0)
        types = [{"id": n, "entityTypeId": 2000 + n, "title": f"T{n}"} for n in range(start, start + length)]
        return Answer({"types": types}, next=begins.get(start), total=11)

    begins = {0: 3, 3: 6, 6: 8, 8: 10, 10: None}
    usual = RestClient.batch
    monkeypatch.setattr(RestClient, "batch", batch)
    here = await signed_in.snapshot()
    assert [custom.entity_type_id for custom in here.types] == [2000 + n for n in range(11)]


@pytest.mark.parametrize("nothing", [[], {}, None])
async def test_a_portal_that_tells_nothing_of_somebody_dismissed_is_still_a_portal(
    signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch, nothing: object
) -> None:

    async def batch(self: RestClient, commands: Sequence[Command], *, reading: bool) -> list[Answer]:
        answers = await usual(self, commands, reading=reading)
        return [
            Answer(nothing) if command.method == "profile" else answer
            for command, answer in zip(commands, answers, strict=True)
        ]

    usual = RestClient.batch
    monkeypatch.setattr(RestClient, "batch", batch)
    here = await signed_in.snapshot()
    assert not here.user.admin
    assert [problem.code for problem in here.problems] == ["not_admin"]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"installed": False}, ["not_installed"]),
        ({"payment_expired": True}, ["payment_expired"]),
        ({"admin": False}, ["not_admin"]),
        ({"dismissed": True}, ["not_admin"]),
        ({"missing_scopes": frozenset({"crm"})}, ["insufficient_scope"]),
        ({"missing_scopes": frozenset({"placement", "contact_center"})}, ["insufficient_scope"] * 2),
        ({"installed": False, "admin": False}, ["not_installed", "not_admin"]),
    ],
)
async def test_what_stands_in_the_way_is_named_once(
    signed_in: SignedIn, changes: dict[str, object], codes: list[str]
) -> None:
    signed_in.portal.change(**changes)
    here = await signed_in.snapshot()
    assert [problem.code for problem in here.problems] == codes
    assert all(problem.remedy for problem in here.problems)


async def test_a_missing_permission_is_told_from_a_place_that_is_not_there(signed_in: SignedIn) -> None:
    signed_in.portal.change(missing_scopes=frozenset({"crm"}))
    here = await signed_in.snapshot()
    assert "CRM_DEAL_DETAIL_ACTIVITY" in here.hidden_placements
    assert "CONTACT_CENTER" in here.placements


@pytest.mark.parametrize("method", ["crm.type.list", "placement.list"])
async def test_an_old_box_without_a_method_is_read_all_the_same(signed_in: SignedIn, method: str) -> None:
    signed_in.portal.change(missing_methods=frozenset({method}), old_server=True)
    here = await signed_in.snapshot()
    assert here.user.name == "Helen Marsh"
    assert len(here.bindings) == 3


@pytest.mark.parametrize("kind", ["lost", "cut_off", "html", "empty"])
async def test_reading_is_repeated_when_no_usable_answer_came(signed_in: SignedIn, kind: str) -> None:
    signed_in.portal.plant(kind, times=2)
    here = await signed_in.snapshot()
    assert here.app.installed


@pytest.mark.parametrize("command", [1, 4, 7])
async def test_a_token_that_runs_out_while_reading_is_no_failure(signed_in: SignedIn, command: int) -> None:
    signed_in.portal.plant("expire", command=command)
    here = await signed_in.snapshot()
    assert (here.problems, len(here.types), len(here.bindings)) == ((), 5, 3)


@pytest.mark.parametrize(
    "code", ["OPERATION_TIME_LIMIT", "QUERY_LIMIT_EXCEEDED", "INTERNAL_SERVER_ERROR", "ERROR_UNEXPECTED_ANSWER"]
)
async def test_a_part_that_the_portal_puts_off_is_read_again(signed_in: SignedIn, code: str) -> None:
    signed_in.portal.plant("error", method="crm.type.list", code=code, seconds=1)
    here = await signed_in.snapshot()
    assert (here.problems, len(here.types)) == ((), 5)


async def test_a_portal_that_stays_silent_is_a_clear_error(signed_in: SignedIn) -> None:
    signed_in.portal.plant("html", times=None)
    with pytest.raises(UnknownOutcomeError, match="not a portal's"):
        await signed_in.snapshot()
    signed_in.portal.stop()
    with pytest.raises(UnknownOutcomeError, match="does not answer"):
        await signed_in.snapshot()


async def test_what_was_refused_is_told_from_what_is_not_there(signed_in: SignedIn) -> None:
    here = await signed_in.snapshot()
    assert (here.bindings_unread, here.types_unread) == (None, None)
    signed_in.portal.change(admin=False)
    here = await signed_in.snapshot()
    assert here.bindings_unread is not None
    assert here.types_unread is not None
    assert (here.bindings_unread.code, here.types_unread.code) == ("not_admin", "not_admin")
    signed_in.portal.change(admin=True, missing_scopes=frozenset({"crm"}))
    here = await signed_in.snapshot()
    assert here.bindings_unread is None
    assert here.types_unread is not None
    assert here.types_unread in here.problems


async def test_the_switches_of_a_type_that_places_depend_on_are_read(signed_in: SignedIn) -> None:
    off = (await signed_in.snapshot()).switched_off
    assert off[131] == {"isAutomationEnabled"}
    assert off[1036] == {"isAutomationEnabled", "isDocumentsEnabled", "isCategoriesEnabled"}
    assert 183 not in off
