"""The one line that coaching says after a reply: what was heard, what was missed, and why it matters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scoring.rubric import Expected
from simulator.engine.conversation import Conversation
from simulator.engine.promises_told import in_words
from simulator.engine.report import names
from simulator.engine.terms import harmful, reason

MOST_HEARD, FEWEST_HEARD = 4, 2
LONGEST = 170
"""Characters of a line, without the offer to say it once more: two lines of a usual screen."""


class Coaching(NamedTuple):
    """`text` is the line, "" before the first reply. `why` names the behaviour whose reason is in it, "" for none.
    `better`: something harmed or is still due, and the reply could be said once more."""

    text: str
    why: str
    better: bool


class _Part(NamedTuple):
    """One sentence of the line: what leads it, and the behaviours that it names."""

    lead: str
    shown: Sequence[str]


def coach(conversation: Conversation, last_why: str = "") -> Coaching:
    """What to say of the last reply. What harmed comes first, then what was heard, then the dearest thing that is due
    and was not said yet. One of them gets its reason, what harmed or is due before what was heard; never that of
    `last_why`, which was told after the reply before."""
    if not conversation.turns:
        return Coaching("", "", better=False)
    last = conversation.turns[-1]
    costly = harmful(conversation.course, conversation.scenario)
    shown = list(dict.fromkeys(name for name, *_ in last.shown))
    harm = [name for name in shown if name in costly]
    heard = [name for name in shown if name not in costly] if last.stuffed is None else []
    missed = list(filter(None, [_missed(conversation, last.state)]))
    remark = ""
    if last.stuffed is not None:
        remark = f"Counts for little: {last.stuffed}."
    elif not last.reply.strip():
        remark = "You said nothing."
    elif not shown:
        remark = "Nothing in it that the person could take hold of."
    remark = " ".join(filter(None, [remark, *in_words(conversation.scenario, conversation.current, conversation.turn)]))
    candidates = [name for name in (*harm, *missed, *heard[:FEWEST_HEARD]) if name != last_why]
    why = next((name for name in candidates if reason(conversation.course, name)), "")
    # The more there is to say, the less of it is said.
    for most, told in ((MOST_HEARD, why), (FEWEST_HEARD, why), (FEWEST_HEARD, "")):
        parts = (_Part("Careful", harm), _Part("Heard", _cut(heard, most)), _Part("Still due", missed))
        text = _line(conversation, remark, parts, told)
        if len(text) <= LONGEST:
            return Coaching(text, told, bool(harm or missed) and not conversation.over)
    return Coaching(f"{text[:LONGEST]}…", "", bool(harm or missed) and not conversation.over)


def _line(conversation: Conversation, remark: str, parts: Sequence[_Part], why: str) -> str:
    called = names(conversation)
    sentences = [remark] if remark else []
    for part in parts:
        if part.shown:
            sentences.append(f"{part.lead}: {', '.join(called.get(name, name) for name in part.shown)}.")
        if why in part.shown:
            sentences.append(reason(conversation.course, why))
    return " ".join(sentences)


def _cut(shown: Sequence[str], most: int) -> Sequence[str]:
    return [*shown[:most], "…"] if len(shown) > most else shown


def _missed(conversation: Conversation, state: str) -> str:
    """The dearest item that was due in the state where the reply was given and is still open."""
    if conversation.over:
        return ""
    due = [item for item in conversation.due() if item.due in (None, state) or _unanswered(conversation, item)]
    return max(due, key=lambda item: item.worth).behaviour if due else ""


def _unanswered(conversation: Conversation, item: Expected) -> bool:
    """Whether the last reply could have answered what had happened before it, and there is still time to."""
    if not item.answer or item.due is None:
        return False
    replies = conversation.turn - conversation.entered[item.due]
    return replies > 0 and (item.within is None or replies <= item.within)
