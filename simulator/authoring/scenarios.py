"""What the scenarios of a course are about, for choosing one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.course.models import Course, Scenario


@dataclass(frozen=True, slots=True)
class Listed:
    """One scenario. `persona` is the person's name. `behaviours` (expected, or looked for by a rule), `avoid` (they
    cost) and `moves` (its own) are ids, the rubric's first and in its order."""

    id: str
    title: str
    summary: str
    channel: str
    level: int
    persona: str
    behaviours: tuple[str, ...]
    avoid: tuple[str, ...]
    moves: tuple[str, ...]


def listed(course: Course) -> tuple[Listed, ...]:
    """All scenarios, the easiest first."""
    scenarios = sorted(course.scenarios.values(), key=lambda one: (one.level, one.id))
    return tuple(_listed(course, scenario) for scenario in scenarios)


def _listed(course: Course, scenario: Scenario) -> Listed:
    moves = tuple(move.id for move in scenario.moves)
    avoid = tuple(item.behaviour for item in scenario.rubric.avoid if item.behaviour not in moves)
    exercised = dict.fromkeys(name for name in _asked_for(scenario) if name not in moves and name not in avoid)
    return Listed(
        id=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        channel=scenario.channel,
        level=scenario.level,
        persona=course.personas[scenario.persona].name,
        behaviours=tuple(exercised),
        avoid=avoid,
        moves=moves,
    )


def _asked_for(scenario: Scenario) -> Iterator[str]:
    for item in scenario.rubric.expect:
        yield item.behaviour
    for state in scenario.states.values():
        for rule in state.then:
            for shown in (rule.when, rule.so_far):
                yield from shown.any
                yield from shown.all
