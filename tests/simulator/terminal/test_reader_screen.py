"""Typing on the practice screen: keys in, replies out."""

from collections.abc import Iterator

import pytest
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from simulator.engine.conversation import Conversation
from simulator.terminal.reader_screen import ScreenReader

ENTER, ALT_ENTER, CTRL_C, CTRL_D, ESCAPE = "\r", "\x1b\r", "\x03", "\x04", "\x1b"
LEFT = "\x1b[D"
PASTE = "\x1b[200~{}\x1b[201~"


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as keys:
        yield keys


@pytest.fixture
def reader(keys: PipeInput, conversation: Conversation) -> ScreenReader:
    conversation.open()
    return ScreenReader(keys=keys, screen=DummyOutput())


def test_enter_sends(reader: ScreenReader, keys: PipeInput, conversation: Conversation) -> None:
    keys.send_text(f"Hello there{ENTER}{ENTER}")
    assert "Hello there" == reader.read(conversation)
    assert "" == reader.read(conversation)


@pytest.mark.parametrize("newline", [ALT_ENTER, ESCAPE + ENTER])
def test_alt_enter_is_a_new_line(
    reader: ScreenReader, keys: PipeInput, conversation: Conversation, newline: str
) -> None:
    keys.send_text(f"one{newline}two{ENTER}")
    assert "one\ntwo" == reader.read(conversation)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_several_pasted_lines_are_one_reply(
    reader: ScreenReader, keys: PipeInput, conversation: Conversation, end: str
) -> None:
    keys.send_text(PASTE.format(f"one{end}two{end}three") + ENTER)
    assert "one\ntwo\nthree" == reader.read(conversation)


def test_ctrl_c_clears_the_line(reader: ScreenReader, keys: PipeInput, conversation: Conversation) -> None:
    keys.send_text(f"not this{CTRL_C}but this{ENTER}")
    assert "but this" == reader.read(conversation)


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_on_an_empty_line_it_wants_to_leave(
    reader: ScreenReader, keys: PipeInput, conversation: Conversation, key: str
) -> None:
    keys.send_text(key)
    assert reader.read(conversation) is None


def test_ctrl_d_in_a_line_deletes(reader: ScreenReader, keys: PipeInput, conversation: Conversation) -> None:
    keys.send_text(f"abc{LEFT}{LEFT}{CTRL_D}{ENTER}")
    assert "ac" == reader.read(conversation)


@pytest.mark.parametrize(
    ("answer", "yes"), [(f"y{ENTER}", True), (f"n{ENTER}", False), (ENTER, False), (CTRL_C, True), (CTRL_D, True)]
)
def test_leaving_is_a_y_or_the_same_key_again(reader: ScreenReader, keys: PipeInput, answer: str, yes: bool) -> None:
    keys.send_text(answer)
    assert yes == reader.confirm("Leave and keep this conversation? y/n")


def test_a_choice_from_the_menu(reader: ScreenReader, keys: PipeInput) -> None:
    keys.send_text(f"2{ENTER}{CTRL_D}")
    assert "2" == reader.choose("Number or name")
    assert reader.choose("Number or name") is None
