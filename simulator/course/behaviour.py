"""What a course pack adds in `behaviours/<id>.yaml`: a behaviour of its own, of the same shape as the built-in ones, or
phrases for a built-in one."""

from __future__ import annotations

from scoring.labels import Label
from simulator.course import wording
from simulator.course.fields import Fields
from simulator.course.nodes import List, Node, Scalar
from simulator.course.source import Source

KINDS = ("expect", "avoid")
REGISTERS = ("plain", "formal", "texting", "second_language", "indirect")
COUNTERS = ("negated", "mentioned", "sarcastic", "other_sense", "neighbour")


def read_behaviour(source: Source, node: Node, name: str) -> Label:
    """Read a behaviour whose id is `name`."""
    fields = Fields(source, node, "a behaviour")
    exemplars = _exemplars(fields)
    label = Label(
        id=name,
        kind=fields.choice("kind", KINDS) or KINDS[0],
        is_=fields.text("is"),
        not_=fields.text("not", required=False),
        source=tuple(one.text.strip() for one in fields.texts("source", required=False)),
        name=fields.text("name"),
        why=fields.text("why", required=False),
        sounds=exemplars[0].text.strip() if exemplars else "",
    )
    counter = _phrases(fields, "counter", COUNTERS, required=False)
    fields.finish()
    if exemplars and len(exemplars) < wording.FEWEST_PHRASES:
        source.complain("DS601", fields.place("exemplars"), count=len(exemplars), fewest=wording.FEWEST_PHRASES)
    wording.phrases(source, exemplars, {})
    wording.apart(source, exemplars, counter)
    return label


def read_more_phrases(source: Source, node: Node, label: Label) -> Label:
    """Read what a pack adds to a built-in behaviour: phrases, and nothing else. Returns the label as it was."""
    fields = Fields(source, node, f"phrases for the built-in behaviour '{label.id}'")
    exemplars = _exemplars(fields)
    wording.apart(source, exemplars, _phrases(fields, "counter", COUNTERS, required=False))
    wording.phrases(source, exemplars, {})
    fields.finish()
    return label


def _exemplars(fields: Fields) -> list[Scalar]:
    """A plain list, or one for each register."""
    if isinstance(fields.get("exemplars"), List):
        return fields.texts("exemplars")
    return _phrases(fields, "exemplars", REGISTERS, required=True)


def _phrases(fields: Fields, key: str, kinds: tuple[str, ...], required: bool) -> list[Scalar]:
    node = fields.get(key, required)
    if node is None:
        return []
    by_kind = Fields(fields.source, node, f"'{key}'", fields.place(key))
    found = [one for kind in kinds for one in by_kind.texts(kind, required=False)]
    by_kind.finish()
    return found
