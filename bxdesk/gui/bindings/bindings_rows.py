"""The rows of "All widgets of this app": their cells, what is wrong with them, and what is to become of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from bxdesk.gui.parts.looks import ACTION_LOOKS
from bxdesk.gui.parts.theme import Tone
from bxdesk.gui.parts.wording import full_text, translated
from bxdesk.placements.availability import bindable, obstacle
from bxdesk.placements.bindings import EVERYBODY, Binding, BindingKey
from bxdesk.placements.catalogue import placement_title, set_by_another_method
from bxdesk.placements.cautions import hidden_by_type
from bxdesk.placements.draft import Draft
from bxdesk.placements.moving import alike_warning, look_alikes
from bxdesk.placements.plan import Action, Plan
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
    becomes: str = ""
    """Its new title, where that is another."""
    address: str = ""
    """Its new address, where that is another."""


Pair = tuple[Binding | None, Binding | None]
"""What a binding is and what it is to be; None where it is not there yet, or not any more."""


def pairs_of(draft: Draft, plan: Plan) -> list[Pair]:
    """What is to change. What the plan moves is one pair, even if another widget takes the binding over."""
    moved = {step.before.key: step.after for step in plan.steps if step.action is Action.MOVE and step.before}
    taken = {after.key for after in moved.values() if after is not None}
    found: list[Pair] = []
    for before, after in ((change.before, change.after) for change in draft.changes):
        if before is not None and after is None:
            found.append((before, moved.get(before.key)))
        elif before is not None or (after is not None and after.key not in taken):
            found.append((before, after))
    return found


def rows_of(snapshot: Snapshot, pairs: Iterable[Pair]) -> list[BindingRow]:
    """Every binding that the portal holds, and those that are to be there."""
    standing = {row.key for row in snapshot.bindings}
    coming = (after for before, after in pairs if before is None and after is not None)
    rows = (*snapshot.bindings, *(row for row in coming if row.key not in standing))
    twins, able = look_alikes(rows), bindable(snapshot)
    titles: dict[str, str] = {}
    return [_row(binding, snapshot, twins, able, titles) for binding in rows]


def fates(pairs: Iterable[Pair]) -> dict[BindingKey, Fate]:
    """What is to become of the rows that are not left as they are."""
    found: dict[BindingKey, Fate] = {}
    for before, after in pairs:
        if before is None and after is not None:
            found[after.key] = Fate(_tr("to bind"), *ACTION_LOOKS[Action.BIND])
        elif before is not None and after is None:
            found[before.key] = Fate(_tr("to unbind"), *ACTION_LOOKS[Action.UNBIND])
        elif before is not None and after is not None:
            becomes = after.title if after.title != before.title else ""
            if before.handler == after.handler:
                found[before.key] = Fate(_tr("to replace"), *ACTION_LOOKS[Action.REPLACE], becomes)
            else:
                text = _tr("moves to {address}").format(address=after.handler)
                found[before.key] = Fate(text, *ACTION_LOOKS[Action.MOVE], becomes, after.handler)
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
        place = titles[code] = translated(placement_title(code, snapshot.type_titles))
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
        full_text(why) if why is not None else "",
        full_text(alike_warning(binding.handler, others)) if others else "",
    )
