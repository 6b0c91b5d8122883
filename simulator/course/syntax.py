"""What a trainer is told when a file stops being YAML: the likely slip, where they made it, in their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import yaml

from simulator.course.nodes import Place, Scalar


class Slip(NamedTuple):
    """A code with its place and words."""

    code: str
    at: Place
    words: dict[str, object]


KEY = re.compile(r"""[\s-]*(?:[\w .]+|"[^"]*"|'[^']*')\s*:(?:\s|$)""")
"""A line that begins with a key."""

MARKED = re.compile(r"[\s-]*(?:[\w .]+:\s+)?[*&!]")
"""A line whose text begins with a sign that makes YAML take a word of it for an alias, an anchor or a tag."""

TIGHT_KEY = re.compile(r"[\s-]*(\w+):\S")
"""A line that begins with a key without the blank after its colon."""


def slip(error: yaml.MarkedYAMLError, last: Scalar | None, lines: Sequence[str]) -> Slip:
    """Read libyaml's complaint and name the slip behind it."""
    problem = error.problem or ""
    context = error.context or ""
    mark = error.problem_mark or error.context_mark
    at = _place(mark, lines) if mark else Place(1, 1)
    start = _place(error.context_mark, lines) if error.context_mark else at
    line = lines[at.line - 1]
    before, sign = line[: at.column - 1], line[at.column - 1 : at.column]

    if "tab character" in problem or sign == "\t":
        return Slip("DS103", at, {})
    if "mapping values are not allowed" in problem:
        if KEY.match(before + ":") and ":" not in before:
            above = lines[at.line - 2] if at.line > 1 else ""
            tight = TIGHT_KEY.match(above)
            if tight and indentation(above) == indentation(line):
                return Slip("DS122", Place(at.line - 1, tight.end(1) + 1), {})
            return Slip("DS107", Place(at.line, indentation(line) + 1), {})
        return Slip("DS104", at, {})
    if "cannot start any token" in problem:
        return Slip("DS108", at, {"sign": sign})
    if "block scalar" in context:
        return Slip("DS108", start, {"sign": _sign(lines, start)})
    if "alias" in context or "anchor" in context:
        return Slip("DS108", start, {"sign": _sign(lines, start)})
    if "directive" in context or "directive" in problem or "YAML document" in problem:
        return Slip("DS108", start, {"sign": "%"})
    if "tag" in context or "tag" in problem:
        return Slip("DS115", start, {"tag": "!"})
    if "quoted scalar" in context:
        if "unexpected end" in problem or "document" in problem:
            return Slip("DS105", start, {"sign": _sign(lines, start)})
        return Slip("DS119", Place(at.line, max(1, line.rfind("\\", 0, at.column) + 1)), {})
    if "sequence entries are not allowed" in problem:
        return Slip("DS120", at, {})
    if "simple key" in context:
        tight = TIGHT_KEY.match(lines[start.line - 1])
        return Slip("DS122", Place(start.line, tight.end(1) + 1), {}) if tight else Slip("DS110", start, {})
    if "plain scalar" in context:
        return Slip("DS122", at, {})
    if "mapping keys" in problem:
        return Slip("DS108", at, {"sign": sign})
    if "flow" in context:
        if "node content" in problem:
            return Slip("DS106", at, {"sign": sign or "["})
        if at.line != start.line or sign in ("]", "}"):
            return Slip("DS106", start, {"sign": _sign(lines, start)})
        return Slip("DS121", at, {"sign": _sign(lines, start)})
    if last is not None and last.style in ("'", '"') and last.line < last.end_line == at.line:
        # A quote that was not closed swallows lines up to the next quote, where the trouble shows.
        return Slip("DS105", Place(last.line, last.column), {"sign": last.style})
    if "block" in context and before.strip(" -"):
        marked = MARKED.match(line)
        if marked:
            return Slip("DS108", Place(at.line, marked.end()), {"sign": marked.group()[-1]})
        return Slip("DS109", at, {})
    if "block" in context and sign:
        return Slip("DS107", at, {}) if sign not in ",]}:" else Slip("DS108", at, {"sign": sign})
    return Slip("DS102", at, {})


def indentation(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip())


def _place(mark: yaml.Mark, lines: Sequence[str]) -> Place:
    """The place in the text; the end of the file may be marked as one line further."""
    if mark.line < len(lines):
        return Place(mark.line + 1, mark.column + 1)
    return Place(len(lines), len(lines[-1]) + 1)


def _sign(lines: Sequence[str], at: Place) -> str:
    return lines[at.line - 1][at.column - 1 : at.column]
