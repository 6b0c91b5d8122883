"""Replies that were written beforehand."""

from simulator.engine.conversation import Conversation
from simulator.terminal.commands import Reply, read
from simulator.terminal.reader_script import ScriptReader


def test_one_after_the_other_and_then_nothing(conversation: Conversation) -> None:
    reader = ScriptReader(["Hello.", "", "/help is what I typed"])
    lines = [reader.read(conversation) for _ in range(4)]
    assert lines.pop() is None
    assert [Reply("Hello."), Reply(""), Reply("/help is what I typed")] == [read(line or "") for line in lines]


def test_nobody_is_there_to_be_asked() -> None:
    reader = ScriptReader([])
    assert not reader.asks
    assert reader.confirm("Leave? y/n")
