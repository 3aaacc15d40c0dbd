"""What the help says of the application's card: both of its forms, field by field, in the words that stand there."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from bxdesk.accounts.guide import (
    CLIENT_ID,
    CLIENT_SECRET,
    NEEDED,
    PERMISSIONS,
    CardForm,
    CardLabel,
    card_fields,
    card_menu_path,
)
from bxdesk.accounts.request import DEFAULT_REDIRECT
from bxdesk.gui.parts.wording import translated
from bxdesk.placements.permissions import Permission, permission_title

Section = tuple[str, list[tuple[str, str]]]
"""A heading, and lines of two columns under it."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)


def card_sections() -> Iterator[Section]:
    """What is needed first, then each form of the card."""
    yield _tr("Needed first"), [(f"{number}.", translated(need)) for number, need in enumerate(NEEDED, start=1)]
    yield _tr("Today's card"), _form(CardForm.TODAY)
    yield _tr("The form before it, which some portals still have"), _form(CardForm.OLDER)


def _form(form: CardForm) -> list[tuple[str, str]]:
    permissions = _tr("{permission} always, and others by what you want to place.")
    keys = _tr("Copy it from the saved card.")
    return [
        (_tr("Where"), "\n".join(card_menu_path(form, russian=russian) for russian in (False, True))),
        *(_line(field.label, field.value or translated(field.entry)) for field in card_fields(form, DEFAULT_REDIRECT)),
        _line(PERMISSIONS, permissions.format(permission=translated(permission_title(Permission.PLACEMENT)))),
        _line(CLIENT_ID, keys),
        _line(CLIENT_SECRET, keys),
    ]


def _line(label: CardLabel, what_to_do: str) -> tuple[str, str]:
    on_card, meaning = label.on(russian=False), translated(label.meaning)
    russian = _tr("On a Russian portal: “{label}”.").format(label=label.on(russian=True))
    return on_card, "\n".join((*((meaning,) if meaning != on_card else ()), what_to_do, russian))
