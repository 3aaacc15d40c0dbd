"""The smallest inputs that failed once, by the door that they came through. What is found is added here and stays."""

from __future__ import annotations

_WIDGETS = b"bxdesk: 1\nhandler: https://a.example.com/b\nwidgets:\n"

LAYOUTS = {
    "keys inside keys, which double the time with each": b"? " * 14 + b"x",
    "maps as keys": b"{" * 14 + b"x: 1" + b"}: 1" * 13 + b"}",
    "a set": _WIDGETS + b"  - !!set {a: 1}",
    "an ordered map": _WIDGETS + b"  - !!omap []",
    "a number by its tag": b"bxdesk: !!int x",
    "a set to merge": _WIDGETS + b"  - <<: !!set {}",
    "3,000 placements, 3,000 times": _WIDGETS
    + b"  - &p {placements: ["
    + b"A, " * 3000
    + b"B], title: x}\n"
    + b"  - *p\n" * 3000,
    "a title of 100 MB": _WIDGETS + b"  - {placements: [LEFT_MENU], title: " + b"x" * 100_000_000 + b"}",
    "open brackets": b"[" * 10_000,
    "open braces": b"{" * 10_000,
    "lists in lists": b"- " * 10_000,
    "true for a version": b"bxdesk: true\nwidgets: []",
    "a billion laughs": b"a: &a [x]\n"
    + b"".join(b"%c: &%c [%s]\n" % (98 + n, 98 + n, b", ".join([b"*%c" % (97 + n)] * 10)) for n in range(9)),
    "a list in itself": b"bxdesk: &a [*a]",
    "a number of 5,000 digits": b"bxdesk: " + b"9" * 5000,
    "20,000 codes that no portal has": _WIDGETS
    + b"  - {title: x, placements: ["
    + b"%s]}" % b", ".join(b"L%d" % n for n in range(20_000)),
    "3,600 titles, each of which may end in a comment": _WIDGETS
    + b"".join(b"  - {placements: [LEFT_MENU], handler: https://a.b/%d, title: x}\n" % n for n in range(3600)),
    "strange blanks without end": b"\xc2\xa0a\n" * 150_000,
    "half a character": _WIDGETS + b'  - {placements: [LEFT_MENU], title: "\\ud83d"}',
}


def _asked(query: bytes, *headers: bytes, host: bytes = b"localhost") -> bytes:
    lines = (b"GET /callback?" + query + b" HTTP/1.1", b"Host: " + host, *headers)
    return b"".join(line + b"\r\n" for line in lines) + b"\r\n"


CALLBACKS = {
    "a no by somebody who has seen the state": _asked(b"error=x&state=THE-STATE"),
    "another name of this computer": _asked(b"code=good-code-123456&state=THE-STATE", host=b"evil.example"),
    "another page": _asked(b"error=x&state=THE-STATE", b"Origin: https://evil.example"),
    "half a head": b"GET /callback?co",
    "a head without end": _asked(b"", *[b"X: y"] * 20_000),
    "a body without end": _asked(b"", b"Content-Length: 999999999") + b"x" * 100_000,
    "a code of the wrong shape": _asked(b"code=%ff%00%0d%0a&state=THE-STATE"),
    "no host of anybody": _asked(b"", host=b"[::1"),
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),
}
"""What comes to the loopback address; THE-STATE is the state of the sign-in that runs."""

FILES = {
    "nothing": b"",
    "null": b"null",
    "open brackets": b"[" * 200_000,
    "half a character": b'{"version": 1, "connections": [], "proxy": "\\ud83d", "leftovers": ["\\ud83d"]}',
    "no UTF-8": b"\xff\xfe{}",
    "a number of 5,000 digits": b'{"version": ' + b"9" * 5000 + b"}",
    "NaN": b'{"version": NaN, "kind": "begin"}',
    "true for a version": b'{"version": true}',
    "empty lists, 16 MB of them": b"[" + b"[]," * 5_000_000 + b"[]]",
    "empty lists, 4 MB of them": b"[" + b"[]," * 1_300_000 + b"[]]",
    "connections that are none": b'{"connections": [' + b"[]," * 1_300_000 + b"[]]}",
    "a few of them": b'{"connections": [' + b"[]," * 200_000 + b"[]]}",
    "rows that are none": b'{"version": 1, "rows": [' + b"[]," * 200_000 + b"[]]}",
    "a list in its begin": b'{"kind": "begin", "version": 3, "steps": [' + b"[]," * 1_300_000 + b"[]]}",
}
"""In place of each file of bxdesk's own."""

ITEMS = {
    "null": "null",
    "a list of nothing": "[]",
    "open brackets": "[" * 200_000,
    "numbers": "[1, 2, 3]",
    "half a character": '["\\ud83d", "a", "b"]',
    "an address that is none": '["s", "access-1", "r", "https://[::1", "//"]',
    "empty lists": "[" + "[]," * 1_300_000 + "[]]",
}
"""In place of the items in the keyring."""
