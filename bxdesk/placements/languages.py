"""The languages a portal may speak, by the two letters it calls them.

No method lists a portal's languages, so the usual ones are offered, and those that its rows already use.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bxdesk.messages import Message, message, verbatim
from bxdesk.placements.bindings import DEFAULT_LANGUAGE
from bxdesk.placements.snapshot import Snapshot

LANGUAGES: Mapping[str, Message] = MappingProxyType(
    {
        "en": message("English"),
        "de": message("German"),
        "la": message("Spanish (Latin America)"),
        "es": message("Spanish"),
        "br": message("Portuguese (Brazil)"),
        "fr": message("French"),
        "it": message("Italian"),
        "pl": message("Polish"),
        "ru": message("Russian"),
        "ua": message("Ukrainian"),
        "kz": message("Kazakh"),
        "tr": message("Turkish"),
        "ar": message("Arabic"),
        "sc": message("Chinese (simplified)"),
        "tc": message("Chinese (traditional)"),
        "ja": message("Japanese"),
        "vn": message("Vietnamese"),
        "id": message("Indonesian"),
        "ms": message("Malay"),
        "th": message("Thai"),
    }
)

PORTALS_NAMES: Mapping[str, str] = MappingProxyType(
    {"cn": "sc", "jp": "ja", "kk": "kz", "pt": "br", "uk": "ua", "vi": "vn", "zh": "sc"}
)
"""What portals call a language that the rest of the world (ISO 639) or common habit calls otherwise."""


def language_title(language: str) -> Message:
    """A language as people call it; its id if nobody named it."""
    return LANGUAGES.get(language) or verbatim(language)


def named_language(language: str) -> Message:
    """A language as people call it, with its id: “German (de)”."""
    title = LANGUAGES.get(language)
    return message("{language} ({id})", language=title, id=language) if title else verbatim(language)


def spoken_on(snapshot: Snapshot) -> frozenset[str]:
    """The languages that the app's rows on a portal use."""
    return frozenset(language for row in snapshot.bindings for language in row.texts) - {DEFAULT_LANGUAGE}
