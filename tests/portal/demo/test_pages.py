"""The portal's pages, as far as they can be seen without a browser; `tests/e2e/test_portal_pages.py` has one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import httpx

    from bxdesk.demo import DemoPortal


def page(app: Any, path: str) -> str:
    """The source of one of the portal's pages."""
    return str(app.http.get(f"{app.portal.address}{path}").text)


def test_the_first_page_says_in_words_what_stands_there(app: Any, portal: DemoPortal) -> None:
    portal.add_binding("LEFT_MENU", "https://a.example/?a=1&b=<x>", title='<script>"x"</script>')
    portal.change(installed=False, admin=False, missing_scopes=frozenset({"crm"}))
    page = app.http.get(portal.address).text
    assert "CRM_DEAL_DETAIL_ACTIVITY" in page
    assert "Bewertung" in page
    assert "&lt;script&gt;&quot;x&quot;&lt;/script&gt;" in page
    assert "a=1&amp;b=&lt;x&gt;" in page
    assert "<script" not in page
    assert "«Заявки» &quot;A&quot; &amp; &lt;b&gt;B&lt;/b&gt;" in page
    for words in ("not fully installed", "not an administrator", "lacks these permissions: crm"):
        assert words in page


@pytest.mark.parametrize("path", ["/crm/deal/", "/crm/type/183/", "/shop/orders/", "/contact_center/", "/devops/list/"])
def test_the_addresses_of_lists_and_applications_lead_to_a_page(app: Any, path: str) -> None:
    assert app.http.get(f"{app.portal.address}{path}").status_code == 200


def test_a_page_for_a_thousand_types_is_short(start: Any, http: httpx.Client) -> None:
    page = http.get(start(types=1000).address).text
    assert "and 985 more" in page
    assert page.count("<li>") == 20


def test_an_empty_portal_says_so(app: Any, portal: DemoPortal) -> None:
    portal.clear_bindings()
    assert "Nothing is bound." in app.http.get(portal.address).text


def test_an_address_that_is_not_there(app: Any, portal: DemoPortal) -> None:
    for address in (f"{portal.address}/nowhere", f"{portal.authorization_server}/nowhere"):
        assert app.http.get(address).status_code == 404


def test_a_widget_that_is_told_nothing_is_a_link_into_its_frame(app: Any, portal: DemoPortal) -> None:
    number = portal.add_binding("BI_ANALYTICS_MENU", "https://a.example/?q=1&r=2")
    shown = page(app, f"/widgets/{number}")
    assert '<a href="https://a.example/?q=1&amp;r=2" target="widget">Open the widget</a>' in shown
    assert "<form" not in shown
    assert "AUTH_ID" not in shown


def test_a_widget_is_posted_into_its_frame(app: Any, portal: DemoPortal) -> None:
    number = portal.add_binding("LEFT_MENU", "https://a.example/?q=1", title="A & B")
    shown = page(app, f"/widgets/{number}")
    assert 'action="https://a.example/?q=1&amp;DOMAIN=' in shown
    assert "<h1>A &amp; B</h1>" in shown
    (target,) = re.findall(r'target="([^"]+)"', shown)
    (name,) = re.findall(r'<iframe id="widget" name="([^"]+)"', shown)
    assert target == name
    assert name.startswith(f"{portal.address.removeprefix('http://')}|0|")
    assert app.http.get(f"{portal.address}/widgets/999").status_code == 404


def test_widgets_of_an_app_that_is_not_installed_are_hidden(app: Any, portal: DemoPortal) -> None:
    number = portal.add_binding("CONTACT_CENTER", "https://a.example/", title="Chat")
    portal.change(installed=False)
    assert "not fully installed" in page(app, f"/widgets/{number}")
    assert "<iframe" not in page(app, f"/widgets/{number}")
    assert "Nothing here." in page(app, "/contact_center/")


def test_the_first_page_says_which_widgets_nobody_sees(app: Any, portal: DemoPortal) -> None:
    hidden = portal.add_binding("CONTACT_CENTER", "https://a.example/", title="Chat")
    other = portal.apps.create(menu_text="Contracts")
    portal.change(missing_scopes=frozenset({"contact_center"}))
    shown = page(app, "/")
    assert f'href="/widgets/{hidden}"' not in shown
    assert "<td>The application lacks the permission for this place.</td>" in shown
    assert f"There is the application {other.name}. It is not fully installed" in shown


def test_learn_more_leads_to_the_apps_own_address(app: Any, portal: DemoPortal) -> None:
    portal.change(handler_path="http://127.0.0.1:8917/callback")
    shown = page(app, "/app/5/?newUserNotification=Y")
    assert 'action="http://127.0.0.1:8917/callback?DOMAIN=' in shown
    assert 'name="PLACEMENT" value="DEFAULT"' in shown
    assert "{&quot;newUserNotification&quot;:&quot;Y&quot;}" in shown


def test_a_place_that_is_switched_off_for_its_type_is_hidden(app: Any, portal: DemoPortal) -> None:
    for code, seen in (("CRM_DYNAMIC_183_ROBOT_DESIGNER_TOOLBAR", True), ("CRM_DYNAMIC_131_DETAIL_TAB", True)):
        assert ("<iframe" in page(app, f"/widgets/{portal.add_binding(code, 'https://a.example/')}")) is seen
    hidden = page(app, f"/widgets/{portal.add_binding('CRM_DYNAMIC_131_ROBOT_DESIGNER_TOOLBAR', 'https://a.example/')}")
    assert "switched off for “Equipment”" in hidden
    assert "<iframe" not in hidden


@pytest.mark.parametrize(
    ("changes", "said"),
    [({"closed_to_user": True}, "closed to you"), ({"missing_scopes": frozenset({"crm"})}, "lacks the permission")],
)
def test_other_reasons_why_a_widget_is_hidden(app: Any, portal: DemoPortal, changes: dict[str, Any], said: str) -> None:
    portal.change(**changes)
    assert said in page(app, "/widgets/17")


def test_the_contact_center_shows_one_tile_of_an_app_where_tiles_are_keyed_by_it(app: Any, portal: DemoPortal) -> None:
    assert "Help desk chat" in page(app, "/contact_center/")
    number = portal.add_binding("CONTACT_CENTER", "https://a.example/", title="A & B")
    both = page(app, "/contact_center/")
    assert ("Help desk chat" in both, "A &amp; B" in both) == (True, True)
    portal.change(one_tile_per_app=True)
    assert "Another tile of the same application" in page(app, "/widgets/18")
    shown = page(app, "/contact_center/")
    assert "<h2>Partner solutions</h2>" in shown
    assert f'href="/widgets/{number}"' in shown
    assert "A &amp; B" in shown
    assert "Help desk chat" not in shown


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        *(("/bitrix/portal.css", "text/css"), ("/bitrix/frame.js", "text/javascript")),
        *(("/bitrix/layout.js", "text/javascript"), ("/api/v1/", "text/javascript")),
    ],
)
def test_style_and_scripts_are_served_for_what_they_are(app: Any, path: str, kind: str) -> None:
    reply = app.http.get(f"{app.portal.address}{path}")
    assert (reply.status_code, reply.headers["content-type"]) == (200, f"{kind}; charset=utf-8")
