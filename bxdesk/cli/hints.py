"""What to do next, in the command line's own words: the core speaks to people in front of a window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from bxdesk.accounts.connection import Connection
from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import Message
from bxdesk.placements.layouts.layout_mistakes import LayoutError

HINTS: Mapping[str, str] = MappingProxyType(
    {
        "Sign in again.": "Sign in again: bxdesk connect PORTAL --client-id ID",
        "Sign in again with the new address.": "Sign in with the new address: bxdesk connect PORTAL --client-id ID",
        "If it is a server of your own, its public part may be closed for a time: look in the main module's settings."
        " If the portal is gone, sign out of it here.": (
            "If it is a server of your own, its public part may be closed for a time: look in the main module's"
            " settings. If the portal is gone, “bxdesk disconnect PORTAL” forgets it."
        ),
        "If it is your own server, enter it as the authorization server and sign in again.": (
            "If it is your own server, give it to bxdesk connect with --auth-server URL."
        ),
        "Close the other program, or choose another port: the same address must stand in “Your handler path” on the"
        " app's card and here.": (
            "Close the other program, or choose another port with --redirect URL: “Your handler path” on the app's card"
            " must be the same address."
        ),
        "Look at the page in the browser. Check that “Your handler path” on the app's card is the address used here,"
        " then sign in again.": (
            "Look at the page in the browser. Check that “Your handler path” on the app's card is the address of"
            " --redirect, then connect again; --timeout SECONDS waits longer."
        ),
        "Use http://127.0.0.1:8917/callback on the app's card and here, or paste the answer.": (
            "Use http://127.0.0.1:8917/callback on the app's card and for --redirect, or paste the answer:"
            " --no-browser takes it."
        ),
        "Use the one on the app's card, as in http://127.0.0.1:8917/callback.": (
            "Give --redirect the one on the app's card, as in http://127.0.0.1:8917/callback."
        ),
        "Tick it under “Assign permissions” on the app's card, save, and refresh here. If it is still missing then,"
        " sign in again; if that does not help, press “Reinstall” on the card.": (
            "Tick it under “Assign permissions” on the app's card, save, and try again. If it is still missing then,"
            " sign in again: bxdesk connect PORTAL --client-id ID. If that does not help, press “Reinstall” on it."
        ),
        "Press “Reinstall” on the app's card, or open the app in the portal: if it has a page of its own,"
        " that completes the installation. Otherwise add the app anew, without an interface, and move the"
        " widgets to it; changing the card does not help.": (
            "Press “Reinstall” on the app's card, or open the app in the portal: if it has a page of its own, that"
            " completes the installation. Otherwise add the app anew, without an interface, and move the widgets to it:"
            " bxdesk export --output FILE, connect with the new keys, apply FILE, then disconnect the old app. Changing"
            " the card does not help."
        ),
        "Choose a type from the list, or create it on the portal and refresh.": (
            "Name one that “bxdesk status” lists, or create it on the portal."
        ),
        "Move this one there, or give one of them other texts.": (
            "Move this one there with --move, or give one of them other texts."
        ),
        "It is left alone: remove it by hand if it is to go.": (
            "It is left alone: remove it in the window if it is to go."
        ),
        "Refresh to see what it did, then try again.": "See with “bxdesk status” what it did, then try again.",
        "It was left alone. Refresh, look at it, and plan again.": (
            "It was left alone. Look at it with “bxdesk status”, then plan again."
        ),
        "Refresh, compare, and apply again.": "Compare it with “bxdesk status”, then apply again.",
        "When it answers again, refresh or apply again: what was begun is settled before anything else.": (
            "When it answers again, apply or undo: what was begun is settled before anything else."
        ),
    }
)
"""The command line's hints by the core's."""
_NOTHING_CHANGED = {"Refresh to see what it did, then try again.": "Try again in a moment."}
"""Those of errors that come from reading: there is nothing to look at."""


def in_own_words(problem: Problem) -> Problem:
    """The problem with a hint that names options and commands."""
    hint = HINTS.get(problem.hint.template)
    return problem if hint is None else replace(problem, hint=Message(hint))


def error_in_own_words(error: BxdeskError, connection: Connection | None = None) -> BxdeskError:
    """The same for an error that was raised before anything was changed. Each mistake of a layout has its own hint.

    ``connection`` is the one it is about, where that is known; commands in the hint name it then.
    """
    if isinstance(error, LayoutError):
        own = (replace(mistake, problem=in_own_words(mistake.problem)) for mistake in error.mistakes)
        return LayoutError(own, error.name)
    template = error.problem.hint.template
    hint = _NOTHING_CHANGED.get(template) or HINTS.get(template) or ""
    if connection is not None:
        hint = (hint or template).replace("bxdesk connect PORTAL --client-id ID", connect_command(connection))
    if not hint or hint == template:
        return error
    return BxdeskError(replace(error.problem, hint=Message(hint)))


def connect_command(connection: Connection) -> str:
    """The command that signs in again."""
    return f"bxdesk connect {connection.name} --client-id {connection.client_id}"
