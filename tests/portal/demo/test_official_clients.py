"""Clients that nobody here wrote work against the demo portal as they are, over https."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from bxdesk.demo import DemoPortal

    from .certificates import Certificates

MISSING = [name for name in ("b24pysdk", "fast_bitrix24") if importlib.util.find_spec(name) is None]
TYPES = 205


@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
def test_official_sdk_and_fast_bitrix24(certificates: Certificates, start: Callable[..., DemoPortal]) -> None:
    portal = start(
        certificate=certificates.server,
        portal_name="acme.bitrix24.com",
        authorization_name="oauth.bitrix24.tech",
        hide_ports=True,
        types=TYPES - 5,
    )
    used_up = portal.issue_tokens()["access_token"]
    portal.expire_access_tokens()
    given = {
        "ports": dict(zip(("acme.bitrix24.com", "oauth.bitrix24.tech"), portal.ports, strict=True)),
        "client_id": portal.client_id,
        "client_secret": portal.client_secret,
        "code": portal.issue_code(),
        "tokens": [used_up, portal.issue_tokens()["access_token"]],
    }
    trusting = {"REQUESTS_CA_BUNDLE": str(certificates.authority), "SSL_CERT_FILE": str(certificates.authority)}
    program = Path(__file__).with_name("official_clients.py")
    done = subprocess.run(
        [sys.executable, str(program)],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        env=os.environ | trusting,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    codes = found["b24pysdk"].pop("codes")
    assert codes > 9 * TYPES
    assert found["b24pysdk"] == {
        "name": "Helen",
        "refreshed": True,
        "member_id": portal.member_id,
        "bound": [True, 60, 0],
        "types": TYPES,
        "types_fast": TYPES,
        "removed": {"count": 2},
    }
    assert found["b24pysdk_methods"] == {
        "bound": [True, True, True, 1],
        "tasks": True,
        "unbound": 2,
        "app": True,
        "option": [True, "value"],
        "profile": True,
        "scopes": True,
        "method": True,
        "fields": True,
        "changed": "Changed",
        "got": True,
        "listed": 1,
        "sorted": True,
        "deleted": [],
    }
    assert found["fast_bitrix24"] == {
        "bound": [True, 60],
        "rows": 3 + 59 + 60,
        "codes": codes,
        "types": TYPES,
        "removed": 2 * (59 + 60),  # it unwraps maps of one key
        "asked_again": True,
    }
    assert len(portal.bindings()) == 3
    assert portal.secrets_refused == 0
