"""What a portal says against something, between sentences of our own."""

from __future__ import annotations

import pytest

from bxdesk.portal.errors import UnknownOutcomeError, portal_error


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


def test_only_what_says_so_is_about_https() -> None:
    title = str(portal_error("invalid_request", "No code").problem.title)
    assert title == "The authorization server did not understand the request."


@pytest.mark.parametrize("code", ["INTERNAL_SERVER_ERROR", "ERROR_UNEXPECTED_ANSWER"])
def test_after_a_failure_inside_nobody_knows_what_was_done(code: str) -> None:
    assert isinstance(portal_error(code), UnknownOutcomeError)
