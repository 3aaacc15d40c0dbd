"""“Your handler path”: which addresses the browser's answer can be waited for at."""

from __future__ import annotations

import pytest

from bxdesk.accounts.redirect import LoopbackAddress, loopback_address
from bxdesk.errors import BxdeskError


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("http://127.0.0.1:8917/callback", LoopbackAddress("127.0.0.1", 8917, "/callback")),
        ("http://localhost:8917/callback", LoopbackAddress("localhost", 8917, "/callback")),
        ("http://[::1]:8917/a/b", LoopbackAddress("::1", 8917, "/a/b")),
        ("http://127.0.0.1", LoopbackAddress("127.0.0.1", 80, "/")),
    ],
)
def test_an_address_of_this_computer_is_listened_at(typed: str, address: LoopbackAddress) -> None:
    assert loopback_address(typed) == address


@pytest.mark.parametrize("typed", ["", "https://widgets.example.com/bitrix24", "https://localhost:8917/callback"])
def test_at_any_other_the_answer_has_to_be_pasted(typed: str) -> None:
    assert loopback_address(typed) is None


@pytest.mark.parametrize("typed", ["callback", "ftp://127.0.0.1/", "http://127.0.0.1:99999/", "http://[::1"])
def test_what_is_no_address_is_said(typed: str) -> None:
    with pytest.raises(BxdeskError, match="no address for “Your handler path”"):
        loopback_address(typed)
