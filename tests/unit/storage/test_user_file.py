"""What files that belong to a person are called."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bxdesk.storage.user_file import layout_file_names

_PORTALS = st.lists(st.text(), max_size=8).map(lambda names: {str(number): name for number, name in enumerate(names)})


@given(_PORTALS)
def test_every_portal_gets_a_file_that_every_system_takes(portals: dict[str, str]) -> None:
    names = layout_file_names(portals)
    assert names.keys() == portals.keys()
    assert len({name.casefold() for name in names.values()}) == len(portals)
    for name in names.values():
        assert not set(name) & set('/\\:*?"<>|\0')
        assert not name.startswith(".")


def test_files_are_called_as_the_portals() -> None:
    portals = {"a": "acme.bitrix24.com", "b": "local.1@acme.bitrix24.com", "c": "127.0.0.1:5000", "d": "127.0.0.1_5000"}
    assert layout_file_names(portals) == {
        "a": "acme.bitrix24.com.yaml",
        "b": "local.1@acme.bitrix24.com.yaml",
        "c": "127.0.0.1_5000.yaml",
        "d": "127.0.0.1_5000-2.yaml",
    }
