"""Times of day as people say them: "three", "half past three", "quarter to", "3pm", "15:10", "noon", "this
afternoon"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from simulator.engine.spoken_numbers import DASHES, Token, number, up_to, word

HOUR, NOON, EVENING, NIGHT = 60, 12 * 60, 18 * 60, 24 * 60
LUNCH = 13 * 60

MARKS = frozenset("by before until till til at around about ~ than after from".split())
"""What may stand before a bare hour: "by three"."""
FOLLOW = frozenset(
    "today sharp latest the at and or so with to on in i i'll we we'll you you'll this if unless then because but either "
    "for when as ish tonight tomorrow".split()
)
"""Words that may stand after a bare hour. Any other makes it a number of things: "by three people"."""
FIGURES = re.compile(r"(\d{1,2})[:.h](\d\d)")
AM = frozenset(("am", "a.m.", "a.m", "a. m.", "a. m"))
PM = frozenset(("pm", "p.m.", "p.m", "p. m.", "p. m"))
WORDS = {
    "noon": NOON,
    "midday": NOON,
    "lunch": LUNCH,
    "lunchtime": LUNCH,
    "midnight": NIGHT,
    "eod": EVENING,
    "cob": EVENING,
}
PHRASES = {
    ("this", "morning"): NOON,
    ("this", "afternoon"): EVENING,
    ("this", "evening"): NIGHT,
    ("end", "of", "play"): EVENING,
    ("close", "of", "business"): EVENING,
    ("end", "of", "business"): EVENING,
    ("end", "of", "day"): EVENING,
    ("end", "of", "the", "day"): EVENING,
    ("end", "of", "the", "afternoon"): EVENING,
    ("end", "of", "the", "morning"): NOON,
    ("end", "of", "the", "shift"): EVENING,
    ("end", "of", "today"): NIGHT,
    ("tonight",): NIGHT,
    ("today",): NIGHT,
}
PLAIN = frozenset(("noon", "midday", "midnight", "eod", "cob", "end", "close"))


class ClockTime(NamedTuple):
    """`minutes` from now, None when the time was over today. `end` is the index of the token after it. `plain`: it is
    said of what is still to come."""

    minutes: int | None
    end: int
    plain: bool


def clock_time(words: Sequence[Token], at: int, now: int) -> ClockTime | None:
    """The time of day that begins at an index. `now` is the minute of the day. An hour that is not told to be one of the
    morning or the afternoon is the next that comes."""
    return _named(words, at, now) or _past_or_to(words, at, now) or _hour(words, at, now)


def _named(words: Sequence[Token], at: int, now: int) -> ClockTime | None:
    first = word(words, at)
    if first in WORDS:
        target = WORDS[first]
        if first in ("eod", "cob") and target <= now:
            target = NIGHT
        return _until(target, at + 1 + (word(words, at + 1) == "time"), now, first in PLAIN)
    for phrase, target in PHRASES.items():
        if tuple(word(words, at + step) for step in range(len(phrase))) == phrase:
            if target <= now:
                # "this morning", said in the afternoon, is no time to come; a day's end still is.
                if phrase[0] == "this":
                    return None
                target = NIGHT
            return _until(target, at + len(phrase), now, first in PLAIN)
    if tuple(word(words, at + step) for step in range(4)) in (
        ("top", "of", "the", "hour"),
        ("end", "of", "the", "hour"),
    ):
        return ClockTime(HOUR - now % HOUR, at + 4, True)
    return None


def _past_or_to(words: Sequence[Token], at: int, now: int) -> ClockTime | None:
    """ "half past three", "ten to four", "quarter past"; British "half three" after a word such as "by"."""
    start = at + (word(words, at) == "a")
    if word(words, start) == "half":
        minutes, here = 30, start + 1
    elif word(words, start) == "quarter":
        minutes, here = 15, start + 1
    else:
        count = number(words, start)
        if count is None or not count.exact or not 0 < count.value < HOUR:
            return None
        minutes, here = int(count.value), count.end
        here += word(words, here) in ("minutes", "minute", "mins", "min")
    side = word(words, here)
    if minutes == 30 and word(words, start) == "half" and side not in ("past", "to"):
        hour = number(words, here)
        if word(words, at - 1) in MARKS and hour is not None and _is_hour(hour.value) and _ends(words, hour.end):
            return _next(int(hour.value) * HOUR + 30, hour.end, now)
        return None
    if side not in ("past", "to", "after") or (side == "after" and minutes not in (5, 10, 15, 20, 25)):
        return None
    hour = number(words, here + 1)
    signed = minutes if side != "to" else -minutes
    if hour is not None and hour.exact and _is_hour(hour.value):
        return _next((int(hour.value) * HOUR + signed) % NIGHT, _tail(words, hour.end), now)
    if side != "after" and word(words, at - 1) in MARKS:
        return ClockTime((signed - now) % HOUR or HOUR, here + 1, False)
    return None


def _hour(words: Sequence[Token], at: int, now: int) -> ClockTime | None:
    figures = FIGURES.fullmatch(word(words, at))
    marked = word(words, at - 1) in MARKS
    if figures and ("." not in figures[0] or marked) and int(figures[1]) < 24 and int(figures[2]) < 60:
        return _with_half(int(figures[1]) * HOUR + int(figures[2]), words, at + 1, now, sure=int(figures[1]) > 12)
    count = number(words, at)
    if count is None or not count.exact or count.value != int(count.value) or not 0 < count.value < 24:
        return None
    last = up_to(words, count) if marked else count
    hour, here = int(last.value), last.end
    after = word(words, here)
    if after in AM | PM:
        return _with_half(hour * HOUR, words, here, now, sure=False)
    if after in ("o'clock", "oclock") or (after, word(words, here + 1)) == ("o", "clock"):
        return _with_half(hour * HOUR, words, here + (2 if after == "o" else 1), now, sure=hour > 12)
    if marked and _ends(words, here):
        return _with_half(hour * HOUR, words, here, now, sure=hour > 12)
    return None


def _with_half(target: int, words: Sequence[Token], here: int, now: int, *, sure: bool) -> ClockTime | None:
    """A time with what may follow it: am, pm, in the afternoon. `sure`: it is written on 24 hours."""
    half = word(words, here)
    if half in AM | PM:
        if target >= 13 * HOUR:
            return None
        return _until(target % NOON + (NOON if half in PM else 0), here + 1, now, False)
    if (half, word(words, here + 1)) == ("in", "the") and word(words, here + 2) in ("afternoon", "evening"):
        return _until(target % NOON + NOON, here + 3, now, False)
    return _until(target, here, now, False) if sure else _next(target, here, now)


def _until(target: int, end: int, now: int, plain: bool) -> ClockTime:
    return ClockTime(target - now if target > now else None, end, plain)


def _next(target: int, end: int, now: int) -> ClockTime:
    """The next time that a clock with twelve hours shows `target`."""
    return ClockTime((target - now) % NOON or NOON, end, False)


def _tail(words: Sequence[Token], here: int) -> int:
    return here + (word(words, here) in AM | PM)


def _is_hour(value: float) -> bool:
    return value == int(value) and 1 <= value <= 24


def _ends(words: Sequence[Token], here: int) -> bool:
    """Whether a bare hour may end here."""
    after = word(words, here)
    return not after or after in FOLLOW or (not after.isalnum() and after not in (*DASHES, "/", "%", ":"))
