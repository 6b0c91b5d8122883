"""How a mail looks, and how one is typed where a line is all that there is."""

from __future__ import annotations

import re

from simulator.course.models import MAIL
from simulator.engine.conversation import Conversation
from simulator.terminal import words
from simulator.terminal.clean import clean, one_line
from simulator.terminal.spoken import YOU, Spoken

END = "."
"""A line with nothing else ends a mail that is typed line by line."""

_BREAK = re.compile(r"(\\?)\\n")


def is_mail(conversation: Conversation | None) -> bool:
    """Whether the conversation is one of mails."""
    return conversation is not None and conversation.scenario.channel == MAIL


def heading(conversation: Conversation, line: Spoken) -> tuple[tuple[str, str], ...]:
    """The lines above a mail, as (label, text)."""
    person = one_line(conversation.persona.name)
    subject = one_line(conversation.scenario.subject) or words.NO_SUBJECT
    sender, receiver = (words.YOU, person) if line.who == YOU else (person, words.YOU)
    answers = line.turn > 0 and conversation.scenario.subject
    return (
        (words.FROM, sender),
        (words.TO, receiver),
        (words.SUBJECT, f"{words.RE}{subject}" if answers else subject),
    )


def body(text: str) -> tuple[str, ...]:
    """The lines of a mail as they were written."""
    return tuple(line.rstrip() for line in clean(text).strip().split("\n"))


def from_one_line(text: str) -> str:
    """A mail that came as one line: in it, \\n begins a new line, and \\\\n stands for these two signs themselves."""
    return _BREAK.sub(lambda found: "\\n" if found[1] else "\n", text)
