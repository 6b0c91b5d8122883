"""A trainee's seat in a conversation: everything that happens there is kept before anybody sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from simulator.course.errors import DesksideError
from simulator.engine.conversation import Conversation
from simulator.engine.events import Afterwards, Event, SessionStarted

if TYPE_CHECKING:
    from simulator.course.models import Course
    from simulator.records.advice import Advice
    from simulator.records.interface import Records, SessionRow


class Advised(NamedTuple):
    """What to practise next, and for whom."""

    advice: Advice
    trainee: str


class Keeper(Protocol):
    """Where the events of one session go. `session` is its id, "" when nothing is kept."""

    session: str

    def append(self, events: Iterable[Event]) -> None: ...

    def finish(self, report: dict[str, Any]) -> None: ...

    def earlier(self) -> Sequence[SessionRow]: ...

    def advice(self, course: Course) -> Advised | None: ...


class Nowhere:
    """Keeps nothing."""

    session = ""

    def append(self, events: Iterable[Event]) -> None:
        return None

    def finish(self, report: dict[str, Any]) -> None:
        return None

    def earlier(self) -> Sequence[SessionRow]:
        return ()

    def advice(self, course: Course) -> Advised | None:
        return None


class InStore:
    """Keeps one session in a store. A new session is begun when its first events come; `session` is "" until then."""

    def __init__(
        self, store: Records, session: str = "", *, trainee: str = "", cohort: str = "", origin: str = ""
    ) -> None:
        self._store = store
        self.session = session
        self._whose = {"trainee": trainee, "cohort": cohort, "origin": origin}

    def append(self, events: Iterable[Event]) -> None:
        """Commit `events`. Raises DesksideError when the store can not, or when the same session went on elsewhere."""
        events = tuple(events)
        if not self.session:
            first = events[0]
            assert isinstance(first, SessionStarted)
            self.session = self._store.begin(first.scenario, first.course, first.seed, first.mode, **self._whose)
        self._store.append(self.session, events)

    def finish(self, report: dict[str, Any]) -> None:
        self._store.finish(self.session, report)

    def earlier(self) -> Sequence[SessionRow]:
        """The trainee's other attempts at the same scenario, newest first."""
        own = self._store.session(self.session)
        rows = self._store.sessions(scenario=own.scenario, trainee=own.trainee)
        return tuple(row for row in rows if row.attempt and row.id != own.id)

    def advice(self, course: Course) -> Advised | None:
        """What the trainee should practise next, this session counted."""
        from simulator.records.advice import advise, look_back

        trainee = self._store.session(self.session).trainee
        return Advised(advise(course, *look_back(self._store, trainee)), trainee)


class Seat:
    """A conversation and its keeper.

    Every method does what the conversation's does, keeps the events, and only then returns them. When they can not be
    kept, `on_trouble` is asked once: True means to go on without keeping, False raises the DesksideError.
    """

    def __init__(
        self,
        conversation: Conversation,
        keeper: Keeper,
        on_trouble: Callable[[DesksideError], bool] = lambda error: False,
    ) -> None:
        self.conversation = conversation
        self.keeper = keeper
        self._on_trouble = on_trouble

    @property
    def kept(self) -> bool:
        return bool(self.keeper.session)

    def open(self) -> tuple[Event, ...]:
        return self._keep(self.conversation.open())

    def take_over(self) -> None:
        """Keep, as the beginning of this session, all that has happened in the conversation."""
        self._keep(self.conversation.events)

    def reply(self, text: str) -> tuple[Event, ...]:
        return self._keep(self.conversation.reply(text))

    def undo(self, *, again: bool = False) -> tuple[Event, ...]:
        return self._keep(self.conversation.undo(again=again))

    def hint(self) -> Event:
        return self._keep((self.conversation.hint(),))[0]

    def note(self, text: str) -> Event:
        return self._keep((self.conversation.note(text),))[0]

    def leave(self) -> tuple[Event, ...]:
        return self._keep(self.conversation.leave())

    def look_back(self, *said: Afterwards) -> tuple[Event, ...]:
        return self._keep(self.conversation.look_back(*said))

    def finish(self, report: dict[str, Any]) -> None:
        """Keep the report of a conversation that is over."""
        self._guarded(lambda: self.keeper.finish(report))

    def earlier(self) -> Sequence[SessionRow]:
        return self.keeper.earlier()

    def _keep(self, events: tuple[Event, ...]) -> tuple[Event, ...]:
        self._guarded(lambda: self.keeper.append(events))
        return events

    def _guarded(self, act: Callable[[], None]) -> None:
        try:
            act()
        except DesksideError as error:
            if not self._on_trouble(error):
                raise
            self.keeper = Nowhere()
