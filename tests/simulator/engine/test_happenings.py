"""Things that happen in the middle of a conversation, and the replies that answer them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from scoring.rubric import Expected, ItemScore, Rubric
from simulator.course.models import Bound, Happening, Ignored, Lines, Rule, Shift, Shown, State
from simulator.engine.coach import coach
from simulator.engine.conversation import Conversation
from simulator.engine.events import Event, EventHappened, EventIgnored, Mood, MoodShifted, PersonSaid
from simulator.engine.report import report

HALL = State(
    "hall",
    person=Lines(("(a hall)",)),
    meanwhile=Lines(("Well?", "And?", "So?", "Hm?")),
    then=(Rule("room", when=Shown(any=("blue",))), Rule("end", when=Shown(any=("green",)))),
)
ROOM = State("room", person=Lines(("A room.",)), meanwhile=Lines(("Yes?", "Go on.")))
END = State("end", person=Lines(("Bye.",)), ending="handled_well")
RED, BLUE, GREEN, SLAM = "Push the red button.", "Pull the blue lever.", "Turn the green wheel.", "Slam the iron door."
RINGS = Happening("rings", Lines(("(It rings.)",)), Rule(""))


def rings(**given: object) -> Happening:
    return replace(RINGS, **given)  # type: ignore[arg-type]


def came(events: Sequence[Event]) -> list[str]:
    return [event.event for event in events if isinstance(event, EventHappened)]


def turns(conversation: Conversation, *replies: str) -> list[list[str]]:
    """What happens in each turn."""
    return [came(conversation.reply(reply)) for reply in replies]


def test_it_happens_once_after_the_persons_line(play: Callable[..., Conversation]) -> None:
    conversation = play(HALL, END, happenings=[RINGS])
    events = conversation.reply(RED)
    assert isinstance(events[-2], PersonSaid)
    assert EventHappened(1, "rings", "(It rings.)", "hall", 1) == events[-1]
    assert [[], []] == turns(conversation, RED, RED)


@pytest.mark.parametrize(
    ("happening", "expected"),
    [
        (rings(rule=Rule("", after=2)), [[], ["rings"], []]),
        (rings(rule=Rule("", clock=3)), [[], [], ["rings"]]),
        (rings(states=("room",)), [[], ["rings"], []]),
        (rings(states=("room", "hall")), [["rings"], [], []]),
        (rings(rule=Rule("", when=Shown(any=("blue",)))), [[], ["rings"], []]),
        (rings(rule=Rule("", so_far=Shown(none=("red",)))), [[], [], []]),
        (rings(rule=Rule("", mood=(Bound("calm", below=50),))), [[], [], []]),
        (rings(rule=Rule("", happened=("rings",))), [[], [], []]),
        (rings(rule=Rule("", not_happened=("rings",))), [["rings"], [], []]),
    ],
)
def test_when_it_happens(play: Callable[..., Conversation], happening: Happening, expected: list[list[str]]) -> None:
    conversation = play(HALL, ROOM, END, happenings=[happening])
    assert expected == turns(conversation, RED, BLUE, RED)


def test_one_happens_a_turn_the_first_of_the_file_first(play: Callable[..., Conversation]) -> None:
    kim = rings(id="kim", rule=Rule("", happened=("rings",)))
    conversation = play(HALL, ROOM, END, happenings=[kim, RINGS, rings(id="bell")])
    assert [["rings"], ["kim"], ["bell"], []] == turns(conversation, RED, RED, RED, RED)


def test_nothing_happens_in_the_turn_that_ends_the_conversation(play: Callable[..., Conversation]) -> None:
    assert [[]] == turns(play(HALL, END, ROOM, happenings=[RINGS]), GREEN)


def test_it_moves_the_mood_after_the_line_was_said(play: Callable[..., Conversation]) -> None:
    conversation = play(HALL, END, ROOM, happenings=[rings(rule=Rule("", shift=Shift(patience=-10)))])
    *_, said, _, shifted = conversation.reply(RED)
    assert isinstance(said, PersonSaid)
    assert Mood(50, 50, 50) == said.mood
    assert MoodShifted(1, Mood(50, 50, 50), Mood(50, 50, 40), (("rings", 0, 0, -10),)) == shifted
    assert Mood(50, 50, 40) == conversation.mood == report(conversation).turns[0].mood


def test_a_rule_asks_for_what_happened_before_its_reply(play: Callable[..., Conversation]) -> None:
    hall = replace(HALL, then=(Rule("room", happened=("rings",)), Rule("end", not_happened=("rings",), after=9)))
    conversation = play(hall, ROOM, END, happenings=[RINGS])
    conversation.reply(RED)
    assert "hall" == conversation.state.id
    conversation.reply(RED)
    assert "room" == conversation.state.id


def test_the_next_reply_answers_both_lines(play: Callable[..., Conversation], detector: object) -> None:
    heard: list[str] = []

    class Listening:
        version = "listening"

        def detect(self, reply: str, person: str = "", **given: object) -> object:
            heard.append(person)
            return detector.detect(reply, person, **given)  # type: ignore[attr-defined]

    conversation = play(HALL, ROOM, END, happenings=[RINGS], recognizer=Listening())
    conversation.reply(RED)
    conversation.reply(RED)
    line = next(event.text for event in conversation.events if isinstance(event, PersonSaid) and event.turn == 1)
    assert ["(a hall)", f"{line} (It rings.)"] == heard


IGNORED = Ignored(("blue",), 1, Shift(trust=-6), Lines(("Don't you want to get that?",)))


def test_what_is_not_answered_costs_and_is_spoken_of_first(play: Callable[..., Conversation]) -> None:
    conversation = play(HALL, ROOM, END, happenings=[rings(ignored=IGNORED)])
    conversation.reply(RED)
    events = conversation.reply(SLAM)
    assert EventIgnored(2, "rings") in events
    said = next(event for event in events if isinstance(event, PersonSaid))
    assert said.text.startswith("Don't you want to get that? ")
    assert said.mood.trust == conversation.mood.trust == 44
    assert [EventIgnored(2, "rings")] == [one for one in conversation.events if isinstance(one, EventIgnored)]


def test_what_is_answered_costs_nothing(play: Callable[..., Conversation]) -> None:
    conversation = play(HALL, ROOM, END, happenings=[rings(ignored=IGNORED)])
    for reply in (RED, BLUE, RED, RED):
        conversation.reply(reply)
    assert not [one for one in conversation.events if isinstance(one, EventIgnored)]


def test_an_answer_may_take_several_replies(play: Callable[..., Conversation]) -> None:
    conversation = play(HALL, ROOM, END, happenings=[rings(ignored=replace(IGNORED, within=2))])
    for reply in (RED, RED):
        conversation.reply(reply)
    assert EventIgnored(3, "rings") in conversation.reply(RED)


def test_what_was_ignored_may_send_the_person_away_at_once(play: Callable[..., Conversation]) -> None:
    hall = replace(HALL, then=(Rule("end", mood=(Bound("trust", below=45),)),))
    conversation = play(hall, END, ROOM, happenings=[rings(ignored=IGNORED)])
    conversation.reply(RED)
    conversation.reply(RED)
    assert conversation.over


RUBRIC = Rubric(50, (Expected("red", 30), Expected("blue", 10, "rings", 1, if_reached=True, answer=True)))


def item(conversation: Conversation, behaviour: str) -> ItemScore:
    [found] = [one for one in report(conversation).items if one.behaviour == behaviour]
    return found


@pytest.mark.parametrize(
    ("replies", "status", "points"),
    [
        ([RED], "not_scored", 0),
        ([RED, RED], "missed", 0),
        ([RED, RED, BLUE], "earned", 10),
        ([RED, RED, RED, BLUE], "late", 5),
        ([BLUE, RED], "missed", 0),
        ([BLUE, RED, BLUE], "earned", 10),
    ],
)
def test_only_what_comes_after_it_is_an_answer(
    play: Callable[..., Conversation], replies: list[str], status: str, points: float
) -> None:
    conversation = play(HALL, ROOM, END, rubric=RUBRIC, happenings=[rings(rule=Rule("", after=2))])
    for reply in replies:
        conversation.reply(reply)
    found = item(conversation, "blue")
    assert (status, points) == (found.status, found.points)


def test_an_answer_is_due_from_then_on_and_coached_after_the_reply(play: Callable[..., Conversation]) -> None:
    conversation = play(HALL, ROOM, END, rubric=RUBRIC, happenings=[rings(rule=Rule("", after=2))])
    for reply in (BLUE, RED):
        conversation.reply(reply)
    assert ["blue"] == [one.behaviour for one in conversation.due()]
    assert "blue" == conversation.hint().behaviour
    assert "Still due" not in coach(conversation).text
    conversation.reply(RED)
    assert coach(conversation).text.endswith("Still due: blue.")
    conversation.reply(BLUE)
    assert () == conversation.due()


def test_what_was_taken_back_did_not_happen(play: Callable[..., Conversation]) -> None:
    conversation = play(HALL, ROOM, END, happenings=[rings(rule=Rule("", after=2), ignored=IGNORED)])
    for reply in (RED, RED, RED):
        conversation.reply(reply)
    told = conversation.current
    conversation.undo()
    conversation.undo()
    assert [] == came(conversation.current)
    assert "rings" not in conversation.entered
    conversation.reply(RED)
    conversation.reply(RED)
    assert told == conversation.current


def test_a_report_tells_what_happened(play: Callable[..., Conversation]) -> None:
    conversation = play(HALL, ROOM, END, happenings=[rings(ignored=IGNORED), rings(id="bell", states=("room",))])
    conversation.reply(RED)
    conversation.reply(RED)
    told = report(conversation)
    assert [("rings", 1, "(It rings.)", True), ("bell", None, "", False)] == [
        (one.event, one.turn, one.text, one.ignored) for one in told.events
    ]
    first, second = told.turns
    assert ("(It rings.)", "") == (first.happened, second.happened)
    assert f"{first.person_after} (It rings.)" == second.person_before
