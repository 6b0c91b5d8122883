"""Moves of a scenario, matched by their phrases alone."""

from __future__ import annotations

from dataclasses import replace

from scoring.clauses import clauses
from scoring.detection import Detection, Move
from scoring.moves import ENOUGH, Judged, MoveMatcher
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


def consider(reply: str, move: str, behaviours: tuple[Detection, ...] = ()) -> Judged:
    words = tokens(reply)
    (clause,) = clauses(words)
    return MATCHER.consider(reply, words, clause, behaviours)[move]


def test_a_clause_tells_how_near_it_comes_and_what_forbids_it() -> None:
    near = consider("Click on the program that you were saving in.", "bring_forward")
    assert ("exemplar", 1.0, "", True) == (near.by, near.likeness, near.veto, near.shows)
    counter = consider("Who wrote the program that you were saving in?", "bring_forward")
    assert (False, f'it is nearer to what does not count: "{FORWARD.unlike[0]}"') == (counter.shows, counter.veto)


def test_other_words_that_mean_it_show_it() -> None:
    reply = "open the software in which you saved it"
    near = consider(reply, "bring_forward")
    assert ("meaning", True) == (near.by, near.shows)
    assert ["bring_forward"] == names(reply)


def test_what_only_answers_what_was_said_is_no_move_by_its_meaning() -> None:
    reply = "you opened the software in which you saved it"
    restated = Detection("restate", 0.9, 0, len(reply), reply, "", "line")
    assert "it answers what was said" == consider(reply, "bring_forward", (restated,)).veto


def test_a_strict_move_is_known_by_its_words_alone() -> None:
    strict = MoveMatcher((replace(FORWARD, strict=True),), WordWeights(FORWARD.like))
    for reply, shown in (("open the software in which you saved it", 0), (FORWARD.like[0], 1)):
        words = tokens(reply)
        assert shown == len(strict.match(reply, words, clauses(words)))
