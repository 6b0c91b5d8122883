"""How far a trainee has come on the path of a course: what was tried and passed, and what is still locked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.course.models import Course
from simulator.course.path import BESIDE, Step, met, of_level, steps_of
from simulator.records.interface import SessionRow


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands in one scenario: conversations that came to their end, the best score of them (0..100, None
    before the first), and whether one of them was passed."""

    scenario: str
    attempts: int = 0
    best: int | None = None
    passed: bool = False


@dataclass(frozen=True, slots=True)
class StepProgress:
    """A step and how somebody stands in each of its scenarios. While it is `locked`, `missing` are the scenarios which
    it names in its needs that are not passed yet, and `have` is how many are passed of the level that it counts."""

    step: Step
    standings: tuple[Standing, ...]
    locked: bool = False
    missing: tuple[str, ...] = ()
    have: int = 0

    @property
    def passed(self) -> int:
        """How many of its scenarios are passed."""
        return sum(one.passed for one in self.standings)


@dataclass(frozen=True, slots=True)
class Progress:
    """Every step, in order; `passed` of `of` scenarios of the path are passed."""

    steps: tuple[StepProgress, ...]

    @property
    def passed(self) -> int:
        return sum(one.passed for one in self.steps if one.step.level != BESIDE)

    @property
    def of(self) -> int:
        return sum(len(one.standings) for one in self.steps if one.step.level != BESIDE)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """How somebody stands in every scenario, in the order of the path."""
        return tuple(standing for one in self.steps for standing in one.standings)

    @property
    def locked(self) -> frozenset[str]:
        """The scenarios that stand in a locked step and were not passed yet."""
        shut = (standing for one in self.steps if one.locked for standing in one.standings)
        return frozenset(standing.scenario for standing in shut if not standing.passed)


def counted(rows: Iterable[SessionRow]) -> tuple[SessionRow, ...]:
    """The sessions that are attempts: those that came to their end and are not one more try at a turn of another
    session."""
    return tuple(row for row in rows if row.attempt and row.score is not None)


def progress(course: Course, rows: Iterable[SessionRow]) -> Progress:
    """The progress of somebody with these sessions, in any order; those of other courses do not matter."""
    attempts: dict[str, list[SessionRow]] = {}
    for row in counted(rows):
        attempts.setdefault(row.scenario, []).append(row)
    steps = steps_of(course)
    standings = {name: _standing(name, attempts.get(name, ())) for step in steps for name in step.scenarios}
    passed = {name for name, standing in standings.items() if standing.passed}
    return Progress(tuple(_step(step, steps, standings, passed) for step in steps))


def _standing(scenario: str, attempts: Iterable[SessionRow]) -> Standing:
    scores = [row.score for row in attempts if row.score is not None]
    return Standing(scenario, len(scores), max(scores, default=None), any(row.passed for row in attempts))


def _step(step: Step, steps: tuple[Step, ...], standings: dict[str, Standing], passed: set[str]) -> StepProgress:
    members = tuple(standings[name] for name in step.scenarios)
    if met(step.needs, steps, passed):
        return StepProgress(step, members)
    missing = tuple(name for name in step.needs.scenarios if name not in passed)
    have = len(passed.intersection(of_level(steps, step.needs.of_level)))
    return StepProgress(step, members, True, missing, have)
