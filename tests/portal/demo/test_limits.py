"""The leaky bucket, the operating limits, and latency."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from bxdesk.demo import DemoPortal


def _burst(app: Any, count: int) -> list[int]:
    return [app.post("profile").status_code for _ in range(count)]


def test_without_limits_nothing_is_counted(app: Any) -> None:
    assert set(_burst(app, 60)) == {200}


def test_the_bucket_holds_fifty_and_leaks_two_a_second(app: Any, portal: DemoPortal) -> None:
    portal.change(limits=True, bucket=(50, 0.0001))
    assert _burst(app, 50) == [200] * 50
    assert app.refused("profile")["error"] == "QUERY_LIMIT_EXCEEDED"
    portal.change(bucket=(50, 2))
    portal.forward(2)
    assert _burst(app, 4) == [200] * 4
    refusal = app.refused("profile")
    assert (refusal["status"], refusal["error"]) == (503, "QUERY_LIMIT_EXCEEDED")
    portal.forward(60)
    assert _burst(app, 20) == [200] * 20


def test_a_batch_counts_once(app: Any, portal: DemoPortal) -> None:
    portal.change(limits=True, bucket=(2, 0))
    for _ in range(2):
        app.batch({f"c{n}": "profile" for n in range(50)})
    assert app.refused("profile")["error"] == "QUERY_LIMIT_EXCEEDED"


def test_a_method_uses_its_time_up_and_gets_it_back(app: Any, portal: DemoPortal) -> None:
    portal.change(limits=True, operating_limit=10, operating_costs={"placement.get": 4.0})
    operating = [app.post("placement.get").json()["time"]["operating"] for _ in range(3)]
    assert operating == [4, 8, 12]
    reply = app.post("placement.get")
    assert (reply.status_code, reply.json()["error"]) == (429, "OPERATION_TIME_LIMIT")
    wait = reply.json()["time"]["operating_reset_at"] - time.time()
    assert 590 < wait <= 600
    assert app.call("profile")
    answer = app.batch({"a": "placement.get", "b": "profile"})
    assert answer["result_error"]["a"]["error"] == "OPERATION_TIME_LIMIT"
    assert answer["result_time"]["a"]["operating_reset_at"] == reply.json()["time"]["operating_reset_at"]
    portal.forward(wait + 1)
    assert app.call("placement.get")


@pytest.mark.parametrize(("method", "least"), [("profile", 0.05), ("scope", 0.12)])
def test_latency_for_all_and_by_method(app: Any, portal: DemoPortal, method: str, least: float) -> None:
    portal.change(latency=0.05, latencies={"scope": 0.07})
    begun = time.perf_counter()
    app.call(method)
    assert time.perf_counter() - begun >= least


def test_a_batch_waits_once_for_all_and_for_each_command(app: Any, portal: DemoPortal) -> None:
    portal.change(latency=0.05, latencies={"scope": 0.03})
    begun = time.perf_counter()
    app.batch({"a": "scope", "b": "scope", "c": "profile"})
    assert time.perf_counter() - begun >= 0.11
