"""The file of saved connections."""

from __future__ import annotations

import json
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bxdesk.accounts.connection import Connection, found_at
from bxdesk.accounts.connections import ConnectionFile, ConnectionList
from bxdesk.errors import BxdeskError

ACME = Connection(
    member_id="a" * 32,
    portal="https://acme.bitrix24.com",
    endpoint="https://acme.bitrix24.com/rest/",
    client_id="local.1",
    authorization_server="https://oauth.bitrix.info",
    user_id=1,
    user_name="Helen Marsh",
)
OTHER = replace(
    ACME,
    member_id="b" * 32,
    portal="https://other.bitrix24.de:8443",
    endpoint="https://other.bitrix24.de:8443/rest/",
)


LISTED = ConnectionList(connections=(ACME,))


@pytest.fixture
def file(tmp_path: Path) -> ConnectionFile:
    """A file that does not exist yet."""
    return ConnectionFile(tmp_path / "config" / "connections.json")


def test_connections_come_back_in_their_order(file: ConnectionFile) -> None:
    assert file.read() == ConnectionList()
    renamed = replace(ACME, portal="https://new.bitrix24.com", endpoint="https://new.bitrix24.com/rest/")
    file.write(ConnectionList().with_connection(ACME).with_connection(OTHER).with_connection(renamed))
    assert file.read() == ConnectionList(connections=(renamed, OTHER))
    assert OTHER.name == "other.bitrix24.de:8443"


def test_keys_without_a_connection_are_known_until_somebody_says_otherwise() -> None:
    both = ConnectionList().with_connection(ACME).with_connection(OTHER)
    one = both.without(ACME.identity)
    assert (one.connections, one.leftovers) == ((OTHER,), (ACME.identity,))
    assert one.without(ACME.identity) == one.with_leftover(ACME.identity) == one
    assert one.without_leftover(ACME.identity).leftovers == ()
    assert one.with_connection(ACME).leftovers == (), "a connection has keys: they are no leftover"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_only_the_owner_may_read_the_file(file: ConnectionFile, tmp_path: Path) -> None:
    file.write(LISTED)
    assert stat.S_IMODE((tmp_path / "config" / "connections.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["", "{", '{"connections": 5}', '{"connections": [{"portal": 1}]}', "\xff"])
def test_a_broken_file_is_named_and_left_alone(file: ConnectionFile, tmp_path: Path, text: str) -> None:
    path = tmp_path / "config" / "connections.json"
    path.parent.mkdir()
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(BxdeskError, match=r"connections\.json"):
        file.read()
    assert path.read_bytes() == text.encode("latin-1")


def test_a_folder_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("in the way")
    with pytest.raises(BxdeskError) as caught:
        ConnectionFile(tmp_path / "config" / "connections.json").write(LISTED)
    assert caught.value.problem.code in ("connections_unwritable", "connections_unreadable")


def test_nothing_secret_has_a_place_in_the_file(file: ConnectionFile, tmp_path: Path) -> None:
    file.write(LISTED)
    saved = json.loads((tmp_path / "config" / "connections.json").read_text())
    assert set(saved["connections"][0]) == {
        "member_id",
        "portal",
        "endpoint",
        "client_id",
        "authorization_server",
        "user_id",
        "user_name",
        "redirect_url",
        "label",
        "group",
    }


def test_a_file_that_says_less_is_read(file: ConnectionFile, tmp_path: Path) -> None:
    file.write(LISTED)
    path = tmp_path / "config" / "connections.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    for later in ("label", "user_id", "user_name"):
        del document["connections"][0][later]
    path.write_text(json.dumps(document), encoding="utf-8")
    (found,) = file.read().connections
    assert found == replace(ACME, user_id=0, user_name="")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("acme.bitrix24.com", [ACME]),
        ("https://ACME.bitrix24.com:443/crm/", [ACME]),
        ("http://acme.bitrix24.com/", [ACME]),
        ("other.bitrix24.de:8443", [OTHER]),
        ("other.bitrix24.de", [OTHER]),
        ("other.bitrix24.de:8444", []),
        ("acme.bitrix24.com:8443", []),
        ("https://xn--80aswg.xn--p1ai", [replace(ACME, portal="https://сайт.рф")]),
        ("сайт.рф", [replace(ACME, portal="https://xn--80aswg.xn--p1ai")]),
        ("acme", []),
        ("", []),
    ],
)
def test_a_connection_is_found_under_any_spelling_of_its_address(typed: str, found: list[Connection]) -> None:
    saved = [ACME, OTHER, *(one for one in found if one not in (ACME, OTHER))]
    assert found_at(saved, typed) == found


@pytest.mark.parametrize(
    ("altered", "told"),
    [
        ({"endpoint": "http://acme.bitrix24.com/rest/"}, "https only"),
        ({"endpoint": "https://evil.example/rest/"}, r"is not at https://acme\.bitrix24\.com"),
        ({"endpoint": "https://acme.bitrix24.com@evil.example/rest/"}, "is not at"),
        ({"endpoint": "https://[::1"}, "not a web address"),
        ({"endpoint": ""}, "no portal address"),
        ({"portal": "file:///etc/passwd"}, "address"),
        ({"authorization_server": "http://oauth.bitrix.info"}, "https only"),
        ({"authorization_server": "https://xn--/"}, "address"),
        ({"user_id": 1e400}, "expected value"),
        ({"client_id": ["local.1"]}, "client_id"),
    ],
)
def test_what_the_list_says_is_judged_like_what_a_portal_says(
    file: ConnectionFile, tmp_path: Path, altered: dict[str, object], told: str
) -> None:
    file.write(LISTED)
    path = tmp_path / "config" / "connections.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["connections"][0] |= altered
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(BxdeskError, match=told) as caught:
        file.read()
    assert caught.value.problem.code == "connections_unreadable"
