"""``prove`` on the demo portal, with a browser that needs no screen."""

from __future__ import annotations

import json
import logging
import webbrowser

import click
import pytest

from bxdesk.cli.console import Wiring
from bxdesk.cli.main import run
from bxdesk.cli.parameters import placements_in
from bxdesk.composition import demo_desk

from .page_browser import PageBrowser

WIRING = Wiring(usual_desk=demo_desk, demo_desk=demo_desk, open_window=lambda _: 0)


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> PageBrowser:
    """The system's browser."""
    made = PageBrowser()
    monkeypatch.setattr(webbrowser, "open", made.open)
    return made


def test_what_a_person_opened_is_proven_and_shown_without_its_tokens(
    browser: PageBrowser, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assert run(["prove", "CRM_DEAL_DETAIL_ACTIVITY", "CONTACT_CENTER", "--demo"], WIRING) == 0

    printed = capsys.readouterr()
    lines = printed.out.splitlines()
    assert lines[0].endswith(": 2 of 2 proven.")
    assert "  proven     CRM_DEAL_DETAIL_ACTIVITY" in lines
    assert "      query  LANG = en" in lines
    assert "      body   AUTH_ID = …" in lines
    assert "      inside ID = 1" in lines
    assert lines[-1] == "Nothing of it is left on the portal."
    assert "otherwise than documented" not in printed.out
    assert "“bxdesk proof” stands on the portal for a moment." in printed.err
    assert "  CONTACT_CENTER: A tile at the bottom of the Contact Center" in printed.err
    assert "/crm/deal/" in printed.err
    assert browser.pages == ["/crm/deal/", "/contact_center/"]
    assert ["It works" in answer for answer in browser.answers] == [True, True]
    for name in ("AUTH_ID", "REFRESH_ID", "APPLICATION_TOKEN"):
        assert len(browser.posted[name]) > 20
        assert browser.posted[name] not in printed.out + printed.err + caplog.text


def test_programs_get_the_call_of_each_place(browser: PageBrowser, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["prove", "LEFT_MENU", "--demo", "--json"], WIRING) == 0
    printed = json.loads(capsys.readouterr().out)
    assert list(printed) == ["portal", "placements", "removed", "error"]
    (place,) = printed["placements"]
    assert (place["placement"], place["opened"], place["differences"], place["error"]) == ("LEFT_MENU", True, [], None)
    assert place["call"]["member_id"] == browser.posted["member_id"]
    assert place["call"]["AUTH_ID"] == "…"
    assert (printed["removed"], printed["error"]) == (True, None)


def test_what_nobody_opened_ends_with_1_and_says_what_can_be_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["prove", "CRM_LEAD_DETAIL_TAB", "--demo", "--no-browser", "--timeout", "1"], WIRING) == 1
    printed = capsys.readouterr().out
    assert "  not opened CRM_LEAD_DETAIL_TAB" in printed
    assert "If it is not to be seen on the portal:" in printed
    assert "If it is seen, and the browser asks for permission or shows an empty frame:" in printed
    assert "Not every place was opened in time." in printed


def test_a_place_that_is_none_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["prove", "CRM_DEAL_TAB", "--demo", "--json"], WIRING) == 1
    (place,) = json.loads(capsys.readouterr().out)["placements"]
    assert (place["opened"], place["error"]["code"]) == (False, "placement_not_found")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["CALL_CARD"], (["CALL_CARD"], None)),
        (["contact_center", "acme.bitrix24.com", "LEFT_MENU"], (["contact_center", "LEFT_MENU"], "acme.bitrix24.com")),
        (["LEFT_MENU", "local.1_a@acme.bitrix24.com"], (["LEFT_MENU"], "local.1_a@acme.bitrix24.com")),
        (["LEFT_MENU", "127.0.0.1:8080"], (["LEFT_MENU"], "127.0.0.1:8080")),
        (["LEFT_MENU", "a" * 32], (["LEFT_MENU"], "a" * 32)),
    ],
)
def test_codes_are_told_from_the_portal(words: list[str], meant: tuple[list[str], str | None]) -> None:
    assert placements_in(words) == meant


@pytest.mark.parametrize("words", [["acme.bitrix24.com"], ["LEFT_MENU", "a.example", "b.example"]])
def test_words_that_mean_nothing(words: list[str]) -> None:
    with pytest.raises(click.UsageError):
        placements_in(words)
