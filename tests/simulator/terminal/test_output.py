"""Writing to somebody who may have gone."""

import io
import os
from pathlib import Path

import pytest

from simulator.course.errors import DesksideError
from simulator.terminal.output import Out


def test_text_is_there_at_once() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    Out(stream).line("Dana: Zoë?")
    assert "Dana: Zoë?\n".encode() == stream.buffer.getvalue()  # type: ignore[attr-defined]


def test_what_a_terminal_can_not_say_becomes_a_question_mark() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    Out(stream).line("“Zoë”")
    assert b"?Zo??\n" == stream.buffer.getvalue()  # type: ignore[attr-defined]


def test_data_is_utf8_whatever_the_terminal() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    Out(stream).data('"Zoë"')
    assert '"Zoë"'.encode() == stream.buffer.getvalue()  # type: ignore[attr-defined]


def test_a_closed_pipe_is_quiet() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as stream:
        out = Out(stream)
        out.line("one")
        out.line("two")
        assert out.gone


def test_no_stream_at_all_is_quiet() -> None:
    out = Out(None)
    out.line("one")
    assert out.gone


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a disk that is always full")
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as stream, pytest.raises(DesksideError, match="standard output"):
        Out(stream).line("one")
