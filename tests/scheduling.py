"""Which process tests what, when several do: whole files, the long ones first, so that none works alone at the end."""

from __future__ import annotations

import pytest
from xdist.scheduler import LoadFileScheduling

SLOWEST_FIRST = ("tests/gui/test_everybody.py", "tests/e2e", "tests/package", "tests/fuzz", "tests/gui", "tests/portal")
"""The beginnings of the names of files, by how long one of them may take; quick ones come last."""
BY_PARAMETER = ("tests/gui/test_everybody.py",)
"""Files that may be shared out by their tests' parameter: each language takes most of a minute."""


class ByFile(LoadFileScheduling):  # type: ignore[misc]  # xdist has no types
    """Keeps the tests of a file together, for what they share."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return f"{file} {nodeid.partition('[')[2]}" if file in BY_PARAMETER else file


def place(item: pytest.Item) -> int:
    """Where a test stands in the order: the number of its beginning in ``SLOWEST_FIRST``."""
    named = (number for number, name in enumerate(SLOWEST_FIRST) if item.nodeid.startswith(name))
    return next(named, len(SLOWEST_FIRST))
