"""One reply as the engine takes it: what it shows, what of that counts, and what it does to the person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import NamedTuple

from scoring.detection import Detections, Recognizer
from scoring.rubric import TurnShown
from scoring.stuffing import said_before
from simulator.course.models import Course, Scenario
from simulator.engine.events import Recognized
from simulator.engine.terms import harmful


class Reading(NamedTuple):
    """`counted` moves the conversation: in a stuffed reply only what does harm. `reasons` move the mood: what counted,
    in the order of its words, and silence, stuffed or confused."""

    text: str
    detections: Detections
    counted: frozenset[str]
    reasons: tuple[str, ...]

    @property
    def silent(self) -> bool:
        return not self.text.strip()

    def recognized(self, turn: int) -> Recognized:
        """As the event that is kept."""
        return Recognized(turn, tuple(asdict(one) for one in self.detections), self.detections.stuffed)

    def as_turn_shown(self, turn: int, state: str) -> TurnShown:
        """As the rubric sees it."""
        shown = tuple((one.behaviour, one.text, one.start, one.end) for one in self.detections)
        return TurnShown(turn, state, self.text, shown, self.detections.stuffed)


def read(
    course: Course,
    scenario: Scenario,
    recognizer: Recognizer,
    text: str,
    person: str,
    told: Sequence[str],
    earlier: Sequence[str],
) -> Reading:
    """Read one reply. `person`: what it answers; `told`: ids of the facts told so far; `earlier`: the replies given in
    the same state before."""
    if not text.strip():
        return Reading(text, Detections(), frozenset(), ("silence",))
    facts = tuple(scenario.facts[name] for name in told)
    found = recognizer.detect(text, person, moves=scenario.moves, facts=facts)
    if not found.stuffed:
        found = replace(found, stuffed=said_before(text, earlier))
    counted = found.ids if found.stuffed is None else found.ids & harmful(course, scenario)
    reasons = [one.behaviour for one in found if one.behaviour in counted]
    if found.stuffed is not None:
        reasons.append("stuffed")
    elif not found.understood:
        reasons.append("confused")
    return Reading(text, found, counted, tuple(dict.fromkeys(reasons)))
