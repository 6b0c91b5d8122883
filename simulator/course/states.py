"""A scenario's states, as they are written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from simulator.course import wording
from simulator.course.fields import Fields
from simulator.course.models import OUTCOMES, State
from simulator.course.nodes import Broken, Node, Scalar
from simulator.course.rules import DraftRule, Known, read_rule
from simulator.course.source import Source

GOING_ON = ("then", "meanwhile", "silence", "confused")
"""Keys that say how a state goes on, and so make no sense in an ending."""


class DraftState(NamedTuple):
    """A state, the key that names it, and its rules. `final`: it is written as an ending, whichever. `whole` is False
    when some of it could not be read."""

    key: Scalar
    state: State
    rules: tuple[DraftRule, ...]
    final: bool
    whole: bool


def read_state(source: Source, key: Scalar, node: Node, known: Known) -> DraftState:
    """Read the state that `key` names."""
    fields = Fields(source, node, f"state '{key.text}'", key)
    ending = fields.choice("ending", OUTCOMES, required=False)
    nodes = fields.items("then", required=False)
    rules = [read_rule(source, rule, key.text, known) for rule in nodes or () if not isinstance(rule, Broken)]
    state = State(
        id=key.text,
        tells=known.facts.check_all(source, fields.names("tells")),
        person=wording.lines(fields, "person", required=True),
        meanwhile=wording.lines(fields, "meanwhile"),
        silence=wording.lines(fields, "silence"),
        confused=wording.lines(fields, "confused"),
        then=tuple(draft.rule for draft in rules),
        ending=ending,
    )
    fields.finish()
    if fields.has("ending"):
        for name in GOING_ON:
            if fields.has(name):
                source.complain("DS407", fields.place(name), key=name, state=key.text)
    elif (
        fields.has("person")
        and not fields.has("meanwhile")
        and _may_stay(key.text, rules)
        and not wording.seen(state.person.usual)
    ):
        source.complain("DS606", key, state=key.text)
    read = nodes is not None or not fields.has("then")
    final = fields.has("ending")
    whole = fields.whole and read and len(rules) == len(nodes or ()) and final == (ending is not None)
    return DraftState(key, state, tuple(rules), final, whole)


def _may_stay(state: str, rules: Sequence[DraftRule]) -> bool:
    """Whether a reply may leave the conversation in the state."""
    return not (rules and rules[-1].otherwise and rules[-1].go != state)
