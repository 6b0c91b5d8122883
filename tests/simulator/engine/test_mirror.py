"""The seven questions, laid beside what was measured.

"greet", "empathize" and their like are shown here by their names; the person's calm is what the persona says it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from scoring.detection import Detection, Detections, Move
from scoring.rubric import Avoided, Expected, Rubric
from simulator.course.after import MIRROR_QUESTIONS
from simulator.course.models import Course, Lines, Promise, Rule, Scenario, Shift, Shown, State
from simulator.engine.conversation import Conversation
from simulator.engine.events import Mood
from simulator.engine.mirror import QUESTIONS, Measured, look_into, measure

ROOT = Path(__file__).parents[3]
Make = Callable[..., tuple[Course, Scenario]]
LINES = Lines(("Well?", "And now?", "Yes?"))
STATES = (
    State(
        "talk",
        person=LINES,
        meanwhile=LINES,
        then=(Rule("well", when=Shown(any=("close_warmly",))), Rule("bad", when=Shown(any=("refuse",)))),
    ),
    State("well", person=LINES, ending="handled_well"),
    State("bad", person=LINES, ending="failed"),
)
RUBRIC = Rubric(
    50,
    (Expected("empathize", 10, "talk", model="That must be hard."), Expected("explain_plainly", 5, "later")),
    (Avoided("contradict", 5, until="talk"), Avoided("dismiss", 5, instead="I see how much it matters.")),
)
ALL_YES = dict.fromkeys(MIRROR_QUESTIONS, True)


class ByName:
    """A recognizer of behaviours that are named; "!!" makes a heap of phrases of a reply."""

    version = "by-name"

    def detect(
        self, reply: str, person: str = "", *, moves: Sequence[Move] = (), facts: Sequence[str] = ()
    ) -> Detections:
        found = [
            Detection(word[0], 1.0, word.start(), word.end(), word[0], word[0], "words")
            for word in re.finditer(r"[a-z]+(?:_[a-z]+)*", reply)
        ]
        return Detections(tuple(found), "a heap" if "!!" in reply else None)


@pytest.fixture
def talk(make: Make) -> Callable[..., tuple[Conversation, tuple[Mood, ...]]]:
    """A conversation in which this was said, and the person's mood at the start and after each reply."""

    def begin(
        *replies: str, calm: int = 50, rubric: Rubric = RUBRIC, promises: Sequence[Promise] = ()
    ) -> tuple[Conversation, tuple[Mood, ...]]:
        course, scenario = make(*STATES, mood=Shift(calm, 50, 50), rubric=rubric, promises=promises)
        conversation = Conversation(course, scenario, ByName(), 1)
        conversation.open()
        moods = [conversation.mood]
        for reply in replies:
            conversation.reply(reply)
            moods.append(conversation.mood)
        return conversation, tuple(moods)

    return begin


Talk = Callable[..., tuple[Conversation, tuple[Mood, ...]]]


def test_shown_is_yes_with_the_first_words_that_show_it(talk: Talk) -> None:
    found = measure(*talk("hello", "so empathize it is", "empathize", "close_warmly"), "in_their_shoes")
    assert Measured(True, "empathize", 2, "empathize", "showed it") == found


def test_a_single_one_against_it_outweighs_every_kindness(talk: Talk) -> None:
    found = measure(*talk("empathize", "dismiss", "empathize close_warmly"), "in_their_shoes")
    assert Measured(False, "dismiss", 2, "dismiss", "spoke against it", "I see how much it matters.") == found


def test_what_was_due_and_never_came_is_no(talk: Talk) -> None:
    found = measure(*talk("hello there", "close_warmly"), "in_their_shoes")
    assert Measured(False, "empathize", 1, "hello there", "was due here and never came", "That must be hard.") == found


def test_without_an_occasion_nothing_is_measured(talk: Talk) -> None:
    """Nothing of it is expected, or only where the conversation never came."""
    assert Measured(None, why="there was no occasion for it") == measure(
        *talk("hello", "thank close_warmly"), "confident"
    )


def test_a_heap_of_phrases_shows_no_kindness_but_harm(talk: Talk) -> None:
    assert measure(*talk("empathize!!", "close_warmly"), "in_their_shoes").yes is False
    assert 1 == measure(*talk("dismiss!!", "empathize close_warmly"), "in_their_shoes").turn


def test_what_the_rubric_charges_only_so_long_speaks_against_it_only_so_long(talk: Talk) -> None:
    assert measure(*talk("contradict greet", "close_warmly"), "courteous").yes is True


def test_a_failure_was_not_seen_through(talk: Talk) -> None:
    conversation, moods = talk("take_ownership", "hm", "refuse")
    assert "refuse" == measure(conversation, moods, "own_problem").behaviour
    without = Rubric(50, (Expected("greet", 1),))
    failed, moods = talk("take_ownership", rubric=without)
    failed.reply("refuse")
    assert measure(failed, (*moods, moods[-1]), "own_problem").yes is False


def test_a_broken_promise_was_not_seen_through(talk: Talk) -> None:
    """Whatever else was shown, and whether or not it costs points."""
    update = Promise("update", "To ring with news.", made_by=("promise_update",), kept_by=("inform",), turns=1, costs=0)
    found = measure(
        *talk("take_ownership", "promise_update", "hm", "confirm_resolved close_warmly", promises=[update]),
        "own_problem",
    )
    assert Measured(False, "update", 2, "promise_update", "promised here, and not kept by turn 3") == found
    kept = talk("promise_update", "inform", "hm", "close_warmly", promises=[update])
    assert Measured(True, "promise_update", 1, "promise_update", "showed it") == measure(*kept, "own_problem")
    untested = talk("promise_update", "close_warmly", promises=[replace(update, turns=2)])
    assert measure(*untested, "own_problem").yes is True


def test_two_silences_are_no_confidence(talk: Talk) -> None:
    assert measure(*talk("", "take_ownership", "close_warmly"), "confident").yes is True
    found = measure(*talk("", "take_ownership", " ", "close_warmly"), "confident")
    assert (False, 3, "said nothing in 2 turns") == (found.yes, found.turn, found.why)


class TestEverybody:
    def test_nobody_was_angry_and_nobody_else_came(self, talk: Talk) -> None:
        assert measure(*talk("greet", "close_warmly"), "treat_everyone_so").yes is None

    def test_kind_to_an_angry_person(self, talk: Talk) -> None:
        assert (True, 2) == measure(*talk("hello", "listen", "close_warmly", calm=30), "treat_everyone_so")[0:3:2]

    def test_nothing_kind_for_an_angry_person(self, talk: Talk) -> None:
        assert measure(*talk("hello", "refuse", calm=30), "treat_everyone_so").yes is False

    def test_only_replies_to_anger_count(self, talk: Talk) -> None:
        """Where somebody else is spoken of, too."""
        conversation, moods = talk("blame", "defer_interruption", "close_warmly")
        assert (True, 2) == measure(conversation, moods, "treat_everyone_so")[0:3:2]
        assert measure(*talk("get_distracted", "close_warmly"), "treat_everyone_so").yes is False


def test_answers_are_laid_beside_the_measurement(talk: Talk) -> None:
    conversation, moods = talk("greet empathize", "take_ownership", "contradict blame", "close_warmly")
    found = look_into(conversation, moods, ALL_YES | {"own_problem": False})
    by_name = {one.question: one for one in found.questions}
    assert list(MIRROR_QUESTIONS) == list(by_name)
    assert (True, False) == (by_name["courteous"].answer, by_name["courteous"].measured)
    assert (False, True) == (by_name["own_problem"].answer, by_name["own_problem"].measured)
    assert by_name["treat_everyone_so"].measured is None
    # Six were measured, five of them as yes; the trainee saw four of the six as they were.
    assert (6, 5, 6, 4, 0.6667) == (found.yes, found.measured, found.compared, found.agreed, found.accuracy)
    assert (5, True, True) == (found.mark, found.answers_reach, found.measurement_reaches)


def test_five_yeses_are_the_mark(talk: Talk) -> None:
    some = {name: place < 4 for place, name in enumerate(MIRROR_QUESTIONS)}
    assert not look_into(*talk("greet", "close_warmly"), some).answers_reach
    assert look_into(*talk("greet", "close_warmly"), some | {"confident": True}).answers_reach


def test_the_mark_is_open_where_too_little_was_measured(talk: Talk) -> None:
    assert look_into(*talk("greet empathize", "close_warmly"), ALL_YES).measurement_reaches is None
    assert look_into(*talk("insult dismiss", "refuse"), ALL_YES).measurement_reaches is False


def test_where_nothing_can_be_measured_there_is_no_accuracy(talk: Talk) -> None:
    nothing = Rubric(50, (Expected("red", 1),))
    conversation, moods = talk("close_warmly!!", rubric=nothing)
    found = look_into(conversation, moods, ALL_YES)
    assert (0, None) == (found.compared, found.accuracy)


def test_the_documentation_says_what_is_measured() -> None:
    text = (ROOT / "docs" / "after.md").read_text(encoding="utf-8")
    for name, question in QUESTIONS.items():
        (row,) = [line for line in text.splitlines() if line.startswith(f"| `{name}`")]
        _, shows, spoils = row.strip("| ").split(" | ")
        if name != "treat_everyone_so":
            assert question.shows == set(re.findall(r"[a-z]+(?:_[a-z]+)*", shows))
            assert question.spoils <= set(re.findall(r"[a-z]+(?:_[a-z]+)*", spoils))
