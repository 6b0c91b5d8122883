"""What a scenario's rubric says, as data: which behaviours and moves earn, when they are due, and what costs."""

from __future__ import annotations

from dataclasses import dataclass

ANY_TIME = None
WITHIN_TURNS = 3
"""Turns after its `due` state was entered in which an item earns in full, unless the rubric says otherwise."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One behaviour or move that earns `worth` points, once.

    `due` names the state from which it is due (None: any time). Shown before that or within `within` trainee turns of
    entering it, it earns in full; later, half. `if_reached`: not scored at all when `due` was never entered.
    `answer`: `due` is something that happens, and this is the answer to it: shown before, it does not count.
    """

    behaviour: str
    worth: int
    due: str | None = None
    within: int | None = WITHIN_TURNS
    model: str = ""
    if_reached: bool = False
    answer: bool = False


@dataclass(frozen=True, slots=True)
class Avoided:
    """One behaviour or move that `costs` points in each turn that shows it, at most `times` turns; `fatal` (a reason)
    instead caps the whole score at `Rubric.fatal_cap` and fails the session. What is shown after the state `until` was
    entered no longer counts: a restart harms nobody once the document is saved."""

    behaviour: str
    costs: int = 0
    times: int = 2
    fatal: str = ""
    instead: str = ""
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Rubric:
    pass_mark: int
    expect: tuple[Expected, ...]
    avoid: tuple[Avoided, ...] = ()
    fatal_cap: int = 30


@dataclass(frozen=True, slots=True)
class TurnShown:
    """One reply of the trainee as the rubric sees it: turn number (from 1), the state it was given in, its words and
    what they showed as (behaviour, quoted words, start, end); `stuffed` as in `Detections`."""

    turn: int
    state: str
    reply: str
    shown: tuple[tuple[str, str, int, int], ...]
    stuffed: str | None = None


@dataclass(frozen=True, slots=True)
class ItemScore:
    """One rubric item, scored. `status` is one of: earned, late, stuffed, missed, not_scored, avoided (an avoid item
    that did not occur), charged, fatal. `points` is what it adds to the raw total (negative for charges), `worth` what
    it could have added. `turn` and `quote` are the evidence (turn where it was shown, the trainee's words) or, for a
    miss, the turn at which it was due; `due` is the state of the rubric."""

    behaviour: str
    kind: str
    status: str
    points: float
    worth: int
    turn: int | None
    quote: str
    due: str | None
    model: str
    why: str


@dataclass(frozen=True, slots=True)
class Score:
    """The whole: `score` 0..100 (int), `raw` before caps, `passed`, items in the rubric's order, and why a cap
    applied."""

    score: int
    raw: float
    passed: bool
    pass_mark: int
    items: tuple[ItemScore, ...]
    capped: str = ""
