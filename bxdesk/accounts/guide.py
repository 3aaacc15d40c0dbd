"""What a person needs to know of an app's card to sign in for the first time. Pure.

The labels are those that stand on the card, of which there are two forms. On a Russian portal they are Russian,
whatever language bxdesk speaks; elsewhere they are shown in English, because a portal's language is not known.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from bxdesk.messages import Message, message, verbatim
from bxdesk.placements.permissions import Permission, permission_title
from bxdesk.portal.address import PortalAddress, is_webhook, typed_address
from bxdesk.portal.authorization_server import speaks_russian


class CardForm(Enum):
    """The two forms of the card that are met."""

    TODAY = "today"
    OLDER = "older"


@dataclass(frozen=True, slots=True)
class CardLabel:
    """Words on the card: in English, which may be translated to explain them, and in Russian."""

    meaning: Message
    russian: str

    def on(self, *, russian: bool) -> str:
        """What stands on the card of such a portal."""
        return self.russian if russian else self.meaning.template


@dataclass(frozen=True, slots=True)
class CardField:
    """One field of the card: its label, what to do there, and the value to enter where there is one."""

    key: str
    label: CardLabel
    entry: Message
    value: str = ""


@dataclass(frozen=True, slots=True)
class Want:
    """Something that a person may want to place, and the permission that it takes."""

    permission: str
    title: Message
    usual: bool = False


WANTS = (
    Want(Permission.CRM, message("CRM: timelines, cards, lists"), usual=True),
    Want(Permission.CONTACT_CENTER, message("Contact Center"), usual=True),
    Want(Permission.TASK, message("Tasks")),
    Want(Permission.SONET_GROUP, message("Workgroups")),
    Want(Permission.USER, message("User profiles")),
    Want(Permission.TELEPHONY, message("Telephony")),
    Want(Permission.CALENDAR, message("Calendar")),
    Want(Permission.IM, message("Chat")),
)
NEEDED = (
    message("The portal has REST access: by its plan, by a Market subscription, or by a trial."),
    message(
        "You may create applications there. Administrators may; to others an administrator grants it under Settings >"
        " Security > Bitrix24 integrations. Where “Local application” is missing from the page, you may not."
    ),
)
"""What has to be there before the first step."""
WEBHOOK = message(
    "This is a webhook's address. Only the portal's name is taken from it: a webhook cannot place widgets, a local"
    " application can. The rest of the address is a secret, like a password."
)
CLIENT_ID = CardLabel(message("Application ID (client_id)"), "Код приложения (client_id)")
CLIENT_SECRET = CardLabel(message("Application key (client_secret)"), "Ключ приложения (client_secret)")
PERMISSIONS = CardLabel(message("Assign permissions"), "Настройка прав")
_WAYS = {
    CardForm.TODAY: "Applications > Developer resources > Common use cases > Other > Local application",
    CardForm.OLDER: "Applications > Developer resources > Ready-made scenarios > Other > Local application",
}
_RUSSIAN_WAY = "Приложения > Разработчикам > Готовые сценарии > Другое > Локальное приложение"


@dataclass(frozen=True, slots=True)
class TypedPortal:
    """The portal in what a person typed; ``webhook`` when it was a webhook's address, of which the rest is a secret."""

    address: PortalAddress
    webhook: bool

    def is_russian(self, authorization_server: str = "") -> bool:
        """Whether its card is labelled in Russian."""
        return speaks_russian(self.address.origin, authorization_server or None)


def typed_portal(text: str) -> TypedPortal:
    """The portal in whatever was typed or pasted. Raises BxdeskError when there is none."""
    return TypedPortal(typed_address(text), is_webhook(text))


def card_menu_path(form: CardForm, *, russian: bool = False) -> str:
    """The way to that page through the portal's menus, in the words that stand there."""
    return _RUSSIAN_WAY if russian else _WAYS[form]


def card_fields(form: CardForm, redirect_url: str) -> tuple[CardField, ...]:
    """The fields above the permissions, in the order of the card, for an app without an interface.

    Such an app is completely installed at once. ``redirect_url`` is where the browser is sent back to after a sign-in.
    """
    fields = (
        CardField("kind", CardLabel(message("Server"), "Серверное"), message("Choose it, not “Static”.")),
        CardField(
            "handlerPath",
            CardLabel(message("Your handler path"), "Путь вашего обработчика"),
            message("Enter this address:"),
            redirect_url,
        ),
        CardField(
            "installPath",
            CardLabel(message("Initial installation path"), "Путь для первоначальной установки"),
            message("Leave it empty."),
        ),
    )
    if form is CardForm.OLDER:
        script_only = CardLabel(message("Script only (no user interface)"), "Использует только API")
        entry = message("Tick it. Some portals call it “Application uses API only”.")
        return (*fields, CardField("scriptOnly", script_only, entry))
    return (
        *fields,
        CardField(
            "menuText",
            CardLabel(message("Menu item text"), "Текст пункта меню"),
            message("Leave it empty, in every language."),
        ),
        CardField(
            "completesItself",
            CardLabel(message("Application completes the installation itself"), "Приложение само завершает установку"),
            message("Leave it off."),
        ),
    )


def permissions_for(wanted: Collection[str]) -> tuple[str, ...]:
    """The permissions to tick in the card: those that were asked for, and the one that binding always needs."""
    return (*sorted(set(wanted) - {Permission.PLACEMENT}), Permission.PLACEMENT)


def permission_label(permission: str, *, russian: bool) -> Message:
    """What the card calls a permission, as far as that is known."""
    if russian and permission == Permission.PLACEMENT:
        return verbatim("Встраивание приложений (placement)")
    return permission_title(permission)
