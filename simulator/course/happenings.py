"""A scenario's `events`, as they are written: what happens in the middle of a conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from simulator.course import values, wording
from simulator.course.fields import Fields
from simulator.course.flow import impossible
from simulator.course.models import Happening, Ignored, Lines, Rule
from simulator.course.names import Names
from simulator.course.nodes import Node, Scalar
from simulator.course.rules import Known, read_conditions, shift
from simulator.course.source import Source

DUE = 1
"""Replies that answer something that happened, unless the event says otherwise."""


class DraftHappening(NamedTuple):
    """An event and the key that names it. `whole` is False when some of it could not be read."""

    key: Scalar
    happening: Happening
    whole: bool


def event_names(fields: Fields, states: Names, complete: bool) -> Names:
    """The names that stand below `events`; one that a state has already is complained of."""
    pairs = fields.pairs("events", required=False)
    for key, _ in pairs or ():
        values.identifier(fields.source, key, "An event")
        if key.text in states.known:
            fields.source.complain("DS308", key, name=key.text, what="state")
    whole = complete and (pairs is not None or not fields.has("events"))
    return Names("DS309", complete=whole).with_more(key.text for key, _ in pairs or ())


def read_happenings(fields: Fields, known: Known) -> dict[str, DraftHappening]:
    """Read what stands below `events`."""
    return {
        key.text: _happening(fields.source, key, node, known)
        for key, node in fields.pairs("events", required=False) or ()
    }


def check_happenings(source: Source, drafts: Mapping[str, DraftHappening], endings: Mapping[str, str]) -> None:
    """Complain of events that can never happen. `endings`: the states that end the conversation."""
    able: set[str] = set()
    while more := {
        name
        for name, draft in drafts.items()
        if name not in able and (not draft.whole or set(draft.happening.rule.happened) <= able)
    }:
        able |= more
    for name, draft in drafts.items():
        happening = draft.happening
        if not draft.whole:
            continue
        if impossible(happening.rule) or name in happening.rule.happened:
            source.complain("DS416", draft.key, name=name, why="its conditions contradict each other")
        elif happening.states and set(happening.states) <= set(endings):
            source.complain("DS416", draft.key, name=name, why="in the states of 'in' the conversation is over")
        elif name not in able:
            source.complain(
                "DS416", draft.key, name=name, why="it waits for an event that waits for it, or never happens"
            )


def _happening(source: Source, key: Scalar, node: Node, known: Known) -> DraftHappening:
    errors = source.errors
    fields = Fields(source, node, f"the event '{key.text}'", key)
    due = _turns(fields, "due", DUE)
    happening = Happening(
        id=key.text,
        lines=wording.lines(fields, "happens", required=True),
        rule=_rule(fields, known),
        states=known.states.check_all(source, fields.names("in")),
        due=due,
        ignored=_ignored(fields, known, due),
    )
    fields.finish()
    return DraftHappening(key, happening, fields.whole and source.errors == errors)


def _rule(fields: Fields, known: Known) -> Rule:
    return replace(read_conditions(fields, known), shift=shift(fields))


def _ignored(fields: Fields, known: Known, due: int) -> Ignored | None:
    node = fields.get("ignored", required=False)
    if node is None:
        return None
    ignored = Fields(fields.source, node, "'ignored'", fields.place("ignored"))
    unless = known.behaviours.check_all(fields.source, ignored.names("unless", required=True))
    within = _turns(ignored, "within", due)
    moved = shift(ignored)
    say: Lines = wording.lines(ignored, "say")
    ignored.finish()
    if ignored.whole and not ignored.has("mood") and not ignored.has("say"):
        fields.source.complain("DS418", fields.place("ignored"))
    return Ignored(unless, within, moved, say)


def _turns(fields: Fields, key: str, usual: int) -> int:
    node = fields.get(key, required=False)
    return (values.turns(fields.source, node, f"'{key}'", fields.place(key)) or usual) if node else usual
