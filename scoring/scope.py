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
_UNKIND = frozenset(("insult", "refuse"))
_WISHES = frozenset(
    "thanks thank cheers good nice great wonderful lovely pleasant fine best welcome pleasure care soon".split()
)
_COURTESY = _WISHES | frozenset(
    "bye goodbye lot you your ok okay oh well then now and so very much a an the have had rest of day evening morning afternoon night weekend "
    "week one take see again all to for help time patience calling call till later please my you're i hello hi hey dear sir madam".split()
)
"""Who says nothing but such words, a wish or thanks among them, is courteous. A bare "bye" may be all there is of a
refusal."""
_SAYING = (_TELLING - {"need", "want", "type"}) | frozenset(("what's", "which", "dictate"))
_TYPING = frozenset("type typing enter entering key".split())
_INTO = frozenset(("in", "into"))
_TO_SEE = frozenset(("me", "here", "chat"))
_CHANGING = frozenset("temporary temp temporarily change changing reset resetting".split())
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
        if _is_typed_in(norms):
            return "it has the password typed in instead of asking for it"
        if _SECRETS.isdisjoint(token.norm for token in (*words, *line)):
            return "nobody spoke of a password"
    if (
        behaviour in _UNKIND
        and not _WISHES.isdisjoint(norms)
        and all(norm in _COURTESY for norm in norms if norm[0].isalpha())
    ):
        return "it is only a courtesy"
    if behaviour == "overpromise" and _negated(norms, _PROMISING):
        return "it says that nothing is certain"
    return ""


def _is_typed_in(norms: Sequence[str]) -> bool:
    """Whether something is typed into its field, and not to somebody: "type the password in for me" is, "type me your
    password" and "type it in here in the chat" are not."""
    typed = next((at for at, norm in enumerate(norms) if norm in _TYPING), None)
    if typed is None or _INTO.isdisjoint(norms[typed:]) or not _SAYING.isdisjoint(norms):
        return False
    return _TO_SEE.isdisjoint(norms[typed + 1 : typed + 3]) and norms[-1] not in _TO_SEE and "chat" not in norms


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
