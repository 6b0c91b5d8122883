"""A conversation and its what-if, side by side, in words: what the rich and the plain rendering share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from simulator.terminal import report_words as words

if TYPE_CHECKING:
    from simulator.engine.report import Report
    from simulator.engine.what_if import Comparison

AS_IT_WAS, WHAT_IF = "as it was", "what if"
NOTHING_MORE = "(nothing more)"


class Said(NamedTuple):
    """One reply, with how calm the person was after it and the score then (both 0..100). A side that has no such reply
    has None for the figures."""

    reply: str
    calm: int | None
    score: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """One turn on both sides."""

    turn: int
    original: Said
    what_if: Said


def rows(comparison: Comparison) -> tuple[Row, ...]:
    """The turns from where the two part on."""
    last = max(len(comparison.original.turns), len(comparison.what_if.turns))
    return tuple(
        Row(
            turn,
            _said(comparison.original, comparison.original_scores, turn),
            _said(comparison.what_if, comparison.what_if_scores, turn),
        )
        for turn in range(comparison.turn, last + 1)
    )


def title(comparison: Comparison) -> str:
    """What is compared."""
    report = comparison.what_if
    return f"What if: turn {comparison.turn} of {comparison.session}, {words.one_line(report.title)}"


def same_until(comparison: Comparison) -> str:
    """The turns that are alike; "" when there are none."""
    if comparison.turn == 1:
        return ""
    return "Turn 1: the same" if comparison.turn == 2 else f"Turns 1 to {comparison.turn - 1}: the same"


def result(report: Report) -> str:
    """How one side went: "82 of 100, passed, handled well"."""
    return f"{report.score} of 100, {words.verdict(report).lower()}, {words.outcome(report.outcome)}"


def changes(comparison: Comparison) -> Iterator[str]:
    """The items that went another way: "apologize: missed | earned, 15 of 15"."""
    before = {item.behaviour: words.told(comparison.original, item) for item in comparison.original.items}
    for item in comparison.what_if.items:
        now, then = words.told(comparison.what_if, item), before.get(item.behaviour)
        if then is not None and (then.verdict, then.credit) != (now.verdict, now.credit):
            yield f"{now.name}: {_went(then)} | {_went(now)}"


def figure(value: int | None) -> str:
    return "-" if value is None else str(value)


def _went(item: words.ItemTold) -> str:
    return f"{item.verdict}, {item.credit}" if item.credit else item.verdict


def _said(report: Report, scores: tuple[int, ...], turn: int) -> Said:
    if turn > len(report.turns):
        return Said(NOTHING_MORE, None, None)
    return Said(words.one_line(report.turns[turn - 1].reply), report.mood_curve[turn].calm, scores[turn])
