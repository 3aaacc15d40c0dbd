"""Whatever comes to the pages that bxdesk serves itself, a proof's and a try-out's: they go on, and keep no secret."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import anyio
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.accounts.connection import Connection
from bxdesk.checks.proof import PlaceProof, Proof
from bxdesk.checks.proving import _Proving
from bxdesk.checks.try_out import Choice
from bxdesk.checks.trying_out import _TryOutPage
from bxdesk.listener import SILENT
from bxdesk.loopback import LoopbackRequest, Page, Response, serving
from bxdesk.messages import Reader
from bxdesk.placements.call_fields import example_call
from tests.builders import DEAL, HANDLER, PURCHASE, snapshot
from tests.fuzz.bounds import Bounds, fuzzed
from tests.fuzz.inputs import damaged

HERE = snapshot()
SERVER = "https://oauth.bitrix.info"
TOKEN = b"7f3bb46600705a0700005a4b000000010000075d4c8b1e5f0a6f4b7d9a3c"
CONNECTION = Connection(
    member_id=HERE.member_id,
    portal=HERE.portal,
    endpoint=f"{HERE.portal}/rest/",
    client_id="local.1",
    authorization_server=SERVER,
    user_id=1,
    user_name="Helen Marsh",
)
_FORM = (
    b"AUTH_ID=%b&AUTH_EXPIRES=3600&REFRESH_ID=%b&member_id=%b&status=L&PLACEMENT=%b&"
    b"PLACEMENT_OPTIONS=%%7B%%22ID%%22%%3A%%226591%%22%%2C%%22URI%%22%%3A%%22%%2Fcrm%%2F%%22%%7D"
) % (TOKEN, TOKEN, HERE.member_id.encode(), DEAL.encode())
CALL = (
    b"POST /THE-SECRET/?DOMAIN=acme.bitrix24.com&PROTOCOL=1&LANG=en&APP_SID=%b HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    b"Origin: https://acme.bitrix24.com\r\nContent-Length: %d\r\n\r\n%b"
) % (TOKEN, len(_FORM), _FORM)
LOOK = b"GET /THE-SECRET/?placement=%b&language=de&item=77 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" % PURCHASE.encode()

Answer = Callable[[LoopbackRequest], Awaitable[Page | Response]]


async def knock(origin: str, data: bytes) -> bytes:
    """What is answered to these bytes."""
    async with await anyio.connect_tcp("127.0.0.1", urlsplit(origin).port or 0) as stream:
        said = b""
        try:
            await stream.send(data)
            await stream.send_eof()
            while True:
                said += await stream.receive()
        except (anyio.EndOfStream, anyio.BrokenResourceError):
            return said


async def ask(answer: Answer, secret: str, *requests: bytes) -> list[bytes]:
    """What a page answers to one request after the other."""
    async with serving(answer, Reader()) as origin:
        return [await knock(origin, data.replace(b"THE-SECRET", secret.encode())) for data in requests]


def waiting() -> tuple[_Proving, list[Proof]]:
    """A proof whose widget stands, and what is told of it."""
    told: list[Proof] = []
    proving = _Proving(HERE, CONNECTION, told.append, SILENT)
    proving.proof = Proof((PlaceProof(DEAL),))
    proving._calls = {DEAL: example_call(DEAL, "http://127.0.0.1:1/", HERE, SERVER)}
    return proving, told


@fuzzed(60)
@given(damaged(CALL) | st.binary(max_size=60))
def test_any_bytes_to_the_page_of_a_proof(network: Bounds, data: bytes) -> None:
    with network.one():
        proving, told = waiting()
        said = anyio.run(ask, proving.answer, proving._secret, data, CALL)
    assert said[1].startswith(b"HTTP/1.1 200")
    assert told[-1].is_proven
    assert TOKEN[:20].decode() not in repr(told)
    for proof in told:
        for place in proof.places:
            if place.arrival is not None:
                str([*map(str, place.arrival.differences), place.arrival.sent]).encode()


@fuzzed(60)
@given(damaged(LOOK) | st.binary(max_size=60))
def test_any_bytes_to_the_page_of_a_try_out(network: Bounds, data: bytes) -> None:
    with network.one():
        page = _TryOutPage(HERE, SERVER, Choice(DEAL, HANDLER), Reader())
        said = anyio.run(ask, page.answer, page.secret, data, LOOK)
    assert said[1].startswith(b"HTTP/1.1 200")
    assert b"CRM timeline button: Purchase (183)" in said[1]
