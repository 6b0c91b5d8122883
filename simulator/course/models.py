"""The checked models of a course: what the engine, the report and the trainer's bench work with.

They are plain frozen dataclasses: everything that can be wrong with a file has been found before one of them exists.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scoring.detection import Move
from scoring.labels import Label
from scoring.rubric import Rubric

MOOD_AXES = ("calm", "trust", "patience")
MOOD_WORDS = ("furious", "angry", "upset", "settled", "calm")
CHANNELS = ("phone", "desk", "home", "mail", "chat")
OUTCOMES = ("handled_well", "muddled_through", "failed")


@dataclass(frozen=True, slots=True)
class Shift:
    """A change of mood, in points (-100..100)."""

    calm: int = 0
    trust: int = 0
    patience: int = 0


@dataclass(frozen=True, slots=True)
class Lines:
    """Wordings by mood. `usual` serves every mood that has none of its own; `by_mood` keys are MOOD_WORDS."""

    usual: tuple[str, ...] = ()
    by_mood: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Persona:
    """A person whom trainees meet. `weights`: behaviour id -> what it does to their mood. `reactions`: behaviour id ->
    short lines said before the state's line when the reply showed it."""

    id: str
    name: str
    age: int
    job: str
    speaks: str
    literacy: str
    temperament: str
    mood: Shift
    weights: Mapping[str, Shift]
    reactions: Mapping[str, tuple[str, ...]]
    silence: Lines
    confused: Lines
    stuffed: Lines


@dataclass(frozen=True, slots=True)
class Shown:
    """Behaviours and moves: holds when all of `all`, at least one of `any` (if any are named) and none of `none` are
    shown."""

    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bound:
    """`axis` of the mood is at least `at_least` and below `below` (None: unbounded)."""

    axis: str
    at_least: int | None = None
    below: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of a state's `then`: where to go when all its conditions hold. An `otherwise` has no conditions.

    `when`: shown in this turn; `so_far`: shown in the conversation so far, this turn included. `after`: at least so
    many trainee turns were spent in this state, this one included. `mood`: bounds on the mood after this turn's
    shifts. `clock`: the scenario clock stands at or past this minute (since the scenario's start). `told`: facts that
    the person has told. `shift`: what the transition does to the mood. `go` is a state id ("stay" has been resolved to
    the state itself). `say`: lines that replace the next state's own for this transition.
    """

    go: str
    when: Shown = Shown()
    so_far: Shown = Shown()
    after: int = 0
    mood: tuple[Bound, ...] = ()
    clock: int | None = None
    told: tuple[str, ...] = ()
    shift: Shift = Shift()
    say: Lines = Lines()


@dataclass(frozen=True, slots=True)
class State:
    """`person`: lines said on entering. `meanwhile`: lines said when a reply left the conversation in this state.
    `silence` and `confused` override the persona's. `ending` is one of OUTCOMES for a final state, else None."""

    id: str
    tells: tuple[str, ...] = ()
    person: Lines = Lines()
    meanwhile: Lines = Lines()
    silence: Lines = Lines()
    confused: Lines = Lines()
    then: tuple[Rule, ...] = ()
    ending: str | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """The scenario's own clock, in minutes of the day. Each trainee turn takes `each_turn` minutes."""

    starts: int
    each_turn: int = 1
    deadline: int | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that a good ticket names: `name` as reports call it ("" when it is the only thing), `like`: phrases for
    it."""

    name: str
    like: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoodTicket:
    """What a good ticket says. `problem` is to be named whole; `solution`: outcome -> what to name. `parts`: () for none.
    `follow_up`: whether one is expected. Empty, or None for the last two: the scenario does not say."""

    problem: tuple[Wanted, ...] = ()
    solution: Mapping[str, tuple[Wanted, ...]] = field(default_factory=dict)
    parts: tuple[Wanted, ...] | None = None
    follow_up: bool | None = None


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Scenario:
    """One situation. Compared by identity: the engine keeps one state machine for each."""

    id: str
    title: str
    persona: str
    channel: str
    level: int
    scene: str
    facts: Mapping[str, str]
    moves: tuple[Move, ...]
    start: str
    states: Mapping[str, State]
    rubric: Rubric
    clock: Clock
    folder: Path
    summary: str = ""
    ticket: GoodTicket = GoodTicket()


@dataclass(frozen=True, slots=True)
class Course:
    """A whole pack. `version` is a SHA-256 over the contents of its files (not their paths on this machine).
    `behaviours`: every label that the course can use, the built-in ones and the pack's own."""

    root: Path
    personas: Mapping[str, Persona]
    scenarios: Mapping[str, Scenario]
    version: str
    behaviours: Mapping[str, Label] = field(default_factory=dict)
