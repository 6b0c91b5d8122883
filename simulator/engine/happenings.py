"""What has happened in the middle of a conversation, what happens next, and what was left without an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scoring.rubric import Expected, TurnShown
from simulator.course.models import Happening
from simulator.engine.conditions import TurnFacts, holds


class Happenings:
    """The happenings of one conversation: each comes once."""

    def __init__(self, happenings: Mapping[str, Happening]) -> None:
        self._happenings = happenings
        self._came: dict[str, int] = {}
        self._waiting: list[Happening] = []

    @property
    def came(self) -> frozenset[str]:
        return frozenset(self._came)

    def next(self, turn: int, state: str, facts: TurnFacts) -> Happening | None:
        """What happens after the person's line of a turn that led to `state`: the first whose conditions hold. In
        `facts`, the turns in the state are all replies of the conversation."""
        for happening in self._happenings.values():
            if (
                happening.id not in self._came
                and (not happening.states or state in happening.states)
                and holds(happening.rule, facts)
            ):
                self._came[happening.id] = turn
                if happening.ignored is not None:
                    self._waiting.append(happening)
                return happening
        return None

    def left(self, turn: int, counted: frozenset[str]) -> list[Happening]:
        """Those that turn `turn`, showing `counted`, was the last to answer, and did not."""
        over = []
        for happening in self._waiting.copy():
            ignored = happening.ignored
            assert ignored is not None
            if counted.intersection(ignored.unless):
                self._waiting.remove(happening)
            elif turn - self._came[happening.id] >= ignored.within:
                self._waiting.remove(happening)
                over.append(happening)
        return over


def answered(item: Expected, came: int, turns: Sequence[TurnShown]) -> bool:
    """Whether a reply given after turn `came` shows what `item` expects."""
    return any(
        name == item.behaviour for turn in turns if turn.turn > came and turn.stuffed is None for name, *_ in turn.shown
    )
