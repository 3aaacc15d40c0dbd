"""What JSON has to look like, and what is made of it: pydantic's core, without the models that are built on top of it.

Models would be as good. But importing what builds them takes longer than importing all else that reads a portal, and
keeps six megabytes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from pydantic_core import SchemaValidator, core_schema
from pydantic_core.core_schema import CoreSchema

T_co = TypeVar("T_co", covariant=True)


class Shape(Generic[T_co]):
    """A schema of which values become a T_co."""

    def __init__(self, schema: CoreSchema) -> None:
        self._validator = SchemaValidator(schema)

    def validate(self, value: object) -> T_co:
        """What is made of the value. Raises pydantic_core's ValidationError when it has another shape."""
        made: T_co = self._validator.validate_python(value)
        return made

    def validate_json(self, text: bytes) -> T_co:
        """The same of a value in JSON, which may have dates."""
        made: T_co = self._validator.validate_json(text)
        return made


STRING = core_schema.str_schema()
INTEGER = core_schema.int_schema()


def record(make: Callable[..., object], /, **fields: core_schema.TypedDictField) -> CoreSchema:
    """An object, of which ``make`` is given these fields by their names; what else it holds is ignored.

    What ``make`` refuses by a ValueError has another shape.
    """
    return referable(None, make, **fields)


def referable(ref: str | None, make: Callable[..., object], /, **fields: core_schema.TypedDictField) -> CoreSchema:
    """The same with a name to refer to it by."""
    return core_schema.no_info_after_validator_function(
        lambda found: make(**found), core_schema.typed_dict_schema(dict(fields)), ref=ref
    )


def required(schema: CoreSchema, name: str | None = None) -> core_schema.TypedDictField:
    """A field of a record that has to be there. ``name`` is its name on the wire, where that is another."""
    return core_schema.typed_dict_field(schema, validation_alias=name)


def optional(schema: CoreSchema, default: Any, name: str | None = None) -> core_schema.TypedDictField:  # noqa: ANN401
    """One that may be missing: it is the default then."""
    return required(core_schema.with_default_schema(schema, default=default), name)


def many(schema: CoreSchema) -> CoreSchema:
    """A list. It is given up at its first wrong entry: all that is wrong with half a million would fill the memory."""
    return core_schema.list_schema(schema, fail_fast=True)


def by_name(schema: CoreSchema) -> CoreSchema:
    """A map from texts."""
    return core_schema.dict_schema(STRING, schema)


def maybe(schema: CoreSchema) -> CoreSchema:
    """This, or null."""
    return core_schema.nullable_schema(schema)


def before(make: Callable[[Any], Any], schema: CoreSchema) -> CoreSchema:
    """What ``make`` makes of a value before it is looked at."""
    return core_schema.no_info_before_validator_function(make, schema)


def after(schema: CoreSchema, make: Callable[[Any], Any]) -> CoreSchema:
    """What ``make`` makes of a value that was looked at, unless it raises a ValueError."""
    return core_schema.no_info_after_validator_function(make, schema)
