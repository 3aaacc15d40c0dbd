"""The page of a try-out: the portal's call in a form, a frame in the drawing, and nothing of anybody else's in it."""

from __future__ import annotations

import html
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.checks.check import Check, CheckCode, CheckState
from bxdesk.checks.try_out import Choice
from bxdesk.checks.try_out_page import Findings, places_beside, try_out_page
from bxdesk.loopback import Response
from bxdesk.messages import Message, Reader, message, verbatim
from bxdesk.placements.call_fields import example_call
from bxdesk.placements.catalogue import FAMILIES
from bxdesk.placements.codes import with_number
from bxdesk.placements.families.record import Family
from bxdesk.placements.snapshot import CustomType
from bxdesk.support.drawings import HEIGHT, WIDTH, drawing
from tests.builders import DEAL, HANDLER, PURCHASE, TILE, snapshot

TAB, BI, PANEL = "CRM_DEAL_DETAIL_TAB", "BI_ANALYTICS_MENU", "LEFT_MENU"
GOOD = Findings((Check(CheckCode.HANDLER_FRAMING, CheckState.OK, message("Nothing forbids it.")),), Message(""))
BLOCKED = Check(CheckCode.HANDLER_POST, CheckState.BLOCKED, message("No."), message("Why."), message("Do."))
ENGLISH = Reader()


def page(
    choice: Choice, findings: Findings = GOOD, types: tuple[CustomType, ...] = (), reader: Reader = ENGLISH
) -> Response:
    here = snapshot(types=types)
    call = example_call(
        choice.placement, choice.handler, here, "https://oauth.bitrix.info", choice.language, item=choice.item
    )
    return try_out_page(choice, call, here, findings, reader)


def fields(body: str) -> dict[str, str]:
    """What the form sends to the handler."""
    form = re.search(r'<form id="call".*?</form>', body)
    assert form
    found = re.findall(r'name="([^"]+)" value="([^"]*)"', form[0])
    return {name: html.unescape(value) for name, value in found}


def test_the_form_is_the_portals_call_with_worthless_values() -> None:
    body = page(Choice(DEAL, HANDLER, "de", "77")).body
    sent = fields(body)
    assert f'action="{HANDLER}?DOMAIN=acme.bitrix24.com&amp;PROTOCOL=1&amp;LANG=de&amp;APP_SID=example-opening"' in body
    assert (sent["PLACEMENT"], json.loads(sent["PLACEMENT_OPTIONS"])) == (DEAL, {"ID": "77"})
    assert (sent["AUTH_ID"], sent["REFRESH_ID"]) == ("example-access-token", "example-refresh-token")
    assert 'target="acme.bitrix24.com|1|example-opening"' in body
    assert '<iframe id="widget" name="acme.bitrix24.com|1|example-opening"' in body


def test_what_the_portal_opens_by_a_get_is_no_form() -> None:
    body = page(Choice(BI, HANDLER)).body
    assert 'id="call"' not in body
    assert f'<iframe id="widget" name="widget" title="The widget" src="{HANDLER}"' in body


def test_nothing_but_its_own_script_runs_in_it_and_nobody_frames_it() -> None:
    response = page(Choice(DEAL, HANDLER))
    nonce = re.search(r"script-src 'nonce-([\w-]{22})'", response.policy)
    assert nonce
    assert response.body.count("<script") == response.body.count(f'<script nonce="{nonce[1]}">') == 1
    for directive in ("default-src 'none'", "frame-ancestors 'none'", "connect-src 'self'", "base-uri 'none'"):
        assert directive in response.policy
    assert response.referrer == "origin"
    assert page(Choice(DEAL, HANDLER)).policy != response.policy


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.key)
def test_the_frame_lies_inside_the_drawing_of_each_place(family: Family) -> None:
    drawn = drawing(family.key)
    assert 0 <= drawn.x < drawn.x + drawn.width <= WIDTH
    assert 0 <= drawn.y < drawn.y + drawn.height <= HEIGHT
    code = with_number(family.patterns[0], 183)
    body = page(Choice(code, HANDLER)).body
    assert ('class="panel slider"' in body) is not drawn.shows_page
    assert ('id="entry"' in body) is not drawn.shows_page


def test_an_unknown_place_has_a_drawing_too() -> None:
    assert "<svg" in page(Choice("SOMETHING_NEW", HANDLER)).body


def test_what_is_not_as_it_should_be_is_said_worst_first_and_framing_always() -> None:
    findings = Findings(
        (
            Check(CheckCode.HANDLER_SPEED, CheckState.OK, message("Fast.")),
            *GOOD.checks,
            Check(CheckCode.HANDLER_COOKIES, CheckState.WARNING, message("Cookies.")),
            BLOCKED,
        ),
        message("Here it is otherwise."),
    )
    body = page(Choice(DEAL, HANDLER), findings).body
    assert '<p class="verdict blocked">Nobody will see this page in the portal.</p>' in body
    assert re.findall(r'<li class="(\w+)">', body) == ["blocked", "warning", "ok"]
    assert "<p>Why.</p><p>Do.</p>" in body
    assert "Fast." not in body
    assert "Here it is otherwise." in body


def test_places_of_the_family_and_types_of_the_portal_can_be_chosen() -> None:
    purchase = CustomType(183, "Purchase <1>")
    shown = places_beside(DEAL, snapshot(types=(purchase,)))
    assert list(shown)[-1] == PURCHASE
    assert str(shown[PURCHASE]) == "CRM timeline button: Purchase <1> (183)"
    body = page(Choice(DEAL, HANDLER), types=(purchase,)).body
    assert f'<option value="{DEAL}" selected>' in body
    assert "Purchase &lt;1&gt;" in body
    assert 'name="item"' in body
    assert 'name="item"' not in page(Choice(TILE, HANDLER)).body
    assert "<select" not in page(Choice(BI, HANDLER)).body


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}


def _tags(said: str, title: str, item: str) -> _Tags:
    """The tags of a page that has these words of others in it."""
    found = Check(CheckCode.HANDLER_POST, CheckState.WARNING, verbatim(said), verbatim(said))
    choice = Choice(PURCHASE, f"{HANDLER}?{said.strip()}", item=item)
    tags = _Tags()
    tags.feed(page(choice, Findings((found,), Message("")), (CustomType(183, title),)).body)
    return tags


@given(st.text(min_size=1, max_size=40), st.text(max_size=40), st.text(min_size=1, max_size=40))
def test_whatever_a_portal_or_a_handler_says_is_a_text(said: str, title: str, item: str) -> None:
    any_words, plain = _tags(said, title, item), _tags("a", "b", "c")
    assert (any_words.tags, any_words.attributes) == (plain.tags, plain.attributes)


def test_the_page_speaks_the_readers_language() -> None:
    german = {"Open again": "Noch einmal öffnen", "Nothing forbids it.": "<Nichts> verbietet es."}
    shown = page(Choice(DEAL, HANDLER), reader=Reader("de", lambda text: german.get(text, text))).body
    assert '<html lang="de">' in shown
    assert "<button>Noch einmal öffnen</button>" in shown
    assert "&lt;Nichts&gt; verbietet es." in shown
    assert "The call is the portal&#x27;s" in shown, "what has no translation stays as it is"
