"""What a scenario says of a good ticket."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.course.load import load_course
from simulator.course.models import GoodTicket, Wanted

LIKE = "[list went missing, list is gone, can not find his list, lost a list of rooms, missing document]"
TICKET = f"""\
ticket:
  problem:
    all:
      - {{is: a list, like: {LIKE}}}
      - {{is: tidied up, like: [tidied desktop, cleaned up, put away, moved things, cleared the desktop]}}
  solution:
    by_outcome:
      handled_well: {{like: [was in the bin, restored it from the bin, found in trash, recycle bin, took it out of the bin]}}
  parts:
    - {{is: a mouse, like: [new mouse]}}
    - a cable
  follow_up: expected
"""


def with_ticket(pack: Any, ticket: str) -> None:
    path = pack.path("scenario")
    path.write_text(path.read_text(encoding="utf-8") + ticket, encoding="utf-8")


def ticket_of(pack: Any) -> GoodTicket:
    return load_course(pack.root).scenarios["lost_file"].ticket


def test_a_scenario_need_not_say_anything(pack: Any) -> None:
    assert GoodTicket((), {}, None, None) == ticket_of(pack)


def test_everything_that_it_can_say(pack: Any) -> None:
    with_ticket(pack, TICKET)
    ticket = ticket_of(pack)
    assert ["a list", "tidied up"] == [one.name for one in ticket.problem]
    assert "missing document" == ticket.problem[0].like[-1]
    assert ["handled_well"] == list(ticket.solution)
    assert (Wanted("a mouse", ("a mouse", "new mouse")), Wanted("a cable", ("a cable",))) == ticket.parts
    assert ticket.follow_up is True
    assert [] == pack.told("scenario")


def test_one_solution_for_every_outcome_but_a_failure(pack: Any) -> None:
    with_ticket(pack, f"ticket: {{solution: {{like: {LIKE}}}, parts: none, follow_up: not needed}}")
    ticket = ticket_of(pack)
    assert ["handled_well", "muddled_through"] == list(ticket.solution)
    assert ((), False) == (ticket.parts, ticket.follow_up)


@pytest.mark.parametrize(
    ("ticket", "told"),
    [
        ("{problem: {is: x}}", ["DS904 problem", "DS201 is"]),
        (f"{{problem: {{like: {LIKE}, all: [{{is: x, like: {LIKE}}}]}}}}", ["DS904 all"]),
        ("{problem: {like: [gone]}}", ["DS601 like"]),
        (f"{{problem: {{all: [{{like: {LIKE}}}]}}}}", ["DS202 {"]),
        ("{problem: gone}", ["DS203 gone"]),
        (f"{{solution: {{by_outcome: {{well: {{like: {LIKE}}}}}}}}}", ["DS201 well"]),
        (f"{{solution: {{by_outcome: {{muddled_through: {{like: {LIKE}}}}}, like: {LIKE}}}}}", ["DS201 like"]),
        ("{follow_up: tomorrow}", ["DS211 tomorrow"]),
        ("{parts: [[a]]}", ["DS203 ["]),
        ("{hours: 1}", ["DS201 hours"]),
        ("{}", ["DS207 {"]),
    ],
)
def test_mistakes_are_told_where_they_are(pack: Any, ticket: str, told: list[str]) -> None:
    with_ticket(pack, f"ticket: {ticket}\n")
    assert told == [one[: len(expected)] for one, expected in zip(pack.marked("scenario"), told, strict=True)]


def test_an_outcome_that_the_scenario_does_not_have(pack: Any) -> None:
    pack.edit("scenario", "ending: muddled_through", "ending: failed")
    pack.write("walkthroughs", "- name: short\n  expect: {}\n  turns: [{say: Hello}]\n")
    with_ticket(pack, f"ticket: {{solution: {{by_outcome: {{muddled_through: {{like: {LIKE}}}}}}}}}\n")
    assert ["DS703 muddled_through"] == [one for one in pack.marked("scenario") if one.startswith("DS703")]
