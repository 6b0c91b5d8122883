"""What a report says, in words: what all four renderings share, so that they can not tell different stories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from simulator.engine.events import LEAP, Mood
from simulator.engine.mood import BAND, mood_word
from simulator.terminal import clean as cleaning
from simulator.terminal.words import later

if TYPE_CHECKING:
    from scoring.rubric import ItemScore
    from simulator.engine.report import Report, ReportTurn
    from simulator.records.interface import SessionRow

OUTCOMES = {
    "handled_well": "handled well",
    "muddled_through": "muddled through",
    "failed": "failed",
    "unfinished": "not finished",
}
VERDICTS = {
    "earned": "earned",
    "late": "half: late",
    "stuffed": "little: among stock phrases",
    "missed": "missed",
    "not_scored": "not scored",
    "avoided": "avoided",
    "charged": "cost points",
    "fatal": "decisive mistake",
}
MARKS = {
    "earned": "✓",
    "late": "◐",
    "stuffed": "◔",
    "missed": "✗",
    "not_scored": "–",
    "avoided": "✓",
    "charged": "−",
    "fatal": "✗",
}
MODEL_HELPS = frozenset(("late", "stuffed", "missed", "charged", "fatal"))
REASON_HELPS = frozenset(("missed", "charged", "fatal"))
STEPS = {1: "which", 2: "how it sounds", 3: "a reply"}
SILENCE = "(says nothing)"
TRUST_WORDS = ("no trust", "little trust", "some trust", "much trust", "full trust")
PATIENCE_WORDS = ("no patience", "little patience", "some patience", "much patience", "all patience")


@dataclass(frozen=True, slots=True)
class ItemTold:
    """One rubric item as a report tells it. `credit` is "7.5 of 15", "-15" or ""; `where` says when it was shown or
    due; `quote` is the trainee's words ("" when there are none); `why` is "" where the rest says it; `matters` is why
    the behaviour matters, where that helps; `instead` is the model reply, where one helps."""

    name: str
    status: str
    verdict: str
    mark: str
    credit: str
    where: str
    quote: str
    why: str
    matters: str
    instead: str


def one_line(text: str) -> str:
    """The cleaned text on one line; a silence in words."""
    return cleaning.one_line(text) or SILENCE


def verdict(report: Report) -> str:
    """The verdict: "Passed" or "Not passed"."""
    return "Passed" if report.passed else "Not passed"


def outcome(name: str) -> str:
    """An outcome as people read it."""
    return OUTCOMES.get(name, name.replace("_", " "))


def sentence(report: Report) -> str:
    """Score, pass mark, verdict and outcome in one line."""
    return (
        f"{report.score} of 100. {verdict(report)} (the pass mark is {report.pass_mark}). "
        f"The conversation: {outcome(report.outcome)}."
    )


def name_of(report: Report, behaviour: str) -> str:
    """A behaviour or move as people read it."""
    return cleaning.clean(report.names.get(behaviour, behaviour.replace("_", " ")))


def strengths(report: Report) -> tuple[str, ...]:
    """The names of what was done well, dearest first."""
    return tuple(name_of(report, one) for one in report.strengths)


def lesson(report: Report) -> ItemTold | None:
    """The one item to practise next, None when nothing was missed. What went wrong is named as what not to do."""
    item = report.practise_next
    if item is None:
        return None
    lesson = told(report, item)
    return replace(lesson, name=f"not to {lesson.name}") if item.kind == "avoid" else lesson


def told(report: Report, item: ItemScore) -> ItemTold:
    """One item in words."""
    where = _where(item, report)
    return ItemTold(
        name=name_of(report, item.behaviour),
        status=item.status,
        verdict=VERDICTS[item.status],
        mark=MARKS[item.status],
        credit=_credit(item),
        where=where,
        quote=cleaning.clean(item.quote),
        # Where something was due says all there is to say of what was never shown.
        why="" if where and item.status in ("missed", "not_scored") else cleaning.clean(_why(item)),
        matters=cleaning.clean(report.reasons.get(item.behaviour, "")) if item.status in REASON_HELPS else "",
        instead=cleaning.clean(item.model) if item.status in MODEL_HELPS else "",
    )


def items_told(report: Report) -> tuple[ItemTold, ...]:
    """All items but those rightly avoided: what is expected in the rubric's order, then what went wrong. Broken promises
    are told of with the kept ones."""
    promised = {promise.promise for promise in report.promises}
    counted = [item for item in report.items if item.status != "avoided" and item.behaviour not in promised]
    return tuple(told(report, item) for item in sorted(counted, key=lambda item: item.kind != "expect"))


def avoided(report: Report) -> str:
    """What could have cost points and did not occur, in one line; "" when there is nothing of the kind."""
    return ", ".join(name_of(report, item.behaviour) for item in report.items if item.status == "avoided")


def help_taken(report: Report) -> tuple[str, ...]:
    """What help the trainee took, a line each: the hints, by behaviour with their steps, and the replies said once
    more."""
    lines = []
    if report.hints:
        steps: dict[str, list[int]] = {}
        for hint in report.hints:
            steps.setdefault(hint.behaviour, []).append(hint.step)
        told = "; ".join(
            f"{name_of(report, name)} ({', '.join(STEPS[step] for step in sorted(set(given)))})"
            for name, given in steps.items()
        )
        lines.append(f"Hints: {len(report.hints)}: {told}")
    if report.said_again:
        lines.append(f"Said once more: {report.said_again} {'reply' if report.said_again == 1 else 'replies'}")
    return tuple(lines)


def shown_names(report: Report, shown: Sequence[dict[str, object]]) -> tuple[str, ...]:
    """The names of what a reply showed, each once, in the order of its words."""
    return tuple(dict.fromkeys(name_of(report, str(one["behaviour"])) for one in shown))


class Part(NamedTuple):
    """Something that stands in a transcript after a reply. `said`: by the person; otherwise it happened. `last`: it is
    the line with which they had answered."""

    text: str
    said: bool
    last: bool = False


def after(turn: ReportTurn) -> tuple[Part, ...]:
    """What followed a reply, in order: the person's lines, the time that passed between them, what happened then."""
    parts = (
        Part(turn.person_at_once, True),
        Part(later(turn.later) if turn.later >= LEAP else "", False),
        Part(turn.person_after, True, last=True),
        Part(turn.happened, False),
    )
    return tuple(part for part in parts if part.text)


def mood_in_words(mood: Mood) -> str:
    """All three axes: "angry, little trust, some patience"."""
    return f"{mood_word(mood.calm)}, {_band(TRUST_WORDS, mood.trust)}, {_band(PATIENCE_WORDS, mood.patience)}"


def axis_in_words(curve: Sequence[Mood], axis: str) -> str:
    """How one axis of the mood went: "from 35 (angry) to 72 (settled), lowest 20 after turn 3". `curve` has a point."""
    points: list[int] = [getattr(mood, axis) for mood in curve]
    first, last, lowest = points[0], points[-1], min(points)
    if len(points) == 1:
        return f"{first} ({_word(axis, first)}) at the start"
    told = f"from {first} ({_word(axis, first)}) to {last} ({_word(axis, last)})"
    if lowest < min(first, last):
        told += f", lowest {lowest} after turn {points.index(lowest)}"
    return told


def attempt(row: SessionRow) -> str:
    """An earlier attempt in one line."""
    if row.score is None:
        result = "not finished"
    else:
        result = f"{row.score} of 100, {'passed' if row.passed else 'not passed'}"
        result += f", {outcome(row.outcome)}" if row.outcome else ""
    return f"{row.started[:16].replace('T', ' ')} UTC: {result} ({row.mode})"


def origin(report: Report) -> str:
    """What a score can be traced to: scenario, course version, seed, mode."""
    return f"Scenario {report.scenario}, course {report.course[:12]}, seed {report.seed}, {report.mode}."


def points(value: float) -> str:
    """Points without a needless ".0"."""
    return f"{value:g}"


def _credit(item: ItemScore) -> str:
    if item.kind == "expect":
        return "" if item.status == "not_scored" else f"{points(item.points)} of {item.worth}"
    return points(item.points) if item.status == "charged" else ""


def _where(item: ItemScore, report: Report) -> str:
    if item.quote or item.status in ("earned", "late", "stuffed", "charged", "fatal"):
        return f"turn {item.turn}"
    if item.due is None:
        return "" if item.kind == "avoid" else "due at any time"
    state = item.due.replace("_", " ")
    if any(event.event == item.due for event in report.events):
        return f"due after “{state}”" + (f", from turn {item.turn}" if item.turn else ", which did not happen")
    if item.turn is None:
        return f"due in “{state}”, which was not reached"
    if item.turn > len(report.turns):
        return f"due at the end, in “{state}”"
    return f"due from turn {item.turn}, in “{state}”"


def _why(item: ItemScore) -> str:
    return "" if item.status == "charged" and item.why == f"in turn {item.turn}" else item.why


def _word(axis: str, value: int) -> str:
    if axis == "calm":
        return mood_word(value)
    return _band(TRUST_WORDS if axis == "trust" else PATIENCE_WORDS, value)


def _band(words: Sequence[str], value: int) -> str:
    return words[min(len(words) - 1, max(0, value) // BAND)]
