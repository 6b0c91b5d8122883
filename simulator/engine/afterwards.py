"""How far the trainee has come with what is asked once a conversation is over: the ticket, then the mirror."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.course.after import TICKET_FIELDS, After
from simulator.engine.events import (
    Afterwards,
    Event,
    FormOpened,
    MirrorAnswered,
    MirrorDone,
    TicketDone,
    TicketFilled,
)

OPEN, DONE, SKIPPED = "open", "done", "skipped"


@dataclass(frozen=True, slots=True)
class Progress:
    """`ticket` and `mirror` are OPEN, DONE or SKIPPED. `fields`: what was written so far, `answers`: what was answered.
    `asked`: somebody is to answer, and the session waits for it."""

    asked: bool
    fields: Mapping[str, str]
    ticket: str
    answers: Mapping[str, bool]
    mirror: str

    @property
    def waiting(self) -> bool:
        """Whether somebody was asked and has not come to the end of it."""
        return self.asked and OPEN in (self.ticket, self.mirror)


def progress(events: Iterable[Event]) -> Progress:
    """What the events of a session say of it."""
    asked, ticket, mirror = False, OPEN, OPEN
    fields: dict[str, str] = {}
    answers: dict[str, bool] = {}
    for event in events:
        if isinstance(event, FormOpened):
            asked = True
        elif isinstance(event, TicketFilled):
            fields[event.field] = event.text
        elif isinstance(event, TicketDone):
            ticket = SKIPPED if event.skipped else DONE
        elif isinstance(event, MirrorAnswered):
            answers[event.question] = event.yes
        elif isinstance(event, MirrorDone):
            mirror = SKIPPED if event.skipped else DONE
    return Progress(asked, fields, ticket, answers, mirror)


def as_events(after: After, turn: int) -> tuple[Afterwards, ...]:
    """What a file says of a conversation of `turn` replies, as if it had been typed."""
    said: list[Afterwards] = []
    if after.ticket is not None:
        said += [TicketFilled(turn, field, after.ticket.get(field, "")) for field in TICKET_FIELDS]
        said.append(TicketDone(turn))
    if after.mirror is not None:
        said += [MirrorAnswered(turn, question, yes) for question, yes in after.mirror.items()]
        said.append(MirrorDone(turn))
    return tuple(said)
