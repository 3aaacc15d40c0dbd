"""Sentences for people, and errors that carry them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import listed, message, verbatim


def test_the_template_is_translated_and_the_values_are_not() -> None:
    text = message("{portal} does not answer.", portal="does")
    assert str(text) == "does does not answer."
    assert (
        text.render(lambda template: template.replace("does not answer", "antwortet nicht")) == "does antwortet nicht."
    )


def test_words_inside_words_are_translated_too() -> None:
    text = message("The {name} is empty.", name=message("title"))
    assert text.render(lambda template: {"title": "Titel"}.get(template, template)) == "The Titel is empty."


@given(st.text())
def test_what_others_said_is_shown_as_it_is(said: str) -> None:
    assert str(verbatim(said)) == said
    assert verbatim(said).render(lambda template: template) == said


def test_an_error_says_what_why_and_what_to_do() -> None:
    error = BxdeskError(Problem("x", message("What."), message("Why."), message("Do this.")))
    assert str(error) == "What. Why. Do this."
    assert not Problem("x", message("What.")).remedy


def test_several_words_are_listed_with_signs_that_each_language_may_choose() -> None:
    one, two, three = message("one"), message("two"), message("three")
    assert str(listed(())) == ""
    assert str(listed((one,))) == "one"
    assert str(listed((one, two, three))) == "one; two; three"
    assert str(listed((one, two), closely=True)) == "one, two"
    assert listed((one, two)).render(lambda text: text.replace("; ", " / ")) == "one / two"
