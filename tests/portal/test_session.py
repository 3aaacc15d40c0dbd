"""Tokens: how they travel, when they are refreshed, and what ends a session."""

from __future__ import annotations

import anyio
import pytest

from bxdesk.accounts.connection import Keys
from bxdesk.errors import Remedy, RemedyKind
from bxdesk.messages import message
from bxdesk.portal.errors import PortalError, SessionEndedError, UnknownOutcomeError
from bxdesk.portal.rest import Command
from tests.portal.conftest import SignedIn

pytestmark = pytest.mark.anyio

PROFILE = Command("profile")


async def test_the_token_travels_in_the_header_and_never_in_the_address(signed_in: SignedIn) -> None:
    await signed_in.client.call(PROFILE)
    (request,) = signed_in.portal.requests
    assert request.token_in == "header"


async def test_where_a_proxy_strips_the_header_it_travels_in_the_body_from_then_on(signed_in: SignedIn) -> None:
    signed_in.portal.change(strip_authorization_header=True)
    await signed_in.client.call(PROFILE)
    await signed_in.client.call(PROFILE)
    assert [request.token_in for request in signed_in.portal.requests][1:] == ["body", "body"]


async def test_where_no_token_arrives_either_way_a_new_sign_in_is_asked_for(signed_in: SignedIn) -> None:
    signed_in.portal.plant("error", code="NO_AUTH_FOUND", times=None)
    with pytest.raises(PortalError) as caught:
        await signed_in.client.call(PROFILE)
    assert caught.value.problem.code == "session_ended"


async def test_an_expired_token_is_refreshed_once_and_saved_before_use(signed_in: SignedIn) -> None:
    before = await signed_in.keys()
    signed_in.portal.expire_access_tokens()
    async with anyio.create_task_group() as tasks:
        for _ in range(8):
            tasks.start_soon(signed_in.client.call, PROFILE)
    after = await signed_in.keys()
    assert (after.access_token, after.refresh_token) != (before.access_token, before.refresh_token)
    assert after.client_secret == before.client_secret
    methods = [request.call for request in signed_in.portal.requests]
    assert methods.count("oauth.refresh") == 1
    again = await signed_in.again()
    assert (await again.call(PROFILE)).result["ID"] == "1"


async def test_a_pair_that_another_bxdesk_refreshed_is_used(signed_in: SignedIn) -> None:
    other = await signed_in.again()
    signed_in.portal.expire_access_tokens()
    await other.call(PROFILE)
    await signed_in.client.call(PROFILE)
    assert [request.call for request in signed_in.portal.requests].count("oauth.refresh") == 1


@pytest.mark.parametrize("kind", ["lost", "html", "empty", "cut_off"])
async def test_a_refresh_that_fails_on_the_way_does_not_end_the_session(signed_in: SignedIn, kind: str) -> None:
    before = await signed_in.keys()
    signed_in.portal.expire_access_tokens()
    signed_in.portal.plant(kind, method="oauth.refresh", done=False)
    with pytest.raises(UnknownOutcomeError):
        await signed_in.client.call(PROFILE)
    assert await signed_in.keys() == before
    await signed_in.client.call(PROFILE)


async def test_only_a_refused_refresh_ends_the_session(signed_in: SignedIn) -> None:
    signed_in.portal.forward(181 * 24 * 3600)
    with pytest.raises(SessionEndedError) as caught:
        await signed_in.client.call(PROFILE)
    assert caught.value.problem.code == "session_ended"


async def test_secrets_that_are_gone_ask_for_a_new_sign_in(signed_in: SignedIn) -> None:
    await signed_in.secrets.forget(signed_in.connection.identity)
    with pytest.raises(SessionEndedError, match="not signed in"):
        await signed_in.again()


async def test_a_pair_that_the_keyring_would_not_take_is_not_lost(
    signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = signed_in.secrets.save
    refused: list[Keys] = []

    async def refuse(name: str, keys: Keys) -> None:
        if not refused:
            refused.append(keys)
            raise OSError("the keyring is locked")
        await save(name, keys)

    monkeypatch.setattr(signed_in.secrets, "save", refuse)
    signed_in.portal.expire_access_tokens()
    with pytest.raises(OSError, match="locked"):
        await signed_in.client.call(PROFILE)
    await signed_in.client.call(PROFILE)
    assert await signed_in.keys() == refused[0]
    assert [request.call for request in signed_in.portal.requests].count("oauth.refresh") == 1


@pytest.mark.parametrize("as_objects", [False, True])
@pytest.mark.parametrize("always_200", [False, True])
@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("ACCESS_DENIED", "ACCESS_DENIED"),
        ("PAYMENT_REQUIRED", "PAYMENT_REQUIRED"),
        ("user_access_error", "user_access_error"),
        ("WRONG_AUTH_TYPE", "WRONG_AUTH_TYPE"),
        ("OVERLOAD_LIMIT", "OVERLOAD_LIMIT"),
        ("PORTAL_DELETED", "PORTAL_DELETED"),
        ("INVALID_CREDENTIALS", "INVALID_CREDENTIALS"),
        ("ERROR_OAUTH", "session_ended"),
        ("APPLICATION_NOT_FOUND", "session_ended"),
        ("authorization_error", "session_ended"),
        ("invalid_token", "session_ended"),
        ("SOMETHING_NEW", "SOMETHING_NEW"),
    ],
)
async def test_decisions_are_made_on_the_code(
    signed_in: SignedIn, code: str, shown: str, as_objects: bool, always_200: bool
) -> None:
    signed_in.portal.change(object_errors=as_objects, always_200=always_200)
    # Twice: some are asked about once more with a new token.
    signed_in.portal.plant("error", code=code, description="The portal's own words", times=2)
    with pytest.raises(PortalError, match="The portal's own words") as caught:
        await signed_in.client.call(PROFILE)
    assert caught.value.problem.code == shown
    assert caught.value.portal_code == code
    assert caught.value.problem.remedy


async def test_a_redirect_is_not_followed_with_a_token(signed_in: SignedIn) -> None:
    signed_in.portal.plant("redirect", to="elsewhere.example.com")
    with pytest.raises(PortalError, match=r"elsewhere\.example\.com"):
        await signed_in.client.call(PROFILE)


async def test_requests_over_the_limit_are_repeated(signed_in: SignedIn) -> None:
    signed_in.portal.plant("error", code="QUERY_LIMIT_EXCEEDED", times=2)
    assert (await signed_in.client.call(PROFILE)).result["ID"] == "1"


async def test_the_secret_never_reaches_the_portal(signed_in: SignedIn) -> None:
    signed_in.portal.expire_access_tokens()
    await signed_in.snapshot()
    assert signed_in.portal.secrets_refused == 0


async def test_two_programs_at_once_refresh_once(signed_in: SignedIn) -> None:
    """Refresh once at a time in the process and across processes: the lock is a file, the keyring is read again."""
    other = await signed_in.again()
    signed_in.portal.expire_access_tokens()
    signed_in.portal.plant("slow", method="oauth.refresh", seconds=0.3)
    async with anyio.create_task_group() as tasks:
        for client in (signed_in.client, other):
            tasks.start_soon(client.call, PROFILE)
    assert [request.call for request in signed_in.portal.requests].count("oauth.refresh") == 1


async def test_a_folder_without_room_for_a_lock_does_not_end_the_session(signed_in: SignedIn) -> None:
    signed_in.locks = signed_in.locks / "file"
    signed_in.locks.write_text("in the way")
    client = await signed_in.again()
    signed_in.portal.expire_access_tokens()
    assert (await client.call(PROFILE)).result["ID"] == "1"


async def test_a_plan_without_rest_is_told_from_a_person_without_rights(signed_in: SignedIn) -> None:
    signed_in.portal.change(without_rest=True)
    with pytest.raises(PortalError, match="plan does not include REST") as caught:
        await signed_in.snapshot()
    assert caught.value.problem.code == "plan_without_rest"
    signed_in.portal.change(without_rest=False, admin=False)
    assert [problem.code for problem in (await signed_in.snapshot()).problems] == ["not_admin"]


@pytest.mark.parametrize(
    ("code", "description", "method", "words"),
    [
        ("ACCESS_DENIED", "Access denied!", "placement.get", "does not allow this"),
        ("ACCESS_DENIED", "REST API is available only on commercial plans.", "profile", "plan does not include REST"),
        ("insufficient_scope", "The request requires higher privileges", "crm.type.list", "permission “CRM (crm)”"),
        ("insufficient_scope", "", "placement.bind", "permission “App Embedding (placement)”"),
        ("ERROR_ARGUMENT", "Argument 'LANG_ALL' is invalid", "placement.bind", "LANG_ALL"),
        ("EMPTY_ERROR_ICON_NAME", "", "placement.bind", "iconName"),
        ("ERROR_HANDLER_URL_MATCH", "", "placement.bind", "the app's own host"),
        ("PAYMENT_REQUIRED", "", "profile", "paid period"),
        ("INVALID_CREDENTIALS", "Invalid request credentials", "placement.get", "does not allow this"),
        ("allowed_only_intranet_user", "", "crm.type.list", "does not allow this"),
        ("ERROR_OAUTH", "Application not installed", "profile", "not installed on the portal"),
        ("INVALID_REQUEST", "Https required", "profile", "called over https"),
        ("INVALID_REQUEST", "https://a.b/ is not the app's address", "profile", "did not understand"),
        ("PORTAL_DELETED", "Portal was deleted", "profile", "is closed or no longer exists"),
    ],
)
async def test_the_text_says_which_and_what_to_do(
    signed_in: SignedIn, code: str, description: str, method: str, words: str
) -> None:
    signed_in.portal.plant("error", code=code, description=description)
    with pytest.raises(PortalError, match=words.replace("(", r"\(").replace(")", r"\)")) as caught:
        await signed_in.client.call(Command(method))
    assert caught.value.problem.remedy


@pytest.mark.parametrize("reading", [False, True])
async def test_only_after_a_write_somebody_is_sent_to_look_what_it_did(signed_in: SignedIn, reading: bool) -> None:
    signed_in.portal.plant("error", code="INTERNAL_SERVER_ERROR", times=None)
    with pytest.raises(UnknownOutcomeError) as caught:
        await signed_in.client.call(Command("profile"), reading=reading)
    again = message("Try again in a moment.")
    assert caught.value.problem.remedy == (again if reading else Remedy(RemedyKind.LOOK_AND_RETRY))


@pytest.mark.parametrize("code", ["invalid_token", "authorization_error", "APPLICATION_NOT_FOUND"])
async def test_a_token_that_the_portal_forgot_is_refreshed_once(signed_in: SignedIn, code: str) -> None:
    before = await signed_in.keys()
    signed_in.portal.plant("error", code=code)
    assert (await signed_in.client.call(PROFILE)).result["ID"] == "1"
    assert (await signed_in.keys()).access_token != before.access_token
    assert [request.call for request in signed_in.portal.requests] == ["profile", "oauth.refresh", "profile"]


async def test_an_app_that_is_gone_is_said_by_the_portal(signed_in: SignedIn) -> None:
    """The authorization server only says that it does not know these keys."""
    signed_in.portal.apps.delete(signed_in.portal.apps.first)
    with pytest.raises(SessionEndedError, match="no longer on the portal"):
        await signed_in.client.call(PROFILE)
