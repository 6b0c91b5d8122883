"""The mirror: seven yes/no questions that the trainee answers about the conversation, laid beside what was measured in
it.

Each question has behaviours that speak for a yes and behaviours that speak against it. It is measured

- no, when one of the second was shown in any reply (a single one outweighs every kindness; where the rubric charges it
  only up to a state, so does this), or when the question has a reason of its own to be no (a failed ending or a
  broken promise for `own_problem`, two silences for `confident`);
- yes, when one of the first was shown in a reply that does not stuff, and nothing speaks against it;
- no, when none was shown although the scenario's rubric expects one and the conversation came to where it is due;
- not at all, when the conversation gave no occasion: none shown, none expected.

`treat_everyone_so` looks only at the replies that were given while the person was angry or furious, or that concerned
somebody else (another caller, a colleague, a supervisor, a third party's data): it is yes when at least one of these
replies was courteous and none was not, and not measured when there is no such reply.

What is decided here, docs/after.md tells in the same words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scoring.rubric import TurnShown
from simulator.course.after import MIRROR_QUESTIONS
from simulator.engine.conversation import Conversation
from simulator.engine.events import Mood
from simulator.engine.mood import BAND
from simulator.engine.promises_told import BROKEN, told

MARK = 5
"""Yeses from which one is on the right track."""
ANGRY = 2 * BAND
"""Calm below which the person is angry or furious."""
MOST_SILENCES = 1

DISCOURTEOUS = frozenset(
    ("insult", "blame", "patronize", "interrupt", "dismiss", "contradict", "breach_privacy", "demand_password")
)
COURTEOUS = frozenset(("greet", "thank", "apologize", "ask_permission", "request_courteously", "close_warmly"))
KIND = COURTEOUS | {
    "empathize",
    "listen",
    "reassure",
    "set_boundary",
    "escalate",
    "defer_interruption",
    "recognize_urgency",
}
SOMEBODY_ELSE = frozenset(("defer_interruption", "get_distracted", "escalate", "protect_privacy", "breach_privacy"))


class Question(NamedTuple):
    """A question as it is asked, and what speaks for and against a yes."""

    text: str
    shows: frozenset[str]
    spoils: frozenset[str]


QUESTIONS: Mapping[str, Question] = dict(
    zip(
        MIRROR_QUESTIONS,
        (
            Question(
                "Did you put yourself in their place, and let them notice it?",
                frozenset(("empathize", "recognize_urgency")),
                frozenset(("dismiss",)),
            ),
            Question(
                "Did you make the problem your own, and see it through to the end?",
                frozenset(
                    ("take_ownership", "confirm_resolved", "follow_up", "promise_update", "escalate", "admit_mistake")
                ),
                frozenset(("refuse", "get_defensive")),
            ),
            Question(
                "Did you show that you were willing to help, beyond the bare minimum?",
                frozenset(("greet", "offer_options", "teach", "reassure", "follow_up", "escalate")),
                frozenset(("refuse", "get_distracted", "interrupt")),
            ),
            Question(
                "Did you keep a positive outlook?",
                frozenset(("reassure", "offer_options", "admit_unknown", "take_ownership")),
                frozenset(("refuse", "insult", "dismiss")),
            ),
            Question("Were you respectful and courteous from the first word to the last?", COURTEOUS, DISCOURTEOUS),
            Question(
                "Were you so with everybody: the angriest, and whoever else came in?",
                KIND,
                DISCOURTEOUS | {"get_distracted"},
            ),
            Question(
                "Did you speak and act with confidence?",
                frozenset(
                    ("give_timeline", "explain_plainly", "take_ownership", "admit_unknown", "set_boundary", "reassure")
                ),
                frozenset(("get_defensive", "overpromise")),
            ),
        ),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Reflection:
    """One question: the trainee's `answer`, what was `measured` (None: nothing could be), and on what: the `turn`, its
    words (`quote`), the `behaviour` that decided ("" for none) and `why` in a sentence; `model` is what could have been
    said, "" where that does not help."""

    question: str
    text: str
    answer: bool
    measured: bool | None
    behaviour: str
    turn: int | None
    quote: str
    why: str
    model: str


@dataclass(frozen=True, slots=True)
class MirrorScore:
    """`yes`: how many of the seven were answered so; `measured`: how many were measured so; `compared`: how many could be
    measured; `agreed`: in how many of these answer and measurement are the same; `accuracy` is their share (0..1), None
    when nothing could be measured. `answers_reach` and `measurement_reaches`: whether `mark` is reached; the second is
    None when too little was measured to tell."""

    questions: tuple[Reflection, ...]
    yes: int
    measured: int
    compared: int
    agreed: int
    accuracy: float | None
    mark: int
    answers_reach: bool
    measurement_reaches: bool | None


class Measured(NamedTuple):
    """What was measured of one question; see Reflection."""

    yes: bool | None
    behaviour: str = ""
    turn: int | None = None
    quote: str = ""
    why: str = ""
    model: str = ""


def look_into(conversation: Conversation, moods: Sequence[Mood], answers: Mapping[str, bool]) -> MirrorScore:
    """Lay `answers` (to all seven questions) beside the conversation, which is over. `moods`: at the start, then after
    each reply."""
    questions = []
    for name, question in QUESTIONS.items():
        found = measure(conversation, moods, name)
        questions.append(
            Reflection(
                name,
                question.text,
                answers[name],
                found.yes,
                found.behaviour,
                found.turn,
                found.quote,
                found.why,
                found.model,
            )
        )
    compared = [one for one in questions if one.measured is not None]
    yes, measured = sum(one.answer for one in questions), sum(bool(one.measured) for one in compared)
    agreed = sum(one.answer == one.measured for one in compared)
    might = measured + len(questions) - len(compared)
    return MirrorScore(
        questions=tuple(questions),
        yes=yes,
        measured=measured,
        compared=len(compared),
        agreed=agreed,
        accuracy=round(agreed / len(compared), 4) if compared else None,
        mark=MARK,
        answers_reach=yes >= MARK,
        measurement_reaches=True if measured >= MARK else False if might < MARK else None,
    )


def measure(conversation: Conversation, moods: Sequence[Mood], name: str) -> Measured:
    """What the conversation says to one question."""
    question = QUESTIONS[name]
    turns = conversation.turns
    if name == "treat_everyone_so":
        turns = tuple(turn for turn in turns if moods[turn.turn - 1].calm < ANGRY or _named(turn) & SOMEBODY_ELSE)
        if not turns:
            return Measured(None, why="nobody was angry, and nobody else came into it")
    if against := _first(turns, question.spoils, until=_until(conversation)):
        behaviour, turn, quote = against
        return Measured(False, behaviour, turn, quote, "spoke against it", _instead(conversation, behaviour))
    own = _own_reason(conversation, name)
    if own is not None:
        return own
    if shown := _first(turns, question.shows):
        return Measured(True, *shown, why="showed it")
    if name == "treat_everyone_so":
        return Measured(False, "", turns[0].turn, turns[0].reply, "no kind word where it was hardest")
    return _missed(conversation, question.shows)


def _own_reason(conversation: Conversation, name: str) -> Measured | None:
    """What makes a question no whatever was shown."""
    turns = conversation.turns
    if name == "own_problem" and conversation.outcome == "failed":
        return Measured(
            False, "", turns[-1].turn, turns[-1].reply, "the conversation failed here: it was not seen through"
        )
    if name == "own_problem":
        promises = told(conversation.scenario.promises, conversation.current)
        if broken := next((one for one in promises if one.status == BROKEN), None):
            return Measured(
                False,
                broken.promise,
                broken.turn,
                broken.quote,
                f"promised here, and not kept by turn {broken.settled}",
            )
    if name == "confident":
        silent = [turn for turn in turns if not turn.reply.strip()]
        if len(silent) > MOST_SILENCES:
            return Measured(False, "", silent[-1].turn, "", f"said nothing in {len(silent)} turns")
    return None


def _missed(conversation: Conversation, shows: frozenset[str]) -> Measured:
    """A no, where one of these was due; nothing measured, where none was."""
    entered = conversation.entered
    due = [
        (0 if item.due is None else entered[item.due], item)
        for item in conversation.scenario.rubric.expect
        if item.behaviour in shows and (item.due is None or item.due in entered)
    ]
    within = [(before, item) for before, item in due if before < conversation.turn]
    if not within:
        return Measured(None, why="there was no occasion for it")
    before, item = max(within, key=lambda one: one[1].worth)
    turn = conversation.turns[before]
    return Measured(False, item.behaviour, turn.turn, turn.reply, "was due here and never came", item.model)


def _first(
    turns: Sequence[TurnShown], names: frozenset[str], until: Mapping[str, int] | None = None
) -> tuple[str, int, str] | None:
    """The first of `names` that was shown: (behaviour, turn, words). A stuffed reply shows no kindness, but it does show
    harm: what is looked for with `until` (behaviour -> the last turn in which it counts)."""
    for turn in turns:
        if turn.stuffed is not None and until is None:
            continue
        for name, quote, *_ in turn.shown:
            if name in names and (until is None or turn.turn <= until.get(name, turn.turn)):
                return name, turn.turn, quote
    return None


def _until(conversation: Conversation) -> dict[str, int]:
    """Up to which turn the rubric charges what it charges only so long."""
    entered, avoid = conversation.entered, conversation.scenario.rubric.avoid
    return {item.behaviour: entered[item.until] for item in avoid if item.until is not None and item.until in entered}


def _named(turn: TurnShown) -> frozenset[str]:
    return frozenset(name for name, *_ in turn.shown)


def _instead(conversation: Conversation, behaviour: str) -> str:
    return next((item.instead for item in conversation.scenario.rubric.avoid if item.behaviour == behaviour), "")
