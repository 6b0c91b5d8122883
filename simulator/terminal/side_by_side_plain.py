"""A conversation and its what-if as plain lines: what was, a bar, what would have been."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simulator.course.models import MOOD_AXES
from simulator.terminal import side_by_side as told
from simulator.terminal.report_words import SILENCE, axis_in_words

if TYPE_CHECKING:
    from simulator.engine.what_if import Comparison


def render(comparison: Comparison) -> str:
    """The comparison as text that ends in a newline, one fact a line."""
    return "".join(f"{line}\n" for line in _lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    yield told.title(comparison)
    same = told.same_until(comparison)
    if same:
        yield same
    for row in told.rows(comparison):
        yield (
            f"Turn {row.turn}: {_quoted('you said', row.original)} | {_quoted('instead', row.what_if)}: "
            f"calm {told.figure(row.original.calm)} | {told.figure(row.what_if.calm)}, "
            f"score {told.figure(row.original.score)} | {told.figure(row.what_if.score)}"
        )
    for change in told.changes(comparison):
        yield f"Item: {change}"
    for axis in MOOD_AXES:
        curves = (axis_in_words(report.mood_curve, axis) for report in (comparison.original, comparison.what_if))
        yield f"Mood, {axis}: {' | '.join(curves)}"
    yield f"Result: {told.result(comparison.original)} | {told.result(comparison.what_if)}"


def _quoted(lead: str, said: told.Said) -> str:
    if said.calm is None or said.reply == SILENCE:
        return f"{lead} {said.reply}"
    return f"{lead} “{said.reply}”"
