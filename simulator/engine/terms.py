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


def name_of(course: Course, name: str) -> str:
    """How people read the id of a behaviour or a move."""
    label = course.behaviours.get(name)
    return label.name if label else name.replace("_", " ")


def sounds(course: Course, scenario: Scenario, name: str) -> str:
    """A phrase that shows `name`; "" when none is known."""
    for move in scenario.moves:
        if move.id == name:
            return move.like[0] if move.like else ""
    label = course.behaviours.get(name)
    return label.sounds if label else ""


def reason(course: Course, name: str) -> str:
    """Why `name` matters, in one sentence; "" where nobody says."""
    label = course.behaviours.get(name)
    return label.why if label else ""
