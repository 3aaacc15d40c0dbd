"""The portal's limits: kept by ourselves, respected when it says no, and always with Cancel at hand."""

from __future__ import annotations

import anyio
import pytest

from bxdesk.changes.apply import carry_out
from bxdesk.errors import CancelledByPersonError
from bxdesk.placements.outcome import OutcomeState
from bxdesk.placements.plan import make_plan
from bxdesk.portal.errors import LimitError
from bxdesk.portal.http import TIMEOUT
from bxdesk.portal.limits import PortalLimits
from bxdesk.portal.rest import Command
from tests.builders import HANDLER, LEAD, RecordingListener, binding
from tests.portal.conftest import SignedIn

pytestmark = pytest.mark.anyio

PROFILE = Command("profile")


def test_a_portal_may_take_as_long_as_portals_do() -> None:
    """A portal cuts a request after 60 seconds: its own answer to that is waited for."""
    assert TIMEOUT.read is not None
    assert TIMEOUT.read > 60


async def test_a_burst_is_kept_within_the_leaky_bucket(signed_in: SignedIn) -> None:
    """A leaky bucket of 50, leaking 2 a second, per source address and portal."""
    signed_in.portal.change(limits=True, bucket=(10.0, 20.0))
    limits = PortalLimits(bucket=10, leak=20)
    told = RecordingListener()
    async with anyio.create_task_group() as tasks:
        for _ in range(30):
            tasks.start_soon(limits.take, "portal", told)
    assert any("only so many requests a second" in text for text in told.texts)


async def test_cancel_is_live_while_the_limit_keeps_us_waiting() -> None:
    limits = PortalLimits(bucket=1, leak=0.01)
    await limits.take("portal")
    started = anyio.current_time()
    with pytest.raises(CancelledByPersonError):
        await limits.take("portal", RecordingListener(lambda: anyio.current_time() - started > 0.2))
    assert anyio.current_time() - started < 2


async def test_query_limit_exceeded_backs_off_and_says_so(signed_in: SignedIn) -> None:
    signed_in.portal.plant("error", code="QUERY_LIMIT_EXCEEDED", status=503, times=3)
    told = RecordingListener()
    answer = await signed_in.client.with_listener(told).call(PROFILE)
    assert answer.result["ID"] == "1"
    assert len(told.texts) == 3
    assert all("allows no more for now" in text for text in told.texts)


async def test_a_limit_that_does_not_end_is_a_clear_error(signed_in: SignedIn) -> None:
    signed_in.portal.plant("error", code="QUERY_LIMIT_EXCEEDED", times=None)
    with pytest.raises(LimitError, match="asked too often"):
        await signed_in.client.call(PROFILE)


async def test_the_operating_limit_waits_until_the_portal_says(signed_in: SignedIn) -> None:
    """OPERATION_TIME_LIMIT: wait for operating_reset_at, repeat."""
    signed_in.portal.plant("error", code="OPERATION_TIME_LIMIT", status=429, seconds=2)
    told = RecordingListener()
    started = anyio.current_time()
    assert (await signed_in.client.with_listener(told).call(PROFILE)).result["ID"] == "1"
    assert anyio.current_time() - started >= 1
    assert any(text.startswith("Waiting ") and " s: " in text for text in told.texts)


async def test_cancel_ends_a_wait_for_the_operating_limit(signed_in: SignedIn) -> None:
    signed_in.portal.plant("error", code="OPERATION_TIME_LIMIT", seconds=500)
    started = anyio.current_time()
    impatient = RecordingListener(lambda: anyio.current_time() - started > 0.2)
    with pytest.raises(CancelledByPersonError):
        await signed_in.client.with_listener(impatient).call(PROFILE)
    assert anyio.current_time() - started < 3


async def test_a_command_over_the_operating_limit_is_sent_again_after_the_wait(signed_in: SignedIn) -> None:
    here = await signed_in.snapshot()
    signed_in.portal.plant("error", method="placement.bind", code="OPERATION_TIME_LIMIT", seconds=2)
    told = RecordingListener()
    outcome = await carry_out(signed_in.client, here, make_plan(here, [binding(), binding(LEAD)], ()), told)
    assert outcome.count(OutcomeState.DONE) == 2
    assert any("Waiting" in text for text in told.texts)


async def test_cancel_during_a_wait_leaves_what_was_not_sent_alone(signed_in: SignedIn) -> None:
    wanted = [binding(handler=f"{HANDLER}/{index}") for index in range(60)]
    here = await signed_in.snapshot()
    signed_in.portal.plant("error", code="QUERY_LIMIT_EXCEEDED", skip=1, times=2)
    told = RecordingListener(lambda: any("allows no more" in text for text in told.texts))
    outcome = await carry_out(signed_in.client, here, make_plan(here, wanted, ()), told)
    assert (outcome.count(OutcomeState.DONE), outcome.count(OutcomeState.SKIPPED)) == (50, 10)
    assert outcome.verified
