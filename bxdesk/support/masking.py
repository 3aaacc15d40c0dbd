"""Taking out of a text what may be secret: for texts that leave the computer.

Nothing secret is written where these texts come from; this is the second lock on the same door. What it cannot know for
sure it takes for secret.
"""

from __future__ import annotations

import re
from pathlib import Path

MASK = "…"

_NAMED = re.compile(
    r"(?P<name>[\w-]*(?:token|secret|password|passwd|passphrase|auth|bearer|cookie|session|code|state|refresh|app_sid)"
    r"[\w-]*)(?P<between>[\"']?\s*[=:]\s*[\"']?)(?P<kind>(?:Bearer|Basic)\s+)?"
    r"(?P<value>[^\s\"'&,;)}\]]+)",
    re.IGNORECASE,
)
"""A value behind a name that promises a secret."""
_BEARER = re.compile(r"\b(?P<kind>Bearer|Basic)\s+\S+", re.IGNORECASE)
_LOGIN = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*://)\S*@", re.IGNORECASE)
"""Up to the last @ before a blank: somebody may have typed a password with a slash or an @ as it is."""
_WEBHOOK = re.compile(r"(?P<path>/rest/(?:api/)?\d+/)\w+")
_QUERY = re.compile(r"(?P<before>[^\s\"'<>]*[/\w.-])[?#][^\s\"'<>]*=[^\s\"'<>]*")
_RUN = re.compile(r"[A-Za-z0-9_+=~]{20,}")
_WORDS = re.compile(
    r"[A-Z0-9]{1,19}(?:_[A-Z0-9]{1,19})+"  # a placement's code
    r"|[a-z]{1,19}(?:_[a-z]{1,19})+"
    r"|(?:[A-Z]+[a-z]{2,}){2,8}"  # an exception's class
)
"""Long runs of letters that are names, and not drawn by lot."""
_LONG_RUN = re.compile(r"(?=[\w+=~-]*[0-9])(?=[\w+=~-]*[a-z])(?=[\w+=~-]*[A-Z])[\w+=~-]{32,}", re.ASCII)
"""Letters of all kinds and digits, also with hyphens."""
_BASE64 = re.compile(r"[A-Za-z0-9+/]{20,}={0,2}")
_PART_OF_A_PATH = re.compile(r"[A-Za-z]?[a-z]*(?:[A-Z][a-z]+){0,4}[A-Z]{0,8}\d{0,4}|\d{0,10}")
"""A few words, with a number at most; a part of a run drawn by lot is none."""


def masked(text: str) -> str:
    """The text without queries, logins in addresses, values of secret names, and whatever looks drawn by lot."""
    text = _LOGIN.sub(lambda found: f"{found['scheme']}{MASK}@", text)
    text = _QUERY.sub(lambda found: f"{found['before']}?{MASK}", text)
    text = _WEBHOOK.sub(lambda found: f"{found['path']}{MASK}", text)
    text = _NAMED.sub(_without_value, text)
    text = _BEARER.sub(lambda found: f"{found['kind']} {MASK}", text)
    text = _BASE64.sub(lambda found: MASK if _is_drawn_by_lot(found[0]) else found[0], text)
    text = _LONG_RUN.sub(MASK, text)
    return _RUN.sub(lambda found: found[0] if _WORDS.fullmatch(found[0]) else MASK, text)


def _is_drawn_by_lot(run: str) -> bool:
    """Whether a run with slashes is no path; runs without any are looked at by other letters."""
    return "/" in run and not all(map(_PART_OF_A_PATH.fullmatch, run.split("/")))


def _without_value(found: re.Match[str]) -> str:
    if found.string[: found.start()].endswith(".") and found["between"] == ": ":
        return found[0]  # the name of a module, before what it logs
    return f"{found['name']}{found['between']}{found['kind'] or ''}{MASK}"


def without_home(text: str, home: Path | None = None) -> str:
    """The text with ``~`` for the person's own folder, whose name is as a rule the person's."""
    place = str(home or Path.home())
    return text.replace(place, "~") if len(place) > 1 else text
