"""What was said, taken from a session's events: the lines that a screen, a recap and a transcript show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.engine.events import LEAP, Event, EventHappened, PersonSaid, TimePassed, TraineeSaid
from simulator.engine.mood import mood_word
from simulator.terminal.words import later

PERSON, YOU, STAGE = "person", "you", "stage"


@dataclass(frozen=True, slots=True)
class Spoken:
    """One line. `who` is person, you or stage (what is not said but happens: "(your phone is ringing)"); `text` of a
    silence is ""; `mood` is the person's mood word when they said it, else ""; `clock` the minutes since the
    scenario's start then, else 0; `turn` the reply it is or follows, 0 at the opening."""

    who: str
    text: str
    mood: str = ""
    clock: int = 0
    turn: int = 0


def spoken(events: Iterable[Event]) -> tuple[Spoken, ...]:
    """The lines among `events`, in order."""
    lines = []
    for event in events:
        if isinstance(event, TraineeSaid):
            lines.append(Spoken(YOU, event.text, turn=event.turn))
        elif isinstance(event, PersonSaid):
            who = STAGE if is_stage(event.text) else PERSON
            lines.append(Spoken(who, event.text, mood_word(event.mood.calm), event.clock, event.turn))
        elif isinstance(event, TimePassed) and event.minutes >= LEAP:
            lines.append(Spoken(STAGE, later(event.minutes), "", event.clock, event.turn))
        elif isinstance(event, EventHappened):
            lines.append(Spoken(STAGE, event.text, "", event.clock, event.turn))
    return tuple(lines)


def is_stage(text: str) -> bool:
    """Whether a line stands wholly in one pair of brackets: a stage direction."""
    text = text.strip()
    return len(text) > 2 and text[0] == "(" and text[-1] == ")" and "(" not in text[1:] and ")" not in text[:-1]
