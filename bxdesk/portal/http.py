"""The HTTP client that everything on the wire goes through."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx
import truststore

from bxdesk import __version__
from bxdesk.messages import message
from bxdesk.portal.errors import ObstacleError, proxy_failed, too_large, unreachable
from bxdesk.portal.proxies import DIRECT, SYSTEM, proxy_chooser
from bxdesk.portal.transport import (
    MAX_ANSWER,
    AskLogin,
    ProxyFailedError,
    TooLargeError,
    Transport,
    UntrustedError,
    tls_error,
)

TIMEOUT = httpx.Timeout(75.0, connect=15.0)
"""Seconds for a request as a whole, and for reaching the server. A portal cuts a request after 60."""


def system_trust() -> ssl.SSLContext:
    """Certificate checking against the system's store. Costs tens of milliseconds: make one and share it."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def make_http(
    trust: ssl.SSLContext, proxy: str = SYSTEM, ask_login: AskLogin | None = None, max_answer: int = MAX_ANSWER
) -> httpx.AsyncClient:
    """A client that never follows a redirect: it could carry a token elsewhere.

    ``proxy`` is ``system``, ``none`` or an address; ``ask_login`` tells what the proxy with that address asks for (the
    system's own say it themselves). Answers of more than ``max_answer`` bytes are broken off. Raises BxdeskError when
    ``proxy`` is no proxy's address.
    """
    return httpx.AsyncClient(
        transport=Transport(trust, proxy_chooser(proxy), None if proxy in (SYSTEM, DIRECT) else ask_login, max_answer),
        timeout=TIMEOUT,
        follow_redirects=False,
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),  # portal and authorization server get none
        headers={"User-Agent": f"bxdesk/{__version__}", "Accept": "application/json", "Accept-Encoding": "gzip"},
    )


@contextmanager
def transport_errors(host: str) -> Iterator[None]:
    """Turns httpx's errors into UnknownOutcomeError with a phrase that people understand."""
    try:
        yield
    except httpx.TimeoutException:
        raise unreachable(host, message("It took too long to answer")) from None
    except ProxyFailedError as error:
        raise proxy_failed(host, error.proxy, error.said) from None
    except UntrustedError as error:
        from bxdesk.portal.certificates import certificate_problem  # which a trusted portal does without

        raise ObstacleError(certificate_problem(host, error.name, error.shown)) from None
    except httpx.ConnectError as error:
        # Not as far as a certificate: another protocol, or an old one.
        no_https = message("It does not speak https there, or not as it is spoken today")
        nobody = message("No connection could be made")
        raise unreachable(host, no_https if tls_error(error) else nobody) from None
    except TooLargeError:
        raise too_large(host) from None
    except (httpx.TransportError, httpx.InvalidURL, httpx.DecodingError):
        raise unreachable(host, message("The connection broke off")) from None
