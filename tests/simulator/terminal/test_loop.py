"""The conversation, line by line, as a trainee has it."""

import io
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext

import pytest

from simulator.engine.conversation import Conversation
from simulator.engine.events import Left
from simulator.engine.report import report
from simulator.terminal.clean import LONGEST_REPLY
from simulator.terminal.loop import Loop, recap
from simulator.terminal.output import Out
from simulator.terminal.seat import Nowhere, Seat
from simulator.terminal.view_plain import PlainView


class Typing:
    """Somebody who types these lines (None: wants to leave) and answers questions so."""

    echoes = False

    def __init__(self, *lines: str | None, asks: bool = True, answers: Iterable[bool] = ()) -> None:
        self._lines = iter(lines)
        self._answers = iter(answers)
        self.asks = asks
        self.asked: list[str] = []

    def remember(self, replies: Iterable[str]) -> None:
        return None

    def attending(self) -> AbstractContextManager[None]:
        return nullcontext()

    def read(self, conversation: Conversation) -> str | None:
        return next(self._lines, None)

    def confirm(self, question: str) -> bool:
        self.asked.append(question)
        return next(self._answers, True)


class Talk:
    """A conversation that has begun, and what is shown of it."""

    def __init__(self, conversation: Conversation) -> None:
        self._stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        self.conversation = conversation
        self.seat = Seat(conversation, Nowhere())
        self.view = PlainView(Out(self._stream))
        self.seat.open()

    def have(self, reader: Typing) -> bool:
        return Loop(self.seat, self.view, reader).run()

    @property
    def lines(self) -> list[str]:
        buffer = self._stream.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode().splitlines()


@pytest.fixture
def talk(conversation: Conversation) -> Talk:
    return Talk(conversation)


@pytest.fixture
def silent_talk(exam: Conversation) -> Talk:
    return Talk(exam)


def test_a_whole_conversation(talk: Talk) -> None:
    assert talk.have(Typing("Hello, service desk", "I am sorry", "never read"))
    assert talk.lines == [
        "You: Hello, service desk",
        "Dana Whitfield: My computer does not work!",
        "Coach: Heard: greet.",
        "Mood: Dana Whitfield is angry.",
        "Clock: 16:41, 34 minutes left.",
        "You: I am sorry",
        "Dana Whitfield: It works again. Thank you.",
        "Coach: Heard: apologize.",
        "Mood: Dana Whitfield is settled.",
        "Clock: 16:42, 33 minutes left.",
    ]


def test_an_exam_is_silent(silent_talk: Talk) -> None:
    silent_talk.have(Typing("Hello, service desk", "/mood", "/hint", "/undo", "/again", "I am sorry"))
    assert not [line for line in silent_talk.lines if line.startswith(("Coach:", "Mood:", "Hint:", "Taken back:"))]
    assert 4 == len([line for line in silent_talk.lines if line.startswith("In an exam")])
    assert 2 == silent_talk.conversation.turn


def test_an_unknown_command_is_not_sent(talk: Talk) -> None:
    talk.have(Typing("/hnit"))
    assert 0 == talk.conversation.turn
    assert talk.lines[0].startswith("There is no command /hnit. Did you mean /hint? Nothing was sent")


def test_a_literal_slash_is_sent(talk: Talk) -> None:
    talk.have(Typing("//hint"))
    assert "You: /hint" == talk.lines[0]


def test_notes_are_taken_and_shown(talk: Talk) -> None:
    talk.have(Typing("/notes", "/notes asset tag 4711", "/notes half an hour", "/notes"))
    assert talk.lines[-2:] == ["Note: asset tag 4711", "Note: half an hour"]
    assert "No notes yet. /notes and some words adds one." == talk.lines[0]
    assert ("asset tag 4711", "half an hour") == talk.conversation.notes


def test_a_hint_goes_a_step_further_each_time(talk: Talk) -> None:
    talk.have(Typing("hello", "/hint", "/hint", "/hint", "/hint"))
    assert [
        "Hint: What would help now: apologize. (/hint again: how it sounds)",
        "Hint: How it sounds: apologize (/hint again: a reply)",
        "Hint: You could say: “I'm sorry.”",
        "Hint: You could say: “I'm sorry.”",
    ] == talk.lines[-4:]


def test_a_better_reply_is_offered_where_something_is_still_due(talk: Talk) -> None:
    talk.have(Typing("well", "hello", answers=[True]))
    coached = [line for line in talk.lines if line.startswith("Coach:")]
    assert coached[0].endswith("Still due: greet. (/again: say it once more)")
    assert "Coach: Heard: greet." == coached[1]


def test_nobody_is_offered_anything_through_a_pipe(talk: Talk) -> None:
    talk.have(Typing("well", asks=False))
    assert not any("/again" in line for line in talk.lines)


def test_a_reply_can_be_said_once_more(talk: Talk) -> None:
    talk.have(Typing("well", "/again", "hello"))
    at = talk.lines.index("Taken back: well")
    assert [
        "Taken back: well",
        "Scene: (your phone is ringing)",
        "Clock: 16:40, 35 minutes left.",
        "Say it once more: what do you say this time?",
        "You: hello",
    ] == talk.lines[at : at + 5]
    assert (1, ["hello"]) == (report(talk.conversation).said_again, [one.reply for one in talk.conversation.turns])


def test_there_has_to_be_something_to_say_once_more(talk: Talk) -> None:
    talk.have(Typing("/again"))
    assert ["There is no reply to take back."] == talk.lines


def test_a_reply_can_be_taken_back(talk: Talk) -> None:
    talk.have(Typing("/undo", "hello", "/undo"))
    assert "There is no reply to take back." == talk.lines[0]
    assert talk.lines[-3:] == ["Taken back: hello", "Scene: (your phone is ringing)", "Clock: 16:40, 35 minutes left."]
    assert 0 == talk.conversation.turn


def test_the_mood_in_words_and_figures(talk: Talk) -> None:
    talk.have(Typing("/mood"))
    assert ["Mood: Dana Whitfield is angry: calm 35 of 100, trust 45, patience 50."] == talk.lines


def test_help_names_every_command(talk: Talk) -> None:
    talk.have(Typing("/help"))
    for name in ("/hint", "/notes", "/mood", "/undo", "/again", "/quit", "//", "Ctrl-D"):
        assert any(line.startswith(name) for line in talk.lines)


def test_an_empty_line_is_a_silence(talk: Talk) -> None:
    talk.have(Typing(""))
    assert "You: (you say nothing)" == talk.lines[0]
    assert talk.lines[1].startswith("Dana Whitfield: ")
    assert 1 == talk.conversation.turn


def test_a_second_silence_running_has_to_be_meant(talk: Talk) -> None:
    talk.have(Typing("", ""))
    assert 1 == talk.conversation.turn
    assert "Nothing was sent. To stay silent once more, press Enter again." == talk.lines[-1]


def test_a_second_silence_that_is_meant_counts(talk: Talk) -> None:
    talk.have(Typing("", "", "", "", ""))
    assert 3 == talk.conversation.turn


def test_words_between_two_silences_make_both_plain(talk: Talk) -> None:
    talk.have(Typing("", "well", ""))
    assert 3 == talk.conversation.turn


def test_a_pipe_means_every_silence(talk: Talk) -> None:
    talk.have(Typing("", "", "", asks=False))
    assert 3 == talk.conversation.turn


def test_leaving_asks_once(talk: Talk) -> None:
    typing = Typing("/quit", "hello", None, answers=[False, True])
    assert not talk.have(typing)
    assert 2 == len(typing.asked)
    assert 1 == talk.conversation.turn
    assert "You are still in the conversation." == talk.lines[0]
    assert Left(1) == talk.conversation.events[-1]


def test_a_pipe_is_asked_nothing(talk: Talk) -> None:
    typing = Typing("hello", asks=False)
    assert not talk.have(typing)
    assert [] == typing.asked
    assert Left(1) == talk.conversation.events[-1]


def test_an_enormous_reply_is_refused(talk: Talk) -> None:
    talk.have(Typing("a" * LONGEST_REPLY, "a" * (LONGEST_REPLY + 1)))
    assert 1 == talk.conversation.turn
    assert "That is 10,001 characters; a reply can have 10,000. Nothing was sent." == talk.lines[-1]


def test_a_recap_leaves_out_what_was_taken_back(talk: Talk) -> None:
    talk.have(Typing("hello", "/undo", "well"))
    assert ["(your phone is ringing)", "well"] == [line.text for line in recap(talk.conversation)][:2]
    assert 1 == len(recap(talk.conversation, lines=1))
