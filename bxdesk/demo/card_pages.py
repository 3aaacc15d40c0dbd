"""The pages of *Developer resources*: the applications, and the card of one, in the words that stand on a portal."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from .pages import page
from .placements import PERMISSIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .apps import App, Card

SECTION = "/devops/section/standard/"
LIST = "/devops/list/"
CARD = "/devops/edit/application/"


@dataclass(frozen=True, slots=True)
class Form:
    """In what the two forms of the card differ."""

    way: str
    box: str
    ticked_completes_itself: bool
    """Whether a tick in the box says that the app completes its installation, or that it has no interface."""


TODAY = Form("Common use cases", "Application completes the installation itself", ticked_completes_itself=True)
OLDER = Form("Ready-made scenarios", "Script only (no user interface)", ticked_completes_itself=False)
_TITLES = {"placement": "App Embedding"}


def section(form: Form, apps: Iterable[App], *, may_create: bool) -> str:
    """The way to a new application, where the person has the right to create one, and the applications."""
    way = f'<li><a id="local-application" href="{CARD}0/">Local application</a></li>' if may_create else ""
    rows = "".join(
        f'<li><a href="{CARD}{app.id}/">{escape(app.name)}</a> <code>{escape(app.client_id)}</code></li>'
        for app in apps
        if may_create
    )
    return page(
        "Developer resources",
        f"<h1>Developer resources</h1><h2>{form.way}</h2><h3>Other</h3>"
        f"<ul><li>Inbound webhook</li><li>Outbound webhook</li>{way}</ul><h2>Integrations</h2><ul>{rows}</ul>",
        "wide",
    )


def card(form: Form, filled: Card, app: App | None, session_id: str, problem: str = "") -> str:
    """The card of an app, or an empty one for None; `problem` says why it was not saved."""
    title = app.name if app else "Local application"
    ticked = filled.completes_itself if form.ticked_completes_itself else filled.api_only
    permissions = "".join(
        f'<label><input type="checkbox" name="permissions[]" value="{name}"{_checked(name in filled.permissions)}> '
        f"{escape(f'{_TITLES[name]} ({name})' if name in _TITLES else name)}</label>"
        for name in PERMISSIONS
    )
    return page(
        title,
        f'<h1>{escape(title)}</h1><p class="problem" role="alert">{escape(problem)}</p>'
        f'<form class="card" method="post"><input type="hidden" name="sessid" value="{session_id}">'
        '<fieldset><label><input type="radio" name="kind" value="server" checked> Server</label>'
        '<label><input type="radio" name="kind" value="static"> Static</label></fieldset>'
        f"{_text('Your handler path *', 'handler_path', filled.handler_path)}"
        f"{_text('Initial installation path', 'install_path', filled.install_path)}"
        f"{_text('Menu item text', 'menu_text', filled.menu_text)}"
        f'<label><input type="checkbox" name="box" value="Y"{_checked(ticked)}> {form.box}</label>'
        f"<fieldset><legend>Assign permissions</legend>{permissions}</fieldset>"
        f"{_keys(app) if app else ''}"
        '<div class="buttons"><button class="go" name="action" value="save">Save</button>'
        f"{_BUTTONS if app else ''}</div></form>{_more(app) if app else ''}",
        "wide",
    )


_BUTTONS = (
    '<button name="action" value="reinstall">Reinstall</button><button name="action" value="delete">Delete</button>'
)


def _keys(app: App) -> str:
    return (
        f'<dl><dt>Application ID (client_id)</dt><dd><code id="client_id">{escape(app.client_id)}</code></dd>'
        "<dt>Application key (client_secret)</dt>"
        f'<dd><code id="client_secret">{escape(app.client_secret)}</code></dd></dl>'
    )


def _more(app: App) -> str:
    sent = f"<p>{escape(app.event_sent)}</p>" if app.event_sent else ""
    opened = "" if app.card.api_only else f'<p><a href="/app/{app.id}/">Open the application</a></p>'
    return sent + opened


def _text(label: str, name: str, value: str) -> str:
    return f'<label>{label}<input name="{name}" value="{escape(value)}" maxlength="1000"></label>'


def _checked(yes: bool) -> str:
    return " checked" if yes else ""
