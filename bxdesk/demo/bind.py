"""`placement.bind`, `placement.unbind`, `placement.get`, `placement.list`."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from . import php
from .contents import DEFAULT_LANGUAGE, Row, Texts
from .errors import PortalError, empty_argument
from .placements import PERMISSIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .apps import Caller
    from .contents import Texts
    from .php import PhpArray, PhpValue
    from .placements import Placement
    from .state import PortalState


_TEXTS = ("TITLE", "DESCRIPTION", "GROUP_NAME")
_LONGEST = 255


def bind(state: PortalState, caller: Caller, params: PhpArray) -> bool:
    """Binds a widget, or says why not; True when the row stands with all its texts."""
    state.require_admin()
    params = php.upper_keys(params)
    code = _placement_code(params)
    handler = php.string(params.get("HANDLER"))
    if not handler:
        raise empty_argument("HANDLER")
    _check_handler(handler, state.settings.own_host_only)
    placement = state.placement(code)
    if placement is None or placement.private or placement.permission not in {"", *caller.permissions}:
        raise PortalError("ERROR_PLACEMENT_NOT_FOUND", "Placement not found")
    row = Row(0, caller.app.id, code, handler, options=_options(placement, params.get("OPTIONS")))
    row.user_id = max(0, php.integer(params.get("USER_ID")))
    if row.user_id and not placement.user_mode:
        raise PortalError("ERROR_PLACEMENT_USER_MODE", "User mode is not available.")
    texts = as_stored(_texts(params), state.settings.stores)
    own_name: dict[str, str | None] = {"TITLE": caller.app.name}
    first = texts.get(DEFAULT_LANGUAGE) or next(iter(texts.values()), own_name)
    row.title, row.description = first.get("TITLE") or "", first.get("DESCRIPTION")
    own = [there for there in state.rows if there.app_id == row.app_id and there.placement == code]
    _check_count(own, placement, row.user_id, state.settings.max_counts.get(code) or placement.max_count)
    if placement.check and (error := placement.check(row.options)):
        raise error
    _insert(state, own, row, first)
    _insert_texts(row, texts or {DEFAULT_LANGUAGE: own_name})
    return True


def unbind(state: PortalState, caller: Caller, params: PhpArray) -> dict[str, int]:
    """Removes this app's rows of a placement; without a handler, all of them. The count is 2 per row."""
    state.require_admin()
    params = php.upper_keys(params)
    code = _placement_code(params)
    handler = php.string(params.get("HANDLER"))

    def goes(row: Row) -> bool:
        return (
            row.app_id == caller.app.id
            and row.placement == code
            and (not handler or row.handler == handler)
            and ("USER_ID" not in params or row.user_id == php.integer(params["USER_ID"]))
        )

    kept = [row for row in state.rows if not goes(row)]
    removed = len(state.rows) - len(kept)
    state.rows = kept
    return {"count": 2 * removed}


def get(state: PortalState, caller: Caller, _params: PhpArray) -> list[dict[str, Any]]:
    """This app's rows, by id. Rows whose placement the portal no longer has are not shown."""
    state.require_admin()
    rows = sorted((row for row in state.rows if row.app_id == caller.app.id), key=lambda row: row.id)
    return [shown(row, old=state.settings.old_server) for row in rows if state.placement(row.placement)]


def shown(row: Row, *, old: bool = False) -> dict[str, Any]:
    """A row as `placement.get` words it."""
    number: dict[str, Any] = {} if old else {"id": row.id}
    return number | {
        "placement": row.placement,
        "userId": str(row.user_id) if old else row.user_id,
        "handler": row.handler,
        "options": dict(row.options),
        "title": row.title,
        "description": row.description,
        "langAll": {language: dict(text) for language, text in row.texts.items()},
    }


def list_codes(state: PortalState, caller: Caller, params: PhpArray) -> list[str]:
    """The codes the app may bind; `SCOPE` narrows them, `FULL` (any value PHP takes for true) widens them."""
    params = php.upper_keys(params)
    scope = params.get("SCOPE")
    if scope is not None:
        return state.listed_codes([php.string(scope)])
    if php.truthy(params.get("FULL")):
        return state.listed_codes(["", *PERMISSIONS])
    return state.listed_codes(["", *caller.permissions])


def _placement_code(params: PhpArray) -> str:
    value = params.get("PLACEMENT")
    if value is not None and not isinstance(value, str):
        raise PortalError(
            "ERROR_ARGUMENT", "The value of an argument 'PLACEMENT' must be of type string", argument="PLACEMENT"
        )
    if not value or value.upper() == "DEFAULT":
        raise empty_argument("PLACEMENT")
    return value.upper()


def _check_handler(handler: str, own_host: str) -> None:
    scheme, host = php.parse_url(handler)
    if host is None or host.find(".") < 1:
        raise PortalError("ERROR_WRONG_HANDLER_URL", "Wrong handler URL")
    if scheme not in {"http", "https"}:
        raise PortalError("ERROR_UNSUPPORTED_PROTOCOL", "Unsupported handler protocol")
    if own_host and host != own_host:
        raise PortalError("ERROR_HANDLER_URL_MATCH", "Handler URL host doesn't match application url")


def _options(placement: Placement, given: PhpValue) -> dict[str, str]:
    """What is stored: exactly the declared keys, every value cast to a string."""
    values = given if isinstance(given, dict) else {}
    return {name: php.string(values.get(name)) for name in placement.options}


def _texts(params: PhpArray) -> Texts:
    """The texts by language, trimmed; empty when none was given at all."""
    languages = params.get("LANG_ALL")
    if not php.truthy(languages):
        given = {name: php.trim(params[name]) for name in _TEXTS if php.truthy(params.get(name))}
        return {DEFAULT_LANGUAGE: dict(given)} if given else {}
    texts: Texts = {}
    for language, item in languages.items() if isinstance(languages, dict) else ():
        fields = item if isinstance(item, dict) else {}
        texts[str(language)] = {name: php.trim(fields.get(name)) for name in _TEXTS}
    return texts


def _check_count(there: list[Row], placement: Placement, user_id: int, most: int) -> None:
    if placement.user_mode:
        there = [row for row in there if row.user_id in {0, user_id}]
    if most and len(there) >= most:
        raise PortalError("ERROR_PLACEMENT_MAX_COUNT", f"Placement max count: {most}")


def _insert(state: PortalState, own: list[Row], row: Row, shown_text: dict[str, str | None]) -> None:
    """Stores the row, without its texts. The address is compared to the letter."""
    problem = ""
    if any(there.handler == row.handler for there in own):
        problem = "Handler already binded"
    elif len(row.handler) > _LONGEST:
        problem = _too_long("PLACEMENT_HANDLER")
    else:
        problem = next((_too_long(name) for name in _TEXTS if len(shown_text.get(name) or "") > _LONGEST), "")
    if problem:
        raise PortalError("ERROR_CORE", f"Unable to set placement handler: {problem}")
    row.id = state.next_row_id()
    state.rows.append(row)


def _insert_texts(row: Row, texts: Texts) -> None:
    """Stores the texts one language after the other; at a bad one the portal stops, and the row stays."""
    for language, text in texts.items():
        problems = []
        if len(language) != 2:
            problems.append('The length of field "LANGUAGE_ID" must be 2')
        if not text.get("TITLE"):
            problems.append('Required field "TITLE" is empty')
        problems += [_too_long(name) for name in _TEXTS if len(text.get(name) or "") > _LONGEST]
        if problems:
            raise PortalError("ERROR_CORE", f"Unable to set placements language: {', '.join(problems)}")
        row.texts[language] = {name: text.get(name) for name in _TEXTS}


def _too_long(name: str) -> str:
    return f'The value of field "{name}" is too long, at most {_LONGEST} characters are allowed'


def _short_characters(text: str) -> str:
    return "".join(character for character in text if ord(character) <= 0xFFFF)


def _until_a_long_one(text: str) -> str:
    return text[: next((index for index, character in enumerate(text) if ord(character) > 0xFFFF), len(text))]


_CHANGES: Mapping[str, Callable[[str], str]] = {
    "short characters": _short_characters,
    "until a long character": _until_a_long_one,
    "entities": html.escape,
    "capitals": str.upper,
}


def as_stored(texts: Texts, way: str) -> Texts:
    """The texts as they are stored in one of the ways above, in ``titles`` alone, or ("") as they are."""
    if way == "titles":
        return {language: {"TITLE": text.get("TITLE")} for language, text in texts.items()}
    change = _CHANGES[way] if way else str
    return {
        language: {name: change(value) if value else value for name, value in text.items()}
        for language, text in texts.items()
    }
