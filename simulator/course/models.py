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
from simulator.course.path import LearningPath

MOOD_AXES = ("calm", "trust", "patience")
MOOD_WORDS = ("furious", "angry", "upset", "settled", "calm")
MAIL = "mail"
CHANNELS = ("phone", "desk", "home", MAIL, "chat")
COSTS = 10
"""Points off for a broken promise, unless it says otherwise."""
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
    the state itself). `say`: lines that replace the next state's own for this transition. `happened` and
    `not_happened`: happenings that came, and none that came. `promised`, `kept` and `broken`: promises of which that is
    true. `takes`: minutes that pass when the rule fires, besides the turn's own.
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
    happened: tuple[str, ...] = ()
    not_happened: tuple[str, ...] = ()
    promised: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    takes: int = 0


@dataclass(frozen=True, slots=True)
class Ignored:
    """What comes of it when none of `unless` (behaviours and moves) is shown in the `within` replies that follow a
    happening: `shift` to the mood, and `say` before the person's line."""

    unless: tuple[str, ...]
    within: int = 1
    shift: Shift = Shift()
    say: Lines = Lines()


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happens in the middle of a conversation, once: an entry of `events`.

    `lines` are what is told. `rule` holds its conditions and what it does to the mood; its `go` is "", and its `after`
    counts all replies of the conversation. `states`: it happens only while the conversation is in one of them (none:
    in any). `due`: so many replies that follow are the answer to it.
    """

    id: str
    lines: Lines
    rule: Rule
    states: tuple[str, ...] = ()
    due: int = 1
    ignored: Ignored | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """What the person makes of a promise that was kept, or broken: `say` is put before their line."""

    shift: Shift = Shift()
    say: Lines = Lines()


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that the trainee may promise, once. `definition` is the author's `is`.

    A reply that shows one of `made_by` (in one of `states`, when any are named) makes it; a later one that shows one of
    `kept_by` keeps it. It is broken when its time comes before that: the time that the trainee named when `as_said`,
    else `turns` replies or `minutes` of the scenario's clock later; when neither is given, it is never due. `costs`:
    points off when broken.
    """

    id: str
    definition: str
    made_by: tuple[str, ...]
    kept_by: tuple[str, ...]
    states: tuple[str, ...] = ()
    as_said: bool = False
    turns: int | None = None
    minutes: int | None = None
    kept: Came = Came()
    broken: Came = Came()
    costs: int = COSTS


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
    """One situation. Compared by identity: the engine keeps one state machine for each. `happenings` are its `events`,
    in the order of the file. `subject` is that of the mails, "" where there is none."""

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
    happenings: Mapping[str, Happening] = field(default_factory=dict)
    promises: Mapping[str, Promise] = field(default_factory=dict)
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """A whole pack. `version` is a SHA-256 over the contents of its files (not their paths on this machine).
    `behaviours`: every label that the course can use, the built-in ones and the pack's own. `path`: the order in which
    to practise."""

    root: Path
    personas: Mapping[str, Persona]
    scenarios: Mapping[str, Scenario]
    version: str
    behaviours: Mapping[str, Label] = field(default_factory=dict)
    path: LearningPath = field(default_factory=LearningPath)
