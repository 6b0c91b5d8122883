"""A scenario's `promises`, as they are written: what the trainee may promise, what keeps it and when it is due."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from scoring.rubric import WITHIN_TURNS
from simulator.course import values, wording
from simulator.course.fields import Fields
from simulator.course.models import COSTS, Came, Promise
from simulator.course.names import Names
from simulator.course.nodes import Node, Place, Scalar
from simulator.course.rules import Known, shift
from simulator.course.source import Source
from simulator.course.states import DraftState

SAID = "said"
ANY = "any"


class DraftPromise(NamedTuple):
    """A promise, the key that names it and where its `in` stands. `whole` is False when some of it could not be
    read."""

    key: Scalar
    promise: Promise
    at: Place
    whole: bool


def promise_names(fields: Fields, behaviours: Names) -> Names:
    """The names that stand below `promises`; one that a behaviour or a move has already is complained of."""
    pairs = fields.pairs("promises", required=False)
    for key, _ in pairs or ():
        values.identifier(fields.source, key, "A promise")
        if key.text in behaviours.known:
            what = "move" if behaviours.known[key.text] == "move" else "behaviour"
            fields.source.complain("DS308", key, name=key.text, what=what)
    complete = pairs is not None or not fields.has("promises")
    return Names("DS310", complete=complete).with_more(key.text for key, _ in pairs or ())


def read_promises(fields: Fields, known: Known) -> dict[str, DraftPromise]:
    """Read what stands below `promises`."""
    return {
        key.text: _promise(fields.source, key, node, known)
        for key, node in fields.pairs("promises", required=False) or ()
    }


def check_promises(source: Source, drafts: Mapping[str, DraftPromise], states: Mapping[str, DraftState]) -> None:
    """Complain of promises that nobody can keep, since no reply can follow the one that makes them."""
    for name, draft in drafts.items():
        where = draft.promise.states
        if draft.whole and where and all(one in states and _last(states[one], states) for one in where):
            source.complain("DS417", draft.at, name=name)


def _last(draft: DraftState, states: Mapping[str, DraftState]) -> bool:
    """Whether no reply can follow one that is given in this state."""
    if draft.final:
        return True
    if not draft.whole or not draft.rules or not draft.rules[-1].otherwise:
        return False
    return all(rule.go in states and states[rule.go].final for rule in draft.rules if rule.go is not None)


def _promise(source: Source, key: Scalar, node: Node, known: Known) -> DraftPromise:
    errors = source.errors
    fields = Fields(source, node, f"the promise '{key.text}'", key)
    definition = fields.text("is")
    made_by = known.behaviours.check_all(source, fields.names("made_by", required=True))
    kept_by = known.behaviours.check_all(source, fields.names("kept_by", required=True))
    as_said = fields.choice("by", (SAID,), required=False) == SAID
    turns, minutes = _within(fields)
    promise = Promise(
        id=key.text,
        definition=definition,
        made_by=made_by,
        kept_by=kept_by,
        states=known.states.check_all(source, fields.names("in")),
        as_said=as_said,
        turns=turns,
        minutes=minutes,
        kept=_came(fields, "kept"),
        broken=_came(fields, "broken"),
        costs=fields.number("costs", 0, 100, default=COSTS),
    )
    at = fields.place("in")
    fields.finish()
    return DraftPromise(key, promise, at, fields.whole and source.errors == errors)


def _within(fields: Fields) -> tuple[int | None, int | None]:
    """(turns, minutes), one of them None; both for a promise that is never due by itself."""
    node = fields.get("within", required=False)
    if node is None:
        return (WITHIN_TURNS, None)
    if isinstance(node, Scalar) and node.text.strip() == ANY:
        return (None, None)
    found = values.turns_or_time(fields.source, node, "'within'", fields.place("within"))
    return found or (WITHIN_TURNS, None)


def _came(fields: Fields, key: str) -> Came:
    node = fields.get(key, required=False)
    if node is None:
        return Came()
    came = Fields(fields.source, node, f"'{key}'", fields.place(key))
    found = Came(shift(came), wording.lines(came, "say"))
    came.finish()
    return found
