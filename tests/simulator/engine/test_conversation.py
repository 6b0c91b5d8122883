"""How a conversation goes: opening, moving on, staying, the clock, what is told, and the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from scoring.detection import Detections, Move
from scoring.detector import Detector
from simulator.course.models import Bound, Clock, Course, Lines, Rule, Scenario, Shift, Shown, State
from simulator.engine.conversation import Conversation, NotNow
from simulator.engine.events import (
    Ended,
    Event,
    Mood,
    MoodShifted,
    Moved,
    PersonSaid,
    Recognized,
    SessionStarted,
    TraineeSaid,
)

Play = Callable[..., Conversation]
RED, BLUE, GREEN = "Push the red button.", "Pull the blue lever.", "Turn the green wheel."
NOTHING = "It may well rain."

END = State("end", person=Lines(("The end.",)), ending="handled_well")
LOST = State("lost", person=Lines(("Lost.",)), ending="failed")


def on(go: str, *any_of: str, **conditions: Any) -> Rule:
    """A rule for a reply that shows any of these."""
    return Rule(go, when=Shown(any=any_of), **conditions)


def hall(*rules: Rule, **given: Any) -> State:
    return State("hall", person=Lines(("The hall.",)), meanwhile=Lines(("Still the hall.",)), then=rules, **given)


def said(events: Sequence[Event]) -> list[str]:
    return [event.text for event in events if isinstance(event, PersonSaid)]


# Opening


def test_it_opens_with_the_start_and_the_persons_first_line(
    make: Callable[..., tuple[Course, Scenario]], detector: Detector
) -> None:
    course, scenario = make(hall(on("end", "red")), END, mood=Shift(30, 40, 50))
    conversation = Conversation(course, scenario, detector, 7, mode="exam")
    mood = Mood(30, 40, 50)
    expected = (
        SessionStarted("test", f"c0ffee+{detector.version}", 7, "exam", "hall", mood),
        PersonSaid(0, "The hall.", "line", "hall", mood, 0),
    )
    assert expected == conversation.open() == conversation.events == conversation.current
    assert ("hall", mood, "angry", 0, None, False) == (
        conversation.state.id,
        conversation.mood,
        conversation.mood_word,
        conversation.turn,
        conversation.outcome,
        conversation.over,
    )


def test_a_start_without_lines_is_silent(play: Play) -> None:
    assert [] == said(play(State("hall", then=(on("end", "red"),)), END).events)


# Moving on


def test_a_reply_that_moves_it_on(play: Play) -> None:
    conversation = play(
        hall(on("room", "red")), State("room", person=Lines(("A room.",)), then=(on("end", "blue"),)), END
    )
    heard, recognized, moved, answer = conversation.reply(RED)
    assert TraineeSaid(1, RED, "hall") == heard
    assert isinstance(recognized, Recognized)
    assert [RED] == [one["text"] for one in recognized.shown if one["behaviour"] == "red"]
    assert None is recognized.stuffed
    assert Moved(1, "hall", "room", 1) == moved
    assert PersonSaid(1, "A room.", "line", "room", Mood(50, 50, 50), 1) == answer
    assert ("room", 1) == (conversation.state.id, conversation.turn)


def test_it_ends_in_an_ending(play: Play) -> None:
    conversation = play(hall(on("end", "red")), END)
    assert (
        PersonSaid(1, "The end.", "line", "end", Mood(50, 50, 50), 1),
        Ended(1, "end", "handled_well"),
    ) == conversation.reply(RED)[-2:]
    assert (True, "handled_well") == (conversation.over, conversation.outcome)


def test_the_first_rule_that_holds_is_taken(play: Play) -> None:
    rules = (on("lost", "blue"), on("end", "red"), on("lost", "red"))
    assert Moved(1, "hall", "end", 2) == play(hall(*rules), END, LOST).reply(RED)[2]


def test_a_rule_may_say_something_instead_of_the_next_state(play: Play) -> None:
    conversation = play(hall(on("end", "red", say=Lines(("At last!",)))), END)
    assert ["At last!"] == said(conversation.reply(RED))


def test_what_a_rule_says_for_one_mood_is_said_in_that_mood_only(play: Play) -> None:
    rule = on("end", "red", say=Lines(by_mood={"angry": ("At last, you fool!",)}))
    assert ["At last, you fool!"] == said(play(hall(rule), END, mood=Shift(30, 50, 50)).reply(RED))
    assert ["The end."] == said(play(hall(rule), END, mood=Shift(50, 50, 50)).reply(RED))


def test_so_far_includes_earlier_replies_and_this_one(play: Play) -> None:
    rule = Rule("end", so_far=Shown(all=("red", "blue")))
    assert ["hall", "end"] == states(play(hall(rule), END), BLUE, RED)
    assert ["end"] == states(play(hall(rule), END), f"{BLUE} {RED}")


def states(conversation: Conversation, *replies: str) -> list[str]:
    """The state after each reply."""
    found = []
    for reply in replies:
        conversation.reply(reply)
        found.append(conversation.state.id)
    return found


def test_after_counts_the_turns_in_the_state_and_begins_anew_in_the_next(play: Play) -> None:
    conversation = play(
        State("hall", then=(on("room", "red"), Rule("lost", after=3))),
        State("room", then=(on("hall", "blue"), Rule("end", after=2))),
        END,
        LOST,
    )
    assert ["hall", "hall", "room", "hall", "hall", "hall", "lost"] == states(
        conversation, "", "", RED, BLUE, "", "", ""
    )


def test_turns_in_a_state_go_on_when_a_rule_leads_back_to_it(play: Play) -> None:
    assert ["hall", "hall", "end"] == states(play(hall(Rule("end", after=3), Rule("hall")), END), "", "", "")


def test_mood_is_asked_after_the_reply_has_moved_it(play: Play) -> None:
    rule = Rule("end", mood=(Bound("calm", below=40),))
    conversation = play(hall(rule), END, weights={"red": Shift(calm=-11)})
    assert ["hall", "end"] == states(conversation, NOTHING, RED)


def test_a_rule_moves_the_mood_when_it_fires(play: Play) -> None:
    conversation = play(
        hall(on("end", "red", shift=Shift(patience=-20)), on("lost", "blue", shift=Shift(calm=9))),
        END,
        LOST,
        weights={"red": Shift(calm=5)},
    )
    shift = next(event for event in conversation.reply(RED) if isinstance(event, MoodShifted))
    because = (("red", 5, 0, 0), ("what happened", 0, 0, -20))
    assert MoodShifted(1, Mood(50, 50, 50), Mood(55, 50, 30), because) == shift
    assert Mood(55, 50, 30) == conversation.mood


def test_lines_are_chosen_by_the_mood_that_came_of_it(play: Play) -> None:
    room = State("room", person=Lines(("A room.",), {"furious": ("A damned room!",)}))
    assert ["A damned room!"] == said(play(hall(on("room", "red")), room, weights={"red": Shift(calm=-40)}).reply(RED))


# Staying


def test_a_reply_that_leads_nowhere_is_answered_meanwhile(play: Play) -> None:
    conversation = play(hall(on("end", "red")), END)
    *_, moved, answer = conversation.reply(BLUE)
    assert Moved(1, "hall", "hall", 0) == moved
    assert PersonSaid(1, "Still the hall.", "line", "hall", Mood(50, 50, 50), 1) == answer


def test_an_otherwise_that_stays_is_a_rule_that_fired(play: Play) -> None:
    conversation = play(hall(on("end", "red"), Rule("hall")), END)
    *_, moved, answer = conversation.reply(BLUE)
    assert Moved(1, "hall", "hall", 2) == moved
    assert "Still the hall." == answer.text  # type: ignore[attr-defined]


def test_a_rule_that_stays_may_have_its_own_words(play: Play) -> None:
    assert ["Not that one."] == said(play(hall(on("hall", "blue", say=Lines(("Not that one.",))))).reply(BLUE))


def test_without_a_meanwhile_the_states_own_lines_come_again(play: Play) -> None:
    state = State("hall", person=Lines(("The hall.",)), then=(on("end", "red"),))
    assert ["The hall."] == said(play(state, END).reply(BLUE))


def test_a_meanwhile_for_one_mood_is_said_in_that_mood_only(play: Play) -> None:
    meanwhile = Lines(by_mood={"angry": ("Well?!",)})
    state = State("hall", person=Lines(("The hall.",)), meanwhile=meanwhile, then=(on("end", "red"),))
    assert ["Well?!"] == said(play(state, END, mood=Shift(30, 50, 50)).reply(BLUE))
    assert ["The hall."] == said(play(state, END).reply(BLUE))


# What is told


def test_facts_are_told_on_entering(play: Play) -> None:
    conversation = play(
        hall(on("room", "red"), tells=("a",)),
        State("room", tells=("a", "b"), then=(Rule("end", told=("b",)),)),
        END,
        facts={"a": "the cat is ill", "b": "the dog is well", "c": "never told"},
    )
    assert ["hall", "room", "end"] == states(conversation, BLUE, RED, GREEN)


class Listening:
    """Keeps what the detector is asked."""

    def __init__(self, detector: Detector) -> None:
        self.detector = detector
        self.version = detector.version
        self.asked: list[tuple[str, str, tuple[str, ...], tuple[str, ...]]] = []

    def detect(
        self, reply: str, person: str = "", *, moves: Sequence[Move] = (), facts: Sequence[str] = ()
    ) -> Detections:
        self.asked.append((reply, person, tuple(move.id for move in moves), tuple(facts)))
        return self.detector.detect(reply, person, moves=moves, facts=facts)


def test_a_reply_is_read_with_the_line_it_answers_the_moves_and_the_facts_told_so_far(
    play: Play, detector: Detector
) -> None:
    listening = Listening(detector)
    conversation = play(
        hall(on("room", "red"), tells=("a",)),
        State("room", tells=("b", "a"), person=Lines(("A room.",))),
        recognizer=listening,
        facts={"a": "the cat is ill", "b": "the dog is well"},
    )
    for reply in (RED, "", BLUE):
        conversation.reply(reply)
    moves = ("red", "blue", "green", "slam")
    assert [
        (RED, "The hall.", moves, ("the cat is ill",)),
        (BLUE, "Hello?", moves, ("the cat is ill", "the dog is well")),
    ] == listening.asked


# The clock


def test_each_turn_takes_its_minutes(play: Play) -> None:
    conversation = play(hall(on("end", "red")), END, clock=Clock(16 * 60 + 40, each_turn=3, deadline=17 * 60))
    seen = [(conversation.clock, conversation.time, conversation.minutes_left)]
    for _ in range(7):
        conversation.reply("")
        seen.append((conversation.clock, conversation.time, conversation.minutes_left))
    assert [
        (0, "16:40", 20),
        (3, "16:43", 17),
        (6, "16:46", 14),
        (9, "16:49", 11),
        (12, "16:52", 8),
        (15, "16:55", 5),
        (18, "16:58", 2),
        (21, "17:01", -1),
    ] == seen


def test_without_a_deadline_no_minutes_are_left_or_gone(play: Play) -> None:
    assert None is play(hall()).minutes_left


def test_midnight_is_passed_like_any_hour(play: Play) -> None:
    conversation = play(hall(on("end", "red")), END, clock=Clock(23 * 60 + 59))
    conversation.reply("")
    assert "00:00" == conversation.time


def test_a_rule_may_wait_for_a_time(play: Play) -> None:
    assert ["hall", "hall", "lost"] == states(
        play(hall(Rule("lost", clock=6)), LOST, clock=Clock(540, each_turn=2)), "", "", ""
    )


# When it is over, and before it begins


def test_when_it_is_over_nothing_more_can_be_said(play: Play) -> None:
    conversation = play(hall(on("end", "red")), END)
    conversation.reply(RED)
    before = conversation.events
    with pytest.raises(NotNow, match="the conversation is over"):
        conversation.reply("Wait!")
    assert before == conversation.events


def test_before_it_begins_nothing_can_be_said_or_done(
    make: Callable[..., tuple[Course, Scenario]], detector: Detector
) -> None:
    conversation = Conversation(*make(hall()), detector, 1)
    for too_early in (
        lambda: conversation.reply("Hi."),
        conversation.hint,
        lambda: conversation.note("x"),
        conversation.leave,
    ):
        with pytest.raises(NotNow, match="the conversation has not begun"):
            too_early()
    with pytest.raises(NotNow):
        conversation.undo()
    assert () == conversation.events
    conversation.open()
    with pytest.raises(NotNow, match="the conversation has begun already"):
        conversation.open()


# Anywhere


def test_it_can_start_in_any_state(play: Play) -> None:
    room = State("room", person=Lines(("A room.",)), then=(on("end", "blue"),))
    conversation = play(hall(on("room", "red")), room, END, start="room")
    first, line = conversation.events
    assert isinstance(first, SessionStarted)
    assert ("room", "room", ["A room."], {"room": 0}) == (
        first.start,
        conversation.state.id,
        said([line]),
        conversation.entered,
    )
    conversation.reply(BLUE)
    assert conversation.over


def test_started_in_an_ending_it_is_over(play: Play) -> None:
    conversation = play(hall(on("end", "red")), END, start="end")
    assert (True, "handled_well", ["The end."]) == (conversation.over, conversation.outcome, said(conversation.events))


def test_it_can_not_start_where_no_state_is(play: Play) -> None:
    with pytest.raises(KeyError, match="nowhere"):
        play(hall(), start="nowhere")


def test_when_each_state_was_first_entered(play: Play) -> None:
    conversation = play(hall(on("room", "red")), State("room", then=(on("hall", "blue"), on("end", "green"))), END)
    for reply in ("", RED, BLUE, "Push the red button, please!", GREEN):
        conversation.reply(reply)
    assert {"hall": 0, "room": 2, "end": 5} == conversation.entered
