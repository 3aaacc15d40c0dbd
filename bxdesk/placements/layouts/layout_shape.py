"""The shape of a layout file: a pydantic model, from which the published schema is made, and where its parts stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt, StrictStr
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from bxdesk.placements.bindings import EVERYBODY
from bxdesk.placements.characters import is_whole

TextEntry = Annotated[StrictStr | dict[StrictStr, StrictStr], Field(description="One text, or a text by language")]
Path = tuple[str | int, ...]
"""The keys and indexes that lead to a part of the file."""


def _is_whole_number(value: object) -> object:
    """Keeps ``true`` and ``1.0`` from passing as 1, which Python takes them for."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("not a whole number")  # noqa: TRY004 - pydantic turns it into a mistake of the file's
    return value


class WidgetEntry(BaseModel):
    """One entry of ``widgets``: the same widget at one or several placements."""

    model_config = ConfigDict(extra="forbid")

    placements: list[StrictStr] = Field(min_length=1, description="Placement codes; {Title} names a custom type")
    title: TextEntry
    handler: StrictStr | None = Field(None, description="Address of the handler, if not the file's")
    description: TextEntry = ""
    group: TextEntry = ""
    options: dict[StrictStr, StrictStr | StrictInt | StrictBool] = Field(default_factory=dict)
    user_id: StrictInt = Field(EVERYBODY, ge=0, description="Only for PAGE_BACKGROUND_WORKER")


class LayoutDocument(BaseModel):
    """A layout file as it is written, before its codes and addresses are looked at."""

    model_config = ConfigDict(
        extra="forbid", title="bxdesk layout", json_schema_extra={"description": "A layout file."}
    )

    bxdesk: Annotated[Literal[1], BeforeValidator(_is_whole_number)] = Field(description="Version of this format")
    handler: StrictStr | None = Field(None, description="Address of the handler for every widget that names none")
    widgets: list[WidgetEntry]


def layout_schema() -> dict[str, Any]:
    """The JSON schema of a layout file, as published for editors."""
    schema = LayoutDocument.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


@dataclass(frozen=True, slots=True)
class SoundDocument:
    """A layout file as far as it has the right shape: its handler, and its widgets by their index."""

    handler: str | None
    widgets: tuple[tuple[int, WidgetEntry], ...]


_STAND_INS: Mapping[str, Any] = {"placements": ["–"], "title": "–", "handler": "https://widgets.example.com"}
"""What breaks no rule, in place of what has not the right shape."""


def sound_document(tree: CommentedMap, spoilt: Collection[Path]) -> SoundDocument:
    """The file without the parts at the paths that are ``spoilt``; what stands in for them breaks no rule.

    What placements make of spoilt options cannot be said, so they are left out with them.
    """
    handler = _STAND_INS["handler"] if ("handler",) in spoilt else tree.get("handler")
    listed = [] if ("widgets",) in spoilt else tree.get("widgets", [])
    widgets = []
    for index, entry in enumerate(listed):
        if ("widgets", index) in spoilt:
            continue
        without = {path[2] for path in spoilt if path[:2] == ("widgets", index)}
        if without & {"placements", "options"}:
            without |= {"placements", "options", "user_id"}
        sound = {key: value for key, value in entry.items() if key not in without}
        stand_ins = {key: value for key, value in _STAND_INS.items() if key in without}
        widgets.append((index, WidgetEntry.model_validate(sound | stand_ins)))
    return SoundDocument(handler, tuple(widgets))


def unsendable_texts(tree: object) -> Iterator[Path]:
    """Where keys or texts are that cannot be sent anywhere; what the file repeats by an alias is looked at once."""
    return _unsendable_texts(tree, (), set())


def _unsendable_texts(node: object, path: Path, met: set[int]) -> Iterator[Path]:
    if isinstance(node, str):
        if not is_whole(node):
            yield path
    elif id(node) in met:  # it may even stand in itself
        return
    elif isinstance(node, Mapping):
        met.add(id(node))
        for key, value in node.items():
            yield from _unsendable_texts(key, (*path, key), met)
            yield from _unsendable_texts(value, (*path, key), met)
    elif isinstance(node, Sequence):
        met.add(id(node))
        for index, value in enumerate(node):
            yield from _unsendable_texts(value, (*path, index), met)


def part_of(tree: object, path: Path) -> object:
    """What stands at the end of a path that the file has."""
    node = tree
    for part in path:
        node = node[part] if holds(node, part) else None  # type: ignore[index]
    return node


def holds(node: object, part: str | int) -> bool:
    """Whether a node of the file has a part of this key or index."""
    if isinstance(node, CommentedSeq):
        return isinstance(part, int) and part < len(node)
    return isinstance(node, CommentedMap) and part in node


def value_place(tree: object, path: Path) -> tuple[int, int]:
    """The line and the column (from 1) where the value at ``path`` begins; 0 and 0 where nobody knows."""
    owner, key = part_of(tree, path[:-1]), path[-1]
    try:
        line, column = owner.lc.value(key) if isinstance(owner, CommentedMap) else owner.lc.item(key)  # type: ignore[attr-defined]
    except (AttributeError, KeyError, TypeError):  # merged from another map, or written by a program
        return 0, 0
    return line + 1, column + 1


def line_of(tree: object, path: Path) -> int:
    """The line (from 1) of the deepest part of ``path`` that the file has.

    What a map takes over from another one (``<<``) has no line of its own there.
    """
    line, node = 0, tree
    for part in path:
        if not holds(node, part):
            break
        line = (node.lc.data or {}).get(part, (line,))[0]  # type: ignore[attr-defined]
        node = node[part]  # type: ignore[index]
    return line + 1
