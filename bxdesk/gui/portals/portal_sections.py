"""What is known of one portal, line by line: differences, drift, what waits, what checks found, and its widgets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from bxdesk.checks.check import CheckState, Verdict
from bxdesk.checks.proof import Proof
from bxdesk.gui.checks.proof_model import proof_look
from bxdesk.gui.parts.looks import ACTION_LOOKS
from bxdesk.gui.parts.theme import Tone
from bxdesk.gui.parts.wording import counted, cure, isolated, moment_words, spoken
from bxdesk.gui.plans.plan_words import details, sentence
from bxdesk.gui.session.checking import CHECK_LOOKS
from bxdesk.gui.session.fleet import PortalStatus
from bxdesk.placements.bindings import Binding
from bxdesk.placements.catalogue import placement_title
from bxdesk.placements.change_words import change_words
from bxdesk.placements.drift import Drift, Drifted, DriftKind
from bxdesk.placements.plan import Action, Step


@dataclass(frozen=True, slots=True)
class DetailLine:
    """One thing: what it is, more about it, and how it looks."""

    text: str
    more: str = ""
    sign: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading; ``verdict`` says in short what they come to."""

    heading: str
    verdict: str
    lines: tuple[DetailLine, ...] = ()


def sections(status: PortalStatus, found: tuple[Verdict, ...] | None, layout: Path | None) -> list[Section]:
    """All that is known; of what nobody looked at there is no section."""
    titles = status.snapshot.type_titles if status.snapshot is not None else {}
    known = [] if layout is None else [*_against_layout(status, layout, titles)]
    if status.drift is not None:
        known.append(_drifted(status.drift, titles))
    if status.waiting:
        known.append(_section(_tr("Waits in your draft"), _steps((one.step for one in status.waiting), titles)))
    if found is not None:
        known.append(_section(_tr("Checks"), [*_checks(found)], _tr("Nothing was found.")))
    if status.proof is not None:
        known.append(_proven(status.proof, titles))
    if status.snapshot is not None:
        known.append(_section(_tr("Widgets"), [*_widgets(status.snapshot.bindings, titles)], _tr("There is none.")))
    return known


def _against_layout(status: PortalStatus, layout: Path, titles: Mapping[int, str]) -> Iterator[Section]:
    heading = _tr("Against {layout}").format(layout=layout.name)
    if status.misfit is not None:
        problem = DetailLine(spoken(status.misfit.title), cure(status.misfit), "warning", Tone.WARNING)
        yield Section(heading, _tr("does not fit"), (problem,))
    elif status.plan is not None:
        yield _section(heading, _steps(status.plan.steps, titles), _tr("in step"))


def _drifted(drift: Drift, titles: Mapping[int, str]) -> Section:
    if drift.since is None:
        return Section(_tr("Drift"), _tr("bxdesk has applied nothing here yet."))
    heading = _tr("Drift since {moment}").format(moment=moment_words(drift.since))
    return _section(heading, [_drift_line(one, titles) for one in drift.changes], _tr("Nothing differs."))


def _drift_line(one: Drifted, titles: Mapping[int, str]) -> DetailLine:
    forms = {
        DriftKind.APPEARED: (_tr("“{title}” appeared at {place}"), Action.BIND),
        DriftKind.VANISHED: (_tr("“{title}” vanished from {place}"), Action.UNBIND),
        DriftKind.CHANGED: (_tr("“{title}” changed at {place}"), Action.REPLACE),
    }
    form, alike = forms[one.kind]
    place = spoken(placement_title(one.binding.placement, titles))
    said = [spoken(change_words(change)) for change in one.changes]
    more = said or details(Step(Action.BIND, None, one.binding))
    return DetailLine(form.format(title=one.binding.title, place=place), _joined(more), *ACTION_LOOKS[alike])


def _steps(steps: Iterable[Step], titles: Mapping[int, str]) -> list[DetailLine]:
    return [DetailLine(sentence(one, titles), _joined(details(one)), *ACTION_LOOKS[one.action]) for one in steps]


def _checks(found: Iterable[Verdict]) -> Iterator[DetailLine]:
    """Every answer that is not good, worst first."""
    for verdict in found:
        for check in verdict.checks:
            if check.state is not CheckState.OK:
                about = isolated(check.handler) if check.handler is not None else ""
                yield DetailLine(
                    spoken(check.title), _joined(filter(None, (cure(check.problem), about))), *CHECK_LOOKS[check.state]
                )


def _proven(proof: Proof, titles: Mapping[int, str]) -> Section:
    proven = sum(place.is_proven for place in proof.places)
    said = _tr("{n} of {all} proven.").format(n=proven, all=len(proof.places))
    lines = []
    for place in proof.places:
        words, sign, tone = proof_look(place, runs=False)
        lines.append(DetailLine(spoken(placement_title(place.placement, titles)), words, sign, tone))
    if proof.left is not None:
        lines.append(DetailLine(spoken(proof.left.title), cure(proof.left), "error", Tone.BAD))
    return Section(_tr("Proof that it shows"), said, tuple(lines))


def _widgets(bindings: Iterable[Binding], titles: Mapping[int, str]) -> Iterator[DetailLine]:
    by_handler: dict[str, list[Binding]] = {}
    for binding in bindings:
        by_handler.setdefault(binding.handler, []).append(binding)
    for handler, there in by_handler.items():
        title = next((one.title for one in there if one.title), "")
        places = counted(len(there), _tr("{title}: {n} place"), _tr("{title}: {n} places"), title=title)
        where = (spoken(placement_title(one.placement, titles)) for one in there)
        yield DetailLine(places, _joined((isolated(handler), *where)))


def _section(heading: str, lines: list[DetailLine], nothing: str = "") -> Section:
    return Section(heading, str(len(lines)) if lines else nothing, tuple(lines))


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PortalDetails", text)
