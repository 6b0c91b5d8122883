"""The ticket that a trainee wrote about a conversation, scored against what happened in it: a score of its own, beside
the conversation's, which it never changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from scoring.naming import LIKE_ENOUGH, naming
from simulator.course import readings
from simulator.course.after import TICKET_FIELDS
from simulator.course.values import clock_time
from simulator.engine import ticket_text
from simulator.engine.conversation import Conversation
from simulator.engine.ticket_tone import unkind

WORTH: Mapping[str, int] = {
    "problem": 30,
    "work_started": 10,
    "solution": 25,
    "work_ended": 10,
    "hours": 10,
    "parts": 5,
    "follow_up": 10,
}
COST = 15
"""Points that a false claim of success, blame or an insult takes off, each once."""
TOLERANCE = 2
"""Minutes by which a time may differ from the scenario's clock."""
QUARTER = 15
DAY = 24 * 60
FALSE_CLAIM = "claims_success"
FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True)
class FieldScore:
    """One field: `status` is earned, partly, missed or not_scored; `points` of `worth` (of a field that is not scored
    nothing counts); `why` is the reason, which names what it was held against."""

    field: str
    text: str
    status: str
    points: float
    worth: int
    why: str


@dataclass(frozen=True, slots=True)
class Charge:
    """Something in a field that costs: `behaviour` is blame, insult or claims_success, `points` is negative."""

    field: str
    behaviour: str
    quote: str
    points: float


@dataclass(frozen=True, slots=True)
class TicketScore:
    """`score` is 0..100: 100 x points / worth of the fields that are scored, less the charges, rounded half up."""

    score: int
    fields: tuple[FieldScore, ...]
    charges: tuple[Charge, ...]


class _Judged(NamedTuple):
    """`share` of the worth that is earned, None when it can not be told."""

    share: float | None
    why: str


def score_ticket(conversation: Conversation, filled: Mapping[str, str]) -> TicketScore:
    """Score the ticket `filled` (field -> text; what is not in it is empty) on a conversation that is over."""
    scored, charges = [], []
    for field in TICKET_FIELDS:
        text = filled.get(field, "").strip()
        if not text:
            judged, claim = _Judged(0.0, _empty(field)), ""
        elif field in ("problem", "solution"):
            read = ticket_text.problem if field == "problem" else ticket_text.solution
            share, why, claim = read(conversation, text)
            judged = _Judged(share, why)
        else:
            judged, claim = _small(conversation, field, filled), ""
        scored.append(_scored(field, text, judged))
        if claim:
            charges.append(Charge(field, FALSE_CLAIM, claim, -float(COST)))
    for field in TICKET_FIELDS:
        for one in unkind(filled.get(field, ""), conversation.recognizer):
            if one.behaviour not in {charge.behaviour for charge in charges}:
                charges.append(Charge(field, one.behaviour, one.quote, -float(COST)))
    possible = sum(one.worth for one in scored if one.status != "not_scored")
    raw = 100 * sum(one.points for one in scored) / possible if possible else 0.0
    total = raw + sum(one.points for one in charges)
    return TicketScore(min(100, int(round(total, 6) + 0.5)) if total > 0 else 0, tuple(scored), tuple(charges))


def _scored(field: str, text: str, judged: _Judged) -> FieldScore:
    worth = WORTH[field]
    if judged.share is None:
        return FieldScore(field, text, "not_scored", 0.0, worth, judged.why)
    status = "earned" if judged.share >= 1 else "partly" if judged.share > 0 else "missed"
    return FieldScore(field, text, status, round(worth * judged.share, 2), worth, judged.why)


def _empty(field: str) -> str:
    return "left empty; write none where there is none" if field in ("parts", "follow_up") else "left empty"


def _small(conversation: Conversation, field: str, filled: Mapping[str, str]) -> _Judged:
    text = filled[field].strip()
    start = conversation.scenario.clock.starts
    if field == "work_started":
        return _time(text, start)
    if field == "work_ended":
        return _time(text, start + conversation.clock)
    if field == "hours":
        return _hours(text, conversation.clock, filled)
    return _part(conversation, text) if field == "parts" else _follow_up(conversation, text)


def _time(text: str, true: int) -> _Judged:
    said = readings.times(text)
    if not said:
        return _Judged(0.0, "can not be read as a time; write it as in 16:40")
    if any(_apart(one, true) <= TOLERANCE for one in said):
        return _Judged(1.0, f"the clock said {clock_time(true % DAY)}")
    return _Judged(0.0, f"the clock said {clock_time(true % DAY)}, not {clock_time(said[0])}")


def _hours(text: str, worked: int, filled: Mapping[str, str]) -> _Judged:
    """In full when it is the time from start to end, or that to the quarter of an hour; half when it only agrees with
    the times that stand in the ticket."""
    said = readings.minutes(text)
    if said is None:
        return _Judged(0.0, "can not be read as a length of time; write it as in 0.5, 30 min or half an hour")
    nearest = (worked + QUARTER // 2) // QUARTER * QUARTER
    if abs(said - worked) <= 2 * TOLERANCE or said == max(QUARTER, nearest):
        return _Judged(1.0, f"it was {_minutes(worked)} from start to end")
    starts, ends = (readings.times(filled.get(field, "")) for field in ("work_started", "work_ended"))
    if any(abs((end - begin) % DAY - said) <= TOLERANCE for begin in starts for end in ends):
        return _Judged(0.5, f"agrees with the times in the ticket, but it was {_minutes(worked)}, not {_minutes(said)}")
    return _Judged(0.0, f"it was {_minutes(worked)} from start to end, not {_minutes(said)}")


def _part(conversation: Conversation, text: str) -> _Judged:
    wanted, none = conversation.scenario.ticket.parts, readings.is_none(text)
    if wanted == ():
        return _Judged(1.0, "none was replaced") if none else _Judged(0.0, "no part was replaced: write none")
    if wanted:
        names = ", ".join(one.name for one in wanted)
        found = [naming().named(text, one.like).likeness >= LIKE_ENOUGH for one in wanted]
        return _Judged(0.0 if none else sum(found) / len(found), f"replaced: {names}")
    if none:
        return _Judged(1.0, "nothing is known of a part")
    spoken = [turn.reply for turn in conversation.turns] + [*ticket_text.facts_told(conversation).values()]
    if naming().shared(text, [(1.0, [*spoken, *ticket_text.said(conversation)])]).words:
        return _Judged(1.0, "came up in the conversation")
    return _Judged(0.0, "nothing of the kind came up; write none where there is none")


def _follow_up(conversation: Conversation, text: str) -> _Judged:
    """A day where one was promised or the scenario expects one; otherwise a day or none."""
    said = readings.follow_up(text)
    if said is None:
        return _Judged(0.0, "can not be read as a day; write one, or none")
    promised = next(
        (
            (turn.turn, quote)
            for turn in conversation.turns
            if turn.stuffed is None
            for name, quote, *_ in turn.shown
            if name == FOLLOW_UP
        ),
        None,
    )
    if promised is not None:
        turn, quote = promised
        because = f"you promised one in turn {turn}: “{quote}”"
    elif conversation.scenario.ticket.follow_up:
        because = "one is called for here"
    else:
        return _Judged(1.0, "none was promised" if said == readings.NONE else "a courtesy, though none was promised")
    return _Judged(1.0, because) if said == readings.DATE else _Judged(0.0, f"says none, but {because}")


def _apart(one: int, other: int) -> int:
    """Minutes between two times of day, the shorter way round."""
    apart = (one - other) % DAY
    return min(apart, DAY - apart)


def _minutes(count: int) -> str:
    return f"{count} minute{'' if count == 1 else 's'}"
