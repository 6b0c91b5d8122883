"""A conversation and its report, made by the real engine, for the tests of every rendering."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from scoring.detection import Detection, Detections, Move
from scoring.labels import Label
from scoring.rubric import Avoided, Expected, Rubric
from simulator.course.models import Clock, Course, Lines, Persona, Rule, Scenario, Shift, Shown, State
from simulator.engine.conversation import Conversation
from simulator.engine.report import Report, report

PHRASES = {
    "greet": "good morning",
    "apologize": "I'm sorry",
    "ask_open": "what happened",
    "bring_forward": "click on the document",
    "blame": "your own fault",
    "demand_password": "your password",
}
NAMES = {"ask_open": "ask an open question", "demand_password": "demand a password"}
REASONS = {"ask_open": "Their story tells what went wrong.", "demand_password": "It is theirs alone."}


class ByPhrase:
    """A reply that contains a phrase shows its behaviour, at that place. It stands in for the detector so that what is
    expected of a report here does not change when the exemplar bank grows."""

    version = "phrases"

    def detect(
        self, reply: str, person: str = "", *, moves: Sequence[Move] = (), facts: Sequence[str] = ()
    ) -> Detections:
        found = []
        for behaviour, phrase in PHRASES.items():
            at = reply.casefold().find(phrase.casefold()) if len(reply) == len(reply.casefold()) else -1
            if at >= 0:
                end = at + len(phrase)
                found.append(Detection(behaviour, 0.9, at, end, reply[at:end], phrase, "exemplar"))
        return Detections(tuple(sorted(found, key=lambda one: one.start)), "phrases only" if "!!" in reply else None)


def dana(title: str, persona: str, line: str) -> Course:
    """A small course: three states, one person, a rubric with every kind of item."""
    said = Lines((line, "Well?", "And now?"))
    someone = Persona(
        id="dana",
        name=persona,
        age=47,
        job="Contracts officer",
        speaks="fast",
        literacy="low",
        temperament="anxious",
        mood=Shift(35, 45, 50),
        weights={"apologize": Shift(20, 10), "blame": Shift(-25, -20, -10), "greet": Shift(4, 4, 4)},
        reactions={},
        silence=said,
        confused=said,
        stuffed=said,
    )
    states = (
        State("ringing", person=Lines(("(your phone is ringing)",)), then=(Rule("complaint"),)),
        State(
            "complaint",
            person=said,
            meanwhile=said,
            then=(Rule("saved", Shown(any=("bring_forward",))), Rule("complaint")),
        ),
        State("saved", person=Lines(("It is saved. Thank you!",)), ending="handled_well"),
    )
    rubric = Rubric(
        70,
        (
            Expected("greet", 5, "ringing"),
            Expected("apologize", 15, "complaint", 1, "I'm sorry you're having trouble."),
            Expected("ask_open", 20, "complaint", model="What happened just before it stopped?"),
            Expected("bring_forward", 30),
            Expected("follow_up", 10, "backup", if_reached=True, model="I'll call you tomorrow."),
        ),
        (
            Avoided("blame", 15, instead="It happens to everyone."),
            Avoided("demand_password", fatal="you asked for a password"),
        ),
    )
    scenario = Scenario(
        id="frozen_save",
        title=title,
        persona="dana",
        channel="phone",
        level=1,
        scene="Twenty to five.",
        facts={},
        moves=(Move("bring_forward", "brings it forward", ()),),
        start="ringing",
        states={state.id: state for state in states},
        rubric=rubric,
        clock=Clock(1000, 1, 1035),
        folder=Path("frozen_save"),
    )
    behaviours = {name: Label(name, "expect", "", "", (), read, REASONS[name]) for name, read in NAMES.items()}
    return Course(Path(), {"dana": someone}, {"frozen_save": scenario}, "c0ffee" * 10, behaviours=behaviours)


@pytest.fixture(scope="session")
def played() -> Callable[..., Report]:
    """Says replies to Dana and reports: `played("Good morning", "I'm sorry", title="…", persona="…", line="…")`."""

    def play(
        *replies: str, title: str = "The save", persona: str = "Dana Whitfield", line: str = "It is still turning."
    ) -> Report:
        course = dana(title, persona, line)
        conversation = Conversation(course, course.scenarios["frozen_save"], ByPhrase(), 7)
        conversation.open()
        for reply in replies:
            conversation.reply(reply)
        return report(conversation)

    return play


@pytest.fixture(scope="session")
def helped() -> Report:
    """Three hints, and two replies said once more."""
    course = dana("The save", "Dana Whitfield", "It is still turning.")
    conversation = Conversation(course, course.scenarios["frozen_save"], ByPhrase(), 7)
    conversation.open()
    conversation.hint()
    for reply in ("Good morning", "Hm."):
        conversation.reply("Well.")
        conversation.undo(again=True)
        conversation.reply(reply)
    conversation.hint()
    conversation.hint()
    return report(conversation)


@pytest.fixture(scope="session")
def handled_well(played: Callable[..., Report]) -> Report:
    """Ended well and still not passed: the apology came late, no question was asked."""
    return played(
        "Good morning, IT service desk.", "Hm.", "", "I'm sorry about that.", "Please click on the document you saved."
    )


@pytest.fixture(scope="session")
def gone_wrong(played: Callable[..., Report]) -> Report:
    """Left unfinished: blame twice, a password asked for, and a heap of phrases."""
    return played("That is your own fault.", "It is your own fault. Give me your password", "I'm sorry, good morning!!")
