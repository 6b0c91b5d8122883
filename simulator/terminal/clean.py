"""Text that is safe to keep and to show: no control characters, which could move the cursor or colour the screen."""

from __future__ import annotations

import unicodedata

LONGEST_REPLY = 10_000
"""Characters that one reply can have."""


def clean(text: str) -> str:
    """`text` without control characters, lone surrogates and direction overrides; line ends become "\\n", tabs
    blanks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if text.isascii() and text.isprintable():
        return text
    return "".join(one for one in text if one == "\n" or _visible(one))


def one_line(text: str) -> str:
    """The same on one line: what was on several lines is joined by blanks."""
    return " ".join(clean(text).split())


def _visible(one: str) -> bool:
    if unicodedata.category(one) in ("Cc", "Cs"):
        return False
    return one not in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u2028\u2029"
