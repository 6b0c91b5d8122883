"""A conversation and its what-if, side by side."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from simulator.engine.report import Report
from simulator.engine.what_if import Comparison
from simulator.terminal import side_by_side, side_by_side_plain, side_by_side_rich

GREETING, HM, SORRY = "Good morning, IT service desk.", "Hm.", "I'm sorry about that."
CLICK, BLAME = "Please click on the document you saved.", "That is your own fault."
Played = Callable[..., Report]


def beside(turn: int, original: Report, what_if: Report) -> Comparison:
    """Two reports as a comparison; their scores on the way are 10 for each reply."""
    paths = [(*(10 * turn for turn in range(len(one.turns))), one.score) for one in (original, what_if)]
    return Comparison("s1", turn, original, what_if, *paths)


@pytest.fixture
def better(played: Played) -> Comparison:
    """Blame in turn 2, or an apology; the what-if is over one turn earlier."""
    return beside(2, played(GREETING, BLAME, HM, CLICK), played(GREETING, SORRY, CLICK))


def drawn(comparison: Comparison, *, width: int = 100, encoding: str = "utf-8") -> str:
    file = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace")
    side_by_side_rich.render(comparison, Console(file=file, width=width))
    file.flush()
    return file.buffer.getvalue().decode(encoding)  # type: ignore[attr-defined,no-any-return]


class TestPlain:
    def test_what_is_alike_is_told_once_and_the_rest_line_by_line(self, better: Comparison) -> None:
        assert [
            "What if: turn 2 of s1, The save",
            "Turn 1: the same",
            f"Turn 2: you said “{BLAME}” | instead “{SORRY}”: calm 14 | 59, score 20 | 20",
            f"Turn 3: you said “{HM}” | instead “{CLICK}”: calm 14 | 59, score 30 | {better.what_if.score}",
            f"Turn 4: you said “{CLICK}” | instead (nothing more): calm 14 | -, score {better.original.score} | -",
        ] == side_by_side_plain.render(better).splitlines()[:5]

    def test_what_counted_otherwise_the_moods_and_the_results(self, better: Comparison) -> None:
        lines = side_by_side_plain.render(better).splitlines()
        assert "Item: apologize: missed, 0 of 15 | earned, 15 of 15" in lines
        assert "Item: blame: cost points, -15 | avoided" in lines
        assert not any(line.startswith(("Item: greet", "Item: bring forward")) for line in lines)
        assert "Mood, calm: from 35 (angry) to 14 (furious) | from 35 (angry) to 59 (upset)" in lines
        assert (
            f"Result: {better.original.score} of 100, not passed, handled well | "
            f"{better.what_if.score} of 100, {'' if better.what_if.passed else 'not '}passed, handled well" == lines[-1]
        )

    def test_from_the_first_turn_nothing_is_alike(self, played: Played) -> None:
        text = side_by_side_plain.render(beside(1, played(HM), played(GREETING)))
        assert "the same" not in text
        assert f"Turn 1: you said “{HM}” | instead “{GREETING}”: calm 35 | 39" in text

    def test_several_turns_that_are_alike_are_one_line(self, played: Played) -> None:
        text = side_by_side_plain.render(beside(3, played(GREETING, HM, HM), played(GREETING, HM)))
        assert "Turns 1 to 2: the same\n" in text
        assert "Turn 3: you said “Hm.” | instead (nothing more)" in text

    def test_a_silence_is_no_quotation(self, played: Played) -> None:
        assert "you said (says nothing) | instead “Hm.”" in side_by_side_plain.render(beside(1, played(""), played(HM)))

    @given(st.text())
    def test_a_reply_stays_on_its_line(self, played: Played, reply: str) -> None:
        usual, strange = (side_by_side_plain.render(beside(1, played(HM), played(one))) for one in (HM, reply))
        turns = [line for line in strange.splitlines() if line.startswith("Turn 1: ")]
        assert 1 == len(turns)
        assert all(line.isprintable() or not line.isascii() for line in strange.splitlines())
        assert usual.splitlines()[0] == strange.splitlines()[0]


class TestInATerminal:
    def test_two_columns_with_the_turn_marked_where_they_part(self, better: Comparison) -> None:
        text = drawn(better, width=120)
        (marked,) = [line for line in text.splitlines() if "▸" in line]
        assert ["▸", "2", *BLAME.split(), "14", "20", *SORRY.split(), "59", "20"] == marked.split()
        assert ["3", HM] == next(line.split()[:2] for line in text.splitlines() if line.lstrip().startswith("3"))
        assert "Turn 1: the same" in text
        assert "(nothing more)" in text

    def test_the_curves_part_at_the_mark(self, better: Comparison) -> None:
        calm = next(line for line in drawn(better).splitlines() if line.startswith("calm"))
        assert 2 == calm.count(side_by_side_rich.PARTING)
        original, what_if = (one.split()[-1] for one in calm.split(side_by_side_rich.PARTING)[:2])
        assert original == what_if == "▃▄"
        assert "35 to 14" in calm
        assert "35 to 59" in calm

    def test_a_terminal_that_knows_ascii_only_gets_figures(self, better: Comparison) -> None:
        text = drawn(better, encoding="ascii")
        assert side_by_side_rich.PARTING not in text
        assert "35 to 14" in text

    def test_where_two_columns_do_not_fit_it_is_told_in_lines(self, better: Comparison) -> None:
        text = drawn(better, width=40)
        assert "Turn 1: the same" in text
        assert "Result: " in text

    @given(st.text(), st.integers(10, 200))
    def test_any_text_fits_any_width(self, played: Played, typed: str, width: int) -> None:
        text = drawn(beside(1, played(HM), played(typed)), width=width)
        assert max(map(cell_len, text.splitlines())) <= width


def test_both_renderings_tell_the_same_rows(better: Comparison) -> None:
    assert [(2, BLAME, SORRY), (3, HM, CLICK), (4, CLICK, side_by_side.NOTHING_MORE)] == [
        (row.turn, row.original.reply, row.what_if.reply) for row in side_by_side.rows(better)
    ]
