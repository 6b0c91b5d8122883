"""The events that a session is made of. Everything else - screen, report, exports - is derived from them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, ClassVar

LEAP = 2
"""Minutes from which time that passes is told of on a line of its own."""


@dataclass(frozen=True, slots=True)
class Mood:
    """The persona's mood: three figures 0..100."""

    calm: int
    trust: int
    patience: int


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events. `kind` is the stable name under which the event is stored."""

    kind: ClassVar[str] = ""

    def payload(self) -> dict[str, Any]:
        """The event as plain JSON-ready data, without its kind."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class SessionStarted(Event):
    """`course` is the course version (a content hash that includes the recognizer's), `mode` practice or exam."""

    kind: ClassVar[str] = "session_started"
    scenario: str
    course: str
    seed: int
    mode: str
    start: str
    mood: Mood


@dataclass(frozen=True, slots=True)
class PersonSaid(Event):
    """The person's line after trainee turn `turn` (0: opening). `how`: line, aside (the trainee was silent),
    confused (nothing was understood), stuffed (they notice stuffing). `clock` is in minutes since the scenario's
    start."""

    kind: ClassVar[str] = "person_said"
    turn: int
    text: str
    how: str
    state: str
    mood: Mood
    clock: int


@dataclass(frozen=True, slots=True)
class TraineeSaid(Event):
    """What the trainee typed in turn `turn` (from 1), in `state`. An empty text is a silence."""

    kind: ClassVar[str] = "trainee_said"
    turn: int
    text: str
    state: str


@dataclass(frozen=True, slots=True)
class Recognized(Event):
    """What that reply showed: dicts with the fields of `scoring.detection.Detection`."""

    kind: ClassVar[str] = "recognized"
    turn: int
    shown: tuple[dict[str, Any], ...]
    stuffed: str | None


@dataclass(frozen=True, slots=True)
class MoodShifted(Event):
    """`because` lists (behaviour or reason, calm, trust, patience) shifts that were summed and clamped."""

    kind: ClassVar[str] = "mood_shifted"
    turn: int
    before: Mood
    after: Mood
    because: tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Moved(Event):
    """A transition fired: `rule` is its position (from 1) in the state's `then`, 0 for none (stayed)."""

    kind: ClassVar[str] = "moved"
    turn: int
    before: str
    after: str
    rule: int


@dataclass(frozen=True, slots=True)
class TimePassed(Event):
    """The rule of turn `turn` took `minutes`, besides the turn's own. `clock` is where the scenario's clock stands
    then, in minutes since its start."""

    kind: ClassVar[str] = "time_passed"
    turn: int
    minutes: int
    clock: int


@dataclass(frozen=True, slots=True)
class EventHappened(Event):
    """Something happened after the person's line of turn `turn`: `event` is its id in the scenario, `text` what is
    told. `clock` is in minutes since the scenario's start."""

    kind: ClassVar[str] = "event_happened"
    turn: int
    event: str
    text: str
    state: str
    clock: int


@dataclass(frozen=True, slots=True)
class EventIgnored(Event):
    """With turn `turn` the replies were over that could have answered `event`."""

    kind: ClassVar[str] = "event_ignored"
    turn: int
    event: str


@dataclass(frozen=True, slots=True)
class PromiseMade(Event):
    """Turn `turn` promised something with the words `quote`. `named` is the time that was named with it ("" for none).
    It is due until the scenario's clock stands past minute `due`, or until turn `last` (None: not by that)."""

    kind: ClassVar[str] = "promise_made"
    turn: int
    promise: str
    quote: str
    named: str
    due: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class PromiseKept(Event):
    """Turn `turn` kept a promise with the words `quote`."""

    kind: ClassVar[str] = "promise_kept"
    turn: int
    promise: str
    quote: str


@dataclass(frozen=True, slots=True)
class PromiseBroken(Event):
    """With turn `turn` the time of a promise was over."""

    kind: ClassVar[str] = "promise_broken"
    turn: int
    promise: str


@dataclass(frozen=True, slots=True)
class Ended(Event):
    """`outcome` is that of the ending state: handled_well, muddled_through or failed."""

    kind: ClassVar[str] = "ended"
    turn: int
    state: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Undone(Event):
    """The trainee took turn `turn` back (practice only): what followed it no longer counts. `again`: to say it once
    more."""

    kind: ClassVar[str] = "undone"
    turn: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class HintGiven(Event):
    """`step`: 1 names the behaviour that is due, 2 says how it sounds, 3 gives a reply (the only one there once was)."""

    kind: ClassVar[str] = "hint_given"
    turn: int
    behaviour: str
    text: str
    step: int = 3


@dataclass(frozen=True, slots=True)
class NoteTaken(Event):
    kind: ClassVar[str] = "note_taken"
    turn: int
    text: str


@dataclass(frozen=True, slots=True)
class Left(Event):
    """The trainee left the conversation before it ended; it can be resumed."""

    kind: ClassVar[str] = "left"
    turn: int


@dataclass(frozen=True, slots=True)
class FormOpened(Event):
    """The conversation is over, and the trainee is asked for the ticket and the mirror; the session is open until both
    are done."""

    kind: ClassVar[str] = "form_opened"
    turn: int


@dataclass(frozen=True, slots=True)
class TicketFilled(Event):
    """What the trainee wrote into a field of the ticket ("" leaves it empty); the last of a field counts."""

    kind: ClassVar[str] = "ticket_filled"
    turn: int
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class TicketDone(Event):
    """The ticket was handed in, or `skipped`: then it is not scored, whatever stands in it."""

    kind: ClassVar[str] = "ticket_done"
    turn: int
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class MirrorAnswered(Event):
    """The trainee's answer to a question of the mirror; the last to a question counts."""

    kind: ClassVar[str] = "mirror_answered"
    turn: int
    question: str
    yes: bool


@dataclass(frozen=True, slots=True)
class MirrorDone(Event):
    """All questions of the mirror are answered, or it was `skipped`: then it is not scored."""

    kind: ClassVar[str] = "mirror_done"
    turn: int
    skipped: bool = False


Afterwards = FormOpened | TicketFilled | TicketDone | MirrorAnswered | MirrorDone
"""What is said of a conversation once it is over: it changes nothing in it."""

KINDS: dict[str, type[Event]] = {
    cls.kind: cls
    for cls in (
        SessionStarted,
        PersonSaid,
        TraineeSaid,
        Recognized,
        MoodShifted,
        Moved,
        TimePassed,
        EventHappened,
        EventIgnored,
        PromiseMade,
        PromiseKept,
        PromiseBroken,
        Ended,
        Undone,
        HintGiven,
        NoteTaken,
        Left,
        FormOpened,
        TicketFilled,
        TicketDone,
        MirrorAnswered,
        MirrorDone,
    )
}


def from_payload(kind: str, payload: dict[str, Any]) -> Event:
    """Rebuild an event from what `payload()` gave (after a JSON round trip). Raises KeyError for an unknown kind."""
    fields = dict(payload)
    for name in ("mood", "before", "after"):
        if isinstance(fields.get(name), dict):
            fields[name] = Mood(**fields[name])
    for name in ("shown", "because"):
        if name in fields:
            fields[name] = tuple(tuple(one) if isinstance(one, list) else one for one in fields[name])
    return KINDS[kind](**fields)
