"""How near a piece of a reply comes to a written phrase."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.phrases import COMMON_WORD_WEIGHT, WordWeights, similarity, stem_of
from scoring.synonyms import synonyms

BANK = ("click on the program", "close the window", "open the window", "restart the computer", "I will call you back")
WEIGHTS = WordWeights(BANK)
WORDS = st.lists(
    st.sampled_from("the a click window restart computer reboot call you now please winodw 5".split())
).map(" ".join)


def near(piece: str, phrase: str) -> float:
    return similarity(WEIGHTS.phrase(piece), WEIGHTS.phrase(phrase))


@pytest.mark.parametrize("phrase", BANK)
def test_a_phrase_is_itself(phrase: str) -> None:
    assert 1.0 == round(near(phrase, phrase), 9)


@pytest.mark.parametrize(
    "typed", ["RESTART THE COMPUTER!", "the computer, restart", "restarting the computer", "restart computer restart"]
)
def test_order_case_marks_and_word_forms_matter_little(typed: str) -> None:
    assert near(typed, "restart the computer") > 0.9


def test_a_slip_of_the_finger_is_forgiven_in_a_long_word() -> None:
    assert 0.6 < near("close the windwo", "close the window") < 1
    assert near("clsoe it", "close it") > 0.5 > near("opne it", "open it")


def test_a_synonym_counts_nearly_as_much() -> None:
    assert (
        near("restart the computer", "restart the computer") > near("reboot the laptop", "restart the computer") > 0.8
    )


def test_letters_are_never_compared_across_words() -> None:
    assert 0.0 == near("ok", "broken book token")


def test_what_else_is_said_costs_less_than_what_is_missing() -> None:
    assert near("click on the program and then close the window", "click on the program") > near(
        "click on the program", "click on the program and then close the window"
    )


def test_words_of_grammar_weigh_little_and_rare_words_most() -> None:
    assert COMMON_WORD_WEIGHT == WEIGHTS.weight("the")
    assert WEIGHTS.weight("zebra") == 1.0 > WEIGHTS.weight("restart") > WEIGHTS.weight("window") > WEIGHTS.weight("the")


@pytest.mark.parametrize(("piece", "phrase"), [("", "close it"), ("close it", ""), ("?!", "close it"), ("😀", "😀")])
def test_where_there_are_no_words_there_is_no_likeness(piece: str, phrase: str) -> None:
    assert 0.0 == near(piece, phrase)


def test_an_empty_bank_weighs_every_word_alike() -> None:
    empty = WordWeights(())
    assert empty.weight("window") == empty.weight("zebra")


def test_forms_of_a_word_share_a_stem() -> None:
    assert {stem_of("restart")} == {stem_of(word) for word in ("restarts", "restarted", "restarting")}


def test_synonyms_go_both_ways_and_nothing_is_its_own() -> None:
    table = synonyms()
    assert [] == [
        (one, other) for one, others in table.items() for other in others if one not in table[other] or one == other
    ]


@given(WORDS, WORDS)
def test_likeness_is_between_nothing_and_all(piece: str, phrase: str) -> None:
    assert 0.0 <= near(piece, phrase) <= 1.0 + 1e-9
