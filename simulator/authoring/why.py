"""What a reply shows and why, clause by clause, in words a trainer can act on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from scoring.explanation import ClauseExplained, Considered, Explanation

MOST = 3
"""So many of the behaviours that a clause nearly shows are told of, unless all are asked for."""
NEAR = 0.2
"""Share of the threshold from which something is nearly shown."""
FRAGMENTS = "spelling"
"""Evidence of pieces of words says little to people: only with all the rest."""
ALIKE = 0.4
"""Similarity to an exemplar from which something is nearly shown, whatever its confidence."""


def in_words(explanation: Explanation, names: Mapping[str, str], *, all_considered: bool = False) -> str:
    """The explanation as lines of text that end in a newline. `names`: id -> how people read it."""
    return "".join(f"{line}\n" for line in _lines(explanation, names, all_considered))


def as_json(explanation: Explanation) -> dict[str, Any]:
    """The whole explanation as JSON-ready data."""
    return {"shown": list(explanation.shown), **asdict(explanation)}


def _lines(explanation: Explanation, names: Mapping[str, str], all_considered: bool) -> Iterator[str]:
    if not explanation.clauses:
        yield "There are no words in it: the person hears a silence."
    for clause in explanation.clauses:
        yield f"“{_one_line(clause.text)}” (characters {clause.start} to {clause.end})"
        yield from _clause(clause, names, all_considered)
    if explanation.stuffed is not None:
        yield f"The whole reply counts for little: {explanation.stuffed}"
    shown = ", ".join(_name(one, names) for one in explanation.shown)
    yield f"In all: {shown or 'nothing that counts'}"


def _clause(clause: ClauseExplained, names: Mapping[str, str], all_considered: bool) -> Iterator[str]:
    shown = [one for one in clause.considered if one.shown]
    others = [one for one in clause.considered if not one.shown]
    told = others if all_considered else [one for one in others if _nearly(one)][:MOST]
    if not shown and not told:
        told = others[:1]
    for one in shown:
        yield f"  shows: {_name(one.behaviour, names)} ({_confidence(one)})"
        yield from _grounds(one, all_considered)
    for one in told:
        yield f"  not: {_name(one.behaviour, names)} ({_confidence(one)})"
        yield from _grounds(one, all_considered)
    if not clause.considered:
        yield "  nothing comes near it"
    if len(told) < len(others):
        yield f"  … and {len(others) - len(told)} less likely (--all shows them)"


def _nearly(one: Considered) -> bool:
    return bool(one.veto) or one.confidence >= NEAR * one.threshold or one.similarity >= ALIKE


def _confidence(one: Considered) -> str:
    return f"{one.confidence:.2f}; it takes {one.threshold:.2f}"


def _grounds(one: Considered, all_considered: bool) -> Iterator[str]:
    if one.veto:
        yield f"    vetoed: {_one_line(one.veto)}"
    if one.nearest:
        yield f"    nearest phrase: “{_one_line(one.nearest)}” ({one.similarity:.0%} alike)"
    for label, wanted in (("for it", True), ("against it", False)):
        found = dict.fromkeys(
            _piece(name, weight, what)
            for name, weight, what in one.evidence
            if (weight > 0) is wanted and what != one.nearest and (all_considered or name != FRAGMENTS)
        )
        if found:
            yield f"    {label}: {', '.join(found)}"


def _piece(name: str, weight: float, what: str) -> str:
    """One piece of evidence: “what happened” +0.55. A form is not quoted: its words are ours."""
    text = _one_line(what.replace("^ ", "").replace(" $", ""))
    if not text:
        return f"{name} {weight:+.2f}"
    if name == "form":
        return f"{text} {weight:+.2f}"
    return f"{'' if name == 'words' else f'{name} '}“{text}” {weight:+.2f}"


def _name(behaviour: str, names: Mapping[str, str]) -> str:
    name = names.get(behaviour, behaviour.replace("_", " "))
    return name if name == behaviour else f"{name} [{behaviour}]"


def _one_line(text: str) -> str:
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())
