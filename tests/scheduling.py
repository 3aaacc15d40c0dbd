"""Which process tests what, when several do: whole files, so mixed that all cores have work until the end."""

from __future__ import annotations

from collections import defaultdict

import pytest
from xdist.scheduler import LoadFileScheduling

ENDS = {"tests/e2e": 0.8, "tests/package": 0.6, "tests/fuzz": 0.8}
"""How much of the run the files of these folders are spread over: one of them may take a minute, most of it waiting."""
BY_PARAMETER = ("tests/gui/test_everybody.py",)
"""Files that are shared out by their tests' parameter and come first: each language takes most of a minute."""


class ByFile(LoadFileScheduling):  # type: ignore[misc]  # xdist has no types
    """Keeps the tests of a file together, for what they share."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return f"{file} {nodeid.partition('[')[2]}" if file in BY_PARAMETER else file


def mix(items: list[pytest.Item]) -> None:
    """Spreads the files of each folder over the run; within a folder the order stays."""
    folders: dict[str, list[str]] = defaultdict(list)
    for file in dict.fromkeys(map(_file, items)):
        folders["/".join(file.split("/")[:2])].append(file)
    places = {
        file: ENDS.get(folder, 1.0) * number / len(files)
        for folder, files in folders.items()
        for number, file in enumerate(files)
    }
    places |= dict.fromkeys(BY_PARAMETER, -1.0)
    items.sort(key=lambda item: places[_file(item)])


def _file(item: pytest.Item) -> str:
    return item.nodeid.partition("::")[0]
