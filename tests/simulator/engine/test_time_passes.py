"""The scenario's clock: the minutes of each turn, and what rules take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from simulator.course.models import Clock, Lines, Rule, Shown, State
from simulator.engine.conversation import Conversation
from simulator.engine.events import PersonSaid, TimePassed, TraineeSaid
from simulator.engine.report import report

RED, BLUE = "Push the red button.", "Pull the blue lever."
LATER = State(
    "hall",
    person=Lines(("(a hall)",)),
    meanwhile=Lines(("Well?", "And?", "So?")),
    then=(
        Rule("room", when=Shown(any=("blue",)), takes=20),
        Rule("hall", when=Shown(any=("red",)), takes=1),
        Rule("hall", when=Shown(any=("green",)), say=Lines(("The wheel is still turning.",)), takes=10),
        Rule("hall", clock=60, takes=10),
    ),
)
ROOM = State("room", person=Lines(("Here.",)), meanwhile=Lines(("Yes?",)), then=(Rule("end", clock=40),))
END = State("end", person=Lines(("Bye.",)), ending="failed")


def started(play: Callable[..., Conversation], **given: object) -> Conversation:
    return play(LATER, ROOM, END, clock=Clock(14 * 60, 2, 15 * 60), **given)


def test_a_rule_takes_its_time_besides_the_turns_own(play: Callable[..., Conversation]) -> None:
    conversation = started(play)
    events = conversation.reply(BLUE)
    assert (22, "14:22", 38) == (conversation.clock, conversation.time, conversation.minutes_left)
    passed, said = events[-2:]
    assert TimePassed(1, 20, 22) == passed
    assert isinstance(said, PersonSaid)
    assert ("Here.", 22) == (said.text, said.clock)


def test_what_is_answered_at_once_is_said_before_time_passes(play: Callable[..., Conversation]) -> None:
    conversation = started(play, reactions={"blue": ("Oh, the lever.",)})
    said, passed, then = conversation.reply(BLUE)[-3:]
    assert isinstance(said, PersonSaid)
    assert isinstance(then, PersonSaid)
    assert isinstance(passed, TimePassed)
    assert [("Oh, the lever.", 2), ("Here.", 22)] == [(one.text, one.clock) for one in (said, then)]
    [turn] = report(conversation).turns
    assert ("Oh, the lever.", 20, "Here.") == (turn.person_at_once, turn.later, turn.person_after)


def test_nobody_says_pardon_ten_minutes_later(play: Callable[..., Conversation]) -> None:
    conversation = started(play)
    state = replace(LATER, then=(Rule("hall", takes=10), *LATER.then))
    conversation = play(state, ROOM, END)
    first, _, then = conversation.reply("")[-3:]
    assert isinstance(first, PersonSaid)
    assert isinstance(then, PersonSaid)
    assert ("Hello?", "aside") == (first.text, first.how)
    assert then.text in ("Well?", "And?", "So?")
    assert "line" == then.how
    first, _, then = conversation.reply("xyzzy")[-3:]
    assert isinstance(first, PersonSaid)
    assert ("Pardon?", "confused") == (first.text, first.how)


def test_a_short_time_is_kept_and_makes_no_second_line(play: Callable[..., Conversation]) -> None:
    conversation = started(play, reactions={"red": ("Oh, the button.",)})
    events = conversation.reply(RED)
    assert 3 == conversation.clock
    [said] = [event for event in events if isinstance(event, PersonSaid)]
    assert said.text.startswith("Oh, the button. ")


def test_the_times_of_a_report_are_those_of_the_clock(play: Callable[..., Conversation]) -> None:
    conversation = started(play)
    for reply in (RED, BLUE, RED):
        conversation.reply(reply)
    assert ["14:03", "14:25", "14:27"] == [turn.time for turn in report(conversation).turns]
    assert conversation.time == "14:27"


def test_rules_ask_the_clock_before_they_take_their_time(play: Callable[..., Conversation]) -> None:
    conversation = started(play)
    conversation.reply(BLUE)
    for _ in range(8):
        conversation.reply(RED)
        assert not conversation.over
    conversation.reply(RED)
    assert (40, True) == (conversation.clock, conversation.over)


def test_time_that_was_taken_back_did_not_pass(play: Callable[..., Conversation]) -> None:
    conversation = started(play)
    conversation.reply(RED)
    conversation.reply(BLUE)
    conversation.undo()
    assert (3, "14:03") == (conversation.clock, conversation.time)
    conversation.reply(BLUE)
    assert 25 == conversation.clock


def test_a_resumed_conversation_stands_at_the_same_time(play: Callable[..., Conversation]) -> None:
    conversation = started(play)
    for reply in (RED, BLUE, RED):
        conversation.reply(reply)
    again = Conversation.resume(
        conversation.course, conversation.scenario, conversation.recognizer, conversation.events
    )
    assert conversation.events == again.events
    assert conversation.clock == again.clock
    assert 3 == len([event for event in again.events if isinstance(event, TraineeSaid)])
