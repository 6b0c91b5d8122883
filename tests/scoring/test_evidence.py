"""What can be seen in a piece of text: words and their neighbours, parts of words, form, and what it takes up of the
other's line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.evidence import LINE_WORD, Evidence, gather, line_words, quotations, with_line, word_parts
from scoring.text import tokens


def seen(text: str, line: str = "") -> Evidence:
    words = tokens(text)
    heard = tokens(line)
    return gather(words, line_words(heard), "?" in line, quotations(words))


def test_words_stand_alone_and_with_their_neighbours() -> None:
    assert ["so", "sorry", "^ so", "so sorry", "sorry $", "^ so sorry", "so sorry $"] == seen("So sorry").words


def test_a_negation_marks_the_words_behind_it() -> None:
    words = seen("I am not really sorry").words
    assert "not_sorry" in words
    assert "sorry" not in words


def test_a_negation_reaches_four_words_and_no_further_than_a_mark() -> None:
    assert {"not_a", "not_d", "e"} <= set(seen("not a b c d e").words)
    assert {"not", "sorry"} <= set(seen("not, sorry").words)


def test_quoted_words_are_said_not_meant() -> None:
    words = seen('you wrote "sorry" twice').words
    assert "said_sorry" in words
    assert "sorry" not in words
    assert " sor" not in seen('you wrote "sorry" twice').parts


def test_a_quotation_mark_without_a_partner_quotes_nothing() -> None:
    assert [False, False, False] == quotations(tokens('say "sorry'))
    assert [False, False, True, False] == quotations(tokens('say "sorry"'))


def test_numbers_are_alike_and_so_are_times() -> None:
    assert ["#", "minutes"] == seen("20 minutes").words[:2]
    assert ["at", "#time"] == seen("at 16:40").words[:2]


def test_parts_of_a_word_know_its_ends() -> None:
    assert (" ok", "ok ", " ok ") == word_parts("ok")
    assert {" sor", "sorr", "orry ", "rry"} <= set(word_parts("sorry"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Is it on?", "form: question"),
        ("Tell me what happened", "form: open question word"),
        ("What happened", "form: opens with a question word"),
        ("Could you wait", "form: opens like a closed question"),
        ("Now or later", "form: alternatives"),
        ("It takes ten minutes", "form: duration"),
        ("In a couple of days", "form: duration"),
        ("You have it by noon", "form: by when"),
        ("You have it at 16:40", "form: by when"),
        ('You said "no"', "form: quotation"),
        ("Two ways: yours, mine", "form: colon"),
        ("Stop it!", "form: exclamation"),
        ("STOP THAT NOW", "form: capitals"),
        ("It is your own", "form: addresses them"),
        ("I see", "form: speaks of self"),
        ("You see", "form: them without self"),
        ("Let's see", "form: together"),
        ("I'll see", "form: future"),
        ("Wait please", "form: please"),
        ("Go on then", "form: very short"),
    ],
)
def test_form_is_seen(text: str, name: str) -> None:
    assert 1.0 == seen(text).form.get(name)


@pytest.mark.parametrize(
    ("text", "name"), [("It takes 30 minutes", "form: duration"), ("You have it by 5", "form: by when")]
)
def test_form_is_seen_where_the_number_is_in_figures(text: str, name: str) -> None:
    assert 1.0 == seen(text).form.get(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It is on.", "form: question"),
        ("You know what happened", "form: opens with a question word"),
        ("It takes long", "form: duration"),
        ("By all means", "form: by when"),
        ("USB is fine by me", "form: capitals"),
        ("You and I", "form: them without self"),
        ("Do go on then", "form: very short"),
    ],
)
def test_form_is_not_seen_where_it_is_not(text: str, name: str) -> None:
    assert name not in seen(text).form


def test_words_of_the_line_that_are_taken_up() -> None:
    line = "My spreadsheet vanished on Monday."
    assert round(2 / 3, 6) == round(seen("So your spreadsheet vanished?", line).form["line: words taken up"], 6)
    assert "line: words taken up" not in seen("I see.", line).form
    assert 1.0 == seen("Spreadsheet vanished Monday", line).form["line: echoed"]


def test_words_of_the_line_given_back_as_a_question_or_to_the_person() -> None:
    form = seen("Your spreadsheet?", "My spreadsheet vanished.").form
    assert form["line: words taken up"] == form["line: asked back"] == form["line: their words to them"] > 0


def test_the_line_asked() -> None:
    assert 1.0 == seen("Yes.", "Is it on?").form["line: it asked"]
    assert "line: it asked" not in seen("Yes.", "It is on.").form


def test_the_words_of_the_line_are_evidence_for_what_answers_it() -> None:
    line = line_words(tokens("And you are the hour glass, 30?"))
    assert {"line word: hour": LINE_WORD, "line word: glass": LINE_WORD} == {
        name: worth for name, worth in with_line(seen("Hm"), line).form.items() if name.startswith("line word")
    }


@given(st.text(), st.text())
def test_whatever_is_typed_form_is_between_nothing_and_fully(text: str, line: str) -> None:
    assert all(0 < strength <= 1 for strength in seen(text, line).form.values())
