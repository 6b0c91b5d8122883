"""A persona's file -> Persona."""

from __future__ import annotations

from simulator.course import wording
from simulator.course.fields import Fields
from simulator.course.models import MOOD_AXES, Persona, Shift
from simulator.course.names import Names
from simulator.course.nodes import Node, Place
from simulator.course.source import Source

LITERACY = ("low", "medium", "high")
OCCASIONS = ("silence", "confused", "stuffed")
"""What may have a weight although it is no behaviour: a reply left empty, not understood, stuffed with phrases."""


def read_persona(source: Source, node: Node, name: str, behaviours: Names) -> Persona:
    """Read a persona whose id is `name`. `behaviours` are the behaviours and every scenario's moves."""
    fields = Fields(source, node, "a persona")
    persona = Persona(
        id=name,
        name=fields.text("name"),
        age=fields.number("age", 0, 120),
        job=fields.text("job"),
        speaks=fields.text("speaks"),
        literacy=fields.choice("literacy", LITERACY) or "",
        temperament=fields.text("temperament"),
        mood=_start(fields),
        weights=_weights(fields, behaviours.with_more(OCCASIONS)),
        reactions=_reactions(fields, behaviours),
        silence=wording.lines(fields, "silence", required=True),
        confused=wording.lines(fields, "confused", required=True),
        stuffed=wording.lines(fields, "stuffed", required=True),
    )
    fields.finish()
    return persona


def read_shift(source: Source, node: Node, name: str, at: Place) -> Shift:
    """What something does to a mood: points on some of its axes."""
    fields = Fields(source, node, f"'{name}'", at)
    points = {axis: fields.number(axis, -100, 100, default=0) for axis in MOOD_AXES}
    fields.finish()
    return Shift(**points)


def _start(fields: Fields) -> Shift:
    node = fields.get("mood")
    if node is None:
        return Shift()
    mood = Fields(fields.source, node, "'mood'", fields.place("mood"))
    points = {axis: mood.number(axis, 0, 100) for axis in MOOD_AXES}
    mood.finish()
    return Shift(**points)


def _weights(fields: Fields, names: Names) -> dict[str, Shift]:
    weights = {}
    for key, node in fields.pairs("weights") or ():
        names.check(fields.source, key)
        weights[key.text] = read_shift(fields.source, node, key.text, key)
    return weights


def _reactions(fields: Fields, names: Names) -> dict[str, tuple[str, ...]]:
    node = fields.get("reactions", required=False)
    if node is None:
        return {}
    reactions = Fields(fields.source, node, "'reactions'", fields.place("reactions"))
    for key, _ in reactions.entries():
        names.check(fields.source, key)
    return {key.text: wording.wordings(reactions, key.text, required=False) for key, _ in reactions.entries()}
