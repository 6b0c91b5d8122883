"""Promises: made once, then kept or broken, or neither."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from scoring.detection import Detections, Recognizer
from simulator.course.models import Came, Clock, Lines, Promise, Rule, Shift, Shown, State
from simulator.engine.coach import coach
from simulator.engine.conversation import Conversation
from simulator.engine.events import Event, MoodShifted, PersonSaid, PromiseBroken, PromiseKept, PromiseMade, TimePassed
from simulator.engine.promises_told import PromiseTold
from simulator.engine.report import report

HALL = State(
    "hall",
    person=Lines(("(a hall)",)),
    meanwhile=Lines(("Well?", "And?", "So?", "Hm?")),
    then=(Rule("end", when=Shown(any=("green",))),),
)
END = State("end", person=Lines(("Bye.",)), ending="handled_well")
RED, BLUE, GREEN, SLAM = "Push the red button.", "Pull the blue lever.", "Turn the green wheel.", "Slam the iron door."
UPDATE = Promise(
    "update",
    "To ring him with news.",
    made_by=("red",),
    kept_by=("blue",),
    turns=2,
    kept=Came(Shift(trust=10), Lines(("You did ring.",))),
    broken=Came(Shift(trust=-15, patience=-10), Lines(("You said you would ring me.",))),
    costs=12,
)
WORD = PromiseMade | PromiseKept | PromiseBroken


def word(events: Sequence[Event]) -> list[tuple[str, int]]:
    """What became of promises: the kind and the turn."""
    return [(event.kind, event.turn) for event in events if isinstance(event, WORD)]


def began(play: Callable[..., Conversation], *states: State, promise: Promise = UPDATE, each: int = 1) -> Conversation:
    return play(*(states or (HALL, END)), promises=[promise], clock=Clock(14 * 60, each))


def test_a_promise_is_made_once_with_its_words(play: Callable[..., Conversation]) -> None:
    conversation = began(play)
    assert PromiseMade(1, "update", RED, "", None, 3) in conversation.reply(RED)
    assert [] == word(conversation.reply("Again: push the red button."))


def test_a_later_reply_keeps_it(play: Callable[..., Conversation]) -> None:
    conversation = began(play)
    conversation.reply(RED)
    events = conversation.reply(BLUE)
    assert PromiseKept(2, "update", BLUE) in events
    assert MoodShifted(2, conversation.mood, conversation.mood, ()) not in events
    assert 60 == conversation.mood.trust
    said = next(event for event in events if isinstance(event, PersonSaid))
    assert said.text.startswith("You did ring. ")
    assert [] == word(conversation.reply(SLAM)) == word(conversation.reply(BLUE))


def test_the_reply_that_makes_it_does_not_keep_it(play: Callable[..., Conversation]) -> None:
    conversation = began(play)
    assert [("promise_made", 1)] == word(conversation.reply(f"{RED} {BLUE}"))


def test_what_nobody_promised_is_not_kept(play: Callable[..., Conversation]) -> None:
    assert [] == word(began(play).reply(BLUE))


def test_it_is_broken_when_its_turns_are_over(play: Callable[..., Conversation]) -> None:
    conversation = began(play)
    conversation.reply(RED)
    assert [] == word(conversation.reply(SLAM))
    events = conversation.reply("xyzzy")
    assert [("promise_broken", 3)] == word(events)
    said = next(event for event in events if isinstance(event, PersonSaid))
    assert said.text.startswith("You said you would ring me. ")
    assert 35 == said.mood.trust
    assert [] == word(conversation.reply(BLUE))


def test_it_counts_only_in_its_states(play: Callable[..., Conversation]) -> None:
    hall = replace(HALL, then=(Rule("room", when=Shown(any=("slam",))), *HALL.then))
    room = replace(HALL, id="room")
    conversation = began(play, hall, room, END, promise=replace(UPDATE, states=("room",)))
    assert [] == word(conversation.reply(RED))
    conversation.reply(SLAM)
    assert [("promise_made", 3)] == word(conversation.reply(RED))


def test_what_stuffs_promises_and_keeps_nothing(play: Callable[..., Conversation], detector: Recognizer) -> None:
    class Stuffed:
        version = "stuffed"

        def detect(self, reply: str, person: str = "", **given: Any) -> Detections:
            return replace(detector.detect(reply, person, **given), stuffed="a heap" if "heap" in reply else None)

    conversation = play(HALL, END, promises=[UPDATE], recognizer=Stuffed())
    assert [] == word(conversation.reply(f"{RED} A heap."))
    assert [("promise_made", 2)] == word(conversation.reply(RED))
    assert [] == word(conversation.reply(f"{BLUE} A heap."))


@pytest.mark.parametrize(
    ("reply", "due", "named"),
    [
        ("Push the red button, in ten minutes.", 10, "ten minutes"),
        ("Push the red button, by three.", 60, "three"),
        ("Push the red button, tomorrow.", None, "tomorrow"),
    ],
)
def test_the_time_that_was_named_counts(
    play: Callable[..., Conversation], reply: str, due: int | None, named: str
) -> None:
    conversation = began(play, promise=replace(UPDATE, as_said=True))
    [made] = [event for event in conversation.reply(reply) if isinstance(event, PromiseMade)]
    assert (due, None, named) == (made.due, made.last, made.named)


def test_where_no_time_was_named_its_own_counts(play: Callable[..., Conversation]) -> None:
    conversation = began(play, promise=replace(UPDATE, as_said=True, turns=None, minutes=15))
    conversation.reply(SLAM)
    [made] = [event for event in conversation.reply(RED) if isinstance(event, PromiseMade)]
    assert (16, None, "") == (made.due, made.last, made.named)


def test_a_time_of_the_clock_is_over_when_the_clock_stands_past_it(play: Callable[..., Conversation]) -> None:
    conversation = began(play, promise=replace(UPDATE, turns=None, minutes=4), each=2)
    conversation.reply(RED)
    assert [] == word(conversation.reply(SLAM))
    assert [("promise_broken", 3)] == word(conversation.reply("xyzzy"))


def test_what_lies_outside_is_never_due(play: Callable[..., Conversation]) -> None:
    conversation = began(play, promise=replace(UPDATE, as_said=True, turns=1), each=200)
    conversation.reply("Push the red button, tomorrow.")
    for reply in (SLAM, "xyzzy", "plugh", SLAM, GREEN):
        assert [] == word(conversation.reply(reply))


TAKES = replace(HALL, then=(Rule("hall", when=Shown(any=("slam", "red")), takes=20), *HALL.then))


def test_everybody_has_one_reply_in_which_to_keep_it(play: Callable[..., Conversation]) -> None:
    conversation = began(play, TAKES, END, promise=replace(UPDATE, as_said=True))
    assert [("promise_made", 1)] == word(conversation.reply("Push the red button in ten minutes."))
    assert 21 == conversation.clock
    assert [("promise_kept", 2)] == word(conversation.reply(BLUE))


def test_time_that_a_rule_takes_may_break_it(play: Callable[..., Conversation]) -> None:
    conversation = began(play, TAKES, END, promise=replace(UPDATE, turns=None, minutes=10))
    conversation.reply("Well, push the red button.")
    events = conversation.reply(SLAM)
    assert [("promise_broken", 2)] == word(events)
    conversation = began(play, replace(HALL, then=TAKES.then[:1]), END, promise=replace(UPDATE, minutes=10, turns=None))
    conversation.reply(RED)
    events = conversation.reply(SLAM)
    kinds = [type(event) for event in events]
    assert kinds.index(PromiseBroken) < kinds.index(PersonSaid)
    assert TimePassed in kinds


@pytest.mark.parametrize(
    ("rule", "replies", "expected"),
    [
        (Rule("end", promised=("update",)), [SLAM, RED], [False, True]),
        (Rule("end", kept=("update",)), [RED, BLUE], [False, True]),
        (Rule("end", broken=("update",)), [RED, SLAM, "xyzzy"], [False, False, True]),
    ],
)
def test_rules_ask_what_became_of_it_in_the_same_turn(
    play: Callable[..., Conversation], rule: Rule, replies: list[str], expected: list[bool]
) -> None:
    conversation = began(play, replace(HALL, then=(rule,)), END)
    assert expected == [bool(conversation.reply(reply) and conversation.over) for reply in replies]


def test_a_broken_promise_costs_points_and_is_told_with_its_words(play: Callable[..., Conversation]) -> None:
    conversation = began(play)
    for reply in (RED, SLAM, "xyzzy", GREEN):
        conversation.reply(reply)
    told = report(conversation)
    assert (PromiseTold("update", "To ring him with news.", "broken", 1, RED, "", 3, "", -12.0),) == told.promises
    charged = told.items[-1]
    assert ("update", "avoid", "charged", -12.0, 0, 1, RED) == (
        charged.behaviour,
        charged.kind,
        charged.status,
        charged.points,
        charged.worth,
        charged.turn,
        charged.quote,
    )
    assert "promised in turn 1, and not kept when turn 3 was over" == charged.why
    assert "break a promise: to ring him with news" == told.names["update"]
    untested = began(play)
    for reply in ("xyzzy", SLAM, RED, GREEN):
        untested.reply(reply)
    assert (53, 65) == (told.score, report(untested).score)


def test_a_kept_promise_is_told_with_the_words_that_kept_it(play: Callable[..., Conversation]) -> None:
    conversation = began(play)
    conversation.reply(RED)
    conversation.reply(BLUE)
    told = report(conversation)
    assert (PromiseTold("update", "To ring him with news.", "kept", 1, RED, "", 2, BLUE, 0.0),) == told.promises
    assert "update" not in [item.behaviour for item in told.items]


def test_a_promise_that_was_not_due_is_neither(play: Callable[..., Conversation]) -> None:
    conversation = began(play)
    conversation.reply(RED)
    conversation.reply(GREEN)
    told = report(conversation)
    assert (PromiseTold("update", "To ring him with news.", "untested", 1, RED, "", None, "", 0.0),) == told.promises
    assert "update" not in [item.behaviour for item in told.items]


def test_one_that_costs_nothing_is_no_item(play: Callable[..., Conversation]) -> None:
    conversation = began(play, promise=replace(UPDATE, costs=0))
    for reply in (RED, SLAM, "xyzzy"):
        conversation.reply(reply)
    told = report(conversation)
    assert ["broken"] == [one.status for one in told.promises]
    assert "update" not in [item.behaviour for item in told.items]


def test_coaching_speaks_of_promises(play: Callable[..., Conversation]) -> None:
    conversation = began(play, promise=replace(UPDATE, as_said=True))
    conversation.reply("Push the red button, in ten minutes.")
    assert "You promised: to ring him with news (until 14:10)." in coach(conversation).text
    conversation.reply(BLUE)
    assert "Promise kept: to ring him with news." in coach(conversation).text


def test_what_was_taken_back_was_not_promised(play: Callable[..., Conversation]) -> None:
    conversation = began(play)
    conversation.reply(RED)
    conversation.undo()
    assert [] == word(conversation.current)
    assert [] == word(conversation.reply(BLUE))
    assert [("promise_made", 2)] == word(conversation.reply(RED))


def test_a_resumed_conversation_has_the_same_promises(play: Callable[..., Conversation]) -> None:
    conversation = began(play)
    for reply in (RED, SLAM, "xyzzy"):
        conversation.reply(reply)
    again = Conversation.resume(
        conversation.course, conversation.scenario, conversation.recognizer, conversation.events
    )
    assert conversation.events == again.events
    assert report(conversation) == report(again)
