"""Hints, in three steps for each thing that is due: what it is, how it sounds, and a reply that one could give."""

from __future__ import annotations

from collections.abc import Iterable

from scoring.rubric import Expected
from simulator.course.models import Course, Scenario
from simulator.engine.events import Event, HintGiven
from simulator.engine.terms import definition, name_of, sounds

WHICH, HOW, REPLY = 1, 2, 3


def next_step(events: Iterable[Event], behaviour: str) -> int:
    """The step that comes next for `behaviour`: one more than the last that was given, and the last over again."""
    given = [event.step for event in events if isinstance(event, HintGiven) and event.behaviour == behaviour]
    return min(max(given, default=0) + 1, REPLY)


def hint_text(course: Course, scenario: Scenario, item: Expected, step: int) -> str:
    """What a step says: the name; what it means, with a phrase where the last step has another; the rubric's model
    reply, else a phrase that shows it, else what it means."""
    meant, phrase = definition(course, scenario, item.behaviour), sounds(course, scenario, item.behaviour)
    if step == WHICH:
        return name_of(course, item.behaviour)
    if step == HOW:
        return f"{meant} For example: “{phrase}”" if phrase and item.model else meant
    return item.model or phrase or meant
