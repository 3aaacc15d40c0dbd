"""*Developer resources*: creating an application, its card, *Reinstall*, and how an installation is finished."""

from __future__ import annotations

import re
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import pytest

from bxdesk.demo import installation

from .conftest import App
from .forms import form_token

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from bxdesk.demo import DemoPortal
    from bxdesk.demo.apps import App as LocalApp

SECTION = "/devops/section/standard/"
LOOPBACK = "http://127.0.0.1:8917/callback"
GUIDED = {"kind": "server", "handler_path": LOOPBACK, "permissions[]": ["crm", "placement"], "action": "save"}
"""The card as it should be filled in."""


def _press(http: httpx.Client, portal: DemoPortal, number: int, **fields: Any) -> httpx.Response:
    """Posts the form on a card."""
    address = f"{portal.address}/devops/edit/application/{number}/"
    return http.post(address, data={**form_token(http.get(address).text), **fields})


def _created(http: httpx.Client, portal: DemoPortal, **fields: Any) -> LocalApp:
    reply = _press(http, portal, 0, **(GUIDED | fields))
    assert reply.status_code == 303, reply.text
    return portal.apps.all()[-1]


@pytest.mark.parametrize(
    ("older", "way", "box"),
    [
        (False, "Common use cases", "Application completes the installation itself"),
        (True, "Ready-made scenarios", "Script only (no user interface)"),
    ],
)
def test_the_card_has_the_labels_of_its_form(
    portal: DemoPortal, http: httpx.Client, older: bool, way: str, box: str
) -> None:
    portal.change(older_card=older)
    section = http.get(f"{portal.address}{SECTION}").text
    assert way in section
    assert ">Local application</a>" in section
    card = http.get(f"{portal.address}/devops/edit/application/0/").text
    for label in ("Server", "Your handler path *", "Initial installation path", "Menu item text", box):
        assert label in card
    for label in ("Assign permissions", "App Embedding (placement)"):
        assert label in card
    assert "client_secret" not in card
    saved = http.get(f"{portal.address}/devops/edit/application/{portal.apps.first.id}/").text
    assert f'Application ID (client_id)</dt><dd><code id="client_id">{portal.client_id}<' in saved
    assert f'Application key (client_secret)</dt><dd><code id="client_secret">{portal.client_secret}<' in saved
    assert ">Reinstall<" in saved


@pytest.mark.parametrize("older", [False, True])
def test_nothing_is_ticked_on_an_empty_card(portal: DemoPortal, http: httpx.Client, older: bool) -> None:
    """So whoever skips a box of the older form has an app with an interface."""
    portal.change(older_card=older)
    card = http.get(f"{portal.address}/devops/edit/application/0/").text
    assert "checkbox" in card
    assert 'type="checkbox" checked' not in re.sub(r' (name|value)="[^"]*"', "", card)
    assert _created(http, portal).installed is not older


def test_as_the_guide_says_it_gives_keys_that_work(portal: DemoPortal, http: httpx.Client) -> None:
    app = App(portal, http, _created(http, portal))
    assert app.call("app.info")["INSTALLED"] is True
    assert app.call("scope") == ["crm", "placement"]
    assert f"/devops/edit/application/{portal.apps.all()[-1].id}/" in http.get(f"{portal.address}{SECTION}").text


@pytest.mark.parametrize(
    "given", [{"older": False, "box": "Y"}, {"older": False, "menu_text": "Send"}, {"older": True}]
)
def test_changing_the_card_later_does_not_complete_the_installation(
    portal: DemoPortal, http: httpx.Client, given: dict[str, Any]
) -> None:
    portal.change(older_card=given.pop("older"))
    app = _created(http, portal, **given)
    right = {"box": "Y", "menu_text": "hidden by the box"} if portal.settings.older_card else {}
    _press(http, portal, app.id, **GUIDED, **right)
    assert app.card.api_only
    assert App(portal, http, app).call("app.info")["INSTALLED"] is False
    _press(http, portal, app.id, action="reinstall")
    assert portal.apps.install_finish(app) is False
    assert App(portal, http, app).call("app.info")["INSTALLED"] is False
    assert App(portal, http, _created(http, portal, **right)).call("app.info")["INSTALLED"] is True


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"handler_path": ""}, "Fill in “Your handler path”."),
        ({"permissions[]": []}, "Select at least one permission."),
        ({"permissions[]": ["nonsense"]}, "Select at least one permission."),
        ({"kind": "static"}, "of the kind Server only"),
        ({"handler_path": "x" * 1001}, "1000 characters at most"),
    ],
)
def test_a_card_that_is_not_saved_says_why(
    portal: DemoPortal, http: httpx.Client, given: dict[str, Any], said: str
) -> None:
    reply = _press(http, portal, 0, **(GUIDED | given))
    assert (reply.status_code, said in reply.text) == (400, True)
    assert len(portal.apps.all()) == 1


def test_without_the_right_there_is_no_local_application(portal: DemoPortal, http: httpx.Client) -> None:
    portal.change(may_create_apps=False)
    page = http.get(f"{portal.address}{SECTION}").text
    assert "webhook" in page
    assert "Local application" not in page
    reply = http.get(f"{portal.address}/devops/edit/application/0/")
    assert (reply.status_code, "An administrator can grant it to you." in reply.text) == (403, True)


def test_a_form_of_another_site_creates_and_deletes_nothing(portal: DemoPortal, http: httpx.Client) -> None:
    for number, action in ((0, "save"), (portal.apps.first.id, "delete"), (portal.apps.first.id, "reinstall")):
        reply = http.post(f"{portal.address}/devops/edit/application/{number}/", data=GUIDED | {"action": action})
        assert reply.status_code == 403
    assert [app.id for app in portal.apps.all()] == [portal.apps.first.id]


def test_deleting_an_app_on_its_card(app: App, portal: DemoPortal, http: httpx.Client) -> None:
    first = portal.apps.first
    assert _press(http, portal, first.id, action="delete").status_code == 303
    assert portal.bindings() == []
    assert app.refused("profile")["error"] == "APPLICATION_NOT_FOUND"
    assert http.get(f"{portal.address}/devops/edit/application/{first.id}/").status_code == 404


def _finish(http: httpx.Client, portal: DemoPortal, app: LocalApp) -> httpx.Response:
    token = form_token(http.get(f"{portal.address}/devops/edit/application/{app.id}/").text)
    return http.post(f"{portal.address}/app/{app.id}/finish/", params=token)


def test_opening_the_app_shows_its_installation_page_until_that_finishes_it(
    portal: DemoPortal, http: httpx.Client
) -> None:
    app = _created(http, portal, menu_text="Send", install_path="https://a.example/install")
    assert 'action="https://a.example/install?DOMAIN=' in http.get(f"{portal.address}/app/{app.id}/").text
    assert http.post(f"{portal.address}/app/{app.id}/finish/").status_code == 403
    assert app.installed is False
    assert _finish(http, portal, app).json() == {"finished": True}
    assert App(portal, http, app).call("app.info")["INSTALLED"] is True
    assert f'action="{LOOPBACK}?DOMAIN=' in http.get(f"{portal.address}/app/{app.id}/").text
    # Outside install mode it does nothing.
    assert _finish(http, portal, app).json() == {"finished": False}


def test_reinstall_shows_the_installation_page_again(portal: DemoPortal, http: httpx.Client) -> None:
    app = _created(http, portal, menu_text="Send", install_path=LOOPBACK)
    portal.apps.install_finish(app)
    reply = _press(http, portal, app.id, action="reinstall")
    assert reply.headers["location"] == f"/app/{app.id}/"
    assert app.installed is True
    assert portal.apps.install_finish(app) is True
    assert portal.apps.install_finish(app) is False


def test_an_emptied_installation_path_closes_the_way_to_finish(portal: DemoPortal, http: httpx.Client) -> None:
    app = _created(http, portal, menu_text="Send", install_path=LOOPBACK)
    _press(http, portal, app.id, **GUIDED, menu_text="Send")
    _press(http, portal, app.id, action="reinstall")
    assert _finish(http, portal, app).json() == {"finished": False}


def test_an_app_without_an_interface_has_no_page_in_the_portal(portal: DemoPortal, http: httpx.Client) -> None:
    assert http.get(f"{portal.address}/app/{portal.apps.first.id}/").status_code == 404
    assert _finish(http, portal, portal.apps.first).json() == {"finished": False}


def test_reinstall_brings_a_permission_that_waits_for_it(start: Callable[..., DemoPortal], http: httpx.Client) -> None:
    portal = start(missing_scopes=frozenset({"crm"}), permissions_arrive="reinstall")
    portal.change(missing_scopes=frozenset())
    assert "crm" not in App(portal, http).call("scope")
    _press(http, portal, portal.apps.first.id, action="reinstall")
    assert "crm" in App(portal, http).call("scope")


@pytest.mark.parametrize(("ends", "code"), [(False, None), (True, "invalid_grant")])
def test_reinstall_may_end_the_tokens_from_before(app: App, portal: DemoPortal, ends: bool, code: str | None) -> None:
    portal.change(reinstall_ends_tokens=ends)
    portal.apps.reinstall(portal.apps.first)
    reply = app.token(grant_type="refresh_token", refresh_token=app.tokens["refresh_token"])
    assert reply.json().get("error") == code


def test_the_event_brings_the_first_tokens_with_phps_nested_names(app: App, portal: DemoPortal) -> None:
    event = portal.apps.install_event(portal.apps.first)
    assert event["event"] == "ONAPPINSTALL"
    names = {name.removeprefix("auth[").removesuffix("]") for name in event if name.startswith("auth[")}
    assert names >= {
        *("access_token", "refresh_token", "expires_in", "domain", "member_id", "client_endpoint", "server_endpoint"),
        *("scope", "application_token", "status"),
    }
    assert f"http://{event['auth[domain]']}" == portal.address
    assert event["auth[member_id]"] == portal.member_id
    app.tokens = {"access_token": event["auth[access_token]"]}
    assert app.call("profile")
    assert app.token(grant_type="refresh_token", refresh_token=event["auth[refresh_token]"]).json()["access_token"]


def test_the_event_never_reaches_loopback_and_the_card_says_so(portal: DemoPortal, http: httpx.Client) -> None:
    app = _created(http, portal, install_path=LOOPBACK)
    card = http.get(f"{portal.address}/devops/edit/application/{app.id}/").text
    assert f"The portal&#x27;s server cannot reach {LOOPBACK}" in card


def test_the_event_is_sent_by_the_portals_server(
    portal: DemoPortal, http: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing but loopback may be called in tests, so loopback stands for the outside here."""
    monkeypatch.setattr(installation, "_is_loopback", lambda _: False)
    received: list[dict[str, list[str]]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/install"
        app = _created(http, portal, install_path=address)
        server.shutdown()
    (event,) = received
    assert event["event"] == ["ONAPPINSTALL"]
    assert App(portal, http, app).tokens.keys() >= {"access_token"}
    assert app.event_sent == f"ONAPPINSTALL was sent to {address}, which answered 200."
    _press(http, portal, app.id, action="reinstall")
    assert app.event_sent.startswith(f"ONAPPINSTALL could not be sent to {address}: ")
