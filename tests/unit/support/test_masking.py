"""What leaves the computer is free of secrets, however they got into it, and still tells what happened."""

from __future__ import annotations

import base64
import random
import secrets
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.support.masking import masked, without_home

HEX = st.builds(lambda seed: seed.hex(), st.binary(min_size=16, max_size=40))
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
MIXED = st.text(LETTERS, min_size=32, max_size=80).filter(lambda text: any(letter.isdigit() for letter in text))
SHAPES = (
    "{secret}",
    "Authorization: Bearer {secret}",
    "https://acme.bitrix24.com/rest/placement.get?auth={secret}&x=1",
    "https://oauth.bitrix.info/oauth/token/?client_secret={secret}",
    "http://127.0.0.1:8917/callback?state={secret}&code={secret}",
    "GET /callback?code={secret} HTTP/1.1",
    "https://acme.bitrix24.com/rest/1/{secret}/profile",
    "http://helen:{secret}@proxy.example.com:3128",
    '{{"access_token": "{secret}", "expires_in": 3600}}',
    "{{'REFRESH_ID': '{secret}'}}",
    "[AUTH_ID] => {secret}",
    "AUTH_ID={secret}&AUTH_EXPIRES=3600",
)


@pytest.mark.parametrize("shape", SHAPES)
@given(secret=HEX | MIXED)
def test_what_looks_drawn_by_lot_is_gone(shape: str, secret: str) -> None:
    left = masked(shape.format(secret=secret))
    assert not any(secret[at : at + 12] in left for at in range(len(secret) - 11))


@pytest.mark.parametrize(
    "line",
    [
        "password=hunter2",
        "settings.password=hunter2",
        "client_secret: hunter2",
        "http://helen:hunter2@proxy.example.com:3128",
        "http://hunter2@proxy.example.com",
        "http://helen:p/hunter2@proxy.example.com:3128",
        "http://helen:p@hunter2@proxy.example.com:3128",
        "https://a.example/path?x=hunter2",
        "/callback?code=hunter2",
        "https://a.example/#token=hunter2",
        "Authorization: Basic hunter2",
        '"refresh_token" : "hunter2"',
        "https://acme.bitrix24.com/rest/1/hunter2/",
    ],
)
def test_short_secrets_are_known_by_where_they_stand(line: str) -> None:
    assert "hunter2" not in masked(line)


@pytest.mark.parametrize(
    "shape", ["{secret}", "got {secret} from there", "{{'x': '{secret}'}}", "https://a.example/{secret}"]
)
@given(st.integers(min_value=0), st.integers(16, 60))
def test_base64_is_gone_with_its_slashes(shape: str, seed: int, size: int) -> None:
    secret = base64.b64encode(random.Random(seed).randbytes(size)).decode()  # noqa: S311
    left = masked(shape.format(secret=secret))
    assert not any(secret[at : at + 12] in left for at in range(len(secret) - 11))


def test_random_texts_with_hyphens_are_gone_too() -> None:
    for _ in range(200):
        secret = secrets.token_urlsafe(48)
        assert secret[:24] not in masked(f"got {secret} from there")


@pytest.mark.parametrize(
    "line",
    [
        "2026-03-01 09:30:00,123 INFO bxdesk.portal.rest: acme.bitrix24.com placement.get",
        "system: Linux-5.10.0-28-amd64-x86_64-with-glibc2.36",
        "widgets: CRM_DYNAMIC_183_DETAIL_ACTIVITY, CRM_SMART_INVOICE_DETAIL_ACTIVITY",
        "2026-03-01 09:29:05 INFO bxdesk.accounts.secret_store: keyring: KeyringLocked",
        "unexpected error: ConnectionRefusedError",
        '  File "/usr/lib/python3.11/site-packages/bxdesk/gui/window.py", line 12, in show_problems',
        "/Applications/bxdesk/Contents/MacOS/PySide6/QtWidgets/plugins/2026/styles",
        "bxdesk/gui/connecting/ConnectDialog123/window",
        "my-company-portal-2026-south.bitrix24.com",
        "proxy: http://proxy.example.com:3128",
    ],
)
def test_what_tells_what_happened_stays(line: str) -> None:
    assert masked(line) == line


def test_a_persons_folder_does_not_tell_the_name() -> None:
    assert without_home("log: /home/helen/.local/state/bxdesk", Path("/home/helen")) == "log: ~/.local/state/bxdesk"
    assert without_home("log: /var/log", Path("/")) == "log: /var/log"
