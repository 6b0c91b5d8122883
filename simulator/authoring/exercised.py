"""Which behaviours the scenarios of a course exercise: what a course teaches, as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from simulator.course.models import Course, Scenario
from simulator.course.path import steps_of

PARTS = ("rubric", "happenings", "promises")
"""What names behaviours in a scenario because they matter there. Its rules name them, too, for the way it takes."""


def exercised(course: Course) -> Mapping[str, tuple[str, ...]]:
    """Every behaviour of the course with the scenarios that exercise it, in the order of the path. Exercised is what a
    rubric expects or has avoided, and what an event or a promise in the middle of the conversation asks for."""
    named = {name: _named(course.scenarios[name]) for step in steps_of(course) for name in step.scenarios}
    return {
        behaviour: tuple(name for name, found in named.items() if behaviour in found)
        for behaviour in sorted(course.behaviours)
    }


def table(course: Course) -> str:
    """The same as a Markdown table, what is to be shown before what is to be avoided."""
    rows = ["| behaviour | id | | scenarios |", "| --- | --- | --- | --- |"]
    found = exercised(course)
    for behaviour in sorted(found, key=lambda name: (course.behaviours[name].kind != "expect", name)):
        label = course.behaviours[behaviour]
        kind = "to show" if label.kind == "expect" else "to avoid"
        scenarios = ", ".join(f"`{name}`" for name in found[behaviour])
        rows.append(f"| {label.name} | `{behaviour}` | {kind} | {scenarios or '–'} |")
    return "\n".join(rows) + "\n"


def _named(scenario: Scenario) -> frozenset[str]:
    moves = {move.id for move in scenario.moves}
    return frozenset(text for part in PARTS for text in _texts(getattr(scenario, part, None)) if text not in moves)


def _texts(value: object) -> Iterator[str]:
    """Every text in a model, however deep: the names among them are those of behaviours and moves."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
