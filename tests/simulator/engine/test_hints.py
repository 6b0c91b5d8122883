"""What each step of a hint says."""

from __future__ import annotations

import pytest

from scoring.rubric import Expected
from simulator.course.models import Course, Scenario
from simulator.engine.events import HintGiven, NoteTaken
from simulator.engine.hints import hint_text, next_step

GREETING = "Good morning, this is Robin."


def told(course: Course, scenario: Scenario, item: Expected) -> list[str]:
    return [hint_text(course, scenario, item, step) for step in (1, 2, 3)]


def test_a_behaviour_its_meaning_with_a_phrase_and_the_model_reply(course: Course, scenario: Scenario) -> None:
    label = course.behaviours["greet"]
    assert [label.name, f"{label.is_} For example: “{label.sounds}”", GREETING] == told(
        course, scenario, Expected("greet", 10, model=GREETING)
    )


def test_without_a_model_reply_the_phrase_comes_last(course: Course, scenario: Scenario) -> None:
    label = course.behaviours["ask_open"]
    assert [label.name, label.is_, label.sounds] == told(course, scenario, Expected("ask_open", 10))


def test_a_move_has_its_name_its_meaning_and_its_first_phrase(course: Course, scenario: Scenario) -> None:
    assert ["send loan", "Offers a loan laptop.", "I can send you a loan laptop"] == told(
        course, scenario, Expected("send_loan", 10)
    )


@pytest.mark.parametrize(
    ("earlier", "step"),
    [
        ([], 1),
        ([HintGiven(0, "greet", "x", 1)], 2),
        ([HintGiven(0, "greet", "x", 1), HintGiven(0, "thank", "x", 1), NoteTaken(0, "x")], 2),
        ([HintGiven(0, "thank", "x", 2)], 1),
        ([HintGiven(0, "greet", "x", 3), HintGiven(0, "greet", "x", 3)], 3),
        ([HintGiven(0, "greet", "as they were given once")], 3),
    ],
)
def test_the_step_that_comes_next(earlier: list[HintGiven], step: int) -> None:
    assert step == next_step(earlier, "greet")
