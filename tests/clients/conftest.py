"""The official JavaScript SDK against demo portals. Not among the usual tests: `make clients` installs and runs it."""

from __future__ import annotations

from tests.e2e.conftest import portal, redirect, start_portal, web_site

__all__ = ["portal", "redirect", "start_portal", "web_site"]
