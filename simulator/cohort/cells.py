"""Text made fit for a spreadsheet's cell: nothing that it would execute, nothing that it can not hold."""

from __future__ import annotations

import re

LIMIT = 32_767
"""What a cell of Excel holds, counted as Excel counts: letters beyond the Basic Multilingual Plane are two."""
CUT = " … [cut]"

# XML 1.0 has no place for these, and Excel refuses a workbook that holds them.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# What makes a spreadsheet take a cell for a formula, also in its full-width forms, behind any blanks, quotes and
# invisible
# marks that an import may strip first; and a leading tab or line break, which some importers split at.
_EXECUTED = re.compile(
    "[\\s'\"`\u2018\u2019\u201c\u201d\ufeff\u200b-\u200f\u2060]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|[ '\"]*[\t\r\n]"
)


def cell(text: str) -> str:
    """`text` as a cell may show it: legal, never executed, at most LIMIT long."""
    return _cut(neutralized(_ILLEGAL.sub("", text)))


def neutralized(text: str) -> str:
    """`text` with an apostrophe before it when a spreadsheet would execute it. No two texts become the same."""
    return f"'{text}" if _EXECUTED.match(text) else text


def _cut(text: str) -> str:
    # A text of that many letters is at least that long, and one of half as many fits.
    if len(text) * 2 <= LIMIT or _length(text) <= LIMIT:
        return text
    room = (LIMIT - _length(CUT)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
