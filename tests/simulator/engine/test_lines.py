"""Which of several wordings is said: varied, seeded, never the same twice running."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.lines import LinePicker

THREE = ("one", "two", "three")
SEEDS = st.integers(-(2**40), 2**40)


def test_the_same_seed_says_the_same() -> None:
    first, second = LinePicker(7), LinePicker(7)
    assert [first.pick(THREE, turn, "here") for turn in range(9)] == [
        second.pick(THREE, turn, "here") for turn in range(9)
    ]


def test_seed_turn_and_purpose_each_make_a_difference() -> None:
    assert set(THREE) == {LinePicker(seed).pick(THREE, 1, "here") for seed in range(30)}
    assert set(THREE) == {LinePicker(1).pick(THREE, turn, "here") for turn in range(30)}
    assert set(THREE) == {LinePicker(1).pick(THREE, 1, f"purpose {number}") for number in range(30)}


def test_a_choice_made_once_is_made_on_every_machine() -> None:
    picker = LinePicker(2026)
    assert ["three", "one", "two", "one", "two", "three", "one"] == [
        picker.pick(THREE, turn, "complaint:person") for turn in range(7)
    ]


@pytest.mark.parametrize(("wordings", "expected"), [((), ""), (("only",), "only")])
def test_none_and_one(wordings: tuple[str, ...], expected: str) -> None:
    picker = LinePicker(1)
    assert [expected, expected] == [picker.pick(wordings, turn, "here") for turn in (1, 2)]


@given(SEEDS, st.integers(1, 7))
def test_all_are_said_before_one_comes_again(seed: int, number: int) -> None:
    picker, wordings = LinePicker(seed), [f"line {at}" for at in range(number)]
    for rounds in range(1, 4):
        said = Counter(picker.pick(wordings, rounds * number + at, "here") for at in range(number))
        assert dict.fromkeys(wordings, 1) == said


@given(SEEDS, st.integers(2, 5))
def test_never_the_same_twice_running(seed: int, number: int) -> None:
    picker, wordings = LinePicker(seed), [f"line {at}" for at in range(number)]
    said = [picker.pick(wordings, turn, "here") for turn in range(20)]
    assert [] == [one for one, two in pairwise(said) if one == two]


@given(SEEDS, st.integers(2, 4), st.integers(2, 4), st.lists(st.booleans(), min_size=20, max_size=20))
def test_nor_when_each_turn_says_two_things(seed: int, reactions: int, lines: int, reacts: list[bool]) -> None:
    """A reaction between two lines does not make them any less the same."""
    picker = LinePicker(seed)
    turns = []
    for turn, both in enumerate(reacts):
        said = {picker.pick([f"reaction {at}" for at in range(reactions)], turn, "reaction")} if both else set()
        turns.append(said | {picker.pick([f"line {at}" for at in range(lines)], turn, "line")})
    assert [] == [one & two for one, two in pairwise(turns) if one & two]
