"""Replies that only collect points: polite phrases in a heap, the rubric pasted, one phrase over and over, the
person's words handed back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz

from scoring.clauses import Clause
from scoring.detection import Detection
from scoring.evidence import COMMON
from scoring.labels import labels
from scoring.text import Token, tokens

FEWEST_PHRASES = 5
"""Different kindnesses in short phrases that make a heap when a conversation is opened and closed in one breath."""
MOST_PHRASES = 7
"""So many make a heap whatever they are; an eager first reply has four or five."""
OPENING = frozenset(("greet", "listen", "ask_open", "empathize"))
ASKING = frozenset(("ask_open", "ask_fact", "ask_permission", "offer_options", "let_choose"))
"""Who asks wants an answer: that is no empty phrase."""
CLOSING = frozenset(("close_warmly", "confirm_resolved", "follow_up"))
SHORT = 6
"""Words up to which a clause can be an empty phrase."""
REPEATED = 3
PASTED_NAMES = 3
ECHO = 90
"""rapidfuzz ratio (0..100) from which a reply is the person's own line."""
ECHO_WORDS = 8
SAID_BEFORE = 92
"""rapidfuzz ratio from which a reply may be an earlier one."""
SAME_WORD = 75
"""rapidfuzz ratio from which a word may be another one mistyped."""


def stuffed(
    reply: str, person: str, words: Sequence[Token], pieces: Sequence[Clause], found: Sequence[Detection]
) -> str | None:
    """Why a reply counts as stuffing, or None."""
    return _pasted(words) or _repeated(words, pieces) or _heaped(words, pieces, found) or _echoed(words, person)


def said_before(reply: str, earlier: Sequence[str]) -> str | None:
    """Why a reply adds nothing to earlier ones, or None: the same sentences, slips of the finger aside. One new word, as in
    another question of the same form, is something new. Short answers may recur."""
    words = _plain(tokens(reply))
    if len(words.split()) < 3:
        return None
    for other in (_plain(tokens(one)) for one in earlier):
        if fuzz.ratio(words, other) >= SAID_BEFORE and all(_occurs(word, other.split()) for word in words.split()):
            return "the same words as before"
    return None


def _occurs(word: str, words: Sequence[str]) -> bool:
    return word in words or any(fuzz.ratio(word, other) >= SAME_WORD for other in words)


def _pasted(words: Sequence[Token]) -> str | None:
    text = f" {_plain(words)} "
    named = [name for name in _names() if f" {name} " in text]
    if len(named) >= PASTED_NAMES:
        return f"it names what is scored ({', '.join(named[:3])}) instead of doing it"
    return None


@cache
def _names() -> tuple[str, ...]:
    """How behaviours are called, where nobody would say so to a person; single everyday words left out."""
    everyday = {"greet", "listen", "thank", "apologize", "teach", "blame", "insult", "dismiss", "contradict"}
    names = {name for label in labels().values() for name in (label.name, label.id.replace("_", " "))}
    verbs = {"apologize", "empathize", "greet", "listen", "reassure", "restate", "escalate"}
    nouns = {"apology", "empathy", "greeting", "reassurance", "active listening", "ownership", "timeline", "follow up"}
    return tuple(sorted((names - everyday) | verbs | nouns))


def _repeated(words: Sequence[Token], pieces: Sequence[Clause]) -> str | None:
    said = Counter(text for piece in pieces if len((text := _plain(words[piece.first : piece.last])).split()) >= 2)
    single = Counter(token.norm for token in words if token.is_word and token.norm not in COMMON)
    for _, times in said.most_common(1):
        if times >= REPEATED:
            return f"the same words {times} times"
    for word, times in single.most_common(1):
        if times > REPEATED and times * 2 >= sum(token.is_word for token in words):
            return f'"{word}" {times} times'
    return None


def _heaped(words: Sequence[Token], pieces: Sequence[Clause], found: Sequence[Detection]) -> str | None:
    phrases: dict[tuple[int, int], set[str]] = {}
    for one in found:
        if one.behaviour in _kindnesses() - ASKING and len(one.text.split()) <= SHORT:
            phrases.setdefault((one.start, one.end), set()).add(one.behaviour)
    shown = set[str]().union(*phrases.values())
    full = [piece for piece in pieces if piece.last - piece.first > SHORT + 2]
    asked = any(one.behaviour in ASKING or one.behaviour not in labels() for one in found)
    nothing_else = not asked and len(phrases) >= FEWEST_PHRASES and not full and len(pieces) > len(phrases)
    everything_at_once = bool(shown & OPENING) and bool(shown & CLOSING) and len(phrases) >= FEWEST_PHRASES
    if (everything_at_once or nothing_else or len(phrases) >= MOST_PHRASES) and len(full) * 3 <= len(pieces):
        return f"{len(phrases)} polite phrases in a heap"
    return None


@cache
def _kindnesses() -> frozenset[str]:
    return frozenset(name for name, label in labels().items() if label.kind == "expect")


def _echoed(words: Sequence[Token], person: str) -> str | None:
    line = _plain(tokens(person))
    said = _plain(words)
    # Whoever restates speaks of "you" where the person said "I".
    restates = "you" in said.split() and "you" not in line.split()
    if len(said.split()) >= ECHO_WORDS and not restates and fuzz.ratio(said, line) >= ECHO:
        return "the person's own words handed back"
    return None


def _plain(words: Sequence[Token]) -> str:
    return " ".join(token.norm for token in words if token.is_word)
