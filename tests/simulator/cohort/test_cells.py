"""No text that anybody typed is executed by a spreadsheet, and every text that a cell can hold is still to be read
there."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from simulator.cohort.cells import CUT, LIMIT, cell, neutralized

texts = st.text(st.characters()) | st.text("=+-@\t\r\n '\"\u200b\ufeff\uff1d1A(")


def executed(text: str) -> bool:
    """What a spreadsheet, or what stands before it, would take for a formula; said in another way than in the code."""
    bare = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    first = bare.lstrip().lstrip('"` \t\r\n‘’“”').lstrip()[:1]
    return unicodedata.normalize("NFKC", first) in ("=", "+", "-", "@") or text[:1] in ("\t", "\r", "\n")


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\rx",
        "\nx",
        "  =1",
        '"=1',
        " ' =1",
        "'=1",
        "\ufeff=1",
        "\u200b@x",
        "＝1+1",
        "－1",
        "=cmd|'/C calc'!A0",
        "-- you did it",
        "\u00a0+1",
        "“=1”",
    ],
)
def test_what_would_be_executed_gets_an_apostrophe(text: str) -> None:
    assert f"'{text}" == neutralized(text)


@pytest.mark.parametrize(
    "text", ["", "sorry", "a=b", "5 - 3", "you@work", "'tis me", "“quoted”", " indented", "(-1)", "é=", "1\t2"]
)
def test_what_would_not_stays_as_it_is(text: str) -> None:
    assert text == neutralized(text)


@given(texts)
def test_nothing_in_a_cell_is_executed(text: str) -> None:
    assert not executed(cell(text))


@given(texts)
def test_the_text_can_be_had_back(text: str) -> None:
    shown = neutralized(text)
    bare = shown[1:] if shown.startswith("'") and neutralized(shown[1:]) == shown else shown
    assert text == bare


@given(texts, texts)
def test_two_texts_stay_two(one: str, other: str) -> None:
    assert (one == other) == (neutralized(one) == neutralized(other))


@given(texts)
@example("\x00=1")
def test_what_xml_can_not_hold_is_left_out_and_nothing_else(text: str) -> None:
    legal = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)
    assert neutralized(legal) == cell(text)


@pytest.mark.parametrize("letter", ["a", "é", "😀"])
@pytest.mark.parametrize("beyond", [-1, 0, 1, 5_000])
def test_a_cell_holds_32767_as_excel_counts_and_says_what_is_cut(letter: str, beyond: int) -> None:
    units = len(letter.encode("utf-16-le")) // 2
    text = letter * ((LIMIT + beyond) // units)
    shown = cell(text)
    assert len(shown.encode("utf-16-le")) // 2 <= LIMIT
    if len(text) * units <= LIMIT:
        assert text == shown
    else:
        assert shown.endswith(CUT)
        assert text.startswith(shown.removesuffix(CUT))
        assert LIMIT - len(shown.encode("utf-16-le")) // 2 < units


def test_the_apostrophe_counts() -> None:
    shown = cell("=" * LIMIT)
    assert ("'==", LIMIT, CUT) == (shown[:3], len(shown), shown[-len(CUT) :])
