"""The path and the advice in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.course.load import load_course
from simulator.course.models import Course
from simulator.course.path import BESIDE, Needs, Step
from simulator.records.advice import Advice, Training, Weakness, advise
from simulator.records.progress import Progress, Standing, StepProgress, progress
from simulator.terminal import path_words


@pytest.fixture(scope="module")
def trees(sixteen: Path) -> Course:
    return load_course(sixteen)


def test_steps() -> None:
    assert "Level 2, Careful hands" == path_words.step(Step(2, "Careful hands", ()))
    assert "Level 2" == path_words.step(Step(2, "", ()))
    assert "Beside the path" == path_words.step(Step(BESIDE, "", ()))


def test_needs(trees: Course) -> None:
    assert "" == path_words.needs(trees, Needs())
    assert "1 situation of level 4 passed" == path_words.needs(trees, Needs(passed=1, of_level=4))
    assert "“The matter of the oak in the hall” passed" == path_words.needs(trees, Needs(("oak",)))
    oak, elder, fir = (f"“The matter of the {name} in the hall”" for name in ("oak", "elder", "fir"))
    assert f"{oak}, {elder} and {fir} passed" == path_words.needs(trees, Needs(("oak", "elder", "fir")))


def test_what_a_locked_step_lacks_says_how_much_there_is(trees: Course) -> None:
    step = Step(2, "b", ("elder",), Needs(passed=2, of_level=1))
    told = "first pass 2 situations of level 1"
    assert f"{told} (none so far)" == path_words.lacks(trees, StepProgress(step, (), True))
    assert f"{told} (1 so far)" == path_words.lacks(trees, StepProgress(step, (), True, have=1))
    named = StepProgress(replace(step, needs=Needs(("oak", "fir"))), (), True, ("fir",))
    assert "first pass “The matter of the fir in the hall”" == path_words.lacks(trees, named)


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (Standing("oak"), "not tried yet"),
        (Standing("oak", 1, 45), "not passed, best 45 of 100, 1 attempt"),
        (Standing("oak", 3, 92, True), "passed, best 92 of 100, 3 attempts"),
    ],
)
def test_how_somebody_stands(standing: Standing, expected: str) -> None:
    assert expected == path_words.standing(standing)


def test_what_to_do_now_and_why(trees: Course) -> None:
    advice = advise(trees, (), {})
    assert "Next: The matter of the alder in the hall (not tried yet)." == path_words.now(trees, advice)
    assert "it is the first open situation of the path that is not passed" == path_words.why(advice)
    again = Advice(advice.progress, Standing("oak", 2, 71, True), True, ())
    told = (
        "All is passed. The lowest best score: The matter of the oak in the hall (passed, best 71 of 100, 2 attempts)."
    )
    assert told == path_words.now(trees, again)
    assert "everything is passed; there is most to gain here" == path_words.why(again)
    nothing = Advice(Progress(()), None, True, ())
    assert ("", "", "") == (
        path_words.now(trees, nothing),
        path_words.why(nothing),
        path_words.in_one_line(trees, nothing, ""),
    )


OAK = Training(Standing("oak"), 30.0)


@pytest.mark.parametrize(
    ("weakness", "expected"),
    [
        (
            Weakness("ask_open", False, 3, 5, 2.0, OAK),
            "ask an open question: missed or late in 3 of 5 recent conversations that called for it",
        ),
        (
            Weakness("greet", False, 1, 1, 1.0, OAK),
            "greet: missed or late in one recent conversation that called for it",
        ),
        (Weakness("blame", True, 2, 5, 1.0, OAK), "not to blame: it cost points in 2 of 5 recent conversations"),
        (Weakness("blame", True, 1, 1, 1.0, OAK), "not to blame: it cost points in one recent conversation"),
    ],
)
def test_a_weakness_has_its_reason(trees: Course, weakness: Weakness, expected: str) -> None:
    assert expected == path_words.missed(trees, weakness)


def test_where_it_is_trained_has_its_reason(trees: Course) -> None:
    title = "The matter of the oak in the hall"
    assert f"{title} (worth 30 of 100; not tried yet)" == path_words.trains(
        trees, Weakness("greet", False, 1, 1, 1.0, OAK)
    )
    costs = Weakness("blame", True, 1, 1, 1.0, Training(Standing("oak", 1, 40), 15.0))
    assert f"{title} (costs 15 there; not passed, best 40 of 100, 1 attempt)" == path_words.trains(trees, costs)
    fatal = Weakness("blame", True, 1, 1, 1.0, Training(Standing("oak"), 100.0))
    assert f"{title} (decisive there; not tried yet)" == path_words.trains(trees, fatal)


def test_one_line_after_a_report(trees: Course) -> None:
    advice = replace(advise(trees, (), {}), weaknesses=(Weakness("greet", False, 1, 1, 1.0, OAK),))
    assert (
        "Next: The matter of the alder in the hall (not tried yet). Missed most of late: greet. "
        "To begin: deskside play alder; reasons: deskside next"
    ) == path_words.in_one_line(trees, advice, "")
    assert "deskside next --trainee 'ada l'" in path_words.in_one_line(trees, advice, "ada l")
    assert "deskside play alder --trainee 'ada l'" in path_words.in_one_line(trees, advice, "ada l")


def test_the_summary(trees: Course) -> None:
    assert "Path: 0 of 16 situations passed." == path_words.came_so_far(progress(trees, ()))
    one = replace(trees, path=replace(trees.path, steps=trees.path.steps[4:]))
    assert "Path: 0 of 1 situation passed." == path_words.came_so_far(progress(one, ()))
