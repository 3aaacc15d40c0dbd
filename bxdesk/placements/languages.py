"""The languages a portal may speak, by the two letters it calls them.

No method lists a portal's languages, so the usual ones are offered, and those that its rows already use.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bxdesk.placements.bindings import DEFAULT_LANGUAGE
from bxdesk.placements.snapshot import Snapshot
from bxdesk.words import Words, verbatim, words

LANGUAGES: Mapping[str, Words] = MappingProxyType(
    {
        "en": words("English"),
        "de": words("German"),
        "la": words("Spanish (Latin America)"),
        "es": words("Spanish"),
        "br": words("Portuguese (Brazil)"),
        "fr": words("French"),
        "it": words("Italian"),
        "pl": words("Polish"),
        "ru": words("Russian"),
        "ua": words("Ukrainian"),
        "kz": words("Kazakh"),
        "tr": words("Turkish"),
        "ar": words("Arabic"),
        "sc": words("Chinese (simplified)"),
        "tc": words("Chinese (traditional)"),
        "ja": words("Japanese"),
        "vn": words("Vietnamese"),
        "id": words("Indonesian"),
        "ms": words("Malay"),
        "th": words("Thai"),
    }
)


def language_title(language: str) -> Words:
    """A language as people call it; its id if nobody named it."""
    return LANGUAGES.get(language) or verbatim(language)


def spoken_on(snapshot: Snapshot) -> frozenset[str]:
    """The languages that the app's rows on a portal use."""
    return frozenset(language for row in snapshot.bindings for language in row.texts) - {DEFAULT_LANGUAGE}
