"""What is said of a conversation once it is over: it is kept, comes back with it, and changes nothing in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.course.after import MIRROR_QUESTIONS, TICKET_FIELDS, After
from simulator.engine.afterwards import DONE, OPEN, SKIPPED, Progress, as_events, progress
from simulator.engine.conversation import Conversation
from simulator.engine.events import FormOpened, MirrorAnswered, MirrorDone, TicketDone, TicketFilled
from simulator.engine.report import report

Converse = Callable[..., Conversation]
WELL = (
    "Good morning, IT service desk, this is Robin speaking.",
    "I'm so sorry about this.",
    "Pull the power cable out of the laptop.",
    "I can send you a loan laptop.",
)
AFTER = After(dict.fromkeys(TICKET_FIELDS, "") | {"parts": "none"}, dict.fromkeys(MIRROR_QUESTIONS, True))


def again(conversation: Conversation) -> Conversation:
    return Conversation.resume(conversation.course, conversation.scenario, conversation.recognizer, conversation.events)


def test_nothing_was_asked() -> None:
    assert Progress(False, {}, OPEN, {}, OPEN) == progress(())
    assert not progress(()).waiting


def test_the_last_answer_counts() -> None:
    found = progress(
        (
            FormOpened(4),
            TicketFilled(4, "parts", "a mouse"),
            TicketFilled(4, "parts", "none"),
            TicketDone(4),
            MirrorAnswered(4, "confident", True),
            MirrorAnswered(4, "confident", False),
        )
    )
    assert Progress(True, {"parts": "none"}, DONE, {"confident": False}, OPEN) == found
    assert found.waiting


def test_skipped_is_done_with() -> None:
    found = progress((FormOpened(4), TicketDone(4, skipped=True), MirrorDone(4, skipped=True)))
    assert (SKIPPED, SKIPPED, False) == (found.ticket, found.mirror, found.waiting)


def test_a_file_says_it_as_if_it_had_been_typed() -> None:
    found = progress(as_events(AFTER, 4))
    assert Progress(False, AFTER.ticket or {}, DONE, AFTER.mirror or {}, DONE) == found
    assert () == as_events(After(), 4)


def test_only_of_a_conversation_that_is_over(converse: Converse) -> None:
    with pytest.raises(AssertionError):
        converse(WELL[0]).look_back(FormOpened(1))


def test_it_comes_back_with_the_conversation(converse: Converse) -> None:
    conversation = converse(*WELL)
    said = conversation.look_back(*as_events(AFTER, 4))
    assert conversation.events[-len(said) :] == said
    assert conversation.events == again(conversation).events
    assert report(conversation) == report(again(conversation))


def test_it_changes_nothing_in_it(converse: Converse) -> None:
    before, after = converse(*WELL), converse(*WELL)
    after.look_back(*as_events(AFTER, 4))
    silent, told = report(before).as_json(), report(after).as_json()
    assert (None, None) == (silent.pop("ticket"), silent.pop("mirror"))
    assert (5, 7) == (told.pop("ticket")["score"], told.pop("mirror")["yes"])
    assert silent == told


def test_what_is_not_handed_in_is_not_scored(converse: Converse) -> None:
    conversation = converse(*WELL)
    conversation.look_back(TicketFilled(4, "parts", "none"), MirrorAnswered(4, "confident", True))
    assert (None, None) == (report(conversation).ticket, report(conversation).mirror)
    conversation.look_back(TicketDone(4, skipped=True), MirrorDone(4, skipped=True))
    assert (None, None) == (report(conversation).ticket, report(conversation).mirror)
