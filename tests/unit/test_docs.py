"""What the documentation names is there: tests, links, commands, codes, variables."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from bxdesk.checks.check import QUESTIONS
from bxdesk.cli import console
from bxdesk.cli.commands import COMMANDS
from bxdesk.cli.json_shapes import OUTPUTS
from bxdesk.portal.errors import _CODES, portal_error

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)")
DOCS = ROOT / "docs"
DOCUMENTS = sorted([*DOCS.glob("*.md"), ROOT / "README.md"])
MODULES = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "bxdesk").rglob("*.py"))}
SOURCE = "\n".join(MODULES.values())
CORE_SOURCE = "\n".join(text for path, text in MODULES.items() if not {"gui", "demo"} & set(path.parts))


def text_of(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def anchors(text: str) -> set[str]:
    """What links may lead to inside a page, as GitHub makes it of headings."""
    headings = re.findall(r"(?m)^#+ (.*)$", re.sub(r"(?s)```.*?```", "", text))
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_test_that_is_named_exists(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for path, name in NAMED.findall(text):
        source = (ROOT / path).read_text(encoding="utf-8")
        assert not name or re.search(rf"def {name}\(", source), f"{path}::{name}"


def test_the_protocol_and_the_threats_name_many() -> None:
    for name, least in (("protocol.md", 50), ("threats.md", 15)):
        assert len(NAMED.findall(text_of(name))) >= least


def test_every_fact_of_the_protocol_has_a_test_on_both_sides_or_says_why_not() -> None:
    facts = re.findall(r"(?m)^\| (?!what a portal does)(.+?) \| (.+) \| (.+) \|$", text_of("protocol.md"))
    assert len(facts) > 50
    for fact, client, demo in facts:
        for cell in (client, demo):
            assert cell.startswith("none: ") or NAMED.match(cell), f"{fact}: {cell}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    for target, anchor in LINK.findall(document.read_text(encoding="utf-8")):
        path = (document.parent / target) if target else document
        assert path.exists(), target
        assert not anchor or anchor in anchors(path.read_text(encoding="utf-8")), f"{target}#{anchor}"


def test_the_index_leads_to_every_page() -> None:
    led_to = {target for target, _ in LINK.findall(text_of("README.md"))}
    assert {path.name for path in DOCS.glob("*.md")} - {"README.md"} <= led_to


def test_every_command_and_its_schema_is_there() -> None:
    text = text_of("command-line.md")
    assert set(re.findall(r"(?m)^bxdesk ([a-z][\w-]*)", text)) == COMMANDS.keys()
    assert set(re.findall(r"schemas/([\w-]+)\.json\)", text)) == {*OUTPUTS, "error"}


def test_exit_codes_are_those_of_commands() -> None:
    codes = {int(code) for code in re.findall(r"(?m)^\| (\d+) \|", text_of("command-line.md"))}
    assert codes == {console.DONE, console.FAILED, console.CHANGES, console.USAGE}


def test_variables_are_those_that_are_read() -> None:
    read = set(re.findall(r'"(BXDESK_[A-Z_]+)"', SOURCE))
    assert set(re.findall(r"(?m)^\| `(BXDESK_[A-Z_]+)` \|", text_of("command-line.md"))) == read


def own_codes() -> set[str]:
    """The codes of problems that the core and the commands make, without the portal's own and those of checks."""
    made = re.findall(
        r"""(?:Problem|_problem|_error|_note)\(\s*(?:"(\w+)"|([A-Z_]{5,}))(?: if \w+ else "(\w+)")?,""", CORE_SOURCE
    )
    named = {found[0] for _, name, _ in made if (found := re.findall(rf'(?m)^{name or "-"} = "(\w+)"', CORE_SOURCE))}
    of_vaults = {f"vault_{end}" for end in re.findall(r'VaultError\(\s*"(\w+)"', CORE_SOURCE)}
    files = set(re.findall(r'DataFile\(path, "(\w+)"', CORE_SOURCE))
    of_files = {f"{file}_{end}" for file in files for end in ("unreadable", "unwritable")}
    elsewhere = {"plan_without_rest", "refused", "usage"}
    return {code for one, _, other in made for code in (one, other) if code} | named | of_vaults | of_files | elsewhere


def test_every_code_that_a_command_may_print_is_listed() -> None:
    text = text_of("codes.md")
    of_problems, of_checks = text.split("## Checks")
    of_portals = {code for code in _CODES if portal_error(code).problem.code == code}
    assert len(own_codes()) > 100
    assert set(re.findall(r"`(\w+)`", of_problems)) - {"code", "hint", "mistakes", "0"} == own_codes() | of_portals
    assert dict(re.findall(r"\| `(\w+)` \| (.*) \|", of_checks)) == {
        code: str(said) for code, said in QUESTIONS.items()
    }


def test_codes_of_problems_exist() -> None:
    codes = re.findall(r"\(`(\w+)`\)", text_of("troubleshooting.md"))
    listed = {code.lower() for code in re.findall(r"`(\w+)`", text_of("codes.md"))}
    assert len(codes) > 25
    assert [code for code in codes if code not in listed] == []


def test_the_page_of_placements_is_that_of_the_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    monkeypatch.delitem(sys.modules, "placements", raising=False)
    import placements

    assert placements.page() == text_of("placements.md"), "run python packaging/placements.py"


def test_the_way_of_a_title_names_what_is_there() -> None:
    text = text_of("developing.md")
    way = text[text.index("### The way of one title") : text.index("The directions between rooms")]
    steps = re.findall(r"(?m)^\d+\. ", way)
    assert 5 < len(steps) <= 15
    modules = re.findall(r"`(\w+(?:/\w+)*\.py)`", way)
    assert len(modules) >= len(steps)
    for module in modules:
        assert any(path.as_posix().endswith(f"/{module}") for path in (ROOT / "bxdesk").rglob("*.py")), module
    for owner, name in re.findall(r"`([A-Z]\w+)\.(\w+)`", way):
        assert f"class {owner}" in SOURCE, owner
        assert f"def {name}(" in SOURCE, name
