"""What the person says to a reply: of the new state when there is one, else of what kept the conversation here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from simulator.course.models import Lines, Persona, Rule, State
from simulator.engine.events import LEAP
from simulator.engine.lines import LinePicker
from simulator.engine.mood import reacts_to, wordings
from simulator.engine.reading import Reading

Aside = tuple[str, Lines]
"""What lines are for (a purpose, as `LinePicker` takes it), and their wordings."""


HOW = {"line": "line", "silence": "aside", "confused": "confused", "stuffed": "stuffed"}
"""What a line is for -> `how` of `PersonSaid`."""


class Moment(NamedTuple):
    """What the person answers to. `rule`: the one that fired in state `before`, or an empty one; `new`: what was shown for the first
    time; `mood`: how they feel about it all, in a word. `first` and `then`: what they say of promises and of what was
    ignored, before and after the time that the rule takes."""

    turn: int
    before: State
    after: State
    rule: Rule
    reading: Reading
    new: frozenset[str]
    mood: str
    first: tuple[Aside, ...] = ()
    then: tuple[Aside, ...] = ()


class Answer(NamedTuple):
    """`first` is said at once, `line` when the time that the rule takes has passed; each may be "". `how` (of `line`) and
    `how_first` as in `PersonSaid`."""

    first: str
    line: str
    how: str
    how_first: str


def answer(persona: Persona, picker: LinePicker, moment: Moment) -> Answer:
    """The person's answer. What `picker` gives depends on what it gave before."""
    reading, rule, before = moment.reading, moment.rule, moment.before
    moved = moment.after is not before
    stuffed = reading.detections.stuffed is not None
    lines: tuple[Lines, ...]
    how = "line"
    if moved:
        lines, purpose = (rule.say, moment.after.person), "person"
    elif reading.silent:
        how = purpose = "silence"
        lines = (before.silence, persona.silence)
    elif stuffed:
        how = purpose = "stuffed"
        lines = (persona.stuffed,)
    elif not reading.detections.understood:
        how = purpose = "confused"
        lines = (before.confused, persona.confused)
    else:
        lines, purpose = (rule.say, before.meanwhile, before.person), "meanwhile"

    def pick(purpose: str, *candidates: Lines) -> str:
        return _pick(picker, moment.turn, purpose, moment.mood, candidates)

    place = moment.after.id
    how_first, first = "line", []
    if how != "line" and rule.takes >= LEAP:
        # Nobody says "pardon?" ten minutes later.
        how_first, first = HOW[how], [pick(f"{place}:{purpose}", *lines)]
        how, purpose, lines = "line", "meanwhile", (rule.say, before.meanwhile, before.person)
    elif moved and stuffed:
        first.append(pick(f"{place}:stuffed", persona.stuffed))
    elif how == "line":
        first.append(_reaction(persona, picker, moment))
    first.extend(pick(name, said) for name, said in moment.first)
    then = [pick(name, said) for name, said in moment.then]
    then.append(pick(f"{place}:{purpose}", *lines))
    return Answer(joined(first), joined(then), HOW[how], how_first)


def opening(picker: LinePicker, state: State, mood: str) -> str:
    """The person's first line, "" when the state has none."""
    return _pick(picker, 0, f"{state.id}:person", mood, (state.person,))


def told(picker: LinePicker, turn: int, name: str, lines: Lines, mood: str) -> str:
    """What is told of something that happens."""
    return _pick(picker, turn, f"event:{name}", mood, (lines,))


def joined(parts: Iterable[str]) -> str:
    """Several things said one after the other. What has lines of its own, as a mail has, gets a paragraph of its
    own."""
    said = [part for part in parts if part]
    return ("\n\n" if any("\n" in part for part in said) else " ").join(said)


def _reaction(persona: Persona, picker: LinePicker, moment: Moment) -> str:
    name = reacts_to(persona, moment.reading.counted, moment.new)
    return picker.pick(persona.reactions[name], moment.turn, f"reaction:{name}") if name else ""


def _pick(picker: LinePicker, turn: int, purpose: str, mood: str, candidates: Iterable[Lines]) -> str:
    """A wording of the first of `candidates` that has one for the mood."""
    for_mood = (wordings(lines, mood) for lines in candidates)
    return picker.pick(next(filter(None, for_mood), ()), turn, purpose)
