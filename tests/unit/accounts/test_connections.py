"""The file of saved connections."""

from __future__ import annotations

import json
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bxdesk.accounts.connection import Connection, found_at
from bxdesk.accounts.connections import ConnectionFile
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
OTHER = replace(ACME, member_id="b" * 32, portal="https://other.bitrix24.de:8443")


@pytest.fixture
def file(tmp_path: Path) -> ConnectionFile:
    """A file that does not exist yet."""
    return ConnectionFile(tmp_path / "config" / "connections.json")


def test_connections_come_back_in_their_order(file: ConnectionFile) -> None:
    assert file.all() == ()
    file.put(ACME)
    file.put(OTHER)
    renamed = replace(ACME, portal="https://new.bitrix24.com")
    file.put(renamed)
    assert file.all() == (renamed, OTHER)
    file.remove(ACME)
    assert file.all() == (OTHER,)
    assert OTHER.name == "other.bitrix24.de:8443"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_only_the_owner_may_read_the_file(file: ConnectionFile, tmp_path: Path) -> None:
    file.put(ACME)
    assert stat.S_IMODE((tmp_path / "config" / "connections.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["", "{", '{"connections": 5}', '{"connections": [{"portal": 1}]}', "\xff"])
def test_a_broken_file_is_named_and_left_alone(file: ConnectionFile, tmp_path: Path, text: str) -> None:
    path = tmp_path / "config" / "connections.json"
    path.parent.mkdir()
    path.write_bytes(text.encode("latin-1"))
    for attempt in (file.all, lambda: file.put(ACME), lambda: file.remove(ACME)):
        with pytest.raises(BxdeskError, match=r"connections\.json"):
            attempt()
    assert path.read_bytes() == text.encode("latin-1")


def test_a_folder_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("in the way")
    with pytest.raises(BxdeskError) as caught:
        ConnectionFile(tmp_path / "config" / "connections.json").put(ACME)
    assert caught.value.problem.code in ("connections_unwritable", "connections_unreadable")


def test_nothing_secret_has_a_place_in_the_file(file: ConnectionFile, tmp_path: Path) -> None:
    file.put(ACME)
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
    }


def test_a_label_is_the_person_s_own_and_stays_through_a_new_sign_in(file: ConnectionFile) -> None:
    file.put(ACME)
    labelled = file.rename(ACME, "  Head \n office ")
    assert (labelled.label, labelled.title, labelled.name) == ("Head office", "Head office", "acme.bitrix24.com")
    assert file.all() == (labelled,)
    assert file.put(replace(ACME, user_name="Somebody else")).label == "Head office"
    assert file.rename(labelled, "").title == "acme.bitrix24.com"
    assert file.all() == (ACME,)


def test_a_file_of_an_older_bxdesk_has_no_labels(file: ConnectionFile, tmp_path: Path) -> None:
    file.put(ACME)
    path = tmp_path / "config" / "connections.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    del document["connections"][0]["label"]
    path.write_text(json.dumps(document), encoding="utf-8")
    assert file.all() == (ACME,)


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
