"""The command line's words for what a person can do with it about a problem."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from bxdesk.accounts.request import DEFAULT_REDIRECT
from bxdesk.errors import BxdeskError, Problem, Remedy, RemedyKind
from bxdesk.messages import Message, verbatim

if TYPE_CHECKING:
    from bxdesk.accounts.connection import Connection
    from bxdesk.checks.check import Check

Advised = TypeVar("Advised", "Problem", "Check")
"""What has a remedy."""

WORDS: Mapping[RemedyKind, str] = MappingProxyType(
    {
        RemedyKind.SIGN_IN_AGAIN: "Sign in again: {connect}",
        RemedyKind.SIGN_IN_ELSEWHERE: "Sign in with the new address: {connect}",
        RemedyKind.SIGN_OUT_AND_IN: (
            "Forget it with “bxdesk disconnect {portal}”, then sign in at the address that the portal really has."
        ),
        RemedyKind.LEAVE_CLOSED_PORTAL: (
            "If it is a server of your own, its public part may be closed for a time: look in the main module's"
            " settings. If the portal is gone, “bxdesk disconnect {portal}” forgets it."
        ),
        RemedyKind.NAME_AUTHORIZATION_SERVER: (
            "If it is your own server, give it to bxdesk connect with --auth-server URL."
        ),
        RemedyKind.CHOOSE_PORT: (
            "Close the other program, or choose another port with --redirect URL: “Your handler path” on the app's card"
            " must be the same address."
        ),
        RemedyKind.CHECK_REDIRECT: (
            "Look at the page in the browser. Check that “Your handler path” on the app's card is the address of"
            " --redirect, then connect again; --timeout SECONDS waits longer."
        ),
        RemedyKind.REDIRECT_HERE: (
            "Use {address} on the app's card and for --redirect, or paste the answer: --no-browser takes it."
        ),
        RemedyKind.COPY_REDIRECT: "Give --redirect the one on the app's card, as in {address}.",
        RemedyKind.GRANT_PERMISSION: (
            "Tick what is missing under “Assign permissions” on the app's card, save, and try again. If it is still"
            " missing then, sign in again: {connect}. If that does not help, press “Reinstall” on the card."
        ),
        RemedyKind.COMPLETE_INSTALLATION: (
            "Press “Reinstall” on the app's card, or open the app in the portal: if it has a page of its own, that"
            " completes the installation. Otherwise add the app anew, without an interface, and move the widgets to it:"
            " bxdesk export --output FILE, connect with the new keys, apply FILE, then disconnect the old app. Changing"
            " the card does not help."
        ),
        RemedyKind.UNLOCK_KEYRING: (
            "Unlock or install a keyring and try again. In the window you may also go on for this session only. Where"
            " there is none, as on a server, --vault FILE keeps keys in an encrypted file."
        ),
        RemedyKind.GIVE_VAULT_KEY: (
            "Give the vault's key in BXDESK_VAULT_KEY. “bxdesk vault-key” makes one for a new vault; it opens no other."
        ),
        RemedyKind.LOOK_AND_RETRY: "See with “bxdesk status” what it did, then try again.",
        RemedyKind.LOOK_AND_PLAN: "It was left alone. Look at it with “bxdesk status”, then plan again.",
        RemedyKind.COMPARE_AND_APPLY: "Compare it with “bxdesk status”, then apply again.",
        RemedyKind.RECOVER_FIRST: "Apply or undo: it is finished or put back first.",
        RemedyKind.RECOVER_LATER: (
            "When it answers again, apply or undo: what was begun is finished or put back first."
        ),
        RemedyKind.MOVE_OR_REWORD: "Move this one there with --move, or give one of them other texts.",
        RemedyKind.REMOVE_BY_HAND: "It is left alone: remove it in the window if it is to go.",
        RemedyKind.LOOK_UP_CODE: "Compare it with the codes that “bxdesk status” lists.",
        RemedyKind.LOOK_UP_TYPE: (
            "Compare it with the types that “bxdesk status” lists. It also says if you or the app may not see them."
        ),
        RemedyKind.CHOOSE_TYPE: "Name one that “bxdesk status” lists, or create it on the portal.",
    }
)
"""A text for each kind, with its values as places; ``portal`` is the connection's, ``connect`` the command for it."""


def advice(remedy: Message | Remedy, connection: Connection | None = None) -> str:
    """What to do, with commands and options. Commands name the connection that it is about, where that is known."""
    if isinstance(remedy, Message):
        return str(remedy)
    values = {"portal": "PORTAL" if connection is None else connection.name, **remedy.values}
    return WORDS[remedy.kind].format(connect=_connect_again(values["portal"], connection), **values)


def connect_command(
    portal: str, client_id: str = "ID", redirect: str = DEFAULT_REDIRECT, own_server: str | None = None
) -> str:
    """The command that signs in; ``own_server`` is an authorization server that is not one of the two public ones."""
    words = ["bxdesk", "connect", portal, "--client-id", client_id]
    words += ["--auth-server", own_server] if own_server else []
    words += ["--redirect", redirect] if redirect != DEFAULT_REDIRECT else []
    return shlex.join(words)


def with_advice(found: Advised, connection: Connection | None) -> Advised:
    """The same with its remedy in words; see :func:`advice`."""
    return replace(found, remedy=verbatim(advice(found.remedy, connection)))


def worded(error: BxdeskError, connection: Connection | None = None) -> BxdeskError:
    """The error with its remedies in words; see :func:`advice`. Each mistake of a layout has a remedy of its own."""
    from bxdesk.placements.layouts.layout_mistakes import LayoutError

    if isinstance(error, LayoutError):
        own = (replace(mistake, problem=with_advice(mistake.problem, connection)) for mistake in error.mistakes)
        return LayoutError(own, error.name)
    return error if isinstance(error.problem.remedy, Message) else BxdeskError(with_advice(error.problem, connection))


def _connect_again(portal: str, connection: Connection | None) -> str:
    if connection is None:
        return connect_command(portal)
    return connect_command(portal, connection.client_id, connection.redirect_url, connection.own_server)
