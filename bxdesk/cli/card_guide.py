"""What ``connect`` says to whoever has no keys yet: how the application is added on the portal, field by field."""

from __future__ import annotations

from collections.abc import Iterator

from bxdesk.accounts.guide import (
    CLIENT_ID,
    CLIENT_SECRET,
    NEEDED,
    PERMISSIONS,
    WANTS,
    CardForm,
    CardLabel,
    TypedPortal,
    card_fields,
    card_menu_path,
    permission_label,
)
from bxdesk.cli.remedies import connect_command
from bxdesk.placements.permissions import Permission
from bxdesk.placements.portal_pages import card_page

_FORMS = {
    CardForm.TODAY: "Today's card:",
    CardForm.OLDER: "Some portals still have the form before it:",
}


def card_guide(portal: TypedPortal, redirect_url: str, authorization_server: str | None) -> Iterator[str]:
    """The way from a portal's address to the two keys, and what to do with them."""
    russian = portal.is_russian(authorization_server or "")
    host = portal.address.netloc
    yield f"An application is added on {host} once; bxdesk signs in with its keys."
    yield ""
    yield "What has to be there first:"
    yield from (f"  - {need}" for need in NEEDED)
    yield ""
    yield f"1. Open {card_page(portal.address.origin)}"
    ways = dict.fromkeys(card_menu_path(form, russian=russian) for form in CardForm)
    yield from (f"   ({way})" for way in ways)
    yield "2. Fill in the card."
    for form in CardForm:
        yield f"   {_FORMS[form]}"
        for field in card_fields(form, redirect_url):
            yield f"     {_label(field.label, russian)}: {field.value or field.entry}"
    always = permission_label(Permission.PLACEMENT, russian=russian)
    yield f"   {_label(PERMISSIONS, russian)}: {always}, and by what is to be placed:"
    for want in WANTS:
        yield f"     {want.title}: {permission_label(want.permission, russian=russian)}"
    yield f"3. Save it, and copy {_label(CLIENT_ID, russian)} and {_label(CLIENT_SECRET, russian)} from it."
    yield f"4. {connect_command(host, redirect=redirect_url, own_server=authorization_server)}"
    yield ""


def _label(label: CardLabel, russian: bool) -> str:
    shown = label.on(russian=russian)
    return f"“{shown}” ({label.meaning})" if russian else f"“{shown}”"
