"""The one line that coaching says after a reply: what was heard, and what was missed."""

from __future__ import annotations

from scoring.rubric import Expected
from simulator.engine.conversation import Conversation
from simulator.engine.promises_told import in_words
from simulator.engine.report import names
from simulator.engine.terms import harmful

MOST_HEARD = 4


def coach(conversation: Conversation) -> str:
    """One short line on the last reply; "" before the first. What harmed comes first, then what was heard, then the
    dearest thing that is due and was not said yet."""
    if not conversation.turns:
        return ""
    last = conversation.turns[-1]
    called = names(conversation)
    costly = harmful(conversation.course, conversation.scenario)
    shown = list(dict.fromkeys(name for name, *_ in last.shown))
    parts = []
    if last.stuffed is not None:
        parts.append(f"Counts for little: {last.stuffed}.")
    harm = [called[name] for name in shown if name in costly]
    if harm:
        parts.append(f"Careful: {', '.join(harm)}.")
    heard = [called[name] for name in shown if name not in costly]
    if heard and last.stuffed is None:
        parts.append(f"Heard: {', '.join(heard[:MOST_HEARD])}{', …' if len(heard) > MOST_HEARD else ''}.")
    if not last.reply.strip():
        parts.append("You said nothing.")
    elif not shown and last.stuffed is None:
        parts.append("Nothing in it that the person could take hold of.")
    parts.extend(in_words(conversation.scenario, conversation.current, conversation.turn))
    missed = _missed(conversation, last.state)
    if missed:
        parts.append(f"Still due: {called[missed]}.")
    return " ".join(parts)


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
