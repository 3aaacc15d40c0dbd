"""What the way to a handler says: its name, its certificate, where it lies, and what becomes of the call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import httpx

from bxdesk.checks.address_space import ASKED_FIRST, AddressSpace, space_of
from bxdesk.checks.calling import Called, Hop
from bxdesk.checks.check import Check, CheckCode, CheckState, Fact
from bxdesk.messages import Message, message
from bxdesk.placements.handler import caution, is_loopback

_ON_THE_WAY = (CheckCode.HANDLER_NAME, CheckCode.HANDLER_CONNECT, CheckCode.HANDLER_CERTIFICATE)
"""What is asked of a host, one after the other."""


def way_checks(handler: str, called: Called, portal: str, portal_space: AddressSpace) -> Iterator[Check]:
    """Questions about reaching the handler from a page of ``portal``, which lies in ``portal_space``."""
    yield from _reached(handler, called)
    yield _scheme(handler, called, portal)
    if called.hops:
        yield _private(handler, called.hops, portal_space)
        yield from _redirected(handler, called)


def shown_address(url: httpx.URL) -> str:
    """An address as it may be shown: its query may hold keys."""
    return str(url.copy_with(query=None, fragment=None, username=None, password=None))


def _reached(handler: str, called: Called) -> Iterator[Check]:
    """As far as the call came: the question that stopped it is answered by what stopped it."""
    stopped = called.stopped
    host = httpx.URL(handler).host
    addresses = called.hops[0].addresses if called.hops else ()
    good: Mapping[CheckCode, tuple[Message, dict[str, Fact]]] = {
        CheckCode.HANDLER_NAME: (message("{host} is known.", host=host), {"addresses": addresses}),
        CheckCode.HANDLER_CONNECT: (message("{host} can be connected to.", host=host), {}),
        CheckCode.HANDLER_CERTIFICATE: (message("The certificate of {host} is trusted.", host=host), {}),
    }
    for code in _ON_THE_WAY:
        if stopped is not None and stopped.code is code:
            yield Check.of(code, stopped.state, stopped.problem, handler=handler)
            return
        if code is CheckCode.HANDLER_CERTIFICATE and not handler.startswith("https:"):
            continue
        said, facts = good[code]
        yield Check(code, CheckState.OK, said, handler=handler, facts=facts)


def _scheme(handler: str, called: Called, portal: str) -> Check:
    """Browsers show no http page inside an https one; pages of the computer itself are spared."""
    code = CheckCode.HANDLER_SCHEME
    if not portal.startswith("https:"):
        return Check(code, CheckState.OK, message("The portal itself is opened over http."), handler=handler)
    problem = caution(handler)
    if problem is not None and problem.code == "handler_plain_http":
        return Check.of(code, CheckState.BLOCKED, problem, handler=handler)
    for hop in called.hops:
        if hop.request.url.scheme == "http" and not is_loopback(hop.request.url.host):
            return Check(
                code,
                CheckState.BLOCKED,
                message("The call is sent on to an http address: {address}.", address=shown_address(hop.request.url)),
                message("Browsers do not show an http page inside an https portal."),
                message("Let the handler's server redirect to https addresses."),
                handler,
            )
    return Check(code, CheckState.OK, message("Nothing on the way is less secure than the portal."), handler=handler)


def _private(handler: str, hops: Sequence[Hop], portal_space: AddressSpace) -> Check:
    """A page asks the person before it reaches further inwards than where it comes from (Local Network Access)."""
    code = CheckCode.HANDLER_PRIVATE
    hop = min(hops, key=lambda one: space_of(one.addresses))
    space, host = space_of(hop.addresses), hop.request.url.host
    facts: dict[str, Fact] = {"addresses": hop.addresses, "space": space.name.lower()}
    if space >= portal_space:
        said = message("The address lies no further inside than the portal.")
        return Check(code, CheckState.OK, said, handler=handler, facts=facts)
    if space is AddressSpace.LOOPBACK:
        return Check(
            code,
            CheckState.BLOCKED,
            message("{host} is each person's own computer: only on this one is the handler there.", host=host),
            ASKED_FIRST,
            message("Use it for tries alone. For others, put the page on a server that their browsers can reach."),
            handler,
            facts=facts,
        )
    return Check(
        code,
        CheckState.WARNING,
        message("{host} lies in a private network: people outside it see nothing.", host=host),
        ASKED_FIRST,
        message("Put the page on a server on the internet, or tell people to agree when the browser asks."),
        handler,
        facts=facts,
    )


def _redirected(handler: str, called: Called) -> Iterator[Check]:
    """What became of the call on the way; nothing where it ended before anybody knows."""
    code = CheckCode.HANDLER_REDIRECT
    facts: dict[str, Fact] = {
        "hops": tuple(f"{hop.status} {hop.request.method} {shown_address(hop.request.url)}" for hop in called.hops)
    }
    stopped = called.stopped
    if stopped is not None and stopped.code is code:
        yield Check.of(code, stopped.state, stopped.problem, handler=handler, facts=facts)
    if stopped is not None:
        return
    first, last = called.hops[0], called.hops[-1]
    if first is last:
        yield Check(code, CheckState.OK, message("There is no redirect."), handler=handler, facts=facts)
    elif first.request.method == last.request.method:
        said = message("The call arrives at {address} as it was sent.", address=shown_address(last.request.url))
        yield Check(code, CheckState.OK, said, handler=handler, facts=facts)
    else:
        turned = next(hop for hop, after in zip(called.hops, called.hops[1:], strict=False) if _is_lost(hop, after))
        yield Check(
            code,
            CheckState.WARNING,
            message("The call is lost on the way: a redirect makes a GET of it."),
            message(
                "{address} answers {status}. The page that is shown does not learn who opened it where.",
                address=shown_address(turned.request.url),
                status=turned.status,
            ),
            message(
                "Enter {address} as the page address, or let its server answer 307 or 308 there.",
                address=shown_address(last.request.url),
            ),
            handler,
            facts=facts,
        )


def _is_lost(hop: Hop, after: Hop) -> bool:
    return hop.request.method != after.request.method
