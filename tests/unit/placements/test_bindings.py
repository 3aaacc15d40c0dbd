"""When a row says the same as what is wanted."""

from __future__ import annotations

from hypothesis import given

from bxdesk.placements.bindings import DEFAULT_LANGUAGE, Binding, BindingKey, Change, Texts, differences
from tests.builders import DEAL, HANDLER, as_the_portal_stores, binding, bindings


@given(bindings())
def test_what_the_portal_stored_says_the_same(wanted: Binding) -> None:
    assert differences(as_the_portal_stores(wanted), wanted) == ()


def test_one_text_for_all_is_compared_with_the_portals_own_language() -> None:
    held = binding(language="de", title="Vertrag")
    assert differences(held, binding(title=" Vertrag ")) == ()
    assert differences(held, binding(title="Contract")) == (Change("title.de", "Vertrag", "Contract"),)


def test_one_text_for_all_replaces_several_languages() -> None:
    held = binding(texts={"en": Texts("Send"), "de": Texts("Senden")})
    changes = differences(held, binding(title="Send"))
    assert Change("title.de", "Senden", "") in changes
    assert Change("title", "", "Send") in changes


def test_each_text_that_differs_is_named() -> None:
    held = binding(texts={"en": Texts("Send", "old", "A")})
    wanted = binding(texts={"en": Texts("Send", "new", "B")})
    assert differences(held, wanted) == (Change("description.en", "old", "new"), Change("group.en", "A", "B"))


def test_a_group_that_a_portal_does_not_tell_is_no_difference() -> None:
    held = binding(texts={"": Texts("Send", "d")})
    assert differences(held, binding(texts={"": Texts("Send", "d", "Tools")})) == ()
    assert differences(held, binding(texts={"": Texts("Send", "e", "Tools")})) == (Change("description", "d", "e"),)


def test_options_the_placement_does_not_keep_are_no_difference() -> None:
    for kept in ({}, {"useBuiltInInterface": "Y"}):
        assert differences(binding(options=kept), binding(options=kept | {"made_up": "1"})) == ()


def test_a_row_from_before_an_option_was_declared_can_get_it() -> None:
    assert differences(binding(options={}), binding(options={"useBuiltInInterface": "Y"})) == (
        Change("options.useBuiltInInterface", "", "Y"),
    )


def test_an_option_that_was_unset_is_a_difference_when_wanted() -> None:
    held = binding(options={"useBuiltInInterface": ""})
    assert differences(held, binding(options={"useBuiltInInterface": "Y"})) == (
        Change("options.useBuiltInInterface", "", "Y"),
    )


def test_numbers_are_compared_as_numbers() -> None:
    held = binding("IM_TEXTAREA", options={"width": "100", "iconName": "fa-x"})
    assert differences(held, binding("IM_TEXTAREA", options={"width": "0100", "iconName": "fa-x"})) == ()


def test_blanks_between_numbers_are_no_difference() -> None:
    assert differences(_tab("11,12"), _tab("11, 12")) == ()
    assert differences(_tab("11, 12"), _tab("1, 112")) == (Change("options.groupId", "11,12", "1,112"),)


def _tab(groups: str) -> Binding:
    return binding("TASK_VIEW_TAB", options={"groupId": groups})


def test_another_user_is_a_difference() -> None:
    assert differences(binding(user_id=0), binding(user_id=7)) == (Change("user_id", "0", "7"),)


def test_the_title_to_show_is_the_english_one_or_the_first() -> None:
    assert binding(texts={"de": Texts("Senden"), "en": Texts("Send")}).title == "Send"
    assert binding(texts={"de": Texts("Senden")}).title == "Senden"
    assert Binding(BindingKey(DEAL, HANDLER), {}).title == ""


def test_keys_hold_the_code_in_upper_case_and_the_address_to_the_letter() -> None:
    assert BindingKey(" crm_deal_detail_activity", HANDLER) == BindingKey(DEAL, HANDLER)
    assert BindingKey(DEAL, HANDLER) != BindingKey(DEAL, f"{HANDLER}/")


def test_php_finds_a_zero_empty_where_no_language_is_named() -> None:
    held = binding(texts={"en": Texts("Send")})
    assert differences(held, binding(texts={DEFAULT_LANGUAGE: Texts("Send", "0", "0")})) == ()
    assert differences(held, binding(texts={"en": Texts("Send", "0")})) != ()
