"""Session ids: short, in the order in which the sessions began, and fit to be read out and typed."""

from __future__ import annotations

import secrets

LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32, in ascending order: no i, l, o or u, so nothing can be misread."""
EPOCH = 1_735_689_600_000
"""2025-01-01T00:00:00Z in milliseconds of Unix time: eight letters count the milliseconds from here until 2059."""
FIRST = "s"
"""Every id begins so: a spreadsheet takes none of them for a number."""
_TIME, _CHANCE = 8, 2


def new_id(now: int, newest: str | None) -> str:
    """An id for a session that begins at `now` (milliseconds of Unix time), greater than `newest` of the same store.

    A clock that was set back does not disturb the order. The last two letters are chance, so that the sessions of two
    laptops can be put together.
    """
    moment = max(now - EPOCH, 0)
    if newest is not None:
        moment = max(moment, _number(newest[len(FIRST) : len(FIRST) + _TIME]) + 1)
    return FIRST + _letters(moment, _TIME) + _letters(secrets.randbelow(32**_CHANCE), _CHANCE)


def as_typed(text: str) -> str:
    """What somebody typed, as an id or the beginning of one: case is ignored, o reads as 0, i and l as 1."""
    letters = text.strip().lower().encode("ascii", "replace").decode("ascii")
    return letters.translate(str.maketrans("oil", "011"))


def _letters(number: int, width: int) -> str:
    return "".join(LETTERS[number >> 5 * place & 31] for place in reversed(range(width)))


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 32 + LETTERS.index(letter)
    return number
