"""The official JavaScript SDK, unchanged: on a server, and in the portal's frame."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from bxdesk.demo import PERMISSIONS, DemoPortal
from tests.e2e.browser import open_browser
from tests.e2e.processes import PATIENCE, bare_environment
from tests.e2e.web_site import WebSite

FOLDER = Path(__file__).parent
MODULES = FOLDER / "node_modules"
IN_FRAME = """<!DOCTYPE html><p id="said"></p><script>%s</script><script type="module">
const portal = await B24Js.initializeB24Frame();
document.getElementById("said").textContent = JSON.stringify({
  placement: portal.placement.title,
  options: portal.placement.options,
  admin: portal.auth.isAdmin,
  language: portal.getLang(),
  healthy: await portal.tools.healthCheck.make(),
});
portal.placement.call("setLayout", {
  blocks: { mail: { type: "input", properties: { title: "Mail", value: "" } } },
  primaryButton: { title: "Send" },
});
await portal.placement.callCustomBind("bindValueChangeCallback", null, ({ value }) =>
  portal.placement.call("setPrimaryButtonState", { title: `Send to ${value}` }),
);
portal.placement.call("setPrimaryButtonState", { title: "Ready" });
</script>"""


def node() -> str:
    """The program that runs scripts: the one that came with the SDK, else the computer's."""
    return shutil.which("node", path=MODULES / ".bin") or "node"


def sdk_parameters(portal: DemoPortal) -> dict[str, Any]:
    """What the SDK wants to know of somebody who is signed in: the token endpoint's reply in its own words."""
    reply = portal.issue_tokens()
    return {
        "applicationToken": "",
        "userId": reply["user_id"],
        "memberId": reply["member_id"],
        "accessToken": reply["access_token"],
        "refreshToken": reply["refresh_token"],
        "expires": reply["expires"],
        "expiresIn": reply["expires_in"],
        "scope": reply["scope"],
        "domain": reply["domain"],
        "clientEndpoint": reply["client_endpoint"],
        "serverEndpoint": reply["server_endpoint"],
        "status": reply["status"],
    }


def test_on_a_server(portal: DemoPortal, tmp_path: Path) -> None:
    given = {
        "params": sdk_parameters(portal),
        "secret": {"clientId": portal.client_id, "clientSecret": portal.client_secret},
        "handler": "https://a.example/widget",
        "count": 60,
    }
    portal.expire_access_tokens()
    done = subprocess.run(
        [node(), str(FOLDER / "sdk.mjs")],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        env=bare_environment(tmp_path),
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found.pop("codes") > 100
    assert found == {
        "healthy": True,
        "measured": True,
        "refreshed": [True],
        "admin": True,
        "name": "Helen",
        "installed": True,
        "scopes": list(PERMISSIONS),
        "bound": 60,
        "rows": 63,
        "types": len(portal.types()),
        "removed": {"count": 120},
    }
    assert portal.secrets_refused == 0


def test_in_the_portals_frame(portal: DemoPortal, web_site: WebSite) -> None:
    """The SDK speaks to the page around it as the official script does, and so the demo portal's page answers it."""
    umd = MODULES / "@bitrix24" / "b24jssdk" / "dist" / "umd" / "index.min.js"
    web_site.page = IN_FRAME % umd.read_text(encoding="utf-8")
    options = {"useBuiltInInterface": "Y"}
    number = portal.add_binding("CRM_DEAL_DETAIL_ACTIVITY", web_site.address, "Mail", options=options)
    with open_browser() as browser:
        browser.open(f"{portal.address}/widgets/{number}?item=6591")
        browser.click("Open the widget")
        browser.wait_for(lambda: "Ready" in browser.text)
        browser.type("Mail", "a")
        browser.wait_for(lambda: "Send to a" in browser.text)
        with browser.frame():
            said = browser.run("return JSON.parse(document.getElementById('said').textContent)")
    assert said == {
        "placement": "CRM_DEAL_DETAIL_ACTIVITY",
        "options": {"entityTypeId": "2", "entityId": "6591", "useBuiltInInterface": "Y"},
        "admin": True,
        "language": "en",
        "healthy": True,
    }
