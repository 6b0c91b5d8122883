"""How the persona feels, and what a reply does to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from simulator.course.models import MOOD_WORDS, Lines, Persona, Shift
from simulator.engine.events import Mood

BAND = 20
"""Width of a mood word's band of `calm`, in points."""

DEFAULT_WEIGHTS: Mapping[str, Shift] = {
    "silence": Shift(patience=-6),
    "confused": Shift(patience=-3),
    "stuffed": Shift(calm=-4, trust=-10, patience=-6),
}
"""What happens to anybody when a reply is empty, not understood or stuffed, unless the persona says otherwise."""

STANDS_IN: Mapping[str, tuple[str, ...]] = {
    "furious": ("furious", "angry"),
    "angry": ("angry", "furious"),
    "upset": ("upset",),
    "settled": ("settled", "calm"),
    "calm": ("calm", "settled"),
}


def mood_word(calm: int) -> str:
    """The word for a `calm` of 0..100: furious, angry, upset, settled or calm."""
    return MOOD_WORDS[min(len(MOOD_WORDS) - 1, max(0, calm) // BAND)]


def wordings(lines: Lines, word: str) -> tuple[str, ...]:
    """The lines for a mood: its own, else those of the mood that stands in for it, else the usual ones."""
    for candidate in STANDS_IN[word]:
        if lines.by_mood.get(candidate):
            return lines.by_mood[candidate]
    return lines.usual


def shifts(persona: Persona, shown: Iterable[str], times_before: Mapping[str, int]) -> tuple[tuple[str, Shift], ...]:
    """What each thing shown does to this persona. A kindness that was already shown does half as much each time: the
    tenth apology calms nobody; an unkindness always does its full harm."""
    found = []
    for name in shown:
        weight = persona.weights.get(name) or DEFAULT_WEIGHTS.get(name)
        if weight is not None:
            found.append((name, _worn(weight, times_before.get(name, 0))))
    return tuple((name, shift) for name, shift in found if shift != Shift())


def _worn(shift: Shift, times: int) -> Shift:
    def wear(points: int) -> int:
        return points >> times if points > 0 else points

    return Shift(wear(shift.calm), wear(shift.trust), wear(shift.patience))


def reacts_to(persona: Persona, shown: Iterable[str], new: Collection[str]) -> str:
    """The behaviour on which the persona has a word to say: harm always, a kindness the first time (when it is in
    `new`); of several what weighs most. "" when there is none."""

    def weight(name: str) -> tuple[bool, int, str]:
        shift = persona.weights.get(name, Shift())
        total = shift.calm + shift.trust + shift.patience
        return (total < 0, abs(total), name)

    candidates = [name for name in shown if name in persona.reactions and (name in new or weight(name)[0])]
    return max(candidates, key=weight, default="")


def shifted(mood: Mood, changes: Iterable[Shift]) -> Mood:
    """The mood after the sum of all changes, each figure kept in 0..100."""
    calm, trust, patience = mood.calm, mood.trust, mood.patience
    for change in changes:
        calm += change.calm
        trust += change.trust
        patience += change.patience
    return Mood(_clamp(calm), _clamp(trust), _clamp(patience))


def _clamp(points: int) -> int:
    return max(0, min(100, points))
