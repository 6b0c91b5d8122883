"""What is asked once a conversation is over, where somebody can be asked; and what a file says instead."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from simulator.course.after import MIRROR_QUESTIONS, TICKET_FIELDS, After
from simulator.engine.afterwards import DONE, OPEN, SKIPPED, progress
from simulator.engine.conversation import Conversation
from simulator.engine.events import TicketDone
from simulator.engine.report import report
from simulator.records.store import Store
from simulator.terminal.face import Face
from simulator.terminal.form import look_back
from simulator.terminal.loop import Reader
from simulator.terminal.output import Out
from simulator.terminal.reader_pipe import PipeReader
from simulator.terminal.reader_plain import PlainReader
from simulator.terminal.seat import InStore, Nowhere, Seat
from simulator.terminal.sitting import BELOW, PASSED, sit
from simulator.terminal.stage import Stage
from simulator.terminal.view_plain import PlainView

TICKET = "it froze\n16:40\nsaid sorry\n16:42\n2 min\nnone\nnone\n"
MIRROR = "y\n" * 7
AFTER = After(dict.fromkeys(TICKET_FIELDS, "none"), dict.fromkeys(MIRROR_QUESTIONS, True))


class Room:
    """A stage with everything that is typed there; `person`: somebody sits at it, who can be asked."""

    def __init__(self, typed: str, *, person: bool = True) -> None:
        self._out, self._err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        out, err = Out(self._out), Out(self._err)
        stream = cast("BinaryIO", io.BytesIO(typed.encode()))
        reader: Reader = PlainReader(stream, out) if person else PipeReader(stream)
        self.stage = Stage(Face.PLAIN if person else Face.PIPED, PlainView(out, err), reader, out, err, json=False)

    @property
    def out(self) -> str:
        return self._out.buffer.getvalue().decode()  # type: ignore[attr-defined,no-any-return]

    @property
    def err(self) -> str:
        return self._err.buffer.getvalue().decode()  # type: ignore[attr-defined,no-any-return]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "sessions.db") as store:
        yield store


@pytest.fixture
def over(conversation: Conversation) -> Conversation:
    conversation.open()
    conversation.reply("hello")
    conversation.reply("sorry")
    return conversation


def test_the_ticket_and_then_the_mirror(over: Conversation) -> None:
    look_back(Room(TICKET + MIRROR).stage, Seat(over, Nowhere()), None)
    found = progress(over.events)
    assert (DONE, DONE, False) == (found.ticket, found.mirror, found.waiting)
    assert ("it froze", True) == (found.fields["problem"], found.answers["confident"])


def test_either_can_be_skipped(over: Conversation) -> None:
    room = Room("")
    look_back(room.stage, Seat(over, Nowhere()), None)
    found = progress(over.events)
    assert (SKIPPED, SKIPPED) == (found.ticket, found.mirror)
    assert "Skipped: the ticket is not scored.\nSkipped: the mirror is not scored.\n" == room.err
    assert (None, None) == (report(over).ticket, report(over).mirror)


def test_nobody_is_asked_at_a_pipe(over: Conversation) -> None:
    before = over.events
    look_back(Room(TICKET + MIRROR, person=False).stage, Seat(over, Nowhere()), None)
    assert before == over.events


@pytest.mark.parametrize("person", [True, False])
def test_a_file_says_it_instead(over: Conversation, person: bool) -> None:
    room = Room("", person=person)
    look_back(room.stage, Seat(over, Nowhere()), AFTER)
    found = progress(over.events)
    assert (DONE, DONE, False) == (found.ticket, found.mirror, found.asked)
    assert "" == room.out


def test_a_file_that_says_half_of_it(over: Conversation) -> None:
    look_back(Room("").stage, Seat(over, Nowhere()), After(ticket=AFTER.ticket))
    assert (DONE, OPEN) == (progress(over.events).ticket, progress(over.events).mirror)
    assert report(over).mirror is None


def test_every_answer_is_in_the_store_before_the_next_question(over: Conversation, store: Store) -> None:
    keeper = InStore(store)
    keeper.append(over.events)
    seat = Seat(over, keeper)
    asked: list[int] = []

    class Watched(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            with Store.open(store.path) as somebody_else:
                asked.append(len(somebody_else.events(keeper.session)))
            return super().readline(size)

    stage = Room("").stage
    out = Out(io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
    typed = PlainReader(cast("BinaryIO", Watched((TICKET + MIRROR).encode())), out)
    look_back(Stage(Face.PLAIN, stage.view, typed, out, out, json=False), seat, None)
    first = asked[0]
    assert [*range(first, first + 7), *range(first + 8, first + 15)] == asked  # between them the ticket is handed in


def test_what_was_interrupted_goes_on(over: Conversation, store: Store) -> None:
    class Interrupted(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            line = super().readline(size)
            if not line:
                raise KeyboardInterrupt
            return line

    keeper = InStore(store)
    keeper.append(over.events)
    room = Room("")
    out = Out(io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
    typed = PlainReader(cast("BinaryIO", Interrupted(b"it froze\n16:40\n")), out)
    seat = Seat(over, keeper, lambda error: False)
    with pytest.raises(KeyboardInterrupt):
        sit(Stage(Face.PLAIN, room.stage.view, typed, out, room.stage.err, json=False), seat, resumed=True)
    assert f"Your answers are kept; to go on with them: deskside resume {keeper.session}" in room.err
    assert [keeper.session] == [row.id for row in store.unfinished()]
    later = Room("said sorry\n16:42\n2 min\nnone\nnone\n" + MIRROR)
    again = Conversation.resume(over.course, over.scenario, over.recognizer, store.events(keeper.session))
    assert PASSED == sit(later.stage, Seat(again, InStore(store, keeper.session)), resumed=True)
    assert "Problem: it froze\nWork started: 16:40\nWhat was done" in later.out
    assert (True, 7) == ((row := store.session(keeper.session)).ticket_score is not None, row.mirror_yes)
    assert 1 == sum(isinstance(event, TicketDone) for event in store.events(keeper.session))


def test_the_score_comes_after_the_mirror(conversation: Conversation) -> None:
    room = Room("hello\nsorry\n" + TICKET + MIRROR)
    assert PASSED == sit(room.stage, Seat(conversation, Nowhere()))
    assert room.out.index("7 of 7. ") < room.out.index("Score: 100 of 100")


def test_an_exam_asks_as_well(exam: Conversation) -> None:
    room = Room("hello\nsorry\n" + TICKET + MIRROR)
    sit(room.stage, Seat(exam, Nowhere()))
    assert report(exam).ticket is not None
    assert report(exam).mirror is not None


def test_a_conversation_that_was_left_gets_neither(conversation: Conversation) -> None:
    room = Room("hello\n", person=False)
    assert BELOW == sit(room.stage, Seat(conversation, Nowhere()), after=AFTER)
    assert "the conversation was not finished: ticket and mirror are not scored" in room.err
    assert "Ticket: not scored\nMirror: not scored\n" in room.out
