"""A reply as words: the same words whatever the keyboard did to them, and each knows where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.text import tokens


def norms(text: str) -> list[str]:
    return [token.norm for token in tokens(text)]


def test_words_and_marks_in_lower_case() -> None:
    assert ["hello", ",", "world", "!"] == norms("Hello, World!")


def test_a_token_knows_its_place_in_the_text_as_typed() -> None:
    text = "  Pls   HELP"
    assert [("please", "Pls"), ("help", "HELP")] == [(one.norm, text[one.start : one.end]) for one in tokens(text)]


@pytest.mark.parametrize("typed", ["I'm", "I’m", "I`m", "I´m", "Iʼm", "im", "IM"])
def test_every_apostrophe_and_none(typed: str) -> None:
    assert ["i'm"] == norms(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("soooo", "so"),
        ("sorryyyy", "sorry"),
        ("pleaseee", "please"),
        ("pls", "please"),
        ("thx", "thanks"),
        ("u", "you"),
        ("apologise", "apologize"),
        ("dont", "don't"),
        ("cannot", "can't"),
        ("pw", "password"),
    ],
)
def test_one_spelling_for_what_means_the_same(typed: str, meant: str) -> None:
    assert [meant] == norms(typed)


@pytest.mark.parametrize("word", ["were", "well", "shell", "hell", "wed"])
def test_a_word_that_is_one_without_its_apostrophe_stays(word: str) -> None:
    assert [word] == norms(word)


def test_two_letters_alike_are_no_stretching() -> None:
    assert ["all", "too", "keen"] == norms("all too keen")


@pytest.mark.parametrize("number", ["12:30", "3.5", "1,000", "7"])
def test_a_number_is_one_token(number: str) -> None:
    assert ["at", number, "."] == norms(f"at {number}.")


def test_marks_come_in_one_form() -> None:
    assert ['"', "stop", '"', "-", "."] == norms("“stop” – …")
    assert ["well", ".", "ok"] == norms("well.....ok")


def test_a_word_in_capitals_is_shouted_when_it_has_three_letters() -> None:
    assert ["help", "now"] == [one.norm for one in tokens("HELP me NOW, I am OK") if one.shouted]


def test_only_words_are_words() -> None:
    assert ["ok"] == [one.norm for one in tokens("ok 12 ! 😀 _") if one.is_word]


@pytest.mark.parametrize("empty", ["", " ", "\n\t ", "\u00a0"])
def test_blanks_have_no_tokens(empty: str) -> None:
    assert [] == tokens(empty)


@given(st.text())
def test_whatever_is_typed_every_sign_but_blanks_belongs_to_exactly_one_token(text: str) -> None:
    places = [at for token in tokens(text) for at in range(token.start, token.end)]
    assert [at for at, sign in enumerate(text) if not sign.isspace()] == places
    assert all(token.norm for token in tokens(text))
