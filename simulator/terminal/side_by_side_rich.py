"""A conversation and its what-if in a terminal, in two columns with the turn marked where they part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from simulator.course.models import MOOD_AXES
from simulator.terminal import side_by_side as told
from simulator.terminal import side_by_side_plain
from simulator.terminal.report_rich import sparkline
from simulator.terminal.report_words import outcome, verdict

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

    from simulator.engine.report import Report
    from simulator.engine.what_if import Comparison

NARROWEST = 60
"""Columns below which two replies do not fit beside each other; plain lines do."""
PARTING = "┆"


def render(comparison: Comparison, console: Console) -> None:
    """Print the comparison."""
    if console.width < NARROWEST:
        console.print(_text(side_by_side_plain.render(comparison)), highlight=False)
        return
    for part in _parts(comparison, bars=not console.options.ascii_only):
        console.print(part, highlight=False)


def _parts(comparison: Comparison, bars: bool) -> Iterator[RenderableType]:
    yield _text(f"\n{told.title(comparison)}", "bold")
    yield _text("\nReply by reply", "bold underline")
    yield _replies(comparison)
    changes = list(told.changes(comparison))
    if changes:
        yield _text(f"\nWhat counted otherwise ({told.AS_IT_WAS} | {told.WHAT_IF})", "bold underline")
        yield from (_text(f"  • {change}") for change in changes)
    yield _text("\nHow it went", "bold underline")
    yield _curves(comparison, bars)


def _curves(comparison: Comparison, bars: bool) -> Table:
    table = _table("", told.AS_IT_WAS.capitalize(), told.WHAT_IF.capitalize())
    sides = (comparison.original, comparison.what_if)
    paths = (comparison.original_scores, comparison.what_if_scores)
    table.add_row(_text("score", "bold"), *(_score(report) for report in sides))
    table.add_row("", *(_curve(path, comparison.turn, bars) for path in paths))
    for axis in MOOD_AXES:
        moods = ([getattr(mood, axis) for mood in report.mood_curve] for report in sides)
        table.add_row(_text(axis, "bold"), *(_curve(values, comparison.turn, bars) for values in moods))
    return table


def _score(report: Report) -> Text:
    told = _text(f"{report.score} of 100", "bold").append(", ")
    told.append(verdict(report).lower(), "green" if report.passed else "red")
    return told.append(f", {outcome(report.outcome)}")


def _curve(values: Sequence[int], turn: int, bars: bool) -> Text:
    """The values before `turn` and from it on, with a mark between."""
    drawn = f"{sparkline(values[:turn])}{PARTING}{sparkline(values[turn:])}  " if bars else ""
    return _text(drawn).append(f"{values[0]} to {values[-1]}", "dim" if bars else "")


def _replies(comparison: Comparison) -> Table:
    table = _table("turn", "you said", "calm", "score", "instead", "calm", "score")
    for column in (1, 4):
        table.columns[column].ratio = 1
    same = told.same_until(comparison)
    if same:
        table.add_row("", _text(same, "dim"))
    for row in told.rows(comparison):
        parts = row.turn == comparison.turn
        mark = _text(f"▸ {row.turn}" if parts else f"  {row.turn}", "bold" if parts else "")
        table.add_row(mark, *_side(row.original, ""), *_side(row.what_if, "bold" if parts else ""))
    return table


def _side(said: told.Said, style: str) -> tuple[Text, Text, Text]:
    return _text(said.reply, style if said.calm is not None else "dim"), _figure(said.calm), _figure(said.score)


def _figure(value: int | None) -> Text:
    return _text("" if value is None else str(value))


def _table(*headings: str) -> Table:
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for heading in headings:
        figures = heading in ("calm", "score")
        table.add_column(heading, overflow="fold", no_wrap=figures, justify="right" if figures else "left")
    return table


def _text(content: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(overflow="fold").append(content, style)
