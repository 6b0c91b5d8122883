"""Plain lines: the speaker first, nothing else than text."""

import io
import re

import pytest

from simulator.engine.conversation import Conversation
from simulator.terminal.output import Out
from simulator.terminal.spoken import PERSON, YOU, Spoken, spoken
from simulator.terminal.view_plain import PlainView


@pytest.fixture
def stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


@pytest.fixture
def view(stream: io.TextIOWrapper) -> PlainView:
    return PlainView(Out(stream))


def _lines(stream: io.TextIOWrapper) -> list[str]:
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode().split("\n")[:-1]


def test_the_scene_in_a_few_lines(conversation: Conversation, view: PlainView, stream: io.TextIOWrapper) -> None:
    view.scene(conversation)
    assert _lines(stream) == [
        "The save that never ends. Dana Whitfield, contracts officer, on the phone; level 1.",
        "Scene: Twenty to five on a Thursday. Your line rings.",
        "On the phone: They hear you and can not see you: say that you listen, and what you are doing.",
        "Clock: It is 16:40; there is time until 17:15.",
        "Practice: after each reply a coach says what was heard. /help shows what you can type.",
        "Mood: Dana Whitfield is angry.",
    ]


def test_an_exam_says_that_it_is_one_and_hides_the_mood(
    exam: Conversation, view: PlainView, stream: io.TextIOWrapper
) -> None:
    view.scene(exam)
    view.standing(exam)
    lines = _lines(stream)
    assert lines[4].startswith("Exam: no coaching and no hints")
    assert not [line for line in lines if line.startswith("Mood:")]


def test_the_mood_is_told_when_it_changes(
    conversation: Conversation, view: PlainView, stream: io.TextIOWrapper
) -> None:
    conversation.open()
    for reply in ("hello", "well", "sorry"):
        conversation.reply(reply)
        view.standing(conversation)
    assert _lines(stream) == [
        "Mood: Dana Whitfield is angry.",
        "Clock: 16:41, 34 minutes left.",
        "Clock: 16:42, 33 minutes left.",
        "Mood: Dana Whitfield is settled.",
        "Clock: 16:43, 32 minutes left.",
    ]


def test_a_line_stays_one_line_and_has_no_escapes(
    conversation: Conversation, view: PlainView, stream: io.TextIOWrapper
) -> None:
    view.said(conversation, Spoken(YOU, "one\ntwo \x1b[2Jthree\rDana Whitfield: hm"))
    view.said(conversation, Spoken(PERSON, "a\n\nb", "angry"))
    assert _lines(stream) == ["You: one two [2Jthree Dana Whitfield: hm", "Dana Whitfield: a b"]


def test_nothing_moves_the_cursor(conversation: Conversation, view: PlainView, stream: io.TextIOWrapper) -> None:
    view.scene(conversation)
    for line in spoken(conversation.open()):
        view.said(conversation, line)
    view.guide(conversation)
    view.aside("Coach", "Heard: greet.")
    view.standing(conversation)
    text = "\n".join(_lines(stream))
    assert re.search(r"[^\x20-\x7e\n“”…–—]", text) is None
    assert re.search(r"[│─╭╮╰╯]", text) is None


def test_notices_can_stay_out_of_the_transcript(conversation: Conversation, stream: io.TextIOWrapper) -> None:
    notices = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    view = PlainView(Out(stream), Out(notices))
    view.notice("There is no command /hlep.")
    view.aside("Coach", "Heard: greet.")
    assert ["There is no command /hlep."] == _lines(notices)
    assert ["Coach: Heard: greet."] == _lines(stream)
