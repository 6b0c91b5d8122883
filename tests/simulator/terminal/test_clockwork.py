"""The scenario's clock in words."""

import pytest

from simulator.course.models import Course
from simulator.engine.conversation import Conversation
from simulator.terminal import clockwork


@pytest.mark.parametrize(("minutes", "time"), [(0, "00:00"), (1004, "16:44"), (1439, "23:59"), (1445, "00:05")])
def test_a_minute_of_the_day(minutes: int, time: str) -> None:
    assert time == clockwork.at(minutes)


def test_it_tells_the_minutes_that_are_left(conversation: Conversation) -> None:
    conversation.open()
    assert "It is 16:40; there is time until 17:15." == clockwork.begins(conversation)
    assert "16:40, 35 minutes left" == clockwork.now(conversation)
    conversation.reply("hello")
    assert "16:41, 34 minutes left" == clockwork.now(conversation)


def test_the_last_minute_and_what_comes_after(conversation: Conversation) -> None:
    conversation.open()
    conversation.reply("hello")
    for _ in range(33):
        conversation.reply("wait")
    assert "17:14, 1 minute left" == clockwork.now(conversation)
    conversation.reply("wait")
    conversation.reply("wait")
    assert "17:16, the deadline has passed" == clockwork.now(conversation)


def test_without_a_deadline_it_only_tells_the_time(course: Course, recognizer) -> None:  # type: ignore[no-untyped-def]
    conversation = Conversation(course, course.scenarios["angry_deadline"], recognizer, seed=1)
    assert "It is 09:00." == clockwork.begins(conversation)
    assert "09:00" == clockwork.now(conversation)
