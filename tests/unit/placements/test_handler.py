"""Handler addresses: what every portal refuses, and what passes but will not work for people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.placements.handler import HandlerAddressError, caution, check_handler, refusal, with_https


@pytest.mark.parametrize(
    "address",
    [
        "https://widgets.example.com/bitrix24",
        "http://widgets.example.com",
        "https://127.0.0.1:8080/x?a=b#c",
        "https://WIDGETS.example.com",
        "https://пример.рф/обработчик",
        "https://a.b/" + "x" * 243,
    ],
)
def test_addresses_that_a_portal_takes(address: str) -> None:
    assert refusal(address) is None
    assert check_handler(address) == address


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("", "handler_empty"),
        ("https://widgets/x", "handler_host"),
        ("https://localhost/x", "handler_host"),
        ("https:///x", "handler_host"),
        ("https://.", "handler_host"),
        ("ftp://widgets.example.com", "handler_protocol"),
        ("HTTPS://widgets.example.com", "handler_protocol"),
        ("widgets.example.com/x", "handler_protocol"),
        ("mailto:helen@example.com", "handler_protocol"),
        ("widgets/x", "handler_malformed"),
        ("https://widgets.example.com/\ud83d", "handler_malformed"),
        ("//widgets.example.com/x", "handler_protocol"),
        ("https://widgets.example.com:port/", "handler_malformed"),
        ("https://[::1/", "handler_malformed"),
        ("https://widgets.example.com/a b", "handler_blank"),
        ("https://widgets.example.com/\n", "handler_blank"),
        ("https://a.b/" + "x" * 244, "handler_too_long"),
    ],
)
def test_addresses_that_a_portal_refuses(address: str, code: str) -> None:
    problem = refusal(address)
    assert problem is not None
    assert problem.code == code
    assert str(problem.title).endswith(".")
    assert problem.remedy
    with pytest.raises(HandlerAddressError, match=r"\."):
        check_handler(address)


@pytest.mark.timeout(5)
@pytest.mark.parametrize("pasted", ["." * 32_000 + "@", "a." * 16_000 + "@", "1." * 16_000 + ":"])
def test_a_long_text_in_place_of_an_address_is_looked_at_in_no_time(pasted: str) -> None:
    """The window asks with every key that is typed, in the thread that draws it."""
    assert with_https(pasted) is None
    assert refusal(pasted) is not None


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("widgets.example.com/b24", "https://widgets.example.com/b24"),
        ("widgets.example.com:8443/b24?from=http://a.b#c", "https://widgets.example.com:8443/b24?from=http://a.b#c"),
        ("//widgets.example.com", "https://widgets.example.com"),
        ("пример.рф", "https://пример.рф"),
        ("https://widgets.example.com/b24", None),
        ("ftp://widgets.example.com", None),
        ("https:/widgets.example.com", None),
        ("helen@example.com", None),
        ("widgets/b24", None),
        ("widgets.example.com:port", None),
        ("a.b/" + "x" * 248, None),
        ("", None),
    ],
)
def test_what_is_meant_where_only_https_is_missing(address: str, meant: str | None) -> None:
    assert with_https(address) == meant
    problem = refusal(address)
    if meant is not None:
        assert problem is not None
        assert str(problem.title).startswith("https:// is missing")
        assert meant in str(problem.remedy)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://widgets.example.com", "handler_plain_http"),
        ("http://127.0.0.1/x", "handler_loopback"),
        ("https://widgets.example.com", None),
        ("ftp://widgets.example.com", None),
    ],
)
def test_cautions_are_for_addresses_that_pass(address: str, code: str | None) -> None:
    problem = caution(address)
    assert (problem.code if problem else None) == code


@given(st.text(max_size=300))
def test_any_text_is_either_refused_or_short_and_with_a_dotted_host(text: str) -> None:
    if refusal(text) is None:
        assert len(text) <= 255
        assert text.lower().startswith(("http://", "https://"))
        assert "." in text


@pytest.mark.parametrize(
    ("address", "code", "told"),
    [
        (
            "https://a.example.com/b\u200b24",
            "handler_characters",
            "U+200B (zero width space) after “https://a.example.com/b”",
        ),
        ("https://wid\u00adgets.example.com/", "handler_characters", "U+00AD (soft hyphen) after “https://wid”"),
        ("https://widgets.example.com/\u2060", "handler_characters", "U+2060 (word joiner)"),
        ("https://widgets.example.com/x\u200f", "handler_characters", "U+200F (right-to-left mark)"),
        ("https://widgets.example.com/x\u3164", "handler_characters", "U+3164 (hangul filler)"),
        (
            "https://widgets.ex\u0430mple.com/x",
            "handler_characters",
            "U+0430 (cyrillic small letter a) after “https://widgets.ex”",
        ),
        (
            "https://u:p@\u0430cme.com:8443/",
            "handler_characters",
            "U+0430 (cyrillic small letter a) after “https://u:p@”",
        ),
        ("https://acm\u03b5.com/", "handler_characters", "U+03B5 (greek small letter epsilon)"),
        (
            "https://\u0430cme.com/b\u200b",
            "handler_characters",
            "U+0430 (cyrillic small letter a) after “https://”; U+200B (zero width space) after “https://\u0430cme.com/b”",
        ),
        ("https://пример.рф/обработчик", None, ""),
        ("https://bücher.example/", None, ""),
        ("https://東京tower.example/", None, ""),
        ("https://example.com/п\u0430th", None, ""),
    ],
)
def test_characters_that_deceive_are_named_with_their_place(address: str, code: str | None, told: str) -> None:
    assert refusal(address) is None
    problem = caution(address)
    assert (problem.code if problem else None) == code
    assert told in str(problem)


@pytest.mark.parametrize("address", ["\ufeffhttps://widgets.example.com", "\u200bwidgets.example.com/x"])
def test_what_nobody_sees_before_an_address_is_the_reason_why_it_is_none(address: str) -> None:
    problem = refusal(address)
    assert problem is not None
    assert problem.code == "handler_characters"
    assert f"U+{ord(address[0]):04X}" in str(problem)
    assert "at the beginning" in str(problem)


@given(st.text(max_size=40))
def test_every_character_that_nobody_sees_is_noted_wherever_it_stands(text: str) -> None:
    address = f"https://widgets.example.com/{text}"
    if refusal(address) is None and any(character in text for character in "\u200b\ufeff\u00ad\u2060\u200f"):
        problem = caution(address)
        assert problem is not None
        assert problem.code == "handler_characters"
