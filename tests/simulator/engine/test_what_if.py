"""Going back to a turn of a conversation."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from scoring.detector import Detector
from simulator.engine.conversation import Conversation
from simulator.engine.events import HintGiven, Left, SessionStarted, Undone
from simulator.engine.report import report
from simulator.engine.what_if import back_to, compared

Converse = Callable[..., Conversation]
GREETING = "Good morning, IT service desk, this is Robin speaking."
SORRY = "I'm so sorry about this."
UNPLUG, LOAN = "Pull the power cable out of the laptop.", "I can send you a loan laptop."
BLAME = "This is your own fault."
WELL = (GREETING, SORRY, UNPLUG, LOAN)


@pytest.mark.parametrize("turn", [1, 2, 3, 4])
def test_what_was_said_before_is_as_it_was(converse: Converse, detector: Detector, turn: int) -> None:
    conversation = converse(*WELL, seed=7)
    back = back_to(conversation, turn, detector)
    assert turn - 1 == back.turn
    assert conversation.events[: len(back.events)] == back.events
    assert converse(*WELL[: turn - 1], seed=7).events == back.events


def test_saying_the_same_again_is_the_same_conversation(converse: Converse, detector: Detector) -> None:
    conversation = converse(*WELL)
    back = back_to(conversation, 2, detector)
    for reply in WELL[1:]:
        back.reply(reply)
    assert conversation.events == back.events


def test_it_leaves_the_conversation_as_it_was(converse: Converse, detector: Detector) -> None:
    conversation = converse(*WELL)
    before = conversation.events
    back_to(conversation, 2, detector).reply(BLAME)
    assert before == conversation.events


def test_an_exam_is_gone_back_in_as_a_practice(converse: Converse, detector: Detector) -> None:
    back = back_to(converse(*WELL, mode="exam"), 3, detector)
    started = back.events[0]
    assert isinstance(started, SessionStarted)
    assert ("practice", "practice") == (back.mode, started.mode)
    assert "apologize" not in {item.behaviour for item in back.due()}
    back.hint()


def test_only_replies_that_stand_and_the_notes_of_then_come_along(converse: Converse, detector: Detector) -> None:
    conversation = converse(BLAME)
    conversation.undo(again=True)
    conversation.reply(GREETING)
    conversation.note("early")
    conversation.hint()
    conversation.reply(SORRY)
    conversation.note("late")
    conversation.leave()
    back = back_to(conversation, 2, detector)
    assert [GREETING] == [turn.reply for turn in back.turns]
    assert ("early",) == back.notes
    assert [] == [event for event in back.events if isinstance(event, HintGiven | Undone | Left)]


def test_it_begins_where_the_conversation_began(converse: Converse, detector: Detector) -> None:
    whole = converse()
    conversation = Conversation(whole.course, whole.scenario, detector, 3, start="dry")
    conversation.open()
    conversation.reply(SORRY)
    assert "dry" == back_to(conversation, 1, detector).state.id


def test_both_side_by_side(converse: Converse, detector: Detector) -> None:
    conversation = converse(GREETING, BLAME, UNPLUG, LOAN)
    back = back_to(conversation, 2, detector)
    for reply in WELL[1:]:
        back.reply(reply)
    both = compared("s1", 2, conversation, back)
    assert (report(conversation), report(back)) == (both.original, both.what_if)
    assert both.original_scores[:2] == both.what_if_scores[:2]
    assert both.original_scores[2] < both.what_if_scores[2]
    assert (report(conversation).score, 90) == (both.original_scores[-1], both.what_if_scores[-1])


def test_as_one_object(converse: Converse, detector: Detector) -> None:
    conversation = converse(*WELL)
    told = compared("s1", 2, conversation, back_to(conversation, 2, detector)).as_json()
    assert ["format", "original", "score_path", "session", "turn", "what_if"] == sorted(json.loads(json.dumps(told)))
    assert (2, "s1", 90, 1) == (told["turn"], told["session"], told["original"]["score"], len(told["what_if"]["turns"]))
    assert {"original": [0, 13, 38, 70, 90], "what_if": [0, 13]} == told["score_path"]
