"""The catalogues of the window's languages are complete, and say the same with the same places in them."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from tests.catalogues import catalogues

UP_TO_DATE = "run: python packaging/translations.py, and translate what is unfinished"


def places(text: str) -> list[str]:
    """The named places of a template; a text with other braces has none."""
    try:
        return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    except ValueError:
        return []


def test_every_text_is_written_where_it_is_said() -> None:
    assert catalogues.unseen() == []


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_nothing_is_missing_and_nothing_is_left_over(language: str) -> None:
    assert set(catalogues.read(language)) == set(catalogues.said()), UP_TO_DATE


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_translations_keep_places_blanks_and_mnemonics(language: str) -> None:
    for text, translation in catalogues.read(language).items():
        assert places(translation) == places(text), text
        assert translation.strip(), text
        assert (translation[0] == " ", translation[-1] == " ") == (text[0] == " ", text[-1] == " "), text
        assert translation.replace("&&", "").count("&") == text.replace("&&", "").count("&"), text


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_what_the_program_loads_is_what_was_translated(language: str, tmp_path: Path) -> None:
    catalogues.compile_to(language, tmp_path / "made.qm")
    loaded = catalogues.FOLDER / f"bxdesk_{language}.qm"
    assert loaded.read_bytes() == (tmp_path / "made.qm").read_bytes(), UP_TO_DATE
