"""What only shows when a scenario's states and rules are looked at together: where a conversation can not come, can
not leave, can not end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from simulator.course.models import Bound, Rule, Shown
from simulator.course.nodes import Place
from simulator.course.rules import DraftRule
from simulator.course.source import Source
from simulator.course.states import DraftState

GOOD = "handled_well"

MOST_COMPARED = 200
"""So many rules of a state are held against each other."""

Leads = Mapping[str, set[str] | None]


def check_flow(source: Source, states: Mapping[str, DraftState], start: str | None, at: Place) -> None:
    """Look at all states of a scenario, beginning at `start` (None: not known). `at` is where `states` stands."""
    for draft in states.values():
        _check_rules(source, draft)
    leads = {name: _leads(draft) for name, draft in states.items()}
    endings = {name for name, draft in states.items() if draft.final}
    dead = {
        name for name, targets in leads.items() if name not in endings and targets is not None and targets <= {name}
    }
    ending = _ending(leads, endings | dead)
    for name, draft in states.items():
        if name in dead:
            source.complain("DS402", draft.key, state=name)
        elif endings and name not in ending:
            source.complain("DS403", draft.key, state=name)
    if all(draft.whole for draft in states.values()) and GOOD not in {draft.state.ending for draft in states.values()}:
        source.complain("DS409", at)
    if start is not None and start in states and start not in endings:
        reached = _reached(leads, start)
        for name, draft in states.items():
            if name not in reached:
                source.complain("DS401", draft.key, state=name, start=start)


def _leads(draft: DraftState) -> set[str] | None:
    """Where the state's rules lead; None when that can not be told, and so may be everywhere."""
    targets = {rule.go for rule in draft.rules}
    return {target for target in targets if target is not None} if draft.whole and None not in targets else None


def _reached(leads: Leads, start: str) -> set[str]:
    """The states to which a conversation may come."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        state = waiting.pop()
        if state not in reached:
            reached.add(state)
            targets = leads.get(state, set())
            if targets is None:
                return set(leads)
            waiting.extend(targets)
    return reached


def _ending(leads: Leads, ends: set[str]) -> set[str]:
    """The states from which one of `ends` may be reached."""
    comes_from: dict[str, list[str]] = {}
    for state, targets in leads.items():
        for target in targets or ():
            comes_from.setdefault(target, []).append(state)
    found: set[str] = set()
    waiting = [*ends, *(state for state, targets in leads.items() if targets is None)]
    while waiting:
        state = waiting.pop()
        if state not in found:
            found.add(state)
            waiting.extend(comes_from.get(state, ()))
    return found


def _check_rules(source: Source, draft: DraftState) -> None:
    tells = draft.state.tells
    for index, later in enumerate(draft.rules):
        if later.otherwise and index < len(draft.rules) - 1:
            source.complain("DS404", later.at)
        if not later.readable:
            continue
        if impossible(later.rule):
            source.complain("DS412", later.at)
        elif (first := _covering(draft.rules[: min(index, MOST_COMPARED)], later.rule, tells)) is not None:
            source.complain("DS405", later.at, first=first.at.line)


def _covering(earlier: Sequence[DraftRule], later: Rule, tells: Sequence[str]) -> DraftRule | None:
    """The first rule that is taken whenever `later` could be. An `otherwise` in the wrong place is complained of
    itself."""
    return next((one for one in earlier if one.readable and not one.otherwise and covers(one.rule, later, tells)), None)


def impossible(rule: Rule) -> bool:
    """Whether the rule's conditions contradict each other."""
    for shown in (rule.when, rule.so_far):
        if set(shown.all) & set(shown.none) or (shown.any and set(shown.any) <= set(shown.none)):
            return True
    if set(rule.happened) & set(rule.not_happened) or set(rule.kept) & set(rule.broken):
        return True
    shown_now = set(rule.when.all) | (set(rule.when.any) if len(rule.when.any) == 1 else set())
    return bool(shown_now & set(rule.so_far.none))


def covers(earlier: Rule, later: Rule, tells: Sequence[str] = ()) -> bool:
    """Whether `earlier` holds whenever `later` does, in a state that `tells` facts."""
    return (
        _shown(earlier.when, later.when)
        and _shown(earlier.so_far, later.so_far)
        and earlier.after <= max(1, later.after)
        and all(any(_bounded(one, two) for two in later.mood) for one in earlier.mood)
        and (earlier.clock is None or (later.clock is not None and later.clock >= earlier.clock))
        and set(earlier.told) <= {*later.told, *tells}
        and set(earlier.happened) <= set(later.happened)
        and set(earlier.not_happened) <= set(later.not_happened)
        and set(earlier.promised) <= {*later.promised, *later.kept, *later.broken}
        and set(earlier.kept) <= set(later.kept)
        and set(earlier.broken) <= set(later.broken)
    )


def _shown(earlier: Shown, later: Shown) -> bool:
    any_holds = (
        not earlier.any
        or bool(set(later.all) & set(earlier.any))
        or (bool(later.any) and set(later.any) <= set(earlier.any))
    )
    sure = {*later.all, *(later.any if len(later.any) == 1 else ())}
    return any_holds and set(earlier.all) <= sure and set(earlier.none) <= set(later.none)


def _bounded(earlier: Bound, later: Bound) -> bool:
    if earlier.axis != later.axis:
        return False
    if earlier.at_least is not None:
        return later.at_least is not None and later.at_least >= earlier.at_least
    return later.below is not None and earlier.below is not None and later.below <= earlier.below
