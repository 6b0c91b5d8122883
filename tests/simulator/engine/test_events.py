"""Events as data: what goes into a store comes out of it."""

from __future__ import annotations

import json

import pytest

from simulator.engine.events import (
    KINDS,
    Ended,
    Event,
    EventHappened,
    EventIgnored,
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
    PromiseBroken,
    PromiseKept,
    PromiseMade,
    Recognized,
    SessionStarted,
    TicketDone,
    TicketFilled,
    TimePassed,
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
    TimePassed(1, 20, 24),
    EventHappened(1, "phone_rings", "(It rings.)", "complaint", 24),
    EventIgnored(2, "phone_rings"),
    PromiseMade(1, "update", "I'll ring you in ten minutes", "ten minutes", 34, None),
    PromiseMade(1, "update", "I'll ring you", "", None, 4),
    PromiseKept(2, "update", "as I said"),
    PromiseBroken(2, "update"),
    Ended(1, "gone", "failed"),
    Undone(1),
    Undone(1, again=True),
    HintGiven(0, "greet", "Good morning!"),
    HintGiven(0, "greet", "greet", step=1),
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


def test_what_was_kept_before_there_were_steps_and_second_tries_still_opens() -> None:
    assert HintGiven(0, "greet", "Hi!", step=3) == from_payload(
        "hint_given", {"turn": 0, "behaviour": "greet", "text": "Hi!"}
    )
    assert Undone(2, again=False) == from_payload("undone", {"turn": 2})


def test_every_kind_is_known_by_its_name() -> None:
    assert set(KINDS) == {event.kind for event in EVERY}
    assert [] == [kind for kind, cls in KINDS.items() if cls.kind != kind]


def test_an_unknown_kind_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="danced"):
        from_payload("danced", {})
