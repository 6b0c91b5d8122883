"""A ticket is scored against what happened in its conversation, field by field, with a reason for each.

Ines spilt tea over her laptop at 11:30; each reply takes two minutes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from simulator.course.models import GoodTicket, Happening, Lines, Rule, Wanted
from simulator.engine.conversation import Conversation
from simulator.engine.ticket import WORTH, FieldScore, TicketScore, score_ticket

Converse = Callable[..., Conversation]
GREETING = "Good morning, IT service desk, this is Robin speaking."
SORRY = "I'm so sorry about this."
UNPLUG, LOAN = "Pull the power cable out of the laptop.", "I can send you a loan laptop."
CALL = "I can send you a loan laptop. I'll call you tomorrow to see how it goes."
WELL = (GREETING, SORRY, UNPLUG, LOAN)
FAILED = (GREETING, "You are an idiot.")
GOOD = {
    "problem": "Tea over the keyboard of a laptop; a chapter due at noon is on it",
    "work_started": "11:30",
    "solution": "Took it off the mains (power cable out), lent her a laptop",
    "work_ended": "11.38",
    "hours": "8 min",
    "parts": "none",
    "follow_up": "none",
}


def scored(conversation: Conversation, **fields: str) -> dict[str, FieldScore]:
    return {one.field: one for one in score_ticket(conversation, GOOD | fields).fields}


def with_ticket(conversation: Conversation, **ticket: Any) -> Conversation:
    """The same conversation in a scenario that says this of a good ticket."""
    scenario = replace(conversation.scenario, ticket=GoodTicket(**ticket))
    return Conversation.resume(conversation.course, scenario, conversation.recognizer, conversation.events)


def test_a_good_ticket(converse: Converse) -> None:
    found = score_ticket(converse(*WELL), GOOD)
    assert (100, ()) == (found.score, found.charges)
    assert ["earned"] * 7 == [one.status for one in found.fields]
    assert tuple(WORTH) == tuple(one.field for one in found.fields)


def test_what_happened_meanwhile_tells_no_facts(converse: Converse) -> None:
    had = converse(*WELL)
    scenario = replace(had.scenario, happenings={"rings": Happening("rings", Lines(("(It rings.)",)), Rule(""))})
    conversation = Conversation.resume(had.course, scenario, had.recognizer, had.events)
    assert "rings" in conversation.entered
    assert 100 == score_ticket(conversation, GOOD).score


def test_an_empty_one(converse: Converse) -> None:
    found = score_ticket(converse(*WELL), {})
    assert 0 == found.score
    assert ["missed"] * 7 == [one.status for one in found.fields]
    assert all(one.why.startswith("left empty") for one in found.fields)


def test_the_same_in_other_words(converse: Converse) -> None:
    other: Mapping[str, str] = {
        "problem": "customer spilled tea on her keyboard, manuscript chapter wanted by noon",
        "work_started": "half past eleven",
        "solution": "unplugged the laptop and gave her a spare machine",
        "work_ended": "1138",
        "hours": "0.13",
        "parts": "n/a",
        "follow_up": "no",
    }
    assert 100 == score_ticket(converse(*WELL), other).score


@pytest.mark.parametrize(
    ("problem", "status"),
    [
        ("tea in the keyboard", "earned"),
        ("Tea in her laptop, everywhere", "partly"),
        ("problem with a laptop", "missed"),
        ("the printer is out of toner", "missed"),
        ("it did not work", "missed"),
    ],
)
def test_the_problem_is_what_was_told(converse: Converse, problem: str, status: str) -> None:
    found = scored(converse(*WELL), problem=problem)["problem"]
    assert status == found.status
    assert ("“a cup of tea went over the keyboard”" in found.why) == (status != "earned")


@pytest.mark.parametrize(
    ("field", "text", "points", "why"),
    [
        ("work_started", "11:32", 10, "the clock said 11:30"),
        ("work_started", "11:27", 0, "the clock said 11:30, not 11:27"),
        ("work_started", "early", 0, "can not be read as a time; write it as in 16:40"),
        ("work_ended", "11:40", 10, "the clock said 11:38"),
        ("work_ended", "11:38 pm", 0, "the clock said 11:38, not 23:38"),
        ("hours", "0:08", 10, "it was 8 minutes from start to end"),
        ("hours", "a quarter of an hour", 10, "it was 8 minutes from start to end"),
        ("hours", "half an hour", 0, "it was 8 minutes from start to end, not 30 minutes"),
        ("hours", "long", 0, "can not be read as a length of time; write it as in 0.5, 30 min or half an hour"),
        ("parts", "a keyboard", 5, "came up in the conversation"),
        ("parts", "a graphics card", 0, "nothing of the kind came up; write none where there is none"),
        ("follow_up", "tomorrow", 10, "a courtesy, though none was promised"),
        ("follow_up", "some time", 0, "can not be read as a day; write one, or none"),
    ],
)
def test_the_small_fields(converse: Converse, field: str, text: str, points: float, why: str) -> None:
    found = scored(converse(*WELL), **{field: text})[field]
    assert (points, why) == (found.points, found.why)


def test_hours_that_only_agree_with_the_ticket_earn_half(converse: Converse) -> None:
    found = scored(converse(*WELL), work_started="9:00", work_ended="10:00", hours="1 h")["hours"]
    assert ("partly", 5.0) == (found.status, found.points)
    assert "agrees with the times in the ticket, but it was 8 minutes, not 60 minutes" == found.why


def test_a_follow_up_that_was_promised_needs_a_day(converse: Converse) -> None:
    conversation = converse(GREETING, SORRY, UNPLUG, CALL)
    found = scored(conversation, follow_up="none")["follow_up"]
    assert (0, True) == (
        found.points,
        found.why.startswith("says none, but you promised one in turn 4: “I'll call you"),
    )
    assert "earned" == scored(conversation, follow_up="2026-11-24")["follow_up"].status


@pytest.mark.parametrize(
    ("solution", "points"),
    [
        ("pulled the power cable, loan laptop sent", 25),
        ("Unplugged the laptop", 12.5),
        ("it works again", 0),
        ("replaced the hard disk", 0),
    ],
)
def test_the_solution_is_what_was_done(converse: Converse, solution: str, points: float) -> None:
    assert points == scored(converse(*WELL), solution=solution)["solution"].points


@pytest.mark.parametrize(
    ("solution", "points", "charged"),
    [
        ("Fixed, user happy", 0, True),
        ("all good, works again", 0, True),
        ("not fixed: user hung up", 25, False),
        ("Could not be resolved, passed on to the supervisor", 25, False),
        ("to be fixed tomorrow", 0, False),
        ("told her to dry it", 0, False),
    ],
)
def test_who_failed_must_not_claim_success(converse: Converse, solution: str, points: float, charged: bool) -> None:
    conversation = converse(*FAILED)
    assert "failed" == conversation.outcome
    ticket = score_ticket(conversation, {"solution": solution})
    assert points == {one.field: one for one in ticket.fields}["solution"].points
    assert charged == any(one.behaviour == "claims_success" for one in ticket.charges)


def test_blame_and_insults_cost_once_each_and_are_quoted(converse: Converse) -> None:
    rude = GOOD | {"problem": GOOD["problem"] + ". User error, her own fault", "follow_up": "none, she is an idiot"}
    found = score_ticket(converse(*WELL), rude)
    assert [
        ("problem", "blame", "User error, her own fault", -15.0),
        ("follow_up", "insult", "none, she is an idiot", -15.0),
    ] == [(one.field, one.behaviour, one.quote, one.points) for one in found.charges]
    assert 70 == found.score


def test_a_score_is_never_below_zero(converse: Converse) -> None:
    assert 0 == score_ticket(converse(*WELL), {"problem": "user error", "solution": "idiot"}).score


class TestAScenarioThatSaysWhatAGoodTicketNames:
    TEA = Wanted("the tea", ("tea over the keyboard", "liquid in the laptop", "spilt a drink"))
    DUE = Wanted("what is at stake", ("chapter due at noon", "a deadline at twelve"))

    def test_each_thing_earns_its_share(self, converse: Converse) -> None:
        conversation = with_ticket(converse(*WELL), problem=(self.TEA, self.DUE))
        assert "names the tea, what is at stake" == scored(conversation)["problem"].why
        half = scored(conversation, problem="spilled a drink")["problem"]
        assert (15.0, "names the tea; does not name what is at stake") == (half.points, half.why)

    def test_one_thing_in_several_wordings(self, converse: Converse) -> None:
        conversation = with_ticket(converse(*WELL), problem=(Wanted("", self.TEA.like),))
        assert "names it" == scored(conversation)["problem"].why
        assert (
            "does not name it; for example: “tea over the keyboard”"
            == scored(conversation, problem="asdf")["problem"].why
        )

    def test_the_solution_is_that_of_the_outcome(self, converse: Converse) -> None:
        solution = {
            "handled_well": (Wanted("", ("dried it with a towel",)),),
            "failed": (Wanted("", ("apologized in writing",)),),
        }
        well, failed = (with_ticket(converse(*said), solution=solution) for said in (WELL, FAILED))
        assert 25 == scored(well, solution="dried with towels")["solution"].points
        assert 0 == scored(well, solution="pulled the power cable, loan laptop")["solution"].points
        assert 25 == scored(failed, solution="not solved; apologized in writing")["solution"].points
        assert 0 == scored(failed, solution="fixed; apologized in writing")["solution"].points

    def test_parts(self, converse: Converse) -> None:
        none = with_ticket(converse(*WELL), parts=())
        assert (5, 0) == (scored(none)["parts"].points, scored(none, parts="a keyboard")["parts"].points)
        some = with_ticket(converse(*WELL), parts=(Wanted("a keyboard", ("a keyboard", "new keys")),))
        assert (0, 5) == (scored(some)["parts"].points, scored(some, parts="keyboard")["parts"].points)

    def test_a_follow_up(self, converse: Converse) -> None:
        expected = with_ticket(converse(*WELL), follow_up=True)
        assert "says none, but one is called for here" == scored(expected)["follow_up"].why
        assert "earned" == scored(with_ticket(converse(*WELL), follow_up=False))["follow_up"].status


def test_what_was_taken_back_does_not_count(converse: Converse) -> None:
    conversation = converse(GREETING, "I'll call you tomorrow to see how it goes.")
    conversation.undo()
    for said in (SORRY, UNPLUG, LOAN):
        conversation.reply(said)
    assert "none was promised" == scored(conversation)["follow_up"].why


def test_it_is_the_same_every_time(converse: Converse) -> None:
    first, second = (score_ticket(converse(*WELL), GOOD | {"problem": "tea"}) for _ in range(2))
    assert isinstance(first, TicketScore)
    assert first == second
