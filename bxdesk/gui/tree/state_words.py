"""How a placement stands, in words, with the icon and the colour that say the same."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from bxdesk.gui.parts.looks import ACTION_LOOKS
from bxdesk.gui.parts.theme import Tone
from bxdesk.gui.parts.wording import spoken, whole
from bxdesk.placements.cautions import hidden_by_type
from bxdesk.placements.drafts.draft_view import DraftView
from bxdesk.placements.place_state import PlaceState, Standing
from bxdesk.placements.plan import Action, Step


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


def describe(view: DraftView, state: PlaceState) -> StateWords:
    """The words for one placement in a draft; one that its type hides says so besides."""
    words = _describe(view, state)
    hidden = hidden_by_type(state.code, view.snapshot)
    if hidden is None:
        return words
    text = _tr("{state}, hidden by the type").format(state=words.text)
    return replace(words, text=text, icon="warning", tone=Tone.WARNING, more=f"{words.more} {whole(hidden)}")


def _describe(view: DraftView, state: PlaceState) -> StateWords:
    if state.standing is Standing.UNKNOWN and state.obstacle is not None:
        why = _tr("The app's widgets could not be read. {why}").format(why=whole(state.obstacle))
        return StateWords(_tr("not known"), "unavailable", Tone.MUTED, why)
    if state.standing is Standing.UNAVAILABLE:
        said = _tr("not available: {why}")
        why = said.format(why=whole(state.obstacle) if state.obstacle else "")
        title = said.format(why=spoken(state.obstacle.title) if state.obstacle else "")
        return StateWords(title, "unavailable", Tone.MUTED, why)
    if state.standing in (Standing.BOUND, Standing.OTHER_TEXT) and not state.ticked:
        return StateWords(_tr("to unbind"), *ACTION_LOOKS[Action.UNBIND], _tr("The binding will be removed."))
    if state.standing is Standing.BOUND and not view.draft.saying(state.code).has_title:
        return StateWords(_tr("bound"), "bound", Tone.GOOD, _keeps(view, state.code), True)
    if state.standing is Standing.BOUND:
        return StateWords(_tr("bound"), "bound", Tone.GOOD, _tr("This handler is bound here with these texts."), True)
    if state.standing is Standing.OTHER_TEXT:
        held = view.held(state.code)
        shown = held.title if held else ""
        if view.keeps(state.code):
            return StateWords(
                _tr("bound, own text"),
                "bound",
                Tone.GOOD,
                _keeps(view, state.code),
                True,
            )
        return StateWords(
            _tr("other text, to replace"),
            *ACTION_LOOKS[Action.REPLACE],
            _tr("It says “{title}” there now. Use “Keep its own texts” from the menu to leave it so.").format(
                title=shown
            ),
            True,
        )
    if state.ticked:
        return StateWords(_tr("to bind"), *ACTION_LOOKS[Action.BIND], _tr("This handler will be bound here."), True)
    if state.standing is Standing.OTHER_HANDLER:
        step = view.other_step(state.code)
        return StateWords(
            _tr("other handler"), "other-handler", Tone.MUTED if step is None else Tone.ACCENT, _other_words(step)
        )
    return StateWords(_tr("not bound"), "", Tone.MUTED, _tr("Nothing of this app is bound here."))


def _keeps(view: DraftView, code: str) -> str:
    held = view.held(code)
    return _tr("It keeps its own text: “{title}”.").format(title=held.title if held else "")


def _other_words(step: Step | None) -> str:
    """What stands at a placement with another handler, and what the plan does about it."""
    if step is None:
        return _tr("Another handler of this app is bound here; see the table. It is left alone.")
    forms = {
        Action.BIND: _tr("It waits to be bound here with another address: {address}."),
        Action.UNBIND: _tr("Another handler of this app is bound here. It is to be removed."),
        Action.REPLACE: _tr("Another handler of this app is bound here. Its texts are to be replaced."),
        Action.MOVE: _tr("Another handler of this app is bound here. It is to get the address {address}."),
    }
    return forms[step.action].format(address=step.key.handler)
