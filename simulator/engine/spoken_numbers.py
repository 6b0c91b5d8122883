"""Words of a reply as tokens that know their places, and the numbers among them: "25", "twenty-five", "a couple of"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

TOKEN = re.compile(
    r"(?<!\w)[ap]\.\s?m(?:\.|\b)|\d{1,2}[:.h]\d\d(?!\d)|\d{1,4}(?:[.,]\d)?(?!\d)|\d+|[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\S",
    re.IGNORECASE,
)
ONES = dict(zip("one two three four five six seven eight nine".split(), range(1, 10), strict=True))
TEENS = dict(
    zip(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        range(10, 20),
        strict=True,
    )
)
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
TENS["fourty"] = 40
FEW = 5
COUPLE = 2
DASHES = ("-", "\u2010", "\u2011", "\u2013", "\u2014")


class Token(NamedTuple):
    """A word, figure or sign in small letters, and where it stands in the reply (end exclusive)."""

    text: str
    start: int
    end: int


class Number(NamedTuple):
    """`end` is the index of the token after it. `exact` is False for "a" and "an": "a minute" is no minute."""

    value: float
    end: int
    exact: bool = True


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in order."""
    return tuple(
        Token(found.group().lower().replace("\u2019", "'"), found.start(), found.end())
        for found in TOKEN.finditer(text)
    )


def word(found: Sequence[Token], at: int) -> str:
    """The token at an index, "" outside of the text."""
    return found[at].text if 0 <= at < len(found) else ""


def number(found: Sequence[Token], at: int) -> Number | None:
    """The number that begins at an index."""
    first, second, third = (word(found, at + step) for step in range(3))
    if re.fullmatch(r"\d{1,4}(?:[.,]\d)?", first):
        if (first, second, third) == ("1", "/", "2"):
            return Number(0.5, at + 3)
        return Number(float(first.replace(",", ".")), at + 1)
    if first in TENS:
        if second in DASHES and third in ONES:
            return Number(TENS[first] + ONES[third], at + 3)
        return Number(TENS[first] + ONES.get(second, 0), at + 1 + (second in ONES))
    if first in ONES and second == "quarters":
        return Number(ONES[first] / 4, _of_an(found, at + 2))
    if first in TEENS or first in ONES:
        return Number(TEENS.get(first) or ONES[first], at + 1)
    return _loose(found, at)


def up_to(found: Sequence[Token], first: Number) -> Number:
    """The upper end of a range that begins with `first` ("five to ten", "5-10"), or `first` itself."""
    if word(found, first.end) in (*DASHES, "to", "or", "till"):
        more = number(found, first.end + 1)
        if more is not None and more.exact:
            return Number(max(first.value, more.value), more.end)
    return first


def _loose(found: Sequence[Token], at: int) -> Number | None:
    """ "a couple of", "a few", "half an", "three quarters of an", "a"."""
    article = word(found, at) in ("a", "an")
    here = at + article
    noun = word(found, here)
    if noun in ("couple", "few"):
        here += 1 + (word(found, here + 1) == "of")
        return Number(COUPLE if noun == "couple" else FEW, here)
    if noun == "half":
        here += 1 + (word(found, here + 1) in DASHES)
        return Number(0.5, here + (word(found, here) in ("a", "an", "of")))
    if noun == "quarter":
        return Number(0.25, _of_an(found, here + 1))
    return Number(1, here, exact=False) if article else None


def _of_an(found: Sequence[Token], at: int) -> int:
    at += word(found, at) == "of"
    return at + (word(found, at) in ("a", "an"))
