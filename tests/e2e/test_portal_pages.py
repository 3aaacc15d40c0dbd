"""What a person sees of an app's widgets in the demo portal, with a real Chromium."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from bxdesk.demo import DemoPortal
from bxdesk.support.resources import resource

from .browser import Browser, open_browser
from .web_site import WebSite

BUILT_IN = {"useBuiltInInterface": "Y"}
LOADER = ".loader"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


def serve_example(portal: DemoPortal, web_site: WebSite) -> None:
    """Puts the handler that help shows on the web site, with the demo portal's script in place of the official."""
    example = resource("pages", "built-in-interface.html").read_text(encoding="utf-8")
    web_site.page = example.replace("https://api.bitrix24.com/api/v1/", f"{portal.address}/api/v1/")


def open_widget(browser: Browser, portal: DemoPortal, web_site: WebSite, options: dict[str, str]) -> None:
    number = portal.add_binding("CRM_DEAL_DETAIL_ACTIVITY", web_site.address, "Notes", options=options)
    browser.open(f"{portal.address}/widgets/{number}?item=6591")
    browser.click("Open the widget")
    browser.wait_for(lambda: bool(web_site.forms))


def test_an_ordinary_widget_is_a_page_in_a_frame(browser: Browser, portal: DemoPortal, web_site: WebSite) -> None:
    serve_example(portal, web_site)
    open_widget(browser, portal, web_site, {})

    with browser.frame():
        browser.wait_for(lambda: browser.text == "Hello from item 6591.")
    assert not browser.shows("#built-in")
    assert json.loads(web_site.forms[0]["PLACEMENT_OPTIONS"]) == {"ID": "6591"}


def test_the_example_draws_its_interface_by_the_portal(browser: Browser, portal: DemoPortal, web_site: WebSite) -> None:
    serve_example(portal, web_site)
    open_widget(browser, portal, web_site, BUILT_IN)

    browser.wait_for(lambda: "Hello from item 6591." in browser.text)
    assert not browser.shows("iframe")
    assert not browser.can_press("Save")
    browser.type("Note", "Price is fine")
    browser.wait_for(lambda: browser.can_press("Save"))
    assert browser.typed("Note") == "Price is fine"
    browser.click("Use the template")
    browser.wait_for(lambda: browser.typed("Note") == "Call again on Monday.")
    browser.click("Save")
    browser.wait_for(lambda: not browser.shows("#built-in"))
    given = json.loads(web_site.forms[0]["PLACEMENT_OPTIONS"])
    assert given == {"entityTypeId": "2", "entityId": "6591", "useBuiltInInterface": "Y"}


def test_cancel_ends_the_interface_and_it_can_be_opened_again(
    browser: Browser, portal: DemoPortal, web_site: WebSite
) -> None:
    serve_example(portal, web_site)
    open_widget(browser, portal, web_site, BUILT_IN)

    browser.wait_for(lambda: "Hello from item 6591." in browser.text)
    browser.click("Cancel")
    browser.wait_for(lambda: not browser.shows("#built-in"))
    browser.click("Open the widget")
    browser.wait_for(lambda: "Hello from item 6591." in browser.text)


def test_an_ordinary_page_shows_nothing_with_the_built_in_interface(
    browser: Browser, portal: DemoPortal, web_site: WebSite
) -> None:
    open_widget(browser, portal, web_site, BUILT_IN)

    assert browser.shows(LOADER)
    assert not browser.shows("iframe")
    assert "It works!" not in browser.text


EVERY_BLOCK = """<!DOCTYPE html><script src="{portal}/api/v1/"></script><script>
const text = (value, more) => ({{type: "text", properties: {{value, ...more}}}});
const link = (text, action) => ({{type: "link", properties: {{text, action}}}});
BX24.init(() => BX24.placement.call("setLayout", {{
  blocks: {{
    text: text("<b>Bold</b>\\nsecond line", {{multiline: true, bold: true, size: "lg", color: "base_90"}}),
    script: link("A script", {{type: "redirect", value: "javascript:alert(1)"}}),
    page: link("A page", {{type: "redirect", value: "https://a.example/"}}),
    app: link("The app", {{type: "openRestApp", value: {{step: "2"}}}}),
    titled: {{type: "withTitle", properties: {{title: "Client", block: text("Acme"), inline: true}}}},
    line: {{type: "lineOfBlocks", properties: {{blocks: {{a: text("one"), b: text("two")}}}}}},
    list: {{type: "list", properties: {{blocks: {{a: text("first"), b: text("last")}}}}}},
    menu: {{type: "dropdownMenu", properties: {{values: {{"": "none", x: "Client"}}, selectedValue: "x"}}}},
    select: {{type: "select", properties: {{title: "City", values: {{m: "Munich", b: "Berlin"}}, selectedValue: "b"}}}},
    input: {{type: "input", properties: {{title: "Mail", value: "a@b", errorText: "No such address"}}}},
    area: {{type: "textarea", properties: {{title: "Way", value: "left", disabled: true}}}},
    section: {{type: "section", properties: {{type: "danger", blocks: {{a: text("Try again", {{color: "danger"}})}}}}}},
    hidden: {{...text("Not to be seen"), visible: false}},
    unknown: {{type: "constructor", properties: {{value: "Unknown"}}}},
  }},
  primaryButton: {{title: "Go"}},
  secondaryButton: {{title: "Stop"}},
}}));
</script>"""


@pytest.fixture
def every_block(browser: Browser, portal: DemoPortal, web_site: WebSite) -> Browser:
    """A widget that draws a block of every kind."""
    web_site.page = EVERY_BLOCK.format(portal=portal.address)
    open_widget(browser, portal, web_site, BUILT_IN)
    browser.wait_for(lambda: "second line" in browser.text)
    return browser


def test_blocks_of_every_kind_are_drawn_as_text(every_block: Browser) -> None:
    shown = every_block.text
    for words in ("<b>Bold</b>", "Acme", "one\ntwo", "first", "last", "No such address", "Try again"):
        assert words in shown
    assert "Not to be seen" not in shown
    assert "Unknown" not in shown
    assert (every_block.typed("City"), every_block.typed("Mail"), every_block.typed("Way")) == ("b", "a@b", "left")


def test_a_link_leads_to_web_pages_only(every_block: Browser) -> None:
    every_block.click("A script")
    assert every_block.run(
        "return [...document.links].map((link) => link.href).filter((to) => /script|a.example/.test(to))"
    ) == ["https://a.example/"]


def test_a_link_may_open_the_app(every_block: Browser, portal: DemoPortal) -> None:
    every_block.click("The app")
    every_block.wait_for(lambda: every_block.title == portal.app_name)


def test_only_the_frame_is_listened_to(every_block: Browser) -> None:
    """A page that guesses everything but is not in the frame cannot end the interface."""
    every_block.run(
        "const sid = document.getElementById('widget').name.split('|')[2];"
        "return new Promise((done) => {"
        "  addEventListener('message', () => setTimeout(done, 100), {once: true});"
        "  postMessage(`finish::key:${sid}`, '*');"
        "});"
    )
    assert every_block.shows("#built-in")


def test_a_locked_interface_takes_nothing(every_block: Browser) -> None:
    with every_block.frame():
        every_block.run("BX24.placement.call('lock')")
    every_block.wait_for(lambda: every_block.shows("#built-in[inert]"))
    with every_block.frame():
        every_block.run("BX24.placement.call('unlock')")
    every_block.wait_for(lambda: not every_block.shows("#built-in[inert]"))


INSTALLER = """<!DOCTYPE html><script src="{portal}/api/v1/"></script><h1>Welcome</h1>
<button onclick="BX24.installFinish()">Finish</button>
<p id="mode"></p><script>
BX24.init(() => mode.textContent = "Ready");
BX24.install(() => mode.textContent = "Installing");
</script>"""


def test_the_installation_page_finishes_the_installation(
    browser: Browser, portal: DemoPortal, web_site: WebSite
) -> None:
    web_site.page = INSTALLER.format(portal=portal.address)
    paths = {"handler_path": web_site.address, "install_path": f"{web_site.address}/install"}
    app = portal.apps.create(menu_text="Welcome", completes_itself=True, **paths)
    assert not app.installed

    browser.open(f"{portal.address}/app/{app.id}/")
    with browser.frame():
        browser.wait_for(lambda: "Installing" in browser.text)
        browser.click("Finish")
    browser.wait_for(lambda: app.installed)
    browser.wait_for(lambda: len(web_site.forms) == 2)
    with browser.frame():
        browser.wait_for(lambda: "Ready" in browser.text)


def test_finishing_an_installation_that_is_done_does_nothing(
    browser: Browser, portal: DemoPortal, web_site: WebSite
) -> None:
    web_site.page = INSTALLER.format(portal=portal.address)
    open_widget(browser, portal, web_site, {})
    portal.clear_requests()

    with browser.frame():
        browser.wait_for(lambda: "Ready" in browser.text)
        browser.click("Finish")
        browser.run("return new Promise((done) => BX24.placement.getInterface(done))")
    assert portal.requests == ()
