"""The line at the bottom of the practice screen: the clock, the mood and the keys, in words."""

from __future__ import annotations

from simulator.engine.conversation import EXAM, Conversation
from simulator.terminal import clockwork, words
from simulator.terminal.clean import one_line
from simulator.terminal.mail import is_mail

Part = tuple[str, str]
"""A style class and a text, as prompt_toolkit takes them."""

BETWEEN = " · "


def toolbar(conversation: Conversation, width: int) -> list[Part]:
    """The toolbar's parts for a terminal of `width` columns: what matters least goes first when there is little
    room."""
    said: list[Part] = [("class:toolbar", conversation.time)]
    left = clockwork.remaining(conversation)
    if left:
        said.append(("class:toolbar", left))
    exam = conversation.mode == EXAM
    if exam:
        said.append(("class:toolbar", words.EXAM_SHORT))
    else:
        mood = conversation.mood_word
        said.append((f"class:toolbar.{mood}", words.feels(words.short_name(one_line(conversation.persona.name)), mood)))
    mail = (words.KEYS_MAIL, words.KEYS_HELP, words.KEYS_MAIL_LINES)
    keys = mail if is_mail(conversation) else (words.KEYS_HELP, words.KEYS_LINES)
    said += [("class:toolbar.quiet", key) for key in keys]
    while len(said) > 1 and _length(said) > width:
        said.pop()
    parts: list[Part] = [("class:toolbar", "  ")]
    for position, part in enumerate(said):
        if position:
            parts.append(("class:toolbar.quiet", BETWEEN))
        parts.append(part)
    return parts


def _length(parts: list[Part]) -> int:
    return 2 + sum(len(text) for _, text in parts) + len(BETWEEN) * (len(parts) - 1)
