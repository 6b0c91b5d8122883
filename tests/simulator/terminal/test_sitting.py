"""A whole sitting, from the scene to the exit status."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.course.errors import DesksideError
from simulator.course.models import Course
from simulator.engine.conversation import Conversation
from simulator.engine.report import report
from simulator.records.store import Store
from simulator.terminal.face import Face
from simulator.terminal.output import Out
from simulator.terminal.reader_pipe import PipeReader
from simulator.terminal.reader_plain import PlainReader
from simulator.terminal.seat import Advised, InStore, Nowhere, Seat
from simulator.terminal.sitting import BELOW, PASSED, dumped, sit
from simulator.terminal.stage import Stage
from simulator.terminal.view_plain import PlainView


class Pipe:
    """A stage whose replies come through a pipe."""

    def __init__(self, replies: str, *, json: bool = False) -> None:
        self._out, self._err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        out, err = Out(self._out), Out(self._err)
        view = PlainView(Out(None) if json else out, err)
        self.stage = Stage(Face.PIPED, view, PipeReader(io.BytesIO(replies.encode())), out, err, json)

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


@pytest.mark.parametrize(
    ("replies", "status"), [("hello\nsorry\n", PASSED), ("hello\nstupid\n", BELOW), ("hello\n", BELOW)]
)
def test_the_status_sums_it_up(conversation: Conversation, replies: str, status: int) -> None:
    assert status == sit(Pipe(replies).stage, Seat(conversation, Nowhere()))


def test_json_is_the_report_and_nothing_else(conversation: Conversation) -> None:
    pipe = Pipe("hello\nsorry\n", json=True)
    sit(pipe.stage, Seat(conversation, Nowhere()))
    assert dumped(report(conversation)) + "\n" == pipe.out
    assert report(conversation).as_json()["score"] == json.loads(pipe.out)["score"]


def test_a_finished_conversation_has_its_report_kept(conversation: Conversation, store: Store) -> None:
    pipe = Pipe("hello\nsorry\n")
    sit(pipe.stage, Seat(conversation, InStore(store)))
    (row,) = store.sessions()
    assert (100, "handled_well") == (row.score, row.outcome)
    assert f"deskside: Kept. To see this report again: deskside report {row.id}\n" == pipe.err


def test_one_that_was_left_can_be_resumed(conversation: Conversation, store: Store) -> None:
    pipe = Pipe("hello\n")
    sit(pipe.stage, Seat(conversation, InStore(store)))
    (row,) = store.unfinished()
    assert f"deskside: Kept. To go on where you stopped: deskside resume {row.id}\n" == pipe.err


class Keyboard(Pipe):
    """The same with somebody who types in plain lines."""

    def __init__(self, replies: str) -> None:
        super().__init__("")
        out = Out(self._out)
        reader = PlainReader(io.BytesIO(replies.encode()), out)
        self.stage = Stage(Face.PLAIN, PlainView(out), reader, out, Out(self._err), False)


def test_whoever_types_is_told_what_is_next(conversation: Conversation, store: Store) -> None:
    keyboard = Keyboard("hello\nsorry\n")
    sit(keyboard.stage, Seat(conversation, InStore(store, trainee="ada")))
    told = "Next: Half an hour (not tried yet). To begin: deskside play angry_deadline --trainee ada; reasons: deskside next --trainee ada"
    assert told == keyboard.out.splitlines()[-1]


def test_what_was_missed_in_this_very_session_counts(conversation: Conversation, store: Store) -> None:
    keyboard = Keyboard("hello\nstupid\n")
    sit(keyboard.stage, Seat(conversation, InStore(store)))
    assert (
        "Next: The save that never ends (not passed, best 40 of 100, 1 attempt). Missed most of late: apologize. "
        "To begin: deskside play frozen; reasons: deskside next"
    ) == keyboard.out.splitlines()[-1]


def test_nothing_is_advised_where_nothing_is_kept_or_nobody_reads(
    conversation: Conversation, exam: Conversation
) -> None:
    keyboard, pipe = Keyboard("hello\nsorry\n"), Pipe("hello\nsorry\n")
    sit(keyboard.stage, Seat(conversation, Nowhere()))
    sit(pipe.stage, Seat(exam, Nowhere()))
    assert "Next: " not in keyboard.out + pipe.out + pipe.err


def test_a_store_that_went_away_takes_nothing_from_the_report(conversation: Conversation, store: Store) -> None:
    class Gone(InStore):
        def advice(self, course: Course) -> Advised | None:
            raise DesksideError("the disk is gone")

    keyboard = Keyboard("hello\nsorry\n")
    assert PASSED == sit(keyboard.stage, Seat(conversation, Gone(store)))
    assert "100 of 100" in keyboard.out
    assert "disk" not in keyboard.out + keyboard.err


def _interrupt_at(act: str) -> Callable[[Seat], None]:
    def arrange(seat: Seat) -> None:
        def interrupted(*given: object) -> None:
            raise KeyboardInterrupt

        setattr(seat, act, interrupted)

    return arrange


@pytest.mark.parametrize(("act", "remedy"), [("reply", "deskside resume"), ("finish", "deskside report")])
def test_interrupted_it_says_what_is_kept(conversation: Conversation, store: Store, act: str, remedy: str) -> None:
    pipe, seat = Pipe("hello\nsorry\n"), Seat(conversation, InStore(store))
    _interrupt_at(act)(seat)
    with pytest.raises(KeyboardInterrupt):
        sit(pipe.stage, seat)
    assert f"{remedy} {seat.keeper.session}" in pipe.err
