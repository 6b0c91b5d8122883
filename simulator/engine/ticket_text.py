"""The two fields of a ticket that are prose: the problem, held against what was told, and the solution, held against
what was done and how it ended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from scoring.naming import LIKE_ENOUGH, Naming, naming
from simulator.course.models import Wanted
from simulator.engine.conversation import Conversation
from simulator.engine.events import PersonSaid

FACTS, PERSON, TRAINEE = 1.0, 0.8, 0.5
"""What a shared word is worth: of a fact that was told, of the person's lines, of what else the conversation is made
of."""
NAMED, HALF_NAMED = 1.2, 0.7
"""Sum of the weights of shared words from which a note names what it is about, in full and in half: two telling words, or
one."""
FEWEST = 0.2
"""Part of a note that has to be about it for the whole."""
MOST_STEPS = 2
"""Things done that a solution has to name; who did only one has to name one."""
FAILED = "failed"

_FIXED = re.compile(
    r"\b(?:fix(?:ed)?|solved|resolved|sorted(?: out)?|repaired|mended|cured|(?:works|working|worked|runs|running|fine|ok|okay|good|up) again|"
    r"back to normal|up and running|problem (?:is )?gone|all (?:is )?(?:good|well|fine|ok)|success(?:ful(?:ly)?)?|everything (?:is )?(?:works|working|fine|ok)|"
    r"recovered|restored|rescued|completed|happy (?:user|customer|caller))\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|no|never|nothing|none|without|un(?:able|til)|cannot|can['’]t|could ?n['’]t|\w+n['’]t|fail(?:ed|s|ure)?|hardly|if|until|before|"
    r"to be|will be|would|should|must|needs?|instead of|tried|try|still|yet to|waiting|hope\w*|promised?)\b",
    re.IGNORECASE,
)
_NOT_FIXED = re.compile(
    r"\b(?:un(?:solved|resolved|fixed)|not (?:\w+ ){0,2}(?:fix(?:ed)?|solved?|resolved?|repaired|saved?|possible|helped|recovered|finished|done|"
    r"completed|found|reached|work(?:ing|s|ed)?)|(?:could|did|was|were|is|has|can)(?: not|n['’]t)\b|cannot|can['’]t|unable|no (?:solution|fix|way|"
    r"success|result)|nothing (?:\w+ ){0,2}(?:done|helped|worked|fixed|solved)|lost|gone|failed|failure|fails|hung up|hangs up|ended the call|"
    r"walked (?:out|off|away)|left (?:angry|without)|gave up|too late|missed|aborted|broke off|escalat\w+|still (?:open|broken|not|stuck|down)|"
    r"remains?|(?:case|ticket|is|left) open|unfinished|without (?:a )?(?:solution|result|success)|complain\w*|deleted|destroyed|overwritten|unsaved)\b",
    re.IGNORECASE,
)
_AHEAD = 5
"""Words before a claim within which a negation, a wish or a plan turns it into none."""


class Verdict(NamedTuple):
    """`share` is what of the field's worth is earned (0..1), None when nothing can be said; `claim`: words that claim a
    success which was none."""

    share: float | None
    why: str
    claim: str = ""


def problem(conversation: Conversation, text: str) -> Verdict:
    """How well `text` names the problem. What a scenario wants named may be put in words that it did not think of: who
    names what was told earns half of it."""
    words, wanted = naming(), conversation.scenario.ticket.problem
    told = _told(conversation, words, text)
    if not wanted:
        return told
    named = _of_wanted(words, text, wanted)
    if named.share or not told.share:
        return named
    return Verdict(0.5, f"{told.why}; {named.why}")


def _told(conversation: Conversation, words: Naming, text: str) -> Verdict:
    """How much `text` has of what was told."""
    facts, lines, scenario = facts_told(conversation), said(conversation), conversation.scenario
    if not facts and not lines:
        return Verdict(None, "nothing was told that could stand here")
    own = [*(turn.reply for turn in conversation.turns), *(move.definition for move in scenario.moves)]
    shared = words.shared(
        text, [(FACTS, facts.values()), (PERSON, [*lines, scenario.title, scenario.summary]), (TRAINEE, own)]
    )
    missing = "; ".join(f"“{fact}”" for fact in list(facts.values())[:2])
    told_too = f"; what was told: {missing}" if missing else ""
    if shared.mass >= NAMED and shared.share >= FEWEST:
        return Verdict(1.0, f"names what was told: {', '.join(shared.words)}")
    if shared.mass >= HALF_NAMED:
        return Verdict(0.5, f"names little of what was told ({', '.join(shared.words)}){told_too}")
    return Verdict(0.0, f"does not name what was told{told_too}")


def solution(conversation: Conversation, text: str) -> Verdict:
    """How well `text` tells what was done and how it ended. A claim of success after a failure earns nothing."""
    words, outcome = naming(), conversation.outcome or ""
    wanted = conversation.scenario.ticket.solution.get(outcome, ())
    if outcome != FAILED:
        return _of_wanted(words, text, wanted) if wanted else _done(conversation, words, text)
    claim = claims_success(text)
    if claim:
        return Verdict(0.0, f"claims a success (“{claim}”), but the conversation failed", claim)
    if wanted:
        return _of_wanted(words, text, wanted)
    honest = _NOT_FIXED.search(text) is not None
    done = _done(conversation, words, text)
    ending = "says that it did not succeed" if honest else "does not say that it did not succeed"
    if not _shown(conversation):
        return Verdict(1.0 if honest else 0.0, ending)
    return Verdict(honest / 2 + (done.share or 0.0) / 2, f"{ending}; {done.why}")


def facts_told(conversation: Conversation) -> Mapping[str, str]:
    """The facts that the person has told, in the order of the telling."""
    scenario = conversation.scenario
    # Among what was entered are the scenario's events, too.
    states = (scenario.states[name] for name in conversation.entered if name in scenario.states)
    return {fact: scenario.facts[fact] for state in states for fact in state.tells}


def said(conversation: Conversation) -> tuple[str, ...]:
    """The person's lines."""
    return tuple(event.text for event in conversation.current if isinstance(event, PersonSaid))


def claims_success(text: str) -> str:
    """The words that say that all is well, "" when none do: "not fixed" and "to be fixed" do not."""
    for match in _FIXED.finditer(text):
        # Only what stands in the same sentence can turn it round.
        before = re.split(r"[.;!?\n]", text[: match.start()])[-1]
        near = " ".join(before.replace(",", " , ").split()[-_AHEAD:])
        if not _NOT.search(near):
            return match.group()
    return ""


def _of_wanted(words: Naming, text: str, wanted: Sequence[Wanted]) -> Verdict:
    """The share of the things that are wanted which `text` names."""
    found = [words.named(text, one.like).likeness >= LIKE_ENOUGH for one in wanted]
    if len(wanted) == 1 and not wanted[0].name:
        return Verdict(
            float(found[0]), "names it" if found[0] else f"does not name it; for example: “{wanted[0].like[0]}”"
        )
    names = _listed("names", (one.name for one, there in zip(wanted, found, strict=True) if there))
    lacks = _listed("does not name", (one.name for one, there in zip(wanted, found, strict=True) if not there))
    return Verdict(sum(found) / len(found), "; ".join(filter(None, (names, lacks))))


def _done(conversation: Conversation, words: Naming, text: str) -> Verdict:
    """How much of what the trainee did `text` names: the scenario's moves that were shown, by their phrases."""
    shown = _shown(conversation)
    by_id = {move.id: move for move in conversation.scenario.moves}
    named = [name for name in shown if words.named(text, by_id[name].like).likeness >= LIKE_ENOUGH]
    replies = [turn.reply for turn in conversation.turns]
    about = words.shared(text, [(FACTS, shown.values()), (TRAINEE if shown else FACTS, replies)])
    if named and len(named) >= min(MOST_STEPS, len(shown)):
        return Verdict(1.0, _listed("names what was done:", map(_readable, named)))
    if not shown and about.mass >= NAMED:
        return Verdict(1.0, f"names what was done: {', '.join(about.words)}")
    worth = {item.behaviour: item.worth for item in conversation.scenario.rubric.expect}
    open_ = sorted((name for name in shown if name not in named), key=lambda name: -worth.get(name, 0))
    missing = _listed("does not name:", map(_readable, open_[:MOST_STEPS]))
    if named or about.mass >= (NAMED if shown else HALF_NAMED):
        part = _listed("names", map(_readable, named)) or f"names some of what was done ({', '.join(about.words)})"
        return Verdict(0.5, "; ".join(filter(None, (part, missing))))
    return Verdict(0.0, missing or "does not name what was done")


def _shown(conversation: Conversation) -> dict[str, str]:
    """The scenario's moves that were shown, each with the words that first showed it."""
    moves = {move.id for move in conversation.scenario.moves}
    found: dict[str, str] = {}
    for turn in conversation.turns:
        for name, quote, *_ in turn.shown:
            if name in moves:
                found.setdefault(name, quote)
    return found


def _listed(what: str, names: Iterable[str]) -> str:
    found = list(names)
    return f"{what} {', '.join(found)}" if found else ""


def _readable(name: str) -> str:
    return name.replace("_", " ")
