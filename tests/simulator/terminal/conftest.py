"""A small course, made by hand, whose conversations are short enough to read in a test."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from scoring.detection import Detection, Detections, Move
from scoring.rubric import Expected, Rubric
from simulator.course.models import Clock, Course, Lines, Persona, Rule, Scenario, Shift, Shown, State
from simulator.engine.conversation import Conversation

WORDS = {"hello": "greet", "sorry": "apologize", "stupid": "blame"}


class ByWords:
    """A recognizer that knows three words."""

    version = "three-words"

    def detect(
        self, reply: str, person: str = "", *, moves: Sequence[Move] = (), facts: Sequence[str] = ()
    ) -> Detections:
        found = [
            Detection(behaviour, 1.0, at, at + len(word), reply[at : at + len(word)], word, "words")
            for word, behaviour in WORDS.items()
            if (at := reply.lower().find(word)) >= 0
        ]
        return Detections(tuple(sorted(found, key=lambda one: one.start)))


def _lines(*lines: str) -> Lines:
    return Lines(usual=lines)


PERSONA = Persona(
    id="dana",
    name="Dana Whitfield",
    age=47,
    job="contracts officer",
    speaks="dry",
    literacy="low",
    temperament="anxious",
    mood=Shift(35, 45, 50),
    weights={"apologize": Shift(30, 4, 0), "blame": Shift(-30, -15, -10)},
    reactions={},
    silence=_lines("Hello? Are you there?", "Is anybody on this line?", "I can hear you breathe."),
    confused=_lines("I beg your pardon?", "What do you mean?", "You have lost me."),
    stuffed=_lines("You need not recite."),
)

SCENARIO = Scenario(
    id="frozen",
    title="The save that never ends",
    persona="dana",
    channel="phone",
    level=1,
    scene="Twenty to five on a Thursday.\nYour line rings.\n",
    facts={},
    moves=(),
    start="ringing",
    states={
        "ringing": State(
            "ringing",
            person=_lines("(your phone is ringing)"),
            then=(Rule("complaint", when=Shown(any=("greet",))), Rule("over", clock=20)),
        ),
        "complaint": State(
            "complaint",
            person=_lines("My computer does not work!"),
            meanwhile=_lines("And now?", "Well?", "I am waiting."),
            then=(Rule("solved", when=Shown(any=("apologize",))), Rule("over", when=Shown(any=("blame",)))),
        ),
        "solved": State("solved", person=_lines("It works again. Thank you."), ending="handled_well"),
        "over": State("over", person=_lines("Goodbye then."), ending="failed"),
    },
    rubric=Rubric(
        70, (Expected("greet", 40, due="ringing"), Expected("apologize", 60, due="complaint", model="I'm sorry."))
    ),
    clock=Clock(starts=1000, each_turn=1, deadline=1035),
    folder=Path("scenarios/frozen"),
    summary="An hour glass, and half an hour gone.",
)

OTHER = Scenario(
    id="angry_deadline",
    title="Half an hour",
    persona="dana",
    channel="desk",
    level=3,
    scene="Somebody stands at your desk.",
    facts={},
    moves=(),
    start="here",
    states={
        "here": State("here", person=_lines("At last."), then=(Rule("gone", when=Shown(any=("greet",))),)),
        "gone": State("gone", person=_lines("Bye."), ending="muddled_through"),
    },
    rubric=Rubric(70, (Expected("greet", 100),)),
    clock=Clock(starts=540),
    folder=Path("scenarios/angry_deadline"),
)


@pytest.fixture
def course() -> Course:
    """Two situations with one person: `frozen` (greet, then apologize; blame ends it) and `angry_deadline`."""
    return Course(
        root=Path("course"),
        personas={"dana": PERSONA},
        scenarios={SCENARIO.id: SCENARIO, OTHER.id: OTHER},
        version="c0ffee",
    )


@pytest.fixture
def recognizer() -> ByWords:
    return ByWords()


@pytest.fixture
def conversation(course: Course, recognizer: ByWords) -> Conversation:
    """A practice of `frozen` that has not begun."""
    return Conversation(course, course.scenarios["frozen"], recognizer, seed=1)


@pytest.fixture
def exam(course: Course, recognizer: ByWords) -> Conversation:
    """The same as an exam."""
    return Conversation(course, course.scenarios["frozen"], recognizer, seed=1, mode="exam")
