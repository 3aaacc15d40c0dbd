"""The catalogues of the window's languages: `python packaging/translations.py` brings them up to date.

Collects every text that the program says, by reading its source: what `tr`, `_tr`, `translate` and `message` are given.
Each catalogue (Qt Linguist's format, one context for all) keeps what was translated; what is new is marked unfinished,
what is gone is dropped. Then the compiled files are made, which the program loads.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "es", "ru")
CONTEXT = "bxdesk"
_SILENT = ("demo/", "cli/")
"""What never speaks in the window: the embedded portal, and the command line."""
_SAYS = {"tr": 0, "_tr": 0, "message": 0, "translate": 1}
"""Functions that take a text for people, and which of their arguments it is."""
_SAYERS = ("tr", "_tr", "message", "translate", "_translate")
"""Functions that hand on the text they are given."""


def said() -> dict[str, str]:
    """Every text, and the file that says it first."""
    found: dict[str, str] = {}
    for where, given in _everywhere():
        if isinstance(given, ast.Constant) and isinstance(given.value, str) and given.value.strip():
            found.setdefault(given.value, where)
    return found


def unseen() -> list[str]:
    """Where a text is said that is not written there: it would never be translated. The sayers themselves may."""
    return [
        f"{where}:{given.lineno}: {ast.unparse(given)}"
        for where, given in _everywhere(without=_SAYERS)
        if not isinstance(given, ast.Constant)
    ]


def _everywhere(without: tuple[str, ...] = ()) -> Iterator[tuple[str, ast.expr]]:
    for path in sorted((ROOT / "bxdesk").rglob("*.py")):
        where = path.relative_to(ROOT).as_posix()
        if not where.removeprefix("bxdesk/").startswith(_SILENT):
            for given in _given(ast.parse(path.read_text(encoding="utf-8")), without):
                yield where, given


def _given(tree: ast.AST, without: tuple[str, ...]) -> Iterator[ast.expr]:
    """What is given as the text, in every call outside of these functions."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef) and node.name in without:
            continue
        if isinstance(node, ast.Call):
            place = _SAYS.get(getattr(node.func, "attr", getattr(node.func, "id", "")))
            if place is not None and len(node.args) > place:
                yield node.args[place]
        yield from _given(node, without)


def read(language: str) -> dict[str, str]:
    """What is translated so far; unfinished ones are left out."""
    path = FOLDER / f"bxdesk_{language}.ts"
    if not path.exists():
        return {}
    known: dict[str, str] = {}
    for message in ET.parse(path).iter("message"):  # noqa: S314 - a file of this repository
        source, translation = message.find("source"), message.find("translation")
        if source is not None and translation is not None and translation.get("type") != "unfinished":
            known[source.text or ""] = translation.text or ""
    return known


def write(language: str, texts: Mapping[str, str], known: Mapping[str, str]) -> None:
    """Writes a catalogue with these texts and what is known of them."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text, where in sorted(texts.items(), key=lambda item: (item[1], item[0])):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "location", filename=where)
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        if known.get(text):
            translation.text = known[text]
        else:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    text = ET.tostring(root, encoding="unicode")
    path = FOLDER / f"bxdesk_{language}.ts"
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def compile_to(language: str, target: Path) -> None:
    """Makes the file that the program loads."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    source = FOLDER / f"bxdesk_{language}.ts"
    subprocess.run([str(tool), "-silent", str(source), "-qm", str(target)], check=True)


def main() -> None:
    """Brings all catalogues up to date."""
    texts = said()
    for language in LANGUAGES:
        write(language, texts, read(language))
        compile_to(language, FOLDER / f"bxdesk_{language}.qm")
        missing = len(texts) - len(set(texts) & set(read(language)))
        sys.stdout.write(f"{language}: {len(texts)} texts, {missing} to translate\n")


if __name__ == "__main__":
    main()
