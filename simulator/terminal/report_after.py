"""What a report says of the ticket and the mirror, in words: what all four renderings share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.terminal import after_words
from simulator.terminal import clean as cleaning
from simulator.terminal.report_words import SILENCE, name_of, points

if TYPE_CHECKING:
    from simulator.engine.mirror import Reflection
    from simulator.engine.report import Report

NOT_SCORED = "not scored"
MARKS = {"earned": "✓", "partly": "◐", "missed": "✗", NOT_SCORED: "–", "charged": "−"}
CHARGES = {
    "claims_success": "claims a success that was none",
    "blame": "blames the person",
    "insult": "insults the person",
}
REACHED = {
    True: "reached in the conversation",
    False: "not reached in the conversation",
    None: "too little was measured to tell whether the conversation reaches it",
}
BESIDE = "It stands beside the score of the conversation and changes nothing in it."


@dataclass(frozen=True, slots=True)
class FieldTold:
    """A field of the ticket, or something in it that costs (`status` charged; then `text` is the quotation). `credit` is
    "5 of 10", "-15" or ""."""

    label: str
    status: str
    mark: str
    credit: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class QuestionTold:
    """A question of the mirror: `status` is same, other or not_measured; `verdict` lays answer and measurement side by
    side, `quote` has the words of the turn that it names."""

    text: str
    status: str
    mark: str
    verdict: str
    quote: str
    why: str
    instead: str


def ticket_summary(report: Report) -> str:
    """The ticket's score in a line."""
    return NOT_SCORED if report.ticket is None else f"{report.ticket.score} of 100"


def ticket_told(report: Report) -> tuple[FieldTold, ...]:
    """The fields of the ticket and what cost in it; nothing when it is not scored."""
    if report.ticket is None:
        return ()
    told = []
    for field in report.ticket.fields:
        status = NOT_SCORED if field.status == "not_scored" else field.status
        credit = "" if status == NOT_SCORED else f"{points(field.points)} of {field.worth}"
        label = after_words.TICKET[field.field].label
        told.append(
            FieldTold(label, status, MARKS[status], credit, cleaning.clean(field.text), cleaning.clean(field.why))
        )
    for charge in report.ticket.charges:
        what = CHARGES.get(charge.behaviour, charge.behaviour)
        label = f"{after_words.TICKET[charge.field].label} {what}"
        told.append(
            FieldTold(label, "charged", MARKS["charged"], points(charge.points), cleaning.clean(charge.quote), "")
        )
    return tuple(told)


def mirror_summary(report: Report) -> str:
    """Both counts of yeses against the mark, and the accuracy."""
    mirror = report.mirror
    if mirror is None:
        return NOT_SCORED
    said = f"you said yes to {mirror.yes} of {len(mirror.questions)}; I measured {mirror.measured} yeses in {mirror.compared}"
    answers = "reached in your answers" if mirror.answers_reach else "not reached in your answers"
    reached = REACHED[mirror.measurement_reaches]
    accuracy = (
        "" if mirror.accuracy is None else f" You saw yourself as measured in {mirror.agreed} of {mirror.compared}."
    )
    return f"{said}. The mark is {mirror.mark} yeses: {answers}, {reached}.{accuracy}"


def mirror_told(report: Report) -> tuple[QuestionTold, ...]:
    """The questions of the mirror; nothing when it is not scored."""
    return () if report.mirror is None else tuple(_question(report, one) for one in report.mirror.questions)


def _question(report: Report, one: Reflection) -> QuestionTold:
    answer = "yes" if one.answer else "no"
    see = "" if one.turn is None else f": see turn {one.turn}"
    if one.measured is None:
        status, verdict = "not_measured", f"you said {answer}; not measured"
    elif one.measured == one.answer:
        status, verdict = "same", f"you said {answer}, and so did I{see}"
    else:
        status, verdict = "other", f"you said {answer}; I measured {'yes' if one.measured else 'no'}{see}"
    name = name_of(report, one.behaviour) if one.behaviour else ""
    why = f"{name}: {one.why}" if name else one.why
    quote = "" if one.turn is None else one.quote.strip() or SILENCE
    return QuestionTold(
        one.text,
        status,
        {"same": "=", "other": "≠", "not_measured": "–"}[status],
        verdict,
        cleaning.clean(quote),
        cleaning.clean(why),
        cleaning.clean(one.model) if one.measured is False else "",
    )
