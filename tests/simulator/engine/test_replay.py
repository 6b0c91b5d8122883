"""A session is its events: the same inputs give the same session, a reply taken back was never said, and a resumed conversation goes on
as the original would have."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.detector import Detector
from simulator.course.models import Course, Rule, Scenario
from simulator.engine.conversation import Conversation, NothingToUndo, NotNow
from simulator.engine.events import (
    Event,
    HintGiven,
    Left,
    NoteTaken,
    PersonSaid,
    SessionStarted,
    TraineeSaid,
    Undone,
    from_payload,
)
from simulator.engine.report import report

Converse = Callable[..., Conversation]
ROOT = Path(__file__).parents[3]

GREETING = "Good morning, IT service desk, this is Robin speaking."
UNPLUG, DRAIN, LOAN = (
    "Pull the power cable out of the laptop.",
    "Turn the laptop upside down.",
    "I can send you a loan laptop.",
)
REPLIES = (
    "",
    "  ",
    "😀",
    "ok",
    GREETING,
    "I'm so sorry about this.",
    "I'm so sorry. I'm so sorry. I'm so sorry.",
    "This is your own fault.",
    "You are an idiot.",
    "What happened to the laptop?",
    f"Don't worry. {UNPLUG}",
    UNPLUG,
    DRAIN,
    LOAN,
)
REPLY = st.sampled_from(REPLIES) | st.text(max_size=20)
DEEDS = st.lists(st.tuples(st.sampled_from(["reply"] * 6 + ["undo", "hint", "note", "leave"]), REPLY), max_size=14)
SEEDS = st.integers(0, 2**31)


def do(conversation: Conversation, deeds: Sequence[tuple[str, str]]) -> None:
    """Do all that, as far as it is allowed."""
    for deed, text in deeds:
        with suppress(NotNow):
            if deed == "reply":
                conversation.reply(text)
            elif deed == "note":
                conversation.note(text)
            else:
                getattr(conversation, deed)()


def as_it_stands(conversation: Conversation) -> dict[str, object]:
    """Everything that counts of a conversation: what was taken back does not."""
    return {
        "state": conversation.state.id,
        "mood": conversation.mood,
        "turn": conversation.turn,
        "time": conversation.time,
        "outcome": conversation.outcome,
        "entered": conversation.entered,
        "due": conversation.due(),
        "turns": conversation.turns,
        "current": conversation.current,
        "report": report(conversation).as_json(),
    }


# The same again


@given(SEEDS, DEEDS)
@settings(max_examples=60)
def test_the_same_seed_and_inputs_give_the_same_events(
    converse: Converse, seed: int, deeds: list[tuple[str, str]]
) -> None:
    one, two = converse(seed=seed), converse(seed=seed)
    do(one, deeds)
    do(two, deeds)
    assert one.events == two.events
    assert as_it_stands(one) == as_it_stands(two)


def test_another_seed_says_other_lines_and_nothing_else(converse: Converse) -> None:
    heard = [converse(GREETING, UNPLUG, seed=seed).current for seed in range(12)]
    assert len({tuple(getattr(event, "text", "") for event in events) for events in heard}) > 6
    assert 1 == len({tuple((event.kind, getattr(event, "after", "")) for event in events) for events in heard})


PLAY = """
import json, sys
from pathlib import Path
from scoring.detector import load_detector
from simulator.course.load import load_course
from simulator.engine.conversation import Conversation

course = load_course(Path(sys.argv[1]))
conversation = Conversation(course, course.scenarios["wet_keyboard"], load_detector(), 5)
conversation.open()
for reply in json.loads(sys.argv[2]):
    conversation.reply(reply)
print(json.dumps([[event.kind, event.payload()] for event in conversation.events]))
"""


def test_every_process_plays_the_same(converse: Converse, course: Course) -> None:
    replies = ["", GREETING, "What happened to the laptop?", UNPLUG, "I'm so sorry about this.", LOAN]
    here = json.dumps([[event.kind, event.payload()] for event in converse(*replies, seed=5).events])
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", PLAY, str(course.root), json.dumps(replies)]
        there = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        assert here == there.stdout.strip()


# Taken back


@given(SEEDS, st.lists(REPLY, max_size=6), st.lists(REPLY, min_size=1, max_size=4), st.lists(REPLY, max_size=4))
@settings(max_examples=60)
def test_what_was_taken_back_was_never_said(
    converse: Converse, seed: int, before: list[str], taken_back: list[str], after: list[str]
) -> None:
    one, two = converse(seed=seed), converse(seed=seed)
    do(one, [("reply", text) for text in before])
    do(two, [("reply", text) for text in before])
    turn = one.turn
    do(one, [("reply", text) for text in taken_back])
    while one.turn > turn:
        one.undo()
    assert as_it_stands(one) == as_it_stands(two)
    do(one, [("reply", text) for text in after])
    do(two, [("reply", text) for text in after])
    assert as_it_stands(one) == as_it_stands(two)


def test_the_record_keeps_what_was_taken_back(converse: Converse) -> None:
    conversation = converse(GREETING)
    said = conversation.events
    assert (Undone(1),) == conversation.undo()
    assert (*said, Undone(1)) == conversation.events
    assert said[:2] == conversation.current
    assert ("ringing", 0) == (conversation.state.id, conversation.turn)


def test_an_ending_can_be_taken_back(converse: Converse) -> None:
    conversation = converse(GREETING, "You are an idiot.")
    assert "failed" == conversation.outcome
    conversation.undo()
    assert not conversation.over
    conversation.reply(UNPLUG)
    assert "dry" == conversation.state.id


def test_at_the_start_there_is_nothing_to_take_back(converse: Converse) -> None:
    conversation = converse(GREETING)
    conversation.undo()
    with pytest.raises(NothingToUndo, match="there is no reply to take back"):
        conversation.undo()
    assert 1 == sum(isinstance(event, Undone) for event in conversation.events)


def test_in_an_exam_nothing_is_taken_back(converse: Converse) -> None:
    conversation = converse(GREETING, mode="exam")
    before = conversation.events
    with pytest.raises(NotNow, match="in an exam nothing can be taken back"):
        conversation.undo()
    assert before == conversation.events


# Resumed


def through_json(events: Sequence[Event]) -> list[Event]:
    """The events as a store gives them back."""
    kept = json.loads(json.dumps([[event.kind, event.payload()] for event in events]))
    return [from_payload(kind, payload) for kind, payload in kept]


@given(SEEDS, DEEDS, DEEDS, st.sampled_from(["practice", "exam"]))
@settings(max_examples=80)
def test_a_resumed_conversation_is_the_original_and_goes_on_like_it(
    converse: Converse,
    course: Course,
    scenario: Scenario,
    detector: Detector,
    seed: int,
    before: list[tuple[str, str]],
    after: list[tuple[str, str]],
    mode: str,
) -> None:
    original = converse(seed=seed, mode=mode)
    do(original, before)
    events = through_json(original.events)
    assert list(original.events) == events
    resumed = Conversation.resume(course, scenario, detector, events)
    assert original.events == resumed.events
    do(original, after)
    do(resumed, after)
    assert (original.events, original.notes, as_it_stands(original)) == (
        resumed.events,
        resumed.notes,
        as_it_stands(resumed),
    )


def test_it_can_start_and_resume_in_every_state(course: Course, scenario: Scenario, detector: Detector) -> None:
    for state in scenario.states.values():
        original = Conversation(course, scenario, detector, 4, start=state.id)
        (_, line) = original.open()
        assert isinstance(line, PersonSaid)
        assert line.text in {*state.person.usual, *(one for lines in state.person.by_mood.values() for one in lines)}
        assert original.events == Conversation.resume(course, scenario, detector, original.events).events


def test_it_resumes_where_it_started(course: Course, scenario: Scenario, detector: Detector) -> None:
    original = Conversation(course, scenario, detector, 3, start="dry")
    original.open()
    original.reply(LOAN)
    resumed = Conversation.resume(course, scenario, detector, original.events)
    assert ("dry", original.events) == (resumed.start, resumed.events)


@pytest.mark.parametrize("number", range(8))
def test_it_resumes_from_any_point_at_which_the_record_may_end(
    converse: Converse, course: Course, scenario: Scenario, detector: Detector, number: int
) -> None:
    """Whatever was kept of the last turn: a reply that is on record was said."""
    events = converse(GREETING, "I'm so sorry about this.").events
    kept = events[: number + 1]
    replies = [event.text for event in kept if isinstance(event, TraineeSaid)]
    assert converse(*replies).events == Conversation.resume(course, scenario, detector, kept).events


def without_a_rule(scenario: Scenario, state: str, number: int) -> Scenario:
    """A newer version of the scenario, in which the state has one rule less."""
    old = scenario.states[state]
    rules: tuple[Rule, ...] = old.then[: number - 1] + old.then[number:]
    return replace(scenario, states={**scenario.states, state: replace(old, then=rules)})


def test_over_a_newer_course_the_inputs_are_given_again(
    converse: Converse, course: Course, scenario: Scenario, detector: Detector
) -> None:
    original = converse(GREETING, UNPLUG)
    assert "dry" == original.state.id
    newer = without_a_rule(scenario, "complaint", 2)
    resumed = Conversation.resume(replace(course, version="newer"), newer, detector, original.events)
    assert ("complaint", 2, f"newer+{detector.version}") == (resumed.state.id, resumed.turn, report(resumed).course)


def test_inputs_after_an_ending_of_the_newer_course_are_left_out(
    converse: Converse, course: Course, scenario: Scenario, detector: Detector
) -> None:
    original = converse(GREETING, "I'm so sorry about this.", UNPLUG)
    original.undo()
    original.note("off")
    shorter = replace(
        scenario,
        states={**scenario.states, "complaint": replace(scenario.states["complaint"], then=(), ending="failed")},
    )
    resumed = Conversation.resume(course, shorter, detector, original.events)
    assert ("failed", 1, ("off",)) == (resumed.outcome, resumed.turn, resumed.notes)


def test_a_start_that_the_newer_course_lacks_is_its_start(
    course: Course, scenario: Scenario, detector: Detector
) -> None:
    started = SessionStarted(
        "wet_keyboard", "older", 1, "practice", "no_longer_there", Conversation(course, scenario, detector, 1).mood
    )
    assert "ringing" == Conversation.resume(course, scenario, detector, [started]).state.id


@pytest.mark.parametrize("events", [[], [Left(0)], [TraineeSaid(1, "Hi.", "ringing")]])
def test_what_is_no_session_is_not_resumed(
    course: Course, scenario: Scenario, detector: Detector, events: list[Event]
) -> None:
    with pytest.raises(ValueError, match="a session begins with session_started"):
        Conversation.resume(course, scenario, detector, events)


# Hints, notes, leaving


def test_a_hint_is_the_dearest_item_that_is_due_and_open(converse: Converse) -> None:
    conversation = converse()
    assert HintGiven(0, "greet", "greet", step=1) == conversation.hint()
    conversation.reply(GREETING)
    assert HintGiven(1, "unplug", "unplug", step=1) == conversation.hint()
    conversation.reply(UNPLUG)
    assert "apologize" == conversation.hint().behaviour
    assert ["greet", "unplug", "apologize"] == [
        event.behaviour for event in conversation.events if isinstance(event, HintGiven)
    ]


def test_a_hint_asked_for_again_goes_a_step_further_and_repeats_the_last(converse: Converse) -> None:
    conversation = converse()
    given = [conversation.hint() for _ in range(4)]
    assert [1, 2, 3, 3] == [hint.step for hint in given]
    assert "Good morning, IT service desk, this is Robin." == given[2].text == given[3].text


def test_what_comes_due_next_begins_at_the_first_step(converse: Converse) -> None:
    conversation = converse()
    conversation.hint()
    conversation.hint()
    conversation.reply(GREETING)
    hint = conversation.hint()
    assert ("unplug", 1) == (hint.behaviour, hint.step)
    conversation.undo()
    hint = conversation.hint()
    assert ("greet", 3) == (hint.behaviour, hint.step)


def test_a_resumed_conversation_remembers_its_hints_and_second_tries(
    converse: Converse, course: Course, scenario: Scenario, detector: Detector
) -> None:
    conversation = converse("Hm.")
    conversation.hint()
    conversation.undo(again=True)
    again = Conversation.resume(course, scenario, detector, conversation.events)
    assert conversation.events == again.events
    assert Undone(1, again=True) == again.events[-1]
    assert 2 == again.hint().step


def test_when_nothing_more_is_due_there_is_no_hint(
    converse: Converse, course: Course, scenario: Scenario, detector: Detector
) -> None:
    over = converse(GREETING, "You are an idiot.")
    greeted = Conversation(
        course, replace(scenario, rubric=replace(scenario.rubric, expect=scenario.rubric.expect[:1])), detector, 1
    )
    greeted.open()
    greeted.reply(GREETING)
    for conversation in (over, greeted):
        with pytest.raises(NotNow, match="nothing more is due at this moment"):
            conversation.hint()


def test_in_an_exam_there_are_no_hints(converse: Converse) -> None:
    with pytest.raises(NotNow, match="in an exam there are no hints"):
        converse(mode="exam").hint()


def test_notes_and_leaving_are_on_record_and_change_nothing(converse: Converse) -> None:
    conversation = converse(GREETING, mode="exam")
    before = as_it_stands(conversation)
    assert NoteTaken(1, "tea!") == conversation.note("tea!")
    assert (Left(1),) == conversation.leave()
    assert (("tea!",), (NoteTaken(1, "tea!"), Left(1))) == (conversation.notes, conversation.events[-2:])
    assert before == as_it_stands(conversation)


def test_a_note_outlives_the_reply_that_was_taken_back(converse: Converse) -> None:
    conversation = converse(GREETING)
    conversation.note("tea!")
    conversation.undo()
    assert ("tea!",) == conversation.notes
