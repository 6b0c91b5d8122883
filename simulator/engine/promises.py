"""What the trainee has promised in a conversation, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scoring.detection import Detections
from simulator.course.models import Promise
from simulator.engine.events import Event, PromiseBroken, PromiseKept, PromiseMade
from simulator.engine.named_time import named_time


class Promises:
    """The promises of one conversation: each is made once, and then kept or broken, or neither."""

    def __init__(self, promises: Mapping[str, Promise]) -> None:
        self._promises = promises
        self._made: dict[str, PromiseMade] = {}
        self._kept: set[str] = set()
        self._broken: set[str] = set()

    @property
    def made(self) -> frozenset[str]:
        return frozenset(self._made)

    @property
    def kept(self) -> frozenset[str]:
        return frozenset(self._kept)

    @property
    def broken(self) -> frozenset[str]:
        return frozenset(self._broken)

    def keep(self, turn: int, detections: Detections, counted: frozenset[str]) -> list[Event]:
        """What a reply keeps of the promises made before it. `counted`: what counts of what it shows."""
        events: list[Event] = []
        for name in self._open():
            words = _quoted(detections, counted.intersection(self._promises[name].kept_by))
            if words is not None:
                self._kept.add(name)
                events.append(PromiseKept(turn, name, words))
        return events

    def make(
        self,
        turn: int,
        reply: str,
        state: str,
        detections: Detections,
        counted: frozenset[str],
        *,
        clock: int,
        now: int,
    ) -> list[Event]:
        """What a reply promises that was given in `state`, when the scenario's clock stood at `clock` minutes since its
        start, which is minute `now` of the day."""
        events: list[Event] = []
        for promise in self._promises.values():
            showing = counted.intersection(promise.made_by)
            if promise.id in self._made or not showing or (promise.states and state not in promise.states):
                continue
            spans = [(one.start, one.end) for one in detections if one.behaviour in showing]
            words = _quoted(detections, showing) or ""
            self._made[promise.id] = _made(promise, turn, reply, words, spans, clock, now)
            events.append(self._made[promise.id])
        return events

    def lapse(self, turn: int, clock: int) -> list[Event]:
        """The promises whose time is over at the end of a turn. One that this very turn made is not among them:
        everybody has one reply in which to keep their word."""
        events: list[Event] = []
        for name in self._open():
            made = self._made[name]
            over = (made.due is not None and clock > made.due) or (made.last is not None and turn >= made.last)
            if over and made.turn < turn:
                self._broken.add(name)
                events.append(PromiseBroken(turn, name))
        return events

    def _open(self) -> list[str]:
        return [name for name in self._made if name not in self._kept and name not in self._broken]


def _made(
    promise: Promise, turn: int, reply: str, words: str, spans: Sequence[tuple[int, int]], clock: int, now: int
) -> PromiseMade:
    named = named_time(reply, spans, now) if promise.as_said else None
    if named is not None:
        due = None if named.minutes is None else clock + named.minutes
        return PromiseMade(turn, promise.id, words, named.text, due, None)
    due = None if promise.minutes is None else clock + promise.minutes
    last = None if promise.turns is None else turn + promise.turns
    return PromiseMade(turn, promise.id, words, "", due, last)


def _quoted(detections: Detections, showing: frozenset[str]) -> str | None:
    """The words that show any of `showing`, None when none do."""
    return next((one.text for one in detections if one.behaviour in showing), None)
