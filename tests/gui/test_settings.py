"""The choices about bxdesk itself."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from bxdesk.errors import BxdeskError
from bxdesk.gui.app import Program
from bxdesk.gui.parts.scheme import apply_palette
from bxdesk.gui.parts.theme import is_dark
from bxdesk.storage.settings import Settings, SettingsFile
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, FakeNetwork, error, problem
from tests.gui.person import Person


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    """Where the choices are kept; not there yet."""
    return SettingsFile(tmp_path / "config" / "settings.json")


@pytest.fixture
def desk(request: pytest.FixtureRequest) -> FakeDesk:
    """A desk, with a network of another kind where a test says so."""
    desk = FakeDesk()
    network: type[FakeNetwork] = getattr(request, "param", FakeNetwork)
    desk.network = network(desk)
    return desk


@pytest.fixture
def person(qapp: QApplication, file: SettingsFile, desk: FakeDesk) -> Iterator[Person]:
    """The settings dialog in front of a portal."""
    program = Program(lambda: desk, lambda _: True, file)  # type: ignore[arg-type,return-value]
    program.start()
    somebody = Person(program)
    somebody.ready()
    somebody.click("settingsButton")
    yield somebody
    program.close()
    program.deleteLater()
    apply_palette("system")
    qapp.processEvents()


def pick(person: Person, box: str, value: str) -> None:
    widget = person.see(QComboBox, box)
    widget.setCurrentIndex(widget.findData(value))


def test_choices_are_kept_and_others_left_alone(person: Person, file: SettingsFile) -> None:
    file.change(last_portal="x")
    pick(person, "languageBox", "de")
    pick(person, "themeBox", "dark")
    person.click("saveSettingsButton")
    person.wait(lambda: not person.sees("settingsDialog"))
    person.wait(lambda: file.read() == Settings("de", "dark", "system", "x"))
    assert person.program.choices.settings.language == "de"


def test_the_theme_is_shown_at_once_and_goes_back_with_cancel(person: Person, qapp: QApplication) -> None:
    before = qapp.palette().color(QPalette.ColorRole.Window)
    pick(person, "themeBox", "dark")
    assert is_dark()
    person.wait(lambda: person.window.palette().color(QPalette.ColorRole.Window).lightness() < 128)
    pick(person, "themeBox", "light")
    assert not is_dark()
    pick(person, "themeBox", "dark")
    person.click("cancelButton")
    assert qapp.palette().color(QPalette.ColorRole.Window) == before


def test_a_proxy_is_tried_before_it_is_kept(person: Person, desk: FakeDesk, file: SettingsFile) -> None:
    assert not person.sees("proxyEdit")
    pick(person, "proxyBox", "")
    person.click("saveSettingsButton")
    assert person.text("proxyNote").startswith("Enter the proxy's address")
    person.type("proxyEdit", "ftp://proxy")
    desk.errors["use_proxy"] = [error("proxy", "That is no proxy's address.")]
    person.click("saveSettingsButton")
    person.wait(lambda: person.sees("proxyNote"))
    assert person.text("proxyNote").startswith("That is no proxy's address.")
    assert file.read().proxy == "system"
    person.type("proxyEdit", "http://proxy.example.com:3128")
    person.click("saveSettingsButton")
    person.wait(lambda: file.read().proxy == "http://proxy.example.com:3128")
    assert desk.network.proxies == ["http://proxy.example.com:3128"]


class Done(FakeNetwork):
    """Takes another way before it hears that this was cancelled."""

    async def use_proxy(self, proxy: str, *, in_memory: bool = False) -> str:
        self.script.calls.append("use_proxy")
        with suppress(asyncio.CancelledError):
            await self.script.gates.pop("use_proxy").wait()
        return await super().use_proxy(proxy, in_memory=in_memory)


@pytest.mark.parametrize("leave", ["button", "key", "cross"])
@pytest.mark.parametrize(("desk", "kept"), [(FakeNetwork, "system"), (Done, "http://proxy:3128")], indirect=["desk"])
def test_leaving_while_a_proxy_is_taken_leaves_nothing_half_done(
    person: Person, desk: FakeDesk, file: SettingsFile, leave: str, kept: str
) -> None:
    desk.hold("use_proxy")
    pick(person, "themeBox", "dark")
    pick(person, "proxyBox", "")
    person.type("proxyEdit", "http://proxy:3128")
    person.click("saveSettingsButton")
    person.wait(lambda: "use_proxy" in desk.calls)
    if leave == "button":
        person.click("cancelButton")
    elif leave == "key":
        person.press(Qt.Key.Key_Escape, "proxyEdit")
    else:
        person.see(QWidget, "settingsDialog").close()
    person.wait(lambda: not person.sees("settingsDialog"))
    taken = kept != "system"
    assert desk.network.proxies == ([kept] if taken else [])
    person.wait(lambda: file.read().proxy == kept)
    assert is_dark() is taken
    person.program.session.tasks.in_loop(lambda _: desk.gates.clear())
    person.click("settingsButton")
    assert person.see(QComboBox, "proxyBox").currentData() == ("" if taken else "system")
    person.click("cancelButton")
    person.wait(lambda: not person.sees("settingsDialog"))


def test_leaving_does_not_wait_to_hear_why_a_proxy_was_refused(person: Person, desk: FakeDesk) -> None:
    desk.hold("use_proxy")
    pick(person, "proxyBox", "none")
    person.click("saveSettingsButton")
    desk.errors["use_proxy"] = [error("proxy", "That is no proxy's address.")]
    person.program.session.tasks.in_loop(lambda _: desk.release("use_proxy"))
    person.click("cancelButton")
    person.wait(lambda: not person.sees("settingsDialog"))


def test_a_proxys_password_goes_to_the_keyring_and_never_into_the_settings(
    person: Person, desk: FakeDesk, file: SettingsFile
) -> None:
    pick(person, "proxyBox", "")
    assert "kept with your secrets" in person.text("proxyLoginText")
    person.type("proxyEdit", "http://helen:pass@proxy:3128")
    desk.errors["use_proxy"] = [error("keyring", "Your system's keyring cannot be used.")]
    person.click("saveSettingsButton")
    person.wait(lambda: person.sees("proxyNote"))
    assert "Or save once more: then the password holds for this session only." in person.text("proxyNote")
    assert file.read().proxy == "system"
    person.click("saveSettingsButton")
    person.wait(lambda: file.read().proxy == "http://proxy:3128")
    assert desk.network.proxies == ["http://helen:pass@proxy:3128 (in memory)"]
    person.click("settingsButton")
    assert person.see(QLineEdit, "proxyEdit").text() == "http://proxy:3128"
    person.click("saveSettingsButton")
    person.wait(lambda: not person.sees("settingsDialog"))
    assert len(desk.network.proxies) == 1, "nothing changed"


def test_a_password_that_stood_in_the_settings_is_not_shown_and_goes_with_the_next_save(
    qapp: QApplication, file: SettingsFile, desk: FakeDesk
) -> None:
    file.change(proxy="http://helen:pass@proxy:3128")
    program = Program(lambda: desk, lambda _: True, file)  # type: ignore[arg-type,return-value]
    program.start()
    person = Person(program)
    try:
        person.ready()
        person.click("settingsButton")
        assert person.see(QLineEdit, "proxyEdit").text() == "http://proxy:3128"
        person.click("saveSettingsButton")
        person.wait(lambda: file.read().proxy == "http://proxy:3128")
        assert desk.network.proxies == []
    finally:
        program.close()
        program.deleteLater()
        qapp.processEvents()


def test_where_secrets_are_kept_is_shown_and_can_be_asked_again(person: Person, desk: FakeDesk) -> None:
    person.wait(lambda: person.text("keyringText") == "Secret Service")
    assert not person.sees("askKeyringButton")
    person.click("cancelButton")
    desk.errors["keyring"] = [error("keyring", "Your keyring is locked.")]
    person.click("settingsButton")
    person.wait(lambda: person.sees("askKeyringButton"))
    assert person.text("keyringText").startswith("Your keyring is locked.")
    person.click("askKeyringButton")
    person.wait(lambda: person.text("keyringText") == "Secret Service")


def test_choices_that_cannot_be_kept_hold_for_now_and_that_is_said(
    person: Person, file: SettingsFile, tmp_path: Path
) -> None:
    file.change(last_portal="x")
    broken = tmp_path / "config" / "settings.json"
    broken.write_text("{", encoding="utf-8")
    pick(person, "languageBox", "en")
    person.click("saveSettingsButton")
    person.wait(lambda: person.sees("problemBanner"))
    assert person.text("problemTitle").startswith("The settings cannot be read")
    assert broken.read_text(encoding="utf-8") == "{"
    with pytest.raises(BxdeskError):
        file.change(theme="dark")


def test_the_theme_is_worn_from_the_first_frame(qapp: QApplication, file: SettingsFile, desk: FakeDesk) -> None:
    file.change(theme="dark")
    program = Program(lambda: desk, lambda _: True, file)  # type: ignore[arg-type,return-value]
    try:
        assert is_dark()
    finally:
        program.close()
        program.deleteLater()
        apply_palette("system")
        qapp.processEvents()


def test_settings_that_cannot_be_read_are_named_and_the_portal_opens(start: Start, desk: FakeDesk) -> None:
    desk.notices = (problem("settings_unreadable", "The settings cannot be read: settings.json"),)
    somebody = start(desk)
    somebody.ready()
    assert somebody.text("problemTitle").startswith("The settings cannot be read")


def test_all_that_was_told_can_be_read_and_dismissed_one_by_one(start: Start, desk: FakeDesk) -> None:
    desk.accounts.leftovers = tuple(problem("keyring_leftover", f"{name} was removed here.") for name in ("a", "b"))
    somebody = start(desk)
    somebody.ready()
    somebody.wait(lambda: somebody.sees("problemBanner"))
    assert somebody.text("problemTitle") == "b was removed here."
    somebody.click("nextProblemButton")
    assert somebody.text("problemTitle") == "a was removed here."
    somebody.click("problemActionButton")
    assert somebody.text("problemTitle") == "b was removed here."
    somebody.click("problemActionButton")
    assert not somebody.sees("problemBanner")


def test_a_key_that_the_keyring_does_not_give_up_is_told(start: Start, desk: FakeDesk) -> None:
    desk.accounts.leftovers = (
        problem("keyring_leftover", "local.1@a was removed here, but its key may still be there."),
    )
    somebody = start(desk)
    somebody.ready()
    somebody.wait(lambda: somebody.sees("problemBanner"))
    assert somebody.text("problemTitle").startswith("local.1@a was removed here")
