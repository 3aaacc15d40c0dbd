"""What a journal's lines have to look like on the disk, and what is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from types import MappingProxyType
from typing import Any

from pydantic_core import core_schema
from pydantic_core.core_schema import CoreSchema

from bxdesk.changes.journal_records import (
    VERSION,
    Answered,
    Begin,
    Closed,
    End,
    Record,
    Recovering,
    Sending,
    StepEnd,
)
from bxdesk.errors import Problem, Remedy, RemedyKind
from bxdesk.messages import Message
from bxdesk.placements.bindings import Binding, Change, differences
from bxdesk.placements.history import Purpose, Recovery
from bxdesk.placements.kept_shapes import BINDING, TIME
from bxdesk.placements.outcome import OutcomeState
from bxdesk.placements.plan import Action, Step
from bxdesk.support.shapes import (
    INTEGER,
    STRING,
    Shape,
    after,
    by_name,
    many,
    maybe,
    optional,
    record,
    referable,
    required,
)


def _step(
    action: Action, before: Binding | None, after: Binding | None, changes: list[tuple[str, str, str]] | None
) -> Step:
    """``changes`` are missing in journals of version 1."""
    if before is None and after is None:
        raise ValueError("a step without a binding")
    if changes is not None:
        return Step(action, before, after, tuple(Change(*change) for change in changes))
    found = differences(before, after) if before is not None and after is not None else ()
    return Step(action, before, after, found)


_STEP = record(
    _step,
    action=required(after(STRING, Action)),
    before=optional(maybe(BINDING), None),
    after=optional(maybe(BINDING), None),
    changes=optional(maybe(many(core_schema.tuple_schema([STRING, STRING, STRING]))), None),
)


def _words(template: str, values: Mapping[str, str | Message]) -> Message:
    """A format such as ``{name:999999999}`` would take all memory, ``{name.__class__}`` shows what is no value."""
    if values:
        for _, name, form, conversion in Formatter().parse(template):
            if name is not None and (name not in values or form or conversion):
                raise ValueError("its words cannot be shown")
    return Message(template, MappingProxyType(values))


_WORDS = core_schema.definition_reference_schema("words")


def _with_words(schema: CoreSchema) -> CoreSchema:
    """Words may have words among their values."""
    values = by_name(core_schema.union_schema([STRING, _WORDS]))
    words = referable("words", _words, template=required(STRING), values=optional(values, {}))
    return core_schema.definitions_schema(schema, [words])


def _remedy(kind: str, values: Mapping[str, str]) -> Remedy | None:
    """None if it is none that this bxdesk knows."""
    try:
        return Remedy(RemedyKind(kind), values)
    except ValueError:
        return None


def _problem(code: str, title: Message, explanation: Message, hint: Message, remedy: Remedy | None) -> Problem:
    """``remedy`` stands in place of the hint, which is empty then. Journals before it was known have a hint alone."""
    return Problem(code, title, explanation, remedy or hint)


_PROBLEM = record(
    _problem,
    code=required(STRING),
    title=required(_WORDS),
    explanation=required(_WORDS),
    hint=required(_WORDS),
    remedy=optional(maybe(record(_remedy, kind=required(STRING), values=optional(by_name(STRING), {}))), None),
)


def _begin(version: int, steps: list[Step], **fields: Any) -> Begin:  # noqa: ANN401
    del version
    return Begin(steps=tuple(steps), **fields)


_SLOT = core_schema.tuple_schema([STRING, STRING])
_BY_KIND = {
    "begin": record(
        _begin,
        version=optional(core_schema.literal_schema([1, 2, 3, VERSION]), VERSION),
        purpose=required(after(STRING, Purpose)),
        undoes=optional(maybe(STRING), None),
        portal=required(core_schema.str_schema(min_length=1)),
        member_id=required(STRING),
        client_id=required(STRING),
        user_id=required(INTEGER),
        user_name=required(STRING),
        time=required(TIME),
        steps=required(many(_STEP)),
    ),
    "sending": record(Sending, places=required(after(many(_SLOT), tuple))),
    "answered": record(Answered, refused=optional(after(many(core_schema.tuple_schema([_SLOT, _PROBLEM])), tuple), ())),
    "settling": record(Recovering, how=required(after(STRING, Recovery)), time=required(TIME)),
    "end": record(
        End,
        time=required(TIME),
        steps=required(
            after(
                many(
                    record(
                        StepEnd,
                        state=required(after(STRING, OutcomeState)),
                        problem=optional(maybe(_PROBLEM), None),
                    )
                ),
                tuple,
            )
        ),
        problem=optional(maybe(_PROBLEM), None),
    ),
    "closed": record(Closed),
}
RECORD: Shape[Record] = Shape(_with_words(core_schema.tagged_union_schema(_BY_KIND, discriminator="kind")))
