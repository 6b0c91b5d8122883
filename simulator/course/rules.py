"""The rules of a state: under which conditions a conversation goes where."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from simulator.course import values, wording
from simulator.course.fields import Fields
from simulator.course.models import MOOD_AXES, Bound, Clock, Rule, Shift, Shown
from simulator.course.names import Names
from simulator.course.nodes import Map, Node, Place, Scalar
from simulator.course.persona import read_shift
from simulator.course.source import Source

STAY = "stay"
DEADLINE = "deadline"
CONDITIONS = (
    "when",
    "so_far",
    "after",
    "if_mood",
    "clock",
    "told",
    "happened",
    "not_happened",
    "promised",
    "kept",
    "broken",
)


class Known(NamedTuple):
    """What the rules of a scenario may name, and the clock that they may ask (None: it could not be read)."""

    behaviours: Names
    states: Names
    facts: Names = Names("DS304")
    clock: Clock | None = None
    happenings: Names = Names("DS309")
    promises: Names = Names("DS310")


class DraftRule(NamedTuple):
    """A rule and where it stands. `go` is the state it leads to, or was probably meant to; None when that can not be
    told. `otherwise`: it was written so. `readable` is False when something in it could not be read."""

    at: Place
    rule: Rule
    go: str | None
    otherwise: bool
    readable: bool


def read_rule(source: Source, node: Node, state: str, known: Known) -> DraftRule:
    """Read one rule of `state`."""
    errors = source.errors
    fields = Fields(source, node, "a rule")
    otherwise = fields.get("otherwise", required=False) is not None
    fields.get("go", required=not otherwise)
    go = _target(fields, "otherwise" if otherwise else "go", state, known.states)
    rule = replace(
        read_conditions(fields, known),
        go=go or state,
        shift=shift(fields),
        say=wording.lines(fields, "say"),
        takes=_takes(fields),
    )
    fields.finish()
    asked = [key for key in CONDITIONS if fields.has(key)]
    if otherwise:
        for key in ("go", *asked):
            if fields.has(key):
                source.complain("DS414", fields.place(key), key=key)
    elif fields.whole and not asked:
        source.complain("DS406", node)
    return DraftRule(node, rule, go, otherwise, fields.whole and source.errors == errors)


def read_conditions(fields: Fields, known: Known) -> Rule:
    """The conditions among `fields`, as a rule that leads nowhere yet."""
    source = fields.source
    return Rule(
        go="",
        when=_shown(fields, "when", known.behaviours),
        so_far=_shown(fields, "so_far", known.behaviours),
        after=_after(fields),
        mood=_bounds(fields),
        clock=_clock(fields, known.clock),
        told=known.facts.check_all(source, fields.names("told")),
        happened=known.happenings.check_all(source, fields.names("happened")),
        not_happened=known.happenings.check_all(source, fields.names("not_happened")),
        promised=known.promises.check_all(source, fields.names("promised")),
        kept=known.promises.check_all(source, fields.names("kept")),
        broken=known.promises.check_all(source, fields.names("broken")),
    )


def shift(fields: Fields) -> Shift:
    """What stands below `mood`: what something does to it."""
    node = fields.get("mood", required=False)
    return read_shift(fields.source, node, "mood", fields.place("mood")) if node else Shift()


def _target(fields: Fields, key: str, state: str, states: Names) -> str | None:
    node = fields.get(key, required=False)
    if node is None:
        return None
    found = fields.scalar(key)
    if found is None:
        return None
    if found.text.strip() == STAY:
        return state
    return states.check(fields.source, found)


def _shown(fields: Fields, key: str, behaviours: Names) -> Shown:
    """One name or several (any of them), or {any: …, all: …, none: …}."""
    node = fields.get(key, required=False)
    if not isinstance(node, Map):
        return Shown(any=behaviours.check_all(fields.source, fields.names(key)))
    asked = Fields(fields.source, node, f"'{key}'", fields.place(key))
    shown = Shown(
        any=behaviours.check_all(fields.source, asked.names("any")),
        all=behaviours.check_all(fields.source, asked.names("all")),
        none=behaviours.check_all(fields.source, asked.names("none")),
    )
    asked.finish()
    return shown


def _after(fields: Fields) -> int:
    node = fields.get("after", required=False)
    return (values.turns(fields.source, node, "'after'", fields.place("after")) or 0) if node else 0


def _bounds(fields: Fields) -> tuple[Bound, ...]:
    node = fields.get("if_mood", required=False)
    if node is None:
        return ()
    moods = Fields(fields.source, node, "'if_mood'", fields.place("if_mood"))
    bounds = []
    for axis in MOOD_AXES:
        value = moods.get(axis, required=False)
        found = values.bound(fields.source, value, f"'{axis}'", moods.place(axis)) if value else None
        if found:
            bounds.append(Bound(axis, *found))
    moods.finish()
    return tuple(bounds)


def _clock(fields: Fields, clock: Clock | None) -> int | None:
    """Minutes since the scenario's start."""
    node = fields.get("clock", required=False)
    if node is None:
        return None
    at = node if isinstance(node, Scalar) else fields.place("clock")
    if isinstance(node, Scalar) and node.text.strip() == DEADLINE:
        if clock is None:
            return None
        if clock.deadline is None:
            fields.source.complain("DS411", at)
            return None
        return clock.deadline - clock.starts
    time = values.time(fields.source, node, "'clock'", at)
    if time is None or clock is None:
        return None
    if time <= clock.starts:
        fields.source.complain("DS415", at, starts=values.clock_time(clock.starts))
        return None
    return time - clock.starts


def _takes(fields: Fields) -> int:
    node = fields.get("takes", required=False)
    return (values.duration(fields.source, node, "'takes'", fields.place("takes")) or 0) if node else 0
