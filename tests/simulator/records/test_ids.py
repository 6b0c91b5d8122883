"""Session ids sort by time, can be typed, and are taken for a number by nothing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.records.ids import EPOCH, LETTERS, as_typed, new_id

moments = st.integers(EPOCH, EPOCH + 32**8 // 2)  # until 2042


def test_epoch_is_the_start_of_2025() -> None:
    assert datetime(2025, 1, 1, tzinfo=UTC) == datetime.fromtimestamp(EPOCH / 1000, UTC)


@given(moments, moments)
def test_ids_sort_as_their_sessions_began(one: int, other: int) -> None:
    if abs(one - other) > 0:
        assert (one < other) == (new_id(one, None) < new_id(other, None))


@given(moments, st.lists(st.integers(-10_000, 10_000), max_size=30))
def test_ids_of_one_store_rise_whatever_its_clock_does(start: int, jumps: list[int]) -> None:
    ids = [new_id(start, None)]
    for jump in jumps:
        start += jump
        ids.append(new_id(start, ids[-1]))
    assert sorted(set(ids)) == ids


@given(moments)
def test_an_id_is_eleven_plain_letters_and_no_number(moment: int) -> None:
    session = new_id(moment, None)
    assert 11 == len(session)
    assert set(session) <= set(LETTERS)
    with pytest.raises(ValueError):
        float(session)


def test_a_clock_before_the_epoch_still_gives_an_id() -> None:
    assert new_id(0, None).startswith("s00000000")


@given(moments)
def test_an_id_typed_from_paper_is_understood(moment: int) -> None:
    session = new_id(moment, None)
    misread = session.upper().replace("0", "O").replace("1", "l")
    assert session == as_typed(f"  {misread}\n")


def test_what_can_be_no_id_is_no_reason_to_fail() -> None:
    assert "s?00" == as_typed("s\udce4oO")
