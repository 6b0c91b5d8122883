"""The lines of a conversation, from its events."""

import pytest

from simulator.engine.conversation import Conversation
from simulator.terminal.spoken import PERSON, STAGE, YOU, Spoken, is_stage, spoken


def test_a_conversation_reads_in_order(conversation: Conversation) -> None:
    opening = spoken(conversation.open())
    first = spoken(conversation.reply("hello"))

    assert (Spoken(STAGE, "(your phone is ringing)", "angry"),) == opening
    assert (Spoken(YOU, "hello", turn=1), Spoken(PERSON, "My computer does not work!", "angry", 1, 1)) == first


def test_a_silence_is_an_empty_line_of_yours(conversation: Conversation) -> None:
    conversation.open()
    assert Spoken(YOU, "", turn=1) == spoken(conversation.reply(""))[0]


@pytest.mark.parametrize("text", ["(your phone is ringing)", " (she hangs up) "])
def test_what_stands_in_brackets_happens(text: str) -> None:
    assert is_stage(text)


@pytest.mark.parametrize("text", ["Lovely. (hangs up)", "(sighs) Go on. (sighs)", "()", "", "Well"])
def test_what_is_said_beside_brackets_is_said(text: str) -> None:
    assert not is_stage(text)
