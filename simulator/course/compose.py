"""Text to tree: PyYAML's events become nodes with their places, and what YAML allows but a course does not is
complained of.

PyYAML's own composer is not used: it descends by recursion, keeps the last of two equal keys and lets aliases
explode."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import yaml

from simulator.course.errors import DesksideError
from simulator.course.nodes import Broken, List, Map, Node, Place, Scalar, size
from simulator.course.source import UNSEEN, Source

if TYPE_CHECKING:
    from yaml._yaml import CParser

DEEPEST = 20
"""Lists and maps within each other; a course needs eight."""

MOST_ALIASED = 20_000
"""Nodes that aliases may add to a file when written out."""


def new_parser(text: str) -> CParser:
    """libyaml's parser. PyYAML's own is no stand-in: it reads some texts otherwise ("{say: Why?}") and is eight times
    slower."""
    try:
        from yaml._yaml import CParser
    except ImportError:
        raise DesksideError(
            "PyYAML was installed without libyaml, so that no course can be read; "
            "install it again with: pip install --force-reinstall --only-binary :all: PyYAML"
        ) from None
    return CParser(text)


class NotYamlError(Exception):
    """The file stops being YAML. `error` is PyYAML's; `last` is the scalar read before it."""

    def __init__(self, error: yaml.MarkedYAMLError, last: Scalar | None) -> None:
        super().__init__(str(error))
        self.error = error
        self.last = last


class _StopError(Exception):
    """What was complained of makes the rest of the file not worth reading."""


def compose(source: Source, text: str) -> Node | None:
    """The tree of the one document in `text`; None when it is empty or when a complaint stopped the reading. Raises
    NotYamlError."""
    composer = _Composer(source)
    next_event = new_parser(text).get_event
    takers = composer.takers
    try:
        while (event := next_event()) is not None:
            taker = takers.get(type(event))
            if taker is not None:
                taker(event)
    except yaml.MarkedYAMLError as error:
        raise NotYamlError(error, composer.last) from None
    except _StopError:
        return None
    return composer.root


def first_error(text: str) -> int | None:
    """The line (from 1) on which `text` stops being YAML, or None when it does not."""
    try:
        new_parser(text).raw_parse()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return int(mark.line) + 1 if mark else 1
    return None


class _Composer:
    """Takes events one after the other. On the stack are the lists and maps that are being read, the innermost in
    `_top`; for a map, `_keys` has the lines of its keys so far and `_key` the one that waits for its value (`_waits`;
    None for one that can not be a key)."""

    def __init__(self, source: Source) -> None:
        self.root: Node | None = None
        self.last: Scalar | None = None
        self._source = source
        self._stack: list[tuple[List | Map | None, dict[str, int], Scalar | None, bool]] = []
        self._top: List | Map | None = None
        self._keys: dict[str, int] = {}
        self._key: Scalar | None = None
        self._waits = False
        self._anchors: dict[str, Node] = {}
        self._aliased = 0
        self._documents = 0
        self.takers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.SequenceStartEvent: self._list,
            yaml.MappingStartEvent: self._map,
            yaml.SequenceEndEvent: self._end,
            yaml.MappingEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def _place(self, event: Any) -> tuple[int, int]:
        start = event.start_mark
        line = start.line + 1
        return line, start.column + 1 + self._source.shifts.get(line, 0)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._source.complain("DS116", Place(*self._place(event), 0))
            raise _StopError

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        line, start_column, end_line, end_column = start.line + 1, start.column + 1, end.line + 1, end.column + 1
        width = (end_column - start_column or 1) if end_line == line else 0
        column = start_column
        if self._source.shifts:
            column += self._source.shifts.get(line, 0)
        text, style = event.value, event.style or ""
        node = self.last = Scalar(line, column, width, text, style, end_line, end_column)
        if style == '"' and (found := UNSEEN.search(text)):
            self._source.complain("DS011", node, number=f"U+{ord(found.group()):04X}")
        if event.anchor or event.tag:
            self._remember(event, node)
        if line in self._source.muted and (self._waits or not isinstance(self._top, Map)):
            self._add(Broken(line, column))
        else:
            self._add(node)

    def _list(self, event: Any) -> None:
        self._begin(List(*self._place(event), 1, [], bool(event.flow_style)), event)

    def _map(self, event: Any) -> None:
        self._begin(Map(*self._place(event), 1, [], bool(event.flow_style)), event)

    def _begin(self, node: List | Map, event: Any) -> None:
        if len(self._stack) >= DEEPEST:
            self._source.complain("DS117", node, limit=DEEPEST)
            raise _StopError
        if event.anchor or event.tag:
            self._remember(event, node)
        self._stack.append((self._top, self._keys, self._key, self._waits))
        self._top, self._keys, self._key, self._waits = node, {}, None, False

    def _end(self, event: Any) -> None:
        node = self._top
        self._top, self._keys, self._key, self._waits = self._stack.pop()
        if node is not None:
            self._add(node)

    def _alias(self, event: Any) -> None:
        place = Place(*self._place(event), len(event.anchor) + 1)
        target = self._anchors.get(event.anchor)
        if target is None:
            from simulator.course.suggest import hint

            self._source.complain("DS113", place, name=event.anchor, hint=hint(event.anchor, self._anchors))
        elif target is self._top or any(one[0] is target for one in self._stack):
            self._source.complain("DS111", place, name=event.anchor)
            target = None
        else:
            self._aliased += size(target)
            if self._aliased > MOST_ALIASED:
                self._source.complain("DS112", place, name=event.anchor)
                raise _StopError
        self._add(Broken(place.line, place.column) if target is None else target)

    def _remember(self, event: Any, node: Node) -> None:
        if event.anchor:
            self._anchors[event.anchor] = node
        if event.tag:
            self._source.complain("DS115", node, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _add(self, node: Node) -> None:
        top = self._top
        if isinstance(top, Map):
            if not self._waits:
                self._key, self._waits = self._as_key(node), True
                return
            self._waits = False
            if self._key is not None:
                top.pairs.append((self._key, node))
        elif top is None:
            self.root = node
            return
        else:
            top.items.append(node)
        top.size += node.size if isinstance(node, Map | List) else 1

    def _as_key(self, node: Node) -> Scalar | None:
        """The key, complained of when it can not be one. None: the pair is left out."""
        if not isinstance(node, Scalar) or not node.text:
            if not isinstance(node, Broken):
                self._source.complain("DS118", node)
            return None
        text = node.text
        if text == "<<" and not node.style:
            self._source.complain("DS114", node)
            return None
        if text in self._keys:
            if node.line not in self._source.muted:
                self._source.complain("DS101", node, key=text, first=self._keys[text])
        else:
            self._keys[text] = node.line
        return node
