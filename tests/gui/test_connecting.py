"""Signing in from the window: the wait, and every way it can end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from bxdesk.accounts.request import DEFAULT_REDIRECT
from tests.gui.conftest import Start
from tests.gui.connecting import fill_in, open_guide
from tests.gui.fake_desk import ADDRESS, FakeDesk, error
from tests.gui.person import Person

Opened = tuple[Person, FakeDesk]


@pytest.fixture
def opened(start: Start) -> Opened:
    """The dialog, filled in, on a first start."""
    desk = FakeDesk()
    desk.accounts.known.clear()
    person = start(desk)
    open_guide(person)
    fill_in(person)
    return person, desk


def test_signing_in_opens_the_browser_and_then_the_portal(opened: Opened) -> None:
    person, desk = opened
    desk.hold("sign_in")
    person.click("signInButton")
    person.wait(lambda: person.opened == [ADDRESS])
    assert person.text("authorizeAddress") == ADDRESS
    person.wait(lambda: person.text("connectStatus").startswith("Waiting for the browser"))
    assert "left." in person.text("connectStatus")
    assert not person.see(QAbstractButton, "signInButton").isEnabled()
    assert not person.sees("clientIdEdit")
    person.program.session.tasks.in_loop(lambda _: desk.release("sign_in"))
    person.ready()
    assert not person.sees("connectDialog")
    assert person.window.windowTitle() == "acme.bitrix24.com — bxdesk"
    (request,) = desk.accounts.requests
    assert (request.portal, request.client_id, request.client_secret) == ("acme.bitrix24.com", "local.1", "s3cret")
    assert request.redirect_url == DEFAULT_REDIRECT
    assert request.authorization_server is None


def test_a_second_sign_in_cannot_be_started_while_one_runs(opened: Opened) -> None:
    person, desk = opened
    desk.hold("sign_in")
    button = person.see(QAbstractButton, "signInButton")
    for _ in range(3):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(person.see(QWidget, "connectDialog"), Qt.Key.Key_Return)
    person.wait(lambda: person.opened == [ADDRESS])
    person.pause(30)
    assert len(desk.accounts.requests) == 1


def test_every_error_is_a_sentence_and_the_fields_stay(opened: Opened) -> None:
    person, desk = opened
    desk.errors["sign_in"] = [error("other", "The portal is blocked.")]
    person.click("signInButton")
    person.wait(lambda: person.sees("connectMessage"))
    assert person.text("connectMessage") == "The portal is blocked. It may be offline. Look at it in the browser."
    assert person.text("clientSecretEdit") == "s3cret"
    assert person.see(QAbstractButton, "signInButton").isEnabled()
    person.click("signInButton")
    person.ready()


def test_cancel_stops_the_wait_and_the_fields_stay(opened: Opened) -> None:
    person, desk = opened
    desk.hold("sign_in")
    person.click("signInButton")
    person.wait(lambda: bool(person.opened))
    person.click("cancelButton")
    person.wait(lambda: person.see(QAbstractButton, "signInButton").isEnabled())
    assert person.text("clientIdEdit") == "local.1"
    person.click("cancelButton")
    assert not person.sees("connectDialog")


def test_the_title_bar_s_cross_stops_the_wait_and_leaves(opened: Opened) -> None:
    person, desk = opened
    desk.hold("sign_in")
    person.click("signInButton")
    person.wait(lambda: bool(person.opened))
    person.see(QWidget, "connectDialog").close()
    person.wait(lambda: not person.sees("connectDialog"))


@pytest.mark.parametrize("empty", ["portalEdit", "clientIdEdit", "clientSecretEdit"])
def test_what_is_left_empty_is_asked_for_and_nothing_is_sent(opened: Opened, empty: str) -> None:
    person, desk = opened
    if empty == "portalEdit":
        person.click("backButton")
        person.click("backButton")
    person.type(empty, "")
    person.click("nextButton" if empty == "portalEdit" else "signInButton")
    assert person.text(empty.removesuffix("Edit") + "Note").startswith("Enter the ")
    assert person.see(QLineEdit, empty).accessibleDescription().startswith("Enter the ")
    assert desk.accounts.requests == []


def test_without_a_keyring_one_may_go_on_for_this_session(opened: Opened) -> None:
    person, desk = opened
    desk.errors["keyring check"] = [error("keyring", "There is no keyring.")] * 2
    person.click("signInButton")
    person.wait(lambda: person.sees("sessionOnlyButton"))
    person.click("sessionOnlyButton")
    person.ready()
    assert desk.accounts.in_memory


def test_a_code_that_the_browser_shows_can_be_pasted(opened: Opened) -> None:
    person, desk = opened
    desk.hold("paste")
    person.click("signInButton")
    person.wait(lambda: bool(person.opened))
    person.click("pasteLink")
    person.type("pasteEdit", "bad")
    person.click("pasteButton")
    person.wait(lambda: person.sees("pasteMessage"))
    assert person.text("pasteMessage").startswith("There is no code in bad.")
    person.type("pasteEdit", "good")
    person.press(Qt.Key.Key_Return, "pasteEdit")
    person.ready()


def test_a_browser_that_does_not_open_is_said(opened: Opened) -> None:
    person, desk = opened
    desk.hold("sign_in")
    dialog = person.see(QWidget, "connectDialog")
    dialog._open_address = lambda _: False  # type: ignore[attr-defined]
    person.click("signInButton")
    person.wait(lambda: person.text("connectStatus").startswith("No browser opened."))
    assert person.text("authorizeAddress") == ADDRESS


def test_the_secret_is_hidden_and_advanced_settings_are_folded(opened: Opened) -> None:
    person, desk = opened
    assert person.see(QLineEdit, "clientSecretEdit").echoMode() is QLineEdit.EchoMode.Password
    assert not person.sees("authorizationServerEdit")
    assert not person.sees("redirectEdit")
    person.click("advancedButton")
    person.type("authorizationServerEdit", "https://oauth.acme.example")
    person.click("signInButton")
    person.ready()
    assert desk.accounts.requests[0].authorization_server == "https://oauth.acme.example"
