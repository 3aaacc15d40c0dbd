"""What the guide to the first connection makes of what people paste."""

from __future__ import annotations

from pathlib import Path

import pytest

from bxdesk.accounts.guide import (
    CLIENT_ID,
    CLIENT_SECRET,
    PERMISSIONS,
    WANTS,
    CardForm,
    card_fields,
    card_menu_path,
    permission_label,
    permissions_for,
    typed_portal,
)
from bxdesk.accounts.request import DEFAULT_REDIRECT
from bxdesk.errors import BxdeskError


@pytest.mark.parametrize(
    ("typed", "webhook"),
    [
        ("acme.bitrix24.com", False),
        ("https://acme.bitrix24.com/crm/deal/details/7/?a=b", False),
        ("https://acme.bitrix24.com/rest/", False),
        ("https://acme.bitrix24.com/rest/1/abc0123/", True),
        ("https://acme.bitrix24.com/rest/1/abc0123/profile.json", True),
        ("acme.bitrix24.com/rest/1/abc0123", True),
        ("https://acme.bitrix24.com/rest/api/1/abc0123/", True),
    ],
)
def test_only_the_portal_s_name_is_taken(typed: str, webhook: bool) -> None:
    found = typed_portal(typed)
    assert (found.address.origin, found.webhook) == ("https://acme.bitrix24.com", webhook)
    assert "abc0123" not in repr(found)


def test_what_is_no_address_is_said() -> None:
    with pytest.raises(BxdeskError, match="not the address of a portal"):
        typed_portal("acme!")


def test_the_card_s_page_and_its_permissions() -> None:
    assert permissions_for(["crm", "contact_center", "crm"]) == ("contact_center", "crm", "placement")
    assert permissions_for([]) == ("placement",)


def labels(form: CardForm, *, russian: bool) -> list[str]:
    """The card's labels from its first field to its keys."""
    fields = [field.label for field in card_fields(form, DEFAULT_REDIRECT)]
    return [label.on(russian=russian) for label in (*fields, PERMISSIONS, CLIENT_ID, CLIENT_SECRET)]


def test_today_s_card_in_its_order() -> None:
    assert labels(CardForm.TODAY, russian=False) == [
        "Server",
        "Your handler path",
        "Initial installation path",
        "Menu item text",
        "Application completes the installation itself",
        "Assign permissions",
        "Application ID (client_id)",
        "Application key (client_secret)",
    ]
    assert "Common use cases" in card_menu_path(CardForm.TODAY)


def test_the_form_before_it() -> None:
    older = labels(CardForm.OLDER, russian=False)
    assert older[3] == "Script only (no user interface)"
    assert "Menu item text" not in older
    assert "Ready-made scenarios" in card_menu_path(CardForm.OLDER)


def test_what_is_entered_makes_an_app_that_is_installed_at_once() -> None:
    entries = {
        field.key: field.value or str(field.entry) for field in card_fields(CardForm.TODAY, "http://127.0.0.1:1/")
    }
    assert entries["handlerPath"] == "http://127.0.0.1:1/"
    assert entries["installPath"] == "Leave it empty."
    assert entries["menuText"].startswith("Leave it empty")
    assert entries["completesItself"] == "Leave it off."
    script_only = card_fields(CardForm.OLDER, "")[-1]
    assert (script_only.key, str(script_only.entry).partition(".")[0]) == ("scriptOnly", "Tick it")


@pytest.mark.parametrize(
    ("address", "server", "russian"),
    [
        ("acme.bitrix24.com", "", False),
        ("acme.bitrix24.ru", "", True),
        ("acme.bitrix24.by", "", True),
        ("acme.bitrix24.kz", "", True),
        ("box.example.com", "https://oauth.bitrix24.tech", True),
        ("acme.bitrix24.ru", "https://oauth.bitrix.info", False),
    ],
)
def test_a_portal_s_address_or_its_server_tells_whether_its_card_is_russian(
    address: str, server: str, russian: bool
) -> None:
    assert typed_portal(address).is_russian(server) is russian


def test_a_russian_card() -> None:
    assert labels(CardForm.TODAY, russian=True)[1] == "Путь вашего обработчика"
    assert labels(CardForm.OLDER, russian=True)[3] == "Использует только API"
    assert str(permission_label("placement", russian=True)) == "Встраивание приложений (placement)"
    assert str(permission_label("placement", russian=False)) == "App Embedding (placement)"


@pytest.mark.parametrize("form", CardForm)
@pytest.mark.parametrize("russian", [False, True])
def test_each_label_stands_in_the_documentation(form: CardForm, russian: bool) -> None:
    page = (Path(__file__).parents[3] / "docs/connecting.md").read_text(encoding="utf-8")
    for label in labels(form, russian=russian):
        assert (label.partition(" (client")[0] if russian else label) in page


def test_each_thing_to_place_has_a_permission_that_the_card_names() -> None:
    assert all(str(permission_label(want.permission, russian=False)).endswith(f"({want.permission})") for want in WANTS)
