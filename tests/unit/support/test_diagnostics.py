"""The report about a fault: what it tells, and that nothing secret is in it wherever secrets were planted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bxdesk.accounts.connection import Connection
from bxdesk.errors import Problem
from bxdesk.messages import message
from bxdesk.placements.bindings import BindingKey, Texts
from bxdesk.placements.history import HistoryEntry, Purpose
from bxdesk.placements.outcome import OutcomeState, StepOutcome
from bxdesk.placements.plan import Action, Step
from bxdesk.storage.settings import Settings
from bxdesk.support.diagnostics import Failure, Situation, diagnostics, last_lines
from bxdesk.support.self_check import Fact
from tests.builders import DEAL, LEAD, TILE, binding, snapshot

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
TOKEN = "1bf49f6600631fcd00005a4b00000001f0f107e9a9ddb6de2bd5f7856ac587b492adb4"
SECRET = "kG4nZqV7bT1rXw9cYh2JmPd8sLf3AaEuQi5oRtWyUvBxNzMk60"
CODE = "0123456789abcdef0123456789abcdef"
PASSWORD = "proxy-pass-7"
STATE = "Zk3vQ0b-_xT7uYw2LmN5pR8sA1dF4gH6jK9zX0cV"
PLANTED = (TOKEN, SECRET, CODE, PASSWORD, STATE, "hunter2")
LOG = (
    f"2026-03-01 09:29:00 INFO bxdesk.portal.rest: acme.bitrix24.com placement.get?auth={TOKEN}",
    f"2026-03-01 09:29:01 WARNING other: POST https://oauth.bitrix.info/oauth/token/ client_secret={SECRET}",
    f"2026-03-01 09:29:02 WARNING other: Authorization: Bearer {TOKEN}",
    f"2026-03-01 09:29:03 WARNING other: GET /callback?code={CODE}&state={STATE}",
    f"2026-03-01 09:29:04 WARNING other: {{'REFRESH_ID': '{TOKEN}'}} http://helen:{PASSWORD}@proxy.example.com",
    "2026-03-01 09:29:05 INFO bxdesk.accounts.secret_store: keyring: KeyringLocked",
)


def connection() -> Connection:
    return Connection(
        member_id="a" * 32,
        portal="https://acme.bitrix24.com",
        endpoint="https://acme.bitrix24.com/rest/",
        client_id="local.5f3a2b1c0d9e8f.12345678",
        authorization_server="https://oauth.bitrix.info",
        user_id=1,
        user_name="Helen Marsh",
        redirect_url=f"http://127.0.0.1:8917/callback?code={CODE}",
        label="hunter2",
    )


def situation(**other: object) -> Situation:
    handler = f"https://widgets.example.com/h?key={SECRET}"
    rows = (binding(DEAL, handler, TOKEN), binding(TILE, handler, language="en"))
    here = replace(snapshot(*rows), problems=(Problem("not_installed", message("Widgets stay hidden. {t}", t=TOKEN)),))
    known = Situation(
        facts=(Fact("bxdesk", "0.1.0"), Fact("keyring", "Secret Service"), Fact("screen", "none", ok=False)),
        settings=Settings("de", "dark", f"http://helen:{PASSWORD}@proxy.example.com:3128", f"local@{TOKEN}"),
        connections=2,
        connection=connection(),
        snapshot=here,
        failures=(
            Failure(NOW, Problem("offline", message("acme.bitrix24.com does not answer."))),
            Failure(
                NOW, Problem("sign_in", message("No: {text}", text=f"http://127.0.0.1/?code={CODE}&state={STATE}"))
            ),
        ),
    )
    return replace(known, **other)  # type: ignore[arg-type]


def past() -> tuple[HistoryEntry, ...]:
    wanted = binding(LEAD, f"https://widgets.example.com/h?key={SECRET}", texts={"en": Texts(SECRET)})
    step = Step(Action.BIND, None, wanted)
    refused = Problem("ERROR_ARGUMENT", message("The portal said: {said}", said=f"token={TOKEN}"))
    outcomes = (StepOutcome(step, OutcomeState.DONE), StepOutcome(step, OutcomeState.FAILED, refused))
    where = ("1", "https://acme.bitrix24.com", "a" * 32, "local.1", 1, "Helen Marsh")
    return (HistoryEntry(*where, NOW, Purpose.APPLY, outcomes, ended=True),)


def test_it_tells_what_a_report_needs() -> None:
    text = diagnostics(situation(), past(), LOG, NOW)
    for line in (
        "bxdesk diagnostics, 2026-03-01 09:30:00 UTC",
        "  bxdesk: 0.1.0",
        "  keyring: Secret Service",
        "  screen: FAILED: none",
        "  language: de",
        "  theme: dark",
        "  proxy: http://proxy.example.com:3128",
        "  connected: 2",
        "  open: https://acme.bitrix24.com",
        "  authorization server: https://oauth.bitrix.info",
        "  app: installed, status L",
        "  signed in as: an administrator",
        "  permissions: contact_center, crm, placement, task",
        "  placements: 4 offered, 0 hidden",
        "  custom types: 2",
        "  widgets: 2 at 2 placements",
        "  problems: not_installed",
        "  2026-03-01 09:30:00 UTC apply: 1 done, 1 failed (ERROR_ARGUMENT)",
        "  2026-03-01 09:30:00 UTC [offline] acme.bitrix24.com does not answer.",
        "  2026-03-01 09:29:05 INFO bxdesk.accounts.secret_store: keyring: KeyringLocked",
    ):
        assert line in text.splitlines(), line
    assert "placement.get?…" in text


def test_nothing_secret_is_in_it() -> None:
    text = diagnostics(situation(), past(), LOG, NOW)
    assert [secret for secret in PLANTED if secret in text or secret[:16] in text] == []
    assert "Helen" not in text
    assert BindingKey(DEAL, "").placement not in text  # what is bound where is the portal's own business


def test_it_can_be_made_before_anything_is_known() -> None:
    nothing = Situation((), Settings(), 0, None, None, ())
    text = diagnostics(nothing, (), (), NOW)
    assert "  connected: 0" in text
    assert text.count("  nothing\n") == 4


def test_the_last_lines_of_the_log(tmp_path: Path) -> None:
    assert last_lines(None) == last_lines(tmp_path) == ()
    (tmp_path / "bxdesk.log").write_text("".join(f"line {number}\n" for number in range(100)), encoding="utf-8")
    assert last_lines(tmp_path)[0] == "line 40"
    assert last_lines(tmp_path)[-1] == "line 99"
