"""``drift``: what somebody else has changed, for people and for programs."""

from __future__ import annotations

import json
from contextlib import nullcontext
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from bxdesk.accounts.connection import Connection
from bxdesk.cli.console import CHANGES, DONE, FAILED, USAGE, Wiring
from bxdesk.cli.main import run
from bxdesk.desk import Desk
from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message
from bxdesk.placements.bindings import Change
from bxdesk.placements.drift import Drift, Drifted, DriftKind
from tests.builders import DEAL, HANDLER, LEAD, binding

SINCE = datetime(2026, 11, 27, 9, 30, 15, tzinfo=UTC)
QUIET = Drift((), SINCE)
CHANGED = Drift(
    (
        Drifted(DriftKind.CHANGED, binding(), (Change("title.en", "Send contract", "Sign"),)),
        Drifted(DriftKind.VANISHED, binding(LEAD)),
    ),
    SINCE,
)
GONE = BxdeskError(Problem("portal_unreachable", message("It does not answer.")))


def wiring(*found: Drift | BxdeskError) -> Wiring:
    """Portals with these drifts, called acme0, acme1, …"""
    connections = tuple(
        Connection(f"{number:032x}", f"https://acme{number}.bitrix24.com", "", "local.1", "", 1, "")
        for number in range(len(found))
    )

    async def known() -> tuple[Connection, ...]:
        return connections

    async def drift(connection: Connection, expected: None, listener: object) -> Drift:
        del expected, listener
        one = found[int(connection.member_id, 16)]
        if isinstance(one, BxdeskError):
            raise one
        return one

    async def aclose() -> None:
        pass

    desk: Any = SimpleNamespace(
        notices=(), accounts=SimpleNamespace(connections=known), drift=drift, each=Desk.each, aclose=aclose
    )
    return Wiring(lambda: nullcontext(lambda: desk), lambda: nullcontext(lambda: desk), lambda _: 0)


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ((QUIET, Drift(())), DONE),
        ((QUIET, CHANGED), CHANGES),
        ((CHANGED, GONE), FAILED),
    ],
)
def test_a_scheduled_job_reads_the_exit_code(found: tuple[Drift | BxdeskError, ...], code: int) -> None:
    assert run(["drift", "--all"], wiring(*found)) == code


def test_each_binding_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    run(["drift", "--all"], wiring(CHANGED, QUIET, Drift(()), GONE))
    assert capsys.readouterr().out.splitlines() == [
        "acme0.bitrix24.com: since 2026-11-27 09:30 UTC",
        f"  changed   {DEAL}  Send contract  {HANDLER}",
        "      title.en: Send contract → Sign",
        f"  vanished  {LEAD}  Send contract  {HANDLER}",
        "acme1.bitrix24.com: since 2026-11-27 09:30 UTC",
        "  Nothing differs.",
        "acme2.bitrix24.com",
        "  bxdesk has applied nothing here yet.",
        "acme3.bitrix24.com",
        "  It does not answer.",
        "",
        "4 portals: 1 with differences, 2 without, 1 failed: acme3.bitrix24.com",
    ]


@pytest.mark.parametrize("group", ["", " "])
def test_an_unset_variable_of_a_script_names_no_group(capsys: pytest.CaptureFixture[str], group: str) -> None:
    assert run(["drift", "--group", group], wiring(QUIET)) == USAGE
    assert "--group': it is empty." in capsys.readouterr().err


def test_the_object_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    run(["drift", "--all", "--json"], wiring(CHANGED, GONE))
    first, second = json.loads(capsys.readouterr().out)["portals"]
    assert first == {
        "portal": "https://acme0.bitrix24.com",
        "since": "2026-11-27T09:30:15+00:00",
        "changes": [
            {
                "kind": "changed",
                "placement": DEAL,
                "handler": HANDLER,
                "changes": {"title.en": {"before": "Send contract", "after": "Sign"}},
            },
            {"kind": "vanished", "placement": LEAD, "handler": HANDLER, "changes": {}},
        ],
        "error": None,
    }
    assert (second["since"], second["changes"], second["error"]["code"]) == (None, [], "portal_unreachable")
