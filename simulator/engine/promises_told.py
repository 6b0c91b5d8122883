"""What coaching and reports tell of promises, and what broken ones cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoring.rubric import ItemScore
from simulator.course.models import Promise, Scenario
from simulator.engine.events import Event, PromiseBroken, PromiseKept, PromiseMade

KEPT, BROKEN, UNTESTED = "kept", "broken", "untested"


@dataclass(frozen=True, slots=True)
class PromiseTold:
    """A promise as a report tells of it. `status`: kept, broken or untested (its time had not come when the
    conversation ended). `turn` and `quote`: when and with which words it was made; `named`: the time named with it;
    `settled`: the turn that kept or broke it, `settled_quote` the words that kept it. `points` are below zero for a
    broken one that costs."""

    promise: str
    definition: str
    status: str
    turn: int
    quote: str
    named: str
    settled: int | None
    settled_quote: str
    points: float


def told(promises: Mapping[str, Promise], events: Sequence[Event]) -> tuple[PromiseTold, ...]:
    """All promises that were made, in their order, by the events of a conversation that count."""
    ends = {event.promise: event for event in events if isinstance(event, PromiseKept | PromiseBroken)}
    return tuple(
        _told(promises[event.promise], event, ends.get(event.promise))
        for event in events
        if isinstance(event, PromiseMade)
    )


def _told(promise: Promise, made: PromiseMade, end: PromiseKept | PromiseBroken | None) -> PromiseTold:
    broken = isinstance(end, PromiseBroken)
    return PromiseTold(
        promise=promise.id,
        definition=promise.definition,
        status=UNTESTED if end is None else BROKEN if broken else KEPT,
        turn=made.turn,
        quote=made.quote,
        named=made.named,
        settled=None if end is None else end.turn,
        settled_quote=end.quote if isinstance(end, PromiseKept) else "",
        points=-float(promise.costs) if broken else 0.0,
    )


def charges(made: Sequence[PromiseTold]) -> tuple[ItemScore, ...]:
    """What broken promises cost, as items of a score."""
    return tuple(
        ItemScore(
            one.promise,
            "avoid",
            "charged",
            one.points,
            0,
            one.turn,
            one.quote,
            None,
            "",
            f"promised in turn {one.turn}, and not kept when turn {one.settled} was over",
        )
        for one in made
        if one.points
    )


def name_of_charge(promise: Promise) -> str:
    """How people read the item that a broken promise is: "break a promise: to ring him with news"."""
    return f"break a promise: {_definition(promise)}"


def in_words(scenario: Scenario, events: Sequence[Event], turn: int) -> list[str]:
    """What turn `turn` did to promises, a sentence for each."""
    said = {PromiseMade: "You promised", PromiseKept: "Promise kept", PromiseBroken: "Promise broken"}
    return [
        f"{said[type(event)]}: {_definition(scenario.promises[event.promise])}{_until(scenario, event)}."
        for event in events
        if isinstance(event, PromiseMade | PromiseKept | PromiseBroken) and event.turn == turn
    ]


def _definition(promise: Promise) -> str:
    """What is promised, to stand within a sentence."""
    text = " ".join(promise.definition.split()).rstrip(".")
    return f"{text[:1].lower()}{text[1:]}"


def _until(scenario: Scenario, event: Event) -> str:
    """Until when a promise is to be kept, where that is a time of the clock."""
    if not isinstance(event, PromiseMade) or event.due is None:
        return ""
    minutes = scenario.clock.starts + event.due
    return f" (until {minutes // 60 % 24:02d}:{minutes % 60:02d})"
