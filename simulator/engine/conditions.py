"""When a rule of a state holds."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.course.models import Bound, Rule, Shown
from simulator.engine.events import Mood


@dataclass(frozen=True, slots=True)
class TurnFacts:
    """Everything a rule may ask about, as it stands after the reply: what this reply showed, what was shown so far
    (this reply included), trainee turns spent in the state (this one included), mood, scenario clock in minutes, facts
    told; what happened before this reply; the promises that were made, kept and broken, this reply included."""

    shown: frozenset[str] = frozenset()
    so_far: frozenset[str] = frozenset()
    turns_in_state: int = 0
    mood: Mood = Mood(50, 50, 50)  # noqa: RUF009 - immutable
    clock: int = 0
    told: frozenset[str] = frozenset()
    happened: frozenset[str] = frozenset()
    promised: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()


def holds(rule: Rule, facts: TurnFacts) -> bool:
    """Whether every condition of the rule holds."""
    return (
        _shown(rule.when, facts.shown)
        and _shown(rule.so_far, facts.so_far)
        and facts.turns_in_state >= rule.after
        and all(_within(bound, facts.mood) for bound in rule.mood)
        and (rule.clock is None or facts.clock >= rule.clock)
        and facts.told.issuperset(rule.told)
        and facts.happened.issuperset(rule.happened)
        and facts.happened.isdisjoint(rule.not_happened)
        and facts.promised.issuperset(rule.promised)
        and facts.kept.issuperset(rule.kept)
        and facts.broken.issuperset(rule.broken)
    )


def _shown(asked: Shown, shown: frozenset[str]) -> bool:
    return (
        shown.issuperset(asked.all)
        and shown.isdisjoint(asked.none)
        and (not asked.any or not shown.isdisjoint(asked.any))
    )


def _within(bound: Bound, mood: Mood) -> bool:
    points: int = getattr(mood, bound.axis)
    return (bound.at_least is None or points >= bound.at_least) and (bound.below is None or points < bound.below)
