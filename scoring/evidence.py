"""What can be seen in a piece of text: its words in order, the parts of its words, its form, and how it relates to the
other's line.

The same function serves the fit and the run time, so a weight always means what it was fitted on. Every piece of
evidence has a name a person can read: `word:could you` (one to three words in a row; `^` and `$` are the ends, `not_`
marks words under a negation, `said_` words in quotation marks), `part:sorr` (three to five letters of a
word), `form:open question`, `line:` for the relation to the person's line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from scoring.text import Token

PART_LENGTHS = (3, 4, 5)
LINE_WORD = 0.4
"""Strength of each word of the person's line as evidence."""
NEGATION_REACH = 4
"""Words that a negation colours, unless a mark ends it sooner."""

NEGATIONS = frozenset(
    "not no never don't can't won't isn't aren't wasn't weren't doesn't didn't hasn't haven't hadn't couldn't wouldn't "
    "shouldn't ain't without nobody nothing neither nor hardly".split()
)
COMMON = frozenset(
    "i you the a an to it is was of and in my me your that this on for at have has be so but not do did don't i'm it's with we he she "
    "they are am just all can what now then out up no if or get got go from as".split()
)
OPEN_WORDS = frozenset("what when where which who how why what's who's how's where's when's whats".split())
CLOSED_OPENERS = frozenset(
    "is are am was were do does did have has had can could would will may might shall should isn't aren't doesn't didn't can't couldn't won't".split()
)
_I = frozenset(("i", "i'm", "i'll", "i've", "i'd", "my", "me"))
_YOU = frozenset(("you", "your", "you're", "you've", "you'll", "yours", "you'd"))
_WE = frozenset(("we", "we'll", "we're", "us", "let's", "our", "we've"))
_WILL = frozenset(("i'll", "we'll", "will", "gonna", "you'll"))
_DURATION = re.compile(
    r"(?:#|\b(?:a|an|one|two|three|four|five|six|ten|fifteen|twenty|thirty|half|couple|few|next)) (?:of )?(?:an? )?"
    r"(?:minutes?|hours?|days?|weeks?|seconds?|months?)\b"
)
_ABUSE = frozenset(
    "idiot idiots idiotic moron morons moronic imbecile imbeciles cretin dimwit halfwit nitwit twit dunce dumber dumbest dumbass dummy stupider stupidest "
    "brainless clueless pathetic loser losers jerk jerks jackass asshole assholes arsehole bastard bastards bitch dickhead twat wanker tosser muppet numpty "
    "plonker pillock clown clowns buffoon swine scum vermin worthless creep creepy weirdo freak lunatic nutter liar liars hypocrite coward crybaby "
    "whiner ignoramus".split()
)
"""Words that hardly anybody uses but to call somebody names."""
_UNITS = frozenset("minute minutes hour hours day days week weeks second seconds month months".split())
_WHEN = frozenset("by at before around until after".split())
_BY_WHEN = re.compile(
    r"\b(?:by|at|before|around|until|after) (?:#|noon|lunch|tomorrow|monday|tuesday|wednesday|thursday|friday|one|two|"
    r"three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)


class Evidence(NamedTuple):
    """What was seen in one piece of text: `words`, one to three in a row; `spelled`, the words whose letter groups
    (`word_parts`) count; `form`, names with how strongly (0..1)."""

    words: list[str]
    spelled: list[str]
    form: dict[str, float]

    @property
    def parts(self) -> list[str]:
        """The letter groups of all spelled words."""
        return [part for word in self.spelled for part in word_parts(word)]


def line_words(line: Sequence[Token]) -> frozenset[str]:
    """The words of the person's line that carry its content."""
    return frozenset(token.norm for token in line if token.norm not in COMMON)


def gather(piece: Sequence[Token], line: frozenset[str], line_asks: bool, quoted: Sequence[bool]) -> Evidence:
    """All the evidence in one piece (a clause or a whole reply). `quoted` says of each token whether it is in
    quotation marks."""
    norms = [_kind(token.norm) for token in piece]
    spelled = [norm for norm, in_quotes in zip(norms, quoted, strict=True) if norm[0].isalpha() and not in_quotes]
    return Evidence(_grams(norms, quoted), spelled, _form(norms, piece, line, line_asks))


def with_line(reply: Evidence, line: frozenset[str]) -> Evidence:
    """The evidence of a whole reply, with the words of the line that it answers: "who are you" makes a greeting
    likely."""
    heard = {f"line word: {word}": LINE_WORD for word in line if word[0].isalpha()}
    return reply._replace(form={**reply.form, **heard})


def _kind(norm: str) -> str:
    if norm[0].isdigit():
        return "#time" if ":" in norm else "#"
    return norm


def _grams(norms: Sequence[str], quoted: Sequence[bool]) -> list[str]:
    marked = ["^"]
    negated = 0
    for norm, in_quotes in zip(norms, quoted, strict=True):
        is_word = norm[0].isalpha()
        if not is_word and norm in ".,;:?!":
            negated = 0
        if in_quotes and is_word:
            marked.append("said_" + norm)
        elif negated and is_word:
            marked.append("not_" + norm)
        else:
            marked.append(norm)
        negated = NEGATION_REACH if norm in NEGATIONS else max(0, negated - 1)
    marked.append("$")
    grams = marked[1:-1]
    grams.extend([f"{one} {two}" for one, two in pairwise(marked)])
    grams.extend([f"{one} {two} {three}" for one, two, three in zip(marked, marked[1:], marked[2:], strict=False)])
    return grams


@lru_cache(maxsize=20_000)
def word_parts(word: str) -> tuple[str, ...]:
    """The letter groups of a word, its ends marked with blanks."""
    padded = f" {word} "
    return tuple(padded[at : at + length] for length in PART_LENGTHS for at in range(len(padded) - length + 1))


def _form(norms: Sequence[str], piece: Sequence[Token], line: frozenset[str], line_asks: bool) -> dict[str, float]:
    words = [norm for norm in norms if norm[0].isalpha()]
    have = set(norms)
    content = [word for word in words if word not in COMMON]
    echoed = sum(word in line for word in content)
    distinct = min(3, len({word for word in content if word in line})) / 3
    timed = not have.isdisjoint(_UNITS) or not have.isdisjoint(_WHEN)
    text = " ".join(norms) if timed else ""
    first = words[0] if words else ""
    asks = "?" in have
    you = not have.isdisjoint(_YOU)
    self = not have.isdisjoint(_I)
    abusive = not have.isdisjoint(_ABUSE)
    share = echoed / len(content) if content else 0.0
    seen = {
        "line: words taken up": distinct,
        "line: share taken up": share,
        "line: echoed": float(share > 0.7 and len(content) > 2),
        "line: asked back": distinct * asks,
        "line: their words to them": distinct * you,
        "line: it asked": float(line_asks),
        "form: question": float(asks),
        "form: open question word": float(not have.isdisjoint(OPEN_WORDS)),
        "form: opens with a question word": float(first in OPEN_WORDS),
        "form: opens like a closed question": float(first in CLOSED_OPENERS),
        "form: alternatives": float("or" in have),
        "form: duration": float(timed and _DURATION.search(text) is not None),
        "form: by when": float("#time" in have or (timed and _BY_WHEN.search(text) is not None)),
        "form: quotation": float('"' in have),
        "form: colon": float(":" in have),
        "form: exclamation": float("!" in have),
        "form: capitals": float(_shouts(piece)),
        "form: addresses them": float(you),
        "form: speaks of self": float(self),
        "form: them without self": float(you and not self),
        "form: together": float(not have.isdisjoint(_WE)),
        "form: future": float(not have.isdisjoint(_WILL)),
        "form: please": float("please" in have),
        "form: word of abuse": float(abusive),
        "form: word of abuse to them": float(abusive and you and not self),
        "form: very short": float(len(words) <= 3),
        "form: length": min(1.0, len(words) / 40),
        "form: commas": min(1.0, norms.count(",") / 8),
    }
    return {name: value for name, value in seen.items() if value}


def _shouts(piece: Sequence[Token]) -> bool:
    loud = sum([token.shouted for token in piece])
    return loud > 0 and loud * 2 > sum([len(token.norm) > 2 for token in piece]) > 2


def quotations(piece: Sequence[Token]) -> list[bool]:
    """For each token whether it stands within a pair of quotation marks."""
    marks = [index for index, token in enumerate(piece) if token.norm == '"']
    inside = [False] * len(piece)
    for opening, closing in zip(marks[::2], marks[1::2], strict=False):
        for index in range(opening + 1, closing):
            inside[index] = True
    return inside
