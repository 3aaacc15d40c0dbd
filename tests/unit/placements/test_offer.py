"""What a portal offers beyond the catalogue, and the types it tells of."""

from __future__ import annotations

from bxdesk.placements.availability import bindable, obstacle, offer_of
from bxdesk.placements.catalogue import FAMILIES, placement_title
from bxdesk.placements.codes import with_number
from bxdesk.placements.draft import Draft
from bxdesk.placements.snapshot import CustomType
from bxdesk.placements.widget_view import Tally, WidgetView
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, PURCHASE, TILE, binding, snapshot


def test_types_that_only_codes_or_rows_tell_of_come_last_and_without_a_title() -> None:
    here = snapshot(
        binding("CRM_DYNAMIC_7_DETAIL_TAB"), placements=(DEAL, PURCHASE, "CRM_DYNAMIC_200_LIST_MENU"), types=()
    )
    assert offer_of(here).types == (CustomType(7, ""), CustomType(183, ""), CustomType(200, ""))


def test_codes_that_nobody_documented_are_listed_wherever_they_come_from() -> None:
    here = snapshot(binding("CRM_OLD_SPOT"), placements=(DEAL, TILE, "CRM_DYNAMIC_183_NEW_SPOT", "NEWS"))
    assert offer_of(here).unknown == ("CRM_DYNAMIC_183_NEW_SPOT", "CRM_OLD_SPOT", "NEWS")


def test_what_is_bindable_is_what_has_no_obstacle() -> None:
    codes = tuple(with_number(pattern, 183) for family in FAMILIES for pattern in family.patterns)
    here = snapshot(placements=(*codes, "NEWS"))
    assert bindable(here) == {code for code in (*codes, "NEWS") if obstacle(code, here) is None}
    assert "USERFIELD_TYPE" not in bindable(here)
    assert "SETTING_CONNECTOR" in bindable(here)


def test_a_tally_counts_what_asking_one_by_one_finds() -> None:
    here = snapshot(binding(DEAL), binding(TILE, OTHER_HANDLER), binding("CRM_OLD_SPOT"))
    draft = Draft.of(here)
    widget = WidgetView(draft, here, HANDLER).ticked([LEAD, "CRM_ORDER_DETAIL_ACTIVITY"], True)
    view = WidgetView(draft.with_widget(HANDLER, widget.without_places(["CRM_OLD_SPOT"])), here, HANDLER)
    codes = frozenset((DEAL, LEAD, TILE, "CRM_OLD_SPOT", "CRM_ORDER_DETAIL_ACTIVITY"))
    states = [view.state(code) for code in codes]
    tally = view.tally(codes)
    assert tally == Tally(all=5, bound=2, tickable=4, ticked=2, to_bind=1, to_unbind=1)
    assert (tally.tickable, tally.ticked) == (sum(s.can_be_ticked for s in states), sum(s.ticked for s in states))
    assert all(view.can_be_ticked(state.code) == state.can_be_ticked for state in states)


def test_every_placement_has_a_name_of_its_own_that_is_not_its_code() -> None:
    codes = [with_number(pattern, 183) for family in FAMILIES for pattern in family.patterns]
    titles = [str(placement_title(code, {183: "Purchase"})) for code in codes]
    assert len(set(titles)) == len(codes)
    assert not any(code in title for code, title in zip(codes, titles, strict=True))
