"""Where people come upon a widget: what must be said, because the place's own name would mislead."""

from __future__ import annotations

import pytest

from bxdesk.placements.catalogue import FAMILIES, note_of, placement_title, title_within

TASK_CARD = ("TASK_VIEW_TAB", "TASK_VIEW_SIDEBAR", "TASK_VIEW_TOP_PANEL")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("CRM_DEAL_DETAIL_ACTIVITY", "under “More”"),
        ("CRM_DEAL_DOCUMENTGENERATOR_BUTTON", "under “Extensions”"),
        ("CRM_DEAL_ACTIVITY_TIMELINE_MENU", "under “Extensions”"),
        ("CRM_DYNAMIC_183_FUNNELS_TOOLBAR", "window “Sales pipelines and tunnels”"),
        ("IM_TEXTAREA", "above a chat's message field"),
        ("REST_APP_URI", "the app's client ID"),
        ("PAGE_BACKGROUND_WORKER", "five seconds"),
    ],
)
def test_the_way_there_is_said(code: str, said: str) -> None:
    assert said in str(note_of(code))


def test_the_places_of_a_task_that_look_alike_today_are_told_apart_by_what_they_were() -> None:
    notes = [str(note_of(code)) for code in TASK_CARD]
    assert len(set(notes)) == 3
    assert all("one of them is enough" in note for note in notes)


def test_the_pipelines_that_name_no_object_are_those_of_deals() -> None:
    assert str(placement_title("CRM_FUNNELS_TOOLBAR", {})) == "Pipelines: Deal"


def test_no_two_places_of_a_family_have_the_same_name() -> None:
    for family in FAMILIES:
        titles = [str(title_within(pattern)) for pattern in family.patterns]
        assert len(set(titles)) == len(titles)
