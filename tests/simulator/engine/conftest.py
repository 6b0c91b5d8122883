"""Situations made by hand, played with the detector that ships; and a small course pack.

Replies that mean something here: "Push the red button.", "Pull the blue lever.", "Turn the green wheel." are moves of every
situation; "Slam the iron door." is one that harms.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings

from scoring.detection import Detections, Move, Recognizer
from scoring.detector import Detector, load_detector
from scoring.labels import labels
from scoring.rubric import Avoided, Expected, Rubric
from simulator.course.load import load_course
from simulator.course.models import Clock, Course, Happening, Lines, Persona, Promise, Scenario, Shift, State
from simulator.engine.conversation import Conversation

# A busy machine is no failure.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

MOVES = (
    Move("red", "Has him push the red button.", ("push the red button",)),
    Move("blue", "Has him pull the blue lever.", ("pull the blue lever",)),
    Move("green", "Has him turn the green wheel.", ("turn the green wheel",)),
    Move("slam", "Slams a door.", ("slam the iron door",)),
)
RUBRIC = Rubric(50, (Expected("red", 30), Expected("blue", 10)), (Avoided("slam", costs=10),))
PACK = Path(__file__).parents[2] / "data" / "packs" / "engine"


def situation(
    *states: State,
    weights: Mapping[str, Shift] | None = None,
    reactions: Mapping[str, tuple[str, ...]] | None = None,
    mood: Shift = Shift(50, 50, 50),
    lines: Mapping[str, Lines] | None = None,
    rubric: Rubric = RUBRIC,
    clock: Clock = Clock(9 * 60),
    facts: Mapping[str, str] | None = None,
    happenings: Sequence[Happening] = (),
    promises: Sequence[Promise] = (),
) -> tuple[Course, Scenario]:
    """A course with one scenario that starts in the first of `states`. Clock: from 9:00, a minute for each reply. `lines` are the
    persona's for silence, confused and stuffed."""
    spoken = {"silence": Lines(("Hello?",)), "confused": Lines(("Pardon?",)), "stuffed": Lines(("A card?",))} | dict(
        lines or {}
    )
    persona = Persona(
        "ann", "Ann Lee", 40, "Baker", "Fast.", "low", "Mild.", mood, weights or {}, reactions or {}, **spoken
    )
    scenario = Scenario(
        id="test",
        title="A test",
        persona="ann",
        channel="phone",
        level=1,
        scene="A room.",
        facts=facts or {},
        moves=MOVES,
        start=states[0].id,
        states={state.id: state for state in states},
        rubric=rubric,
        clock=clock,
        folder=Path(),
        happenings={one.id: one for one in happenings},
        promises={one.id: one for one in promises},
    )
    return Course(Path(), {"ann": persona}, {"test": scenario}, "c0ffee", labels()), scenario


class MovesOnly:
    """The detector that ships, as far as it speaks of moves: what a conversation does with them is no matter of how well
    behaviours are recognized."""

    def __init__(self, detector: Detector) -> None:
        self._detector = detector
        self.version = detector.version

    def detect(
        self, reply: str, person: str = "", *, moves: Sequence[Move] = (), facts: Sequence[str] = ()
    ) -> Detections:
        read = self._detector.detect(reply, person, moves=moves, facts=facts)
        named = {move.id for move in moves}
        return replace(read, found=tuple(one for one in read if one.behaviour in named))


@pytest.fixture(scope="session")
def detector() -> Detector:
    return load_detector()


@pytest.fixture(scope="session")
def make() -> Callable[..., tuple[Course, Scenario]]:
    return situation


@pytest.fixture(scope="session")
def play(detector: Detector) -> Callable[..., Conversation]:
    """A conversation in a situation, opened. Unless another recognizer is given, only moves are heard."""
    moves_only = MovesOnly(detector)

    def begin(
        *states: State,
        seed: int = 1,
        mode: str = "practice",
        start: str | None = None,
        recognizer: Recognizer = moves_only,
        **given: object,
    ) -> Conversation:
        course, scenario = situation(*states, **given)  # type: ignore[arg-type]
        conversation = Conversation(course, scenario, recognizer, seed, mode=mode, start=start)
        conversation.open()
        return conversation

    return begin


@pytest.fixture(scope="session")
def course() -> Course:
    return load_course(PACK)


@pytest.fixture(scope="session")
def scenario(course: Course) -> Scenario:
    return course.scenarios["wet_keyboard"]


@pytest.fixture(scope="session")
def converse(course: Course, scenario: Scenario, detector: Detector) -> Callable[..., Conversation]:
    """A conversation about the wet keyboard, opened, in which `replies` were given."""

    def begin(*replies: str, seed: int = 1, mode: str = "practice") -> Conversation:
        conversation = Conversation(course, scenario, detector, seed, mode=mode)
        conversation.open()
        for reply in replies:
            conversation.reply(reply)
        return conversation

    return begin
