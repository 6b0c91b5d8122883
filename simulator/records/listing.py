"""How kept sessions are listed: one query that says of each what its events and its reports amount to."""

from __future__ import annotations

import json
from typing import Any

from simulator.records.interface import UNFINISHED, SessionRow

ROWS = """
SELECT s.id, s.scenario, s.course, s.seed, s.mode, s.trainee, s.cohort, s.origin, s.started,
    coalesce((SELECT max(written) FROM events WHERE session = s.id AND kind = 'ended'), r.written) AS ended,
    r.outcome, r.score, r.passed, r.pass_mark,
    (SELECT CASE kind WHEN 'undone' THEN turn - 1 ELSE turn END FROM events
        WHERE session = s.id AND kind IN ('trainee_said', 'undone') ORDER BY seq DESC LIMIT 1) AS turns,
    (SELECT sum(julianday(last) - julianday(first)) FROM
        (SELECT min(written) AS first, max(written) AS last FROM events WHERE session = s.id GROUP BY sitting)) AS days,
    CASE WHEN json_valid(r.body) THEN json_extract(r.body, '$.ticket.score', '$.mirror.yes', '$.mirror.measured', '$.mirror.accuracy') END AS after
FROM sessions s LEFT JOIN reports r ON r.session = s.id AND r.number =
    (SELECT max(number) FROM reports WHERE session = s.id AND outcome <> 'unfinished')
"""
"""Sessions as `as_row` reads them; a WHERE and an ORDER BY may follow."""

HAPPENED = "(EXISTS (SELECT 1 FROM events WHERE session = s.id) OR EXISTS (SELECT 1 FROM reports WHERE session = s.id))"
"""Something was said in the session, or reported on it."""


def as_row(row: tuple[Any, ...]) -> SessionRow:
    """A row that ROWS gave, as listings and exports see it."""
    (
        id_,
        scenario,
        course,
        seed,
        mode,
        trainee,
        cohort,
        origin,
        started,
        ended,
        outcome,
        score,
        passed,
        mark,
        turns,
        days,
        after,
    ) = row
    done = score is not None
    ticket, yes, measured, accuracy = json.loads(after) if after else (None,) * 4
    return SessionRow(
        id=id_,
        scenario=scenario,
        course=course,
        seed=int(seed),
        mode=mode,
        trainee=trainee,
        cohort=cohort,
        origin=origin,
        started=started,
        ended=ended if done else "",
        outcome=outcome if done else UNFINISHED,
        score=score,
        passed=bool(passed) if done else None,
        turns=turns or 0,
        minutes=round(max(days or 0, 0) * 24 * 60, 2),
        pass_mark=mark,
        ticket_score=ticket,
        mirror_yes=yes,
        mirror_measured=measured,
        mirror_accuracy=accuracy,
    )
