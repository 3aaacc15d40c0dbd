"""What the methods of a portal give, by shapes that tolerate everything that PHP makes of it."""

from __future__ import annotations

from pydantic_core import core_schema

from bxdesk.placements.bindings import DEFAULT_LANGUAGE, Binding, BindingKey, Texts
from bxdesk.placements.families.record import TypeSwitch
from bxdesk.placements.snapshot import AppInfo, CustomType, PortalUser
from bxdesk.portal.php import ANY, FLAG, NUMBER, TEXT, php_list, php_map
from bxdesk.support.shapes import STRING, Shape, after, optional, record, required

APP: Shape[AppInfo] = Shape(
    record(
        AppInfo,
        installed=optional(FLAG, default=False, name="INSTALLED"),
        status=optional(TEXT, "", "STATUS"),
        payment_expired=optional(FLAG, default=False, name="PAYMENT_EXPIRED"),
        code=optional(TEXT, "", "CODE"),
    )
)
"""What ``app.info`` says of the app that the tokens are for."""


def _user(id: int, admin: bool, name: str, last_name: str) -> PortalUser:  # noqa: A002 - the name on the wire
    """Without any name, the number stands for it."""
    whole = " ".join(part for part in (name.strip(), last_name.strip()) if part)
    return PortalUser(id, whole or f"#{id}", admin)


PROFILE: Shape[PortalUser] = Shape(
    record(
        _user,
        id=optional(NUMBER, 0, "ID"),
        admin=optional(FLAG, default=False, name="ADMIN"),
        name=optional(TEXT, "", "NAME"),
        last_name=optional(TEXT, "", "LAST_NAME"),
    )
)
"""What ``profile`` says of the user that the tokens are for; it needs no permission."""

_OFF = ("N", "n", "0", 0, False)
"""A switch that is off. One that is not told, or told in another way, says nothing."""


def _custom_type(entity_type_id: int, title: str, **switches: object) -> CustomType:
    return CustomType(entity_type_id, title, frozenset(key for key, told in switches.items() if told in _OFF))


def _types(types: list[CustomType]) -> list[CustomType]:
    return [custom for custom in types if custom.entity_type_id]


_TYPE = record(
    _custom_type,
    entity_type_id=optional(NUMBER, 0, "entityTypeId"),
    title=optional(TEXT, ""),
    **{switch.key: optional(ANY, None) for switch in TypeSwitch},
)
TYPES: Shape[list[CustomType]] = Shape(record(_types, types=required(php_list(_TYPE))))
"""One page of ``crm.type.list``: 50 custom types at most. Those without a number are left out."""


def _texts(title: str, description: str, group: str) -> Texts:
    return Texts(title, description, group).trimmed()


_TEXTS = record(
    _texts,
    title=optional(TEXT, "", "TITLE"),
    description=optional(TEXT, "", "DESCRIPTION"),
    group=optional(TEXT, "", "GROUP_NAME"),
)


def _binding(
    id: int,  # noqa: A002 - the name on the wire
    placement: str,
    handler: str,
    user_id: int,
    options: dict[str, str],
    title: str,
    description: str,
    languages: dict[str, Texts],
) -> Binding:
    """Without languages, its title stands for the portal's own language."""
    texts = {language.lower(): said for language, said in languages.items()}
    if not texts:
        texts = {DEFAULT_LANGUAGE: Texts(title, description).trimmed()}
    return Binding(BindingKey(placement, handler, user_id), texts, options, id)


_BINDING = record(
    _binding,
    id=optional(NUMBER, 0),  # newer portals tell it
    placement=required(TEXT),
    handler=required(TEXT),
    user_id=optional(NUMBER, 0, "userId"),
    options=optional(php_map(TEXT), {}),
    title=optional(TEXT, ""),
    description=optional(TEXT, ""),
    languages=optional(php_map(_TEXTS), {}, "langAll"),
)
BINDINGS: Shape[tuple[Binding, ...]] = Shape(after(php_list(_BINDING), tuple))
"""What ``placement.get`` tells."""

# Plain texts first: hundreds of codes from each of a hundred portals must not pass through Python one by one.
_CODE = core_schema.union_schema([STRING, TEXT], mode="left_to_right")
CODES: Shape[list[str]] = Shape(php_list(_CODE))
