"""What stands on the portal when it starts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Texts: TypeAlias = dict[str, dict[str, str | None]]
"""Language -> TITLE, DESCRIPTION, GROUP_NAME."""

APP_NAME = "bxdesk demo"
DEFAULT_LANGUAGE = "en"
LANGUAGES = ("en", "de", "es", "fr", "it", "pl", "br", "ru", "ua", "tr", "la", "sc", "tc", "ja", "vn", "id", "ms", "th")
USER = {"ID": "1", "NAME": "Helen", "LAST_NAME": "Marsh"}

# Number, title, the switches that are off.
TYPES = (
    (183, "Purchase", ()),
    (131, "Equipment", ("isAutomationEnabled",)),
    (1036, ' «Заявки» "A" & <b>B</b>', ("isAutomationEnabled", "isDocumentsEnabled", "isCategoriesEnabled")),
    (1038, "Qualitätsprüfung", ("isDocumentsEnabled",)),
    (1042, "Vacancy", ("isCategoriesEnabled", "isStagesEnabled")),
)
FIRST_GENERATED_TYPE = 2000

SWITCHES = (
    "isAutomationEnabled",
    "isBeginCloseDatesEnabled",
    "isBizProcEnabled",
    "isCategoriesEnabled",
    "isClientEnabled",
    "isDocumentsEnabled",
    "isLinkWithProductsEnabled",
    "isMycompanyEnabled",
    "isObserversEnabled",
    "isRecyclebinEnabled",
    "isSetOpenPermissions",
    "isSourceEnabled",
    "isStagesEnabled",
    "isUseInUserfieldEnabled",
)
"""What can be switched on and off for a custom type."""


@dataclass(slots=True)
class CustomType:
    """A custom CRM type; `entity_type_id` is the number that goes into placement codes."""

    id: int
    entity_type_id: int
    title: str
    switched_off: tuple[str, ...] = ()
    """Of `SWITCHES`."""


@dataclass(slots=True)
class Row:
    """A bound widget, as the portal stores it."""

    id: int
    app_id: int
    placement: str
    handler: str
    user_id: int = 0
    options: dict[str, str] = field(default_factory=dict)
    title: str = ""
    description: str | None = None
    texts: Texts = field(default_factory=dict)


def starting_types(generated: int) -> list[CustomType]:
    """The few types that are always there, then `generated` more."""
    numbered = [*TYPES, *((FIRST_GENERATED_TYPE + 2 * n, f"Type {n + 1:04}", ()) for n in range(generated))]
    return [CustomType(3 + 2 * n, number, title, off) for n, (number, title, off) in enumerate(numbered)]


def _text(title: str, description: str | None = None, group: str | None = None) -> dict[str, str | None]:
    return {"TITLE": title, "DESCRIPTION": description, "GROUP_NAME": group}


def starting_rows(app_id: int) -> list[Row]:
    """Widgets of the app from before: other handlers than anybody would type in by chance."""
    return [
        Row(
            id=17,
            app_id=app_id,
            placement="CRM_DEAL_DETAIL_ACTIVITY",
            handler="https://apps.example.org/crm/timeline",
            options={"useBuiltInInterface": "N", "newUserNotificationTitle": "", "newUserNotificationText": ""},
            title="Request approval",
            texts={"en": _text("Request approval")},
        ),
        Row(
            id=18,
            app_id=app_id,
            placement="CONTACT_CENTER",
            handler="https://apps.example.org/channel/",
            title="Help desk chat",
            description="Messages from the help desk",
            texts={"en": _text("Help desk chat", "Messages from the help desk", "")},
        ),
        Row(
            id=21,
            app_id=app_id,
            placement="CRM_LEAD_DETAIL_TAB",
            handler="https://apps.example.org/crm/score",
            title="Score",
            description="How promising this lead is",
            texts={
                "en": _text("Score", "How promising this lead is", ""),
                "de": _text("Bewertung", "Wie aussichtsreich dieser Lead ist", ""),
                "ru": _text("Оценка", "", ""),
            },
        ),
    ]
