"""Which written phrases come nearest."""

from __future__ import annotations

import pytest

from scoring.index import Near, PhraseIndex
from scoring.phrases import WordWeights
from scoring.text import tokens

LIKE = ("click on the program", "bring the window forward", "look behind the window")
UNLIKE = ("who wrote this program",)


def nearest(
    piece: str, like: tuple[str, ...] = LIKE, unlike: tuple[str, ...] = UNLIKE
) -> tuple[Near | None, Near | None]:
    index = PhraseIndex(WordWeights(LIKE), like, unlike)
    return index.nearest(index.piece(piece, tokens(piece)))


@pytest.mark.parametrize("phrase", LIKE)
def test_a_phrase_is_nearest_to_itself(phrase: str) -> None:
    near, _ = nearest(phrase)
    assert near is not None
    assert (phrase, 1.0, False) == (near.text, round(near.similarity, 9), near.counter)


def test_the_nearest_of_each_side() -> None:
    near, against = nearest("so who wrote the program then")
    assert near is not None
    assert against is not None
    assert ("click on the program", "who wrote this program") == (near.text, against.text)
    assert against.similarity > near.similarity
    assert against.counter


def test_where_no_word_is_shared_nothing_is_near() -> None:
    assert (None, None) == nearest("hm")
    assert (None, None) == nearest("")
    assert (None, None) == nearest("click on the program", (), ())


def test_the_right_phrase_is_found_among_many_that_share_its_words() -> None:
    crowd = tuple(f"the window number {number} is open" for number in range(200))
    near, _ = nearest("bring the window forward", (*crowd, "bring the window forward"), ())
    assert near is not None
    assert "bring the window forward" == near.text


def test_exemplars_are_compared_however_many_counter_phrases_share_the_words() -> None:
    crowd = tuple(f"bring the window forward number {number}" for number in range(50))
    near, against = nearest("please bring the window forward to the front now", ("bring the window",), crowd)
    assert near is not None
    assert against is not None
    assert "bring the window" == near.text
