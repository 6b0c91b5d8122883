"""The line at the bottom of the screen."""

from simulator.engine.conversation import Conversation
from simulator.terminal.toolbar import toolbar


def _text(conversation: Conversation, width: int) -> str:
    return "".join(text for _, text in toolbar(conversation, width))


def test_it_says_everything_in_words(conversation: Conversation) -> None:
    conversation.open()
    assert "  16:40 · 35 minutes left · Dana is angry · /help · Alt-Enter: new line" == _text(conversation, 100)


def test_the_mood_has_a_colour_beside_its_word(conversation: Conversation) -> None:
    conversation.open()
    assert ("class:toolbar.angry", "Dana is angry") in toolbar(conversation, 100)
    conversation.reply("hello")
    conversation.reply("sorry")
    assert ("class:toolbar.settled", "Dana is settled") in toolbar(conversation, 100)


def test_an_exam_does_not_tell_the_mood(exam: Conversation) -> None:
    exam.open()
    assert "  16:40 · 35 minutes left · exam · /help · Alt-Enter: new line" == _text(exam, 100)


def test_it_never_is_wider_than_the_terminal(conversation: Conversation) -> None:
    conversation.open()
    for width in range(10, 100):
        assert len(_text(conversation, width)) <= width
    assert "  16:40 · 35 minutes left" == _text(conversation, 30)
