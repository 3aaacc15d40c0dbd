"""What the help is about: how bxdesk works, its keys, and every family of placements."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from bxdesk.gui.help.card_topic import card_sections
from bxdesk.gui.help.key_topic import key_sections
from bxdesk.gui.parts.wording import translated
from bxdesk.placements.catalogue import FAMILIES, family_of, note_of, object_title, title_within
from bxdesk.placements.families.record import Family

HOW, CARD, PORTALS, KEYS, OTHERS = "how", "card", "portals", "keys", "others"
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
        _plain(PORTALS, _tr("Several portals"), *several_portals()),
        _plain(KEYS, _tr("Keyboard"), *(what for _, lines in key_sections() for _, what in lines)),
    ]
    for family in FAMILIES:
        words = (translated(family.title), *family.patterns, *(_about(pattern) for pattern in family.patterns))
        found.append(Topic(family.key, translated(family.title), " ".join(words).casefold(), family))
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


def several_portals() -> tuple[str, ...]:
    """How many portals are looked after together."""
    return (
        _tr(
            "Each portal has a line: how it is, what waits in its draft, what others have changed, and when it was "
            "last read. Select one, and what is known of it stands below; Return or a double click opens it."
        ),
        _tr("“Read all” asks all of them, some side by side: one that does not answer holds up nobody."),
        _tr("Select several: “With the selected” checks, proves, exports, moves or groups them together."),
        _tr(
            "“Compare with a layout…” says how far each is from a layout file. “Review and apply…” shows every change "
            "before anything is sent, portal by portal."
        ),
        _tr("What failed can be tried again alone. What was cut off waits at its portal until it is settled."),
    )


def title_of(code: str) -> str:
    """What people call one placement of a family; “Custom types” for all of those."""
    if "#" in code:
        return _tr("Custom types")
    return translated(title_within(code))


def has_objects(family: Family) -> bool:
    """Whether its placements differ by the CRM object alone."""
    return all("#" in pattern or object_title(pattern) is not None for pattern in family.patterns)


def _about(pattern: str) -> str:
    return f"{title_of(pattern)} {translated(note_of(pattern))}"


def _plain(key: str, title: str, *more: str) -> Topic:
    return Topic(key, title, " ".join((title, *more)).casefold())
