"""Going back to a turn of a conversation: what was said before it is said again, and from there it goes another way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from scoring.detection import Recognizer
from simulator.engine.conversation import PRACTICE, Conversation
from simulator.engine.events import NoteTaken, SessionStarted, TraineeSaid
from simulator.engine.paths import score_path
from simulator.engine.report import Report, report

FORMAT = 1
"""Version of the JSON form of a comparison."""


def back_to(conversation: Conversation, turn: int, recognizer: Recognizer) -> Conversation:
    """A practice over the same course and with the same seed that stands where `turn` (from 1) of `conversation` was to
    be said. Notes taken until then are at hand; what was taken back, and hints, are left behind."""
    first = conversation.events[0]
    assert isinstance(first, SessionStarted)
    said = [event for event in conversation.current if isinstance(event, TraineeSaid) and event.turn < turn]
    noted = [event for event in conversation.events if isinstance(event, NoteTaken) and event.turn < turn]
    inputs = (replace(first, mode=PRACTICE), *said, *noted)
    return Conversation.resume(conversation.course, conversation.scenario, recognizer, inputs)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A conversation (`session` is its id) beside the one that goes another way from `turn` on. The score paths begin
    before the first reply, as the reports' mood curves do."""

    session: str
    turn: int
    original: Report
    what_if: Report
    original_scores: tuple[int, ...]
    what_if_scores: tuple[int, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain JSON-ready data: both reports, and how the scores went."""
        return {
            "format": FORMAT,
            "session": self.session,
            "turn": self.turn,
            "original": self.original.as_json(),
            "what_if": self.what_if.as_json(),
            "score_path": {"original": list(self.original_scores), "what_if": list(self.what_if_scores)},
        }


def compared(session: str, turn: int, original: Conversation, what_if: Conversation) -> Comparison:
    """The two conversations side by side, as they stand."""
    return Comparison(session, turn, report(original), report(what_if), score_path(original), score_path(what_if))
