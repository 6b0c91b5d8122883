"""What the person says to a reply that leads nowhere because it is empty, not understood or stuffed; and how they react to what was said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import pytest

from scoring.detector import Detector
from simulator.course.models import Lines, Rule, Shift, Shown, State
from simulator.engine.conversation import Conversation
from simulator.engine.events import Event, Mood, MoodShifted, Moved, PersonSaid, Recognized

Play = Callable[..., Conversation]
RED, BLUE, SLAM = "Push the red button.", "Pull the blue lever.", "Slam the iron door."
STUFFED = f"{RED} {RED} {RED}"
NOTHING = "😀"

END = State("end", person=Lines(("The end.",)), ending="handled_well")
ROOM = State("room", person=Lines(("A room.",)), then=(Rule("end", after=9),))


def hall(*rules: Rule, **given: Any) -> State:
    """Red leads into the room."""
    then = (*rules, Rule("room", when=Shown(any=("red",))))
    return State("hall", person=Lines(("The hall.",)), meanwhile=Lines(("Still the hall.",)), then=then, **given)


def answer(events: Sequence[Event]) -> tuple[str, str]:
    """How the person answers, and with which words."""
    (found,) = [event for event in events if isinstance(event, PersonSaid)]
    return found.how, found.text


def because(events: Sequence[Event]) -> list[tuple[str, int, int, int]]:
    return [one for event in events if isinstance(event, MoodShifted) for one in event.because]


# Silence


@pytest.mark.parametrize("silence", ["", " ", "\n \t"])
def test_a_person_who_gets_no_answer_speaks_up(play: Play, silence: str) -> None:
    events = play(hall(), ROOM, END).reply(silence)
    assert ("aside", "Hello?") == answer(events)
    assert [] == [event for event in events if isinstance(event, Recognized)]
    assert [("silence", 0, 0, -6)] == because(events)


def test_a_state_may_have_its_own_silence(play: Play) -> None:
    own = hall(silence=Lines(("(the phone rings on)",), {"furious": ("(it rings louder)",)}))
    assert ("aside", "(the phone rings on)") == answer(play(own, ROOM, END).reply(""))
    assert ("aside", "(it rings louder)") == answer(play(own, ROOM, END, mood=Shift(10, 50, 50)).reply(""))


def test_a_states_silence_for_one_mood_leaves_the_others_to_the_persona(play: Play) -> None:
    own = hall(silence=Lines(by_mood={"furious": ("(it rings louder)",)}))
    assert ("aside", "Hello?") == answer(play(own, ROOM, END).reply(""))


def test_silence_may_move_the_conversation(play: Play) -> None:
    assert ("line", "A room.") == answer(play(hall(Rule("room", after=1)), ROOM, END).reply(""))


def test_a_persona_may_bear_silence(play: Play) -> None:
    assert [] == because(play(hall(), ROOM, END, weights={"silence": Shift()}).reply(""))


# Not understood


def test_a_person_who_does_not_understand_asks(play: Play) -> None:
    events = play(hall(), ROOM, END).reply(NOTHING)
    assert ("confused", "Pardon?") == answer(events)
    assert [((), None)] == [(event.shown, event.stuffed) for event in events if isinstance(event, Recognized)]
    assert [("confused", 0, 0, -3)] == because(events)


def test_a_state_may_have_its_own_confusion(play: Play) -> None:
    assert ("confused", "What red?") == answer(play(hall(confused=Lines(("What red?",))), ROOM, END).reply(NOTHING))


def test_what_was_not_understood_may_move_the_conversation(play: Play) -> None:
    assert ("line", "A room.") == answer(play(hall(Rule("room", after=1)), ROOM, END).reply(NOTHING))


# Stuffed


def test_a_stuffed_reply_is_noticed_and_moves_nothing_on(play: Play) -> None:
    conversation = play(hall(), ROOM, END, weights={"red": Shift(calm=20)})
    events = conversation.reply(STUFFED)
    assert ("stuffed", "A card?") == answer(events)
    assert "hall" == conversation.state.id
    assert [("stuffed", -4, -10, -6)] == because(events), "what it shows pleases nobody"
    (recognized,) = [event for event in events if isinstance(event, Recognized)]
    assert "the same words 3 times" == recognized.stuffed
    assert "red" in [one["behaviour"] for one in recognized.shown]


def test_what_was_only_stuffed_was_not_shown_so_far(play: Play) -> None:
    conversation = play(hall(Rule("end", so_far=Shown(all=("red", "blue")))), ROOM, END)
    conversation.reply(STUFFED)
    conversation.reply(BLUE)
    assert "hall" == conversation.state.id
    assert ["red"] == [item.behaviour for item in conversation.due()]


def test_harm_in_a_stuffed_reply_is_harm(play: Play, detector: Detector) -> None:
    """`slam` costs in the rubric; an insult is none of its items, and harms all the same."""
    for harm, name in (("Slam the iron door.", "slam"), ("You are an idiot.", "insult")):
        state = hall(Rule("end", when=Shown(any=(name,))))
        conversation = play(state, ROOM, END, weights={name: Shift(trust=-9)}, recognizer=detector)
        events = conversation.reply(" ".join([harm] * 3))
        assert (name, 0, -9, 0) in because(events)
        assert ("line", "A card? The end.") == answer(events)


def test_the_same_words_as_before_count_as_stuffed(play: Play) -> None:
    conversation = play(hall(), ROOM, END)
    conversation.reply(BLUE)
    events = conversation.reply("pull the blue lever")
    assert ("stuffed", "A card?") == answer(events)
    assert ["the same words as before"] == [event.stuffed for event in events if isinstance(event, Recognized)]


def test_what_led_nowhere_in_one_state_may_be_said_again_in_the_next(play: Play) -> None:
    room = State("room", then=(Rule("end", when=Shown(any=("blue",))),))
    conversation = play(hall(), room, END)
    for reply in (BLUE, RED, BLUE):
        conversation.reply(reply)
    assert conversation.over


# Reactions

REACTIONS = {"blue": ("Oh, blue.",), "slam": ("My door!",), "red": ("Red!",)}
WEIGHTS = {"blue": Shift(calm=6), "red": Shift(calm=2), "slam": Shift(trust=-9)}


def test_a_reaction_comes_before_the_line(play: Play) -> None:
    conversation = play(hall(), ROOM, END, weights=WEIGHTS, reactions=REACTIONS)
    assert ("line", "Oh, blue. Still the hall.") == answer(conversation.reply(BLUE))
    assert ("line", "Red! A room.") == answer(conversation.reply(RED))


def test_a_kindness_is_reacted_to_once_and_harm_every_time(play: Play) -> None:
    conversation = play(hall(), ROOM, END, weights=WEIGHTS, reactions=REACTIONS)
    kind = [answer(conversation.reply(reply))[1] for reply in (BLUE, "Would you pull that blue lever for me?")]
    assert ["Oh, blue. Still the hall.", "Still the hall."] == kind
    harsh = [answer(conversation.reply(reply))[1] for reply in (SLAM, "I shall slam that iron door again!")]
    assert ["My door! Still the hall."] * 2 == harsh


def test_of_several_the_heaviest_is_reacted_to_and_harm_first(play: Play) -> None:
    conversation = play(hall(), ROOM, END, weights=WEIGHTS, reactions=REACTIONS)
    assert "My door! Still the hall." == answer(conversation.reply(f"{BLUE} {SLAM}"))[1]


def test_each_thing_moves_the_mood_and_is_told_with_what_it_did(play: Play) -> None:
    conversation = play(hall(), ROOM, END, weights=WEIGHTS)
    first, second = conversation.reply(f"{BLUE} {SLAM}"), conversation.reply("Would you pull that blue lever for me?")
    assert [("blue", 6, 0, 0), ("slam", 0, -9, 0)] == because(first)
    assert [("blue", 3, 0, 0)] == because(second), "worn by half"
    assert Mood(59, 41, 50) == conversation.mood


def test_what_moves_nothing_is_no_event(play: Play) -> None:
    assert ["trainee_said", "recognized", "moved", "person_said"] == [
        event.kind for event in play(hall(), ROOM, END).reply(BLUE)
    ]


@pytest.mark.parametrize("seed", range(8))
def test_nobody_says_the_same_twice_running(play: Play, seed: int) -> None:
    """Three reactions and three lines: harm on every turn, and the conversation stays."""
    state = State("hall", meanwhile=Lines(("One.", "Two.", "Three.")), then=(Rule("end", when=Shown(any=("red",))),))
    reactions = {"slam": ("Ow!", "Oi!", "Hey!")}
    conversation = play(state, END, weights=WEIGHTS, reactions=reactions, seed=seed)
    for colour in (
        "green",
        "purple",
        "white as snow",
        "made of wood",
        "ours",
        "to the garden",
        "of the old shop",
        "they painted",
    ):
        conversation.reply(f"It is {colour}. Slam the iron door.")
    spoken = [event.text.split() for event in conversation.events if isinstance(event, PersonSaid)]
    assert [2] * 8 == [len(parts) for parts in spoken]
    assert [] == [one for one, two in pairwise(spoken) if set(one) & set(two)]


def test_moving_on_by_a_stuffed_reply_is_noticed_before_the_next_line(play: Play) -> None:
    events = play(hall(Rule("room", after=1)), ROOM, END).reply(STUFFED)
    assert ("line", "A card? A room.") == answer(events)
    assert [("hall", "room", 1)] == [
        (event.before, event.after, event.rule) for event in events if isinstance(event, Moved)
    ]
