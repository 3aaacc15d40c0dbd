"""A portal's bindings as a layout file, and back."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from bxdesk.placements.bindings import Binding, Texts
from bxdesk.placements.layouts.layout import resolve
from bxdesk.placements.layouts.layout_export import export_layout
from bxdesk.placements.layouts.layout_file import parse_layout
from bxdesk.placements.plan import make_plan
from bxdesk.placements.snapshot import CustomType, Snapshot
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, PURCHASE, TILE, as_the_portal_stores, binding, bindings
from tests.builders import snapshot as portal


def plan_again(here: Snapshot, text: str) -> object:
    return make_plan(here, resolve(parse_layout(text), here), None).steps


@settings(max_examples=40)
@given(st.lists(bindings().map(as_the_portal_stores), max_size=8, unique_by=lambda one: one.key))
def test_a_plan_from_an_export_is_empty(held: list[Binding]) -> None:
    here = portal(*held)
    found = export_layout(here)
    assert found.left_out == ()
    assert plan_again(here, found.text) == ()
    assert plan_again(here, json.dumps(found.document)) == ()


def test_widgets_that_differ_in_their_place_alone_share_an_entry() -> None:
    texts = {"en": Texts("Send", "d"), "de": Texts("Senden")}
    here = portal(
        binding(DEAL, texts=texts, options={"useBuiltInInterface": "Y", "newUserNotificationTitle": ""}),
        binding(PURCHASE, texts=texts, options={"useBuiltInInterface": "Y"}),
        binding(TILE, OTHER_HANDLER, language="en", title="My channel"),
    )
    assert (
        export_layout(here).text
        == f"""\
# The widgets of https://acme.bitrix24.com
bxdesk: 1
handler: {HANDLER}
widgets:
  - placements:
      - {DEAL}
      - CRM_DYNAMIC_{{Purchase}}_DETAIL_ACTIVITY
    title:
      en: Send
      de: Senden
    description:
      en: d
    options:
      useBuiltInInterface: Y
  - placements:
      - {TILE}
    handler: {OTHER_HANDLER}
    title:
      en: My channel
"""
    )


def test_a_type_whose_title_is_not_its_own_is_written_by_its_number() -> None:
    for types in (
        (CustomType(183, "Purchase"), CustomType(190, " Purchase ")),
        (CustomType(183, " "),),
    ):
        found = export_layout(portal(binding(PURCHASE), types=types))
        assert f"- {PURCHASE}\n" in found.text


def test_a_title_with_braces_is_still_found_again() -> None:
    here = portal(binding(PURCHASE), types=(CustomType(183, "A}_B{ #x: 'y'"),))
    found = export_layout(here)
    assert "{A}_B{ #x: 'y'}" in json.dumps(found.document)
    assert plan_again(here, found.text) == ()


def test_what_no_layout_can_name_is_left_out_and_said() -> None:
    broken = binding(LEAD, texts={"en": Texts("Fine"), "de": Texts("")})
    gone = binding("CRM_ORDER_DETAIL_ACTIVITY", title="Not offered")
    here = portal(binding(), broken, gone)
    found = export_layout(here)
    assert [one.binding for one in found.left_out] == [broken, gone]
    assert found.text.count("# Left out: ") == 2
    read = resolve(parse_layout(found.text), here)
    assert [one.key for one in read] == [binding().key]
    assert make_plan(here, read, ()).steps == ()


def test_a_portal_without_widgets_gives_a_layout_without_any() -> None:
    here = portal()
    assert plan_again(here, export_layout(here).text) == ()


ODD = st.builds(
    binding,
    st.sampled_from((DEAL, LEAD, "IM_SIDEBAR", "CRM_ORDER_DETAIL_TAB", "USERFIELD_TYPE")),
    st.sampled_from((HANDLER, "/x/handler.php", "https://intranet/x", f"https://a.b/{'x' * 300}", "")),
    texts=st.dictionaries(
        st.sampled_from(("en", "de", "EN", "x")),
        st.builds(Texts, st.sampled_from(("T", "", "0", "x" * 256, "\ud83d")), st.sampled_from(("", "d", "x" * 256))),
        min_size=1,
        max_size=2,
    ),
    options=st.sampled_from(({}, {"iconName": "fa-star", "color": "TEAL"}, {"iconName": "123"}, {"extranet": "1"})),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(ODD, max_size=5, unique_by=lambda one: (one.placement, one.handler)))
def test_what_an_export_leaves_out_is_what_prune_leaves_alone(held: list[Binding]) -> None:
    here = portal(*held, placements=(DEAL, LEAD, "IM_SIDEBAR"))
    found = export_layout(here)
    plan = make_plan(here, resolve(parse_layout(found.text), here), None)
    assert plan.steps == ()
    assert set(plan.notes) == {row.key for row in plan.unmanaged} == {one.binding.key for one in found.left_out}
