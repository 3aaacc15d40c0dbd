"""Placement codes: their spelling, and the custom type's number inside them.

A custom CRM type's placements carry its ``entityTypeId``: ``CRM_DYNAMIC_183_DETAIL_ACTIVITY``.
"""

from __future__ import annotations

import re
from functools import lru_cache

BACKGROUND_WORKER = "PAGE_BACKGROUND_WORKER"

BLOCK = "LANDING_BLOCK_"
"""How the codes of the blocks of sites begin; the rest names the block."""
_DYNAMIC = re.compile(r"CRM_DYNAMIC_([0-9]{1,15})_([A-Z_]+)")


@lru_cache(maxsize=4096)
def normalise(code: str) -> str:
    """The code as a portal stores it: without surrounding blanks, in upper case.

    A thousand portals offer the same three hundred; each is one text in memory.
    """
    return code.strip().upper()


def foreign_in(code: str) -> list[int]:
    """Where characters stand that no code has, however much they look like its letters."""
    return [place for place, character in enumerate(code) if not character.isascii()]


def type_number(code: str) -> int | None:
    """The ``entityTypeId`` inside a custom type's code, None for every other code."""
    found = _DYNAMIC.fullmatch(normalise(code))
    return int(found.group(1)) if found else None


def pattern_of(code: str) -> str:
    """The code with ``#`` in place of a custom type's number (``CRM_DYNAMIC_#_DETAIL_ACTIVITY``).

    The blocks of sites have codes of their own; ``*`` stands for what tells them apart.
    """
    code = normalise(code)
    if code.startswith(BLOCK):
        return f"{BLOCK}*"
    found = _DYNAMIC.fullmatch(code)
    return f"CRM_DYNAMIC_#_{found.group(2)}" if found else code


def with_number(pattern: str, entity_type_id: int) -> str:
    """The code of one custom type from a pattern such as ``CRM_DYNAMIC_#_DETAIL_ACTIVITY``."""
    return pattern.replace("#", str(entity_type_id))


def timeline_code(entity_type_id: int) -> str:
    """The timeline button's code for one custom type."""
    return with_number("CRM_DYNAMIC_#_DETAIL_ACTIVITY", entity_type_id)


def takes_user(code: str) -> bool:
    """Whether a placement can be bound for one user alone."""
    return normalise(code) == BACKGROUND_WORKER
