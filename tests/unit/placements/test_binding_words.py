"""What the review says of a new binding, beyond its title and place."""

from __future__ import annotations

import pytest

from bxdesk.placements.bindings import Binding, BindingKey, Change, Texts
from bxdesk.placements.change_words import binding_words, change_words
from tests.builders import DEAL, HANDLER


def lines(texts: dict[str, Texts], options: dict[str, str] | None = None, user: int = 0) -> list[str]:
    return [str(line) for line in binding_words(Binding(BindingKey(DEAL, HANDLER, user), texts, options or {}))]


def test_one_title_for_all_is_said_elsewhere() -> None:
    assert lines({"": Texts("Send")}) == []
    assert lines({"": Texts("Send", "Sends it", "Sales")}) == ["Description: “Sends it”", "Group: “Sales”"]


def test_each_text_is_said_once_with_its_languages() -> None:
    texts = {
        "en": Texts("Send", " Sends it ", "CRM"),
        "de": Texts("Senden", "", "CRM"),
        "ru": Texts("Send", "Sends it", "CRM"),
    }
    assert lines(texts) == [
        "Title: “Send” (en, ru); “Senden” (de)",
        "Description: “Sends it” (en, ru)",
        "Group: “CRM” (en, de, ru)",
    ]


def test_options_and_the_user_are_said_in_words() -> None:
    options = {"useBuiltInInterface": "Y", "color": "", "context": "USER;LINES", "newOne": "a;b {c}"}
    assert lines({"": Texts("Send")}, options, 7) == [
        "Built-in interface: Yes; Chats it is shown in: Chats of two, Open Channels; newOne: a;b {c}",
        "For user: 7",
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change("options.useBuiltInInterface", "", "Y"), "Built-in interface: nothing → Yes"),
        (Change("options.iconName", "fa-a", "fa-b"), "Icon name: fa-a → fa-b"),
        (Change("title.en", "Old", "New"), "Title (en): “Old” → “New”"),
    ],
)
def test_a_change_of_an_option_is_said_in_the_same_words(change: Change, said: str) -> None:
    assert str(change_words(change)) == said
