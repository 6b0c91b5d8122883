"""How the score went, reply by reply."""

from __future__ import annotations

from scoring.score import score
from simulator.engine.conversation import Conversation

SO_FAR = "muddled_through"
"""The outcome that neither caps nor helps: what a conversation is scored as where it only might have ended."""


def score_path(conversation: Conversation) -> tuple[int, ...]:
    """The score (0..100) before the first reply and after each, as if the conversation had ended there; the last is the
    score that it has."""
    rubric, turns, entered = conversation.scenario.rubric, conversation.turns, conversation.entered
    path = []
    for replies in range(len(turns) + 1):
        by_then = {name: at for name, at in entered.items() if at <= replies}
        outcome = SO_FAR if replies < len(turns) else conversation.outcome
        path.append(score(rubric, turns[:replies], by_then, outcome).score)
    return tuple(path)
