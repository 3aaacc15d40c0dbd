"""A portal and an authorization server that answer anything at all to every method that is used."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.listener import Listener
from tests.fuzz.bounds import Bounds, fuzzed
from tests.fuzz.computer import Computer, computer
from tests.fuzz.inputs import WHATEVER, damaged, spoilt
from tests.fuzz.portal import MEMBER, OK, RESULTS, TOKENS, Answers, HostilePortal

LAYOUT = """
bxdesk: 1
handler: https://widgets.example.com/other
widgets:
  - {placements: [CRM_DEAL_DETAIL_ACTIVITY, LEFT_MENU, "CRM_DYNAMIC_{Purchase}_DETAIL_TAB"], title: A title}
"""
METHODS = st.sampled_from(tuple(RESULTS))
STATUSES = st.sampled_from((200, 204, 301, 302, 308, 401, 404, 429, 500, 503, 999, 101, 100, 0, -1, 2000)).map(
    lambda status: f"{status} X"
)
NAMES = st.sampled_from(
    [
        "Location",
        "Retry-After",
        "Content-Encoding",
        "Content-Type",
        "Content-Length",
        "Transfer-Encoding",
        "Set-Cookie",
        "Upgrade",
        "X\x00",
        "Content-Security-Policy",
        "X-Frame-Options",
        "Content-Disposition",
    ]
)
VALUES = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=12) | st.sampled_from(
    (
        *[
            "gzip",
            "deflate",
            "br",
            "chunked",
            "nan",
            "-1",
            "1e999",
            "http://xn--/",
            "https://[::1",
            "//",
            "/",
            "http://127.0.0.1:99999/",
            "http://ÿ/",
        ],
        "9" * 400,
        "frame-ancestors https://*:* 'self' [::1 data: \xff",
        "attachment; filename*=x''%ff",
        "a=b; SameSite=None; Secure; Expires=x",
        "text/html; charset=hex",
        "text/html; charset=idna",
        "\xbd=\xbd",
        "Mon, 99 Foo 99999 99:99:99 GMT",
        "Fri, 31 Dec 9999 23:59:59 -2359",
    )
)
HEADERS = st.dictionaries(NAMES, VALUES, max_size=3)
BODY = b'{"result": {"result": {"c0": ["placement"], "c1": {"ID": "1"}}, "result_error": []}, "time": {"finish": 1}}'
PAGE = b"""<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="x">
<title>A page</title><script src="/api/v1/"></script></head><body>Hello</body></html>"""
ENVELOPE = WHATEVER | st.fixed_dictionaries({"error": WHATEVER, "time": WHATEVER, "result": WHATEVER})


@pytest.fixture
def person(hostile: HostilePortal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Computer]:
    """Somebody who is signed in to it, and waits for nothing."""

    async def over(_: Listener, seconds: float) -> None:
        if seconds == math.inf:  # no wait for a portal: it watches for Cancel while handlers are called
            await anyio.sleep_forever()
        assert 0 <= seconds <= 600

    monkeypatch.setattr("bxdesk.listener.Listener.pause", over)
    with computer(tmp_path / "bxdesk", hostile.address) as somebody:
        (tmp_path / "layout.yaml").write_text(LAYOUT, encoding="utf-8")
        yield somebody


Use = Callable[[Answers], None]


@pytest.fixture
def use(hostile: HostilePortal, person: Computer, network: Bounds, tmp_path: Path) -> Use:
    """Does all that one does with a portal, while it answers so."""

    def through(answers: Answers) -> None:
        person.fresh()
        hostile.answers = answers
        for arguments in (
            ("status",),
            ("status", "--json"),
            ("export",),
            ("apply", str(tmp_path / "layout.yaml"), "--prune", "--yes"),
            ("history", "--json"),
            ("drift",),
            ("undo", "--yes"),
        ):
            with network.one():
                person.run(*arguments)

    return through


@fuzzed(30)
@given(st.data())
def test_any_result(use: Use, data: st.DataObject) -> None:
    method = data.draw(METHODS)
    use(Answers({method: data.draw(spoilt(RESULTS[method]))}))


@fuzzed(15)
@given(METHODS, WHATEVER, st.sampled_from(("result_next", "result_total", "result_time", "result_error")), WHATEVER)
def test_any_error_and_what_is_beside(use: Use, method: str, error: object, beside: str, value: object) -> None:
    use(Answers(errors={method: error}, beside={beside: {method: value}}))


@fuzzed(15)
@given(st.sampled_from(("batch", "placement.get")), ENVELOPE)
def test_anything_as_a_whole(use: Use, path: str, value: object) -> None:
    use(Answers(whole={path: value}))


@fuzzed(15)
@given(damaged(BODY))
def test_a_damaged_body(use: Use, body: bytes) -> None:
    use(Answers(whole={"batch": body}))


@fuzzed(20)
@given(STATUSES, HEADERS, st.none() | st.binary(max_size=20))
def test_any_head(use: Use, status: str, headers: dict[str, str], body: bytes | None) -> None:
    use(Answers(head=(status, OK[1] | headers), whole={} if body is None else {"batch": body}))


@fuzzed(20)
@given(STATUSES, HEADERS, damaged(PAGE))
def test_any_page_of_a_handler(
    person: Computer, hostile: HostilePortal, network: Bounds, status: str, headers: dict[str, str], page: bytes
) -> None:
    person.fresh()
    hostile.answers = Answers(pages={"handler": (status, headers, page)})
    with network.one():
        person.run("check", "--handler", f"{hostile.address}/handler")


@fuzzed(20)
@given(spoilt({**TOKENS, "client_endpoint": "https://a.b/rest/", "member_id": MEMBER, "user_id": 1, "status": "L"}))
def test_any_tokens(use: Use, reply: Any) -> None:
    use(Answers(expired=True, token=reply))
