"""The order in which the scenarios of a course are to be practised: steps, and what each of them needs first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.course.models import Course

BESIDE = 0
"""The level of a step that holds what the path leaves out."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What is to be passed before a step: all of `scenarios`, and `passed` of the scenarios in steps of `of_level`."""

    scenarios: tuple[str, ...] = ()
    passed: int = 0
    of_level: int = 0

    def __bool__(self) -> bool:
        return bool(self.scenarios or self.passed)


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the path. `scenarios` are ids, in the order in which to practise them; `title` may be ""."""

    level: int
    title: str
    scenarios: tuple[str, ...]
    needs: Needs = Needs()


@dataclass(frozen=True, slots=True)
class LearningPath:
    """A course's own name, what it says of itself, and its steps. All of it is empty for a course without a file
    `course.yaml`."""

    title: str = ""
    about: str = ""
    steps: tuple[Step, ...] = ()


def steps_of(course: Course) -> tuple[Step, ...]:
    """Every scenario of the course in a step: as its path has it, with what the path leaves out in a last step of level
    BESIDE. A course without a path has one step for each level, with nothing needed."""
    scenarios = sorted(course.scenarios.values(), key=lambda one: (one.level, one.title, one.id))
    if not course.path.steps:
        return tuple(
            Step(level, "", tuple(one.id for one in members))
            for level, members in groupby(scenarios, key=lambda one: one.level)
        )
    placed = {name for step in course.path.steps for name in step.scenarios}
    beside = tuple(one.id for one in scenarios if one.id not in placed)
    return course.path.steps + ((Step(BESIDE, "", beside),) if beside else ())


def of_level(steps: Iterable[Step], level: int) -> tuple[str, ...]:
    """The scenarios that stand in steps of this level."""
    return tuple(name for step in steps for name in step.scenarios if step.level == level)


def met(needs: Needs, steps: Iterable[Step], passed: Collection[str]) -> bool:
    """Whether somebody who passed these scenarios has what a step needs."""
    enough = sum(name in passed for name in of_level(steps, needs.of_level)) >= needs.passed
    return enough and all(name in passed for name in needs.scenarios)
