"""What a portal says against something, between sentences of our own."""

from __future__ import annotations

import pytest

from bxdesk.gui.parts.remedies import advice
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
    assert str(problem) == " ".join(part for part in (str(problem.title), shown, str(problem.remedy)) if part)


def test_only_what_says_so_is_about_https() -> None:
    title = str(portal_error("invalid_request", "No code").problem.title)
    assert title == "The authorization server did not understand the request."


@pytest.mark.parametrize("code", ["INTERNAL_SERVER_ERROR", "ERROR_UNEXPECTED_ANSWER"])
def test_after_a_failure_inside_nobody_knows_what_was_done(code: str) -> None:
    assert isinstance(portal_error(code), UnknownOutcomeError)


@pytest.mark.parametrize(
    ("code", "said", "title", "cure"),
    [
        ("invalid_client", "", "is wrong, or the app is not installed", "Reinstall"),
        ("WRONG_CLIENT", "", "The client ID or the client secret is wrong.", "Copy both again"),
        ("invalid_scope", "", "asks for more than its card", "Assign permissions"),
        ("CONNECTION_ERROR", "Connection failed", "cannot reach its authorization server", "the portal's network"),
        ("QUERY_LIMIT_EXCEEDED", "", "asked too often", "try again in a few minutes"),
        ("insufficient_scope", "", "lacks a permission", "sign in again; if that does not help, press “Reinstall”"),
        ("ERROR_PLACEMENT_MAX_COUNT", "Placement max count: 8", "no more than 8 of this app's widgets", "Remove one"),
        ("ERROR_PLACEMENT_MAX_COUNT", "Placement max count: 1", "no more than 1 of", "Remove one"),
        ("ERROR_PLACEMENT_MAX_COUNT", "", "takes no more widgets of this app", "Remove one"),
        ("ERROR_PLACEMENT_USER_MODE", "", "cannot be bound for a single user", "for everybody"),
        ("ERROR_PLACEMENT_NOT_FOUND", "Placement not found", "does not offer this placement", "the permissions"),
        ("ERROR_HANDLER_URL_MATCH", "", "wants the page on the app's own host", "on the host that stands"),
        ("ERROR_WRONG_HANDLER_URL", "", "refuses the page address", "full host name"),
        ("ERROR_UNSUPPORTED_PROTOCOL", "", "refuses the protocol of the page address", "https"),
        ("EMPTY_ERROR_HANDLER_URL", "", "needs the option “errorHandlerUrl”", "Name it"),
        ("EMPTY_ERROR_ICON_NAME", "", "needs the option “iconName”", "Name it"),
        ("INVALID_ERROR_COLOR", "Field color is invalid.", "refused: Field color is invalid.", ""),
        ("NOT_INSTALLED", "", "not installed on the portal", "Reinstall"),
        ("invalid_request", "", "did not understand the request", "sign in again"),
    ],
)
def test_a_code_is_told_with_what_it_means(code: str, said: str, title: str, cure: str) -> None:
    problem = portal_error(code, said).problem
    assert title in str(problem.title)
    assert cure in str(advice(problem.remedy))
