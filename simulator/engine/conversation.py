"""One conversation: replies in, events out. The same course version, seed and inputs give the same events
everywhere."""

from __future__ import annotations

import weakref
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace

from scoring.detection import Detections, Recognizer
from scoring.rubric import Expected, TurnShown
from scoring.stuffing import said_before
from simulator.course.models import Course, Lines, Persona, Rule, Scenario, Shift, State
from simulator.engine.conditions import TurnFacts
from simulator.engine.events import (
    Afterwards,
    Ended,
    Event,
    HintGiven,
    Left,
    Mood,
    MoodShifted,
    Moved,
    NoteTaken,
    PersonSaid,
    Recognized,
    SessionStarted,
    TraineeSaid,
    Undone,
)
from simulator.engine.lines import LinePicker
from simulator.engine.machine import advance, enter
from simulator.engine.mood import mood_word, reacts_to, shifted, shifts, wordings
from simulator.engine.terms import definition, harmful

PRACTICE = "practice"
EXAM = "exam"


class NotNow(Exception):
    """Something that this conversation does not allow at this moment; the message says why."""


class NothingToUndo(NotNow):
    """There is no reply to take back."""


class Conversation:
    """A scripted person and a trainee, somewhere in a scenario.

    Every method that changes something returns the events it made, which are also appended to `events`. Raises
    KeyError when `start` names no state of the scenario.
    """

    def __init__(
        self,
        course: Course,
        scenario: Scenario,
        recognizer: Recognizer,
        seed: int,
        *,
        mode: str = PRACTICE,
        start: str | None = None,
    ) -> None:
        self.course = course
        self.scenario = scenario
        self.persona: Persona = course.personas[scenario.persona]
        self.seed = seed
        self.mode = mode
        self.start = scenario.states[start or scenario.start].id
        self.recognizer = recognizer
        self._events: list[Event] = []
        self._replies: list[str] = []
        self._reset()

    # What can be seen

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that happened, what was taken back included."""
        return tuple(self._events)

    @property
    def state(self) -> State:
        return self.scenario.states[self._position.state]

    @property
    def mood(self) -> Mood:
        return self._mood

    @property
    def mood_word(self) -> str:
        return mood_word(self._mood.calm)

    @property
    def turn(self) -> int:
        """How many replies count so far."""
        return len(self._replies)

    @property
    def clock(self) -> int:
        """Minutes since the scenario's start."""
        return self.turn * self.scenario.clock.each_turn

    @property
    def time(self) -> str:
        """The scenario clock as the person would read it, "16:44"."""
        hours, minutes = divmod(self.scenario.clock.starts + self.clock, 60)
        return f"{hours % 24:02d}:{minutes:02d}"

    @property
    def minutes_left(self) -> int | None:
        """Minutes to the deadline, negative when it has passed; None when there is none."""
        deadline = self.scenario.clock.deadline
        return None if deadline is None else deadline - self.scenario.clock.starts - self.clock

    @property
    def over(self) -> bool:
        return self.state.ending is not None

    @property
    def outcome(self) -> str | None:
        return self.state.ending

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(event.text for event in self._events if isinstance(event, NoteTaken))

    @property
    def turns(self) -> tuple[TurnShown, ...]:
        """The replies that count, as the rubric sees them."""
        return tuple(self._turns)

    @property
    def entered(self) -> dict[str, int]:
        """State -> replies given before it was first entered."""
        return dict(self._entered)

    @property
    def current(self) -> tuple[Event, ...]:
        """The events that count: nothing that was taken back, in order."""
        return tuple(self._kept)

    # What can be done

    def open(self) -> tuple[Event, ...]:
        """Begin: the session's first event and the person's first line."""
        if self._events:
            raise NotNow("the conversation has begun already")
        return self._record(self._opening())

    def reply(self, text: str) -> tuple[Event, ...]:
        """The trainee says `text` ("" or blanks: says nothing). Raises NotNow when the conversation is over or not
        begun."""
        self._check_begun()
        if self.over:
            raise NotNow("the conversation is over")
        return self._record(self._turn(text))

    def undo(self) -> tuple[Event, ...]:
        """Take the last reply back: everything but the record of it is as before. Raises NotNow in an exam."""
        if self.mode == EXAM:
            raise NotNow("in an exam nothing can be taken back")
        if not self._replies:
            raise NothingToUndo("there is no reply to take back")
        taken_back = Undone(turn=self.turn)
        replies = self._replies[:-1]
        self._reset()
        self._opening()
        for text in replies:
            self._turn(text)
        return self._record((taken_back,))

    def hint(self) -> HintGiven:
        """The dearest item that is due and not shown yet. Raises NotNow in an exam or when nothing is left to say."""
        if self.mode == EXAM:
            raise NotNow("in an exam there are no hints")
        self._check_begun()
        due = self.due()
        if not due or self.over:
            raise NotNow("nothing more is due at this moment: answer the person")
        item = max(due, key=lambda expected: expected.worth)
        text = item.model or definition(self.course, self.scenario, item.behaviour)
        event = HintGiven(turn=self.turn, behaviour=item.behaviour, text=text)
        self._record((event,))
        return event

    def note(self, text: str) -> NoteTaken:
        """Keep a note of the trainee's. Raises NotNow when the conversation has not begun."""
        self._check_begun()
        event = NoteTaken(turn=self.turn, text=text)
        self._record((event,))
        return event

    def leave(self) -> tuple[Event, ...]:
        """The trainee goes before the end and may come back. Raises NotNow when the conversation has not begun."""
        self._check_begun()
        return self._record((Left(turn=self.turn),))

    def look_back(self, *said: Afterwards) -> tuple[Event, ...]:
        """Keep what the trainee says of the conversation once it is over."""
        assert self.over
        return self._record(said)

    def due(self) -> tuple[Expected, ...]:
        """The expected items that are due by now and have not been shown, in the rubric's order."""
        shown = self._so_far
        return tuple(
            item
            for item in self.scenario.rubric.expect
            if item.behaviour not in shown and (item.due is None or item.due in self._entered)
        )

    @classmethod
    def resume(
        cls, course: Course, scenario: Scenario, recognizer: Recognizer, events: Sequence[Event]
    ) -> Conversation:
        """Rebuild a conversation by giving the trainee's inputs again. Over a newer course this re-scores it; inputs
        that come after an ending of the newer course are left out. Raises ValueError when `events` does not begin with
        SessionStarted."""
        if not events or not isinstance(events[0], SessionStarted):
            raise ValueError("a session begins with session_started")
        first = events[0]
        start = first.start if first.start in scenario.states else None
        again = cls(course, scenario, recognizer, first.seed, mode=first.mode, start=start)
        again.open()
        for event in events[1:]:
            if isinstance(event, TraineeSaid):
                if not again.over:
                    again.reply(event.text)
            elif isinstance(event, Undone):
                if again.turn >= event.turn:
                    again.undo()
            elif isinstance(event, HintGiven | NoteTaken | Left | Afterwards):
                again._record((event,))
        return again

    # How it goes

    def _check_begun(self) -> None:
        if not self._events:
            raise NotNow("the conversation has not begun")

    def _reset(self) -> None:
        machine, self._position = enter(self.scenario, self.start)
        # The machine is shared and would keep every model for ever.
        if hasattr(self, "_forget"):
            self._forget()
        self._forget: Callable[[], object] = weakref.finalize(self, machine.remove_model, self._position)
        start = self.persona.mood
        self._mood = Mood(start.calm, start.trust, start.patience)
        self._picker = LinePicker(self.seed)
        self._replies = []
        self._turns: list[TurnShown] = []
        self._kept: list[Event] = []
        self._so_far: frozenset[str] = frozenset()
        self._times: Counter[str] = Counter()
        self._entered: dict[str, int] = {}
        self._turns_in_state = 0
        self._told: list[str] = []
        self._last_line = ""

    def _record(self, events: Iterable[Event]) -> tuple[Event, ...]:
        events = tuple(events)
        self._events.extend(events)
        return events

    def _opening(self) -> tuple[Event, ...]:
        version = f"{self.course.version}+{self.recognizer.version}"
        started = SessionStarted(self.scenario.id, version, self.seed, self.mode, self.start, self._mood)
        self._enter_state()
        events: list[Event] = [started]
        line = self._pick("person", self.state.person)
        if line:
            events.append(self._said(line, "line"))
        self._kept.extend(events)
        return tuple(events)

    def _turn(self, text: str) -> tuple[Event, ...]:
        before = self.state
        self._replies.append(text)
        self._turns_in_state += 1
        events: list[Event] = [TraineeSaid(self.turn, text, before.id)]
        silent = not text.strip()
        detections = Detections() if silent else self._detect(text)
        counted = self._counted(detections)
        if not silent:
            events.append(self._recognized(detections))
        self._turns.append(self._as_turn_shown(text, before.id, detections))

        reasons = self._reasons(detections, counted, silent)
        changes = list(shifts(self.persona, reasons, self._times))
        new = frozenset(name for name in counted if name not in self._so_far)
        self._times.update(reasons)
        self._so_far |= counted
        old_mood = self._mood
        self._mood = shifted(old_mood, (shift for _, shift in changes))

        facts = TurnFacts(counted, self._so_far, self._turns_in_state, self._mood, self.clock, frozenset(self._told))
        fired = advance(self._position, facts)
        rule = before.then[fired - 1] if fired else None
        if rule is not None and rule.shift != Shift():
            changes.append(("what happened", rule.shift))
            self._mood = shifted(self._mood, (rule.shift,))
        if changes:
            because = tuple((name, shift.calm, shift.trust, shift.patience) for name, shift in changes)
            events.append(MoodShifted(self.turn, old_mood, self._mood, because))
        events.append(Moved(self.turn, before.id, self.state.id, fired))
        events.extend(self._answer(before, rule, detections, counted, new, silent))
        if self.state.ending is not None:
            events.append(Ended(self.turn, self.state.id, self.state.ending))
        self._kept.extend(events)
        return tuple(events)

    def _detect(self, text: str) -> Detections:
        facts = tuple(self.scenario.facts[name] for name in self._told)
        detections = self.recognizer.detect(text, self._last_line, moves=self.scenario.moves, facts=facts)
        # What led nowhere elsewhere may be just right here.
        earlier = [turn.reply for turn in self._turns if turn.state == self.state.id]
        return detections if detections.stuffed else replace(detections, stuffed=said_before(text, earlier))

    def _counted(self, detections: Detections) -> frozenset[str]:
        """What moves the conversation: in a stuffed reply only what does harm counts."""
        if detections.stuffed is None:
            return detections.ids
        return detections.ids & harmful(self.course, self.scenario)

    def _reasons(self, detections: Detections, counted: frozenset[str], silent: bool) -> list[str]:
        reasons = [one.behaviour for one in detections if one.behaviour in counted]
        if silent:
            reasons.append("silence")
        elif detections.stuffed is not None:
            reasons.append("stuffed")
        elif not detections.understood:
            reasons.append("confused")
        return list(dict.fromkeys(reasons))

    def _answer(
        self,
        before: State,
        rule: Rule | None,
        detections: Detections,
        counted: frozenset[str],
        new: frozenset[str],
        silent: bool,
    ) -> list[Event]:
        """The person's next line: of the new state when there is one, else of what kept the conversation here."""
        persona = self.persona
        moved = self.state is not before
        said_by_rule = rule.say if rule is not None else Lines()
        lines: tuple[Lines, ...]
        how = "line"
        if moved:
            self._enter_state()
            lines, purpose = (said_by_rule, self.state.person), "person"
        elif silent:
            how = purpose = "silence"
            lines = (before.silence, persona.silence)
        elif detections.stuffed is not None:
            how = purpose = "stuffed"
            lines = (persona.stuffed,)
        elif not detections.understood:
            how = purpose = "confused"
            lines = (before.confused, persona.confused)
        else:
            lines, purpose = (said_by_rule, before.meanwhile, before.person), "meanwhile"
        parts = []
        if moved and detections.stuffed is not None:
            parts.append(self._pick("stuffed", persona.stuffed))
        elif how == "line":
            parts.append(self._reaction(counted, new))
        parts.append(self._pick(purpose, *lines))
        text = " ".join(part for part in parts if part)
        return [self._said(text, "aside" if how == "silence" else how)] if text else []

    def _reaction(self, counted: frozenset[str], new: frozenset[str]) -> str:
        name = reacts_to(self.persona, counted, new)
        return self._picker.pick(self.persona.reactions[name], self.turn, f"reaction:{name}") if name else ""

    def _enter_state(self) -> None:
        self._turns_in_state = 0
        self._entered.setdefault(self.state.id, self.turn)
        self._told.extend(fact for fact in self.state.tells if fact not in self._told)

    def _pick(self, purpose: str, *candidates: Lines) -> str:
        """A wording of the first of `candidates` that has one for the present mood."""
        for_mood = (wordings(lines, self.mood_word) for lines in candidates)
        return self._picker.pick(next(filter(None, for_mood), ()), self.turn, f"{self.state.id}:{purpose}")

    def _said(self, text: str, how: str) -> PersonSaid:
        self._last_line = text
        return PersonSaid(self.turn, text, how, self.state.id, self._mood, self.clock)

    def _recognized(self, detections: Detections) -> Recognized:
        return Recognized(self.turn, tuple(asdict(one) for one in detections), detections.stuffed)

    def _as_turn_shown(self, text: str, state: str, detections: Detections) -> TurnShown:
        shown = tuple((one.behaviour, one.text, one.start, one.end) for one in detections)
        return TurnShown(self.turn, state, text, shown, detections.stuffed)
