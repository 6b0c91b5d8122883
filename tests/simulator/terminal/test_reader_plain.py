"""Typing at a terminal in plain mode."""

import io
from typing import BinaryIO, cast

import pytest

from simulator.engine.conversation import Conversation
from simulator.terminal.output import Out
from simulator.terminal.reader_plain import PlainReader
from simulator.terminal.signals import Stopped


class Interrupted(io.BytesIO):
    """A terminal where something else happens than typing."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self._error = error

    def readline(self, size: int | None = -1, /) -> bytes:
        raise self._error


def _reader(stream: io.BytesIO) -> tuple[PlainReader, io.BytesIO]:
    shown = io.BytesIO()
    return PlainReader(
        cast("BinaryIO", stream), Out(io.TextIOWrapper(shown, encoding="utf-8", write_through=True))
    ), shown


def test_it_prompts_with_the_speaker(conversation: Conversation) -> None:
    reader, shown = _reader(io.BytesIO("Zoë?\n\nlast".encode()))
    assert ["Zoë?", "", "last", None] == [reader.read(conversation) for _ in range(4)]
    assert b"You: You: You: You: \n" == shown.getvalue()


@pytest.mark.parametrize(("typed", "yes"), [(b"y\n", True), (b"n\n", False), (b"\n", False), (b"", True)])
def test_a_question_is_answered_with_y_or_n(typed: bytes, yes: bool) -> None:
    reader, shown = _reader(io.BytesIO(typed))
    assert yes == reader.confirm("Leave? y/n")
    assert shown.getvalue().startswith(b"Leave? y/n ")


def test_a_line_that_is_no_text_is_asked_for_again(conversation: Conversation) -> None:
    reader, shown = _reader(io.BytesIO(b"Zo\xeb\nZoe\n"))
    assert "Zoe" == reader.read(conversation)
    assert b"nothing was sent. Please type it again." in shown.getvalue()


def test_ctrl_c_wants_to_leave(conversation: Conversation) -> None:
    reader, _ = _reader(Interrupted(KeyboardInterrupt()))
    assert reader.read(conversation) is None


def test_ctrl_c_at_the_question_interrupts() -> None:
    reader, _ = _reader(Interrupted(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        reader.confirm("Leave? y/n")


def test_being_stopped_is_no_question(conversation: Conversation) -> None:
    reader, _ = _reader(Interrupted(Stopped("SIGTERM")))
    with pytest.raises(Stopped):
        reader.read(conversation)


def test_a_terminal_that_went_away_is_the_end(conversation: Conversation) -> None:
    reader, _ = _reader(Interrupted(OSError(5, "Input/output error")))
    assert reader.read(conversation) is None
    assert reader.confirm("Leave? y/n")
