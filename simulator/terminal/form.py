"""What is asked once a conversation is over - the ticket, then the mirror - by whichever face there is, or taken from a
file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, cast

from simulator.course.after import After
from simulator.engine.afterwards import OPEN, as_events, progress
from simulator.engine.events import FormOpened, MirrorAnswered, MirrorDone, TicketDone, TicketFilled
from simulator.terminal import after_words as words
from simulator.terminal.seat import Seat
from simulator.terminal.stage import Stage


class Form(Protocol):
    """Asks a person. Every answer is kept as it is given; KeyboardInterrupt means that the person goes on later."""

    def ticket(self, notes: Sequence[str], filled: Mapping[str, str], keep: Callable[[str, str], None]) -> bool:
        """Ask for the fields that are not in `filled` yet; `keep` takes a field and its text. True when the ticket is
        handed in, False when it is skipped."""

    def mirror(self, answers: Mapping[str, bool], keep: Callable[[str, bool], None]) -> bool:
        """Ask the questions that are not in `answers` yet; the same."""


class HasForm(Protocol):
    """A reader at which somebody sits."""

    def form(self) -> Form: ...


def look_back(stage: Stage, seat: Seat, after: After | None) -> None:
    """Have the trainee say what there is to say of the conversation, which is over: from a file, or by asking where
    somebody can be asked. Otherwise nothing is said, and so nothing scored."""
    if after is not None:
        said = as_events(after, seat.conversation.turn)
        if said:
            seat.look_back(*said)
    elif stage.reader.asks:
        _ask(stage, seat, cast("HasForm", stage.reader).form())


def _ask(stage: Stage, seat: Seat, form: Form) -> None:
    conversation = seat.conversation
    turn, so_far = conversation.turn, progress(conversation.events)
    if not so_far.asked:
        seat.look_back(FormOpened(turn))

    def keep_field(field: str, text: str) -> None:
        seat.look_back(TicketFilled(turn, field, text))

    def keep_answer(question: str, yes: bool) -> None:
        seat.look_back(MirrorAnswered(turn, question, yes))

    if so_far.ticket == OPEN:
        handed_in = form.ticket(conversation.notes, so_far.fields, keep_field)
        seat.look_back(TicketDone(turn, skipped=not handed_in))
        stage.view.notice(words.TICKET_KEPT if handed_in else words.TICKET_SKIPPED)
    if so_far.mirror == OPEN:
        answered = form.mirror(so_far.answers, keep_answer)
        seat.look_back(MirrorDone(turn, skipped=not answered))
        stage.view.notice(words.MIRROR_KEPT if answered else words.MIRROR_SKIPPED)
