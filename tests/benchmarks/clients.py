"""A program that binds 60 widgets with one client and prints the seconds it took; standard input says where."""

from __future__ import annotations

import asyncio
import json
import ssl
import sys
import time
from typing import Any

from tests.portal.demo.official_clients import PORTAL, lead, widgets

COUNT = 60


async def bxdesk(given: dict[str, Any]) -> float:
    """From plan to verified, the journal's syncing included."""
    from bxdesk.accounts.connection import Keys
    from bxdesk.placements.plan import make_plan
    from tests.benchmarks.bench import connection_to, desk_for, wanted

    # The name is led to loopback, where the portal listens on a port of its own.
    connection = connection_to(f"https://{PORTAL}:{given['names'][PORTAL]}", given["client_id"], given["member_id"])
    keys = Keys(given["client_secret"], given["access_token"], given["refresh_token"])
    trust = ssl.create_default_context(cafile=given["authority"])
    async with desk_for([connection], keys, trust) as desk:
        here = await desk.snapshot(connection)
        begin = time.perf_counter()
        outcome = await desk.apply(connection, here, make_plan(here, wanted(COUNT), ()))
        seconds = time.perf_counter() - begin
    if not outcome.verified or len(outcome.steps) != COUNT:
        raise RuntimeError(str(outcome.problem))
    return seconds


async def loop_of_the_official_sdk(given: dict[str, Any]) -> float:
    """One call after the other, nothing read back."""
    from b24pysdk import BitrixApp, BitrixToken

    app = BitrixApp(client_id=given["client_id"], client_secret=given["client_secret"])
    token = BitrixToken.from_oauth(oauth=app.get_oauth_token(given["code"]), bitrix_app=app)
    token.call_method("profile")
    begin = time.perf_counter()
    for arguments in widgets(COUNT, "sdk"):
        token.call_method("placement.bind", arguments)
    return time.perf_counter() - begin


async def fast_bitrix24(given: dict[str, Any]) -> float:
    """Its own batches side by side, nothing read back."""
    from fast_bitrix24 import BitrixAsync

    async def token() -> str:
        return str(given["access_token"])

    client = BitrixAsync(f"https://{PORTAL}/rest/", token_func=token, verbose=False)
    await client.get_all("placement.get")
    begin = time.perf_counter()
    await client.call("placement.bind", widgets(COUNT, "fast"))
    return time.perf_counter() - begin


CLIENTS = {client.__name__: client for client in (bxdesk, loop_of_the_official_sdk, fast_bitrix24)}


def main() -> None:
    """Runs the client that the command line names."""
    given = json.load(sys.stdin)
    lead(given["names"])
    sys.stdout.write(json.dumps(asyncio.run(CLIENTS[sys.argv[1]](given))))


if __name__ == "__main__":
    main()
