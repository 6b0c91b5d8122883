"""A ticket that blames or insults the person whom it is about. Whoever reads it next is not told what happened, but what
to think of them - and the person may read it, too."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scoring.clauses import clauses
from scoring.detection import Recognizer
from scoring.text import tokens

BLAME, INSULT = "blame", "insult"

# A ticket speaks of somebody, replies speak to somebody: the recognizer knows the second.
_SOMEBODY = (
    r"(?:(?:the|our|this|that) )?(?:user|customer|caller|client|lady|gentleman|guy|woman|man|person|she|he|they)"
)
_TO_YOU = (
    (re.compile(rf"\b{_SOMEBODY}['’]s (?=own\b|fault\b|mistake\b|error\b)", re.IGNORECASE), "your "),
    (re.compile(rf"\b{_SOMEBODY} (?:was|were)\b", re.IGNORECASE), "you were"),
    (re.compile(rf"\b{_SOMEBODY} (?:is|are)\b", re.IGNORECASE), "you are"),
    (re.compile(rf"\b{_SOMEBODY} has\b", re.IGNORECASE), "you have"),
    (re.compile(rf"\b{_SOMEBODY}\b", re.IGNORECASE), "you"),
    (re.compile(r"\b(?:her|his|their)\b", re.IGNORECASE), "your"),
    (re.compile(r"\b(?:herself|himself|themselves)\b", re.IGNORECASE), "yourself"),
)
# "She connected to the wrong room" is what happened; blame also says what somebody ought to have done.
_JUDGING = re.compile(
    r"\b(?:should(?: not|n['’]t)?(?: have|['’]ve)|shouldn['’]?t|ought to|could have|needn['’]t|faults?|blame|own (?:error|mistake|stupidity)|"
    r"careless(?:ly|ness)?|negligen\w*|irresponsibl\w*|everything wrong|as usual|of course|why (?:did|do|would)|caused|"
    r"if (?:you|she|he|they|the user) had|never listens?|refuse[sd]? to)\b",
    re.IGNORECASE,
)
_HEADLESS = re.compile(r"(?:should|could|ought|never|did|didn['’]?t|has|had)\b", re.IGNORECASE)
_BLAMING = re.compile(
    r"\b(?:user error|pebkac|pebcak|pibkac|id[- ]?10[- ]?t|layer[- ]?(?:8|eight)|operator error|rtfm|self[- ]inflicted|"
    r"(?:her|his|their|the \w+['’]s)(?: own)? fault|own fault|(?:is|was|are|were) to blame|too (?:lazy|stubborn))\b",
    re.IGNORECASE,
)
_INSULTING = re.compile(
    r"\b(?:idiot(?:ic)?s?|morons?|moronic|stupid(?:ity|ly)?|dumb|dumbass|imbeciles?|fools?|foolish|clueless|incompeten(?:t|ce)|hysterical|hysterics|"
    r"dimwits?|brainless|ignorant|crazy|lunatic|karen|bitch\w*|asshole|jerk|twat|prat|cretins?|pathetic|useless (?:user|customer|caller|"
    r"woman|man|person)|no clue|not the (?:sharpest|brightest)|computer[- ]illiterate|drama queen|whin(?:y|er|ed|ing)|pain in the \w+|know how to (?:even )?use (?:a|the|his|her) (?:computer|pc|mouse)|fuck\w*|annoying|nightmare (?:of a )?(?:user|customer|caller|client))\b",
    re.IGNORECASE,
)
_NOT_THEM = re.compile(
    r"\b(?:not|no one['’]?s?|nobody['’]?s?|never|n['’]t(?! know)|without)\b(?: \w+){0,3}$|\b(?:I|we|my|our|called me|calls me|calling me|me|us|I am|I['’]m)\b(?: \w+){0,2}$",
    re.IGNORECASE,
)
CERTAIN = 0.75
"""Confidence from which the recognizer's word that somebody is insulted needs no other evidence."""


@dataclass(frozen=True, slots=True)
class Unkind:
    """`behaviour` is BLAME or INSULT, `quote` the words of the text."""

    behaviour: str
    quote: str


def unkind(text: str, recognizer: Recognizer) -> tuple[Unkind, ...]:
    """What in a text blames or insults its subject: at most one quotation for each of the two."""
    found: dict[str, Unkind] = {}
    for clause in clauses(tokens(text)):
        piece = text[clause.start : clause.end].strip(" ,;:.-")
        for behaviour in _behaviours(piece, recognizer):
            found.setdefault(behaviour, Unkind(behaviour, piece))
    return tuple(found.values())


def _behaviours(piece: str, recognizer: Recognizer) -> list[str]:
    """Which of the two a clause shows, by words that can mean nothing else, or by the recognizer."""
    if _of_them(_INSULTING, piece):
        return [INSULT]
    if _of_them(_BLAMING, piece):
        return [BLAME]
    # "Should have saved before" leaves out who.
    spoken = f"you {piece}" if _HEADLESS.match(piece) else piece
    for pattern, you in _TO_YOU:
        spoken = pattern.sub(you, spoken)
    if any(one.behaviour == INSULT and one.confidence >= CERTAIN for one in recognizer.detect(piece)):
        return [INSULT]
    if not any(_of_them(_JUDGING, reading) for reading in (piece, spoken)):
        return []
    return [BLAME] if any(BLAME in recognizer.detect(reading).ids for reading in (piece, spoken)) else []


def _of_them(pattern: re.Pattern[str], piece: str) -> bool:
    """Whether the words are there, and neither denied nor about oneself ("not her fault", "she called me an idiot")."""
    return any(not _NOT_THEM.search(piece[: match.start()].rstrip()) for match in pattern.finditer(piece))
