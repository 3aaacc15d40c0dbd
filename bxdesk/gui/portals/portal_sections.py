"""What is known of one portal, line by line: differences, drift, what waits, what checks found, and its widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from bxdesk.checks.check import Check, CheckState, Verdict
from bxdesk.checks.proof import PlaceProof, Proof
from bxdesk.errors import Problem
from bxdesk.gui.checks.proof_model import proof_look
from bxdesk.gui.parts.looks import ACTION_LOOKS
from bxdesk.gui.parts.theme import Tone
from bxdesk.gui.parts.wording import counted, isolated, moment_words, remedy_text, translated
from bxdesk.gui.plans.plan_words import details, sentence
from bxdesk.gui.session.checking import CHECK_LOOKS
from bxdesk.gui.session.portal_statuses import PortalStatus
from bxdesk.placements.bindings import Binding
from bxdesk.placements.catalogue import placement_title
from bxdesk.placements.change_words import change_words
from bxdesk.placements.drift import Drift, Drifted, DriftKind
from bxdesk.placements.plan import Action, Step

Titles = Mapping[int, str]
"""The custom types' titles by their numbers."""


@dataclass(frozen=True, slots=True)
class DetailLine:
    """One thing: what it is, more about it, and how it looks."""

    text: str
    more: str = ""
    sign: str = ""
    tone: Tone = Tone.PLAIN


Make = Callable[[], DetailLine]
"""Words a line once it comes into sight: a portal may have thousands."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading; ``verdict`` says in short what they come to."""

    heading: str
    verdict: str
    lines: tuple[Make, ...] = ()


def sections(
    status: PortalStatus, proof: Proof | None, found: tuple[Verdict, ...] | None, layout: Path | None
) -> list[Section]:
    """All that is known; of what nobody looked at there is no section."""
    titles = status.snapshot.type_titles if status.snapshot is not None else {}
    known = [] if layout is None else [*_against_layout(status, layout, titles)]
    if status.drift is not None:
        known.append(_drifted(status.drift, titles))
    elif status.recalled is not None and status.recalled.drift is not None and status.drifted:
        said = _tr("{n} when it was last read").format(n=status.drifted)
        known.append(Section(_tr("Drift"), said, _drift_lines(status.recalled.drift, titles)))
    if status.waiting:
        known.append(_section(_tr("Waits in your draft"), _steps((one.step for one in status.waiting), titles)))
    if found is not None:
        known.append(_section(_tr("Checks"), _checks(found), _tr("Nothing was found.")))
    if proof is not None:
        known.append(_proven(proof, titles))
    if status.snapshot is not None:
        known.append(_section(_tr("Widgets"), _widgets(status.snapshot.bindings, titles), _tr("There is none.")))
    return known


def _against_layout(status: PortalStatus, layout: Path, titles: Titles) -> Iterator[Section]:
    heading = _tr("Against {layout}").format(layout=layout.name)
    if status.misfit is not None:
        yield Section(heading, _tr("does not fit"), (partial(_problem_line, status.misfit),))
    elif status.plan is not None:
        yield _section(heading, _steps(status.plan.steps, titles), _tr("in step"))


def _drifted(drift: Drift, titles: Titles) -> Section:
    if drift.since is None:
        return Section(_tr("Drift"), _tr("bxdesk has applied nothing here yet."))
    heading = _tr("Drift since {moment}").format(moment=moment_words(drift.since))
    return _section(heading, _drift_lines(drift, titles), _tr("Nothing differs."))


def _drift_lines(drift: Drift, titles: Titles) -> tuple[Make, ...]:
    return tuple(partial(_drift_line, one, titles) for one in drift.changes)


def _steps(steps: Iterable[Step], titles: Titles) -> Iterator[Make]:
    return (partial(_step_line, step, titles) for step in steps)


def _checks(found: Iterable[Verdict]) -> Iterator[Make]:
    """Every answer that is not good, worst first."""
    for verdict in found:
        yield from (partial(_check_line, check) for check in verdict.checks if check.state is not CheckState.OK)


def _proven(proof: Proof, titles: Titles) -> Section:
    proven = sum(place.is_proven for place in proof.places)
    said = _tr("{n} of {all} proven.").format(n=proven, all=len(proof.places))
    lines: list[Make] = [partial(_proof_line, place, titles) for place in proof.places]
    if proof.left is not None:
        lines.append(partial(_problem_line, proof.left))
    return Section(_tr("Proof that it shows"), said, tuple(lines))


def _widgets(bindings: Iterable[Binding], titles: Titles) -> Iterator[Make]:
    by_handler: dict[str, list[Binding]] = {}
    for binding in bindings:
        by_handler.setdefault(binding.handler, []).append(binding)
    return (partial(_widget_line, there, titles) for there in by_handler.values())


def _section(heading: str, lines: Iterable[Make], nothing: str = "") -> Section:
    made = tuple(lines)
    return Section(heading, str(len(made)) if made else nothing, made)


def _problem_line(problem: Problem) -> DetailLine:
    return DetailLine(translated(problem.title), remedy_text(problem), "warning", Tone.WARNING)


def _drift_line(one: Drifted, titles: Titles) -> DetailLine:
    forms = {
        DriftKind.APPEARED: (_tr("“{title}” appeared at {place}"), Action.BIND),
        DriftKind.VANISHED: (_tr("“{title}” vanished from {place}"), Action.UNBIND),
        DriftKind.CHANGED: (_tr("“{title}” changed at {place}"), Action.REPLACE),
    }
    form, alike = forms[one.kind]
    place = translated(placement_title(one.binding.placement, titles))
    said = [translated(change_words(change)) for change in one.changes]
    more = said or details(Step(Action.BIND, None, one.binding))
    return DetailLine(form.format(title=one.binding.title, place=place), _joined(more), *ACTION_LOOKS[alike])


def _step_line(step: Step, titles: Titles) -> DetailLine:
    return DetailLine(sentence(step, titles), _joined(details(step)), *ACTION_LOOKS[step.action])


def _check_line(check: Check) -> DetailLine:
    more = filter(None, (isolated(check.handler or ""), remedy_text(check.problem)))
    return DetailLine(translated(check.title), _joined(more), *CHECK_LOOKS[check.state])


def _proof_line(place: PlaceProof, titles: Titles) -> DetailLine:
    words, sign, tone = proof_look(place, runs=False)
    return DetailLine(translated(placement_title(place.placement, titles)), words, sign, tone)


def _widget_line(there: Sequence[Binding], titles: Titles) -> DetailLine:
    """One widget, with the places where it stands."""
    title = next((one.title for one in there if one.title), "")
    text = counted(len(there), _tr("{title}: {n} place"), _tr("{title}: {n} places"), title=title)
    where = (translated(placement_title(one.placement, titles)) for one in there)
    return DetailLine(text, _joined((isolated(there[0].handler), *where)))


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PortalDetails", text)
