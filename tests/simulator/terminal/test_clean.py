"""What may not reach a screen, or the records, from anybody's text."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from simulator.terminal.clean import clean, one_line


def test_words_and_their_accents_stay() -> None:
    assert "I'm sorry, Zoë — 你好 👩‍💻" == clean("I'm sorry, Zoë — 你好 👩‍💻")


def test_escape_sequences_lose_their_escape() -> None:
    assert "[31mred[0m ]0;title" == clean("\x1b[31mred\x1b[0m \x1b]0;title\x07")


def test_line_ends_of_every_system_are_one() -> None:
    assert "a\nb\nc" == clean("a\r\nb\rc")


def test_text_can_not_be_turned_around() -> None:
    assert "abc" == clean("a\u202ebc")


def test_one_line_joins_what_was_on_several() -> None:
    assert "Twenty to five. Your line rings." == one_line("Twenty to five.\nYour  line rings.\n")


@given(st.text())
def test_nothing_that_moves_a_cursor_is_left(text: str) -> None:
    left = clean(text)
    assert not [one for one in left if one != "\n" and unicodedata.category(one) in ("Cc", "Cs")]
    assert left == clean(left)
    left.encode("utf-8")
