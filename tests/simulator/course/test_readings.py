"""What people write into small fields, read the way a colleague would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.course.readings import DATE, NONE, follow_up, is_none, minutes, times


@pytest.mark.parametrize(
    "text",
    [
        "16:40",
        "16.40",
        "16h40",
        "1640",
        "16 40",
        "1640 hrs",
        "4.40 pm",
        "4:40 p.m.",
        "4:40PM",
        "about 16:40",
        "4:40 in the afternoon",
        "twenty to five in the afternoon",
        "20 to 5 pm",
        "Thursday, 16:40",
        "2026-06-04 16:40",
        "12.06.2026, 16:40",
        "06/04/2026 16:40",
    ],
)
def test_twenty_to_five_in_the_afternoon(text: str) -> None:
    assert (16 * 60 + 40,) == times(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4:40", (280, 1000)),  # it may be either
        ("twenty to five", (280, 1000)),
        ("04:40", (280,)),
        ("half past four", (270, 990)),
        ("a quarter past nine in the morning", (555,)),
        ("quarter to five pm", (1005,)),
        ("12:30", (30, 750)),
        ("12:30 am", (30,)),
        ("12 am", (0,)),
        ("4 o'clock", (240, 960)),
        ("noon", (720,)),
        ("midnight", (0,)),
        ("in the afternoon", ()),
        ("0:10", (10,)),
        ("13:05", (785,)),
    ],
)
def test_times_of_day(text: str, expected: tuple[int, ...]) -> None:
    assert expected == times(text)


@pytest.mark.parametrize("text", ["", "banana", "25:00", "16:75", "soon", "13 pm", "quarter to banana", "-", "99"])
def test_no_time_of_day(text: str) -> None:
    assert () == times(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0.5", 30),
        ("0,5", 30),
        (".5 h", 30),
        ("30 min", 30),
        ("30min.", 30),
        ("half an hour", 30),
        ("about half an hour", 30),
        ("1/2 hour", 30),
        ("½ h", 30),
        ("0:30", 30),
        ("00:30", 30),
        ("30", 30),
        ("thirty minutes", 30),
        ("twenty-four minutes", 24),
        ("0.4h", 24),
        ("a quarter of an hour", 15),
        ("three quarters of an hour", 45),
        ("an hour", 60),
        ("an hour and a half", 90),
        ("one and a half hours", 90),
        ("1 1/2 hours", 90),
        ("1½ h", 90),
        ("1 h 15", 75),
        ("1h15m", 75),
        ("1 hour, 20 minutes", 80),
        ("1 hour and 5 minutes", 65),
        ("2", 120),
        ("0", 0),
    ],
)
def test_lengths_of_time(text: str, expected: int) -> None:
    assert expected == minutes(text)


@pytest.mark.parametrize("text", ["", "banana", "a while", "-1", "a few minutes", "16:40 to 17:00", "h", "1:2"])
def test_no_length_of_time(text: str) -> None:
    assert minutes(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "none",
        "None.",
        "no",
        "No parts",
        "n/a",
        "-",
        "not needed",
        "no follow-up needed",
        "nothing replaced",
        "none so far",
    ],
)
def test_none_is_none(text: str) -> None:
    assert is_none(text)
    assert NONE == follow_up(text)


@pytest.mark.parametrize(
    "text", ["", "a mouse", "no idea what it is called", "nonesuch", "not the mouse but the cable"]
)
def test_something_is_not_none(text: str) -> None:
    assert not is_none(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-24",
        "24.11.",
        "24.11.2026",
        "11/24/2026",
        "24 November",
        "Nov 24th",
        "the 3rd of May",
        "Tuesday",
        "Thu",
        "tomorrow",
        "tomorrow morning, by phone",
        "next week",
        "in three days",
        "within two days",
        "the day after",
        "today at 17:30",
        "17:30",
    ],
)
def test_a_follow_up_has_a_day(text: str) -> None:
    assert DATE == follow_up(text)


@pytest.mark.parametrize(
    "text", ["", "soon", "yes", "later", "2026-13-45", "when there is time", "may be", "will call back"]
)
def test_a_follow_up_without_a_day_is_none_of_both(text: str) -> None:
    assert follow_up(text) is None


@given(st.text())
def test_any_text_can_be_asked(text: str) -> None:
    assert all(0 <= time < 24 * 60 for time in times(text))
    read = minutes(text)
    assert read is None or read >= 0
    assert follow_up(text) in (NONE, DATE, None)


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_is_read_as_it_is_written(hour: int, minute: int) -> None:
    assert hour * 60 + minute in times(f"{hour:02d}:{minute:02d}")
    assert minute + 60 * hour == minutes(f"{hour}:{minute:02d}")
