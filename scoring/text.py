"""A reply as words: tokens with their places, in one spelling whatever the keyboard did to them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from scoring.variants import VARIANTS

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ`´][^\W\d_]+)*['’]?(?<!['’])|\d+(?:[.:,]\d+)*|…|\.\.+|[^\w\s]|_", re.UNICODE)
_STRETCHED = re.compile(r"(.)\1{2,}")
_APOSTROPHES = str.maketrans("’ʼ`´‘", "'''''")
_MARKS: Mapping[str, str] = {
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "–": "-",
    "—": "-",
    "…": ".",
    "‘": "'",
    "’": "'",
    "？": "?",
    "！": "!",
    "，": ",",
    "。": ".",
}


class Token(NamedTuple):
    """One word, number or mark: `norm` in lower case and common spelling, `start` and `end` in the text as typed,
    `shouted` for a word of three letters or more in capitals."""

    norm: str
    start: int
    end: int
    shouted: bool = False

    @property
    def is_word(self) -> bool:
        return self.norm[0].isalpha()


def tokens(text: str) -> list[Token]:
    """The tokens of a text in order; a letter typed three times or more in a row ("sooo") counts once."""
    return [
        Token(_normal(raw := match.group()), match.start(), match.end(), len(raw) > 2 and raw.isupper())
        for match in _TOKEN.finditer(text)
    ]


@lru_cache(maxsize=20_000)
def _normal(raw: str) -> str:
    if raw in _MARKS:
        return _MARKS[raw]
    if not raw[0].isalpha():
        return "." if raw[0] == "." and len(raw) > 1 else raw
    word = _STRETCHED.sub(r"\1", raw.lower().translate(_APOSTROPHES))
    return VARIANTS.get(word, word)
