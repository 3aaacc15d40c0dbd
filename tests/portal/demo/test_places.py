"""The demo portal's lists, cards and menu: what is bound stands where people look for it, in their language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from bxdesk.placements.portal_pages import place_page

if TYPE_CHECKING:
    from bxdesk.demo import DemoPortal

TEXTS = {
    "en": {"TITLE": "Score", "DESCRIPTION": None, "GROUP_NAME": None},
    "de": {"TITLE": "Bewertung", "DESCRIPTION": None, "GROUP_NAME": None},
    "br": {"TITLE": "Pontuação", "DESCRIPTION": None, "GROUP_NAME": None},
}
NOTICE = {"newUserNotificationTitle": "Send a <contract>", "newUserNotificationText": "Press the new button."}


def page(app: Any, path: str, languages: str = "") -> str:
    """The source of one of the portal's pages, for somebody whose browser asks for these languages."""
    return str(app.http.get(f"{app.portal.address}{path}", headers={"Accept-Language": languages}).text)


def part(shown: str, name: str) -> list[str]:
    """The titles of the widgets in a part of a page."""
    (inside,) = re.findall(rf"<h2>{name}</h2><p class='widgets'>(.*?)</p>", shown)
    return re.findall(r'<a href="/widgets/[^"]+">([^<]+)</a>', inside)


@pytest.mark.parametrize(("path", "name"), [("/crm/deal/", "DEAL"), ("/crm/type/183/", "DYNAMIC_183")])
def test_a_card_has_its_widgets_where_they_were_bound(app: Any, portal: DemoPortal, path: str, name: str) -> None:
    portal.clear_bindings()
    for place in ("ACTIVITY", "TAB", "TOOLBAR"):
        portal.add_binding(f"CRM_{name}_DETAIL_{place}", "https://a.example/", title=f"In the {place}")
    portal.add_binding("CRM_LEAD_DETAIL_TAB", "https://a.example/", title="Of leads")
    (card,) = re.findall(r'<a href="([^"]+)">No. 1</a>', page(app, path))
    shown = page(app, card)
    assert part(shown, "Above the timeline") == ["In the ACTIVITY"]
    assert part(shown, "Tabs") == ["In the TAB"]
    assert part(shown, "Above the card") == ["In the TOOLBAR"]
    assert "Of leads" not in shown


def test_a_press_on_it_opens_the_widget_on_that_item(app: Any, portal: DemoPortal) -> None:
    number = portal.add_binding("CRM_DEAL_DETAIL_TAB", "https://a.example/", title="A & B")
    assert f'<a href="/widgets/{number}?item=6591">A &amp; B</a>' in page(app, "/crm/deal/details/6591/")
    assert "{&quot;ID&quot;:&quot;6591&quot;}" in page(app, f"/widgets/{number}?item=6591")


def test_the_menu_stands_at_every_page(app: Any, portal: DemoPortal) -> None:
    number = portal.add_binding("LEFT_MENU", "https://a.example/", title="Contracts")
    for path in ("/", "/crm/lead/", "/crm/type/183/details/1/", "/contact_center/", "/online/"):
        assert f'<a href="/widgets/{number}">Contracts</a></nav>' in page(app, path)
    for address in re.findall(r'<a href="([^"]+)">', page(app, "/").partition("</nav>")[0]):
        assert app.http.get(f"{portal.address}{address}").status_code == 200


@pytest.mark.parametrize(
    ("languages", "title", "language"),
    [
        ("de-AT,de;q=0.9,en;q=0.8", "Bewertung", "de"),
        ("pt-BR", "Pontuação", "br"),
        ("tlh,de", "Bewertung", "de"),
        ("fr", "Score", "fr"),
        ("", "Score", "en"),
    ],
)
def test_what_is_bound_stands_there_in_the_readers_language(
    app: Any, portal: DemoPortal, languages: str, title: str, language: str
) -> None:
    number = portal.add_binding("CRM_LEAD_DETAIL_TAB", "https://a.example/", title="Score", texts=TEXTS)
    assert f'<a href="/widgets/{number}?item=1">{title}</a>' in page(app, "/crm/lead/details/1/", languages)
    opened = page(app, f"/widgets/{number}", languages)
    assert f"<h1>{title}</h1>" in opened
    assert f"LANG={language}&amp;" in opened


def test_a_place_that_bxdesk_leads_to_is_there(app: Any, portal: DemoPortal) -> None:
    """For every code with an address of its own: the widget stands on that page, or on a card that it leads to."""
    for code in app.call("placement.list", FULL=1):
        address = place_page(code, 1, portal.address)
        if address is None or (code.startswith("CRM_DYNAMIC_") and not code.startswith("CRM_DYNAMIC_183_")):
            continue
        number = portal.add_binding(code, "https://a.example/")
        path = address.removeprefix(portal.address)
        shown = page(app, path)
        shown += "".join(page(app, card) for card in re.findall(rf'<a href="({path}details/1/)">', shown))
        assert f'"/widgets/{number}' in shown, code
        portal.remove_binding(number)


def test_what_nobody_sees_stands_nowhere(app: Any, portal: DemoPortal) -> None:
    assert "Request approval" in page(app, "/crm/deal/details/1/")
    portal.change(installed=False)
    assert "Request approval" not in page(app, "/crm/deal/details/1/")


@pytest.mark.parametrize("path", ["/crm/type/184/", "/crm/nothing/", "/crm/deal/details/x/", "/crm/deal/details/"])
def test_there_are_no_other_pages(app: Any, path: str) -> None:
    assert app.http.get(f"{app.portal.address}{path}").status_code == 404


def test_a_notice_is_shown_once(app: Any, portal: DemoPortal) -> None:
    portal.add_binding("CRM_DEAL_DETAIL_ACTIVITY", "https://a.example/", options=NOTICE)
    shown = page(app, "/crm/deal/details/1/")
    assert "<strong>Send a &lt;contract&gt;</strong><p>Press the new button.</p>" in shown
    assert 'href="/app/5/?newUserNotification=Y"' in shown
    assert "Press the new button." not in page(app, "/crm/deal/details/1/")


@pytest.mark.parametrize("missing", NOTICE)
def test_a_notice_of_which_one_text_is_missing_is_not_shown(app: Any, portal: DemoPortal, missing: str) -> None:
    portal.add_binding("CRM_DEAL_DETAIL_ACTIVITY", "https://a.example/", options=NOTICE | {missing: ""})
    assert "Learn more" not in page(app, "/crm/deal/details/1/")


def test_a_notice_waits_for_a_card_that_exists(app: Any, portal: DemoPortal) -> None:
    portal.add_binding("CRM_DEAL_DETAIL_ACTIVITY", "https://a.example/", options=NOTICE)
    assert "Learn more" not in page(app, "/crm/deal/details/0/")
    assert "Learn more" in page(app, "/crm/deal/details/6591/")
