"""The shapes of the objects that ``--json`` prints: a contract with scripts, published in ``resources/schemas``.

Only the type checker, the schemas and tests read this module; no command does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NotRequired

from pydantic import TypeAdapter
from typing_extensions import TypedDict

from bxdesk.checks.check import CheckCode, CheckState, Fact
from bxdesk.placements.drift import DriftKind
from bxdesk.placements.history import Purpose, Recovery
from bxdesk.placements.plan import Action


class MistakeJson(TypedDict):
    """One mistake of a layout file, with the line and column it stands at, where they are known."""

    line: int | None
    column: int | None
    title: str


class ProblemJson(TypedDict):
    """Something to know: a code for programs, what and why, and what can be done (may be empty).

    ``mistakes`` is there only for a layout that cannot be used.
    """

    code: str
    title: str
    hint: str
    mistakes: NotRequired[list[MistakeJson]]


class FailureJson(TypedDict):
    """What a command prints that ended before it could print anything else."""

    error: ProblemJson


class UserJson(TypedDict):
    """A person on the portal."""

    id: int
    name: str


class AdminJson(UserJson):
    """Who is signed in."""

    admin: bool


class ConnectionJson(TypedDict):
    """A connected portal. ``group`` is empty for one in none."""

    portal: str
    member_id: str
    client_id: str
    user: UserJson
    group: str


class NamedConnectionJson(ConnectionJson):
    """A connected portal, with the name by which commands know it."""

    name: str


class PortalsJson(TypedDict):
    """Connected portals, oldest first."""

    portals: list[NamedConnectionJson]


class ImportedJson(ConnectionJson):
    """A connection that was exported elsewhere; it was not taken over where there is an error."""

    error: ProblemJson | None


class ImportJson(TypedDict):
    """Connections that were exported elsewhere."""

    portals: list[ImportedJson]


class VaultKeyJson(TypedDict):
    """A new key for a vault."""

    key: str


class VaultJson(TypedDict):
    """A vault. ``key`` tells which key it needs; what is sealed can be read with that key alone."""

    bxdesk_vault: Literal[1]
    key: str
    sealed: str


class DisconnectedJson(ConnectionJson):
    """A portal that is no longer connected."""

    disconnected: Literal[True]


class BindingJson(TypedDict):
    """A binding. Texts go by language; the language ``""`` is the portal's own. The user 0 is everybody."""

    placement: str
    handler: str
    user_id: int
    titles: dict[str, str]
    descriptions: dict[str, str]
    groups: dict[str, str]
    options: dict[str, str]


class UnmanagedJson(BindingJson):
    """A binding that is left alone; the problem is there only where there is something to know of it."""

    problem: NotRequired[ProblemJson]


class AppJson(TypedDict):
    """The app; its status is the portal's letter: F free, D demo, T trial, P paid, L local, S subscription."""

    installed: bool
    status: str
    scopes: list[str]


class TypeJson(TypedDict):
    """A custom type (smart process), with its title as the portal spells it."""

    entity_type_id: int
    title: str


class StatusJson(TypedDict):
    """What is there; null stands for what could not be read."""

    portal: str
    member_id: str
    app: AppJson
    user: AdminJson
    placements: list[str]
    types: list[TypeJson] | None
    bindings: list[BindingJson] | None
    problems: list[ProblemJson]


class ChangeJson(TypedDict):
    """What differs in one text or option."""

    before: str
    after: str


ChangesJson = dict[str, ChangeJson]
"""By what differs, as in ``title.en`` or ``options.useBuiltInInterface``."""


class StepJson(TypedDict):
    """One change on the portal."""

    action: Action
    placement: str
    handler: str
    changes: ChangesJson


class StepOutcomeJson(StepJson):
    """One change and what came of it."""

    outcome: Literal["done", "failed", "skipped"]
    error: ProblemJson | None


class PortalPlanJson(TypedDict):
    """What is to be changed on one portal, and what the layout does not name there."""

    portal: str
    steps: list[StepJson]
    unmanaged: list[UnmanagedJson]
    error: ProblemJson | None


class PlanJson(TypedDict):
    """A plan for each portal."""

    portals: list[PortalPlanJson]


class RecoveredJson(TypedDict):
    """How an apply that was cut off was recovered first."""

    how: Recovery
    steps: list[StepOutcomeJson]
    verified: bool
    error: ProblemJson | None


class PortalOutcomeJson(TypedDict):
    """What came of one portal. ``verified``: everything was done and read back.

    ``undoes`` is the history entry that an undo took back; ``settled`` is there where something was recovered first.
    """

    portal: str
    steps: list[StepOutcomeJson]
    unmanaged: list[UnmanagedJson]
    verified: bool
    error: ProblemJson | None
    undoes: NotRequired[str]
    settled: NotRequired[RecoveredJson]


class OutcomeJson(TypedDict):
    """What came of each portal."""

    portals: list[PortalOutcomeJson]


class DriftedJson(TypedDict):
    """One binding that appeared, vanished or changed: against a layout, is not in it, is missing, or differs."""

    kind: DriftKind
    placement: str
    handler: str
    changes: ChangesJson


class PortalDriftJson(TypedDict):
    """What differs on one portal. ``since`` is a time in UTC; null where nothing was applied, or against a layout."""

    portal: str
    since: str | None
    changes: list[DriftedJson]
    error: ProblemJson | None


class DriftJson(TypedDict):
    """What differs on each portal."""

    portals: list[PortalDriftJson]


class CheckJson(TypedDict):
    """One question about why a widget would not show. Of which handler and place, where it is about one."""

    code: CheckCode
    state: CheckState
    handler: str | None
    placement: str | None
    title: str
    explanation: str
    hint: str
    facts: Mapping[str, Fact]


class PortalChecksJson(TypedDict):
    """The checks of one portal, the good ones too."""

    portal: str
    checks: list[CheckJson]
    error: ProblemJson | None


class ChecksJson(TypedDict):
    """The checks of each portal."""

    portals: list[PortalChecksJson]


class TryOutJson(TypedDict):
    """A try-out that can be looked at: where, and what the checks say of the page."""

    portal: str
    placement: str
    handler: str
    address: str
    checks: list[CheckJson]


class PlaceProofJson(TypedDict):
    """Whether the widget of bxdesk's own was opened at one place. In the call nothing is secret.

    ``differences`` say what the portal did otherwise than documented, ``error`` why nothing was bound there.
    """

    placement: str
    opened: bool
    call: dict[str, str]
    differences: list[str]
    error: ProblemJson | None


class ProofJson(TypedDict):
    """What a proof has shown; ``removed`` says that nothing of it is left on the portal."""

    portal: str
    placements: list[PlaceProofJson]
    removed: bool
    error: ProblemJson | None


class EntryJson(TypedDict):
    """One plan that was carried out. ``undoes`` is the entry that it took back."""

    id: str
    time: str
    user: UserJson
    purpose: Purpose
    undoes: str | None
    ended: bool
    settled: Recovery | None
    taken_back: bool
    steps: list[StepOutcomeJson]
    error: ProblemJson | None


class HistoryJson(TypedDict):
    """What was applied to a portal, newest first, and what is wrong with journals that cannot be read."""

    portal: str
    entries: list[EntryJson]
    problems: list[ProblemJson]


class CompletionJson(TypedDict):
    """A shell's completion script."""

    shell: str
    script: str


class DemoPortalJson(TypedDict):
    """The embedded portal's address and the keys of its app."""

    portal: str
    authorization_server: str
    client_id: str
    client_secret: str


OUTPUTS: Mapping[str, TypeAdapter[Any]] = {
    "connect": TypeAdapter(ConnectionJson),
    "portals": TypeAdapter(PortalsJson),
    "group": TypeAdapter(PortalsJson),
    "disconnect": TypeAdapter(DisconnectedJson),
    "status": TypeAdapter(StatusJson),
    "plan": TypeAdapter(PlanJson),
    "apply": TypeAdapter(OutcomeJson),
    "undo": TypeAdapter(OutcomeJson),
    "history": TypeAdapter(HistoryJson),
    "check": TypeAdapter(ChecksJson),
    "try": TypeAdapter(TryOutJson),
    "prove": TypeAdapter(ProofJson),
    "drift": TypeAdapter(DriftJson),
    "vault-key": TypeAdapter(VaultKeyJson),
    "export-connection": TypeAdapter(VaultJson),
    "import-connection": TypeAdapter(ImportJson),
    "completion": TypeAdapter(CompletionJson),
    "demo-portal": TypeAdapter(DemoPortalJson),
}
"""By command; ``export`` prints a layout, whose schema is ``resources/layout.schema.json``."""
FAILURE = TypeAdapter(FailureJson)


def published() -> dict[str, dict[str, Any]]:
    """The schema of each command's object, by the command's name."""
    schemas = {name: output.json_schema(mode="serialization") for name, output in OUTPUTS.items()}
    schemas["error"] = FAILURE.json_schema(mode="serialization")
    return {
        name: {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema} for name, schema in schemas.items()
    }
