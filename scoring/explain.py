"""The long answer: for each clause of a reply what was considered, on what evidence, and what spoke against it."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.clauses import Clause
from scoring.detection import Detection, Move
from scoring.detector import FEWEST_KNOWN, LONGEST_REPLY, Detector, Read, trimmed
from scoring.explanation import ClauseExplained, Considered, Explanation
from scoring.model import Contribution, Reading
from scoring.moves import ENOUGH, MoveMatcher
from scoring.scope import veto

MOST_CONSIDERED = 5
"""Behaviours and moves told of for each clause, those shown included."""
NOTEWORTHY = 0.05
"""Log-odds from which a piece of evidence is told of."""
UNKNOWN = "too few words of the reply are known"


def explain(
    detector: Detector, reply: str, person: str = "", *, moves: Sequence[Move] = (), facts: Sequence[str] = ()
) -> Explanation:
    """Explain what `detector.detect` says of the same reply."""
    reply = reply[:LONGEST_REPLY]
    read = detector.take_apart(reply, person, facts)
    if not read.pieces:
        return Explanation(())
    reading = detector.reading(read)
    found = detector.detect(reply, person, moves=moves, facts=facts)
    unknown = detector.model.known_share([token.norm for token in read.words if token.is_word]) < FEWEST_KNOWN
    explained = []
    for number, clause in enumerate(read.pieces):
        start, end = trimmed(reply, clause.start, clause.end)
        shown_here = {one.behaviour for one in found if one.start == start}
        considered = [
            *_behaviours(detector, reply, read, reading, number, clause, shown_here, unknown),
            *_moves(detector.matcher(tuple(moves)), reply, read, clause, found, unknown),
        ]
        considered.sort(key=lambda one: (not one.shown, -one.confidence, one.behaviour))
        shown = sum(one.shown for one in considered)
        explained.append(
            ClauseExplained(start, end, reply[start:end], tuple(considered[: max(shown, MOST_CONSIDERED)]))
        )
    return Explanation(tuple(explained), found.stuffed)


def _behaviours(
    detector: Detector,
    reply: str,
    read: Read,
    reading: Reading,
    number: int,
    clause: Clause,
    shown: set[str],
    unknown: bool,
) -> list[Considered]:
    model = detector.model
    rest = reading.totals - reading.by_clause.max(axis=0)
    considered = []
    for column, behaviour in enumerate(model.behaviours):
        # What the clause alone would come to in its reply; the best clause decides, so for it this is the decision
        # itself.
        log_odds = int(reading.by_clause[number, column] + rest[column])
        if reading.by_clause[number, column] == reading.by_clause[:, column].max():
            log_odds = int(reading.totals[column])
        index = detector.index(behaviour)
        near, _ = index.nearest(index.piece(reply[clause.start : clause.end], read.words[clause.first : clause.last]))
        evidence = tuple(
            _told(one) for one in model.contributions(reading, number + 1, behaviour) if abs(one.log_odds) >= NOTEWORTHY
        )
        considered.append(
            Considered(
                behaviour=behaviour,
                confidence=model.confidence(log_odds),
                threshold=model.confidence(int(model.thresholds[column])),
                shown=behaviour in shown,
                evidence=evidence,
                nearest=near.text if near else "",
                similarity=round(near.similarity, 3) if near else 0.0,
                veto=veto(behaviour, read.words, clause, read.line) or (UNKNOWN if unknown else ""),
            )
        )
    considered.sort(key=lambda one: (not one.shown, -one.confidence))
    return considered[: MOST_CONSIDERED + len(shown)]


def _moves(
    matcher: MoveMatcher, reply: str, read: Read, clause: Clause, found: Sequence[Detection], unknown: bool
) -> list[Considered]:
    shown = {one.behaviour for one in found}
    considered = []
    placed = matcher.consider(reply, read.words, clause, found) if matcher.ids else {}
    for name in matcher.ids:
        if (across := _across(name, clause, found, matcher.asked(name))) is not None:
            considered.append(across)
            continue
        judged = placed[name]
        if judged.likeness <= 0:
            continue
        likeness = round(judged.likeness, 3)
        considered.append(
            Considered(
                behaviour=name,
                confidence=likeness,
                threshold=round(judged.enough, 3),
                shown=name in shown and judged.shows and not unknown,
                evidence=((judged.by, likeness, judged.phrase),),
                nearest=judged.phrase,
                similarity=likeness,
                veto=UNKNOWN if unknown else judged.veto,
            )
        )
    return considered


def _across(name: str, clause: Clause, found: Sequence[Detection], meant: float) -> Considered | None:
    """The move when it was found in several clauses read together, of which this is one; `meant` is the likeness in
    meaning that it asks for."""
    for one in found:
        within = one.start <= clause.start and clause.end <= one.end
        if one.behaviour == name and within and (one.start, one.end) != (clause.start, clause.end):
            evidence = ((one.by, one.confidence, one.exemplar),)
            enough = round(meant, 3) if one.by == "meaning" else ENOUGH
            return Considered(name, one.confidence, enough, True, evidence, one.exemplar, one.confidence, "")
    return None


def _told(one: Contribution) -> tuple[str, float, str]:
    return one.kind, round(one.log_odds, 2), one.name.partition(": ")[2] or one.name
