"""What speaks against a layout without standing in its way: the rule book's doubts, with their lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from bxdesk.errors import Problem
from bxdesk.placements.bindings import Binding, BindingKey
from bxdesk.placements.layouts.layout import LayoutFile, Origin, Wanted, code_of
from bxdesk.placements.layouts.layout_mistakes import Mistake, without_repeats
from bxdesk.placements.rules import Finding, KnownThere, doubted
from bxdesk.placements.snapshot import Snapshot


def doubts(layout: LayoutFile, snapshot: Snapshot) -> tuple[Mistake, ...]:
    """What a person should know about the layout before it is applied to the portal of ``snapshot``."""
    known = KnownThere(snapshot)
    widgets: dict[int, list[Wanted]] = defaultdict(list)
    for wanted in layout.wanted:
        widgets[wanted.origin.widget].append(wanted)
    found = (doubt for alike in widgets.values() for doubt in _of_a_widget(alike, snapshot, known))
    return tuple(without_repeats((*layout.notes, *found)))


def _of_a_widget(alike: list[Wanted], snapshot: Snapshot, known: KnownThere) -> Iterator[Mistake]:
    """The doubts about one widget at all its placements.

    An option is doubted only where it is kept at none of them: whoever names several need not tell them apart.
    """
    dropped: dict[str, list[Mistake]] = defaultdict(list)
    for wanted in alike:
        code = code_of(wanted.placement, snapshot)
        key = BindingKey("" if isinstance(code, Problem) else code, wanted.handler, wanted.user_id)
        for finding in doubted(Binding(key, wanted.texts, wanted.options), known):
            mistake = Mistake(finding.problem, _line_of(finding, wanted.origin))
            if finding.problem.code == "option_unknown":
                dropped[finding.place].append(mistake)
            else:
                yield mistake
    placements = tuple(wanted.placement.strip() for wanted in alike)
    yield from (replace(same[0], placements=placements) for same in dropped.values() if len(same) == len(alike))


def _line_of(finding: Finding, origin: Origin) -> int:
    """The line of the part of the widget that a finding is about."""
    name, _, key = finding.place.partition(".")
    lines = {"handler": {"": origin.handler}, "title": origin.languages, "options": origin.options}
    return lines[name].get(key, origin.line)
