"""The way through the guide to a connection, as a person goes it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from tests.gui.person import Person


def open_guide(person: Person) -> QDialog:
    """Opens the guide on a first start."""
    person.wait(lambda: person.sees("stateButton"))
    person.click("stateButton")
    return person.see(QDialog, "connectDialog")


def go_to_card(person: Person, portal: str = "acme.bitrix24.com") -> None:
    """From the first step to the second."""
    person.type("portalEdit", portal)
    person.click("nextButton")


def go_to_keys(person: Person, portal: str = "acme.bitrix24.com") -> None:
    """From the first step past the card to the third."""
    person.type("portalEdit", portal)
    person.click("haveKeysButton")


def fill_in(person: Person, portal: str = "acme.bitrix24.com") -> None:
    """From the first step to the last, with all that a sign-in needs."""
    go_to_keys(person, portal)
    person.type("clientIdEdit", "local.1")
    person.type("clientSecretEdit", "s3cret")
