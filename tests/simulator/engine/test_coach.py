"""The one line of coaching after a reply."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.detection import Detection, Detections, Move
from scoring.detector import Detector
from scoring.labels import labels
from scoring.rubric import Expected, Rubric
from simulator.course.models import Lines, Rule, Shown, State
from simulator.engine.coach import LONGEST, Coaching, coach
from simulator.engine.conversation import Conversation

Play = Callable[..., Conversation]
RED, BLUE, GREEN, SLAM = "Push the red button.", "Pull the blue lever.", "Turn the green wheel.", "Slam the iron door."
SORRY, THANKS = "I am so sorry.", "Thank you very much for waiting."

HALL = State("hall", person=Lines(("The hall.",)), then=(Rule("room", when=Shown(any=("red",))),))
ROOM = State("room", person=Lines(("A room.",)), then=(Rule("end", when=Shown(any=("green",))),))
END = State("end", person=Lines(("The end.",)), ending="handled_well")


def why(name: str) -> str:
    return labels()[name].why


def coached(play: Play, *replies: str, last_why: str = "", **given: object) -> Coaching:
    conversation = play(HALL, ROOM, END, **given)
    for reply in replies:
        conversation.reply(reply)
    return coach(conversation, last_why)


class Named:
    """A recognizer to which every word is a behaviour: "thank greet"."""

    version = "named"

    def detect(
        self, reply: str, person: str = "", *, moves: Sequence[Move] = (), facts: Sequence[str] = ()
    ) -> Detections:
        return Detections(tuple(Detection(word, 1.0, 0, 1, reply[:1], "", "words") for word in reply.split()))


def test_before_the_first_reply_there_is_nothing_to_say(play: Play) -> None:
    assert Coaching("", "", better=False) == coached(play)


def test_what_was_heard_and_what_is_still_due(play: Play) -> None:
    """Red is worth 30, blue 10."""
    assert "Heard: blue. Still due: red." == coached(play, BLUE).text
    assert "Heard: red. Still due: blue." == coached(play, RED).text


def test_nothing_is_due_any_more(play: Play) -> None:
    assert Coaching("Heard: red.", "", better=False) == coached(play, BLUE, RED)


def test_when_it_is_over_nothing_is_due(play: Play) -> None:
    assert Coaching("Heard: green.", "", better=False) == coached(play, RED, GREEN)


def test_what_is_due_is_what_was_due_where_the_reply_was_given(play: Play) -> None:
    rubric = Rubric(50, (Expected("green", 30, due="room"), Expected("blue", 10, due="hall")))
    assert "Heard: red. Still due: blue." == coached(play, RED, rubric=rubric).text
    assert "Heard: slam. Still due: green." == coached(play, RED, SLAM, rubric=rubric).text


def test_harm_comes_first(play: Play) -> None:
    assert "Careful: slam. Heard: blue. Still due: red." == coached(play, f"{BLUE} {SLAM}").text


def test_behaviours_have_their_names(play: Play, detector: Detector) -> None:
    found = coached(play, "You are an idiot.", recognizer=detector)
    assert f"Careful: {labels()['insult'].name}. {why('insult')} Still due: red." == found.text


def test_many_things_are_cut_short(play: Play, detector: Detector) -> None:
    """Four are named, in the order of the words; fewer where there is more to say."""
    reply = f"I'm so sorry about this, sir. {BLUE} {GREEN} {RED} {THANKS} Good morning, this is Robin from the desk."
    assert "Heard: apologize, blue, green, red, …." in coached(play, reply, recognizer=detector).text


def test_silence_and_what_can_not_be_understood(play: Play) -> None:
    assert "You said nothing. Still due: red." == coached(play, " ").text
    assert "Nothing in it that the person could take hold of. Still due: red." == coached(play, "😀").text


@pytest.mark.parametrize("earlier", [(), (BLUE,)])
def test_a_stuffed_reply_counts_for_little(play: Play, earlier: tuple[str, ...]) -> None:
    found = coached(play, *earlier, " ".join([RED] * 3)).text
    assert found.startswith("Counts for little: the same words 3 times.")
    assert found.endswith("Still due: red.")
    assert "Heard" not in found


def test_it_speaks_of_the_last_reply_only(play: Play) -> None:
    assert "Heard: green. Still due: red." == coached(play, SLAM, "", GREEN).text


# Why


def test_what_is_due_gets_its_reason_before_what_was_heard(play: Play) -> None:
    rubric = Rubric(50, (Expected("apologize", 30), Expected("thank", 10)))
    found = coached(play, "thank", recognizer=Named(), rubric=rubric)
    assert (f"Heard: thank. Still due: apologize. {why('apologize')}", "apologize") == (found.text, found.why)


def test_the_same_reason_is_not_told_twice_running(play: Play) -> None:
    rubric = Rubric(50, (Expected("apologize", 30), Expected("thank", 10)))
    found = coached(play, "thank", recognizer=Named(), rubric=rubric, last_why="apologize")
    assert (f"Heard: thank. {why('thank')} Still due: apologize.", "thank") == (found.text, found.why)
    alone = coached(play, "red", recognizer=Named(), rubric=rubric, last_why="apologize")
    assert ("Heard: red. Still due: apologize.", "") == (alone.text, alone.why)


def test_what_harmed_gets_its_reason_first(play: Play) -> None:
    rubric = Rubric(50, (Expected("apologize", 30),))
    found = coached(play, "blame", recognizer=Named(), rubric=rubric)
    assert f"Careful: blame. {why('blame')} Still due: apologize." == found.text


def test_a_course_may_give_its_own_reason(play: Play) -> None:
    conversation = play(HALL, ROOM, END, recognizer=Named())
    own = replace(labels()["thank"], id="use_name", name="use their name", why="A name is the shortest way.")
    conversation.course = replace(conversation.course, behaviours={"use_name": own})
    conversation.reply("use_name")
    assert "Heard: use their name. A name is the shortest way. Still due: red." == coach(conversation).text


@given(st.lists(st.sampled_from([*sorted(labels()), "red", "slam"]), max_size=12), st.booleans())
def test_it_is_a_short_line_whatever_was_shown(play: Play, shown: list[str], due: bool) -> None:
    rubric = Rubric(50, (Expected("admit_unknown" if due else "green", 10),))
    assert len(coached(play, " ".join(shown), recognizer=Named(), rubric=rubric).text) <= LONGEST + 1


# Better


@pytest.mark.parametrize(
    ("replies", "better"), [((BLUE,), True), ((BLUE, RED), False), ((BLUE, RED, SLAM), True), ((" ",), True)]
)
def test_a_reply_could_be_better_when_something_is_due_or_harmed(
    play: Play, replies: tuple[str, ...], better: bool
) -> None:
    assert better == coached(play, *replies).better


def test_what_has_ended_is_not_said_once_more(play: Play) -> None:
    assert not coached(play, RED, f"{GREEN} {SLAM}").better
