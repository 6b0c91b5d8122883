"""Whether every step of a path can be opened: what it needs has to come before it, and there has to be enough of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from simulator.course.nodes import Place
from simulator.course.path import Step, met, of_level
from simulator.course.source import Source


class DraftStep(NamedTuple):
    """A step, and where it says what it needs."""

    step: Step
    place: Place


def check_locks(source: Source, drafts: Sequence[DraftStep]) -> None:
    """Complain of needs that can never be met, and of steps that wait for each other in a circle."""
    steps = [draft.step for draft in drafts]
    hopeless = set()
    for number, (step, place) in enumerate(drafts):
        there = len(of_level(steps, step.needs.of_level))
        if there < step.needs.passed:
            hopeless.add(number)
            source.complain("DS804", place, passed=step.needs.passed, level=step.needs.of_level, count=there)
    waits = _waits(steps, hopeless)
    told: set[int] = set()
    for number in waits:
        circle = _circle(number, waits)
        if told.isdisjoint(circle):
            told.update(circle)
            chain = " → ".join(f"“{steps[one].title}”" for one in (*circle, circle[0]))
            source.complain("DS805", drafts[circle[0]].place, title=steps[circle[0]].title, chain=chain)


def _waits(steps: Sequence[Step], hopeless: Collection[int]) -> Mapping[int, int]:
    """The steps that never open, by number, each with one of them that it waits for. What is `hopeless` was told of
    already and counts as open."""
    placed = {name for step in steps for name in step.scenarios}
    passed = {name for step in steps for name in step.needs.scenarios if name not in placed}
    shut = dict(enumerate(steps))
    while opened := [one for one, step in shut.items() if one in hopeless or met(step.needs, steps, passed)]:
        for one in opened:
            passed.update(shut.pop(one).scenarios)
    return {one: _waits_for(step, shut) for one, step in shut.items()}


def _waits_for(step: Step, shut: Mapping[int, Step]) -> int:
    needs = step.needs
    return next(
        number
        for number, other in shut.items()
        if (needs.passed and other.level == needs.of_level) or not set(needs.scenarios).isdisjoint(other.scenarios)
    )


def _circle(start: int, waits: Mapping[int, int]) -> Sequence[int]:
    """The circle that one comes into from a step that never opens, beginning with the step that stands first."""
    seen: list[int] = []
    number = start
    while number not in seen:
        seen.append(number)
        number = waits[number]
    circle = seen[seen.index(number) :]
    first = circle.index(min(circle))
    return circle[first:] + circle[:first]
