"""The objects that ``--json`` prints. Their shape is a contract with scripts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast

from bxdesk.cli.remedies import advice, worded

if TYPE_CHECKING:
    from bxdesk.accounts.connection import Connection
    from bxdesk.checks.check import Check
    from bxdesk.checks.proof import PlaceProof, Proof
    from bxdesk.checks.try_out import Choice, TryOut
    from bxdesk.cli import json_shapes as shapes
    from bxdesk.errors import BxdeskError, Problem
    from bxdesk.placements.bindings import Binding, Change, Texts
    from bxdesk.placements.drift import Drift
    from bxdesk.placements.history import HistoryEntry, Recovery
    from bxdesk.placements.outcome import Outcome, StepOutcome
    from bxdesk.placements.plan import Plan, Step
    from bxdesk.placements.snapshot import CustomType, Snapshot

_OUTCOMES: Mapping[str, Literal["done", "failed", "skipped"]] = MappingProxyType(
    {"done": "done", "failed": "failed", "skipped": "skipped", "unknown": "failed", "put_back": "skipped"}
)
"""By OutcomeState. Programs know three; of one that is not known, or was put back, the error's code says so."""


def problem_json(problem: Problem) -> shapes.ProblemJson:
    """A problem: its title and explanation in one line, and what can be done as ``hint``."""
    title = " ".join(str(part) for part in (problem.title, problem.explanation) if part)
    return {"code": problem.code, "title": title, "hint": advice(problem.remedy)}


def _problem_or_null(problem: Problem | None) -> shapes.ProblemJson | None:
    return None if problem is None else problem_json(problem)


def error_json(error: BxdeskError) -> shapes.ProblemJson:
    """An error; that of a layout with each mistake, its line, and its column where that is known."""
    from bxdesk.placements.layouts.layout_mistakes import LayoutError

    error = worded(error)
    shown = problem_json(error.problem)
    if isinstance(error, LayoutError):
        shown["mistakes"] = [{"line": one.line, "column": one.column, "title": str(one.text)} for one in error.mistakes]
    return shown


def connection_json(connection: Connection) -> shapes.ConnectionJson:
    """A saved connection; nothing in it is secret."""
    return {
        "portal": connection.portal,
        "member_id": connection.member_id,
        "client_id": connection.client_id,
        "user": {"id": connection.user_id, "name": connection.user_name},
        "group": connection.group,
    }


def binding_json(binding: Binding) -> shapes.BindingJson:
    """One row. The language ``""`` is the portal's own."""
    return {
        "placement": binding.placement,
        "handler": binding.handler,
        "user_id": binding.key.user_id,
        "titles": _by_language(binding.texts, "title"),
        "descriptions": _by_language(binding.texts, "description"),
        "groups": _by_language(binding.texts, "group"),
        "options": dict(binding.options),
    }


def snapshot_json(snapshot: Snapshot) -> shapes.StatusJson:
    """What ``status`` prints; null stands for what could not be read, a list holds all there is."""
    from bxdesk.placements.cautions import standing_cautions

    return {
        "portal": snapshot.portal,
        "member_id": snapshot.member_id,
        "app": {
            "installed": snapshot.app.installed,
            "status": snapshot.app.status,
            "scopes": sorted(snapshot.scopes),
        },
        "user": {"id": snapshot.user.id, "name": snapshot.user.name, "admin": snapshot.user.admin},
        "placements": sorted(snapshot.placements),
        "types": None if snapshot.types_unread else list(map(_type_json, snapshot.types)),
        "bindings": None if snapshot.bindings_unread else list(map(binding_json, snapshot.bindings)),
        "problems": [problem_json(problem) for problem in (*snapshot.problems, *standing_cautions(snapshot))],
    }


def _type_json(custom: CustomType) -> shapes.TypeJson:
    return {"entity_type_id": custom.entity_type_id, "title": custom.title}


def plan_json(portal: str, plan: Plan | None, error: shapes.ProblemJson | None = None) -> shapes.PortalPlanJson:
    """One portal's part of what ``plan`` prints."""
    return {
        "portal": portal,
        "steps": [] if plan is None else [_step_json(step) for step in plan.steps],
        "unmanaged": [] if plan is None else _unmanaged(plan),
        "error": error,
    }


def outcome_json(portal: str, outcome: Outcome, plan: Plan | None = None) -> shapes.PortalOutcomeJson:
    """One portal's part of what ``apply`` prints. ``plan`` is what was carried out, with what it leaves alone."""
    return {
        "portal": portal,
        "steps": [_step_outcome_json(done) for done in outcome.steps],
        "unmanaged": [] if plan is None else _unmanaged(plan),
        "verified": outcome.is_complete,
        "error": _problem_or_null(outcome.problem),
    }


def drift_json(portal: str, drift: Drift | None, error: shapes.ProblemJson | None) -> shapes.PortalDriftJson:
    """One portal's part of what ``drift`` prints."""
    return {
        "portal": portal,
        "since": None if drift is None or drift.since is None else time_json(drift.since),
        "changes": [
            {
                "kind": one.kind,
                "placement": one.binding.placement,
                "handler": one.binding.handler,
                "changes": _changes_json(one.changes),
            }
            for one in (() if drift is None else drift.changes)
        ],
        "error": error,
    }


def history_json(portal: str, entries: Iterable[HistoryEntry], problems: Iterable[Problem]) -> shapes.HistoryJson:
    """What ``history`` prints: the entries, and the journals that cannot be read."""
    return {
        "portal": portal,
        "entries": [_entry_json(entry) for entry in entries],
        "problems": [problem_json(problem) for problem in problems],
    }


def _entry_json(entry: HistoryEntry) -> shapes.EntryJson:
    return {
        "id": entry.id,
        "time": time_json(entry.time),
        "user": {"id": entry.user_id, "name": entry.user_name},
        "purpose": entry.purpose,
        "undoes": entry.undoes,
        "ended": entry.ended,
        "settled": entry.recovered,
        "taken_back": entry.taken_back,
        "steps": [_step_outcome_json(done) for done in entry.steps],
        "error": _problem_or_null(entry.problem),
    }


def time_json(time: datetime) -> str:
    """A time in UTC, as ISO 8601 writes it, to the second."""
    return time.astimezone(UTC).isoformat(timespec="seconds")


def checks_json(portal: str, checks: Iterable[Check], error: shapes.ProblemJson | None) -> shapes.PortalChecksJson:
    """One portal's part of what ``check`` prints."""
    return {"portal": portal, "checks": list(map(_check_json, checks)), "error": error}


def _check_json(check: Check) -> shapes.CheckJson:
    return {
        "code": check.code,
        "state": check.state,
        "handler": check.handler,
        "placement": check.placement,
        "title": str(check.title),
        "explanation": str(check.explanation),
        "hint": advice(check.remedy),
        "facts": dict(check.facts),
    }


def try_out_json(portal: str, choice: Choice, shown: TryOut) -> shapes.TryOutJson:
    """What ``try`` prints, once there is something to look at."""
    return {
        "portal": portal,
        "placement": choice.placement,
        "handler": choice.handler,
        "address": shown.address,
        "checks": list(map(_check_json, shown.checks)),
    }


def proof_json(portal: str, proof: Proof) -> shapes.ProofJson:
    """What ``prove`` prints, with tokens masked in the calls that came."""
    return {
        "portal": portal,
        "placements": list(map(_place_proof_json, proof.places)),
        "removed": proof.left is None,
        "error": _problem_or_null(proof.left or proof.ended),
    }


def _place_proof_json(place: PlaceProof) -> shapes.PlaceProofJson:
    arrival = place.arrival
    return {
        "placement": place.placement,
        "opened": arrival is not None,
        "call": {} if arrival is None else arrival.sent,
        "differences": [] if arrival is None else [str(difference) for difference in arrival.differences],
        "error": _problem_or_null(place.problem),
    }


def recovered_json(how: Recovery, outcome: Outcome) -> shapes.RecoveredJson:
    """How an apply that was cut off was recovered before this one."""
    shown = outcome_json("", outcome)
    return {"how": how, "steps": shown["steps"], "verified": shown["verified"], "error": shown["error"]}


def _step_outcome_json(done: StepOutcome) -> shapes.StepOutcomeJson:
    return {**_step_json(done.step), "outcome": _OUTCOMES[done.state], "error": _problem_or_null(done.problem)}


def _step_json(step: Step) -> shapes.StepJson:
    return {
        "action": step.action,
        "placement": step.key.placement,
        "handler": step.key.handler,
        "changes": _changes_json(step.changes),
    }


def _changes_json(changes: Iterable[Change]) -> shapes.ChangesJson:
    return {change.name: {"before": change.before, "after": change.after} for change in changes}


def _unmanaged(plan: Plan) -> list[shapes.UnmanagedJson]:
    found: list[shapes.UnmanagedJson] = []
    for binding in plan.unmanaged:
        shown = cast("shapes.UnmanagedJson", binding_json(binding))
        if binding.key in plan.notes:
            shown["problem"] = problem_json(plan.notes[binding.key])
        found.append(shown)
    return found


def _by_language(texts: Mapping[str, Texts], name: str) -> dict[str, str]:
    return {language: getattr(text, name) for language, text in texts.items()}
