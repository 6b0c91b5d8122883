"""What any face of a conversation can show. The screen and the plain lines each say it in their own way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from simulator.engine.conversation import Conversation
from simulator.terminal.spoken import Spoken

if TYPE_CHECKING:
    from simulator.engine.report import Report
    from simulator.records.interface import SessionRow


class View(Protocol):
    """Shows a conversation to a person, line after line."""

    def scene(self, conversation: Conversation) -> None:
        """The scene card: title, person, channel, what one sees, the time, the rules of practice or exam."""

    def said(self, conversation: Conversation, line: Spoken) -> None:
        """Something that was said or that happened."""

    def standing(self, conversation: Conversation) -> None:
        """How things stand after a reply: the clock and, in practice, the mood."""

    def aside(self, label: str, text: str) -> None:
        """A line that is not part of the conversation: the coach, a hint, a note."""

    def notice(self, text: str) -> None:
        """A word from the program to whoever is typing."""

    def ended(self, conversation: Conversation) -> None:
        """That the conversation is over, and how it went."""

    def guide(self, conversation: Conversation) -> None:
        """What can be typed."""

    def report(self, report: Report, earlier: Sequence[SessionRow]) -> None:
        """The report on the finished conversation."""
