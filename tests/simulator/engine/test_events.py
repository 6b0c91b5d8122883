"""Events as data: what goes into a store comes out of it."""

from __future__ import annotations

import json

import pytest

from simulator.engine.events import (
    KINDS,
    Ended,
    Event,
    FormOpened,
    HintGiven,
    Left,
    MirrorAnswered,
    MirrorDone,
    Mood,
    MoodShifted,
    Moved,
    NoteTaken,
    PersonSaid,
    Recognized,
    SessionStarted,
    TicketDone,
    TicketFilled,
    TraineeSaid,
    Undone,
    from_payload,
)

MOOD = Mood(1, 2, 3)
SHOWN = {
    "behaviour": "greet",
    "confidence": 0.9,
    "start": 0,
    "end": 2,
    "text": "Hi",
    "exemplar": "Hi",
    "by": "exemplar",
}
EVERY = (
    SessionStarted("scenario", "version", 7, "exam", "ringing", MOOD),
    PersonSaid(0, "“Hallo” 😀", "line", "ringing", MOOD, 0),
    TraineeSaid(1, "", "ringing"),
    Recognized(1, (SHOWN, SHOWN), None),
    Recognized(2, (), "a heap"),
    MoodShifted(1, MOOD, Mood(4, 5, 6), (("greet", 1, 2, 3), ("blame", -1, 0, 0))),
    MoodShifted(1, MOOD, MOOD, ()),
    Moved(1, "ringing", "complaint", 2),
    Ended(1, "gone", "failed"),
    Undone(1),
    HintGiven(0, "greet", "Good morning!"),
    NoteTaken(0, "tea"),
    Left(3),
    FormOpened(3),
    TicketFilled(3, "problem", "“Tee” auf der Tastatur"),
    TicketDone(3, skipped=True),
    MirrorAnswered(3, "confident", False),
    MirrorDone(3),
)


@pytest.mark.parametrize("event", EVERY)
def test_an_event_survives_json(event: Event) -> None:
    assert event == from_payload(event.kind, json.loads(json.dumps(event.payload())))


def test_every_kind_is_known_by_its_name() -> None:
    assert set(KINDS) == {event.kind for event in EVERY}
    assert [] == [kind for kind, cls in KINDS.items() if cls.kind != kind]


def test_an_unknown_kind_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="danced"):
        from_payload("danced", {})
