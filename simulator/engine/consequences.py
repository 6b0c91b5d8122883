"""What comes of a kept or a broken promise, and of something that was left without an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from simulator.course.models import Came, Happening, Lines, Promise, Shift
from simulator.engine.answers import Aside
from simulator.engine.events import Event, EventIgnored, PromiseBroken, PromiseKept

Change = tuple[str, Shift]
"""Why the mood shifts, and how."""


class Consequences(NamedTuple):
    """The events themselves, what they do to the mood, and what the person says of them."""

    events: tuple[Event, ...] = ()
    changes: tuple[Change, ...] = ()
    asides: tuple[Aside, ...] = ()


def together(all_: Iterable[Consequences]) -> Consequences:
    """Several, in their order."""
    found = tuple(all_)
    return Consequences(
        tuple(event for one in found for event in one.events),
        tuple(change for one in found for change in one.changes),
        tuple(aside for one in found for aside in one.asides),
    )


def of_promises(promises: Mapping[str, Promise], events: Iterable[Event]) -> Consequences:
    """What comes of promises that were made, kept or broken."""
    return together(_of_promise(promises, event) for event in events)


def of_ignoring(happenings: Sequence[Happening], turn: int) -> Consequences:
    """What comes of happenings that turn `turn` was the last to answer."""
    return together(
        _came("ignored", one.id, EventIgnored(turn, one.id), one.ignored.shift, one.ignored.say)
        for one in happenings
        if one.ignored is not None
    )


def _of_promise(promises: Mapping[str, Promise], event: Event) -> Consequences:
    if isinstance(event, PromiseKept | PromiseBroken):
        promise = promises[event.promise]
        kept = isinstance(event, PromiseKept)
        came: Came = promise.kept if kept else promise.broken
        return _came("promise kept" if kept else "promise broken", promise.id, event, came.shift, came.say)
    return Consequences((event,))


def _came(why: str, name: str, event: Event, shift: Shift, say: Lines) -> Consequences:
    changes = ((why, shift),) if shift != Shift() else ()
    asides = ((f"{why}:{name}", say),) if say != Lines() else ()
    return Consequences((event,), changes, asides)
