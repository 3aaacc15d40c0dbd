"""What a portal says against something, between sentences of our own."""

from __future__ import annotations

import pytest

from bxdesk.portal.errors import portal_error


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (" Client not found ", "Client not found."),
        ("Client not found!", "Client not found!"),
        ("客户端不存在。", "客户端不存在。"),
        (" ", ""),
    ],
)
def test_the_portals_own_words_end_before_the_hint_begins(said: str, shown: str) -> None:
    problem = portal_error("WRONG_CLIENT", said).problem

    assert str(problem.explanation) == shown
    assert str(problem) == " ".join(part for part in (str(problem.title), shown, str(problem.hint)) if part)
