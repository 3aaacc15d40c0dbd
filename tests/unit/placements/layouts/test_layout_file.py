"""Layout files: what is read, and how each mistake is named with its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from bxdesk.placements.bindings import Texts
from bxdesk.placements.layouts.layout import resolve
from bxdesk.placements.layouts.layout_file import parse_layout
from bxdesk.placements.layouts.layout_mistakes import LayoutError, PermissionsError
from bxdesk.placements.layouts.layout_shape import layout_schema
from bxdesk.placements.snapshot import CustomType
from bxdesk.support.resources import resource
from tests.builders import DEAL, HANDLER, LEAD, PURCHASE, TILE, snapshot

GOOD = """\
bxdesk: 1
handler: https://widgets.example.com/bitrix24        # for every widget that names none
widgets:
  - placements: [CRM_DEAL_DETAIL_ACTIVITY, crm_lead_detail_activity, "CRM_DYNAMIC_{Purchase}_DETAIL_ACTIVITY"]
    title: {en: Send contract, de: Vertrag senden}
    description: Sends it
    options: {useBuiltInInterface: Y, newUserNotificationTitle: 5}
  - placements: [CONTACT_CENTER]
    handler: https://widgets.example.com/channel
    title: My channel
"""


def mistakes(text: str) -> list[tuple[int | None, str]]:
    with pytest.raises(LayoutError) as caught:
        parse_layout(text)
    return [(mistake.line, str(mistake.problem)) for mistake in caught.value.mistakes]


def widget(*lines: str, title: str = "title: T") -> str:
    """A file whose one widget begins in line 4 and has these lines from line 5 on."""
    body = "\n".join(f"    {line}" for line in (title, *lines))
    return f"bxdesk: 1\nhandler: {HANDLER}\nwidgets:\n  - placements: [{DEAL}]\n{body}\n"


def test_a_good_file_becomes_bindings_of_a_portal() -> None:
    found = resolve(parse_layout(GOOD), snapshot())
    assert [one.placement for one in found] == [DEAL, LEAD, PURCHASE, TILE]
    assert found[0].texts == {"en": Texts("Send contract", "Sends it"), "de": Texts("Vertrag senden", "Sends it")}
    assert found[0].options == {"useBuiltInInterface": "Y", "newUserNotificationTitle": "5"}
    assert found[3].handler == "https://widgets.example.com/channel"
    assert found[3].texts == {"": Texts("My channel")}


def test_json_says_the_same_even_with_tabs() -> None:
    as_json = json.dumps(YAML(typ="safe").load(GOOD), indent="\t")
    assert resolve(parse_layout(as_json), snapshot()) == resolve(parse_layout(GOOD), snapshot())


def test_norwegian_is_a_language_and_yes_is_a_text() -> None:
    (wanted,) = parse_layout(widget(title="title: {no: yes, en: off}")).wanted
    assert wanted.texts == {"no": Texts("yes"), "en": Texts("off")}


@pytest.mark.parametrize(("flag", "stored"), [("true", "Y"), ("false", "N"), ("Y", "Y"), ('"N"', "N")])
def test_flags_may_be_written_as_true_and_false(flag: str, stored: str) -> None:
    (wanted,) = parse_layout(widget(f"options: {{useBuiltInInterface: {flag}}}")).wanted
    assert wanted.options == {"useBuiltInInterface": stored}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "is empty"),
        ("- a\n- b", 1, "not a map"),
        ("bxdesk: 1\nbxdesk: 1\nwidgets: []", 2, "“bxdesk” stands here twice"),
        ("bxdesk: 2\nwidgets: []", 1, "“bxdesk” must be 1"),
        ("widgets: []", 1, "“bxdesk” is missing"),
        ("bxdesk: 1\nwidgets: {}", 2, "“widgets” must be a list of widgets"),
        ("bxdesk: 1\nwidgets:\n  - 7", 3, "“widgets” must be a list of widgets"),
        ("bxdesk: 1\nwidgets:\n  - title: x", 3, "“placements” is missing"),
        (widget("usr: 1"), 6, "“usr” is not a key"),
        (widget("options:", '  anything: "\\ud83d"'), 7, "half a character"),
        (widget('description: {"\\ud83d": x}'), 6, "half a character"),
        (widget('group: "\\ud83d"'), 6, "half a character"),
        (widget("user_id: -1"), 6, "“user_id” must be a whole number"),
        (widget("user_id: 3"), 6, "can be named only at PAGE_BACKGROUND_WORKER"),
        (widget("options: [a]"), 6, "“options” must be a map"),
        (widget("options:", "  useBuiltInInterface: maybe"), 7, "must be Y or N"),
        (
            widget("options:", "  iconName: 55").replace(DEAL, "IM_SIDEBAR"),
            7,
            "must be the name of a Font Awesome 4 icon",
        ),
        (widget("options: {errorHandlerUrl: x}").replace(DEAL, "PAGE_BACKGROUND_WORKER"), 6, "must be a web address"),
        (widget("options:", "  use_built_in_interface: Y"), 7, "is written “useBuiltInInterface”"),
        (widget("handler: ftp://widgets.example.com"), 6, "must begin with https"),
        (widget("handler: https://widgets"), 6, "must have a dot"),
        (widget(f"handler: https://a.b/{'x' * 300}"), 6, "too long"),
        (widget("description:", "  fr: x"), 7, "in “fr”, but no title"),
        (widget(title="title: ''"), 5, "The widget has no title."),
        (widget(title="title: '0'"), 5, "takes for none"),
        (widget(title="title: {}"), 5, "no language"),
        (widget(title="title: 5"), 5, 'put it in quotation marks, as in "5".'),
        (widget(title="title: 007"), 5, 'as in "007"'),
        (widget(title="title: 1.10"), 5, 'as in "1.10"'),
        (widget(title="title: null"), 5, 'as in "null"'),
        (widget(title="title:"), 5, "“title” has no text: give it one, or remove it."),
        (widget(title="title: {en: A, de: ~}"), 5, '“de” must be a text: put it in quotation marks, as in "~".'),
        (widget("options: {option: }"), 6, "“option” has no value: give it one, or remove it."),
        (widget("\u00a0 group: x"), 6, "indented with a blank that YAML does not know (U+00A0)"),
        ("bxdesk: true\nwidgets: []", 1, "“bxdesk” must be 1"),
        ("bxdesk: 1.0\nwidgets: []", 1, "“bxdesk” must be 1"),
        (widget(title="title:\n      en: A\n      de: ' '"), 7, "The title in German is missing."),
        (widget(title="title: {Purchase}"), 5, 'write it as "{Purchase}"'),
        (widget(title="title: {english: A}"), 5, "is not a language"),
        (widget(title="title: {EN: A}"), 5, "two small letters"),
        (widget(title=f"title: {'x' * 256}"), 5, "a portal stores 255"),
        (GOOD.replace("handler: https://widgets.example.com/bitrix24", "#"), 4, "has no “handler”"),
        ("bxdesk: 1\nwidgets:\n  - placements: []\n    title: x", 3, "“placements” must be a list"),
        ("bxdesk: 1\nhandler: https://a.b\nwidgets:\n  - placements: ['']\n    title: x", 4, "code is empty"),
        (
            "bxdesk: 1\nhandler: https://a.b\nwidgets:\n  - title: x\n    placements:\n      - LEFT_MENU\n"
            "      - IM_TEXTAREA",
            7,
            "IM_TEXTAREA needs the option “Icon name” (iconName).",
        ),
    ],
)
def test_each_mistake_is_named_with_its_line(text: str, line: int, words: str) -> None:
    found = mistakes(text)
    assert any(at == line and words in said for at, said in found), found


def test_all_mistakes_are_reported_at_once_in_the_order_of_lines() -> None:
    found = mistakes(widget("handler: nowhere", "options: {useBuiltInInterface: maybe}", title="title: ''"))
    assert [line for line, _ in found] == [5, 6, 7]


MANY = """\
bxdesk: 1
handler: 5
widgets:
  - placements: [CRM_DEAL_DETAIL_TAB]
    titel: x
    handler: ftp://widgets.example.com
  - 7
  - placements: [IM_TEXTAREA]
    title: {en: ''}
    options: {icon_name: fa-star}
  - placements: {LEFT_MENU: x}
    title: T
    user_id: 5
  - placements: [IM_TEXTAREA]
    title: T
    options: {iconName: [fa-star]}
  - placements: [CRM_DEAL_DETAIL_TAB]
    title: T
    user_id: 5
"""


def test_what_has_not_the_right_shape_hides_no_other_mistake_and_makes_up_none() -> None:
    assert [(line, said.partition(". ")[0]) for line, said in mistakes(MANY)] == [
        (2, "“handler” must be a web address."),
        (4, "“title” is missing."),
        (5, "“titel” is not a key of a layout."),
        (6, "The page address must begin with https:// (or http://)"),
        (7, "“widgets” must be a list of widgets."),
        (9, "The title in English is missing"),
        (10, "The option “icon_name” is written “iconName”."),
        (11, "“placements” must be a list of placement codes."),
        (16, "“options” must be a map of option to text, number or true/false."),
        (19, "A user can be named only at PAGE_BACKGROUND_WORKER."),
    ]


def test_the_file_is_named_where_its_name_is_known() -> None:
    with pytest.raises(LayoutError, match=r"The layout widgets\.yaml cannot be used\. line 1: "):
        parse_layout("", "widgets.yaml")
    with pytest.raises(LayoutError, match=r"The layout widgets\.yaml cannot be used\. line 4: "):
        resolve(parse_layout(widget(), "widgets.yaml"), snapshot(placements=()))


def test_what_a_portal_does_not_have_is_named_with_its_line() -> None:
    text = (
        f"bxdesk: 1\nhandler: {HANDLER}\nwidgets:\n  - title: T\n    placements:\n"
        "      - CRM_DEAL_DETIAL_TAB\n      - CRM_DYNAMIC_{Nothing}_DETAIL_TAB\n      - CRM_DYNAMIC_5_DETAIL_TAB\n"
        f"      - {DEAL}\n      - {DEAL}\n      - CRM_DYNAMIC_{{Twice}}_DETAIL_ACTIVITY\n"
    )
    here = snapshot(types=(CustomType(1, "Twice"), CustomType(2, " Twice")))
    with pytest.raises(LayoutError) as caught:
        resolve(parse_layout(text), here)
    assert [(mistake.line, mistake.problem.code) for mistake in caught.value.mistakes] == [
        (6, "placement_not_found"),
        (7, "type_not_found"),
        (8, "type_not_found"),
        (10, "binding_twice"),
        (11, "type_ambiguous"),
    ]
    assert "line 6: The portal does not offer CRM_DEAL_DETIAL_TAB." in str(caught.value)


def test_the_code_that_was_probably_meant_is_named() -> None:
    text = widget().replace(DEAL, "crm_deal_detial_activity, CRM_DEAL_DETAIL_TAB")
    with pytest.raises(LayoutError) as caught:
        resolve(parse_layout(text), snapshot())
    slip, elsewhere = caught.value.mistakes
    assert str(slip.problem.remedy) == f"Did you mean {DEAL}?"
    assert "mean" not in str(elsewhere)


def test_a_type_is_found_by_its_title_whatever_is_in_it() -> None:
    title = '  «Заявки» "A" & <b>{B}</b>'
    text = json.dumps(
        {
            "bxdesk": 1,
            "handler": HANDLER,
            "widgets": [{"placements": [f"CRM_DYNAMIC_{{{title}}}_DETAIL_ACTIVITY"], "title": "T"}],
        }
    )
    (found,) = resolve(parse_layout(text), snapshot(types=(CustomType(183, title),), placements=(PURCHASE,)))
    assert found.placement == PURCHASE


@given(st.text(max_size=200))
def test_any_text_is_a_layout_or_a_clear_error(text: str) -> None:
    try:
        parse_layout(text)
    except LayoutError as error:
        assert error.mistakes
        assert all(str(mistake.problem) for mistake in error.mistakes)


SLIPS = (
    *":{}[]\"'\t\n#@*!|>%,?~\\\r\x01\u2028",
    ": ",
    "- ",
    " #",
    "&a ",
    "? ",
    "---\n",
    "<<: ",
    "{A}",
    "[a]",
    "null",
    "1.5",
)


@given(st.lists(st.tuples(st.integers(0, len(GOOD)), st.sampled_from(SLIPS)), min_size=1, max_size=3))
def test_a_good_file_with_slips_of_the_pen_is_a_layout_or_a_clear_error(slips: list[tuple[int, str]]) -> None:
    text = GOOD
    for at, slip in slips:
        text = text[:at] + slip + text[at:]
    try:
        parse_layout(text)
    except LayoutError as error:
        assert all(str(mistake.problem) for mistake in error.mistakes)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    (
                        "bxdesk",
                        "handler",
                        "widgets",
                        "placements",
                        "title",
                        "options",
                        "user_id",
                        "description",
                        "en",
                        "x",
                    )
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_is_a_layout_or_a_clear_error(value: object) -> None:
    try:
        parse_layout(json.dumps(value))
    except LayoutError as error:
        assert error.mistakes


def test_the_published_schema_is_the_one_that_is_checked() -> None:
    published = json.loads(Path(resource("layout.schema.json")).read_text(encoding="utf-8"))
    assert published == layout_schema(), "write layout_schema() to resources/layout.schema.json"


def test_json_may_write_a_character_as_two_escapes() -> None:
    text = json.dumps(
        {"bxdesk": 1, "handler": HANDLER, "widgets": [{"placements": [DEAL], "title": "🙂 \\ud83d\\ude42"}]}
    )
    assert "\\ud83d\\ude42" in text
    (wanted,) = parse_layout(text).wanted
    assert wanted.texts[""].title == "🙂 \\ud83d\\ude42"


def test_types_that_nobody_may_see_are_told_from_types_that_are_not_there() -> None:
    text = widget().replace(DEAL, '"CRM_DYNAMIC_{Purchase}_DETAIL_ACTIVITY"')
    here = snapshot(types=(), placements=(), scopes=frozenset(("placement",)))
    with pytest.raises(PermissionsError):
        resolve(parse_layout(text), here)


def test_missing_permissions_are_no_mistakes_and_each_is_said_once_with_what_needs_it() -> None:
    text = widget().replace(DEAL, f"{LEAD}, {TILE}, {DEAL}")
    here = snapshot(placements=(), scopes=frozenset(("placement",)))
    with pytest.raises(PermissionsError) as caught:
        resolve(parse_layout(text), here)
    problem = caught.value.problem
    assert problem.code == "insufficient_scope"
    assert str(problem.explanation).splitlines() == [
        f"The app lacks the permission “CRM (crm)”. It is needed for {LEAD}, {DEAL}.",
        f"The app lacks the permission “Contact Center (contact_center)”. It is needed for {TILE}.",
    ]
    assert "orrect the layout" not in str(problem)


def test_mistakes_come_with_the_permissions_that_are_missing_besides() -> None:
    text = widget().replace(DEAL, f"{LEAD}, {DEAL}, CRM_NOWHERE")
    here = snapshot(placements=(), scopes=frozenset(("placement",)))
    with pytest.raises(LayoutError) as caught:
        resolve(parse_layout(text), here)
    permission, nowhere = caught.value.mistakes
    assert (permission.problem.code, permission.placements) == ("insufficient_scope", (LEAD, DEAL))
    assert str(permission).endswith(f"This is about {LEAD}, {DEAL}.")
    assert "The portal does not offer CRM_NOWHERE." in str(nowhere)


@pytest.mark.parametrize("text", ["", "\n \n", "# nothing but a comment\n"])
def test_an_empty_file_is_called_empty(text: str) -> None:
    assert mistakes(text) == [
        (1, "The layout file is empty. A layout file is YAML or JSON that begins with “bxdesk: 1”.")
    ]


_MERGED = """\
bxdesk: 1
handler: https://widgets.example.com/
widgets:
- &usual
  placements: [CRM_DEAL_DETAIL_TAB]
  title: &texts {en: Send}
  options: {colour: red}
"""


def test_blanks_around_the_value_of_an_option_are_a_slip() -> None:
    (wanted,) = parse_layout(widget('options: {useBuiltInInterface: " Y ", newUserNotificationTitle: " A "}')).wanted
    assert wanted.options == {"useBuiltInInterface": "Y", "newUserNotificationTitle": " A "}


def test_a_widget_may_take_over_what_another_says() -> None:
    layout = parse_layout(_MERGED + "- <<: *usual\n  placements: [CRM_LEAD_DETAIL_TAB]\n- <<: *usual\n  title: Other\n")
    assert [(one.placement, one.texts, one.options) for one in layout.wanted] == [
        ("CRM_DEAL_DETAIL_TAB", {"en": Texts("Send")}, {"colour": "red"}),
        ("CRM_LEAD_DETAIL_TAB", {"en": Texts("Send")}, {"colour": "red"}),
        ("CRM_DEAL_DETAIL_TAB", {"": Texts("Other")}, {"colour": "red"}),
    ]


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ("- <<: *usual\n  title:\n    <<: *texts\n    de: ''\n", 11),
        ("- <<: *usual\n  handler: nowhere\n", 9),
        ("- {<<: *usual, titel: T}\n", 8),
        ("- <<: [{handler: nowhere}, *usual]\n", 8),
    ],
)
def test_a_mistake_in_what_is_taken_over_is_found_too(more: str, line: int) -> None:
    assert [found for found, _ in mistakes(_MERGED + more)] == [line]


@pytest.mark.parametrize(
    "text",
    ['{"bxdesk":' + "[" * 100_000, "&all\nbxdesk: *all\n", "bxdesk: 1\nwidgets: &all [*all]\n"],
    ids=["deep", "a map in itself", "a list in itself"],
)
def test_what_has_no_end_is_no_layout(text: str) -> None:
    assert mistakes(text)


@pytest.mark.parametrize(("key", "name"), [("1", "1"), ("~", "None"), ("true", "True"), ("1.5", "1.5")])
def test_a_key_that_is_no_text_is_named(key: str, name: str) -> None:
    said = f"“{name}” is not a key of a layout."
    assert [text for _, text in mistakes(f"bxdesk: 1\n{key}: 2\nwidgets: []\n")] == [said]
    assert [text for _, text in mistakes(widget(f"{key}: 2"))] == [said]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (DEAL.replace("A", "\u0410", 1), "U+0410 (cyrillic capital letter a) after “CRM_DE”"),
        (f"{DEAL}\u200b", f"U+200B (zero width space) after “{DEAL[-24:]}”"),
    ],
)
def test_a_code_that_only_looks_right_is_told_by_its_characters(code: str, told: str) -> None:
    with pytest.raises(LayoutError) as caught:
        resolve(parse_layout(widget().replace(DEAL, code)), snapshot())
    (slip,) = caught.value.mistakes
    assert told in str(slip.problem.explanation)
    assert str(slip.problem.remedy) == f"Type it anew: {DEAL}."
