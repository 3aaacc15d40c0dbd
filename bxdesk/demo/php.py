"""PHP's ways with data, as far as the portal shows them: `parse_str`, arrays, casts, `trim`, `empty`, `parse_url`."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

PhpValue: TypeAlias = "str | int | float | bool | PhpArray | None"
PhpArray: TypeAlias = dict[str | int, PhpValue]
Tree: TypeAlias = "dict[bytes | int, bytes | Tree]"

_MAX_VARIABLES = 1000
_MAX_DEPTH = 64
_MAX_INT = 2**63 - 1
_MAX_PORT = 65535
_INTEGER_KEY = re.compile(rb"0|-?[1-9][0-9]{0,18}")
_ESCAPE = re.compile(rb"%([0-9A-Fa-f]{2})")
_REPAIRS = bytes.maketrans(b" .[", b"___")
_SPACE = b" \t\n\r\v\f"
_SCHEME = re.compile(r"[A-Za-z0-9+.-]+")


def parse_str(query: str | bytes) -> PhpArray:
    """The array PHP makes of a query or a form body; bytes that are no UTF-8 become U+FFFD."""
    return _texts(parse_bytes(query.encode() if isinstance(query, str) else query))


def parse_bytes(query: bytes) -> Tree:
    """The same as `parse_str`, byte for byte as PHP holds it."""
    tree: Tree = {}
    for pair in [pair for pair in query.partition(b"\0")[0].split(b"&") if pair][:_MAX_VARIABLES]:
        name, _, value = pair.partition(b"=")
        _register(tree, url_decode(name), url_decode(value))
    return tree


def url_decode(text: bytes) -> bytes:
    """PHP's `urldecode`: `+` is a space, and a `%` without two hexadecimal digits stays."""
    return _ESCAPE.sub(lambda match: bytes((int(match[1], 16),)), text.replace(b"+", b" "))


def _register(tree: Tree, name: bytes, value: bytes) -> None:
    """Puts one variable where PHP would: `a[b][]=v`, with PHP's own repairs of odd names."""
    name = name.lstrip(b" ").partition(b"\0")[0]
    head, bracket, rest = name.partition(b"[")
    variable = head.translate(_REPAIRS)
    if not variable or _forbidden(variable, name):
        return
    if not bracket:
        _put(tree, variable, value)
        return
    path, stray = _path(rest)
    if stray is not None and not path:
        _put(tree, variable + b"_" + stray.translate(_REPAIRS), value)
        return
    if len(path) >= _MAX_DEPTH + (stray is None):
        tree.pop(_key(variable), None)
        return
    here, index = tree, variable
    key: bytes | None = index
    for following in path:
        inner = _inner(here, key)
        if inner is None or (following is not None and _forbidden(following, name)):
            return
        here, key = inner, following
    _put(here, key, value)


def _forbidden(variable: bytes, name: bytes) -> bool:
    """Whether the repair of a name would forge one of the two protected cookie prefixes."""
    return any(variable.startswith(prefix) and not name.startswith(prefix) for prefix in (b"__Host-", b"__Secure-"))


def _path(rest: bytes) -> tuple[list[bytes | None], bytes | None]:
    """The keys in `rest`, which begins after the first `[`; and the tail after a `[` that never closes."""
    path: list[bytes | None] = []
    while True:
        # PHP takes "[ ]" for "[]", but "[ a]" for the key " a".
        skip = 1 if rest[:1] and rest[:1] in _SPACE else 0
        if rest[skip : skip + 1] == b"]":
            path.append(None)
            rest = rest[skip + 1 :]
        else:
            end = rest.find(b"]", skip)
            if end < 0:
                return path, rest
            path.append(rest[:end])
            rest = rest[end + 1 :]
        if not rest.startswith(b"["):
            return path, None
        rest = rest[1:]


def _inner(here: Tree, key: bytes | None) -> Tree | None:
    """The array below `key`, made if need be; a plain value in its place is thrown away."""
    if key is not None:
        found = here.get(_key(key))
        if isinstance(found, dict):
            return found
    inner: Tree = {}
    return inner if _put(here, key, inner) else None


def _put(here: Tree, key: bytes | None, value: bytes | Tree) -> bool:
    if key is not None:
        here[_key(key)] = value
        return True
    index = max((k for k in here if isinstance(k, int)), default=-1) + 1
    if index > _MAX_INT:
        return False
    here[index] = value
    return True


def _key(text: bytes) -> bytes | int:
    """PHP turns keys that read like integers into integers."""
    if _INTEGER_KEY.fullmatch(text) and -_MAX_INT - 1 <= int(text) <= _MAX_INT:
        return int(text)
    return text


def _texts(tree: Tree) -> PhpArray:
    return {
        key if isinstance(key, int) else key.decode(errors="replace"): (
            _texts(value) if isinstance(value, dict) else value.decode(errors="replace")
        )
        for key, value in tree.items()
    }


def from_json(value: object) -> PhpValue:
    """What `json_decode` with associative arrays makes of parsed JSON: lists become arrays with keys 0, 1, 2…"""
    if isinstance(value, list):
        return {index: from_json(item) for index, item in enumerate(value)}
    if isinstance(value, dict):
        array: PhpArray = {}
        for name, item in value.items():
            key = _key(str(name).encode(errors="replace"))
            array[key if isinstance(key, int) else str(name)] = from_json(item)
        return array
    return value if isinstance(value, (str, int, float, bool)) else None


def to_json(value: object) -> Any:  # noqa: ANN401 - JSON
    """What `json_encode` makes of it: an empty array is `[]`, and so is the shape of one with keys 0, 1, 2…"""
    if isinstance(value, dict):
        if list(value) == list(range(len(value))):
            return [to_json(item) for item in value.values()]
        return {str(key): to_json(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [to_json(item) for item in value]
    return value


def upper_keys(array: PhpArray) -> PhpArray:
    """`array_change_key_case`: the portal reads the names of arguments in any case."""
    return {key.upper() if isinstance(key, str) else key: value for key, value in array.items()}


def string(value: PhpValue) -> str:
    """The cast to a string: true is "1"; false and null are "", and an array is "Array"."""
    if value is None or isinstance(value, bool):
        return "1" if value else ""
    if isinstance(value, dict):
        return "Array"
    if isinstance(value, float):
        mantissa, sign, exponent = f"{value:.14G}".partition("E")
        if not sign:
            return mantissa
        return f"{mantissa if '.' in mantissa else mantissa + '.0'}E{exponent[0]}{exponent[1:].lstrip('0')}"
    return str(value)


def integer(value: PhpValue) -> int:
    """The cast to an integer: what the text begins with, else 0."""
    if isinstance(value, dict):
        return int(bool(value))
    if isinstance(value, float):
        return int(value)
    match = re.match(r"[ \t\n\r\v\f]*([+-]?)0*([0-9]{0,20})", string(value))
    if match is None or not match[2]:
        return 0
    # PHP stops at the ends of its 64 bits.
    return max(-_MAX_INT - 1, min(int(match[1] + match[2]), _MAX_INT))


def truthy(value: PhpValue) -> bool:
    """Whether PHP takes it for true: the string "false" is, "0" and "" are not."""
    return value not in ("", "0") and bool(value)


def trim(value: PhpValue) -> str:
    """PHP's `trim`: only these six characters, so no-break spaces stay."""
    return string(value).strip(" \t\n\r\0\v")


def parse_url(address: str) -> tuple[str | None, str | None]:
    """The scheme and the host that `parse_url` finds; either may be None."""
    scheme, _, rest = address.partition("://")
    if _SCHEME.fullmatch(scheme) and rest:
        host = _host(rest)
        return (scheme, host) if host else (None, None)
    relative = address[2:] if address.startswith("//") else None
    head, colon, tail = address.partition(":")
    port = re.match(r"([0-9]{1,5})(/|\Z)", tail)
    if colon and port and not re.search(r"[?#]", head):
        if int(port[1]) > _MAX_PORT:
            return None, None
        # PHP takes what stands before it for a host, with or without a scheme: "example.com:80".
        relative = address if relative is None else relative
    elif _SCHEME.fullmatch(head) and colon:
        return None, None
    return None, _host(relative) if relative else None


def _host(rest: str) -> str | None:
    """The host in an address whose scheme and slashes are gone; None when PHP calls the address seriously malformed."""
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0].rpartition("@")[2]
    if authority.startswith("[") and authority.endswith("]"):
        return authority
    host, _, port = authority.rpartition(":") if ":" in authority else (authority, "", "")
    number = re.match(r"[ \t\n\r\v\f]*([+-]?[0-9]+)", port)
    if port and (len(port.encode()) > 5 or number is None or not 0 <= int(number[1]) <= _MAX_PORT):
        return None
    return host or None
