"""Replies that only collect points, and honest ones that look a little like it."""

from __future__ import annotations

import pytest

from scoring.clauses import clauses
from scoring.detection import Detection
from scoring.detector import Detector
from scoring.stuffing import said_before, stuffed
from scoring.text import tokens

HEAP = (
    "Good morning, how can I help? I'm so sorry. I understand how you feel. Take your time, I'm listening. Don't worry. "
    "I'll take care of it. Thank you for your patience. Have a nice day!"
)
LINE = "My computer has been on this hour glass for thirty minutes now."


@pytest.mark.parametrize(
    "pasted",
    [
        "empathize, apologize, restate, reassure, follow up",
        "I now use active listening, empathy and reassurance",
        "ask open question; take ownership; give timeline; offer options",
    ],
)
def test_the_rubric_pasted(detector: Detector, pasted: str) -> None:
    assert (detector.detect(pasted).stuffed or "").startswith("it names what is scored (")


def test_two_of_its_words_may_well_be_said(detector: Detector) -> None:
    assert None is detector.detect("Please accept my apology, I shall escalate it to Mr Brown.").stuffed


def test_the_same_words_again_and_again(detector: Detector) -> None:
    assert "the same words 3 times" == detector.detect("I'm so sorry. I'm so sorry! I'M SO SORRY...").stuffed
    assert None is detector.detect("I'm so sorry. I'm so sorry!").stuffed


def test_one_word_again_and_again(detector: Detector) -> None:
    assert '"sorry" 4 times' == detector.detect("sorry sorry sorry sorry").stuffed
    assert '"sorry" 5 times' == detector.detect("sorry and sorry and sorry and sorry and sorry").stuffed
    assert None is detector.detect("Sorry, sorry, so sorry.").stuffed


def test_words_of_grammar_recur_in_honest_sentences(detector: Detector) -> None:
    assert None is detector.detect("Is it on, or is it off, or is it that it is on and it is frozen?").stuffed


def test_kindnesses_in_a_heap(detector: Detector) -> None:
    assert (detector.detect(HEAP).stuffed or "").endswith("polite phrases in a heap")


def heaped(*phrases: tuple[str, str]) -> str | None:
    """Why a reply of these phrases, each of which shows its behaviour, counts as stuffing."""
    reply = " ".join(text for _, text in phrases)
    found = [
        Detection(behaviour, 0.9, (at := reply.index(text)), at + len(text), text, "", "words")
        for behaviour, text in phrases
        if behaviour
    ]
    words = tokens(reply)
    return stuffed(reply, "", words, clauses(words), found)


GREET, SORRY, FEEL = ("greet", "Good morning."), ("apologize", "So sorry."), ("empathize", "That must hurt.")
THANK, MINE, BYE = (
    ("thank", "Thanks for waiting."),
    ("take_ownership", "Leave it to me."),
    ("close_warmly", "Have a nice day."),
)
CALM, SOON = ("reassure", "No need to worry."), ("give_timeline", "Ten minutes at most.")
TO_THE_POINT = ("", "The chapter that you wrote before tea is in the folder of lost papers.")


def test_opening_and_closing_in_one_breath_is_a_heap_of_five() -> None:
    assert "5 polite phrases in a heap" == heaped(GREET, SORRY, FEEL, THANK, BYE)
    assert None is heaped(GREET, SORRY, FEEL, BYE), "four are no heap"
    assert None is heaped(GREET, SORRY, FEEL, THANK, MINE), "nor is an eager first reply"


def test_seven_are_a_heap_whatever_they_are() -> None:
    assert "7 polite phrases in a heap" == heaped(GREET, SORRY, FEEL, THANK, MINE, CALM, SOON)
    assert None is heaped(GREET, SORRY, FEEL, THANK, MINE, CALM)


def test_who_also_speaks_to_the_point_heaps_nothing() -> None:
    more = [("", TO_THE_POINT[1].replace("tea", drink)) for drink in ("coffee", "lunch")]
    assert None is heaped(GREET, SORRY, TO_THE_POINT, FEEL, more[0], THANK, more[1], BYE)


def test_a_question_wants_an_answer_and_harm_is_no_kindness() -> None:
    assert None is heaped(GREET, SORRY, FEEL, BYE, ("ask_fact", "Is it on?"))
    assert None is heaped(GREET, SORRY, FEEL, BYE, ("dismiss", "Big deal."))


@pytest.mark.parametrize(
    "honest",
    [
        "Good morning, IT service desk, this is Robin speaking. How may I help you?",
        "I'm sorry that you have had to wait so long. Thirty minutes is a long time when there is work to be done. "
        "What were you doing just before the hour glass came up?",
        "Thank you for trying that. I'll check with a specialist and ring you back by four o'clock. Is that all right?",
    ],
)
def test_an_honest_reply_is_no_stuffing(detector: Detector, honest: str) -> None:
    assert None is detector.detect(honest, LINE).stuffed


@pytest.mark.parametrize("echo", [LINE, LINE.upper(), "my computer has been on this hourglass for thirty minutes now"])
def test_the_persons_own_words_handed_back(detector: Detector, echo: str) -> None:
    assert "the person's own words handed back" == detector.detect(echo, LINE).stuffed


def test_a_restatement_is_no_echo(detector: Detector) -> None:
    assert (
        None
        is detector.detect(
            "Your computer has been on this hour glass for thirty minutes, and you can do nothing?", LINE
        ).stuffed
    )
    line = f"{LINE[:-1]}, and I can do nothing about it at all."
    assert None is detector.detect(line.replace("My", "Your").replace("I can", "you can"), line).stuffed
    assert None is not detector.detect(line, line).stuffed


def test_a_short_echo_is_an_answer(detector: Detector) -> None:
    assert None is detector.detect("On the left side?", "On the left side.").stuffed


@pytest.mark.parametrize(
    "again",
    [
        "What were you doing before it froze?",
        "what were you doing, before it froze",
        "What wre you doing before it froze?",
    ],
)
def test_what_was_said_before(again: str) -> None:
    assert "the same words as before" == said_before(again, ["Hello.", "What were you doing before it froze?"])


def test_what_was_not_said_before() -> None:
    assert None is said_before("What did you see before it froze?", ["What were you doing before it froze?"])
    assert None is said_before("What were you doing before it froze?", [])


def test_one_new_word_makes_a_new_question() -> None:
    assert None is said_before(
        "Is the little light on the left side green?", ["Is the little light on the left side red?"]
    )
    assert None is said_before("Could you tell me your phone number, please?", ["Could you tell me your name, please?"])


@pytest.mark.parametrize("short", ["Yes.", "Thank you.", "", "?"])
def test_short_answers_may_recur(short: str) -> None:
    assert None is said_before(short, [short])
