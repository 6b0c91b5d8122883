"""What forbids a reading whatever the words resemble: negation of the deed, and what safety demands.

The fitted model sees negated and quoted words as words of their own; these rules are for where a mistake would be grave.
"""

from __future__ import annotations

from collections.abc import Sequence

from scoring.clauses import Clause
from scoring.evidence import NEGATIONS
from scoring.text import Token, tokens

_TELLING = frozenset("tell give send say share need want spell text type read write hand".split())
_OWN_HANDS = frozenset("yourself yourselves".split())


def veto(behaviour: str, words: Sequence[Token], clause: Clause) -> str:
    """Why a clause can not show a behaviour, "" when nothing forbids it."""
    norms = [token.norm for token in words[clause.first : clause.last]]
    if behaviour == "demand_password":
        if _negated(norms, _TELLING) or _OWN_HANDS & set(norms):
            return "it declines the password instead of asking for it"
    return ""


def forbids_move(words: Sequence[Token], window: Clause, phrase: str) -> bool:
    """Whether a window tells not to do what the phrase does."""
    norms = [token.norm for token in words[window.first : window.last]]
    negations = _negations(norms)
    if not negations or _negations([token.norm for token in tokens(phrase)]):
        return False
    return negations[0] < max(2, len(norms) // 2)


def _negated(norms: Sequence[str], verbs: frozenset[str]) -> bool:
    for at in _negations(norms):
        if not verbs.isdisjoint(norms[at + 1 : at + 5]):
            return True
    return False


def _negations(norms: Sequence[str]) -> list[int]:
    return [at for at, norm in enumerate(norms) if norm in NEGATIONS]
