"""A program that carries plans out in processes of their own and kills them (SIGKILL) at the point it is told to.

A line of JSON on standard input is a list of jobs that are done side by side, a line on standard output says how each
ended. Imports are paid once: each
job is a fork. A point is just before and just after each write of the journal and each request, and a write that got
half-way.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import sys
import traceback
from pathlib import Path
from typing import Any, NoReturn
from unittest.mock import patch

import anyio
import anyio.to_thread
import httpx

import bxdesk.changes.apply
import bxdesk.changes.portal_lock
import bxdesk.portal.rest
from bxdesk.accounts.connection import Connection, Keys
from bxdesk.accounts.connections import ConnectionFile
from bxdesk.accounts.secret_store import MemorySecrets
from bxdesk.changes import journal
from bxdesk.changes.unit_of_work import PortalChange
from bxdesk.desk import Desk
from bxdesk.errors import BxdeskError
from bxdesk.placements.history import Recovery
from bxdesk.portal.http import make_http, system_trust
from bxdesk.portal.rest import RestClient
from bxdesk.storage.files import append
from tests.portal.changes.cases import CASES

TRUST = system_trust()
"""Made once: it costs more than a whole job."""


class Points:
    """Counts the points that are passed; the chosen one is the last."""

    def __init__(self) -> None:
        self.left: int | None = None

    def passed(self) -> bool:
        """Whether this is the chosen point."""
        if self.left is None:
            return False
        self.left -= 1
        return self.left < 0

    def stop_here(self) -> None:
        """The end, if this is the chosen point."""
        if self.passed():
            die()


def die() -> NoReturn:
    """What a power cut does to a process."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


def plant(points: Points) -> None:
    """Puts points around the journal's writes and the requests."""
    create, post = journal.create, RestClient._post

    def create_with_points(path: Path, data: bytes) -> None:
        points.stop_here()
        if points.passed():
            (path.parent / f".{path.name}.half").write_bytes(data[: len(data) // 2])
            die()
        create(path, data)
        points.stop_here()

    def append_with_points(path: Path, data: bytes) -> None:
        points.stop_here()
        if points.passed():
            append(path, data[: len(data) // 2])
            die()
        append(path, data)
        points.stop_here()

    async def post_with_points(self: RestClient, method: str, body: dict[str, Any]) -> Any:
        points.stop_here()
        try:
            return await post(self, method, body)
        finally:
            points.stop_here()

    patch.object(journal, "create", create_with_points).start()
    patch.object(journal, "append", append_with_points).start()
    patch("bxdesk.portal.retries.PAUSE", 0.01).start()
    RestClient._post = post_with_points  # type: ignore[method-assign]
    bxdesk.changes.apply.PAUSE = bxdesk.portal.rest.PAUSE = bxdesk.changes.portal_lock._AGAIN = 0.01


async def work(job: dict[str, Any], points: Points) -> None:
    """Does the job: applies its case, takes the last apply back, or recovers what an earlier job left.

    With ``yes`` as the commands do with --yes: in one turn, and what was cut off is put back first.
    """
    connection, folder = Connection(**job["connection"]), Path(job["folder"])
    secrets = MemorySecrets()
    await secrets.save(connection.identity, Keys(**job["keys"]))
    desk = Desk(
        ConnectionFile(folder / "connections.json"),
        secrets,
        lambda: TRUST,
        locks=folder / "locks",
        journal=folder / "journal",
        drafts=folder / "drafts",
    )
    try:
        if job.get("yes"):
            async with desk.change(connection) as change:
                points.left = job["kill_at"]
                await _do_all(change, job)
        else:
            await _do(desk, connection, job, points)
    finally:
        await desk.aclose()


async def _do_all(change: PortalChange, job: dict[str, Any]) -> None:
    """The job as one unit of work: what was cut off is put back first."""
    if job["do"] == "recover":
        await change.recover(Recovery(job["how"]))
        return
    if await change.unfinished() is not None:
        await change.recover(Recovery.PUT_BACK)
    if job["do"] == "apply":
        await change.apply(CASES[job["case"]].plan(await change.read()))
    elif (undo := await change.undo_plan()) is not None:
        await change.apply(undo.plan, undoes=undo.entry.id)


async def _do(desk: Desk, connection: Connection, job: dict[str, Any], points: Points) -> None:
    """The job step by step; ``points`` are counted once everything is read that a plan is made from."""
    plan, here, undoes = None, None, None
    if job["do"] == "undo":
        undo = await desk.undo_plan(connection)
        if undo is not None:
            plan, here, undoes = undo.plan, undo.snapshot, undo.entry.id
    elif job["do"] == "apply":
        here = await desk.snapshot(connection)
        plan = CASES[job["case"]].plan(here)
    points.left = job["kill_at"]
    if job["do"] == "prove":
        await desk.checks.prove(connection, job["places"], lambda _: None, patience=0.0)
    elif job["do"] == "look":
        await desk.snapshot(connection)
    elif job["do"] == "recover":
        await desk.recover(connection, Recovery(job["how"]))
    elif plan is not None and here is not None:
        await desk.apply(connection, here, plan, undoes=undoes)


def start(job: dict[str, Any]) -> int:
    """The process that does the job."""
    process = os.fork()
    if process == 0:
        try:
            points = Points()
            plant(points)
            anyio.run(work, job, points)
        except BxdeskError:
            os._exit(4)
        except BaseException:  # noqa: BLE001 - whatever it is, a fork must not go on as the program
            traceback.print_exc()
            os._exit(3)
        os._exit(0)
    return process


def end(process: int) -> str:
    """How its job ended: "killed", "done", "refused", or the exit code of a failure."""
    _, status = os.waitpid(process, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return "killed"
    code = os.waitstatus_to_exitcode(status)
    return {0: "done", 4: "refused"}.get(code, f"failed: {code}")


async def warm_up() -> None:
    """Has everything imported that is only imported at its first use: forks are to be quick."""
    async with make_http(TRUST) as client:
        with contextlib.suppress(httpx.TransportError):
            await client.get("http://127.0.0.1:1/")
    await anyio.to_thread.run_sync(os.getpid)


def main() -> None:
    """Reads jobs until there are no more."""
    anyio.run(warm_up)
    gc.freeze()
    for line in sys.stdin:
        processes = [start(job) for job in json.loads(line)]
        sys.stdout.write(json.dumps([end(process) for process in processes]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
