"""The two tables that a training department gets: a row per session, and a row per item of the rubric."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from simulator.records.interface import Records, SessionRow

Value = str | int | float | bool | datetime | None
"""A cell. None is "there is nothing to say" (not scored, not finished), which is never zero. Times are in UTC."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and how wide a spreadsheet shows it, in letters."""

    name: str
    width: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table with rows as long as its columns; they are read once."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Value, ...]]


SESSION_COLUMNS = (
    Column("session", 14),
    Column("trainee", 18),
    Column("cohort", 18),
    Column("scenario", 18),
    Column("course_version", 20),
    Column("seed", 10),
    Column("mode", 10),
    Column("started", 19),
    Column("ended", 19),
    Column("minutes", 9),
    Column("turns", 7),
    Column("score", 7),
    Column("pass_mark", 10),
    Column("passed", 8),
    Column("outcome", 18),
    Column("ticket_score", 12),
    Column("mirror_yes", 10),
    Column("mirror_measured", 15),
    Column("mirror_accuracy", 15),
    Column("what_if", 8),
    Column("origin", 24),
)
ITEM_COLUMNS = (
    Column("session", 14),
    Column("behaviour", 22),
    Column("kind", 8),
    Column("status", 12),
    Column("points", 8),
    Column("worth", 7),
    Column("turn", 6),
    Column("quote", 50),
    Column("model", 50),
    Column("why", 50),
)


def tables(records: Records, rows: Sequence[SessionRow]) -> tuple[Table, Table]:
    """The tables of these sessions, oldest first, and of their items, in the rubric's order within a session.

    Unfinished sessions stand in the first table, without a score, and have no items. `what_if` is True for what is no
    attempt; its `origin` names the session and the turn that it goes back to.
    """
    ordered = sorted(rows, key=lambda row: row.id)
    return (
        Table("sessions", SESSION_COLUMNS, map(_session, ordered)),
        Table("items", ITEM_COLUMNS, _items(records, ordered)),
    )


def _session(row: SessionRow) -> tuple[Value, ...]:
    return (
        row.id,
        row.trainee,
        row.cohort,
        row.scenario,
        row.course,
        row.seed,
        row.mode,
        _time(row.started),
        _time(row.ended),
        row.minutes,
        row.turns,
        row.score,
        row.pass_mark,
        row.passed,
        row.outcome,
        row.ticket_score,
        row.mirror_yes,
        row.mirror_measured,
        row.mirror_accuracy,
        row.what_if is not None,
        row.origin,
    )


def _items(records: Records, rows: Iterable[SessionRow]) -> Iterator[tuple[Value, ...]]:
    for row in rows:
        kept = records.report(row.id) if row.score is not None else None
        for item in kept["items"] if kept else ():
            points = None if item["status"] == "not_scored" else item["points"]
            yield (
                row.id,
                item["behaviour"],
                item["kind"],
                item["status"],
                points,
                item["worth"],
                item["turn"],
                item["quote"],
                item["model"],
                item["why"],
            )


def _time(stamp: str) -> datetime | None:
    return datetime.fromisoformat(stamp) if stamp else None
