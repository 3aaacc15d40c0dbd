"""The page of a try-out: the handler in a frame, inside the drawing of its place, beside what the checks say of it.

Everything that is put into it is escaped, and nothing but its own script runs in it.
"""

from __future__ import annotations

import html
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import Template

from bxdesk.checks.check import Check, CheckCode, CheckState, worst
from bxdesk.checks.try_out import Choice
from bxdesk.loopback import Response
from bxdesk.messages import Message, Reader, message
from bxdesk.placements.call_fields import ITEM_KEYS, ExampleCall, Travels
from bxdesk.placements.catalogue import family_of, placement_title
from bxdesk.placements.codes import pattern_of, with_number
from bxdesk.placements.languages import LANGUAGES
from bxdesk.placements.snapshot import Snapshot
from bxdesk.support.drawings import ANYWHERE, HEIGHT, WIDTH, Drawing, drawing
from bxdesk.support.resources import resource

_VERDICTS: Mapping[CheckState, Message] = {
    CheckState.OK: message("People will see this page in the portal."),
    CheckState.UNKNOWN: message("It is not known whether people will see this page in the portal."),
    CheckState.WARNING: message("Some people will not see this page in the portal, or not as it was meant."),
    CheckState.BLOCKED: message("Nobody will see this page in the portal."),
}
_Text = Callable[[Message], str]
"""A text as HTML, in the reader's language."""
_MOST_TYPES = 200
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'nonce-{nonce}'; connect-src 'self';"
    " frame-src http: https:; form-action http: https:; base-uri 'none'; frame-ancestors 'none'"
)
"""The handler may redirect to anywhere on the web, and browsers hold redirects against the policy as well."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What the checks say of the handler; ``differs_here`` where this page is another one to browsers than the portal.

    ``differs_here`` is empty where both are the same.
    """

    checks: tuple[Check, ...]
    differs_here: Message


def try_out_page(choice: Choice, call: ExampleCall, snapshot: Snapshot, findings: Findings, reader: Reader) -> Response:
    """The page for a call, with worthless values in place of tokens."""
    nonce = secrets.token_urlsafe(16)
    family = family_of(choice.placement)
    drawn = drawing(ANYWHERE if family is None else family.key)
    state = worst(findings.checks)
    template = Template(resource("pages", "try-out.html").read_text(encoding="utf-8"))

    def text(message: Message) -> str:
        return html.escape(reader.text(message))

    body = template.substitute(
        language=reader.language,
        title=text(placement_title(choice.placement, snapshot.type_titles)),
        address=html.escape(choice.handler),
        drawing=drawn.svg,
        widget=_widget(drawn, call, text),
        worthless=text(message("The call is the portal's, with worthless values in place of its tokens.")),
        state=state.value,
        verdict=text(_VERDICTS[state]),
        here=text(findings.differs_here),
        checks="".join(_lines(findings.checks, text)),
        choices="".join(_choices(choice, call, snapshot, text)),
        again=text(message("Open again")),
        call=_form(call),
        nonce=nonce,
    )
    return Response(200, body, _POLICY.format(nonce=nonce), "origin")


def places_beside(code: str, snapshot: Snapshot) -> dict[str, Message]:
    """The places of the same family on this portal, this one included, with what people call them."""
    family = family_of(code)
    numbers = [custom.entity_type_id for custom in snapshot.types[:_MOST_TYPES]]
    codes = [
        found
        for pattern in (() if family is None else family.patterns)
        for found in ([with_number(pattern, number) for number in numbers] if "#" in pattern else [pattern])
    ]
    if code not in codes:
        codes.append(code)
    return {one: placement_title(one, snapshot.type_titles) for one in codes if "*" not in pattern_of(one)}


def _widget(drawn: Drawing, call: ExampleCall, text: _Text) -> str:
    """The frame: where the drawing has the page, or over it, as a portal opens what stands behind an entry."""
    source = "" if call.fields else f' src="{html.escape(call.address)}"'
    name = html.escape(_frame_name(call))
    frame = f'<iframe id="widget" name="{name}" title="{text(message("The widget"))}"{source}></iframe>'
    area = (
        f"left:{drawn.x / WIDTH:.2%};top:{drawn.y / HEIGHT:.2%};"
        f"width:{drawn.width / WIDTH:.2%};height:{drawn.height / HEIGHT:.2%}"
    )
    if drawn.shows_page:
        return f'<div class="panel" style="{area}">{frame}</div>'
    close = f'<button id="close" type="button" aria-label="{text(message("Close"))}">×</button>'
    entry = f'<button id="entry" class="entry" type="button" style="{area}">{text(message("Your widget"))}</button>'
    return f'{entry}<div class="panel slider">{frame}{close}</div>'


def _frame_name(call: ExampleCall) -> str:
    """The name that a portal gives the frame: the page in it learns from that which portal it is in."""
    sent = call.sent
    return "|".join(sent[name] for name in ("DOMAIN", "PROTOCOL", "APP_SID")) if sent else "widget"


def _form(call: ExampleCall) -> str:
    fields = "".join(
        f'<input type="hidden" name="{html.escape(field.name)}" value="{html.escape(field.value)}">'
        for field in call.fields
        if field.travels is Travels.BODY
    )
    if not fields:
        return ""
    target = html.escape(_frame_name(call))
    return f'<form id="call" method="post" action="{html.escape(call.address)}" target="{target}">{fields}</form>'


def _lines(checks: Iterable[Check], text: _Text) -> Iterator[str]:
    """What was found: what is not as it should be, and whether the page may be framed in any case."""
    order = list(CheckState)
    for check in sorted(checks, key=lambda one: order.index(one.state), reverse=True):
        if check.state is not CheckState.OK or check.code is CheckCode.HANDLER_FRAMING:
            parts = (check.explanation, check.remedy if isinstance(check.remedy, Message) else Message(""))
            rest = "".join(f"<p>{text(part)}</p>" for part in parts if part)
            yield f'<li class="{check.state.value}"><p>{text(check.question)} {text(check.title)}</p>{rest}</li>'


def _choices(choice: Choice, call: ExampleCall, snapshot: Snapshot, text: _Text) -> Iterator[str]:
    places = places_beside(choice.placement, snapshot)
    if len(places) > 1:
        yield _select("placement", message("Place"), places, choice.placement, text)
    if not call.fields:
        return
    item = next((field.value for field in call.fields if field.name in ITEM_KEYS), None)
    if item is not None and choice.placement.startswith("CRM_"):
        field = f'<input name="item" value="{html.escape(item)}" inputmode="numeric" maxlength="20">'
        yield f"<label>{text(message('Number of the CRM item'))}{field}</label>"
    yield _select("language", message("Language"), LANGUAGES, choice.language, text)


def _select(name: str, label: Message, values: Mapping[str, Message], chosen: str, text: _Text) -> str:
    options = "".join(
        f'<option value="{html.escape(value)}"{" selected" if value == chosen else ""}>{text(title)}</option>'
        for value, title in values.items()
    )
    return f'<label>{text(label)}<select name="{name}">{options}</select></label>'
