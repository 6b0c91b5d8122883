"""A YAML file as a tree that knows where everything stands. Every scalar is the author's own text."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Place:
    """A place in a file: `line` and `column` count from 1; `width` is in characters, 0 for "to the end of the line"."""

    line: int
    column: int
    width: int = 1


@dataclass(slots=True, eq=False)
class Scalar(Place):
    """A piece of text. `style` is "" for plain text, else the sign that introduced it: ', ", | or >. `end_line` and
    `end_column` are where it stops (exclusive, from 1)."""

    text: str = ""
    style: str = ""
    end_line: int = 0
    end_column: int = 0


@dataclass(slots=True, eq=False)
class Map(Place):
    """Keys and values in the author's order, keys given twice included. `flow` is True for {…}. `size` counts the
    nodes below, with aliases written out."""

    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)
    flow: bool = False
    size: int = 1


@dataclass(slots=True, eq=False)
class List(Place):
    """A list. `flow` is True for […]. `size` as in `Map`."""

    items: list[Node] = field(default_factory=list)
    flow: bool = False
    size: int = 1


@dataclass(slots=True, eq=False)
class Broken(Place):
    """What stood here could not be read and was complained of already: readers pass over it silently."""


Node = Scalar | Map | List | Broken


def size(node: Node) -> int:
    """How many nodes there are from `node` downwards, with aliases written out."""
    return node.size if isinstance(node, Map | List) else 1
