"""The time that somebody names with a promise. It is two in the afternoon unless said otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.named_time import NamedTime, named_time

TWO = 14 * 60


def minutes(reply: str, now: int = TWO, promise: str = "") -> int | str | None:
    """Minutes that are named in `reply`, for what its words `promise` promise; "none" when no time is named."""
    start = reply.index(promise)
    found = named_time(reply, [(start, start + len(promise or reply))], now)
    return "none" if found is None else found.minutes


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("I'll ring you back in ten minutes.", 10),
        ("I'll call you in 10 mins", 10),
        ("ill text u in 20min ok", 20),
        ("in twenty-five minutes", 25),
        ("in forty five minutes", 45),
        ("in five to ten minutes", 10),
        ("in 5-10 min", 10),
        ("in ten or fifteen minutes", 15),
        ("within the hour", 60),
        ("in an hour", 60),
        ("in an hour's time", 60),
        ("in half an hour or so", 30),
        ("half hour tops", 30),
        ("in an hour and a half", 90),
        ("in a quarter of an hour", 15),
        ("in three quarters of an hour", 45),
        ("in an hour or two", 120),
        ("2 hrs", 120),
        ("in 1.5 hours", 90),
        ("in 1 hour 20 minutes", 80),
        ("in 1h20", 80),
        ("in a couple of hours", 120),
        ("in a few minutes", 5),
        ("in the next twenty minutes", 20),
        ("I'll ring you every ten minutes", 10),
        ("Give me ten.", 10),
        ("back in five, promise", 5),
        ("I'll be back in 10-15", 15),
        ("in thirty seconds", 1),
        ("in ten more minutes", 10),
        ("First thing I'll do is ring you in ten minutes", 10),
        ("I'll ring you in ten minutes, now that I know", 10),
    ],
)
def test_lengths_of_time(reply: str, expected: int) -> None:
    assert expected == minutes(reply)


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("by three", 60),
        ("by 3", 60),
        ("by 3pm", 60),
        ("by 3 p.m. sharp", 60),
        ("by 3:30", 90),
        ("by 15:30", 90),
        ("by 15.30", 90),
        ("by 17h15", 195),
        ("by half past three", 90),
        ("by half four", 150),
        ("at twenty to five", 160),
        ("by quarter to four", 105),
        ("by ten past", 10),
        ("no later than four", 120),
        ("by four at the latest", 120),
        ("by three or four o'clock", 120),
        ("by the end of the day", 240),
        ("this afternoon", 240),
        ("by the top of the hour", 60),
        ("by one o'clock", 660),
    ],
)
def test_times_of_day(reply: str, expected: int) -> None:
    assert expected == minutes(reply)


@pytest.mark.parametrize(
    ("reply", "now", "expected"),
    [
        ("before noon", 9 * 60, 180),
        ("by 12", 9 * 60, 180),
        ("by lunchtime", 9 * 60, 240),
        ("by three", 9 * 60, 360),
        ("by ten", 9 * 60 + 40, 20),
        ("by 10:06", 10 * 60, 6),
        ("this morning", 9 * 60, 180),
        ("by midnight", 23 * 60, 60),
        ("by one", 23 * 60 + 30, 90),
    ],
)
def test_times_of_day_are_the_next_that_come(reply: str, now: int, expected: int) -> None:
    assert expected == minutes(reply, now)


@pytest.mark.parametrize(
    "reply",
    [
        "tomorrow",
        "tomorrow at nine",
        "at nine tomorrow",
        "by noon tomorrow",
        "on Monday by ten",
        "first thing",
        "in the morning",
        "next week",
        "in two days",
        "after three",
        "not before three",
        "by 9 am",
        "before noon",
    ],
)
def test_what_no_conversation_reaches(reply: str) -> None:
    assert minutes(reply) is None


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "I'll ring you back.",
        "soon",
        "in a minute",
        "in a moment",
        "as soon as I can",
        "you waited thirty minutes",
        "Thirty minutes now!",
        "that was ten minutes ago",
        "in the last ten minutes",
        "you have been at it since three",
        "by three people",
        "in two parts",
        "by the time you are back",
        "this morning",
    ],
)
def test_what_names_no_time(reply: str) -> None:
    assert minutes(reply) == "none"


@pytest.mark.parametrize(
    ("reply", "promise", "expected"),
    [
        (
            "You have been waiting half an hour, I'm sorry. I will call you by three at the latest.",
            "I will call you by three at the latest.",
            60,
        ),
        ("Within the hour, I'll get back to you with news.", "I'll get back to you with news.", 60),
        ("I'll keep you posted. Ten minutes, tops.", "I'll keep you posted.", 10),
        ("It took 20 minutes. I'll ring you.", "I'll ring you.", "none"),
        (
            "I've been working on this for twenty minutes and I'll call you back",
            "I'll call you back",
            "none",
        ),
        ("I'll call you in ten minutes, and the part comes tomorrow", "I'll call you in ten minutes", 10),
        ("The part comes in two days. I'll call you by four.", "I'll call you by four", 120),
        ("Give me ten minutes to look and I'll ring you by three.", "I'll ring you by three", 60),
    ],
)
def test_the_time_of_the_promise_is_meant(reply: str, promise: str, expected: int | str) -> None:
    assert expected == minutes(reply, promise=promise)


def test_the_words_are_told() -> None:
    assert NamedTime("Twenty minutes", 20) == named_time("Right. Twenty minutes, tops!", [(0, 6)], TWO)


def test_of_several_promises_the_nearest_time_is_taken() -> None:
    reply = "I'll ring you. I'll write to you in ten minutes."
    assert NamedTime("ten minutes", 10) == named_time(reply, [(0, 14), (15, 48)], TWO)


@given(st.integers(1, 999), st.integers(0, 1439))
def test_any_number_of_minutes(count: int, now: int) -> None:
    assert count == minutes(f"I'll ring you in {count} minutes.", now)


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 1439))
def test_any_time_written_on_24_hours_is_today_or_never(hour: int, minute: int, now: int) -> None:
    found = minutes(f"I'll ring you by {hour:02d}:{minute:02d}.", now)
    target = hour * 60 + minute
    if hour > 12:
        assert found == (target - now if target > now else None)
    else:
        assert isinstance(found, int)
        assert (now + found - target) % 720 == 0


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                "in by a an half quarter past to ten 10 5:30 hour minutes tomorrow monday , . - or".split()
            ),
            st.text(max_size=6),
        ),
        max_size=12,
    ).map(" ".join),
    st.integers(0, 1439),
    st.data(),
)
def test_whatever_is_said_it_is_a_time_ahead_in_the_words_of_the_reply(
    reply: str, now: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(reply)))
    end = data.draw(st.integers(start, len(reply)))
    found = named_time(reply, [(start, end)], now)
    if found is not None:
        assert found.text in reply
        assert found.text.strip()
        assert found.minutes is None or found.minutes >= 1
