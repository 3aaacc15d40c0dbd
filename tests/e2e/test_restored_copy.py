"""A portal that was restored from a copy: the same address and keys under another identity."""

from __future__ import annotations

import json

from bxdesk.demo import DemoPortal

from .processes import Bxdesk


def test_each_of_two_that_look_alike_can_be_named_and_removed(connected: Bxdesk, portal: DemoPortal) -> None:
    path = connected.home / "config" / "connections.json"
    listed = json.loads(path.read_text(encoding="utf-8"))
    (first,) = listed["connections"]
    copy = first | {"member_id": "f" * 32}
    path.write_text(json.dumps(listed | {"connections": [first, copy]}), encoding="utf-8")

    names = [one["name"] for one in connected.run("portals", "--json").json["portals"]]
    assert names == [f"{portal.client_id}@{member}" for member in (portal.member_id, "f" * 32)]
    assert [line.split()[0] for line in connected.run("portals").out.splitlines()] == names
    refused = connected.run("disconnect", portal.address, code=64)
    assert all(name in refused.err for name in names)
    assert connected.run("status", names[0], "--json").json["member_id"] == portal.member_id
    gone = connected.run("disconnect", names[1], "--json").json
    assert (gone["member_id"], gone["disconnected"]) == ("f" * 32, True)
    assert connected.run("status", "--json").json["member_id"] == portal.member_id
