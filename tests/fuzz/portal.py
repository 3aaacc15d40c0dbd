"""A portal and its authorization server on loopback that answer whatever they are told to, byte for byte."""

from __future__ import annotations

import json
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from tests.builders import HANDLER

MEMBER = "a" * 32
CODE = "good-code-123456"
"""The one code that the authorization server takes."""
TOKENS: dict[str, Any] = {"access_token": "access-2", "refresh_token": "refresh-2", "expires_in": 3600}
RESULTS: dict[str, Any] = {
    "app.info": {"INSTALLED": True, "STATUS": "L", "PAYMENT_EXPIRED": "N", "CODE": "x"},
    "scope": ["placement", "crm", "contact_center"],
    "profile": {"ID": "1", "ADMIN": True, "NAME": "Helen", "LAST_NAME": "Marsh"},
    "placement.list": ["CRM_DEAL_DETAIL_ACTIVITY", "CRM_DYNAMIC_183_DETAIL_TAB", "CONTACT_CENTER", "LEFT_MENU"],
    "placement.get": [
        {
            "id": "7",
            "placement": "LEFT_MENU",
            "handler": HANDLER,
            "userId": 0,
            "options": {"a": "b"},
            "title": "x",
            "description": "y",
            "langAll": {"en": {"TITLE": "x", "DESCRIPTION": "y", "GROUP_NAME": "z"}},
        },
        {"placement": "CONTACT_CENTER", "handler": HANDLER, "userId": 0, "options": [], "langAll": [], "title": "x"},
    ],
    "crm.type.list": {"types": [{"id": 1, "entityTypeId": 183, "title": "Purchase", "isStagesEnabled": "Y"}]},
    "placement.bind": True,
    "placement.unbind": {"count": 2},
}
"""What a portal in order answers to each method."""

Head = tuple[str, dict[str, str]]
"""A status line and headers."""
OK: Head = ("200 OK", {"Content-Type": "application/json"})
Bytes = Callable[[bytes], bytes]


@dataclass
class Answers:
    """What is out of order. ``errors`` and ``beside`` (``result_next`` and the like) go by the method."""

    results: dict[str, Any] = field(default_factory=dict)
    errors: dict[str, Any] = field(default_factory=dict)
    beside: dict[str, dict[str, Any]] = field(default_factory=dict)
    token: Any = None
    whole: dict[str, Any] = field(default_factory=dict)
    """In place of a body, by the path's last part."""
    pages: dict[str, tuple[str, dict[str, str], bytes]] = field(default_factory=dict)
    """Status, headers and body in place of an answer, by the path's last part."""
    head: Head = OK
    expired: bool = False
    """Whether the first access token ran out."""


class HostilePortal:
    """Answers one request for each connection."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.answers = Answers()

    def answer(self, path: str, authorization: str, body: bytes) -> bytes:
        """The whole answer to a request, as it goes over the wire."""
        status, headers = self.answers.head
        page = self.answers.pages.get(path.rpartition("/")[2].partition("?")[0])
        if page is not None:
            status, headers, content = page
        else:
            said = self._said(path, authorization, body)
            content = said if isinstance(said, bytes) else json.dumps(said).encode()
        lines = {"Content-Length": str(len(content)), "Connection": "close", **headers}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1", "replace") + content

    def _said(self, path: str, authorization: str, body: bytes) -> Any:
        last = path.rstrip("/").rpartition("/")[2]
        if last in self.answers.whole:
            return self.answers.whole[last]
        if path.startswith("/oauth/"):
            return self._tokens(body)
        if not authorization:
            return {"error": "NO_AUTH_FOUND"}
        if self.answers.expired and authorization.endswith("access-1"):
            return {"error": "expired_token"}
        return self._batch(body) if last == "batch" else self._single(last)

    def _tokens(self, body: bytes) -> Any:
        form = parse_qs(body.decode())
        if form.get("code", [CODE]) != [CODE]:
            return {"error": "invalid_grant"}
        if self.answers.token is not None:
            return self.answers.token
        return {**TOKENS, "client_endpoint": f"{self.address}/rest/", "member_id": MEMBER}

    def _single(self, method: str) -> Any:
        if method in self.answers.errors:
            return {"error": self.answers.errors[method]}
        return {"result": self.answers.results.get(method, RESULTS.get(method))}

    def _batch(self, body: bytes) -> Any:
        methods = {name: line.partition("?")[0] for name, line in json.loads(body)["cmd"].items()}
        told = self.answers
        results = {name: told.results.get(method, RESULTS.get(method)) for name, method in methods.items()}
        errors = {name: told.errors[method] for name, method in methods.items() if method in told.errors}
        beside = {
            key: {name: values[method] for name, method in methods.items() if method in values}
            for key, values in told.beside.items()
        }
        return {"result": {"result": results, "result_error": errors or [], **beside}}


@contextmanager
def hostile_portal() -> Iterator[HostilePortal]:
    """One that runs while the block lasts."""

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            path = self.rfile.readline().decode("latin-1").split(" ")[1:2]
            headers: dict[str, str] = {}
            while line := self.rfile.readline().decode("latin-1").strip():
                name, _, value = line.partition(":")
                headers[name.lower()] = value.strip()
            body = self.rfile.read(int(headers.get("content-length", "0")))
            if path:
                self.wfile.write(portal.answer(path[0], headers.get("authorization", ""), body))

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        request_queue_size = 64

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that goes away is no fault of the server's."""

    with Server(("127.0.0.1", 0), Handler) as server:
        portal = HostilePortal(server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield portal
        finally:
            server.shutdown()
            thread.join()
