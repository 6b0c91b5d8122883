"""The scenario's clock in words."""

from __future__ import annotations

from simulator.engine.conversation import Conversation
from simulator.terminal import words


def at(minutes: int) -> str:
    """A minute of the day as people write it: 1004 is "16:44"."""
    hours, rest = divmod(minutes, 60)
    return f"{hours % 24:02d}:{rest:02d}"


def deadline(conversation: Conversation) -> str | None:
    """When the scenario's time is up, "17:15", or None."""
    until = conversation.scenario.clock.deadline
    return None if until is None else at(until)


def remaining(conversation: Conversation) -> str:
    """ "34 minutes left"; "" when there is no deadline."""
    left = conversation.minutes_left
    return "" if left is None else words.minutes_left(left)


def now(conversation: Conversation) -> str:
    """ "16:41, 34 minutes left"."""
    left = remaining(conversation)
    return f"{conversation.time}, {left}" if left else conversation.time


def begins(conversation: Conversation) -> str:
    """ "It is 16:40; there is time until 17:15."."""
    return words.time_at_start(conversation.time, deadline(conversation))
