"""The sentences that every rendering shares."""

from __future__ import annotations

from collections.abc import Callable

from simulator.engine.events import Mood
from simulator.engine.report import Report
from simulator.records.interface import SessionRow
from simulator.terminal import report_words as words


def told(report: Report) -> dict[str, words.ItemTold]:
    return {item.name: item for item in words.items_told(report)}


def test_an_item_that_earned_tells_the_words_and_their_turn(handled_well: Report) -> None:
    greet = told(handled_well)["greet"]
    assert ("earned", "5 of 5", "turn 1", "Good morning") == (greet.verdict, greet.credit, greet.where, greet.quote)
    assert "" == greet.instead


def test_a_late_item_tells_what_it_lost_and_how_it_is_said(handled_well: Report) -> None:
    apology = told(handled_well)["apologize"]
    assert ("half: late", "7.5 of 15", "turn 4", "I'm sorry") == (
        apology.verdict,
        apology.credit,
        apology.where,
        apology.quote,
    )
    assert "I'm sorry you're having trouble." == apology.instead


def test_a_missed_item_tells_where_it_was_due_and_how_it_is_said(handled_well: Report) -> None:
    asked = told(handled_well)["ask an open question"]
    assert ("missed", "0 of 20", "due from turn 2, in “complaint”", "") == (
        asked.verdict,
        asked.credit,
        asked.where,
        asked.quote,
    )
    assert "What happened just before it stopped?" == asked.instead


def test_what_was_not_scored_is_not_told_as_zero(handled_well: Report) -> None:
    follow_up = told(handled_well)["follow up"]
    assert ("not scored", "", "due in “backup”, which was not reached") == (
        follow_up.verdict,
        follow_up.credit,
        follow_up.where,
    )


def test_what_went_wrong_tells_its_price_and_a_better_sentence(gone_wrong: Report) -> None:
    blame = told(gone_wrong)["blame"]
    assert ("cost points", "-30", "turn 1", "your own fault", "It happens to everyone.") == (
        blame.verdict,
        blame.credit,
        blame.where,
        blame.quote,
        blame.instead,
    )
    password = told(gone_wrong)["demand a password"]
    assert ("decisive mistake", "", "you asked for a password") == (password.verdict, password.credit, password.why)


def test_what_was_rightly_avoided_is_told_in_one_line(handled_well: Report, gone_wrong: Report) -> None:
    assert words.avoided(handled_well) == "blame, demand a password"
    assert words.avoided(gone_wrong) == ""


def test_a_single_slip_is_not_told_twice(played: Callable[..., Report]) -> None:
    once, twice = played("Your own fault."), played("Your own fault.", "Your own fault.")
    assert told(once)["blame"].why == ""
    assert told(twice)["blame"].why == "in turn 1, 2"


def test_one_thing_to_practise_is_named_as_what_to_do(handled_well: Report, gone_wrong: Report) -> None:
    lesson = words.lesson(handled_well)
    assert lesson is not None
    assert "ask an open question" == lesson.name
    lesson = words.lesson(gone_wrong)
    assert lesson is not None
    assert "not to demand a password" == lesson.name


def test_there_is_nothing_to_practise_when_nothing_was_missed(played: Callable[..., Report]) -> None:
    perfect = played("Good morning, I'm sorry. What happened?", "Please click on the document.")
    assert words.lesson(perfect) is None


def test_a_mood_in_words() -> None:
    assert "furious, little trust, all patience" == words.mood_in_words(Mood(0, 39, 100))


def test_an_attempt_that_was_left_is_not_told_as_failed() -> None:
    row = SessionRow(
        "a1", "frozen_save", "c", 1, "exam", "", "", "", "2026-11-22T14:05:06Z", "", "unfinished", None, None, 3
    )
    assert "2026-11-22 14:05 UTC: not finished (exam)" == words.attempt(row)


def test_controls_and_overrides_never_come_through() -> None:
    assert "ab c" == words.one_line("a\x1b\u202eb\r\n\tc\ud800")
    assert words.SILENCE == words.one_line(" \n ")


def test_why_it_matters_is_told_of_what_was_missed_or_done_wrong(handled_well: Report, gone_wrong: Report) -> None:
    assert "Their story tells what went wrong." == told(handled_well)["ask an open question"].matters
    assert "It is theirs alone." == told(gone_wrong)["demand a password"].matters
    assert "" == told(handled_well)["greet"].matters
