"""The portal's few web pages. They stand alone, work without scripts, and everything put into them is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .contents import CustomType, Row
    from .widgets import WidgetCall

_STYLE = """
:root { color-scheme: light dark; --page: #eef2f4; --card: #fff; --text: #26323d; --soft: #6a7680; --line: #dfe4e7;
  --go: #00789e; }
@media (prefers-color-scheme: dark) { :root { --page: #171c21; --card: #222a31; --text: #e7ecef; --soft: #9fabb4;
  --line: #38424b; --go: #3fb6dc; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--page);
  color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { width: 100%; max-width: 28rem; padding: 2rem; background: var(--card); border: 1px solid var(--line);
  border-radius: .75rem; }
main.wide { max-width: 60rem; align-self: start; }
.portal { margin: 0 0 1.5rem; color: var(--soft); font-size: .875rem; }
h1 { margin: 0 0 .75rem; font-size: 1.375rem; line-height: 1.3; overflow-wrap: anywhere; }
h2 { margin: 2rem 0 .5rem; font-size: 1.0625rem; }
p, li { overflow-wrap: anywhere; }
form { display: flex; gap: .75rem; margin-top: 1.75rem; }
button { font: inherit; font-weight: 600; padding: .625rem 1.25rem; border-radius: .5rem; cursor: pointer;
  border: 1px solid var(--line); background: none; color: inherit; }
button.go { background: var(--go); border-color: var(--go); color: #fff; }
@media (prefers-color-scheme: dark) { button.go { color: #0b1418; } }
button:focus-visible, a:focus-visible { outline: 3px solid var(--go); outline-offset: 2px; }
code { font-family: ui-monospace, monospace; font-size: .9375em; overflow-wrap: anywhere; }
.code { display: block; padding: .75rem; border: 1px solid var(--line); border-radius: .5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line);
  overflow-wrap: anywhere; }
th { color: var(--soft); font-weight: 500; }
iframe { width: 100%; height: 24rem; margin-top: 1.5rem; border: 1px solid var(--line); border-radius: .5rem; }
a { color: var(--go); white-space: nowrap; }
"""


def page(title: str, body: str, kind: str = "") -> str:
    """A whole page around `body`, which is HTML already; `kind` may be "wide"."""
    attribute = f' class="{kind}"' if kind else ""
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="data:,"><style>{_STYLE}</style></head>\n'
        f'<body><main{attribute}><p class="portal">Demo portal</p>{body}</main></body></html>\n'
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


def overview(rows: Sequence[Row], types: Sequence[CustomType], facts: Sequence[str], shown_types: int = 20) -> str:
    """What stands on the portal, in plain words."""
    bound = "".join(
        f"<tr><td><code>{escape(row.placement)}</code></td><td>{_titles(row)}</td>"
        f"<td><code>{escape(row.handler)}</code></td>"
        f'<td><a href="/widgets/{row.id}">Open</a></td></tr>'
        for row in rows
    )
    table = (
        '<div class="scroll"><table><thead><tr><th>Place</th><th>Title</th><th>Handler</th><td></td></tr></thead>'
        f"<tbody>{bound}</tbody></table></div>"
        if rows
        else "<p>Nothing is bound.</p>"
    )
    listed = "".join(f"<li>{escape(item.title)} ({item.entity_type_id})</li>" for item in types[:shown_types])
    more = f"<p>… and {len(types) - shown_types} more.</p>" if len(types) > shown_types else ""
    return page(
        "Demo portal",
        f"<h1>What the application has put into this portal</h1><p>{escape(' '.join(facts))}</p>{table}"
        f"<h2>Custom types</h2><ul>{listed}</ul>{more}",
        "wide",
    )


def widget(row: Row, call: WidgetCall) -> str:
    """Opens a widget in a frame, as the portal would."""
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in call.fields.items()
    )
    return page(
        row.title or row.placement,
        f"<h1>{escape(row.title or row.placement)}</h1>"
        f"<p><code>{escape(row.placement)}</code> → <code>{escape(row.handler)}</code></p>"
        f'<form method="post" action="{escape(call.address)}" target="widget">{hidden}'
        '<button class="go" id="open">Open the widget</button></form>'
        '<iframe name="widget" title="The widget"></iframe>',
        "wide",
    )


def _titles(row: Row) -> str:
    if not row.texts:
        return "<em>no title: the portal refused its texts</em>"
    return "<br>".join(
        f"{escape(str(text['TITLE']))} <small>({escape(language)})</small>" for language, text in row.texts.items()
    )
