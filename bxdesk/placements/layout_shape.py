"""The shape of a layout file: a pydantic model, from which the published schema is made, and where its parts stand."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StrictStr
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from bxdesk.placements.bindings import EVERYBODY

TextEntry = Annotated[StrictStr | dict[StrictStr, StrictStr], Field(description="One text, or a text by language")]
Path = tuple[str | int, ...]
"""The keys and indexes that lead to a part of the file."""


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
    """A layout file."""

    model_config = ConfigDict(extra="forbid", title="bxdesk layout")

    bxdesk: Literal[1] = Field(description="Version of this format")
    handler: StrictStr | None = Field(None, description="Address of the handler for every widget that names none")
    widgets: list[WidgetEntry]


def layout_schema() -> dict[str, Any]:
    """The JSON schema of a layout file, as published for editors."""
    schema = LayoutDocument.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def holds(node: object, part: str | int) -> bool:
    """Whether a node of the file has a part of this key or index."""
    if isinstance(node, CommentedSeq):
        return isinstance(part, int) and part < len(node)
    return isinstance(node, CommentedMap) and part in node


def line_of(tree: object, path: Path) -> int:
    """The line (from 1) of the deepest part of ``path`` that the file has."""
    line, node = 0, tree
    for part in path:
        if not holds(node, part):
            break
        line = (node.lc.key(part) if isinstance(node, CommentedMap) else node.lc.item(part))[0]  # type: ignore[attr-defined]
        node = node[part]  # type: ignore[index]
    return line + 1
