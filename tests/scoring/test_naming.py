"""Notes are written in headings and half sentences: what they name is told by their words of content."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.naming import LIKE_ENOUGH, LONGEST_NOTE, Named, naming

HIDDEN = ("the save dialog was hidden behind another window", "a question waited behind the mail")
TOLD = "her computer has been stuck on the hour glass for thirty minutes while saving a report"


@pytest.mark.parametrize(
    "note",
    [
        "Save box hidden behind another window",
        "hidden dialog: save",
        "User called. The dialog to save it sat behind an other window, so she did not see it.",
        "SAVE DIALOGUE HIDDEN BEHIND WINDOW!!",
    ],
)
def test_a_note_names_what_it_says_in_other_words(note: str) -> None:
    assert naming().named(note, HIDDEN).likeness >= LIKE_ENOUGH


@pytest.mark.parametrize(
    "note",
    ["", "problem", "it works again", "the printer is out of toner", "reset the password", "%&!", "she waited long"],
)
def test_a_note_does_not_name_what_it_does_not_say(note: str) -> None:
    assert naming().named(note, HIDDEN).likeness < LIKE_ENOUGH


def test_the_nearest_phrase_and_the_words_are_told() -> None:
    found = naming().named("Mail was open. Box with a question waited behind the mail.", HIDDEN)
    assert (HIDDEN[1], "Box with a question waited behind the mail.") == (found.phrase, found.text)


def test_words_of_a_help_desk_stand_for_each_other() -> None:
    shared = naming().shared("Machine hung, hourglass, document not stored", [(1.0, [TOLD])])
    assert ("hung", "hourglass", "document", "stored") == shared.words
    assert shared.share == 1.0


def test_words_that_stand_in_every_ticket_weigh_nothing() -> None:
    assert 0.0 == naming().shared("user called about a problem with her computer on Monday", [(1.0, [TOLD])]).mass


def test_a_word_counts_by_its_best_source() -> None:
    alone = naming().shared("report", [(0.5, [TOLD])]).mass
    both = naming().shared("report", [(0.5, [TOLD]), (1.0, ["the report"])]).mass
    assert alone * 2 == pytest.approx(both)


def test_only_the_beginning_of_an_endless_note_is_read() -> None:
    assert Named() == naming().named("blah " * (LONGEST_NOTE // 5) + HIDDEN[0], HIDDEN)


@given(st.text())
def test_any_text_is_a_note(note: str) -> None:
    assert 0.0 <= naming().named(note, HIDDEN).likeness <= 1.0
    shared = naming().shared(note, [(1.0, [TOLD])])
    assert 0.0 <= shared.share <= 1.0001
    assert all(word in note for word in shared.words)
