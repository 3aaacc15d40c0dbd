"""The window's words for what a person can do in it about a problem."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bxdesk.errors import Remedy, RemedyKind
from bxdesk.messages import Message, message

WORDS: Mapping[RemedyKind, Message] = MappingProxyType(
    {
        RemedyKind.SIGN_IN_AGAIN: message("Sign in again."),
        RemedyKind.SIGN_IN_ELSEWHERE: message("Sign in again with the new address."),
        RemedyKind.SIGN_OUT_AND_IN: message(
            "Sign out of it and sign in again at the address that the portal really has."
        ),
        RemedyKind.LEAVE_CLOSED_PORTAL: message(
            "If it is a server of your own, its public part may be closed for a time: look in the main module's "
            "settings. If the portal is gone, sign out of it here."
        ),
        RemedyKind.NAME_AUTHORIZATION_SERVER: message(
            "If it is your own server, enter it as the authorization server and sign in again."
        ),
        RemedyKind.CHOOSE_PORT: message(
            "Close the other program, or choose another port: the same address must stand in “Your handler path” on "
            "the app's card and here."
        ),
        RemedyKind.CHECK_REDIRECT: message(
            "Look at the page in the browser. Check that “Your handler path” on the app's card is the address used "
            "here, then sign in again."
        ),
        RemedyKind.REDIRECT_HERE: message("Use {address} on the app's card and here, or paste the answer."),
        RemedyKind.COPY_REDIRECT: message("Use the one on the app's card, as in {address}."),
        RemedyKind.GRANT_PERMISSION: message(
            "Tick it under “Assign permissions” on the app's card, save, and refresh here. If it is still missing "
            "then, sign in again; if that does not help, press “Reinstall” on the card."
        ),
        RemedyKind.COMPLETE_INSTALLATION: message(
            "Press “Reinstall” on the app's card, or open the app in the portal: if it has a page of its own, that "
            "completes the installation. Otherwise add the app anew, without an interface, and move the widgets to "
            "it; changing the card does not help."
        ),
        RemedyKind.UNLOCK_KEYRING: message(
            "Unlock or install a keyring and try again. You may also go on for this session only."
        ),
        RemedyKind.GIVE_VAULT_KEY: message("Close bxdesk, and start it with the vault's key in BXDESK_VAULT_KEY."),
        RemedyKind.LOOK_AND_RETRY: message("Refresh to see what it did, then try again."),
        RemedyKind.LOOK_AND_PLAN: message("It was left alone. Refresh, look at it, and plan again."),
        RemedyKind.COMPARE_AND_APPLY: message("Refresh, compare, and apply again."),
        RemedyKind.RECOVER_FIRST: message("Finish it, or put back what stood there before."),
        RemedyKind.RECOVER_LATER: message(
            "When it answers again, refresh or apply again: what was begun is finished or put back first."
        ),
        RemedyKind.MOVE_OR_REWORD: message("Move this one there, or give one of them other texts."),
        RemedyKind.REMOVE_BY_HAND: message("It is left alone: remove it by hand if it is to go."),
        RemedyKind.LOOK_UP_CODE: message("Compare it with the places in the list."),
        RemedyKind.LOOK_UP_TYPE: message("Compare it with the custom types in the list."),
        RemedyKind.CHOOSE_TYPE: message("Choose a type from the list, or create it on the portal and refresh."),
    }
)
"""A text for each kind, with its values as places."""


def advice(remedy: Message | Remedy) -> Message:
    """What to do, in the window's words."""
    return remedy if isinstance(remedy, Message) else Message(WORDS[remedy.kind].template, remedy.values)
