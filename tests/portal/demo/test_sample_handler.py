"""The handler that the demo portal brings along: it shows what it received, and may be framed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import httpx

    from bxdesk.demo import DemoPortal

SECRETS = ("AUTH_ID", "REFRESH_ID", "APPLICATION_TOKEN")


def test_it_shows_the_call_and_no_secret(portal: DemoPortal, http: httpx.Client) -> None:
    number = portal.add_binding("CRM_DEAL_DETAIL_ACTIVITY", portal.sample_handler)
    call = portal.widget_call(number, "6591")
    answer = http.post(call.address, data=call.fields)
    assert "It was opened at CRM_DEAL_DETAIL_ACTIVITY. Its item is 6591." in answer.text
    assert f"<tr><th>member_id</th><td>{portal.member_id}</td></tr>" in answer.text
    for name in SECRETS:
        assert call.fields[name] not in answer.text
        assert (
            f"<tr><th>{name}</th><td><em>a secret of {len(call.fields[name])} characters</em></td></tr>" in answer.text
        )


def test_its_page_may_be_framed_and_nothing_runs_in_it(portal: DemoPortal, http: httpx.Client) -> None:
    answer = http.get(portal.sample_handler)
    assert "It was opened without the portal's call." in answer.text
    assert "x-frame-options" not in answer.headers
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert policy.endswith("frame-ancestors *")


@pytest.mark.parametrize("options", ["{", "[" * 5_000, '{"ID": {"a": 1}}', '{"ID": "<b>"}', "7"])
def test_whatever_it_is_sent_is_shown_as_text(portal: DemoPortal, http: httpx.Client, options: str) -> None:
    fields = {"PLACEMENT": "<script>x</script>", "PLACEMENT_OPTIONS": options, "<b>": "<i>", "AUTH_ID[0]": "a"}
    answer = http.post(portal.sample_handler, data=fields)
    assert answer.status_code == 200
    assert "<script" not in answer.text
    assert "<b>" not in answer.text
    assert "&lt;script&gt;x" in answer.text


def test_the_first_page_names_it(portal: DemoPortal, http: httpx.Client) -> None:
    assert portal.sample_handler in http.get(portal.address).text


def test_the_apps_secret_does_not_belong_there(portal: DemoPortal, http: httpx.Client) -> None:
    assert http.post(portal.sample_handler, data={"client_secret": portal.client_secret}).status_code == 400
    assert portal.secrets_refused == 1
