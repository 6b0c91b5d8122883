"""What forbids a reading whatever the words resemble: negation of the deed, and what safety demands.

The fitted model sees negated and quoted words as words of their own; these rules are for where a mistake would be
grave.
"""

from __future__ import annotations

from collections.abc import Sequence

from scoring.clauses import Clause
from scoring.evidence import NEGATIONS
from scoring.text import Token, tokens

_TELLING = frozenset("tell give send say share need want spell text type read write hand".split())
_UNKIND = frozenset(("insult", "refuse", "dismiss", "interrupt"))
_COURTESY = frozenset(
    "bye goodbye cheers lot thanks thank you your ok okay oh well then now and so very much a an the have had good nice great wonderful lovely pleasant fine rest "
    "of day evening morning afternoon night weekend week one take care see again soon all best to for help time patience calling call till later "
    "please no problem worries my pleasure welcome you're i hello hi hey dear sir madam".split()
)
"""Who says nothing but such words is courteous; what they may think while saying so is nobody's business."""
_SAYING = frozenset("tell give send say share spell text read write hand what's which dictate".split())
_TYPING = frozenset("type typing enter entering key".split())
_CHANGING = frozenset("temporary temp temporarily change changing changed reset resetting".split())
_OWN_HANDS = frozenset("yourself yourselves".split())
_PROMISING = frozenset("guarantee guarantees guaranteed promise promises promising certain sure swear".split())
_SECRETS = frozenset(
    "password passwords passcode passphrase pin pins pass login logins log sign credential credentials creds code codes "
    "secret otp spell dictate letter letters capital capitals caps characters digits typed".split()
)
_HARMLESS = frozenset("problem problems worries worry rush hurry need doubt matter bother trouble".split())
"""What follows a "no" that negates nothing: "no problem, I wait outside"; nor does the "no" of an answer."""
_EARLY = 2
"""Words (or half of the window, if that is more) within which a negation concerns the deed itself."""


def veto(behaviour: str, words: Sequence[Token], clause: Clause, line: Sequence[Token]) -> str:
    """Why a clause of a reply (its `words`) to the person's `line` can not show a behaviour, "" when nothing forbids it.

    Asking for a password can be fatal to a score, and what is asked for where nobody spoke of one is seldom a
    password: "send it to me" may be about a file.
    """
    norms = [token.norm for token in words[clause.first : clause.last]]
    if behaviour == "demand_password":
        if _negated(norms, _TELLING) or not _OWN_HANDS.isdisjoint(norms):
            return "it declines the password instead of asking for it"
        if not _CHANGING.isdisjoint(norms):
            return "it has the password changed instead of asking for it"
        if not _TYPING.isdisjoint(norms) and _SAYING.isdisjoint(norms):
            return "it has the password typed in instead of asking for it"
        if _SECRETS.isdisjoint(token.norm for token in (*words, *line)):
            return "nobody spoke of a password"
    if behaviour in _UNKIND and all(norm in _COURTESY for norm in norms if norm[0].isalpha()):
        return "it is only a courtesy"
    if behaviour == "overpromise" and _negated(norms, _PROMISING):
        return "it says that nothing is certain"
    return ""


def forbids_move(words: Sequence[Token], window: Clause, phrase: str) -> bool:
    """Whether a window tells to do what the phrase tells not to do, or the other way round."""
    norms = [token.norm for token in words[window.first : window.last]]
    return _is_negative(norms) != _is_negative([token.norm for token in tokens(phrase)])


def _is_negative(norms: Sequence[str]) -> bool:
    if norms[:1] == ["no"] and norms[1:2] and (norms[1] in _HARMLESS or not norms[1][0].isalpha()):
        norms = norms[1:]
    return any(at < max(_EARLY, len(norms) // 2) for at in _negations(norms))


def _negated(norms: Sequence[str], verbs: frozenset[str]) -> bool:
    return any(not verbs.isdisjoint(norms[at + 1 : at + 5]) for at in _negations(norms))


def _negations(norms: Sequence[str]) -> list[int]:
    return [at for at, norm in enumerate(norms) if norm in NEGATIONS]
