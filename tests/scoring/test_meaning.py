"""What words mean: vectors that are summed, and likenesses between the sums."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from scoring.meaning import Floats, likeness, meaning
from scoring.text import tokens

FILE = "# axes: 2\nmouse\tAQA=\npointer\tAgE=\nlate\tAP8=\n"  # (1, 0), (2, 1), (0, -1)


def of(text: str) -> Floats:
    return meaning().of(tokens(text))


def like(one: str, other: str) -> float:
    return float(likeness(of(one)[None, :], of(other)[None, :])[0, 0])


@pytest.fixture
def small(tmp_path: Path, cache: Path) -> Path:
    path = tmp_path / "meaning.tsv"
    path.write_text(FILE)
    return path


def test_a_text_is_the_sum_of_its_words(small: Path) -> None:
    words = meaning(small)
    assert [3, 1] == list(words.of(tokens("Mouse, pointer!")))
    assert [2, 0] == list(words.of(tokens("mouse mouse")))


def test_another_form_of_an_unknown_word_stands_in_for_it(small: Path) -> None:
    assert [0, -1] == list(meaning(small).of(tokens("lated")))
    assert [0, 0] == list(meaning(small).of(tokens("zebra 12 ?")))


def test_likeness_is_the_cosine_and_nothing_is_like_nothing() -> None:
    found = likeness(np.array([[1.0, 0.0], [0.0, 0.0]]), np.array([[3.0, 4.0], [-2.0, 0.0]]))
    assert [[0.6, -1.0], [0.0, 0.0]] == found.tolist()


def test_what_means_alike_is_nearer_than_what_does_not() -> None:
    alike = like("I'll ring you back at noon", "we will call you again at twelve")
    assert alike > 0.2 + like("I'll ring you back at noon", "the cable is unplugged")


def test_the_table_is_whole_numbers_and_so_exact() -> None:
    assert (of("please restart the computer") % 1 == 0).all()
