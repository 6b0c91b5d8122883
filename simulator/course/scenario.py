"""A scenario's file -> Scenario."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from scoring.detection import Move
from scoring.rubric import Rubric
from simulator.course import values, wording
from simulator.course.fields import Fields
from simulator.course.flow import check_flow
from simulator.course.happenings import check_happenings, event_names, read_happenings
from simulator.course.models import CHANNELS, MAIL, Clock, GoodTicket, Scenario
from simulator.course.names import Names
from simulator.course.nodes import Broken, Map, Node, Scalar
from simulator.course.promises import check_promises, promise_names, read_promises
from simulator.course.rubrics import read_rubric
from simulator.course.rules import STAY, Known
from simulator.course.source import Source
from simulator.course.states import DraftState, read_state
from simulator.course.ticket import read_ticket

MORNING = 9 * 60
"""When a scenario without a clock begins."""


class Draft(NamedTuple):
    """A scenario as far as it could be read, and the names that its walkthroughs may use."""

    scenario: Scenario
    known: Known
    outcomes: frozenset[str] | None


def read_scenario(source: Source, node: Node, name: str, folder: Path, personas: Names, behaviours: Names) -> Draft:
    """Read a scenario whose id is `name`. `behaviours` are all that are known without its moves."""
    fields = Fields(source, node, "a scenario")
    title, summary = fields.text("title"), fields.text("summary", required=False)
    persona = fields.scalar("persona")
    if persona:
        personas.check(source, persona)
    channel = fields.choice("channel", CHANNELS) or ""
    level = fields.number("level", 1, 5)
    scene = fields.text("scene")
    clock = _clock(fields)
    facts, fact_names = _facts(fields)
    moves, behaviours = _moves(fields, behaviours)
    start = fields.scalar("start")
    states = fields.pairs("states")
    state_names = Names("DS302", complete=states is not None and not _has_broken(states)).with_more(
        key.text for key, _ in states or ()
    )
    if start:
        state_names.check(source, start)
    known = Known(
        behaviours,
        state_names,
        fact_names,
        clock,
        event_names(fields, state_names, not _has_broken(fields.pairs("events", required=False) or ())),
        promise_names(fields, behaviours),
    )
    drafts = {key.text: _state(source, key, state, known) for key, state in states or ()}
    happenings, promises = read_happenings(fields, known), read_promises(fields, known)
    subject = _subject(fields, channel)
    rubric_node = fields.get("rubric")
    endings = {key: draft.state.ending for key, draft in drafts.items() if draft.state.ending}
    rubric = Rubric(0, ())
    if rubric_node is not None:
        answers = {name: draft.happening.due for name, draft in happenings.items()}
        rubric = read_rubric(source, rubric_node, fields.place("rubric"), behaviours, state_names, endings, answers)
    ticket_node = fields.get("ticket", required=False)
    ticket = GoodTicket()
    if ticket_node is not None:
        ticket = read_ticket(source, ticket_node, fields.place("ticket"), set(endings.values()))
    fields.finish()
    if start and start.text in endings:
        source.complain("DS408", start, state=start.text)
    if drafts:
        check_flow(source, drafts, start.text if start else None, fields.place("states"))
    check_happenings(source, happenings, endings)
    check_promises(source, promises, drafts)
    _check_told(source, fields, drafts, fact_names)
    costly = {item.behaviour for item in rubric.avoid}
    scenario = Scenario(
        id=name,
        title=title,
        persona=persona.text if persona else "",
        channel=channel,
        level=level,
        scene=scene,
        facts=facts,
        moves=tuple(replace(move, strict=move.id in costly) for move in moves),
        start=start.text if start else "",
        states={key: draft.state for key, draft in drafts.items()},
        rubric=rubric,
        clock=clock or Clock(MORNING),
        folder=folder,
        summary=summary,
        ticket=ticket,
        happenings={name: draft.happening for name, draft in happenings.items()},
        promises={name: draft.promise for name, draft in promises.items()},
        subject=subject,
    )
    whole = state_names.complete and all(draft.whole for draft in drafts.values())
    return Draft(scenario, known, frozenset(endings.values()) if whole else None)


def move_names(node: Node | None) -> list[str]:
    """The ids of the moves in a scenario's file, whatever else may be wrong with it."""
    for key, value in node.pairs if isinstance(node, Map) else ():
        if key.text == "moves" and isinstance(value, Map):
            return [move.text for move, _ in value.pairs]
    return []


def _clock(fields: Fields) -> Clock | None:
    """None when it can not be read."""
    node = fields.get("clock", required=False)
    if node is None:
        return Clock(MORNING)
    source = fields.source
    clock = Fields(source, node, "'clock'", fields.place("clock"))
    errors = source.errors
    starts_node, turn_node, deadline_node = (
        clock.get("starts"),
        clock.get("each_turn", False),
        clock.get("deadline", False),
    )
    starts = values.time(source, starts_node, "'starts'", clock.place("starts")) if starts_node else None
    turn = values.duration(source, turn_node, "'each_turn'", clock.place("each_turn")) if turn_node else 1
    deadline = values.time(source, deadline_node, "'deadline'", clock.place("deadline")) if deadline_node else None
    clock.finish()
    if starts is not None and deadline is not None and deadline <= starts and deadline_node is not None:
        source.complain("DS410", deadline_node, starts=values.clock_time(starts))
    if not clock.whole or source.errors > errors or starts is None or turn is None:
        return None
    return Clock(starts, turn, deadline)


def _subject(fields: Fields, channel: str) -> str:
    """The subject of the mails; a warning where none are written."""
    subject = fields.text("subject", required=False)
    if subject and channel and channel != MAIL:
        fields.source.complain("DS419", fields.place("subject"), channel=channel)
    return " ".join(subject.split())


def _facts(fields: Fields) -> tuple[dict[str, str], Names]:
    pairs = fields.pairs("facts", required=False)
    facts = {}
    for key, node in pairs or ():
        values.identifier(fields.source, key, "A fact")
        facts[key.text] = values.text(fields.source, node, f"'{key.text}'", key) or ""
    complete = pairs is not None or not fields.has("facts")
    return facts, Names("DS304", complete=complete).with_more(facts)


def _moves(fields: Fields, behaviours: Names) -> tuple[tuple[Move, ...], Names]:
    pairs = fields.pairs("moves", required=False)
    seen: dict[str, int] = {}
    moves = tuple(_move(fields.source, key, node, behaviours, seen) for key, node in pairs or ())
    complete = (pairs is not None or not fields.has("moves")) and not _has_broken(pairs or ())
    return moves, behaviours.with_more((move.id for move in moves), "move", complete)


def _move(source: Source, key: Scalar, node: Node, behaviours: Names, seen: dict[str, int]) -> Move:
    if key.text in behaviours.known:
        source.complain("DS305", key, name=key.text)
    elif key.text in ("silence", "confused", "stuffed"):
        source.complain("DS307", key, name=key.text)
    else:
        values.identifier(source, key, "A move")
    fields = Fields(source, node, f"the move '{key.text}'", key)
    definition = fields.text("is")
    like, unlike = fields.texts("like"), fields.texts("unlike", required=False)
    fields.finish()
    if like and fields.count("like") < wording.FEWEST_PHRASES:
        source.complain("DS601", fields.place("like"), count=len(like), fewest=wording.FEWEST_PHRASES)
    wording.apart(source, like, unlike)
    return Move(key.text, definition, wording.phrases(source, like, seen), tuple(one.text.strip() for one in unlike))


def _state(source: Source, key: Scalar, node: Node, known: Known) -> DraftState:
    if key.text == STAY:
        source.complain("DS307", key, name=key.text)
    else:
        values.identifier(source, key, "A state")
    return read_state(source, key, node, known)


def _check_told(source: Source, fields: Fields, drafts: dict[str, DraftState], facts: Names) -> None:
    """Facts that no state tells: nobody can be credited with restating them."""
    if not all(draft.whole for draft in drafts.values()):
        return
    told = {fact for draft in drafts.values() for fact in draft.state.tells}
    for key, _ in fields.pairs("facts", required=False) or ():
        if key.text not in told:
            source.complain("DS413", key, name=key.text)


def _has_broken(pairs: Iterable[tuple[Scalar, Node]]) -> bool:
    return any(isinstance(node, Broken) for _, node in pairs)
