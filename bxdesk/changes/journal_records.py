"""The lines of a journal: their shapes on the disk, and the way there and back.

Bindings stand in it complete, with every text and option, so that any of them can be put back. Nothing in it is secret.
"""

from __future__ import annotations

from datetime import UTC, datetime
from string import Formatter
from typing import Annotated, Final, Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from bxdesk.accounts.connection import Connection
from bxdesk.errors import Problem, Remedy, RemedyKind
from bxdesk.messages import Message, message
from bxdesk.placements.bindings import Binding, BindingKey, Change, Texts, differences
from bxdesk.placements.history import Purpose, Recovery
from bxdesk.placements.outcome import OutcomeState, StepOutcome
from bxdesk.placements.plan import Action, Step
from bxdesk.placements.step_state import Slot

VERSION: Final = 4
"""1 knew no moves, 2 no steps that were put back, 3 no proofs; what they wrote is still read."""


Time = Annotated[AwareDatetime, Field(ge=datetime(1970, 1, 1, tzinfo=UTC), lt=datetime(9000, 1, 1, tzinfo=UTC))]
"""Far enough from the ends of the calendar to be shown in every time zone."""


class _Record(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class TextsRecord(_Record):
    """What a widget says in one language."""

    title: str
    description: str = ""
    group: str = ""


class BindingRecord(_Record):
    """One binding with all that is needed to put it back: its place, texts and options."""

    placement: str
    handler: str
    user_id: int = 0
    texts: dict[str, TextsRecord]
    options: dict[str, str] = Field(default_factory=dict)

    @staticmethod
    def of(binding: Binding) -> BindingRecord:
        """The binding as it is written."""
        texts = {
            language: TextsRecord(title=said.title, description=said.description, group=said.group)
            for language, said in binding.texts.items()
        }
        key = binding.key
        return BindingRecord(
            placement=key.placement,
            handler=key.handler,
            user_id=key.user_id,
            texts=texts,
            options=dict(binding.options),
        )

    def binding(self) -> Binding:
        """The binding as it was."""
        texts = {language: Texts(said.title, said.description, said.group) for language, said in self.texts.items()}
        return Binding(BindingKey(self.placement, self.handler, self.user_id), texts, self.options)


class StepRecord(_Record):
    """One step with the bindings before and after it, and what differs between the two."""

    action: Action
    before: BindingRecord | None = None
    after: BindingRecord | None = None
    changes: list[tuple[str, str, str]] | None = None
    """Missing in journals of version 1. It could be found out again, but a long history is read faster with it."""

    @staticmethod
    def of(step: Step) -> StepRecord:
        """The step as it is written."""
        before, after = (None if side is None else BindingRecord.of(side) for side in (step.before, step.after))
        changes = [(change.name, change.before, change.after) for change in step.changes]
        return StepRecord(action=step.action, before=before, after=after, changes=changes)

    def step(self) -> Step:
        """The step as it was. Raises ValueError when it is about no binding."""
        before, after = (None if side is None else side.binding() for side in (self.before, self.after))
        if before is None and after is None:
            raise ValueError("a step without a binding")
        if self.changes is not None:
            return Step(self.action, before, after, tuple(Change(*change) for change in self.changes))
        changes = differences(before, after) if before is not None and after is not None else ()
        return Step(self.action, before, after, changes)


class WordsRecord(_Record):
    """A text for people, kept so that it can still be translated."""

    template: str
    values: dict[str, str | WordsRecord] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _names_its_values_alone(self) -> Self:
        """A format such as ``{name:999999999}`` would take all memory, ``{name.__class__}`` shows what is no value."""
        if self.values:
            for _, name, form, conversion in Formatter().parse(self.template):
                if name is not None and (name not in self.values or form or conversion):
                    raise ValueError("its words cannot be shown")
        return self

    @staticmethod
    def of(text: Message) -> WordsRecord:
        """The text as it is written."""
        values = {
            name: WordsRecord.of(value) if isinstance(value, Message) else str(value)
            for name, value in text.values.items()
        }
        return WordsRecord(template=text.template, values=values)

    def message(self) -> Message:
        """The text as it was."""
        values = {
            name: value.message() if isinstance(value, WordsRecord) else value for name, value in self.values.items()
        }
        return message(self.template, **values)


class RemedyRecord(_Record):
    """What a person can do, for a front end to word."""

    kind: str
    values: dict[str, str] = Field(default_factory=dict)

    def remedy(self) -> Remedy | None:
        """The remedy as it was; None if it is none that this bxdesk knows."""
        try:
            return Remedy(RemedyKind(self.kind), self.values)
        except ValueError:
            return None


class ProblemRecord(_Record):
    """What was said against a step or a whole apply."""

    code: str
    title: WordsRecord
    explanation: WordsRecord
    hint: WordsRecord
    remedy: RemedyRecord | None = None
    """In place of the hint, which is empty then. Journals before it was known have a hint alone."""

    @staticmethod
    def of(problem: Problem) -> ProblemRecord:
        """The problem as it is written."""
        hint, remedy = Message(""), None
        if isinstance(problem.remedy, Message):
            hint = problem.remedy
        else:
            remedy = RemedyRecord(kind=problem.remedy.kind, values=dict(problem.remedy.values))
        title, explanation, words = map(WordsRecord.of, (problem.title, problem.explanation, hint))
        return ProblemRecord(code=problem.code, title=title, explanation=explanation, hint=words, remedy=remedy)

    def problem(self) -> Problem:
        """The problem as it was."""
        hint = self.hint.message()
        remedy = hint if self.remedy is None else self.remedy.remedy() or hint
        return Problem(self.code, self.title.message(), self.explanation.message(), remedy)


class Begin(_Record):
    """The first line: the whole plan, and the bindings it touches."""

    kind: Literal["begin"] = "begin"
    version: Literal[1, 2, 3, 4] = VERSION
    purpose: Purpose
    undoes: str | None = None
    portal: str
    member_id: str
    client_id: str
    user_id: int
    user_name: str
    time: Time
    steps: list[StepRecord]


class Sending(_Record):
    """Steps (by their placement and handler) that the next request is about."""

    kind: Literal["sending"] = "sending"
    places: list[Slot]


class Answered(_Record):
    """That request was answered, or failed; with what was said against steps."""

    kind: Literal["answered"] = "answered"
    refused: list[tuple[Slot, ProblemRecord]] = Field(default_factory=list)


class Recovering(_Record):
    """The apply was cut off and is being recovered."""

    kind: Literal["settling"] = "settling"
    how: Recovery
    time: Time


class StepEnd(_Record):
    """What came of one step."""

    state: OutcomeState
    problem: ProblemRecord | None = None

    @staticmethod
    def of(outcome: StepOutcome) -> StepEnd:
        """The outcome as it is written."""
        problem = None if outcome.problem is None else ProblemRecord.of(outcome.problem)
        return StepEnd(state=outcome.state, problem=problem)


class End(_Record):
    """The last line but one: what was read back for each step of the first line."""

    kind: Literal["end"] = "end"
    time: Time
    steps: list[StepEnd]
    problem: ProblemRecord | None = None


class Closed(_Record):
    """The very last line: nothing of this journal needs recovery."""

    kind: Literal["closed"] = "closed"


Record = Begin | Sending | Answered | Recovering | End | Closed
RECORD: TypeAdapter[Record] = TypeAdapter(Annotated[Record, Field(discriminator="kind")])

CLOSED = Closed().model_dump_json().encode() + b"\n"
"""What the file of a journal that needs no recovery ends with."""


def problem_of(record: ProblemRecord | None) -> Problem | None:
    """The problem, if one was written."""
    return None if record is None else record.problem()


def line(record: Record) -> bytes:
    """One line of the file."""
    return record.model_dump_json().encode() + b"\n"


def begin_of(
    steps: tuple[Step, ...],
    connection: Connection,
    purpose: Purpose,
    undoes: str | None,
    time: datetime,
) -> Begin:
    """The first line of a journal."""
    return Begin(
        purpose=purpose,
        undoes=undoes,
        portal=connection.portal,
        member_id=connection.member_id,
        client_id=connection.client_id,
        user_id=connection.user_id,
        user_name=connection.user_name,
        time=time,
        steps=[StepRecord.of(step) for step in steps],
    )
