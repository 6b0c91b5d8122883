"""What the ids of a scenario's behaviours and moves stand for."""

from __future__ import annotations

from simulator.course.models import Course, Scenario


def harmful(course: Course, scenario: Scenario) -> frozenset[str]:
    """The behaviours and moves that harm: what the rubric charges, and what is to be avoided anywhere."""
    charged = (item.behaviour for item in scenario.rubric.avoid)
    return frozenset(charged) | {name for name, label in course.behaviours.items() if label.kind == "avoid"}


def definition(course: Course, scenario: Scenario, name: str) -> str:
    """What showing `name` means; the id itself when nothing defines it."""
    for move in scenario.moves:
        if move.id == name:
            return move.definition
    label = course.behaviours.get(name)
    return label.is_ if label else name
