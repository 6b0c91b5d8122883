"""Moves of a scenario, matched by their phrases alone."""

from __future__ import annotations

from scoring.clauses import clauses
from scoring.detection import Detection, Move
from scoring.moves import ENOUGH, MoveMatcher
from scoring.phrases import WordWeights
from scoring.text import tokens

FORWARD = Move(
    "bring_forward",
    "Has her click on the program that she was saving in.",
    like=("click on the program that you were saving in", "bring the window to the front"),
    unlike=("who wrote the program that you were saving in",),
)
HANDS_OFF = Move(
    "hands_off", "Has her leave it alone.", like=("don't touch anything", "do not press a key: it is busy")
)
MATCHER = MoveMatcher((FORWARD, HANDS_OFF), WordWeights(FORWARD.like + FORWARD.unlike + HANDS_OFF.like))


def shown(reply: str) -> list[Detection]:
    words = tokens(reply)
    return MATCHER.match(reply, words, clauses(words))


def names(reply: str) -> list[str]:
    return [one.behaviour for one in shown(reply)]


def test_a_phrase_shows_its_move() -> None:
    reply = "Click on the program that you were saving in."
    assert [Detection("bring_forward", 1.0, 0, len(reply), reply, FORWARD.like[0], "exemplar")] == shown(reply)


def test_other_words_for_it_show_it_too() -> None:
    assert ["bring_forward"] == names("could you please click the program you were saving in?")
    assert ["bring_forward"] == names("pls bring teh windwo to the front")


def test_the_place_that_shows_it_best_is_quoted() -> None:
    reply = "Click on something. Good. Now click on the program that you were saving in. Well done."
    assert ["Now click on the program that you were saving in."] == [one.text for one in shown(reply)]


def test_clauses_that_belong_together_are_read_together() -> None:
    reply = "You see the program. You were saving in that. Click on it."
    (one,) = shown(reply)
    assert reply == one.text
    assert one.confidence >= ENOUGH


def test_two_moves_in_one_reply() -> None:
    assert ["bring_forward", "hands_off"] == names(
        "Don't touch anything. Then click on the program that you were saving in."
    )


def test_what_is_nearer_to_a_counter_phrase_does_not_show_it() -> None:
    assert [] == names("Who wrote the program that you were saving in?")


def test_what_comes_not_near_enough_does_not_show_it() -> None:
    assert [] == names("There is a program.")
    assert [] == names("")


def test_telling_not_to_do_it_does_not_show_it() -> None:
    assert [] == names("Do not click on the program that you were saving in!")


def test_a_phrase_that_itself_tells_not_to_is_no_contradiction() -> None:
    assert ["hands_off"] == names("Don't touch anything.")
    assert ["hands_off"] == names("dont touch anything")
    assert ["hands_off"] == names("Do not press a key: it is busy.")


def test_without_moves_nothing_is_shown() -> None:
    words = tokens("Click on it.")
    assert [] == MoveMatcher((), WordWeights(())).match("Click on it.", words, clauses(words))


def test_the_nearest_phrases_are_told_for_an_explanation() -> None:
    reply = "who wrote the program"
    words = tokens(reply)
    near, against = MATCHER.nearest("bring_forward", reply, words, clauses(words)[0])
    assert near is not None
    assert against is not None
    assert (FORWARD.like[0], FORWARD.unlike[0]) == (near.text, against.text)
    assert ("bring_forward", "hands_off") == MATCHER.ids
