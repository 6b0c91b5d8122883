"""Lengths of time as people say them: "ten minutes", "half an hour", "an hour and a half", "5-10 min", and minutes that
are not named ("give me ten")."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from simulator.engine.spoken_clock import FIGURES, MARKS
from simulator.engine.spoken_numbers import Token, number, up_to, word

MINUTES = frozenset("m min mins minute minutes minuets minuet".split())
HOURS = frozenset("h hr hrs hour hours".split())
SECONDS = frozenset("s sec secs second seconds".split())
LONG = frozenset("day days week weeks fortnight month months year years workday workdays weekday weekdays".split())
VAGUE = frozenset("moment moments bit while tick jiffy mo".split())
ALONE = frozenset("and or so tops max maximum then with to at if i we you".split())
"""What may follow a number that stands for minutes by itself: "I'll ring you in ten and …"."""


class Length(NamedTuple):
    """`minutes`, None for days and more. `end` is the index of the token after it. `plain`: it is said of what is still
    to come."""

    minutes: int | None
    end: int
    plain: bool


def length(words: Sequence[Token], at: int) -> Length | None:
    """The length of time that begins at an index."""
    return _duration(words, at) or _bare(words, at)


def _duration(words: Sequence[Token], at: int) -> Length | None:
    if word(words, at) == "the" and word(words, at + 1) in HOURS:
        before = word(words, at - 1)
        return Length(60, at + 2, True) if before in ("within", "inside", "in", "under") else None
    if word(words, at) == "next" and word(words, at + 1) == "hour":
        return Length(60, at + 2, True)
    if (figures := FIGURES.fullmatch(word(words, at))) and "h" in figures[0] and word(words, at - 1) not in MARKS:
        end = at + 1 + (word(words, at + 1) in MINUTES)
        return Length(int(figures[1]) * 60 + int(figures[2]), end, False)
    first = number(words, at)
    if first is None:
        return None
    count, exact, here = first.value, first.exact, first.end
    if word(words, here) == "and" and word(words, here + 1) == "a" and word(words, here + 2) == "half":
        count, here = count + 0.5, here + 3
    count, here, _ = up_to(words, first._replace(value=count, end=here))
    here += word(words, here) in ("more", "short", "full", "good", "working", "business", "other")
    unit = word(words, here).removesuffix("'s")
    if unit in VAGUE or (not exact and unit in MINUTES | SECONDS):
        return None
    plain = _at_most(words, here + 1)
    if unit in LONG:
        return Length(None, here + 1, plain)
    if unit in SECONDS:
        return Length(math.ceil(count / 60), here + 1, plain)
    if unit in MINUTES:
        return Length(math.ceil(count), here + 1, plain)
    if unit in HOURS:
        minutes, end = _rest_of_hour(words, here + 1, count)
        return Length(math.ceil(count * 60) + minutes, end, plain)
    return None


def _at_most(words: Sequence[Token], at: int) -> bool:
    """Whether "tops", "at most", "at the latest" follows."""
    at += word(words, at) == ","
    return word(words, at) in ("tops", "max", "maximum") or (
        word(words, at) == "at"
        and ("most" in (word(words, at + 1), word(words, at + 2)) or word(words, at + 2) == "latest")
    )


def _rest_of_hour(words: Sequence[Token], at: int, hours: float) -> tuple[int, int]:
    """Minutes that follow so many hours ("an hour and a half", "1 hour 20", "an hour or two"), and the index after
    them."""
    if (
        word(words, at) == "or"
        and (more := number(words, at + 1))
        and more.exact
        and word(words, more.end) not in MINUTES
    ):
        return max(0, math.ceil((more.value - hours) * 60)), more.end
    here = at + (word(words, at) == "and")
    part = number(words, here)
    if part is None:
        return 0, at
    if part.value < 1 and here > at:
        return math.ceil(part.value * 60), part.end
    if part.exact and word(words, part.end) in MINUTES:
        return math.ceil(part.value), part.end + 1
    return 0, at


def _bare(words: Sequence[Token], at: int) -> Length | None:
    """A number that stands for minutes by itself: "in ten", "give me five"."""
    before = (word(words, at - 2), word(words, at - 1))
    if before[1] not in ("in", "within", "under", "another") and before != ("give", "me"):
        return None
    first = number(words, at)
    if first is None or not first.exact or first.value < 2:
        return None
    count = up_to(words, first)
    after = word(words, count.end)
    if after and after.isalnum() and after not in ALONE:
        return None
    return Length(math.ceil(count.value), count.end, True)
