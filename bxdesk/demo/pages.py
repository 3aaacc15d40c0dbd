"""The portal's few web pages. Everything put into them is escaped; only those with a frame have a script."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from .widgets import uses_built_in_interface

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .apps import App
    from .contents import CustomType, Row
    from .widgets import WidgetCall

_BUILT_IN = '<section class="built-in" id="built-in" hidden></section>'


def page(title: str, body: str, kind: str = "", menu: str = "") -> str:
    """A whole page around `body`, which is HTML already as `menu` is; `kind` may be "wide"."""
    attribute = f' class="{kind}"' if kind else ""
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="icon" href="data:,"><link rel="stylesheet" href="/bitrix/portal.css"></head>\n'
        f'<body>{menu}<main{attribute}><p class="portal">Demo portal</p>{body}</main></body></html>\n'
    )


def sign_in(user: str, app: str, fields: Mapping[str, str]) -> str:
    """Asks whether the app may come in; the two buttons post the answer back, with `fields`."""
    hidden = "".join(f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in fields.items())
    return page(
        f"Allow {app}?",
        f"<h1>Allow {escape(app)} to work with this portal?</h1>"
        f"<p>You are signed in as {escape(user)}. The application will act in your name, "
        "within the permissions that stand in its card.</p>"
        f'<form method="post" action="/oauth/authorize/">{hidden}'
        '<button class="go" id="allow" name="answer" value="allow">Allow</button>'
        '<button id="deny" name="answer" value="deny">Deny</button></form>',
    )


def code(app: str, text: str) -> str:
    """Shows the code, for an app whose card has no redirect address."""
    return page(
        "Authorization code",
        f"<h1>{escape(app)} may come in</h1><p>Copy this code into the application within 30 seconds:</p>"
        f'<p><code class="code" id="code">{escape(text)}</code></p>',
    )


def message(title: str, text: str) -> str:
    """A page that says one thing."""
    return page(title, f"<h1>{escape(title)}</h1><p>{escape(text)}</p>")


def overview(
    rows: Sequence[tuple[Row, str]],
    types: Sequence[CustomType],
    facts: Sequence[str],
    sample_handler: str,
    menu: str,
    shown_types: int = 20,
) -> str:
    """What stands on the portal, in plain words; each row comes with why nobody sees it, "" for one that is seen."""
    bound = "".join(
        f"<tr><td><code>{escape(row.placement)}</code></td><td>{_titles(row)}</td>"
        f"<td><code>{escape(row.handler)}</code></td>"
        f"<td>{escape(hidden) or _opened(row)}</td></tr>"
        for row, hidden in rows
    )
    table = (
        '<div class="scroll"><table><thead><tr><th>Place</th><th>Title</th><th>Handler</th><td></td></tr></thead>'
        f"<tbody>{bound}</tbody></table></div>"
        if rows
        else "<p>Nothing is bound.</p>"
    )
    listed = "".join(
        f'<li><a href="/crm/type/{item.entity_type_id}/">{escape(item.title)}</a> ({item.entity_type_id})</li>'
        for item in types[:shown_types]
    )
    more = f"<p>… and {len(types) - shown_types} more.</p>" if len(types) > shown_types else ""
    return page(
        "Demo portal",
        f"<h1>What the application has put into this portal</h1><p>{escape(' '.join(facts))}</p>{table}"
        "<h2>A handler to begin with</h2><p>Bind this address anywhere; it shows what it receives:</p>"
        f'<p><code id="sample-handler">{escape(sample_handler)}</code></p>'
        f"<h2>Custom types</h2><ul>{listed}</ul>{more}",
        "wide",
        menu,
    )


def widget(row: Row, title: str, call: WidgetCall, *, admin: bool) -> str:
    """Opens a widget as the portal would: in a frame, or in the interface that the portal draws itself."""
    hidden = uses_built_in_interface(row)
    return page(
        title,
        f"<h1>{escape(title)}</h1>"
        f"<p><code>{escape(row.placement)}</code> → <code>{escape(row.handler)}</code></p>"
        f"{_form(row.app_id, call, 'Open the widget', admin=admin) if call.fields else _link(call)}"
        f"{_BUILT_IN if hidden else ''}"
        f"{_frame(call, 'hidden' if hidden else '')}",
        "wide",
    )


def application(app: App, call: WidgetCall, *, admin: bool, finish: str = "") -> str:
    """Opens the app's own page at once. `finish`: where its installation is finished, "" when nothing is to be."""
    data = f'data-open data-finish="{escape(finish)}"' if finish else "data-open"
    form = _form(app.id, call, "Open again", data, admin=admin)
    return page(app.name, f"<h1>{escape(app.name)}</h1>{form}{_frame(call)}", "wide")


def _form(app: int, call: WidgetCall, button: str, data: str = "", *, admin: bool) -> str:
    """The call, to be posted into its frame by a press of the button, with the script that speaks to the frame."""
    fields = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in call.fields.items()
    )
    told = f'data-app="/app/{app}/" data-admin="{"Y" if admin else "N"}" {data}'
    return (
        f'<form id="call" method="post" action="{escape(call.address)}" target="{escape(call.frame)}" {told}>'
        f'{fields}<button class="go">{escape(button)}</button></form>'
        '<script type="module" src="/bitrix/frame.js"></script>'
    )


def _link(call: WidgetCall) -> str:
    """For a place whose widget is told nothing."""
    return f'<p><a href="{escape(call.address)}" target="{escape(call.frame)}">Open the widget</a></p>'


def _frame(call: WidgetCall, attribute: str = "") -> str:
    return f'<iframe id="widget" name="{escape(call.frame)}" title="The widget" {attribute}></iframe>'


def _opened(row: Row) -> str:
    return f'<a href="/widgets/{row.id}">Open</a>'


def _titles(row: Row) -> str:
    if not row.texts:
        return "<em>no title: the portal refused its texts</em>"
    return "<br>".join(
        f"{escape(str(text['TITLE']))} <small>({escape(language)})</small>" for language, text in row.texts.items()
    )
