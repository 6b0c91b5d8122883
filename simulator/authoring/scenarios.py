"""What the scenarios of a course are about, for choosing one."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.course.models import Course, Scenario


@dataclass(frozen=True, slots=True)
class Listed:
    """One scenario. `persona` is the person's name. `behaviours` (what earns), `avoid` (what costs) and `moves` (the
    scenario's own) are ids, in the order of its file."""

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
    rubric = scenario.rubric
    return Listed(
        id=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        channel=scenario.channel,
        level=scenario.level,
        persona=course.personas[scenario.persona].name,
        behaviours=tuple(item.behaviour for item in rubric.expect if item.behaviour not in moves),
        avoid=tuple(item.behaviour for item in rubric.avoid if item.behaviour not in moves),
        moves=moves,
    )
