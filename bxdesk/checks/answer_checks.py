"""What a handler's answer says: whether people would see a page, in the portal's frame, with its cookies, and soon."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx

from bxdesk.checks.calling import Called
from bxdesk.checks.check import Check, CheckCode, CheckState, Fact
from bxdesk.checks.cookies import cookie_check
from bxdesk.checks.frame_ancestors import Browsers
from bxdesk.checks.framing import FRAME_OPTIONS, framing
from bxdesk.checks.handler_checks import shown_address
from bxdesk.checks.origin import Origin
from bxdesk.messages import Message, message
from bxdesk.portal.other_answers import words_of

SLOW = 3_000
"""Milliseconds after which people think that nothing comes."""
_SHOWN_TYPES = ("text/html", "application/xhtml+xml", "application/xml", "text/xml", "image/", "application/pdf", "")
_PASSWORD = re.compile(rb"<input\b[^>]*\btype\s*=\s*[\"']?password", re.IGNORECASE)
_SIGN_IN = re.compile(r"log-?in|sign-?in|auth|sso", re.IGNORECASE)
_FAILURES = {
    401: message("The server asks for a user and password of its own."),
    403: message("The server forbids it. A firewall may stand in front of it, or a guard against forged requests."),
    404: message("There is nothing at this address."),
    405: message("The page can be opened, but takes no POST, which is how a portal calls it."),
    419: message("The page expects a mark of its own in every POST (CSRF), which a portal does not send."),
}


def answer_checks(handler: str, called: Called, portal: str) -> Iterator[Check]:
    """Questions about the answer of a handler; only the first where there is none."""
    page, stopped = called.page, called.stopped
    if stopped is not None and stopped.code is CheckCode.HANDLER_POST:
        yield Check.of(stopped.code, stopped.state, stopped.problem, handler=handler)
    if page is None:
        return
    yield _post(handler, page)
    yield _content(handler, called, page)
    yield _framing(handler, called, page, portal)
    yield cookie_check(handler, called, portal)
    yield _speed(handler, called)


def _post(handler: str, page: httpx.Response) -> Check:
    code = CheckCode.HANDLER_POST
    facts: dict[str, Fact] = {"status": page.status_code, "method": page.request.method}
    if page.status_code < 400:
        said = message("It answers with HTTP {status}.", status=page.status_code)
        return Check(code, CheckState.OK, said, handler=handler, facts=facts)
    meaning = _FAILURES.get(page.status_code, message("The server failed inside."))
    if page.status_code < 500 and page.status_code not in _FAILURES:
        meaning = message("The server refuses the call.")
    words = words_of(page)
    return Check(
        code,
        CheckState.BLOCKED,
        message("It answers the portal's call with an error: HTTP {status}.", status=page.status_code),
        message("{meaning} The page says: “{words}”.", meaning=meaning, words=words) if words else meaning,
        message("Let the handler's server answer POST at {address} with the page.", address=shown_address(page.url)),
        handler,
        facts=facts,
    )


def _content(handler: str, called: Called, page: httpx.Response) -> Check:
    code = CheckCode.HANDLER_CONTENT
    kind = page.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    facts: dict[str, Fact] = {"content_type": kind, "bytes": len(page.content), "complete": called.ended}
    found = _no_page(page, kind, redirected=len(called.hops) > 1, ended=called.ended)
    if found is None:
        said = message("It is a page: “{words}”.", words=words_of(page)) if words_of(page) else message("It is a page.")
        return Check(code, CheckState.OK, said, handler=handler, facts=facts)
    state, title, explanation, remedy = found
    return Check(code, state, title, explanation, remedy, handler, facts=facts)


def _no_page(
    page: httpx.Response, kind: str, *, redirected: bool, ended: bool
) -> tuple[CheckState, Message, Message, Message] | None:
    """Why people would see no page of the widget's; None if they would."""
    disposition = page.headers.get("Content-Disposition", "").partition(";")[0].strip().lower()
    is_text = kind.startswith("text/") or kind.endswith("json")
    if page.status_code in (204, 205) or (ended and not page.content.strip()):
        return (
            CheckState.BLOCKED,
            message("The answer is empty."),
            message("People see an empty frame."),
            message("Let the handler answer with an HTML page. An error in its script may have cut it off."),
        )
    if disposition == "attachment" or not (is_text or kind.startswith(_SHOWN_TYPES[:-1]) or not kind):
        return (
            CheckState.BLOCKED,
            message("The answer is a file to download ({kind}).", kind=kind or disposition),
            message("Browsers show nothing in the frame and offer to save it, or block that."),
            message("Let the handler answer with Content-Type: text/html and without Content-Disposition."),
        )
    if _PASSWORD.search(page.content):
        certain = redirected or _SIGN_IN.search(page.url.path) is not None
        return (
            CheckState.BLOCKED if certain else CheckState.WARNING,
            message("The answer is a page to sign in at: “{words}”.", words=words_of(page)),
            message("People see it instead of the widget; signing in needs cookies that many browsers refuse there."),
            message("Let the handler know people by the portal's call (member_id, AUTH_ID), without a sign-in."),
        )
    if is_text and kind != "text/html" and not kind.endswith("xml"):
        return (
            CheckState.WARNING,
            message("The answer is plain text ({kind}), no page.", kind=kind),
            message("Browsers show it letter by letter."),
            message("Let the handler answer with Content-Type: text/html."),
        )
    return None


def _framing(handler: str, called: Called, page: httpx.Response, portal: str) -> Check:
    code = CheckCode.HANDLER_FRAMING
    verdict = framing(called.hops[-1].headers, Origin.of(page.url), Origin.of(portal))
    facts: dict[str, Fact] = {"header": verdict.header, "value": verdict.said}
    if verdict.shown_by is Browsers.ALL:
        said = message("Nothing forbids it.")
        if verdict.header:
            said = message("{header} allows it.", header=verdict.header)
        return Check(code, CheckState.OK, said, handler=handler, facts=facts)
    title = message("{host} forbids the portal to show its page.", host=page.url.host)
    if verdict.shown_by is Browsers.FIREFOX:
        title = message("Chrome and Edge do not show the page in the portal, Firefox does.")
    remedy = message(
        "Let the handler's server send: Content-Security-Policy: frame-ancestors 'self' {portal}", portal=portal
    )
    if verdict.header == FRAME_OPTIONS:
        remedy = message("{policy}; it overrules X-Frame-Options, which cannot name a portal.", policy=remedy)
    return Check(
        code,
        CheckState.BLOCKED,
        title,
        message("The answer's header says: {header}: {value}", header=verdict.header, value=verdict.said),
        remedy,
        handler,
        facts=facts,
    )


def _speed(handler: str, called: Called) -> Check:
    code = CheckCode.HANDLER_SPEED
    facts: dict[str, Fact] = {"milliseconds": called.milliseconds}
    seconds = f"{called.milliseconds / 1000:.1f}"
    if called.milliseconds < SLOW:
        said = message("It came within {seconds} seconds.", seconds=seconds)
        return Check(code, CheckState.OK, said, handler=handler, facts=facts)
    return Check(
        code,
        CheckState.WARNING,
        message("The page is slow: {seconds} seconds.", seconds=seconds),
        message("People look at an empty frame meanwhile, each time they open it."),
        message("Look in the handler's server at what takes the time; show a page first and load the rest from it."),
        handler,
        facts=facts,
    )
