"""A reply cut into clauses: what is said in one breath stays together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.clauses import LONGEST, clauses
from scoring.text import tokens


def cut(text: str) -> list[str]:
    return [text[one.start : one.end] for one in clauses(tokens(text))]


def test_one_sentence_is_one_clause() -> None:
    assert ["I am sorry about your morning."] == cut("I am sorry about your morning.")


@pytest.mark.parametrize("mark", [".", "!", "?", ";"])
def test_sentences_are_clauses(mark: str) -> None:
    assert [f"Yes{mark}", "Go on"] == cut(f"Yes{mark} Go on")


def test_a_new_line_and_a_row_of_marks_end_one_sentence() -> None:
    assert ["What?!...", "Really?"] == cut("What?!... Really?")


def test_a_closing_quotation_mark_stays_with_its_sentence() -> None:
    assert ['He said "stop."', "Then he left."] == cut('He said "stop." Then he left.')
    assert ["It is on (I think.)", "Try it."] == cut("It is on (I think.) Try it.")


def test_an_opening_quotation_mark_goes_with_the_next_sentence() -> None:
    assert ["He left.", '"Stop" was all he said.'] == cut('He left. "Stop" was all he said.')


def test_a_comma_cuts_between_three_words_and_three() -> None:
    assert ["I am sorry,", "you waited long"] == cut("I am sorry, you waited long")


@pytest.mark.parametrize("text", ["Sorry, you waited long", "I am sorry, madam", "One, two, three, four"])
def test_a_few_words_stay_with_their_neighbour(text: str) -> None:
    assert [text] == cut(text)


def test_a_conjunction_cuts_where_a_new_sentence_could_begin() -> None:
    assert ["I am so sorry", "but you should have saved it"] == cut("I am so sorry but you should have saved it")
    assert ["You can have tea and some cake"] == cut("You can have tea and some cake")


def test_a_run_on_is_cut_where_a_clause_could_begin() -> None:
    long = " ".join(["word"] * LONGEST)
    assert [long, "you see it"] == cut(f"{long} you see it")
    assert [f"{long} never ends"] == cut(f"{long} never ends")


def test_a_number_counts_as_a_word() -> None:
    assert ["20 30 40,", "you take one"] == cut("20 30 40, you take one")


def test_marks_alone_are_one_clause() -> None:
    assert ["?! ..."] == cut("?! ...")


def test_marks_in_front_go_with_the_sentence() -> None:
    assert ["... Yes.", "Go on"] == cut("... Yes. Go on")


def test_nothing_has_no_clause() -> None:
    assert [] == cut("  ")


@given(st.text() | st.lists(st.sampled_from("I you sorry and but what . , ? ! - \" ' 5".split())).map(" ".join))
def test_whatever_is_typed_every_token_belongs_to_exactly_one_clause(text: str) -> None:
    words = tokens(text)
    pieces = clauses(words)
    assert list(range(len(words))) == [at for piece in pieces for at in range(piece.first, piece.last)]
    assert [(words[one.first].start, words[one.last - 1].end) for one in pieces] == [
        (one.start, one.end) for one in pieces
    ]
