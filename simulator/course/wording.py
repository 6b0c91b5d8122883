"""What people say, as lists of wordings: read, and held against what makes a person repeat themselves or a phrase
useless."""

from __future__ import annotations

import re
from collections.abc import Sequence

from simulator.course.fields import Fields
from simulator.course.models import MOOD_WORDS, Lines
from simulator.course.nodes import Scalar
from simulator.course.source import Source

FEWEST_WORDINGS = 3
FEWEST_PHRASES = 5

STAGE_DIRECTION = re.compile(r"\(.*\)", re.DOTALL)
"""Not said but seen: "(your phone is ringing)" needs no other wording."""

SOUNDLESS = str.maketrans(
    "", "", " \t\n!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\u00a0\u2013\u2014\u2018\u2019\u201c\u201d\u2026"
)

NONE = Lines()


def lines(fields: Fields, key: str, required: bool = False) -> Lines:
    """The wordings under `key` and, for each mood, under `<key>_when_<mood>` (for `person`: `when_<mood>`)."""
    prefix = "when_" if key == "person" else f"{key}_when_"
    usual = wordings(fields, key, required)
    by_mood = {mood: wordings(fields, prefix + mood, False) for mood in fields.endings(prefix, MOOD_WORDS)}
    return Lines(usual, by_mood) if usual or by_mood else NONE


def wordings(fields: Fields, key: str, required: bool) -> tuple[str, ...]:
    """One list of wordings as text, with a warning when they are few or when one stands there twice."""
    found = fields.texts(key, required)
    if not found:
        return ()
    said = tuple(one.text.strip() for one in found)
    different = len(set(said))
    if different < FEWEST_WORDINGS and fields.count(key) == len(said) and not seen(said):
        fields.source.complain("DS602", fields.place(key), label=f"'{key}'", count=different, fewest=FEWEST_WORDINGS)
    first: dict[str, int] = {}
    for one in found:
        sound = plain(one.text)
        if sound in first:
            fields.source.complain("DS605", one, first=first[sound])
        first.setdefault(sound, one.line)
    return said


def seen(said: Sequence[str]) -> bool:
    """Whether all wordings are stage directions."""
    return all(STAGE_DIRECTION.fullmatch(one) for one in said)


def phrases(source: Source, found: Sequence[Scalar], before: dict[str, int]) -> tuple[str, ...]:
    """Phrases to match replies against, with a warning for one that stands in `before` (words -> line) already; they
    are added to it."""
    for one in found:
        words = plain(one.text)
        if words in before:
            source.complain("DS603", one, first=before[words])
        before.setdefault(words, one.line)
    return tuple(one.text.strip() for one in found)


def apart(source: Source, like: Sequence[Scalar], unlike: Sequence[Scalar]) -> None:
    """Complain of a phrase that is said to show something and not to show it."""
    shown = {plain(one.text): one.line for one in like}
    for one in unlike:
        first = shown.get(plain(one.text))
        if first is not None:
            source.complain("DS604", one, first=first)


def plain(text: str) -> str:
    """A text as it sounds: its letters and digits, capitals or not."""
    return text.translate(SOUNDLESS).casefold() or text
