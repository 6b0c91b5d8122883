"""The letter groups of words, summed once for each word."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import spelling
from scoring.evidence import word_parts
from scoring.spelling import SpelledWords

PARTS = sorted({part for word in ("sorry", "soory", "worry") for part in word_parts(word)})


def spelled() -> SpelledWords:
    """Two behaviours; letter group n has the weights n + 1 and -1, and the rarity 2."""
    weights = np.array([[0, 0], *([number + 1, -1] for number in range(len(PARTS)))], dtype=np.int16)
    rarity = np.array([0, *(2 for _ in PARTS)], dtype=np.int64)
    return SpelledWords({part: row for row, part in enumerate(PARTS, start=1)}, weights, rarity)


def test_a_word_is_the_sum_of_its_letter_groups() -> None:
    sums, square = spelled().of("sorry")
    groups = word_parts("sorry")
    assert [2 * sum(PARTS.index(part) + 1 for part in groups), -2 * len(groups)] == list(sums)
    assert 4 * len(groups) == square


def test_a_mistyped_word_shares_some_of_them() -> None:
    known, typed = (set(word_parts(word)) for word in ("sorry", "sorrry"))
    assert known & typed
    assert 0 > spelled().of("sorrry")[0][1] > spelled().of("sorry")[0][1]


def test_a_word_without_a_known_letter_group_adds_nothing() -> None:
    sums, square = spelled().of("zzz")
    assert ([0, 0], 0) == (list(sums), square)


def test_a_word_counts_once_in_a_piece() -> None:
    sums, squares = spelled().read([["sorry", "sorry"], ["sorry"], []])
    assert list(sums[0]) == list(sums[1])
    assert [squares[0], squares[0], 0] == list(squares)


@given(st.lists(st.lists(st.text("sorywe", min_size=1, max_size=6), max_size=6), min_size=1, max_size=20))
def test_pieces_are_sums_of_their_words_however_few_are_kept(pieces: list[list[str]]) -> None:
    words = spelled()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spelling, "MOST_WORDS_KEPT", 1 + 6 * 20)
        small = spelled()
        sums, squares = small.read(pieces)
        again, _ = small.read(pieces)
    for number, piece in enumerate(pieces):
        alone = [words.of(word) for word in set(piece)]
        assert [sum(int(one[0][column]) for one in alone) for column in (0, 1)] == list(sums[number])
        assert sum(square for _, square in alone) == squares[number]
    assert (sums == again).all()
