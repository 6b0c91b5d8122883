"""The time that somebody names when they promise something: "in ten minutes", "within the hour", "by three", "before
noon", "tomorrow"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.engine.spoken_clock import clock_time
from simulator.engine.spoken_length import HOURS, LONG, MINUTES, SECONDS, length
from simulator.engine.spoken_numbers import Token, tokens, word

TOWARDS = frozenset(
    "in within inside under by before until till til than next every give need take takes be another".split()
)
"""What stands before a time that is still to come."""
BETWEEN = frozenset(
    "about around roughly approximately maybe perhaps the next another just only at most say me you us it like ~ like no".split()
)
"""What may stand between such a word and the time."""
PAST = frozenset("last past already been waited waiting since ago previous".split())
"""What says of a time near by that it is over."""
OUTSIDE = frozenset(
    "tomorrow tomoz tmrw tmr tomorow overnight monday tuesday wednesday thursday friday saturday sunday weekend".split()
)
"""Days that no conversation reaches."""
OPEN_END = frozenset(("after", "from", "not"))
NEXT = frozenset((".", "!", "?", ",", ";", "", "and", "but", "so", "then"))
"""What begins another thought."""
JOINTS = frozenset("at by before around about on in the next , or".split())
SENTENCE = re.compile(r"(?<![ap]\.m)[.!?]+(?=\s|$)|\n", re.IGNORECASE)


class NamedTime(NamedTuple):
    """`text` are the words. `minutes` from now, at least 1; None when it lies outside of any conversation (tomorrow) or
    has no end (after three)."""

    text: str
    minutes: int | None


class _Found(NamedTuple):
    """Tokens `start` to `end` (exclusive) name a time. `sure`: it is said to be still to come."""

    start: int
    end: int
    minutes: int | None
    sure: bool


def named_time(reply: str, spans: Sequence[tuple[int, int]], now: int) -> NamedTime | None:
    """The time that `reply` names for what its `spans` (character offsets, end exclusive) promise, None when it names
    none. `now` is the minute of the day, 0 to 1439.

    What stands in the words of the promise comes first, then the same sentence, then what is plainly still to come
    anywhere else in the reply.
    """
    words = tokens(reply)
    ranked = []
    for found in _times(words, now):
        start, end = words[found.start].start, words[found.end - 1].end
        rank = min((_rank(reply, start, end, span, found.sure) for span in spans), default=None)
        if rank is not None and (rank[0] < ELSEWHERE or found.sure):
            ranked.append((rank, start, end, found.minutes))
    if not ranked:
        return None
    _, start, end, minutes = min(ranked, key=lambda one: one[:2])
    return NamedTime(reply[start:end], None if minutes is None else max(1, minutes))


ELSEWHERE = 4
"""The rank of a time in another sentence than the promise."""


def _rank(reply: str, start: int, end: int, span: tuple[int, int], sure: bool) -> tuple[int, int]:
    """How near a time is to a promise: the smaller the nearer."""
    if start < span[1] and span[0] < end:
        return (0 if sure else 2), 0
    gap = reply[end : span[0]] if end <= span[0] else reply[span[1] - 1 : start]
    apart = span[0] - end if end <= span[0] else start - span[1]
    if SENTENCE.search(gap):
        return ELSEWHERE, apart
    return (1 if sure else 3), apart


def _times(words: Sequence[Token], now: int) -> Iterator[_Found]:
    """Every time that is named, in the order of the words."""
    at = 0
    while at < len(words):
        found = _day(words, at) or _length(words, at) or _clock(words, at, now)
        if found is None:
            at += 1
            continue
        at = found.end
        while (more := _joined(words, found, now)) is not None:
            found, at = more, more.end
        if not _over(words, found):
            yield found._replace(minutes=None) if _open(words, found) else found


def _open(words: Sequence[Token], found: _Found) -> bool:
    """Whether the time is only the earliest: "after three", "not before noon"."""
    before = word(words, found.start - 1)
    return before in OPEN_END or (before in ("before", "until", "till") and word(words, found.start - 2) == "not")


def _joined(words: Sequence[Token], found: _Found, now: int) -> _Found | None:
    """ "tomorrow at nine", "at nine tomorrow": one time, on the other day."""
    at = found.end
    while at < len(words) and at < found.end + 2 and words[at].text in JOINTS:
        at += 1
    other = _day(words, at) or (_clock(words, at, now) if found.minutes is None else None)
    if other is None or (found.minutes is not None and other.minutes is not None):
        return None
    # "in ten minutes, and on Monday …" are two; "nine on Monday" is one.
    if found.minutes is not None and _is_duration(words, found):
        return None
    return _Found(found.start, other.end, None, True)


def _is_duration(words: Sequence[Token], found: _Found) -> bool:
    return words[found.end - 1].text in MINUTES | HOURS | SECONDS


def _day(words: Sequence[Token], at: int) -> _Found | None:
    first, second = word(words, at), word(words, at + 1)
    if first in OUTSIDE:
        return _Found(at, at + 1, None, True)
    if first == "next" and (second in LONG or second == "time"):
        return _Found(at, at + 2, None, True)
    if (first, second) in (("this", "week"), ("another", "day"), ("next", "morning")):
        return _Found(at, at + 2, None, True)
    if (first, second) == ("first", "thing") and word(words, at + 2) in ("", ".", "!", ",", "in", "on", *OUTSIDE):
        return _Found(at, at + 2, None, True)
    if (first, second, word(words, at + 2)) == ("in", "the", "morning"):
        return _Found(at, at + 3, None, True)
    return None


def _length(words: Sequence[Token], at: int) -> _Found | None:
    found = length(words, at)
    return found and _Found(at, found.end, found.minutes, found.plain or _ahead(words, at))


def _clock(words: Sequence[Token], at: int, now: int) -> _Found | None:
    found = clock_time(words, at, now)
    return found and _Found(at, found.end, found.minutes, found.plain or _ahead(words, at))


def _ahead(words: Sequence[Token], at: int) -> bool:
    """Whether a word that points ahead stands before the time."""
    for step in range(1, 5):
        before = word(words, at - step)
        if before in TOWARDS:
            return True
        if before not in BETWEEN:
            return False
    return False


def _over(words: Sequence[Token], found: _Found) -> bool:
    """Whether the time is said to be over: "thirty minutes ago", "for the last hour"."""
    after = word(words, found.end)
    if after in ("ago", "earlier", "late", "long", "old") or (after in ("already", "now") and not found.sure):
        return True
    if _is_outside(words, found):
        return word(words, found.start - 1) in ("since", "last")
    for step in range(1, 7):
        before = word(words, found.start - step)
        if before in PAST:
            return True
        if before in NEXT or before in TOWARDS:
            return False
    return False


def _is_outside(words: Sequence[Token], found: _Found) -> bool:
    return words[found.start].text in OUTSIDE
