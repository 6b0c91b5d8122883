"""Replies through a pipe."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.detection import Recognizer
from simulator.course.errors import DesksideError
from simulator.course.load import load_course
from simulator.engine.conversation import Conversation
from simulator.terminal.clean import LONGEST_REPLY
from simulator.terminal.reader_pipe import MOST_LINES, PipeReader


def _all(content: bytes) -> list[str]:
    reader = PipeReader(io.BytesIO(content))
    return list(iter(reader.read, None))


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"", []),
        (b"one", ["one"]),
        (b"one\n", ["one"]),
        (b"one\n\ntwo\n", ["one", "", "two"]),
        (b"\n", [""]),
        (b"one\r\ntwo\r\n", ["one", "two"]),
        ("Zoë\n".encode(), ["Zoë"]),
    ],
)
def test_each_line_is_a_reply(content: bytes, lines: list[str]) -> None:
    assert lines == _all(content)


@given(st.lists(st.text(st.characters(blacklist_characters="\r\n", blacklist_categories=["Cs"]), min_size=1)))
def test_what_is_written_is_read(lines: list[str]) -> None:
    assert lines == _all("".join(f"{line}\n" for line in lines).encode())


def test_a_closed_input_is_empty() -> None:
    reader = PipeReader(None)
    assert not reader.arrives(10)
    assert reader.read() is None


def test_what_is_no_utf8_is_named_by_line_and_byte() -> None:
    reader = PipeReader(io.BytesIO("fine\nZoë\n".encode("latin-1")))
    assert "fine" == reader.read()
    with pytest.raises(DesksideError, match="not UTF-8: line 2, byte 3"):
        reader.read()


@pytest.mark.parametrize("ending", [b"", b"\n"])
def test_a_line_can_be_too_long(ending: bytes) -> None:
    assert 1 == len(_all(b"a" * LONGEST_REPLY + ending))
    with pytest.raises(DesksideError, match="line 1 .* longer than 10,000"):
        _all(b"a" * (LONGEST_REPLY + 1) + ending)
    with pytest.raises(DesksideError, match="line 1 .* longer than 10,000"):
        _all(b"a" * 10_000_000 + ending)


def test_an_endless_input_has_an_end() -> None:
    reader = PipeReader(io.BytesIO(b"y\n" * (MOST_LINES + 5)))
    assert MOST_LINES == len(list(iter(reader.read, None)))
    assert reader.too_many


def test_it_tells_whether_something_is_left_without_waiting() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stream, os.fdopen(writing, "wb", buffering=0) as sender:
        reader = PipeReader(stream)
        sender.write(b"one\n")
        assert "one" == reader.read()
        assert not reader.has_more()
        sender.write(b"two\n")
        assert reader.has_more()
        assert 2 == reader.next_line
        assert "two" == reader.read()


def test_nobody_writing_is_no_input() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stream, os.fdopen(writing, "wb"):
        assert not PipeReader(stream).arrives(0.01)


OFFICE = Path(__file__).parents[2] / "data" / "packs" / "office"


@pytest.mark.parametrize(
    ("line", "mail"),
    [
        (rb"Dear Noor,\n\nthank you.", "Dear Noor,\n\nthank you."),
        (rb"in C:\\new", r"in C:\new"),
        (rb"no break", "no break"),
        (rb"\n", "\n"),
    ],
)
def test_two_signs_begin_a_new_line_in_a_mail(line: bytes, mail: str, recognizer: Recognizer) -> None:
    course = load_course(OFFICE)
    mails = Conversation(course, course.scenarios["one_line"], recognizer, seed=1)
    desk = Conversation(course, course.scenarios["late_part"], recognizer, seed=1)
    assert mail == PipeReader(io.BytesIO(line)).read(mails)
    assert line.decode() == PipeReader(io.BytesIO(line)).read(desk)
