"""What commands say when there is nothing to do, or something is missing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

import bxdesk
from bxdesk.accounts.connection import Connection, names_apart
from bxdesk.cli.choosing import choose
from bxdesk.cli.console import FAILED, USAGE, Console, Wiring
from bxdesk.cli.json_output import problem_json
from bxdesk.cli.main import run
from bxdesk.cli.remedies import advice, worded
from bxdesk.cli.text_output import problem_lines
from bxdesk.composition import demo_desk
from bxdesk.desk import Desk
from bxdesk.errors import BxdeskError, Problem, RemedyKind, remedy
from bxdesk.messages import message
from bxdesk.portal.errors import moved, portal_error

WIRING = Wiring(usual_desk=demo_desk, demo_desk=demo_desk, open_window=lambda _: 0)
CORE = Path(bxdesk.__file__).parent


def test_a_remedy_names_options_and_commands() -> None:
    problem = Problem(
        "authorization_server", message("No."), message("Why."), remedy(RemedyKind.NAME_AUTHORIZATION_SERVER)
    )
    own = "If it is your own server, give it to bxdesk connect with --auth-server URL."
    assert list(problem_lines(problem)) == ["No.", "  Why.", f"  {own}"]
    assert (problem_json(problem) or {})["hint"] == own
    assert advice(message("Something else about {what}.", what="it")) == "Something else about it."


def test_nothing_to_take_back_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["undo", "--demo"], WIRING) == 0
    told = capsys.readouterr()
    (line,) = told.err.splitlines()
    assert line.endswith(": there is nothing to take back.")
    assert told.out == ""


_FAULT = """
import sys
from bxdesk.cli.main import run
from bxdesk.cli.console import Wiring
from bxdesk.composition import demo_desk
from bxdesk.desk import Desk

def change(*_, **__):
    raise RuntimeError("nobody expected this")

Desk.change = change
sys.exit(run(["undo", "--demo"], Wiring(demo_desk, demo_desk, lambda _: 0)))
"""


def test_a_fault_of_bxdesk_is_told_without_a_traceback() -> None:
    """In a process of its own: here the log would go to pytest."""
    done = subprocess.run([sys.executable, "-c", _FAULT], capture_output=True, text=True, timeout=60, check=False)
    title, *rest = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (1, "")
    assert title == "Something unexpected went wrong inside bxdesk (RuntimeError)."
    assert "Traceback" not in "".join(rest)


def test_who_is_not_connected_reads_who_is(capsys: pytest.CaptureFixture[str]) -> None:
    connections = tuple(
        Connection(name, f"https://{name}.bitrix24.com", "", "local.1", "", 1, "") for name in ("acme", "globex")
    )
    with pytest.raises(BxdeskError) as caught:
        choose(connections, ["initech.bitrix24.com"])
    assert "Connected: acme.bitrix24.com, globex.bitrix24.com." in str(caught.value)
    assert run(["status", "--demo", "acme.bitrix24.com"], WIRING) == 1
    assert "Connected: 127.0.0.1:" in capsys.readouterr().err


def test_a_permission_that_there_is_not_is_refused_with_those_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["demo-portal", "--without-permission", "nonsense"], WIRING) == USAGE
    told = capsys.readouterr().err
    assert "“nonsense” is no permission" in told
    assert "contact_center" in told


def test_a_portal_that_is_named_twice_is_meant_once() -> None:
    connection = Connection("a" * 32, "https://acme.bitrix24.com", "", "local.1", "", 1, "")
    assert choose((connection,), ["acme.bitrix24.com", "https://ACME.bitrix24.com/", "a" * 32]) == [connection]


def test_two_apps_on_one_portal_are_told_apart_by_their_client_id() -> None:
    first, second = (
        Connection("a" * 32, "https://acme.bitrix24.com", "", client_id, "", 1, "")
        for client_id in ("local.1", "local.2")
    )
    other = Connection("b" * 32, "https://globex.bitrix24.com", "", "local.3", "", 1, "")
    here = (first, second, other)
    assert choose(here, ["local.2@acme.bitrix24.com"]) == [second]
    assert choose(here, [f"LOCAL.1@{'a' * 32}", "https://local.2@acme.bitrix24.com/"]) == [first, second]
    for named in ([], ["acme.bitrix24.com"]):
        with pytest.raises(click.UsageError, match=r"local\.1@acme\.bitrix24\.com, local\.2@acme\.bitrix24\.com"):
            choose(here, named)
    with pytest.raises(BxdeskError, match="not connected"):
        choose(here, ["local.3@acme.bitrix24.com"])


@pytest.mark.parametrize("arguments", [["plan", "--json"], ["status", "--json", "--nonsense"], ["--json", "nonsense"]])
def test_words_that_are_off_are_an_object_for_programs_as_well(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments, WIRING) == USAGE
    told = capsys.readouterr()
    error = json.loads(told.out)["error"]
    assert (error["code"], error["hint"]) == ("usage", "")
    assert error["title"] in told.err


@pytest.mark.parametrize(
    "late",
    [KeyboardInterrupt(), BxdeskError(Problem("x", message("No.")))],
    ids=["Ctrl+C", "an error"],
)
def test_what_comes_after_the_result_is_no_object(late: BaseException, capsys: pytest.CaptureFixture[str]) -> None:
    @contextmanager
    def closing_badly() -> Iterator[Callable[[], Desk]]:
        with demo_desk() as open_desk:
            yield open_desk
        raise late

    assert run(["portals", "--json"], Wiring(closing_badly, closing_badly, lambda _: 0)) == FAILED
    told = capsys.readouterr()
    assert len(json.loads(told.out)["portals"]) == 1
    assert told.err


@pytest.mark.skipif(sys.platform == "win32", reason="there os.kill() ends the process")
@pytest.mark.parametrize("applies", [True, False])
def test_whoever_stops_an_apply_is_told_where_to_find_what_was_done(
    applies: bool, capfd: pytest.CaptureFixture[str]
) -> None:
    with Console(WIRING).stopping(applies=applies) as is_stopped:
        assert not is_stopped()
        os.kill(os.getpid(), signal.SIGINT)
        assert is_stopped()
    told = capfd.readouterr().err
    assert "Ctrl+C once more stops at once." in told
    assert ("bxdesk history" in told) == applies


_STOPPED_AT_ONCE = """
import os, signal, sys
from bxdesk.cli.main import run
from bxdesk.cli.console import Console, Wiring
from bxdesk.composition import demo_desk

class Reader(Console):
    def print_json(self, value):
        super().print_json(value)
        os.kill(os.getpid(), signal.SIGINT)

import bxdesk.cli.main
bxdesk.cli.main.Console = Reader
sys.exit(run(["demo-portal", "--json"], Wiring(demo_desk, demo_desk, lambda _: 0)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there os.kill() ends the process")
def test_whoever_stops_the_demo_portal_as_soon_as_its_keys_are_there_has_stopped_it_well() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _STOPPED_AT_ONCE], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "client_id" in json.loads(done.stdout)


def test_every_command_is_told_of_in_one_line_and_the_exit_codes_below(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"], WIRING) == 0
    told = capsys.readouterr().out
    assert "..." not in told.partition("Commands:")[2]
    assert "64 usage error" in " ".join(told.split())


def connections_strategy() -> st.SearchStrategy[tuple[Connection, ...]]:
    """Connections that have much in common: addresses in several spellings, client IDs, portals."""
    one = st.builds(
        Connection,
        member_id=st.sampled_from(["a" * 32, "b" * 32]),
        portal=st.sampled_from(
            [
                "https://acme.bitrix24.com",
                "https://acme.bitrix24.com:8443",
                "https://ACME.bitrix24.com",
                "https://intranet",
            ]
        ),
        endpoint=st.just(""),
        client_id=st.sampled_from(["local.1", "local.2", "lo/c@l"]),
        authorization_server=st.just(""),
        user_id=st.just(1),
        user_name=st.just(""),
    )
    return st.lists(one, min_size=1, unique_by=lambda connection: connection.identity).map(tuple)


@given(connections_strategy())
def test_every_connection_can_be_named(connections: tuple[Connection, ...]) -> None:
    names = names_apart(connections)
    assert len(set(names.values())) == len(connections)
    for connection in connections:
        assert choose(connections, [names[connection.identity]]) == [connection]


def test_a_portal_and_its_restored_copy_are_told_apart() -> None:
    portal, copy = (
        Connection(member * 32, "https://acme.bitrix24.com", "", "local.1", "", 1, "Helen") for member in "ab"
    )
    with pytest.raises(click.UsageError, match=f"local.1@{portal.member_id}, local.1@{copy.member_id}"):
        choose((portal, copy), ["acme.bitrix24.com"])
    assert choose((portal, copy), [f"local.1@{copy.member_id}"]) == [copy]


def test_the_command_that_signs_in_again_is_filled_in_where_the_portal_is_known() -> None:
    connection = Connection("a" * 32, "https://acme.bitrix24.com", "", "local.1", "", 1, "")
    ended = portal_error("INVALID_GRANT")
    assert "bxdesk connect acme.bitrix24.com --client-id local.1" in str(worded(ended, connection))
    assert "bxdesk connect PORTAL --client-id ID" in str(worded(ended))
    own = replace(connection, authorization_server="https://sso.acme.example", redirect_url="http://127.0.0.1:9000/cb")
    assert "--auth-server https://sso.acme.example --redirect http://127.0.0.1:9000/cb" in str(worded(ended, own))
    public = replace(connection, authorization_server="https://oauth.bitrix.info")
    assert "--auth-server" not in str(worded(ended, public))
    renamed = moved("acme.bitrix24.com", "new.bitrix24.com")
    assert "bxdesk connect new.bitrix24.com --client-id local.1" in str(worded(renamed, connection))
    for named, filled in (
        ("initech.bitrix24.com", "initech.bitrix24.com --client-id ID"),
        ("local.9@initech.bitrix24.com", "initech.bitrix24.com --client-id local.9"),
    ):
        with pytest.raises(BxdeskError, match=f"bxdesk connect {filled}"):
            choose((connection,), [named])
