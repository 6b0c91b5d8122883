"""A reply is cut at the edges of what it showed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.terminal.marked import Piece, pieces


def span(behaviour: str, start: int, end: int) -> dict[str, object]:
    return {"behaviour": behaviour, "start": start, "end": end}


def test_the_quoted_words_stand_apart() -> None:
    assert (
        Piece("Oh, ", (), ()),
        Piece("I'm sorry", ("apologize",), ("apologize",)),
        Piece(".", (), ()),
    ) == pieces("Oh, I'm sorry.", [span("apologize", 4, 13)])


def test_where_spans_overlap_the_words_belong_to_both() -> None:
    assert (
        Piece("ab", ("one",), ()),
        Piece("cd", ("one", "two"), ("one",)),
        Piece("ef", ("two",), ("two",)),
    ) == pieces("abcdef", [span("one", 0, 4), span("two", 2, 6)])


def test_what_lies_outside_or_is_empty_marks_nothing() -> None:
    assert (Piece("abc", (), ()),) == pieces("abc", [span("one", 5, 9), span("two", 2, 2), span("three", -4, 0)])
    assert () == pieces("", [span("one", 0, 3)])


@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(-5, 40), st.integers(-5, 40)), max_size=6),
)
def test_the_reply_is_whole_again_whatever_the_spans(reply: str, spans: list[tuple[str, int, int]]) -> None:
    cut = pieces(reply, [span(*one) for one in spans])
    assert reply == "".join(piece.text for piece in cut)
    seen = {name for name, start, end in spans if max(0, start) < min(len(reply), end)}
    assert seen == {name for piece in cut for name in piece.ending}
