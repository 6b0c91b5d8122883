"""How the persona feels, and what moves it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.course.models import MOOD_WORDS, Course, Lines, Persona, Scenario, Shift, State
from simulator.engine.events import Mood
from simulator.engine.mood import mood_word, reacts_to, shifted, shifts, wordings

KIND = Shift(calm=8, trust=4)
HARSH = Shift(calm=-20, patience=-10)


@pytest.fixture
def persona(make: Callable[..., tuple[Course, Scenario]]) -> Persona:
    course, _ = make(
        State("start"),
        weights={"thank": KIND, "blame": HARSH, "mixed": Shift(calm=8, trust=-8), "confused": Shift()},
        reactions={"thank": ("Oh.",), "blame": ("Me?",), "greet": ("Hm.",), "mixed": ("Well.",)},
    )
    return course.personas["ann"]


# In words


@pytest.mark.parametrize(
    ("calm", "word"),
    [
        (0, "furious"),
        (19, "furious"),
        (20, "angry"),
        (39, "angry"),
        (40, "upset"),
        (59, "upset"),
        (60, "settled"),
        (79, "settled"),
        (80, "calm"),
        (100, "calm"),
    ],
)
def test_the_word_comes_from_calm(calm: int, word: str) -> None:
    assert word == mood_word(calm)


# What moves it


def test_each_thing_shown_moves_it_by_the_personas_own_weight(persona: Persona) -> None:
    assert (("blame", HARSH), ("thank", KIND)) == shifts(persona, ["blame", "greet", "thank"], {})


def test_a_kindness_wears_off_by_half_each_time(persona: Persona) -> None:
    worn = [shifts(persona, ["thank"], {"thank": times}) for times in range(5)]
    assert [Shift(8, 4), Shift(4, 2), Shift(2, 1), Shift(1, 0)] == [shift for ((_, shift),) in worn[:4]]
    assert () == worn[4]


def test_an_unkindness_never_wears_off(persona: Persona) -> None:
    assert (("blame", HARSH),) == shifts(persona, ["blame"], {"blame": 9})


def test_of_what_does_both_only_the_kind_side_wears_off(persona: Persona) -> None:
    assert (("mixed", Shift(calm=2, trust=-8)),) == shifts(persona, ["mixed"], {"mixed": 2})


def test_silence_and_stuffing_move_anybody_unless_the_persona_says_otherwise(persona: Persona) -> None:
    assert (("silence", Shift(patience=-6)), ("stuffed", Shift(-4, -10, -6))) == shifts(
        persona, ["silence", "stuffed"], {}
    )
    assert () == shifts(persona, ["confused"], {}), "this one takes no offence"


def test_changes_are_summed_before_they_are_kept_within_bounds() -> None:
    assert Mood(100, 45, 0) == shifted(Mood(95, 50, 5), [Shift(calm=30), Shift(calm=-10, trust=-5, patience=-40)])


@given(st.lists(st.builds(Shift, *[st.integers(-100, 100)] * 3)))
def test_whatever_happens_a_mood_stays_within_0_and_100(changes: list[Shift]) -> None:
    mood = shifted(Mood(50, 0, 100), changes)
    assert all(0 <= points <= 100 for points in (mood.calm, mood.trust, mood.patience))


# Lines for a mood

ANGRY, CALM, USUAL = ("Grr.",), ("Ah.",), ("Hm.",)
LINES = Lines(USUAL, {"angry": ANGRY, "calm": CALM})


def test_moods_beside_each_other_stand_in_for_each_other_and_else_the_usual_is_said() -> None:
    assert [ANGRY, ANGRY, USUAL, CALM, CALM] == [wordings(LINES, word) for word in MOOD_WORDS]
    assert [ANGRY, ANGRY] == [wordings(Lines(USUAL, {"furious": ANGRY}), word) for word in ("furious", "angry")]
    assert [CALM, CALM] == [wordings(Lines(USUAL, {"settled": CALM}), word) for word in ("settled", "calm")]


def test_a_moods_own_lines_come_before_those_that_stand_in() -> None:
    both = Lines(USUAL, {"furious": ("Rrr!",), "angry": ANGRY})
    assert [("Rrr!",), ANGRY] == [wordings(both, word) for word in ("furious", "angry")]


def test_without_lines_there_are_none() -> None:
    assert () == wordings(Lines(), "upset")


# Reactions


@pytest.mark.parametrize(
    ("shown", "new", "expected"),
    [
        (["thank"], ["thank"], "thank"),  # a kindness the first time
        (["thank"], [], ""),  # and never again
        (["blame"], [], "blame"),  # harm always
        (["thank", "blame"], ["thank"], "blame"),  # harm before kindness
        (["greet", "thank"], ["greet", "thank"], "thank"),  # the kindness that weighs most
        (["greet"], ["greet"], "greet"),
        (["mixed"], ["mixed"], "mixed"),
        (["apologize"], ["apologize"], ""),  # nothing to say on that
        ([], [], ""),
    ],
)
def test_what_the_persona_has_a_word_to_say_on(
    persona: Persona, shown: list[str], new: list[str], expected: str
) -> None:
    assert expected == reacts_to(persona, shown, new)
    assert expected == reacts_to(persona, reversed(shown), new)
