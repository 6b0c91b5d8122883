"""The long answer says the same as the short one, and why."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.detection import Move
from scoring.detector import LONGEST_REPLY, Detector
from scoring.explanation import Considered, Explanation

LINE = "My report has ninety pages and the computer is stuck!"
FORWARD = Move(
    "bring_forward",
    "Has her click on the program.",
    (
        "click on the hidden program that you were saving in",
        "look for the window behind the others and bring it forward",
    ),
    ("who wrote the program that you were saving in",),
)
PHRASES = (
    "Good morning, IT service desk, this is Robin speaking. How may I help you?",
    "I'm so sorry about this",
    "sorry, but you should have saved it",
    "What were you doing before it froze?",
    "Please click on the program, the hidden one. You were saving in that.",
    "look for the window. It hides behind the others. Bring it forward.",
    "Who wrote the program that you were saving in?",
    "Don't click on the hidden program that you were saving in.",
    "Please don't tell me your password.",
    "thirty minutes at most",
    "ok",
    "...",
)
REPLIES = st.lists(st.sampled_from(PHRASES) | st.text(max_size=10), max_size=4).map(" ".join)


def explained(detector: Detector, reply: str) -> Explanation:
    return detector.explain(reply, LINE, moves=[FORWARD])


def considered(explanation: Explanation, behaviour: str) -> list[Considered]:
    return [one for clause in explanation.clauses for one in clause.considered if one.behaviour == behaviour]


@pytest.mark.parametrize("reply", PHRASES)
def test_it_shows_what_was_detected(detector: Detector, reply: str) -> None:
    assert sorted(detector.detect(reply, LINE, moves=[FORWARD]).ids) == sorted(explained(detector, reply).shown)


@given(reply=REPLIES)
@settings(max_examples=60)
def test_whatever_is_said_it_agrees_with_the_detection(detector: Detector, reply: str) -> None:
    found = detector.detect(reply, LINE, moves=[FORWARD])
    explanation = explained(detector, reply)
    assert (sorted(found.ids), found.stuffed) == (sorted(explanation.shown), explanation.stuffed)
    for clause in explanation.clauses:
        assert reply[clause.start : clause.end] == clause.text
        for one in clause.considered:
            assert not one.shown or (one.confidence >= one.threshold and not one.veto)
            if one.confidence > one.threshold and not one.veto:
                assert one.behaviour in found.ids, "what nothing speaks against is shown, here or in another clause"


def test_clauses_come_in_order_and_likeliest_first(detector: Detector) -> None:
    explanation = explained(detector, "I'm so sorry about this. What were you doing before it froze?")
    assert ["I'm so sorry about this.", "What were you doing before it froze?"] == [
        clause.text for clause in explanation.clauses
    ]
    assert "apologize" == explanation.clauses[0].considered[0].behaviour
    for clause in explanation.clauses:
        assert sorted((not one.shown, -one.confidence) for one in clause.considered) == [
            (not one.shown, -one.confidence) for one in clause.considered
        ]


def test_what_was_shown_names_its_evidence_and_the_nearest_phrase(detector: Detector) -> None:
    (apology,) = [one for one in considered(explained(detector, "I'm so sorry about this."), "apologize") if one.shown]
    assert any("sorry" in what and weight > 0 for _, weight, what in apology.evidence)
    assert "sorry" in apology.nearest.lower()
    assert 0 < apology.similarity <= 1


def test_what_was_nearly_shown_says_what_it_lacks(detector: Detector) -> None:
    (near,) = considered(explained(detector, "There is some other program here."), "bring_forward")
    assert not near.shown
    assert 0 < near.confidence < near.threshold
    assert FORWARD.like[0] == near.nearest


def test_a_move_that_is_told_not_to_be_made_says_so(detector: Detector) -> None:
    (one,) = considered(
        explained(detector, "Don't click on the hidden program that you were saving in."), "bring_forward"
    )
    assert (False, True) == (one.shown, one.confidence >= one.threshold)
    assert "it tells the opposite" == one.veto


def test_a_move_that_is_nearer_to_a_counter_phrase_says_which(detector: Detector) -> None:
    (one,) = considered(explained(detector, "Who wrote the program that you were saving in?"), "bring_forward")
    assert f'it is nearer to what does not count: "{FORWARD.unlike[0]}"' == one.veto


def test_what_is_asked_for_where_nobody_spoke_of_a_password_says_so(detector: Detector) -> None:
    reply = "Give it to me, I need it now, just tell me what it is."
    vetoes = {one.veto for one in considered(detector.explain(reply, "My cup is wet."), "demand_password")}
    assert {"nobody spoke of a password"} == vetoes
    assert "demand_password" not in detector.detect(reply, "My cup is wet.").ids
    assert "demand_password" in detector.detect(reply, "Here is my password, should I tell you?").ids


def test_a_reply_of_unknown_words_says_so(detector: Detector) -> None:
    explanation = explained(detector, "Mnx the hidden program qxqx qrrt wxyzz plorq.")
    assert () == explanation.shown
    assert {"too few words of the reply are known"} == {
        one.veto for clause in explanation.clauses for one in clause.considered
    }


def test_a_password_declined_says_so(detector: Detector) -> None:
    vetoes = [
        one.veto for one in considered(explained(detector, "Please don't tell me your password."), "demand_password")
    ]
    assert ["it declines the password instead of asking for it"] == vetoes


def test_a_move_across_clauses_is_shown_in_each_of_them(detector: Detector) -> None:
    explanation = explained(detector, "Look for the window. It hides behind the others. Bring it forward.")
    assert [True, True, True] == [one.shown for one in considered(explanation, "bring_forward")]
    assert ("bring_forward",) == tuple(name for name in explanation.shown if name == "bring_forward")


def test_stuffing_is_told(detector: Detector) -> None:
    assert "the same words 3 times" == explained(detector, "I'm so sorry. I'm so sorry. I'm so sorry.").stuffed


@pytest.mark.parametrize("empty", ["", "  \n"])
def test_nothing_needs_no_explanation(detector: Detector, empty: str) -> None:
    assert Explanation(()) == explained(detector, empty)


def test_what_the_detector_does_not_read_is_not_explained(detector: Detector) -> None:
    assert Explanation(()) == explained(detector, " " * LONGEST_REPLY + "I'm so sorry.")
