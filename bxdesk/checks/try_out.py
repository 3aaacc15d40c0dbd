"""Trying a handler out: what is chosen for it, and what there is to be looked at."""

from __future__ import annotations

from dataclasses import dataclass

from bxdesk.checks.check import Check


@dataclass(frozen=True, slots=True)
class Choice:
    """What is tried out, and what of the call can be chosen: the item's number (empty for the example's), language."""

    placement: str
    handler: str
    language: str = "en"
    item: str = ""


@dataclass(frozen=True, slots=True)
class TryOut:
    """A try-out that can be looked at: its address, and what the checks say of the handler."""

    address: str
    checks: tuple[Check, ...]
