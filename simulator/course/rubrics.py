"""A scenario's rubric, as it is written."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.rubric import WITHIN_TURNS, Avoided, Expected, Rubric
from simulator.course import values
from simulator.course.fields import Fields
from simulator.course.names import Names
from simulator.course.nodes import Node, Place, Scalar
from simulator.course.source import Source

ANY = "any"
MOST_TIMES = 20


def read_rubric(
    source: Source,
    node: Node,
    at: Place,
    behaviours: Names,
    states: Names,
    endings: Mapping[str, str],
    happenings: Mapping[str, int],
) -> Rubric:
    """Read what stands below `rubric`. `endings`: the ids of the states that end the conversation, with their
    outcomes. `happenings`: those of the events, which may be `due` too, with the replies that answer them."""
    fields = Fields(source, node, "'rubric'", at)
    pass_mark = fields.number("pass", 1, 100)
    expect = fields.pairs("expect") or []
    avoid = fields.pairs("avoid", required=False) or []
    fields.finish()
    rubric = Rubric(
        pass_mark=pass_mark,
        expect=tuple(_expected(source, key, value, behaviours, states, endings, happenings) for key, value in expect),
        avoid=tuple(_avoided(source, key, value, behaviours, states) for key, value in avoid),
    )
    expected = {key.text: key.line for key, _ in expect}
    for key, _ in avoid:
        if key.text in expected:
            source.complain("DS504", key, name=key.text, first=expected[key.text])
    return rubric


def _expected(
    source: Source,
    key: Scalar,
    node: Node,
    behaviours: Names,
    states: Names,
    endings: Mapping[str, str],
    happenings: Mapping[str, int],
) -> Expected:
    _check_side(source, key, behaviours, "avoid", "expect")
    fields = Fields(source, node, f"'{key.text}'", key)
    worth = fields.number("worth", 1, 100)
    due = fields.scalar("due", required=False)
    answer = due is not None and due.text.strip() in happenings
    within = _within(fields, happenings[due.text.strip()] if due and answer else WITHIN_TURNS)
    model = fields.text("model", required=False)
    if_reached = fields.yes_no("if_reached")
    fields.finish()
    if due is not None:
        states.with_more(happenings).check(source, due)
        if due.text.strip() in endings:
            source.complain("DS505", due, state=due.text.strip())
    elif not fields.has("due"):
        for name in ("within", "if_reached"):
            if fields.has(name):
                source.complain("DS503", fields.place(name), key=name)
    if fields.whole and not fields.has("model"):
        source.complain("DS506", key, name=key.text)
    reached = bool(if_reached) or answer
    return Expected(key.text, worth, due.text.strip() if due else None, within, model, reached, answer)


def _within(fields: Fields, usual: int) -> int | None:
    node = fields.get("within", required=False)
    if node is None:
        return usual
    if isinstance(node, Scalar) and node.text.strip() == ANY:
        return None
    return values.turns(fields.source, node, "'within'", fields.place("within"))


def _avoided(source: Source, key: Scalar, node: Node, behaviours: Names, states: Names) -> Avoided:
    _check_side(source, key, behaviours, "expect", "avoid")
    fields = Fields(source, node, f"'{key.text}'", key)
    costs = fields.number("costs", 1, 100, default=0)
    times = fields.number("times", 1, MOST_TIMES, default=2)
    fatal = fields.text("fatal", required=False)
    instead = fields.text("instead", required=False)
    until = fields.scalar("until", required=False)
    fields.finish()
    if until is not None:
        states.check(source, until)
    if fields.whole and fields.has("costs") == fields.has("fatal"):
        source.complain("DS502", key, name=key.text)
    return Avoided(key.text, costs, times, fatal, instead, until.text.strip() if until else None)


def _check_side(source: Source, key: Scalar, behaviours: Names, wrong: str, here: str) -> None:
    behaviours.check(source, key)
    if behaviours.known.get(key.text) == wrong:
        source.complain("DS501", key, name=key.text, wrong=wrong, here=here)
