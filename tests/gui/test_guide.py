"""The guide to the first connection, and every way an answer comes back."""

from __future__ import annotations

import socket

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from bxdesk.gui.session.open_portal import Phase
from tests.gui.conftest import Start
from tests.gui.connecting import fill_in, go_to_card, go_to_keys, open_guide
from tests.gui.fake_desk import ADDRESS, FakeDesk, connection, error
from tests.gui.person import Person

Opened = tuple[Person, FakeDesk]
ANSWER = "http://127.0.0.1:8917/callback?code=5e3b8a660063d1fcd&state=abc"


@pytest.fixture
def opened(start: Start) -> Opened:
    """The dialog on a first start, with nothing typed yet."""
    desk = FakeDesk()
    desk.accounts.known.clear()
    person = start(desk)
    open_guide(person)
    return person, desk


def waiting(opened: Opened) -> Opened:
    """A sign-in that waits for something pasted."""
    person, desk = opened
    fill_in(person)
    desk.hold("paste")
    person.click("signInButton")
    person.wait(lambda: person.opened == [ADDRESS])
    person.click("pasteLink")
    return person, desk


def test_a_webhook_is_told_apart_and_its_secret_does_not_stay(opened: Opened) -> None:
    person, desk = opened
    person.see(QLineEdit, "portalEdit").insert("https://acme.bitrix24.com/rest/1/abc0123/")
    assert person.text("portalNote").startswith("This is a webhook's address.")
    fill_in(person, "https://acme.bitrix24.com/rest/1/abc0123/")
    person.click("signInButton")
    person.ready()
    assert desk.accounts.requests[0].portal == "https://acme.bitrix24.com"


def test_leaving_the_field_takes_the_webhook_s_secret_away(opened: Opened) -> None:
    person, _ = opened
    field = person.see(QLineEdit, "portalEdit")
    field.insert("https://acme.bitrix24.com/rest/1/abc0123/")
    field.editingFinished.emit()
    assert field.text() == "https://acme.bitrix24.com"
    assert person.text("portalNote").startswith("This is a webhook's address.")
    person.type("portalEdit", "https://acme.bitrix24.com/crm/")
    assert not person.sees("portalNote")


def test_what_has_to_be_there_is_said_before_the_first_step(opened: Opened) -> None:
    person, _ = opened
    told = " ".join(label.text() for label in person.see(QWidget, "connectDialog").findChildren(QLabel))
    assert "The portal has REST access" in told
    assert "Settings > Security > Bitrix24 integrations" in told


def test_the_card_is_shown_field_by_field_with_what_to_copy(opened: Opened) -> None:
    person, _ = opened
    go_to_card(person, "acme.bitrix24.com/crm/lead/")
    assert person.text("connectTitle") == "The application's card"
    person.click("openCardButton")
    assert person.opened == ["https://acme.bitrix24.com/devops/section/standard/"]
    assert person.text("cardWay").endswith("Common use cases > Other > Local application")
    assert person.text("handlerPathValue") == "http://127.0.0.1:8917/callback"
    assert person.text("installPathEntry") == "Leave it empty."
    assert person.text("completesItselfEntry") == "Leave it off."
    person.click("handlerPathCopyButton")
    assert QGuiApplication.clipboard().text() == "http://127.0.0.1:8917/callback"
    assert "(placement)" in person.text("permissionList")
    assert "(task)" not in person.text("permissionList")
    person.see(QCheckBox, "taskPermission").click()
    assert "(task)" in person.text("permissionList")


def test_an_older_card_is_shown_as_it_is(opened: Opened) -> None:
    person, _ = opened
    go_to_card(person)
    person.click("olderForm")
    assert person.text("scriptOnlyEntry").startswith("Tick it.")
    assert not person.sees("menuTextEntry")
    assert "Ready-made scenarios" in person.text("cardWay")


def test_a_russian_portal_s_card_is_in_its_words_with_what_they_mean(opened: Opened) -> None:
    person, _ = opened
    go_to_card(person, "acme.bitrix24.ru")
    told = [label.text() for label in person.see(QWidget, "connectDialog").findChildren(QLabel)]
    assert told[told.index("Путь вашего обработчика") + 1] == "Your handler path"
    assert "Встраивание приложений (placement)" in person.text("permissionList")
    person.click("nextButton")
    assert "“Ключ приложения (client_secret)”" in person.text("keysOnCard")


def test_the_address_for_the_answer_is_the_one_that_the_card_shows(opened: Opened) -> None:
    person, _ = opened
    go_to_keys(person)
    person.click("advancedButton")
    person.type("redirectEdit", "http://127.0.0.1:9000/cb")
    person.click("backButton")
    assert person.text("handlerPathValue") == "http://127.0.0.1:9000/cb"


def test_nothing_moves_while_a_step_is_filled_in(opened: Opened) -> None:
    person, desk = opened
    dialog = person.see(QWidget, "connectDialog")

    def places() -> list[QRect]:
        person.settle()
        named = ("nextButton", "signInButton", "haveKeysButton", "clientSecretEdit", "advancedButton", "cancelButton")
        seen = [person.see(QWidget, name) for name in named if person.sees(name)]
        return [QRect(widget.mapTo(dialog, QPoint()), widget.size()) for widget in seen]

    before = places()
    person.click("nextButton")
    assert person.text("portalNote").startswith("Enter the portal's address")
    assert places() == before
    person.type("portalEdit", "https://acme.bitrix24.ru/rest/1/abc0123/")
    assert places() == before
    go_to_keys(person)
    before = places()
    person.click("signInButton")
    assert person.text("clientIdNote").startswith("Enter the ")
    assert places() == before
    person.type("clientIdEdit", "local.1")
    person.type("clientSecretEdit", "wrong")
    desk.errors["sign_in"] = [error("WRONG_CLIENT", "That is wrong."), error("other", "The portal is blocked.")]
    person.click("signInButton")
    person.wait(lambda: person.sees("clientSecretNote"))
    assert places() == before
    person.click("signInButton")
    person.wait(lambda: person.sees("connectMessage"))
    assert places() == before


def test_an_old_error_does_not_stay_during_the_next_sign_in(opened: Opened) -> None:
    person, desk = opened
    fill_in(person)
    desk.errors["sign_in"] = [error("WRONG_CLIENT", "That is wrong."), error("other", "The portal is blocked.")]
    person.click("signInButton")
    person.wait(lambda: person.sees("clientSecretNote"))
    person.click("signInButton")
    person.wait(lambda: person.sees("connectMessage"))
    assert not person.sees("clientSecretNote")


def test_the_cursor_is_where_the_next_thing_is_to_be_done(opened: Opened) -> None:
    person, _ = opened
    person.see(QWidget, "connectDialog").activateWindow()
    person.wait(lambda: person.see(QLineEdit, "portalEdit").hasFocus())
    go_to_card(person)
    assert person.see(QWidget, "openCardButton").hasFocus()
    person.click("nextButton")
    assert person.see(QLineEdit, "clientIdEdit").hasFocus()
    person.type("clientIdEdit", "local.1")
    person.click("backButton")
    person.click("nextButton")
    assert person.see(QLineEdit, "clientSecretEdit").hasFocus()


def test_each_field_is_reached_by_its_letter(opened: Opened) -> None:
    person, _ = opened
    dialog = person.see(QWidget, "connectDialog")
    dialog.activateWindow()
    person.wait(dialog.isActiveWindow)
    person.type("portalEdit", "acme.bitrix24.com")
    for key, name in (
        (Qt.Key.Key_P, "portalEdit"),
        (Qt.Key.Key_K, "clientIdEdit"),
        (Qt.Key.Key_K, "clientSecretEdit"),
        (Qt.Key.Key_I, "clientIdEdit"),
        (Qt.Key.Key_R, "redirectEdit"),
        (Qt.Key.Key_Z, "authorizationServerEdit"),
        (Qt.Key.Key_D, "redirectEdit"),
    ):
        QTest.keyClick(dialog, key, Qt.KeyboardModifier.AltModifier)
        person.wait(lambda name=name: person.see(QLineEdit, name).hasFocus())  # type: ignore[misc]


@pytest.mark.parametrize(
    ("code", "note"),
    [
        ("portal_address", "portalNote"),
        ("other_portal", "portalNote"),
        ("WRONG_CLIENT", "clientSecretNote"),
        ("redirect_elsewhere", "redirectNote"),
        ("authorization_server", "authorizationServerNote"),
    ],
)
def test_what_is_wrong_is_said_at_the_field(opened: Opened, code: str, note: str) -> None:
    person, desk = opened
    fill_in(person)
    desk.errors["sign_in"] = [error(code, "That is wrong.")]
    person.click("signInButton")
    person.wait(lambda: person.sees(note))
    assert person.text(note) == "That is wrong. It may be offline. Look at it in the browser."
    assert not person.sees("connectMessage")
    if note == "portalNote":
        person.click("haveKeysButton")
    person.click("signInButton")
    person.ready()


def test_an_address_that_is_none_is_said_before_anything_is_sent(opened: Opened) -> None:
    person, desk = opened
    person.type("portalEdit", "acme!")
    person.click("nextButton")
    assert "not the address of a portal" in person.text("portalNote")
    assert desk.accounts.requests == []


def test_for_a_port_that_is_taken_another_is_offered(opened: Opened) -> None:
    person, desk = opened
    fill_in(person)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        person.click("advancedButton")
        person.type("redirectEdit", f"http://127.0.0.1:{port}/callback")
        desk.errors["sign_in"] = [error("port_taken", "The port is taken.")]
        person.click("signInButton")
        person.wait(lambda: person.sees("otherPortButton"))
        assert person.text("redirectNote").startswith("The port is taken.")
        person.click("otherPortButton")
    address = person.text("redirectEdit")
    assert int(address.removeprefix("http://127.0.0.1:").removesuffix("/callback")) > port
    assert person.text("redirectNote").startswith("Put this address into the card")
    person.click("signInButton")
    person.ready()
    assert desk.accounts.requests[-1].redirect_url == address


def test_what_is_waited_for_is_said_and_can_be_left(opened: Opened) -> None:
    person, desk = opened
    fill_in(person)
    desk.hold("keyring")
    person.click("signInButton")
    person.wait(lambda: person.text("connectStatus") == "Waiting for your system's keyring…")
    assert not person.sees("pasteEdit")
    person.click("cancelButton")
    person.wait(lambda: person.see(QAbstractButton, "signInButton").isEnabled())


def test_a_keyring_can_be_tried_again(opened: Opened) -> None:
    person, desk = opened
    fill_in(person)
    desk.errors["keyring check"] = [error("keyring", "Your keyring is locked.")]
    person.click("signInButton")
    person.wait(lambda: person.sees("tryAgainButton"))
    assert "forgotten when bxdesk is closed" in person.text("connectMessage")
    person.click("tryAgainButton")
    person.ready()
    assert not desk.accounts.in_memory


def test_the_answer_is_pasted_with_all_its_lines(opened: Opened) -> None:
    person, desk = waiting(opened)
    post = "Array\n(\n    [AUTH_ID] => 1\n    [REFRESH_ID] => 2\n)"
    QGuiApplication.clipboard().setText(post)
    person.click("pasteFromClipboardButton")
    person.wait(lambda: person.sees("pasteMessage"))
    assert desk.accounts.pasted == [post]
    assert person.text("pasteMessage").startswith("There is no code in Array")


def test_thirty_seconds_are_counted_for_a_code(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    person, desk = waiting(opened)
    desk.hold("sign_in")
    assert not person.sees("codeCountdown")
    person.type("pasteEdit", "good")
    person.click("pasteButton")
    assert person.text("codeCountdown").endswith(("30 seconds more.", "29 seconds more."))
    monkeypatch.setattr("bxdesk.gui.connecting.connect_wait.CODE_SECONDS", 0)
    person.click("pasteButton")
    assert person.text("codeCountdown").startswith("Thirty seconds are over.")


def test_the_clipboard_is_left_alone_until_the_person_agrees(opened: Opened) -> None:
    person, desk = waiting(opened)
    QGuiApplication.clipboard().setText(ANSWER)
    person.pause(50)
    assert desk.accounts.pasted == []
    person.see(QCheckBox, "clipboardCheck").click()
    person.wait(lambda: desk.accounts.pasted == [ANSWER])
    QGuiApplication.clipboard().setText("my password")
    person.pause(50)
    assert desk.accounts.pasted == [ANSWER]
    assert "password" not in person.see(QPlainTextEdit, "pasteEdit").toPlainText()
    QGuiApplication.clipboard().setText(ANSWER + "2")
    person.wait(lambda: desk.accounts.pasted == [ANSWER, ANSWER + "2"])
    person.see(QCheckBox, "clipboardCheck").click()
    QGuiApplication.clipboard().setText(ANSWER + "3")
    person.pause(50)
    assert len(desk.accounts.pasted) == 2


def test_the_clipboard_is_no_longer_read_when_the_sign_in_is_over(opened: Opened) -> None:
    person, desk = waiting(opened)
    QGuiApplication.clipboard().setText("nothing")
    person.see(QCheckBox, "clipboardCheck").click()
    person.click("cancelButton")
    person.wait(lambda: person.see(QAbstractButton, "signInButton").isEnabled())
    QGuiApplication.clipboard().setText(ANSWER)
    person.pause(50)
    assert desk.accounts.pasted == []


def test_the_link_can_be_copied(opened: Opened) -> None:
    person, _ = waiting(opened)
    person.click("copyAddressButton")
    assert QGuiApplication.clipboard().text() == ADDRESS


def test_signing_in_again_needs_no_secret(start: Start) -> None:
    desk = FakeDesk()
    desk.errors["snapshot"] = [error("session_ended", "The session has ended.")]
    person = start(desk)
    person.wait(lambda: person.sees("signInAgainButton"))
    person.click("signInAgainButton")
    assert person.see(QWidget, "connectDialog").windowTitle() == "Sign in again to acme.bitrix24.com"
    assert not person.sees("redirectEdit")
    person.click("signInButton")
    person.ready()
    assert desk.accounts.again == [connection()]
    assert desk.accounts.requests == []


def test_a_secret_that_is_no_longer_kept_is_asked_for(start: Start) -> None:
    desk = FakeDesk()
    desk.errors["snapshot"] = [error("session_ended", "The session has ended.")]
    desk.errors["sign_in_again"] = [error("secret_missing", "The secret is no longer kept.")]
    person = start(desk)
    person.wait(lambda: person.sees("signInAgainButton"))
    person.click("signInAgainButton")
    person.click("signInButton")
    person.wait(lambda: person.sees("clientSecretNote"))
    person.click("signInButton")
    assert person.text("clientSecretNote") == "Enter the Application key (client_secret) from the card."
    person.type("clientSecretEdit", "s3cret")
    person.click("signInButton")
    person.ready()
    assert desk.accounts.requests[0].client_secret == "s3cret"


def test_a_keyring_that_fails_at_the_start_leaves_a_choice(start: Start) -> None:
    desk = FakeDesk()
    desk.errors["snapshot"] = [error("keyring", "Your keyring is locked.")] * 2
    person = start(desk)
    person.wait(lambda: person.sees("sessionOnlyButton"))
    person.click("stateButton")
    person.wait(lambda: desk.calls.count("snapshot") == 2 and person.sees("sessionOnlyButton"))
    person.click("sessionOnlyButton")
    person.click("signInButton")
    assert person.text("clientSecretNote") == "Enter the Application key (client_secret) from the card."
    person.type("clientSecretEdit", "s3cret")
    person.click("signInButton")
    person.ready()
    assert desk.accounts.in_memory


def test_the_keyring_is_waited_for_in_words_while_a_portal_is_opened(start: Start) -> None:
    desk = FakeDesk()
    desk.hold("keyring")
    person = start(desk)
    person.wait(lambda: person.text("stateText") == "Waiting for your system's keyring…")
    person.program.session.tasks.in_loop(lambda _: desk.release("keyring"))
    person.ready()
    assert person.program.session.portal.phase is Phase.READY
