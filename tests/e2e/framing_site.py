"""Every case of framing, for a real browser: a proxy on loopback that is all the portals and handlers itself."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from tests.framing_cases import CASES, Case
from tests.portal.demo.certificates import make_certificates

from .processes import wait_until

PORTALS = tuple(dict.fromkeys(case.portal for case in CASES))

_PORTAL_PAGE = """<!DOCTYPE html><title>waiting</title><script>
const shown = [];
let missing = {count};
addEventListener("message", (event) => shown.push(event.data));
function came() {{ if (--missing === 0) setTimeout(() => {{ document.title = JSON.stringify(shown); }}, 500); }}
</script>{frames}"""
_FRAME = '<iframe src="{page}/cases/{number}" onload="came()"></iframe>'
_HANDLER_PAGE = "<!DOCTYPE html>{markup}<title>handler</title><script>parent.postMessage({number}, '*')</script>"


class _Proxy(BaseHTTPRequestHandler):
    """Speaks for every host: http as a proxy does, https with a certificate that the browser is told to take."""

    protocol_version = "HTTP/1.1"
    trust: ssl.SSLContext
    scheme = "http"

    def do_CONNECT(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.scheme = "https"
        try:
            self.connection = self.trust.wrap_socket(self.connection, server_side=True)
        except OSError:  # the browser thought better of it
            self.close_connection = True
            return
        self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", 0)

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == "/":
            self._answer(_portal_page(f"{self.scheme}://{self.headers['Host']}"))
        elif path.startswith("/cases/"):
            number = int(path.rpartition("/")[2])
            case = CASES[number]
            if case.redirect:
                self._answer("", [*case.fields, ("Location", f"/plain/{number}")], 302)
            else:
                self._answer(_HANDLER_PAGE.format(markup=case.markup, number=number), case.fields)
        elif path.startswith("/plain/"):
            self._answer(_HANDLER_PAGE.format(markup="", number=int(path.rpartition("/")[2])))
        else:
            self.send_error(404)

    def _answer(self, page: str, headers: Sequence[tuple[str, str]] = (), status: int = 200) -> None:
        body = page.encode()
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle(self) -> None:
        with suppress(OSError):  # a browser leaves connections when it likes
            super().handle()

    def finish(self) -> None:
        with suppress(OSError):
            super().finish()
        self.connection.close()  # what the server closes itself was wrapped

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def shown_cases(open_page: Callable[[str], None], title: Callable[[], str]) -> list[Case]:
    """The cases whose frames a browser shows, by opening the page of each portal in it."""
    numbers: set[int] = set()
    for portal in PORTALS:
        open_page(f"{portal}/")
        wait_until(lambda: title().startswith("["))
        numbers.update(json.loads(title()))
    return [case for number, case in enumerate(CASES) if number in numbers]


@contextmanager
def running_framing_site(folder: Path) -> Iterator[int]:
    """Gives the port of the proxy; needs cryptography."""
    certificates = make_certificates(folder, ["*.test"])
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trust.load_cert_chain(*certificates.server)
    with ThreadingHTTPServer(("127.0.0.1", 0), type("Proxy", (_Proxy,), {"trust": trust})) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def _portal_page(origin: str) -> str:
    numbers = [number for number, case in enumerate(CASES) if case.portal == origin]
    frames = "".join(_FRAME.format(page=CASES[number].page, number=number) for number in numbers)
    return _PORTAL_PAGE.format(count=len(numbers), frames=frames)
