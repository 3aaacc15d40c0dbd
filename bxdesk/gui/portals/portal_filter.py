"""Which portals the page of all portals shows: by text, by group, and by how a portal stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from bxdesk.checks.check import CheckState
from bxdesk.gui.session.connections import ConnectionState, connection_words
from bxdesk.gui.session.portal_statuses import PortalStatus


class Standing(Enum):
    """What is known of a portal beside the state of its connection."""

    CUT_OFF = auto()
    DIFFERS = auto()
    IN_STEP = auto()
    WAITING = auto()
    DRIFTED = auto()
    PROBLEM = auto()


@dataclass(frozen=True, slots=True)
class Filter:
    """Every word of ``text`` is in name, address or group; None and "" mean all."""

    text: str = ""
    state: ConnectionState | Standing | None = None
    group: str = ""


def filter_words(state: ConnectionState | Standing) -> str:
    """What a person chooses this state by."""
    if isinstance(state, ConnectionState):
        return connection_words(state)
    return {
        Standing.CUT_OFF: _tr("cut off"),
        Standing.DIFFERS: _tr("differs from the layout"),
        Standing.IN_STEP: _tr("in step with the layout"),
        Standing.WAITING: _tr("changes wait"),
        Standing.DRIFTED: _tr("drifted"),
        Standing.PROBLEM: _tr("a check found something"),
    }[state]


def has_state(
    wanted: ConnectionState | Standing, state: ConnectionState, status: PortalStatus, checked: CheckState | None
) -> bool:
    """Whether a portal stands so; ``checked`` is the worst that checks found there, None where nobody checked."""
    if isinstance(wanted, ConnectionState):
        return state is wanted
    return {
        Standing.CUT_OFF: status.unfinished is not None,
        Standing.DIFFERS: status.differs,
        Standing.IN_STEP: status.plan is not None and not status.plan.steps,
        Standing.WAITING: bool(status.waiting),
        Standing.DRIFTED: status.drifted > 0,
        Standing.PROBLEM: checked not in (None, CheckState.OK),
    }[wanted]


def _tr(text: str) -> str:
    return QCoreApplication.translate("PortalFilter", text)
