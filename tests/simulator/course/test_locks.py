"""Steps that can never be opened."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.course.locks import DraftStep, check_locks
from simulator.course.nodes import Place
from simulator.course.path import Needs, Step, met
from simulator.course.source import Source


def complaints(*steps: Step) -> list[str]:
    """What is told of a path: the code and the line, where each step says on a line of its own what it needs."""
    source = Source(Path("course.yaml"), lines=["" for _ in steps])
    check_locks(source, [DraftStep(step, Place(line, 1)) for line, step in enumerate(steps, 1)])
    return [f"{one.code} {one.line}: {one.message}" for one in source.found]


def test_a_path_that_goes_forward_is_fine() -> None:
    assert [] == complaints(
        Step(1, "a", ("x", "y")),
        Step(2, "b", ("z",), Needs(passed=2, of_level=1)),
        Step(3, "c", ("w",), Needs(scenarios=("x", "z"))),
    )


def test_a_step_may_need_a_later_one_and_what_the_path_leaves_out() -> None:
    assert [] == complaints(Step(2, "b", ("z",), Needs(scenarios=("x", "beside"))), Step(1, "a", ("x",)))


def test_a_level_may_open_a_part_of_itself() -> None:
    assert [] == complaints(Step(1, "a", ("x",)), Step(1, "b", ("y",), Needs(passed=1, of_level=1)))


def test_more_than_there_are() -> None:
    assert ["DS804 2: 3 of level 1 can never be passed: the path has 2 of that level."] == complaints(
        Step(1, "a", ("x", "y")), Step(2, "b", ("z",), Needs(passed=3, of_level=1))
    )
    assert ["DS804 1: 1 of level 4 can never be passed: the path has 0 of that level."] == complaints(
        Step(1, "a", ("x",), Needs(passed=1, of_level=4))
    )


def test_a_step_that_needs_itself() -> None:
    told = "can never be opened, because it waits for itself: “a” → “a”."
    assert [f"DS805 1: 'a' {told}"] == complaints(Step(1, "a", ("x",), Needs(scenarios=("x",))))
    assert [f"DS805 1: 'a' {told}"] == complaints(Step(1, "a", ("x",), Needs(passed=1, of_level=1)))


def test_a_circle_is_told_once_where_it_begins_and_not_of_what_waits_for_it() -> None:
    assert ["DS805 2: 'b' can never be opened, because it waits for itself: “b” → “d” → “b”."] == complaints(
        Step(1, "a", ("x",)),
        Step(2, "b", ("y",), Needs(scenarios=("w",))),
        Step(3, "c", ("z",), Needs(scenarios=("y",))),
        Step(4, "d", ("w",), Needs(scenarios=("x", "y"))),
    )


def test_two_circles_are_two() -> None:
    found = complaints(Step(1, "a", ("x",), Needs(scenarios=("x",))), Step(2, "b", ("y",), Needs(scenarios=("y",))))
    assert ["DS805 1", "DS805 2"] == [one[:7] for one in found]


NAMES = "abcdef"
NEEDS = st.one_of(
    st.just(Needs()),
    st.builds(
        lambda names: Needs(scenarios=tuple(sorted(names))), st.sets(st.sampled_from(NAMES), min_size=1, max_size=3)
    ),
    st.builds(lambda passed, level: Needs(passed=passed, of_level=level), st.integers(1, 3), st.integers(1, 3)),
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 3), NEEDS), min_size=1, max_size=6))
def test_nothing_is_told_exactly_when_passing_all_that_is_open_opens_everything(
    given_steps: list[tuple[int, Needs]],
) -> None:
    steps = [Step(level, NAMES[at], (NAMES[at],), needs) for at, (level, needs) in enumerate(given_steps)]
    passed = set(NAMES[len(steps) :])
    for _ in steps:
        passed.update(name for step in steps if met(step.needs, steps, passed) for name in step.scenarios)
    assert (set(NAMES) == passed) == (not complaints(*steps))
