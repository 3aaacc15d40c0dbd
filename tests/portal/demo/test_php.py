"""PHP's ways with data, held against PHP itself: one process answers every example."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bxdesk.demo import batch, php

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPT = Path(__file__).with_name("parse_str.php")
QUICK = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])

# Pieces that mean something to PHP, so that odd queries are not left to chance.
PIECES = [b"a", b"b", b"7", b"0", b"-1", b"007", b"9223372036854775807", b"[", b"]", b"[]", b"[ ]", b"[ x]", b"&", b"="]
PIECES += [b"+", b".", b" ", b"%20", b"%5B", b"%5D", b"%00", b"%", b"%4", b"%C3%A4", b"%ff", b"\xc3\xa4", b"_", b"#"]
PIECES += [b"%2B", b"%26", b"%3D", b"LANG_ALL[en][TITLE]=", b"__Host-", b"..Host-", b"\t", b"?", b";"]
QUERIES = st.lists(st.sampled_from(PIECES), max_size=14).map(b"".join) | st.binary(max_size=30)

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


class Php:
    """A PHP process that is asked one thing after the other."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def ask(self, call: str, text: bytes) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"call": call, "text": text.hex()}) + "\n")
        self._process.stdin.flush()
        return _read(json.loads(self._process.stdout.readline()))


def _read(value: Any) -> Any:
    if isinstance(value, dict):
        return {int(key) if kind == "int" else bytes.fromhex(key): _read(item) for kind, key, item in value["array"]}
    return bytes.fromhex(value) if isinstance(value, str) else value


@pytest.fixture(scope="module")
def real() -> Iterator[Php]:
    found = shutil.which("php")
    if found is None:
        pytest.skip("PHP is not installed (Debian: php-cli)")
    command = [found, "-n", str(SCRIPT)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="ascii"
    ) as process:
        yield Php(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(10) == 0


def _ordered(tree: Any) -> Any:
    return [(key, _ordered(value)) for key, value in tree.items()] if isinstance(tree, dict) else tree


@QUICK
@given(query=QUERIES)
@example(query=b"a[b][c]=1&a[b][]=2&a[b][7]=3&a[b][]=4")
@example(query=b"a[b=1&a[b][c=2&x.y z=3&x[y.z=4")
@example(query=b"a=1&a[x]=2&a[y][]=3&a=4")
@example(query=b"a[]=1&a[9223372036854775807]=2&a[]=3")
@example(query=b"a" + b"[x]" * 64 + b"=1&b" + b"[x]" * 65 + b"=2&c=3")
@example(query=b"b=0&b" + b"[x]" * 64 + b"[y=2")
@example(query=b"&".join(b"k%d=%d" % (n, n) for n in range(1005)))
@example(query=b"a[-5]=1&a[]=2&a[-0]=3&a[01]=4")
@example(query=b"LANG_ALL%5Ben%5D%5BTITLE%5D=A+b%26c&LANG_ALL[]=")
def test_parse_str_is_phps(real: Php, query: bytes) -> None:
    assert _ordered(php.parse_bytes(query)) == _ordered(real.ask("parse_str", query))


@QUICK
@given(text=st.text(alphabet=" \t\n\r\0\v\f\xa0ax", max_size=8))
def test_trim_is_phps(real: Php, text: str) -> None:
    assert php.trim(text).encode() == real.ask("trim", text.encode())


HOSTS = st.lists(
    st.sampled_from(
        ["http", "HTTPS", "ftp", ":", "//", "/", "a.b", "localhost", ".", "@", "u:p@", "?", "#", ":80", ":99999"]
    )
    | st.sampled_from(["[::1]", "x", "1", "é", "-", ":0", ":123456"]),
    max_size=8,
).map("".join)


@QUICK
@given(address=HOSTS | st.builds("http://{}".format, HOSTS))
@example(address="https://a.b:8080/x?y#z")
@example(address="a.b:80")
@example(address="//a.b/x")
@example(address="http://a.b:65536/")
def test_scheme_and_host_are_those_that_php_finds(real: Php, address: str) -> None:
    scheme, host = real.ask("parse_url", address.encode()).values()
    mine = tuple(None if part is None else part.encode() for part in php.parse_url(address))
    assert mine == (scheme, host)


NAMES = st.from_regex(r"[a-z]{1,8}(\.[a-zA-Z]{1,8}){0,2}", fullmatch=True)


@QUICK
@given(name=NAMES, query=st.text(alphabet="ab=&[]%20+:/?#@$", max_size=20))
def test_a_command_is_split_as_parse_url_splits_it(real: Php, name: str, query: str) -> None:
    command = f"{name}?{query}"
    path, rest = real.ask("command", command.encode()).values()
    assert batch.split(command) == (path.decode().lower(), rest.decode())


@QUICK
@given(value=JSON_VALUES)
def test_casts_are_phps(real: Php, value: Any) -> None:
    text = json.dumps(value).encode()
    mine = php.from_json(value)
    assert php.string(mine).encode() == real.ask("string", text)
    assert php.truthy(mine) is real.ask("truthy", text)


@QUICK
@given(value=st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.from_regex(r"\A\s*[+-]?[0-9]{0,3}[a-z]?\Z"))
def test_whole_numbers_are_phps(real: Php, value: Any) -> None:
    assert str(php.integer(php.from_json(value))).encode() == real.ask("int", json.dumps(value).encode())


@pytest.mark.parametrize("number", [0.5, 1.0, -3.25, 0.1, 1e13, 1e14, 123456789012345.0, 1.5e-7, -0.0001])
def test_a_float_reads_as_in_php(real: Php, number: float) -> None:
    assert php.string(number).encode() == real.ask("string", json.dumps(number).encode())


@QUICK
@given(value=JSON_VALUES)
@example(value={"0": "a", "1": "b"})
@example(value={"1": "a", "0": "b"})
@example(value={"x": {}})
def test_json_goes_through_php_unharmed_but_for_empty_maps_and_lists(real: Php, value: Any) -> None:
    through = real.ask("json", json.dumps(value).encode())
    assert php.to_json(php.from_json(value)) == json.loads(through)
