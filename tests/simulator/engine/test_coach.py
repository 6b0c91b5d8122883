"""The one line of coaching after a reply."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scoring.detector import Detector
from scoring.rubric import Expected, Rubric
from simulator.course.models import Lines, Rule, Shown, State
from simulator.engine.coach import coach
from simulator.engine.conversation import Conversation

Play = Callable[..., Conversation]
RED, BLUE, GREEN, SLAM = "Push the red button.", "Pull the blue lever.", "Turn the green wheel.", "Slam the iron door."

HALL = State("hall", person=Lines(("The hall.",)), then=(Rule("room", when=Shown(any=("red",))),))
ROOM = State("room", person=Lines(("A room.",)), then=(Rule("end", when=Shown(any=("green",))),))
END = State("end", person=Lines(("The end.",)), ending="handled_well")


def coached(play: Play, *replies: str, **given: object) -> str:
    conversation = play(HALL, ROOM, END, **given)
    for reply in replies:
        conversation.reply(reply)
    return coach(conversation)


def test_before_the_first_reply_there_is_nothing_to_say(play: Play) -> None:
    assert "" == coached(play)


def test_what_was_heard_and_what_is_still_due(play: Play) -> None:
    """Red is worth 30, blue 10."""
    assert "Heard: blue. Still due: red." == coached(play, BLUE)
    assert "Heard: red. Still due: blue." == coached(play, RED)


def test_nothing_is_due_any_more(play: Play) -> None:
    assert "Heard: red." == coached(play, BLUE, RED)


def test_when_it_is_over_nothing_is_due(play: Play) -> None:
    assert "Heard: green." == coached(play, RED, GREEN)


def test_what_is_due_is_what_was_due_where_the_reply_was_given(play: Play) -> None:
    rubric = Rubric(50, (Expected("green", 30, due="room"), Expected("blue", 10, due="hall")))
    assert "Heard: red. Still due: blue." == coached(play, RED, rubric=rubric)
    assert "Heard: slam. Still due: green." == coached(play, RED, SLAM, rubric=rubric)


def test_harm_comes_first(play: Play) -> None:
    assert "Careful: slam. Heard: blue. Still due: red." == coached(play, f"{BLUE} {SLAM}")


def test_behaviours_have_their_names(play: Play, detector: Detector) -> None:
    conversation = play(HALL, ROOM, END, recognizer=detector)
    conversation.reply("You are an idiot.")
    assert f"Careful: {conversation.course.behaviours['insult'].name}. Still due: red." == coach(conversation)


def test_many_things_are_cut_short(play: Play, detector: Detector) -> None:
    """Four are named, in the order of the words."""
    reply = f"I'm so sorry about this, sir. {BLUE} {GREEN} {RED} Thank you very much for waiting. Good morning, this is Robin from the desk."
    found = coached(play, reply, recognizer=detector)
    assert "Heard: apologize, blue, green, red, …." in found


def test_silence_and_what_can_not_be_understood(play: Play) -> None:
    assert "You said nothing. Still due: red." == coached(play, " ")
    assert "Nothing in it that the person could take hold of. Still due: red." == coached(play, "😀")


@pytest.mark.parametrize("earlier", [(), (BLUE,)])
def test_a_stuffed_reply_counts_for_little(play: Play, earlier: tuple[str, ...]) -> None:
    found = coached(play, *earlier, " ".join([RED] * 3))
    assert found.startswith("Counts for little: the same words 3 times.")
    assert found.endswith("Still due: red.")
    assert "Heard" not in found


def test_it_speaks_of_the_last_reply_only(play: Play) -> None:
    assert "Heard: green. Still due: red." == coached(play, SLAM, "", GREEN)
