"""What a report says of promises: what was promised, with which words, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from simulator.terminal.clean import one_line

if TYPE_CHECKING:
    from simulator.engine.promises_told import PromiseTold
    from simulator.engine.report import Report

MARKS = {"kept": "✓", "broken": "✗", "untested": "–"}
VERDICTS = {"kept": "kept", "broken": "broken", "untested": "not put to the test"}
STATUSES = {"kept": "earned", "broken": "charged", "untested": "not_scored"}


class PromiseInWords(NamedTuple):
    """`status` is that of a rubric item that is shown alike. `credit` is "-12" or ""; `where` and `quote` say when and
    with which words it was made, `end` and `end_quote` ("" when there are none) what became of it."""

    name: str
    status: str
    mark: str
    verdict: str
    credit: str
    where: str
    quote: str
    end: str
    end_quote: str


def promises(report: Report) -> tuple[PromiseInWords, ...]:
    """All promises that were made, in their order."""
    return tuple(_in_words(one) for one in report.promises)


def _in_words(one: PromiseTold) -> PromiseInWords:
    return PromiseInWords(
        name=one_line(one.definition).rstrip("."),
        status=STATUSES[one.status],
        mark=MARKS[one.status],
        verdict=VERDICTS[one.status],
        credit=f"{one.points:g}" if one.points else "",
        where=f"Turn {one.turn}, you promised",
        quote=one_line(one.quote),
        end={
            "kept": f"Turn {one.settled}, you kept it",
            "broken": f"Its time was over with turn {one.settled}",
            "untested": "Its time had not come when the conversation ended",
        }[one.status],
        end_quote=one_line(one.settled_quote),
    )
