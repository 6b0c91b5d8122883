"""One conversation: replies in, events out. The same course version, seed and inputs give the same events
everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scoring.detection import Recognizer
from scoring.rubric import Expected, TurnShown
from simulator.course.models import Course, Persona, Scenario, State
from simulator.engine.events import (
    Afterwards,
    Event,
    HintGiven,
    Left,
    Mood,
    NoteTaken,
    SessionStarted,
    TraineeSaid,
    Undone,
)
from simulator.engine.hints import hint_text, next_step
from simulator.engine.mood import mood_word
from simulator.engine.play import Play

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
        self._play = self._new_play()

    # What can be seen

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that happened, what was taken back included."""
        return tuple(self._events)

    @property
    def state(self) -> State:
        return self._play.state

    @property
    def mood(self) -> Mood:
        return self._play.mood

    @property
    def mood_word(self) -> str:
        return mood_word(self.mood.calm)

    @property
    def turn(self) -> int:
        """How many replies count so far."""
        return self._play.turn

    @property
    def clock(self) -> int:
        """Minutes since the scenario's start."""
        return self._play.clock

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
        return tuple(self._play.turns)

    @property
    def entered(self) -> dict[str, int]:
        """State -> replies given before it was first entered; event of the scenario -> replies given before it came."""
        return dict(self._play.entered)

    @property
    def current(self) -> tuple[Event, ...]:
        """The events that count: nothing that was taken back, in order."""
        return (*self._events[:1], *self._play.events)

    # What can be done

    def open(self) -> tuple[Event, ...]:
        """Begin: the session's first event and the person's first line."""
        if self._events:
            raise NotNow("the conversation has begun already")
        version = f"{self.course.version}+{self.recognizer.version}"
        started = SessionStarted(self.scenario.id, version, self.seed, self.mode, self.start, self.mood)
        return self._record((started, *self._play.open()))

    def reply(self, text: str) -> tuple[Event, ...]:
        """The trainee says `text` ("" or blanks: says nothing). Raises NotNow when the conversation is over or not
        begun."""
        self._check_begun()
        if self.over:
            raise NotNow("the conversation is over")
        return self._record(self._play.reply(text))

    def undo(self, *, again: bool = False) -> tuple[Event, ...]:
        """Take the last reply back: everything but the record of it is as before. `again`: to say it once more. Raises
        NotNow in an exam."""
        if self.mode == EXAM:
            raise NotNow("in an exam nothing can be taken back")
        if not self.turn:
            raise NothingToUndo("there is no reply to take back")
        taken_back = Undone(turn=self.turn, again=again)
        replies = [turn.reply for turn in self.turns[:-1]]
        self._play = self._new_play()
        self._play.open()
        for text in replies:
            self._play.reply(text)
        return self._record((taken_back,))

    def hint(self) -> HintGiven:
        """The next step of help with the item that is worth most among those due now and not shown yet. Raises NotNow in
        an exam or when nothing is left to say."""
        if self.mode == EXAM:
            raise NotNow("in an exam there are no hints")
        self._check_begun()
        due = self.due()
        if not due or self.over:
            raise NotNow("nothing more is due at this moment: answer the person")
        item = max(due, key=lambda expected: expected.worth)
        step = next_step(self._events, item.behaviour)
        text = hint_text(self.course, self.scenario, item, step)
        event = HintGiven(turn=self.turn, behaviour=item.behaviour, text=text, step=step)
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
        return tuple(item for item in self.scenario.rubric.expect if self._play.is_open(item))

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
                    again.undo(again=event.again)
            elif isinstance(event, HintGiven | NoteTaken | Left | Afterwards):
                again._record((event,))
        return again

    # How it goes

    def _check_begun(self) -> None:
        if not self._events:
            raise NotNow("the conversation has not begun")

    def _new_play(self) -> Play:
        return Play(self.course, self.scenario, self.recognizer, self.seed, self.start)

    def _record(self, events: Iterable[Event]) -> tuple[Event, ...]:
        events = tuple(events)
        self._events.extend(events)
        return events
