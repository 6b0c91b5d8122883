"""One way through a scenario, reply by reply: what a reply does to the person, to promises and to the clock, and what
happens next."""

from __future__ import annotations

import weakref
from collections import Counter
from collections.abc import Iterable

from scoring.detection import Recognizer
from scoring.rubric import Expected, TurnShown
from simulator.course.models import Course, Persona, Rule, Scenario, Shift, State
from simulator.engine import answers
from simulator.engine.conditions import TurnFacts
from simulator.engine.consequences import Change, Consequences, of_ignoring, of_promises, together
from simulator.engine.events import (
    LEAP,
    Ended,
    Event,
    EventHappened,
    Mood,
    MoodShifted,
    Moved,
    PersonSaid,
    TimePassed,
    TraineeSaid,
)
from simulator.engine.happenings import Happenings, answered
from simulator.engine.lines import LinePicker
from simulator.engine.machine import advance, enter
from simulator.engine.mood import mood_word, shifted, shifts
from simulator.engine.promises import Promises
from simulator.engine.reading import Reading, read

A_DAY = 24 * 60


class Play:
    """Where a conversation stands. It only goes forwards: to take something back, play it again.

    `mood`, `clock` (minutes since the scenario's start), `turns` (the replies, as the rubric sees them), `entered`
    (state, or event of the scenario -> replies given before it was first entered, or came) and `events` (in order) are
    there to be read.
    """

    def __init__(self, course: Course, scenario: Scenario, recognizer: Recognizer, seed: int, start: str) -> None:
        self._course = course
        self._scenario = scenario
        self._persona: Persona = course.personas[scenario.persona]
        self._recognizer = recognizer
        machine, self._position = enter(scenario, start)
        # The machine is shared and would keep every model for ever.
        weakref.finalize(self, machine.remove_model, self._position)
        begins = self._persona.mood
        self.mood = Mood(begins.calm, begins.trust, begins.patience)
        self.clock = 0
        self.turns: list[TurnShown] = []
        self.entered: dict[str, int] = {}
        self.events: list[Event] = []
        self._picker = LinePicker(seed)
        self._so_far: frozenset[str] = frozenset()
        self._times: Counter[str] = Counter()
        self._replies = 0
        self._turns_in_state = 0
        self._told: list[str] = []
        self._last_line = ""
        self._promises = Promises(scenario.promises)
        self._happenings = Happenings(scenario.happenings)

    @property
    def state(self) -> State:
        return self._scenario.states[self._position.state]

    @property
    def turn(self) -> int:
        """How many replies were given."""
        return self._replies

    def is_open(self, item: Expected) -> bool:
        """Whether an expected item is due by now and was not shown."""
        if item.due is not None and item.due not in self.entered:
            return False
        if item.due is not None and item.answer:
            return not answered(item, self.entered[item.due], self.turns)
        return item.behaviour not in self._so_far

    def open(self) -> tuple[Event, ...]:
        """The person's first line."""
        self._enter_state()
        events: list[Event] = []
        self._last_line = answers.opening(self._picker, self.state, mood_word(self.mood.calm))
        if self._last_line:
            events.append(self._said(self._last_line, "line"))
        self.events.extend(events)
        return tuple(events)

    def reply(self, text: str) -> tuple[Event, ...]:
        """The trainee says `text` ("" or blanks: says nothing)."""
        before = self.state
        self._replies += 1
        self._turns_in_state += 1
        events: list[Event] = [TraineeSaid(self.turn, text, before.id)]
        # What led nowhere elsewhere may be just right here.
        earlier = [turn.reply for turn in self.turns if turn.state == before.id]
        reading = read(self._course, self._scenario, self._recognizer, text, self._last_line, self._told, earlier)
        if not reading.silent:
            events.append(reading.recognized(self.turn))
        self.turns.append(reading.as_turn_shown(self.turn, before.id))

        came = self._word_given(reading, before.id)
        changes = [*shifts(self._persona, reading.reasons, self._times), *came.changes]
        new = frozenset(name for name in reading.counted if name not in self._so_far)
        self._times.update(reading.reasons)
        self._so_far |= reading.counted
        old_mood = self.mood
        self.mood = shifted(old_mood, (shift for _, shift in changes))

        fired = advance(self._position, self._facts(reading.counted, self._turns_in_state))
        rule = before.then[fired - 1] if fired else Rule(before.id)
        self.clock += rule.takes
        late = of_promises(self._scenario.promises, self._promises.lapse(self.turn, self.clock))
        more = [one for one in (("what happened", rule.shift), *late.changes) if one[1] != Shift()]
        self.mood = shifted(self.mood, (shift for _, shift in more))
        changes += more
        events += came.events
        if changes:
            events.append(self._mood_shifted(old_mood, changes))
        events.append(Moved(self.turn, before.id, self.state.id, fired))
        if self.state is not before:
            self._enter_state()
        moment = answers.Moment(
            self.turn, before, self.state, rule, reading, new, mood_word(self.mood.calm), came.asides, late.asides
        )
        events += self._answered(answers.answer(self._persona, self._picker, moment), rule.takes, late.events)
        if self.state.ending is not None:
            events.append(Ended(self.turn, self.state.id, self.state.ending))
        else:
            events += self._happening(reading.counted)
        self.events.extend(events)
        return tuple(events)

    def _word_given(self, reading: Reading, state: str) -> Consequences:
        """What a reply given in `state` does to promises, and to what waits for an answer. The time that the reply
        itself takes passes here."""
        turn, promises, clock = self.turn, self._promises, self.clock
        self.clock += self._scenario.clock.each_turn
        now = (self._scenario.clock.starts + clock) % A_DAY
        events = (
            *promises.keep(turn, reading.detections, reading.counted),
            *promises.make(turn, reading.text, state, reading.detections, reading.counted, clock=clock, now=now),
            *promises.lapse(turn, self.clock),
        )
        left = self._happenings.left(turn, reading.counted)
        return together((of_promises(self._scenario.promises, events), of_ignoring(left, turn)))

    def _answered(self, said: answers.Answer, takes: int, late: Iterable[Event]) -> list[Event]:
        """The person's line, and the time that passes before it: what they say at once comes before that."""
        whole = answers.joined((said.first, said.line))
        self._last_line = whole or self._last_line
        events: list[Event] = []
        leap = takes >= LEAP
        if leap and said.first:
            events.append(self._said(said.first, said.how_first, self.clock - takes))
        if takes:
            events.append(TimePassed(self.turn, takes, self.clock))
        events += late
        line = said.line if leap else whole
        if line:
            events.append(self._said(line, said.how))
        return events

    def _happening(self, counted: frozenset[str]) -> list[Event]:
        """What happens after the person's line, if anything does."""
        happening = self._happenings.next(self.turn, self.state.id, self._facts(counted, self.turn))
        if happening is None:
            return []
        self.entered.setdefault(happening.id, self.turn)
        text = answers.told(self._picker, self.turn, happening.id, happening.lines, mood_word(self.mood.calm))
        self._last_line = answers.joined((self._last_line, text))
        events: list[Event] = [EventHappened(self.turn, happening.id, text, self.state.id, self.clock)]
        if happening.rule.shift != Shift():
            old_mood, self.mood = self.mood, shifted(self.mood, (happening.rule.shift,))
            events.append(self._mood_shifted(old_mood, [(happening.id, happening.rule.shift)]))
        return events

    def _facts(self, counted: frozenset[str], replies: int) -> TurnFacts:
        promises = self._promises
        return TurnFacts(
            counted,
            self._so_far,
            replies,
            self.mood,
            self.clock,
            frozenset(self._told),
            self._happenings.came,
            promises.made,
            promises.kept,
            promises.broken,
        )

    def _mood_shifted(self, old: Mood, changes: Iterable[Change]) -> MoodShifted:
        because = tuple((name, shift.calm, shift.trust, shift.patience) for name, shift in changes)
        return MoodShifted(self.turn, old, self.mood, because)

    def _enter_state(self) -> None:
        self._turns_in_state = 0
        self.entered.setdefault(self.state.id, self.turn)
        self._told.extend(fact for fact in self.state.tells if fact not in self._told)

    def _said(self, text: str, how: str, clock: int | None = None) -> PersonSaid:
        at = self.clock if clock is None else clock
        return PersonSaid(self.turn, text, how, self.state.id, self.mood, at)
