"""What the fault matrix shares: runs on one portal, what became of each, and the table of all."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import IO

from bxdesk.accounts.connection import Keys
from bxdesk.errors import BxdeskError
from bxdesk.placements.bindings import Binding
from bxdesk.placements.history import Purpose, Recovery
from bxdesk.placements.outcome import Outcome
from tests.portal.changes.cases import CASES
from tests.portal.changes.conftest import Bench

BOTH = (Recovery.PUT_BACK, Recovery.FINISH)
OLD, WANTED, BETWEEN = "old", "wanted", "between"


class Table:
    """How many runs of each fault ended where."""

    def __init__(self) -> None:
        self.rows: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def note(self, fault: str, ended: str) -> None:
        """One run."""
        self.rows[fault][ended] += 1

    def markdown(self) -> str:
        """The table as it stands in the documentation."""
        lines = ["| fault | runs | old state | wanted state | in between |", "|---|---:|---:|---:|---:|"]
        total: Counter[str] = Counter()
        for fault in sorted(self.rows):
            total += self.rows[fault]
            lines.append(_line(fault, self.rows[fault]))
        return "\n".join([*lines, _line("**all**", total)]) + "\n"


def _line(name: str, counts: Counter[str]) -> str:
    return f"| {name} | {counts.total()} | {counts[OLD]} | {counts[WANTED]} | {counts[BETWEEN]} |"


@dataclass
class Matrix:
    """Runs of one fault after the other on one portal."""

    bench: Bench
    table: Table
    ends: dict[str, tuple[list[Binding], list[Binding]]] = field(default_factory=dict)

    async def fresh(self, case: str) -> None:
        """The portal before the plan, no journal, everybody signed in."""
        if case not in self.ends:
            CASES[case].set_up(self.bench.portal)
            old = self.bench.rows()
            outcome = await self.apply(case)
            assert outcome.verified
            self.ends[case] = old, self.bench.rows()
            assert old != self.ends[case][1]
        CASES[case].set_up(self.bench.portal)
        shutil.rmtree(self.bench.folder, ignore_errors=True)

    async def apply(self, case: str) -> Outcome:
        """Plans and applies, undisturbed so far."""
        here = await self.bench.snapshot()
        return await self.bench.carry_out(here, CASES[case].plan(here))

    async def disturbed(self, case: str, disturb: Callable[[], None]) -> Outcome | BxdeskError:
        """Plans, then disturbs, then applies. Whatever happens is the core's own kind of error."""
        here = await self.bench.snapshot()
        plan = CASES[case].plan(here)
        disturb()
        try:
            return await self.bench.carry_out(here, plan)
        except BxdeskError as error:
            return error

    async def sign_in_again(self) -> None:
        """What a person does whose session has ended."""
        tokens = self.bench.portal.issue_tokens()
        keys = Keys(self.bench.portal.client_secret, tokens["access_token"], tokens["refresh_token"])
        await self.bench.signed_in.secrets.save(self.bench.connection.identity, keys)

    async def recover(self, fault: str, case: str, how: Recovery) -> str:
        """The next start: recovers what is unfinished, notes where the portal ended, and says it."""
        self.bench.portal.clear_faults()
        desk = self.bench.start()
        unfinished = await desk.unfinished(self.bench.connection)
        if unfinished is not None:
            outcome = await desk.recover(self.bench.connection, how)
            assert outcome.verified, outcome.problem
            assert outcome.problem is None, outcome.problem
        assert await desk.unfinished(self.bench.connection) is None
        old, wanted = self.ends[case]
        rows = self.bench.rows()
        ended = OLD if rows == old else WANTED if rows == wanted else BETWEEN
        if unfinished is not None:
            undone = (how is Recovery.PUT_BACK) is (unfinished.entry.purpose is Purpose.APPLY)
            assert ended == (OLD if undone else WANTED), (fault, case, rows)
        assert (await desk.history()).problems == ()
        await desk.aclose()
        self.table.note(fault, ended)
        assert ended != BETWEEN, (fault, case, how, rows)
        return ended


class Killer:
    """The program that runs jobs in processes of their own and kills them."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.portal.changes.cut_off"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self, bench: Bench, keys: Keys, **job: object) -> None:
        """Hands over a job."""
        self.start_all(bench, keys, [job])

    def start_all(self, bench: Bench, keys: Keys, jobs: list[dict[str, object]]) -> None:
        """Hands over jobs to be done side by side. ``do`` is apply, undo, recover, prove or look."""
        fields = {"connection": asdict(bench.connection), "keys": asdict(keys), "folder": str(bench.folder)}
        lines = json.dumps([{"do": "apply", **fields, **job} for job in jobs])
        _pipe(self._process.stdin).write(lines + "\n")
        _pipe(self._process.stdin).flush()

    def end(self) -> str:
        """How the job ended; waits for it."""
        (ended,) = self.end_all()
        return ended

    def end_all(self) -> list[str]:
        """How each of the jobs ended; waits for them."""
        ended: list[str] = json.loads(_pipe(self._process.stdout).readline())
        return ended

    def close(self) -> None:
        """Ends the program."""
        _pipe(self._process.stdin).close()
        self._process.wait(30)
        _pipe(self._process.stdout).close()


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe
