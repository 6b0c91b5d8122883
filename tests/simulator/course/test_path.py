"""The order in which scenarios are practised."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.course.load import load_course
from simulator.course.models import Course
from simulator.course.path import BESIDE, LearningPath, Needs, Step, met, of_level, steps_of


@pytest.fixture(scope="module")
def trees(sixteen: Path) -> Course:
    return load_course(sixteen)


def test_the_steps_are_those_of_the_file(trees: Course) -> None:
    assert trees.path.steps == steps_of(trees)
    assert [(1, 4), (2, 4), (3, 5), (4, 2), (5, 1)] == [(one.level, len(one.scenarios)) for one in steps_of(trees)]


def test_without_a_path_the_levels_are_the_steps_and_titles_the_order(trees: Course) -> None:
    fir = replace(trees.scenarios["fir"], title="A matter that comes first")
    alone = replace(trees, path=LearningPath(), scenarios={**trees.scenarios, "fir": fir})
    steps = steps_of(alone)
    assert [1, 2, 3, 4, 5] == [one.level for one in steps]
    assert ("fir", "elder", "gorse", "hazel") == steps[1].scenarios
    assert not any(one.needs or one.title for one in steps)


def test_what_the_path_leaves_out_comes_last(trees: Course) -> None:
    short = replace(trees, path=LearningPath(steps=(Step(2, "Now", ("elder", "fir")),)))
    first, last = steps_of(short)
    assert ("elder", "fir") == first.scenarios
    assert (BESIDE, 14, "alder", "poplar") == (last.level, len(last.scenarios), last.scenarios[0], last.scenarios[-1])


def test_a_level_may_have_several_steps() -> None:
    steps = (Step(1, "a", ("x", "y")), Step(2, "b", ("z",)), Step(1, "c", ("w",)))
    assert ("x", "y", "w") == of_level(steps, 1)


@pytest.mark.parametrize(
    ("needs", "passed", "expected"),
    [
        (Needs(), set(), True),
        (Needs(scenarios=("x", "z")), {"x"}, False),
        (Needs(scenarios=("x", "z")), {"x", "z"}, True),
        (Needs(passed=2, of_level=1), {"x", "z"}, False),
        (Needs(passed=2, of_level=1), {"x", "y"}, True),
    ],
)
def test_what_a_step_needs(needs: Needs, passed: set[str], expected: bool) -> None:
    steps = (Step(1, "a", ("x", "y")), Step(2, "b", ("z",)))
    assert expected == met(needs, steps, passed)
    assert bool(needs) == (needs != Needs())
