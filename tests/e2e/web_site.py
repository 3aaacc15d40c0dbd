"""A web site of somebody's own on this computer, such as a widget's handler."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl


@dataclass(slots=True)
class WebSite:
    """Answers every request with `page` and `headers`, and keeps the forms that were posted to it."""

    address: str = ""
    page: str = "<!DOCTYPE html><h1>It works!</h1>"
    headers: list[str] = field(default_factory=list)
    forms: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def running_web_site() -> Iterator[WebSite]:
    """A site that is there until the block is left."""
    site = WebSite()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            for header in site.headers:
                self.send_header(*header.split(": ", 1))
            self.end_headers()
            self.wfile.write(site.page.encode())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            site.forms.append(dict(parse_qsl(body.decode())))
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        site.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
