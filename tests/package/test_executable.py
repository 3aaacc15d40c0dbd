"""The built program, tried as a person would. Whatever it says on standard error that is not named here is a fault."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from bxdesk import __version__
from bxdesk.support.self_check import find_facts
from tests.e2e.portals import SimpleBrowser, announced, portal_process
from tests.e2e.processes import BXDESK, PATIENCE, Bxdesk, Finished, started, wait_until
from tests.e2e.screen import Screen, running_screen

from .conftest import copy_program

pytestmark = pytest.mark.linux

LAYOUT = """\
bxdesk: 1
handler: https://widgets.example.com/bitrix24
widgets:
  - placements: [CRM_DEAL_DETAIL_ACTIVITY, "CRM_DYNAMIC_{Purchase}_DETAIL_ACTIVITY", CONTACT_CENTER]
    title: Send contract
"""
MAY_BE_SAID = {"Waiting for your system's keyring. It may ask for a password…"}
"""On a busy computer."""


def facts_of(done: Finished) -> dict[str, str]:
    return {fact["name"]: fact["value"] for fact in done.json["facts"]}


def test_it_tells_its_version(bxdesk: Bxdesk) -> None:
    done = bxdesk.run("--version")

    assert (done.out, done.err) == (f"bxdesk, version {__version__}\n", "")


def test_all_its_parts_are_there(bxdesk: Bxdesk, program: Path) -> None:
    done = bxdesk.run("--self-check", "--json")

    facts = facts_of(done)
    assert (done.json["ok"], done.err) == (True, "")
    assert facts["built as"] == "executable"
    assert facts["keyring"] == "SecretService Keyring"
    assert facts["resources"] == str(program.parent / "_internal/resources")
    here = {fact.name: fact.value for fact in find_facts(tuple)}
    for same in ("bxdesk", "Python", "languages", "keyring backends", "certificates"):
        assert facts[same] == here[same]


def test_it_needs_neither_a_screen_nor_a_keyring_to_say_so(program: Path, clean: dict[str, str]) -> None:
    done = Bxdesk(Path(clean["BXDESK_HOME"]), clean, program=program).run("--self-check", "--json")

    facts = facts_of(done)
    assert (facts["screen"], facts["keyring"], done.err) == ("offscreen", "There is none in this session.", "")


def test_it_has_the_cipher_of_vaults(program: Path, clean: dict[str, str], tmp_path: Path) -> None:
    key = Bxdesk(tmp_path, clean, program=program).run("vault-key").out.strip()
    vault = {"BXDESK_VAULT": str(tmp_path / "a.vault"), "BXDESK_VAULT_KEY": key}

    assert "There is no vault at" in Bxdesk(tmp_path, clean | vault, program=program).run("portals").err


@pytest.mark.parametrize(
    ("lost", "named"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "Qt's platform plugin  FAILED: qxcb is missing"),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", "drawings              FAILED: "),
        ("PySide6/Qt/translations/qtbase_ru.qm", "Qt's own languages    FAILED: de, en, es"),
        ("resources/layout.schema.json", "resources             FAILED: missing: layout.schema.json"),
    ],
)
def test_a_part_that_is_lost_is_named(
    built: Path, tmp_path: Path, clean: dict[str, str], lost: str, named: str
) -> None:
    assert built.is_dir()
    program = copy_program(tmp_path / "broken")
    (program.parent / "_internal" / lost).unlink()

    done = Bxdesk(tmp_path, clean, program=program).run("--self-check", code=1)

    assert named in done.out


def test_a_portal_is_connected_planned_and_applied(
    bxdesk: Bxdesk, program: Path, redirect: str, tmp_path: Path
) -> None:
    layout = tmp_path / "layout.yaml"
    layout.write_text(LAYOUT, encoding="utf-8")
    browser = SimpleBrowser()
    with browser.http, portal_process(tmp_path, redirect, program=program) as keys:
        with bxdesk.start(*keys.connect(redirect, "--no-browser"), BXDESK_CLIENT_SECRET=keys.client_secret) as process:
            page = browser.get(browser.allow(announced(process, keys)))
            assert "You are signed in" in page.text
            connected = bxdesk.checked(process.finish())
        planned = bxdesk.run("plan", str(layout), "--json", code=2)
        applied = bxdesk.run("apply", str(layout), "--yes", "--json")
        again = bxdesk.run("plan", str(layout), "--json")

    assert f"Connected to {keys.host} as Helen Marsh." in connected.out
    assert [step["action"] for step in planned.json["portals"][0]["steps"]] == ["bind"] * 3
    assert applied.json["portals"][0]["verified"] is True
    assert again.json["portals"][0]["steps"] == []
    said = {line for done in (connected, planned, applied, again) for line in done.err.splitlines()}
    assert said - MAY_BE_SAID == {
        "Open this address in a browser and press Allow. You may also paste here what it ends at:",
        f"Sending changes to {keys.host}… (0 of 3)",
        f"Comparing what stands on {keys.host} with the plan… (3 of 3)",
        "Note: This app has several tiles in the Contact Center. Some portals show only the last tile of an app. "
        "Use one tile whose page offers the choice.",
    }


@pytest.mark.parametrize("before", [None, "/opt/somewhere/lib"])
def test_the_browser_is_started_with_its_own_libraries(
    bxdesk: Bxdesk, program: Path, redirect: str, tmp_path: Path, before: str | None
) -> None:
    """The executable's are older than those of most systems: a browser that loads them may not start."""
    seen = tmp_path / "seen"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nenv > "{seen}.part" && mv "{seen}.part" "{seen}"\n', encoding="utf-8")
    browser.chmod(0o755)
    with portal_process(tmp_path, redirect, program=program) as keys:
        around = {"BXDESK_CLIENT_SECRET": keys.client_secret, "BROWSER": str(browser)}
        if before is not None:
            around["LD_LIBRARY_PATH"] = before
        with bxdesk.start(*keys.connect(redirect), **around) as process:
            wait_until(seen.exists)
            process.interrupt()

    libraries = [line for line in seen.read_text(encoding="utf-8").splitlines() if line.startswith("LD_LIBRARY_PATH")]
    assert libraries == ([] if before is None else [f"LD_LIBRARY_PATH={before}"])


def picture_of(program: Path, screen: Screen, path: Path) -> QImage:
    """The window on the demo portal, once it stands still; it must end without a word when it is told to."""
    # A home of its own: a window stands where the last one stood.
    environment = screen.environment | {"BXDESK_HOME": str(path.with_suffix(""))}
    with started([str(program), "--demo"], environment) as process:
        try:
            screen.window("^Demo portal – 127.0.0.1:[0-9]+ — bxdesk$")
        except AssertionError as error:
            raise AssertionError(f"no portal was shown; it said: {process.printed('err')!r}") from error
        end = time.monotonic() + PATIENCE
        shown = screen.picture(path)
        while True:
            time.sleep(0.3)
            before, shown = shown, screen.picture(path)
            if difference(before, shown) < 0.001:  # a cursor may blink
                break
            assert time.monotonic() < end, "the window never stands still"
        done = process.stop()
    assert done == Finished(0, "", "")
    return shown


def difference(one: QImage, other: QImage) -> float:
    """The share of pixels that look different, between 0 and 1."""
    assert one.size() == other.size()
    pairs = [(one.pixel(x, y), other.pixel(x, y)) for x in range(0, one.width(), 3) for y in range(0, one.height(), 3)]
    return sum(a != b for a, b in pairs) / len(pairs)


def test_the_window_looks_like_the_sources(bxdesk: Bxdesk, program: Path, tmp_path: Path) -> None:
    with running_screen(bxdesk.environment) as screen:
        blank = screen.picture(tmp_path / "blank.png")
        built = picture_of(program, screen, tmp_path / "built.png")
        source = picture_of(BXDESK, screen, tmp_path / "source.png")

    assert difference(blank, source) > 0.3
    assert difference(built, source) < 0.02  # the demo portal's port is another each time
