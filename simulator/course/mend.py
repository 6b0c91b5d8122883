"""Reading on after a slip: the line that stopped the parser is mended in memory, so that one run tells every mistake
of a file.

A mended line is muted - nothing else is said of it - and what stood in it counts as broken, not as missing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.course.compose import NotYamlError, compose, first_error
from simulator.course.nodes import Node, Place
from simulator.course.source import Source
from simulator.course.syntax import TIGHT_KEY, Slip, indentation, slip

MOST_SLIPS = 20
"""Lines mended in one file; whoever has more of them mends these first."""

LONGEST = 100_000
"""Characters of a file that is mended; each attempt reads it again."""

PARTS = re.compile(r"""(?P<lead>\s*(?:-\s+)*)(?P<key>(?:[\w .]+|"[^"]*"|'[^']*'):\s+)?(?P<rest>.*)$""")

LONE_KEY = re.compile(r"\W*(\w+)[^\w:]*:\W*")
"""A key with nothing behind it but the lines below, and perhaps a sign too many."""


class Repair(NamedTuple):
    """Another wording of the line with the index `row`. `shift`: by how many columns its text was moved to the left.
    `mutes`: its value is lost."""

    row: int
    line: str
    shift: int = 0
    mutes: bool = True


def read_tree(source: Source) -> Node | None:
    """The tree of a file, with a complaint for every slip in it; None when there is nothing to read on with."""
    lines = source.text.split("\n")
    for _ in range(MOST_SLIPS):
        try:
            return compose(source, "\n".join(lines))
        except NotYamlError as trouble:
            found, start = slip(trouble.error, trouble.last, lines), trouble.error.context_mark
        if found.code == "DS103" and _untab(source, lines):
            continue
        repair = _repair(found, start.line if start else None, lines)
        at = found.at
        if repair and found.code == "DS107" and repair.row != at.line - 1:
            # The odd one out is the first of its kind, not the one at which the parser noticed.
            at = Place(repair.row + 1, indentation(lines[repair.row]) + 1)
        at.column += source.shifts.get(at.line, 0)
        source.retract(at.line, ("DS113", "DS115"))  # an alias or a tag that is really text: one mistake, not two
        source.complain(found.code, at, **found.words)
        if repair is None:
            return None
        lines[repair.row] = repair.line
        if repair.shift:
            source.shifts[repair.row + 1] = source.shifts.get(repair.row + 1, 0) + repair.shift
        if repair.mutes:
            source.muted.add(repair.row + 1)
    return None


def _repair(found: Slip, start: int | None, lines: list[str]) -> Repair | None:
    """The repair with which the parser comes farthest; None when none lets it pass the slip."""
    best, farthest = None, found.at.line
    if sum(map(len, lines)) > LONGEST:
        return None
    for repair in _repairs(found, start, lines):
        stops = first_error("\n".join([*lines[: repair.row], repair.line, *lines[repair.row + 1 :]]))
        if stops is None:
            return repair
        if stops > farthest:
            best, farthest = repair, stops
    return best


def _untab(source: Source, lines: list[str]) -> bool:
    """Complain of all lines that are indented with tabs, at once - it is one habit, not many slips - and use blanks
    instead."""
    any_found = False
    for number, line in enumerate(lines, 1):
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent and line.strip():
            any_found = True
            source.complain("DS103", Place(number, indent.index("\t") + 1))
            lines[number - 1] = indent.expandtabs(2) + line[len(indent) :]
            source.shifts[number] = len(line) - len(lines[number - 1])
    return any_found


def _repairs(found: Slip, start: int | None, lines: Sequence[str]) -> Iterator[Repair]:
    """What the line may have been meant to be, the likeliest first. `start` is the index of the line with which what
    is being read began."""
    index = found.at.line - 1
    line = lines[index]
    if found.code == "DS107":
        indent = indentation(line)
        for width in _indents(lines, index):
            yield Repair(index, " " * width + line.lstrip(), indent - width, mutes=False)
        for first in (_first_below(lines, index), start):
            if first is None or first == index:
                continue
            yield Repair(first, " " * indent + lines[first].lstrip(), indentation(lines[first]) - indent, mutes=False)
    elif word := LONE_KEY.fullmatch(line):
        for width in [indentation(line), *_indents(lines, index)]:
            yield Repair(index, f"{' ' * width}{word[1]}:")
    if found.code == "DS122" and (tight := TIGHT_KEY.match(line)):
        colon = tight.end(1)
        yield Repair(index, line[: colon + 1] + " " + json.dumps(line[colon + 1 :], ensure_ascii=False))
    parts = PARTS.match(line)
    if not parts:
        return
    lead, key, rest = parts["lead"], parts["key"] or "", parts["rest"].rstrip()
    if found.code == "DS120" and key:
        yield Repair(index, lead + key)
    if rest:
        quoted = lead + key + json.dumps(rest.rstrip(","), ensure_ascii=False)
        yield Repair(index, quoted)
        yield Repair(index, quoted + ("," if rest.endswith(",") else ":"))
    if not rest.endswith(":"):  # a key that is dropped would leave its lines to the key above
        yield Repair(index, "")


def _first_below(lines: Sequence[str], index: int) -> int | None:
    """The line with which the block above that is indented further begins, when it is the only one with its
    indentation."""
    indent = indentation(lines[index])
    block: list[int] = []
    for row in range(index - 1, -1, -1):
        if lines[row].strip() and indentation(lines[row]) <= indent:
            break
        if lines[row].strip():
            block.append(row)
    least = min((indentation(lines[row]) for row in block), default=0)
    first = [row for row in block if indentation(lines[row]) == least]
    return first[0] if len(first) == 1 else None


def _indents(lines: Sequence[str], index: int) -> list[int]:
    """The indentations that a line in this place can have, the nearest first."""
    possible = set()
    least = None
    for line in reversed(lines[:index]):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        width = indentation(line)
        if least is None and line.rstrip().endswith(":"):
            possible.add(width + 2)
        if least is None or width < least:
            possible.add(width)
            least = width
    indent = indentation(lines[index])
    return sorted(possible - {indent}, key=lambda width: (abs(width - indent), -width))
