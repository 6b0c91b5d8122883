"""What the scenarios of a course are about, for choosing one."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.course.models import Course, Scenario
from simulator.course.path import Needs, Step, steps_of


@dataclass(frozen=True, slots=True)
class Listed:
    """One scenario. `persona` is the person's name. `step` is the title of the step of the path in which it stands, and
    `needs` what is to be passed before it; "" and None where there is nothing of the kind. `behaviours` (what earns), `avoid`
    (what costs) and `moves` (the scenario's own) are ids, in the order of its file."""

    id: str
    title: str
    summary: str
    channel: str
    level: int
    step: str
    needs: Needs | None
    persona: str
    behaviours: tuple[str, ...]
    avoid: tuple[str, ...]
    moves: tuple[str, ...]


def listed(course: Course) -> tuple[Listed, ...]:
    """All scenarios in the order of the path, which is the easiest first where there is none."""
    return tuple(_listed(course, course.scenarios[name], step) for step in steps_of(course) for name in step.scenarios)


def _listed(course: Course, scenario: Scenario, step: Step) -> Listed:
    moves = tuple(move.id for move in scenario.moves)
    rubric = scenario.rubric
    return Listed(
        id=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        channel=scenario.channel,
        level=scenario.level,
        step=step.title,
        needs=step.needs or None,
        persona=course.personas[scenario.persona].name,
        behaviours=tuple(item.behaviour for item in rubric.expect if item.behaviour not in moves),
        avoid=tuple(item.behaviour for item in rubric.avoid if item.behaviour not in moves),
        moves=moves,
    )
