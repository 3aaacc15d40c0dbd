"""A browser without a screen: it finds the widgets of a proof on the demo portal's pages, and opens them."""

from __future__ import annotations

import html
import re
import threading
from contextlib import suppress
from urllib.parse import urljoin, urlsplit

import httpx

from bxdesk.portal.http import system_trust


class PageBrowser:
    """From the page that it is sent to, it follows the links that lead deeper, and presses each widget once."""

    def __init__(self) -> None:
        self.pages: list[str] = []
        """The paths that it was sent to, in order."""
        self.posted: dict[str, str] = {}
        self.answers: list[str] = []
        self._pressed: set[str] = set()
        self._one_page = threading.Lock()

    def open(self, address: str) -> bool:
        with self._one_page, httpx.Client(trust_env=False, verify=system_trust()) as http:
            self.pages.append(urlsplit(address).path)
            with suppress(httpx.TransportError):  # the portal may go as soon as the last widget was opened
                self._look(http, address)
        return True

    def _look(self, http: httpx.Client, begin: str) -> None:
        seen, ahead = {begin}, [begin]
        while ahead:
            address = ahead.pop()
            page = http.get(address).text
            widget = urlsplit(address).path
            if "<h1>bxdesk proof</h1>" in page and widget not in self._pressed:
                self._pressed.add(widget)
                self._press(http, address, page)
            elif "/widgets/" not in address:
                links = [urljoin(address, html.unescape(link)) for link in re.findall(r'<a href="([^"]+)"', page)]
                leads = {one for one in links if one.startswith(begin) or urlsplit(one).path.startswith("/widgets/")}
                ahead += leads - seen
                seen |= leads

    def _press(self, http: httpx.Client, address: str, page: str) -> None:
        action = re.search(r'<form id="call" method="post" action="([^"]+)"', page)
        assert action
        fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))
        self.posted |= {name: html.unescape(value) for name, value in fields.items()}
        headers = {"Origin": urljoin(address, "/").removesuffix("/")}
        self.answers.append(http.post(html.unescape(action[1]), data=self.posted, headers=headers).text)
