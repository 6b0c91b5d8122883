"""What a report says of one conversation, as data: the same for the terminal, JSON, Markdown and HTML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from scoring.rubric import ItemScore
from scoring.score import score
from simulator.engine.afterwards import DONE, Progress, progress
from simulator.engine.answers import joined
from simulator.engine.conversation import Conversation
from simulator.engine.events import (
    Event,
    EventHappened,
    EventIgnored,
    HintGiven,
    Mood,
    MoodShifted,
    Moved,
    PersonSaid,
    Recognized,
    TimePassed,
    TraineeSaid,
    Undone,
)
from simulator.engine.mirror import MirrorScore, look_into
from simulator.engine.mood import mood_word
from simulator.engine.promises_told import PromiseTold, charges, name_of_charge, told
from simulator.engine.terms import name_of, reason

if TYPE_CHECKING:
    from simulator.engine.ticket import TicketScore

UNFINISHED = "unfinished"
FORMAT = 1
"""Version of the JSON form. It grows when a field changes its meaning or goes."""


@dataclass(frozen=True, slots=True)
class ReportTurn:
    """One reply and what came of it. `state` is where it was given, `time` the scenario clock after it; `mood` is
    after it. `person_before` is what it answers, with what had happened then. `later` are the minutes that passed before
    the person's last line, besides the turn's own, and `person_at_once` is what they said before that; `happened` is
    what happened after their line ("" each, where there is nothing)."""

    turn: int
    state: str
    time: str
    reply: str
    shown: tuple[dict[str, Any], ...]
    stuffed: str | None
    person_before: str
    person_after: str
    mood: Mood
    mood_word: str
    later: int = 0
    person_at_once: str = ""
    happened: str = ""


@dataclass(frozen=True, slots=True)
class EventTold:
    """Something that the scenario has happen: in which turn it did (None: it did not), what was told, and whether it
    was left without an answer."""

    event: str
    turn: int | None
    text: str
    ignored: bool


@dataclass(frozen=True, slots=True)
class HintUsed:
    """A hint that was asked for after `turn` replies: step 1 which behaviour, 2 how it sounds, 3 a reply."""

    turn: int
    behaviour: str
    step: int


@dataclass(frozen=True, slots=True)
class Report:
    """`score` 0..100; `outcome` "unfinished" while the conversation is not over; `mood_curve[0]` is the mood at the
    start, then one per reply; `strengths` are ids that earned in full, dearest first; `practise_next` is the item that
    lost most. `reasons`: why the rubric's behaviours matter, by id; `hints` are those asked for, also for replies that
    were taken back; `said_again` counts the replies that were said once more. `promises` are those that were made, `events` all that the
    scenario has. `ticket` and `mirror` are None when they are not scored: not handed in, or nothing has ended."""

    scenario: str
    title: str
    persona: str
    channel: str
    seed: int
    mode: str
    course: str
    score: int
    passed: bool
    pass_mark: int
    outcome: str
    capped: str
    items: tuple[ItemScore, ...]
    turns: tuple[ReportTurn, ...]
    mood_curve: tuple[Mood, ...]
    strengths: tuple[str, ...]
    practise_next: ItemScore | None
    opening: tuple[str, ...]
    names: dict[str, str]
    reasons: dict[str, str] = field(default_factory=dict)
    hints: tuple[HintUsed, ...] = ()
    said_again: int = 0
    promises: tuple[PromiseTold, ...] = ()
    events: tuple[EventTold, ...] = ()
    ticket: TicketScore | None = None
    mirror: MirrorScore | None = None

    def as_json(self) -> dict[str, Any]:
        """Plain JSON-ready data; nothing of the wall clock or of this machine is in it."""
        return {"format": FORMAT} | asdict(self)


def report(conversation: Conversation) -> Report:
    """The report on a conversation as it stands."""
    scenario = conversation.scenario
    promised = told(scenario.promises, conversation.current)
    result = score(scenario.rubric, conversation.turns, conversation.entered, conversation.outcome, charges(promised))
    turns = _turns(conversation)
    start = conversation.persona.mood
    moods = (Mood(start.calm, start.trust, start.patience), *(turn.mood for turn in turns))
    after = progress(conversation.events)
    return Report(
        scenario=scenario.id,
        title=scenario.title,
        persona=conversation.persona.name,
        channel=scenario.channel,
        seed=conversation.seed,
        mode=conversation.mode,
        course=getattr(conversation.events[0], "course", conversation.course.version),
        score=result.score,
        passed=result.passed,
        pass_mark=result.pass_mark,
        outcome=conversation.outcome or UNFINISHED,
        capped=result.capped,
        items=result.items,
        turns=turns,
        mood_curve=moods,
        strengths=tuple(
            item.behaviour
            for item in sorted(result.items, key=lambda item: -item.points)
            if item.status == "earned" and item.worth
        ),
        practise_next=_practise_next(result.items),
        opening=tuple(e.text for e in conversation.current if isinstance(e, PersonSaid) and e.turn == 0),
        names=names(conversation),
        reasons={name: why for name in sorted(_rubric(conversation)) if (why := reason(conversation.course, name))},
        hints=tuple(HintUsed(e.turn, e.behaviour, e.step) for e in conversation.events if isinstance(e, HintGiven)),
        said_again=sum(isinstance(event, Undone) and event.again for event in conversation.events),
        promises=promised,
        events=_events(conversation),
        ticket=_ticket(conversation, after) if conversation.over and after.ticket == DONE else None,
        mirror=look_into(conversation, moods, after.answers) if conversation.over and after.mirror == DONE else None,
    )


def _ticket(conversation: Conversation, after: Progress) -> TicketScore:
    # Compares words, with what that takes; few conversations have one, and the screen need not wait for it.
    from simulator.engine.ticket import score_ticket

    return score_ticket(conversation, after.fields)


def names(conversation: Conversation) -> dict[str, str]:
    """How people read the ids of a scenario's rubric, of its promises and of everything that was shown."""
    used = _rubric(conversation)
    used.update(name for turn in conversation.turns for name, *_ in turn.shown)
    promises = conversation.scenario.promises
    return {
        name: name_of_charge(promises[name]) if name in promises else name_of(conversation.course, name)
        for name in sorted(used | promises.keys())
    }


def _rubric(conversation: Conversation) -> set[str]:
    rubric = conversation.scenario.rubric
    return {item.behaviour for item in rubric.expect} | {item.behaviour for item in rubric.avoid}


def _practise_next(items: tuple[ItemScore, ...]) -> ItemScore | None:
    def lost(item: ItemScore) -> tuple[bool, float]:
        if item.status == "not_scored":
            return (False, 0.0)
        return (item.status == "fatal", item.worth - item.points if item.kind == "expect" else -item.points)

    worst = max(items, key=lost, default=None)
    return worst if worst is not None and lost(worst) > (False, 0.0) else None


def _turns(conversation: Conversation) -> tuple[ReportTurn, ...]:
    events: dict[int, list[Event]] = {}
    for event in conversation.current:
        events.setdefault(getattr(event, "turn", 0), []).append(event)
    scenario = conversation.scenario
    mood = Mood(conversation.persona.mood.calm, conversation.persona.mood.trust, conversation.persona.mood.patience)
    line = _said(events.get(0, ()))
    minutes = scenario.clock.starts
    turns = []
    for number in range(1, conversation.turn + 1):
        own = events[number]
        said = next(event for event in own if isinstance(event, TraineeSaid))
        recognized = next((event for event in own if isinstance(event, Recognized)), None)
        mood = next((event.after for event in reversed(own) if isinstance(event, MoodShifted)), mood)
        leap = next((event for event in own if isinstance(event, TimePassed)), None)
        at_once = _said(own[: own.index(leap)]) if leap else ""
        answer = _said(own[own.index(leap) :]) if leap else _said(own)
        happened = " ".join(event.text for event in own if isinstance(event, EventHappened))
        minutes += scenario.clock.each_turn + (leap.minutes if leap else 0)
        turns.append(
            ReportTurn(
                turn=number,
                state=next(event.before for event in own if isinstance(event, Moved)),
                time=f"{minutes // 60 % 24:02d}:{minutes % 60:02d}",
                reply=said.text,
                shown=recognized.shown if recognized else (),
                stuffed=recognized.stuffed if recognized else None,
                person_before=line,
                person_after=answer,
                mood=mood,
                mood_word=mood_word(mood.calm),
                later=leap.minutes if leap else 0,
                person_at_once=at_once,
                happened=happened,
            )
        )
        line = joined((at_once, answer, happened)) or line
    return tuple(turns)


def _events(conversation: Conversation) -> tuple[EventTold, ...]:
    came = {event.event: event for event in conversation.current if isinstance(event, EventHappened)}
    ignored = {event.event for event in conversation.current if isinstance(event, EventIgnored)}
    return tuple(
        EventTold(
            name, came[name].turn if name in came else None, came[name].text if name in came else "", name in ignored
        )
        for name in conversation.scenario.happenings
    )


def _said(events: Iterable[Event]) -> str:
    return joined(event.text for event in events if isinstance(event, PersonSaid))
