"""Bad input ends in a clear error, and nothing is sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from bxdesk.demo import DemoPortal
from tests.ports import find_port

from .processes import Bxdesk
from .web_site import WebSite

ADDRESS = "https://widgets.example.com/bitrix24"


def layout_text(handler: str = ADDRESS, placement: str = "CRM_DEAL_DETAIL_ACTIVITY", title: str = "Send") -> str:
    """A layout with one widget. The handler stands on line 2, the placement on line 4, the title on line 5."""
    return (
        f"bxdesk: 1\nhandler: {handler}\nwidgets:\n  - placements: [CONTACT_CENTER, {placement}]\n    title: {title}\n"
    )


LAYOUTS = {
    "a host without a dot": (layout_text(handler="https://intranet/b24"), 2, "The host must have a dot"),
    "ftp": (layout_text(handler="ftp://widgets.example.com/b24"), 2, "Portals refuse ftp:// addresses."),
    "300 characters": (layout_text(handler=f"{ADDRESS}/{'x' * 263}"), 2, "It has 300 characters; a portal stores 255."),
    "an empty title": (layout_text(title="{en: Send, de: ' '}"), 5, "The title in German is missing."),
    "an unknown key": (layout_text() + "    titel: Send\n", 6, "“titel” is not a key of a layout."),
    "not YAML": ("bxdesk: 1\nwidgets: [\n", 3, "The file ends too early"),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "layout.yaml"


def test_a_layout_that_breaks_a_rule_is_refused_before_the_portal_is_asked(
    connected: Bxdesk, portal: DemoPortal, path: Path
) -> None:
    for name, (text, line, sentence) in LAYOUTS.items():
        path.write_text(text, encoding="utf-8")

        error = connected.run("apply", str(path), "--yes", "--json", code=1).json["error"]

        (mistake,) = error["mistakes"]
        assert (mistake["line"], sentence in mistake["title"]) == (line, True), f"{name}: {mistake}"
        assert "Nothing was sent." in error["hint"]
        assert portal.requests == ()


def test_a_mistake_is_shown_with_its_line(connected: Bxdesk, portal: DemoPortal, path: Path) -> None:
    path.write_text(layout_text(handler="ftp://widgets.example.com/b24", title="''"), encoding="utf-8")

    shown = connected.run("apply", str(path), "--yes", code=1).err.splitlines()

    assert shown[0] == f"The layout {path} cannot be used."
    assert [line.partition(":")[0].strip() for line in shown[1:3]] == ["line 2", "line 5"]
    assert portal.requests == ()


def test_a_placement_that_the_portal_does_not_have_is_named_and_nothing_else_is_bound(
    connected: Bxdesk, portal: DemoPortal, path: Path
) -> None:
    path.write_text(layout_text(placement="CRM_DEAL_DETAIL_ACTIVTY"), encoding="utf-8")
    before = portal.bindings()

    error = connected.run("apply", str(path), "--yes", "--json", code=1).json["error"]

    (mistake,) = error["mistakes"]
    assert (mistake["line"], "CRM_DEAL_DETAIL_ACTIVTY" in mistake["title"]) == (4, True)
    (read,) = portal.requests
    assert not {"placement.bind", "placement.unbind"} & {read.call, *read.commands}
    assert portal.bindings() == before


def test_a_permission_that_the_app_lacks_is_no_mistake_of_the_layout(
    connected: Bxdesk, portal: DemoPortal, path: Path
) -> None:
    path.write_text(layout_text(placement="CRM_LEAD_DETAIL_TAB, CRM_DEAL_DETAIL_TAB"), encoding="utf-8")
    portal.change(missing_scopes=frozenset(("crm",)))

    (refused,) = connected.run("apply", str(path), "--yes", "--json", code=1).json["portals"]
    shown = connected.run("plan", str(path), code=1).out

    assert (refused["steps"], refused["error"]["code"]) == ([], "insufficient_scope")
    assert "“CRM (crm)”. It is needed for CRM_LEAD_DETAIL_TAB, CRM_DEAL_DETAIL_TAB." in shown
    assert "Tick what is missing under “Assign permissions”" in shown
    assert "orrect the layout" not in shown


def test_what_speaks_against_a_layout_is_told_beside_the_plan(connected: Bxdesk, path: Path) -> None:
    text = layout_text(handler="http://127.0.0.1:8000/b24", title="{en: Send, xx: Send}") + "    options: {tint: 1}\n"
    path.write_text(text, encoding="utf-8")

    planned = connected.run("plan", str(path), "--json", code=2)
    applied = connected.run("apply", str(path), "--yes", "--all")

    (portal_json,) = planned.json["portals"]
    assert set(portal_json) == {"portal", "steps", "unmanaged", "error"}
    for told in (planned.err, applied.err):
        notes = [line for line in told.splitlines() if line.startswith("Note: ")]
        assert [line.partition(": ")[2].partition(":")[0] for line in notes if str(path) in line] == [
            f"{path}, line {number}" for number in (2, 5, 6)
        ]
    assert "Nothing to change." in connected.run("plan", str(path)).out


def test_a_layout_that_is_not_there(connected: Bxdesk, portal: DemoPortal, path: Path) -> None:
    done = connected.run("plan", str(path), code=1)

    assert done.err.startswith(f"The layout {path} cannot be read.\n  No such file or directory\n")
    assert portal.requests == ()


def connect_to(bxdesk: Bxdesk, address: str, redirect: str) -> list[str]:
    """The lines that are said about a portal's address; nobody is sent there to sign in."""
    options = ("--client-id", "local.0", "--client-secret-stdin", "--redirect", redirect, "--no-browser")
    done = bxdesk.run("connect", address, *options, "--timeout", "20", stdin="a secret\n", code=1)
    assert done.out == ""
    return done.err.splitlines()


def test_a_site_that_is_no_portal(bxdesk: Bxdesk, web_site: WebSite, redirect: str) -> None:
    said = connect_to(bxdesk, web_site.address, redirect)

    assert f"{web_site.address.partition('//')[2]} gave an answer that is not a portal's." in said
    assert "Check the address" in said[-1]


def test_an_address_where_nobody_answers(bxdesk: Bxdesk, redirect: str) -> None:
    nobody = f"127.0.0.1:{find_port()}"

    said = connect_to(bxdesk, f"http://{nobody}", redirect)

    assert {f"{nobody} does not answer.", "  No connection could be made."} <= set(said)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("http://example.com", "bxdesk talks to portals over https only."),
        ("acme!", "“acme!” is not the address of a portal."),
    ],
)
def test_an_address_that_cannot_be_a_portals(bxdesk: Bxdesk, address: str, sentence: str, redirect: str) -> None:
    assert sentence in connect_to(bxdesk, address, redirect)


def test_words_that_are_off_end_with_64(bxdesk_without_keyring: Bxdesk) -> None:
    done = bxdesk_without_keyring.run("plan", code=64)

    assert "Missing argument 'LAYOUT" in done.err
