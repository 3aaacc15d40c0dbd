"""What the help is about: how bxdesk works, its keys, and every family of placements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from bxdesk.gui.help.card_topic import card_sections
from bxdesk.gui.parts.keys import CALL, NEW, PORTALS, QUIT, REDO, REVIEW, UNDO
from bxdesk.gui.parts.wording import spoken
from bxdesk.placements.catalogue import FAMILIES, family_of, note_of, object_title, title_within
from bxdesk.placements.families.record import Family

HOW, CARD, KEYS, OTHERS = "how", "card", "keys", "others"
"""The topics that are no family."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)


@dataclass(frozen=True, slots=True)
class Topic:
    """One entry of the help; ``searched`` is what a search looks at, ``family`` what it is about if it is a place."""

    key: str
    title: str
    searched: str
    family: Family | None = None


def topics() -> list[Topic]:
    """All topics, in the order of the tree."""
    card = (text for title, lines in card_sections() for text in (title, *(part for line in lines for part in line)))
    found = [
        _plain(HOW, _tr("How it works"), *steps()),
        _plain(CARD, _tr("The application's card"), *card),
        _plain(KEYS, _tr("Keyboard"), *(what for _, what in keys())),
    ]
    for family in FAMILIES:
        words = (spoken(family.title), *family.patterns, *(_about(pattern) for pattern in family.patterns))
        found.append(Topic(family.key, spoken(family.title), " ".join(words).casefold(), family))
    return [*found, _plain(OTHERS, _tr("Other placements"))]


def topic_for(code: str) -> str:
    """The key of the topic about a placement."""
    family = family_of(code)
    return family.key if family is not None else OTHERS


def steps() -> tuple[str, ...]:
    """How bxdesk is used, from the first step to the last."""
    return (
        _tr("Connect a portal. The guide says how the application is added there, field by field."),
        _tr("Choose a widget on the left, or make a new one. Each has one page address: the page that it opens."),
        _tr("Give the widget a title, in as many languages as your people speak."),
        _tr("Tick its places on the right. A place may have a different text."),
        _tr("Go on with other widgets as you like: whatever you changed waits, and nothing of it is lost."),
        _tr("Press “Review and apply…”. Every change is shown in a sentence before anything is sent."),
        _tr("Apply. The portal is read back, and what did not come out as planned is named."),
        _tr("Changed your mind? “Undo” takes the last apply back, “History” any earlier one."),
        _tr(
            "Moved to another server? “Move to a new server…”, in the menu beside the portal's name, "
            "changes the addresses."
        ),
        _tr(
            "Several portals? “Portals” says of each how it is. Those that are selected can be checked, exported, "
            "moved, and brought to one layout together."
        ),
    )


def keys() -> Iterator[tuple[str, str]]:
    """Each key of the window, and what it does."""
    standard = QKeySequence.StandardKey
    for key, what in (
        (QKeySequence("F1"), _tr("This help, about the place that is selected")),
        (QKeySequence(standard.Refresh), _tr("Read the portal again")),
        (QKeySequence(standard.Find), _tr("Find a place")),
        (UNDO, _tr("Undo what was ticked, typed or discarded")),
        (REDO, _tr("Do it again")),
        (QKeySequence("Space"), _tr("Tick or untick what is selected")),
        (NEW, _tr("Make a new widget")),
        (REVIEW, _tr("Review and apply what waits")),
        (QKeySequence(standard.Open), _tr("Open a layout file")),
        (QKeySequence(standard.Save), _tr("Save the widgets as a layout file")),
        (QKeySequence(standard.Paste), _tr("Paste a layout, outside of a text")),
        (QKeySequence("Ctrl+D"), _tr("Give the selected places a different text, or take it back")),
        (CALL, _tr("What the handler receives there")),
        (QKeySequence("Return"), _tr("Edit the widget of the selected binding")),
        (QKeySequence("F2"), _tr("Change the address of the selected bindings")),
        (QKeySequence("Ctrl+M"), _tr("Move the selected bindings to the open widget")),
        (QKeySequence(standard.Delete), _tr("Remove the selected widget or bindings")),
        (QKeySequence("Ctrl+L"), _tr("Leave the selected bindings as they are")),
        (QKeySequence(standard.Copy), _tr("Copy the selected bindings as a layout")),
        (PORTALS, _tr("Show all portals, and the widgets again")),
        (QUIT, _tr("Close the window; what waits is kept")),
    ):
        yield key.toString(QKeySequence.SequenceFormat.NativeText), what
    yield _tr("Alt and a letter"), _tr("Go to what has this letter underlined")


def title_of(code: str) -> str:
    """What people call one placement of a family; “Custom types” for all of those."""
    if "#" in code:
        return _tr("Custom types")
    return spoken(title_within(code))


def has_objects(family: Family) -> bool:
    """Whether its placements differ by the CRM object alone."""
    return all("#" in pattern or object_title(pattern) is not None for pattern in family.patterns)


def _about(pattern: str) -> str:
    return f"{title_of(pattern)} {spoken(note_of(pattern))}"


def _plain(key: str, title: str, *more: str) -> Topic:
    return Topic(key, title, " ".join((title, *more)).casefold())
