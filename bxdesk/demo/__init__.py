"""An embedded Bitrix24 portal: a real HTTP server on loopback, for trying bxdesk and for testing it.

It shares no code with the client, so the two cannot be wrong in the same way.

    with DemoPortal(DemoSettings(installed=False)) as portal:
        print(portal.address, portal.client_id, portal.client_secret)

`DemoPortal` is used from Python; `bxdesk.demo.control` describes the same over HTTP, and `bxdesk.demo.faults` what can
be made to go wrong.
"""

from __future__ import annotations

from .faults import Fault
from .placements import PERMISSIONS
from .portal import DemoPortal
from .settings import DemoSettings
from .state import ServedRequest
from .widgets import WidgetCall

__all__ = ["PERMISSIONS", "DemoPortal", "DemoSettings", "Fault", "ServedRequest", "WidgetCall"]
