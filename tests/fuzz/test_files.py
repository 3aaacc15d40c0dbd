"""Files and keyring items that were damaged or forged: each is named or passed over, and commands go on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.placements.content import Content
from bxdesk.placements.draft import Draft
from bxdesk.placements.draft_text import draft_text
from bxdesk.placements.kept_draft import KeptDraft, resume
from bxdesk.placements.widget_view import WidgetView
from bxdesk.placements.widgets import Widget
from bxdesk.storage.drafts import DraftFiles
from tests.builders import DEAL, LEAD, OTHER_HANDLER, binding, snapshot
from tests.fuzz.bounds import Bounds, fuzzed
from tests.fuzz.computer import Computer, computer
from tests.fuzz.corpus import FILES, ITEMS
from tests.fuzz.inputs import WHATEVER, damaged, spoilt
from tests.fuzz.portal import MEMBER, Answers, HostilePortal

CONNECTIONS, SETTINGS, WINDOW = "config/connections.json", "config/settings.json", "config/window.json"
CHOSEN = {"language": "de", "theme": "dark", "proxy": "none", "last_portal": f"local.1@{MEMBER}"}
COMMANDS = (("portals", "--json"), ("status",), ("history",), ("history", "--json"), ("undo", "--yes"), ("drift",))


@pytest.fixture
def person(hostile: HostilePortal, tmp_path: Path) -> Iterator[Computer]:
    """Somebody who is signed in, and whose portal is in order."""
    hostile.answers = Answers()
    with computer(tmp_path / "bxdesk", hostile.address) as somebody:
        yield somebody


Use = Callable[[dict[str, str | bytes], dict[str, str]], None]


@pytest.fixture
def use(person: Computer, network: Bounds) -> Use:
    """Gives all commands on a computer where this lies in these files, and in the keyring under these names."""

    def through(files: dict[str, str | bytes], items: dict[str, str]) -> None:
        person.fresh()
        for name, content in files.items():
            person.write(name, content)
        person.keyring.items |= {
            name.replace("IDENTITY", person.connection.identity): text for name, text in items.items()
        }
        for arguments in (*COMMANDS, ("disconnect", person.portal)):
            with network.one():
                person.run(*arguments)

    return through


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("file", [CONNECTIONS, SETTINGS, WINDOW, "state/journal/0123456789abcdef-000001-abcdef.jsonl"])
def test_what_failed_once(use: Use, file: str, name: str) -> None:
    use({file: FILES[name]}, {})


@pytest.mark.parametrize("name", ITEMS)
def test_an_item_that_failed_once(use: Use, name: str) -> None:
    use({}, {"IDENTITY": ITEMS[name], "proxy": ITEMS[name]})


@fuzzed(20)
@given(st.data())
def test_any_list_of_connections(use: Use, person: Computer, data: st.DataObject) -> None:
    good = person.listed()
    text = data.draw(spoilt(good).map(json.dumps) | damaged(json.dumps(good).encode()) | WHATEVER.map(json.dumps))
    use({CONNECTIONS: text}, {})


@fuzzed(15)
@given(spoilt(CHOSEN).map(json.dumps) | damaged(json.dumps(CHOSEN).encode()))
def test_any_settings(use: Use, text: str | bytes) -> None:
    use({SETTINGS: text}, {})


@fuzzed(15)
@given(st.data())
def test_any_item_of_the_keyring(use: Use, person: Computer, data: st.DataObject) -> None:
    items = spoilt(person.keys()).map(json.dumps) | WHATEVER.map(json.dumps) | st.text()
    use({}, {"IDENTITY": data.draw(items), "proxy": data.draw(items)})


@pytest.fixture
def journal(person: Computer, tmp_path: Path) -> tuple[str, list[bytes]]:
    """The name of a journal that an apply has written, and its lines."""
    layout = tmp_path / "layout.yaml"
    layout.write_text(f"bxdesk: 1\nhandler: {OTHER_HANDLER}\nwidgets: [{{placements: [LEFT_MENU], title: x}}]", "utf-8")
    person.fresh()
    person.run("apply", str(layout), "--prune", "--yes")
    (path,) = (person.folders.state / "journal").rglob("*.jsonl")
    return path.name, path.read_bytes().splitlines()


@fuzzed(30)
@given(st.data())
def test_any_journal(use: Use, journal: tuple[str, list[bytes]], data: st.DataObject) -> None:
    name, lines = journal[0], list(journal[1])
    at = data.draw(st.integers(0, len(lines) - 1))
    lines[at] = data.draw(spoilt(json.loads(lines[at])).map(lambda one: json.dumps(one).encode()) | damaged(lines[at]))
    kept = data.draw(st.integers(1, len(lines)))
    use({f"state/journal/{name}": b"\n".join(lines[:kept]) + b"\n"}, {})


HERE = snapshot(binding(), binding(LEAD, OTHER_HANDLER))
DRAFT = draft_text(
    KeptDraft(
        Draft.of(HERE).with_widget(
            "new-1", Widget("https://new.example.com", Content.of("Call"), {DEAL: None, LEAD: Content.of("Other")})
        ),
        datetime(2026, 1, 1, tzinfo=UTC),
    )
)


async def taken_up(folder: Path) -> None:
    """What a window does with the draft that it finds."""
    files = DraftFiles(folder / "drafts", folder / "locks")
    try:
        found = await files.read("who")
        "".join(map(str, found.problems)).encode()
        draft = resume(found.kept, HERE).draft if found.kept is not None else Draft.of(HERE)
        draft.plan(HERE)
        for key in draft.layout.widgets:
            WidgetView(draft, HERE, key).state(DEAL)
        await files.keep("who", draft)
        await files.keep("who", None)
    finally:
        files.close()


@fuzzed(50)
@given(spoilt(json.loads(DRAFT)).map(lambda one: json.dumps(one).encode()) | damaged(DRAFT.encode()))
def test_any_draft(alone: Bounds, tmp_path: Path, text: bytes) -> None:
    restore(alone, tmp_path, text)


@pytest.mark.parametrize("name", FILES)
def test_a_draft_that_failed_once(alone: Bounds, tmp_path: Path, name: str) -> None:
    restore(alone, tmp_path, FILES[name])


def restore(alone: Bounds, folder: Path, text: bytes) -> None:
    """Opens a window where this is the draft that was left."""
    stem = hashlib.sha256(b"who").hexdigest()[:16]
    (folder / "drafts").mkdir(exist_ok=True)
    (folder / "drafts" / f"{stem}-1.json").write_bytes(text)
    with alone.one():
        anyio.run(taken_up, folder)
