"""How a placement stands, in words, with the icon and the colour that say the same."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from bxdesk.gui.parts.looks import ACTION_LOOKS
from bxdesk.gui.parts.theme import Tone
from bxdesk.gui.parts.wording import full_text, translated
from bxdesk.placements.cautions import hidden_by_type
from bxdesk.placements.plan import Action
from bxdesk.placements.widget_view import PlaceState, PlaceStatus, WidgetView


@dataclass(frozen=True, slots=True)
class StateWords:
    """What the tree shows of one placement: a few words, an icon, and the long version for a tooltip."""

    text: str
    icon: str
    tone: Tone
    more: str
    ticked: bool = False


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlaceState", text)


def describe(view: WidgetView, state: PlaceState) -> StateWords:
    """The words for one place of a widget; one that its type hides says so besides."""
    words = _describe(view, state)
    hidden = hidden_by_type(state.code, view.snapshot)
    if hidden is None:
        return words
    text = _tr("{state}, hidden by the type").format(state=words.text)
    return replace(words, text=text, icon="warning", tone=Tone.WARNING, more=f"{words.more} {full_text(hidden)}")


def _describe(view: WidgetView, state: PlaceState) -> StateWords:
    if state.status is PlaceStatus.UNKNOWN and state.obstacle is not None:
        why = _tr("The app's widgets could not be read. {why}").format(why=full_text(state.obstacle))
        return StateWords(_tr("not known"), "unavailable", Tone.MUTED, why)
    if state.status is PlaceStatus.UNAVAILABLE and not state.ticked:
        said = _tr("not available: {why}")
        why = said.format(why=full_text(state.obstacle) if state.obstacle else "")
        title = said.format(why=translated(state.obstacle.title) if state.obstacle else "")
        return StateWords(title, "unavailable", Tone.MUTED, why)
    if state.status is PlaceStatus.UNAVAILABLE:
        why = full_text(state.obstacle) if state.obstacle else ""
        return StateWords(_tr("waits for its place"), "unavailable", Tone.WARNING, why, True)
    if state.status in (PlaceStatus.BOUND, PlaceStatus.CHANGED) and not state.ticked:
        return StateWords(_tr("to unbind"), *ACTION_LOOKS[Action.UNBIND], _tr("The binding will be removed."))
    if state.status is PlaceStatus.BOUND:
        return _bound(view, state)
    if state.status is PlaceStatus.CHANGED:
        return _changed(view, state)
    if state.ticked:
        own = _tr("to bind, different text") if state.own else _tr("to bind")
        return StateWords(own, *ACTION_LOOKS[Action.BIND], _tr("The widget will be bound here."), True)
    if state.status is PlaceStatus.OTHERS:
        others = ", ".join(f"“{title}”" for title in view.others_at(state.code))
        more = _tr("Another widget of this app stands here: {others}. It is left alone.").format(others=others)
        return StateWords(_tr("another widget"), "other-handler", Tone.MUTED, more)
    return StateWords(_tr("not bound"), "", Tone.MUTED, _tr("Nothing of this app is bound here."))


def _bound(view: WidgetView, state: PlaceState) -> StateWords:
    if state.own:
        title = view.widget.content_at(state.code).title
        more = _tr("It has a different text here: “{title}”.").format(title=title)
        return StateWords(_tr("bound, different text"), "bound", Tone.GOOD, more, True)
    return StateWords(_tr("bound"), "bound", Tone.GOOD, _tr("The widget is bound here, as it is shown."), True)


def _changed(view: WidgetView, state: PlaceState) -> StateWords:
    held = view.held(state.code)
    if held is not None and held.handler != view.widget.handler:
        more = _tr("It gets the address {address}.").format(address=view.widget.handler)
        return StateWords(_tr("to move"), *ACTION_LOOKS[Action.MOVE], more, True)
    more = _tr("It says “{title}” there now.").format(title=held.title if held else "")
    text = _tr("to replace, different text") if state.own else _tr("to replace")
    return StateWords(text, *ACTION_LOOKS[Action.REPLACE], more, True)
