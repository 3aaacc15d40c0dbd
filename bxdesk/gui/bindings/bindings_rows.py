"""The rows of "All widgets of this app": their cells, what is wrong with them, and what is to become of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from bxdesk.gui.parts.looks import ACTION_LOOKS
from bxdesk.gui.parts.theme import Tone
from bxdesk.gui.parts.wording import spoken, whole
from bxdesk.placements.availability import bindable, obstacle
from bxdesk.placements.bindings import EVERYBODY, Binding, BindingKey
from bxdesk.placements.catalogue import placement_title, set_by_another_method
from bxdesk.placements.cautions import hidden_by_type
from bxdesk.placements.drafts.draft import Mark
from bxdesk.placements.drafts.draft_view import DraftView
from bxdesk.placements.moving import alike_warning, look_alikes
from bxdesk.placements.plan import Action
from bxdesk.placements.snapshot import Snapshot


def _tr(text: str) -> str:
    return QCoreApplication.translate("Bindings", text)


@dataclass(frozen=True, slots=True)
class BindingRow:
    """One binding as its cells, in the order of the columns, and by what each column sorts."""

    binding: Binding
    cells: tuple[str, ...]
    keys: tuple[object, ...]
    searched: str
    leftover: str = ""
    """Why nobody sees it any more, in words; empty for most rows."""
    alike: str = ""
    """Which other address is nearly the same, in words."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What is to become of a row, in a few words."""

    text: str
    icon: str
    tone: Tone


def rows_of(snapshot: Snapshot) -> list[BindingRow]:
    """Every binding of a snapshot."""
    twins, able = look_alikes(snapshot.bindings), bindable(snapshot)
    titles: dict[str, str] = {}
    return [_row(binding, snapshot, twins, able, titles) for binding in snapshot.bindings]


def fates(view: DraftView) -> dict[BindingKey, Fate]:
    """What the draft means for the rows that are not left as they are."""
    draft = view.draft
    found: dict[BindingKey, Fate] = {}
    for step in view.plan().steps:
        if step.before is None:
            continue
        key = step.before.key
        look = ACTION_LOOKS[step.action]
        becomes = draft.rows.get(key)
        if step.action is Action.REPLACE:
            found[key] = Fate(_tr("to replace"), *look)
        elif step.after is not None or becomes is not None:
            address = step.key.handler if becomes is None else becomes.handler
            here = address == draft.handler
            text = _tr("moves to the current handler") if here else _tr("moves to {address}").format(address=address)
            found[key] = Fate(text, *ACTION_LOOKS[Action.MOVE])
        elif key in draft.rows and draft.marks.get(key.placement) is Mark.WANTED:
            found[key] = Fate(_tr("moves to the current handler"), *ACTION_LOOKS[Action.MOVE])
        else:
            found[key] = Fate(_tr("to remove"), *look)
    return found


def tips_of(binding: Binding) -> list[str]:
    """A row's texts, one line for each language."""
    lines = []
    for language, texts in sorted(binding.texts.items()):
        prefix = f"{language}: " if language else ""
        lines.append(prefix + " — ".join(part for part in (texts.title, texts.description, texts.group) if part))
    return lines


def _row(
    binding: Binding,
    snapshot: Snapshot,
    twins: Mapping[BindingKey, tuple[str, ...]],
    able: frozenset[str],
    titles: dict[str, str],
) -> BindingRow:
    user, code = binding.key.user_id, binding.placement
    place = titles.get(code)
    if place is None:
        place = titles[code] = spoken(placement_title(code, snapshot.type_titles))
    cells = (
        place,
        binding.title,
        binding.handler,
        ", ".join(sorted(language for language in binding.texts if language)),
        _tr("Everybody") if user == EVERYBODY else _tr("User {id}").format(id=user),
        code,
    )
    keys = (*(cell.casefold() for cell in cells[:4]), user, code)
    others = twins.get(binding.key, ())
    why = obstacle(code, snapshot) if code not in able and not set_by_another_method(code) else None
    why = why or hidden_by_type(code, snapshot)
    return BindingRow(
        binding,
        cells,
        keys,
        "\n".join(cells).casefold(),
        whole(why) if why is not None else "",
        whole(alike_warning(binding.handler, others)) if others else "",
    )
