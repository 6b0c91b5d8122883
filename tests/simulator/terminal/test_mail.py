"""Mails: how they look on every face, and how they are typed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from scoring.detection import Recognizer
from simulator.course.load import load_course
from simulator.engine.conversation import Conversation
from simulator.terminal import words
from simulator.terminal.mail import from_one_line
from simulator.terminal.output import Out
from simulator.terminal.reader_plain import PlainReader
from simulator.terminal.reader_screen import ScreenReader
from simulator.terminal.spoken import YOU, Spoken, spoken
from simulator.terminal.toolbar import toolbar
from simulator.terminal.view_plain import PlainView
from simulator.terminal.view_rich import RichView

OFFICE = Path(__file__).parents[2] / "data" / "packs" / "office"
ENTER, ALT_ENTER, CTRL_C, CTRL_D, ESCAPE = "\r", "\x1b\r", "\x03", "\x04", "\x1b"


@pytest.fixture
def mails(recognizer: Recognizer) -> Conversation:
    """A conversation of mails with a subject, begun."""
    course = load_course(OFFICE)
    conversation = Conversation(course, course.scenarios["one_line"], recognizer, seed=1)
    conversation.open()
    return conversation


# How they look


def test_plain_lines_have_a_heading_and_keep_the_lines(mails: Conversation) -> None:
    shown = io.BytesIO()
    view = PlainView(Out(io.TextIOWrapper(shown, encoding="utf-8", write_through=True)))
    for line in spoken(mails.events):
        view.said(mails, line)
    view.said(mails, Spoken(YOU, "Dear Ms Castell,\n\nCoach: what happened?\n", turn=1))
    view.said(mails, Spoken(YOU, "", turn=2))
    assert shown.getvalue().decode() == (
        "From: Noor Castell\nTo: You\nSubject: printer\n"
        "  The printer is dead.\n  N. C.\n"
        "From: You\nTo: Noor Castell\nSubject: Re: printer\n"
        "  Dear Ms Castell,\n\n  Coach: what happened?\n"
        "You: (you say nothing)\n"
    )


def test_the_screen_has_a_heading_and_keeps_the_lines(mails: Conversation) -> None:
    screen = Console(file=io.StringIO(), width=80)
    view = RichView(screen)
    for line in spoken(mails.events):
        view.said(mails, line)
    view.said(mails, Spoken(YOU, "Dear Ms Castell,\n\nwhat happened?", turn=1))
    assert isinstance(screen.file, io.StringIO)
    assert screen.file.getvalue() == (
        "\n  From: Noor Castell · upset · 09:00\n  To: You\n  Subject: printer\n\n  The printer is dead.\n  N. C.\n"
        "\n  From: You\n  To: Noor Castell\n  Subject: Re: printer\n\n  Dear Ms Castell,\n\n  what happened?\n"
    )


def test_the_bottom_line_tells_how_to_send(mails: Conversation) -> None:
    text = "".join(text for _, text in toolbar(mails, 100))
    assert "  09:00 · Noor is upset · Alt-Enter or Ctrl-D: send · /help · Enter: new line" == text
    assert "Alt-Enter or Ctrl-D: send" in "".join(text for _, text in toolbar(mails, 60))


@pytest.mark.parametrize("channel", words.CHANNEL)
def test_every_channel_says_what_is_different_about_it(channel: str) -> None:
    name, note = words.CHANNEL_NOTE[channel]
    assert name
    assert note.endswith(".")


# How they are typed


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as keys:
        yield keys


@pytest.fixture
def screen(keys: PipeInput) -> ScreenReader:
    return ScreenReader(keys=keys, screen=DummyOutput())


@pytest.mark.parametrize("send", [ALT_ENTER, ESCAPE + ENTER, CTRL_D])
def test_enter_is_a_new_line(screen: ScreenReader, keys: PipeInput, mails: Conversation, send: str) -> None:
    keys.send_text(f"Dear Noor,{ENTER}{ENTER}what happened?{send}")
    assert "Dear Noor,\n\nwhat happened?" == screen.read(mails)


@pytest.mark.parametrize("command", ["/help", "/notes the paper tray", "/hnit"])
def test_enter_after_a_command_does_it(
    screen: ScreenReader, keys: PipeInput, mails: Conversation, command: str
) -> None:
    keys.send_text(command + ENTER)
    assert command == screen.read(mails)


@pytest.mark.parametrize("first", ["//etc/hosts is full", "Dear Noor"])
def test_what_is_no_command_goes_on(screen: ScreenReader, keys: PipeInput, mails: Conversation, first: str) -> None:
    keys.send_text(f"{first}{ENTER}/second{ENTER}{ALT_ENTER}")
    assert f"{first}\n/second\n" == screen.read(mails)


@pytest.mark.parametrize("typed", [CTRL_D, ENTER + CTRL_D, CTRL_C])
def test_an_empty_mail_may_be_left(screen: ScreenReader, keys: PipeInput, mails: Conversation, typed: str) -> None:
    keys.send_text(typed)
    assert screen.read(mails) is None


def test_an_empty_mail_may_be_sent(screen: ScreenReader, keys: PipeInput, mails: Conversation) -> None:
    keys.send_text(ALT_ENTER)
    assert "" == screen.read(mails)


def test_elsewhere_enter_sends_as_ever(
    screen: ScreenReader, keys: PipeInput, mails: Conversation, conversation: Conversation
) -> None:
    keys.send_text(f"a{ENTER}b{CTRL_D}")
    assert "a\nb" == screen.read(mails)
    keys.send_text(f"a{ALT_ENTER}b{ENTER}")
    assert "a\nb" == screen.read(conversation)


class Keyboard(io.BytesIO):
    """Lines that are typed; where one is "^C", somebody presses Ctrl-C."""

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline()
        if line == b"^C\n":
            raise KeyboardInterrupt
        return line


def plain(typed: str) -> tuple[PlainReader, io.BytesIO]:
    shown = io.BytesIO()
    out = Out(io.TextIOWrapper(shown, encoding="utf-8", write_through=True))
    return PlainReader(cast("BinaryIO", Keyboard(typed.encode())), out), shown


def test_in_plain_lines_a_full_stop_sends(mails: Conversation) -> None:
    reader, shown = plain("Dear Noor,\n\nwhat happened?\n.\n/help\n.\n")
    assert ["Dear Noor,\n\nwhat happened?", "/help", "", None] == [reader.read(mails) for _ in range(4)]
    assert f"{words.MAIL_PLAIN}\nYou:       You: You: You: \n" == shown.getvalue().decode()


def test_in_plain_lines_the_end_of_the_input_sends_what_is_typed(mails: Conversation) -> None:
    reader, _ = plain("Dear Noor,\nwhat")
    assert ["Dear Noor,\nwhat", None] == [reader.read(mails) for _ in range(2)]


def test_in_plain_lines_who_stays_has_their_lines_still(mails: Conversation) -> None:
    reader, shown = plain("Dear Noor,\n^C\nwhat happened?\n.\n")
    assert [None, "Dear Noor,\nwhat happened?"] == [reader.read(mails) for _ in range(2)]
    assert words.your_draft(1) in shown.getvalue().decode()


@given(st.text(st.characters(exclude_characters="\\")))
def test_a_mail_on_one_line_is_the_mail(mail: str) -> None:
    assert mail == from_one_line(mail.replace("\n", "\\n"))
