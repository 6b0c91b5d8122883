"""Written conversations that a scenario is tested with: `walkthroughs.yaml`."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.course import values
from simulator.course.fields import Fields
from simulator.course.models import OUTCOMES
from simulator.course.nodes import Broken, Node, Place, Scalar
from simulator.course.rules import Known
from simulator.course.source import Source

SEED = 1


@dataclass(frozen=True, slots=True)
class Expectation:
    """What should come of a walkthrough: its outcome, a band of scores (both ends included), passed or not. None:
    anything."""

    outcome: str | None = None
    score: tuple[int, int] = (0, 100)
    passed: bool | None = None


@dataclass(frozen=True, slots=True)
class WalkTurn:
    """One reply ("": a silence), the state it should lead to (None: any), what it should show at least, and what it
    should not; what should happen after it, and which promises it should make, keep and break."""

    say: str
    state: str | None = None
    shows: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    happens: tuple[str, ...] = ()
    makes: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Walkthrough:
    """A written conversation. `line` is where its file names it."""

    name: str
    seed: int
    expect: Expectation
    turns: tuple[WalkTurn, ...]
    line: int


def read_walkthroughs(
    source: Source, node: Node, known: Known, outcomes: frozenset[str] | None
) -> tuple[Walkthrough, ...]:
    """Read a file of walkthroughs of a scenario with these names, which can have these `outcomes` (None: not known)."""
    entries = values.items(source, node, "the file", Place(1, 1)) or []
    named: dict[str, int] = {}
    return tuple(
        _walkthrough(source, entry, known, outcomes, named) for entry in entries if not isinstance(entry, Broken)
    )


def _walkthrough(
    source: Source, node: Node, known: Known, outcomes: frozenset[str] | None, named: dict[str, int]
) -> Walkthrough:
    fields = Fields(source, node, "a walkthrough")
    name = fields.scalar("name")
    seed = fields.number("seed", 0, 2**31 - 1, default=SEED)
    expect = _expectation(fields, outcomes)
    turns = fields.items("turns") or []
    fields.finish()
    if name:
        if name.text in named:
            source.complain("DS702", name, name=name.text, first=named[name.text])
        named.setdefault(name.text, name.line)
    read = tuple(_turn(source, turn, known) for turn in turns if not isinstance(turn, Broken))
    return Walkthrough(name.text if name else "", seed, expect, read, (name or node).line)


def _expectation(fields: Fields, outcomes: frozenset[str] | None) -> Expectation:
    node = fields.get("expect")
    if node is None:
        return Expectation()
    source = fields.source
    expect = Fields(source, node, "'expect'", fields.place("expect"))
    outcome = expect.choice("outcome", OUTCOMES, required=False)
    score_node = expect.get("score", required=False)
    score = values.band(source, score_node, "'score'", expect.place("score")) if score_node else None
    passed = expect.yes_no("passed")
    expect.finish()
    if outcome and outcomes is not None and outcome not in outcomes:
        source.complain("DS703", expect.get("outcome"), outcome=outcome)
    if outcome == "failed" and passed:
        source.complain("DS704", expect.place("passed"))
    return Expectation(outcome, score or (0, 100), passed)


def _turn(source: Source, node: Node, known: Known) -> WalkTurn:
    fields = Fields(source, node, "a turn")
    say = _say(fields)
    state = fields.scalar("state", required=False)
    if state:
        known.states.check(source, state)
    shows, not_ = fields.names("shows"), fields.names("not")
    turn = WalkTurn(
        say,
        state.text if state else None,
        known.behaviours.check_all(source, shows),
        known.behaviours.check_all(source, not_),
        happens=known.happenings.check_all(source, fields.names("happens")),
        makes=known.promises.check_all(source, fields.names("makes")),
        keeps=known.promises.check_all(source, fields.names("keeps")),
        breaks=known.promises.check_all(source, fields.names("breaks")),
    )
    fields.finish()
    for name in not_:
        if name.text in turn.shows:
            source.complain("DS705", name, name=name.text)
    return turn


def _say(fields: Fields) -> str:
    node = fields.get("say")
    if isinstance(node, Scalar) and node.style and not node.text.strip():
        return ""
    return fields.text("say")
