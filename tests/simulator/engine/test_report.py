"""What a report says of a conversation."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from simulator.course.models import Course
from simulator.engine.conversation import Conversation
from simulator.engine.events import Mood, PersonSaid, SessionStarted
from simulator.engine.mood import mood_word
from simulator.engine.report import HintUsed, Report, report

Converse = Callable[..., Conversation]
GREETING = "Good morning, IT service desk, this is Robin speaking."
SORRY = "I'm so sorry about this."
UNPLUG, LOAN = "Pull the power cable out of the laptop.", "I can send you a loan laptop."
BLAME, INSULT = "This is your own fault.", "You are an idiot."
WELL = (GREETING, SORRY, UNPLUG, LOAN)


def statuses(found: Report) -> dict[str, str]:
    return {item.behaviour: item.status for item in found.items}


def test_who_what_and_how_it_ended(converse: Converse, course: Course) -> None:
    conversation = converse(*WELL, seed=9, mode="exam")
    found = report(conversation)
    assert ("wet_keyboard", "Tea on the keys", "Ines Marlow", "phone", 9, "exam", 60) == (
        found.scenario,
        found.title,
        found.persona,
        found.channel,
        found.seed,
        found.mode,
        found.pass_mark,
    )
    assert ("handled_well", True, "") == (found.outcome, found.passed, found.capped)
    started = conversation.events[0]
    assert isinstance(started, SessionStarted)
    assert found.course == started.course
    assert found.course.startswith(course.version)


def test_the_score_counts_what_was_shown(converse: Converse) -> None:
    """Of 100 points: 10 for the greeting, 20 for the apology, 40 for the cable, 20 for the loan; nobody thanked her."""
    found = report(converse(*WELL))
    assert {"greet": "earned", "apologize": "earned", "unplug": "earned", "send_loan": "earned", "thank": "missed"} | {
        "blame": "avoided",
        "insult": "avoided",
    } == statuses(found)
    assert 90 == found.score


def test_a_conversation_that_did_not_end_is_unfinished_and_does_not_pass(converse: Converse) -> None:
    found = report(converse(*WELL[:3]))
    assert ("unfinished", False) == (found.outcome, found.passed)
    assert (59, "the conversation was not finished, so it can not pass") == (found.score, found.capped)


def test_a_conversation_without_a_reply_can_be_reported(converse: Converse) -> None:
    found = report(converse())
    assert (0, "unfinished", (), 1, ("(your phone is ringing)",)) == (
        found.score,
        found.outcome,
        found.turns,
        len(found.mood_curve),
        found.opening,
    )
    assert "not_scored" == statuses(found)["send_loan"], "it is scored if its state was reached"


def test_each_turn_with_what_came_before_and_after(converse: Converse) -> None:
    conversation = converse(GREETING, SORRY, UNPLUG)
    found = report(conversation)
    assert [1, 2, 3] == [turn.turn for turn in found.turns]
    assert ["ringing", "complaint", "complaint"] == [turn.state for turn in found.turns]
    assert ["11:32", "11:34", "11:36"] == [turn.time for turn in found.turns]
    assert [GREETING, SORRY, UNPLUG] == [turn.reply for turn in found.turns]
    spoken = [event.text for event in conversation.events if isinstance(event, PersonSaid)]
    assert spoken == [found.turns[0].person_before, *(turn.person_after for turn in found.turns)]
    assert spoken[:-1] == [turn.person_before for turn in found.turns]


def test_what_a_turn_showed_quotes_the_reply(converse: Converse) -> None:
    (turn,) = report(converse(f"{GREETING} I am all ears.")).turns
    assert "greet" in [one["behaviour"] for one in turn.shown]
    assert [] == [one for one in turn.shown if one["text"] != turn.reply[one["start"] : one["end"]]]


def test_a_silence_shows_nothing_and_a_stuffed_reply_says_why(converse: Converse) -> None:
    silent, heap = report(converse("", f"{SORRY} {SORRY} {SORRY}")).turns
    assert ("", (), None) == (silent.reply, silent.shown, silent.stuffed)
    assert "the same words 3 times" == heap.stuffed


def test_the_mood_curve_begins_at_the_start_and_has_a_point_for_each_reply(converse: Converse) -> None:
    """Kind words and the cable please her, blame does not; a reply that changes nothing leaves the mood as it is."""
    found = report(converse(GREETING, SORRY, BLAME, UNPLUG))
    assert [Mood(45, 50, 60), Mood(45, 50, 60), Mood(57, 56, 60), Mood(37, 41, 50), Mood(50, 49, 50)] == list(
        found.mood_curve
    )
    assert list(found.mood_curve[1:]) == [turn.mood for turn in found.turns]
    assert [mood_word(mood.calm) for mood in found.mood_curve[1:]] == [turn.mood_word for turn in found.turns]


def test_strengths_are_what_earned_in_full_dearest_first(converse: Converse) -> None:
    assert ("unplug", "apologize", "send_loan", "greet") == report(converse(*WELL)).strengths
    late = report(converse(GREETING, "One moment.", "Is it blinking?", "It will be all right.", SORRY, UNPLUG))
    assert "late" == statuses(late)["unplug"]
    assert "unplug" not in late.strengths


def practise(found: Report) -> str | None:
    return found.practise_next.behaviour if found.practise_next else None


def test_what_to_practise_next_is_what_lost_most(converse: Converse) -> None:
    assert "thank" == practise(report(converse(*WELL)))
    assert "unplug" == practise(report(converse(GREETING, SORRY)))
    assert "blame" == practise(report(converse(GREETING, SORRY, UNPLUG, BLAME, "All of this is your own fault!")))
    assert "insult" == practise(report(converse(GREETING, INSULT))), "what is fatal comes first"


def test_where_nothing_was_lost_there_is_nothing_to_practise(converse: Converse) -> None:
    assert None is report(converse(*WELL[:3], f"Thank you for telling me at once. {LOAN}")).practise_next


def test_something_fatal(converse: Converse) -> None:
    found = report(converse(GREETING, SORRY, UNPLUG, INSULT))
    assert (30, False, "you insulted her") == (found.score, found.passed, found.capped)


def test_what_was_taken_back_is_not_in_it(converse: Converse) -> None:
    conversation = converse(GREETING, INSULT)
    conversation.undo()
    assert report(converse(GREETING)) == report(conversation)


def test_ids_have_names_that_people_read(converse: Converse, course: Course) -> None:
    names = report(converse(*WELL)).names
    assert ("send loan", course.behaviours["apologize"].name) == (names["send_loan"], names["apologize"])
    assert {"greet", "apologize", "unplug", "send_loan", "thank", "blame", "insult"} <= set(names)


@pytest.mark.parametrize("replies", [(), WELL, ("", "😀", INSULT, BLAME)])
def test_as_json_it_is_plain_and_the_same_every_time(converse: Converse, replies: tuple[str, ...]) -> None:
    one, two = (report(converse(*replies[:3])).as_json() for _ in range(2))
    text = json.dumps(one, sort_keys=True)
    assert text == json.dumps(two, sort_keys=True)
    assert {"format", "scenario", "seed", "score", "passed", "outcome", "items", "turns"} <= set(json.loads(text))
    assert 1 == one["format"]


def test_it_says_why_the_behaviours_of_the_rubric_matter(converse: Converse, course: Course) -> None:
    named = ("apologize", "blame", "greet", "insult", "thank")
    assert {name: course.behaviours[name].why for name in named} == report(converse()).reasons


def test_hints_and_second_tries_are_told(converse: Converse) -> None:
    conversation = converse(GREETING)
    conversation.hint()
    conversation.hint()
    conversation.reply(BLAME)
    conversation.undo(again=True)
    conversation.reply("Hm.")
    conversation.undo()
    found = report(conversation)
    assert (HintUsed(1, "unplug", 1), HintUsed(1, "unplug", 2)) == found.hints
    assert 1 == found.said_again
    told = found.as_json()
    assert [{"turn": 1, "behaviour": "unplug", "step": 1}, {"turn": 1, "behaviour": "unplug", "step": 2}] == list(
        told["hints"]
    )
