"""No phrase of a move is a sentence of the same scenario's written conversations: else they would test nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scoring.bank import words_of
from scoring.clauses import clauses, runs
from scoring.text import tokens
from simulator.course.load import load_course, load_walkthroughs
from simulator.course.locate import built_in
from simulator.course.models import Scenario

COURSE = load_course(built_in())
FEWEST_WORDS = 4
"""Shorter ones everybody says."""


def said(scenario: Scenario) -> Iterator[str]:
    """Every clause, and every two or three in a row, of a scenario's walkthroughs."""
    for walkthrough in load_walkthroughs(scenario):
        for turn in walkthrough.turns:
            words = tokens(turn.say)
            for clause, _ in runs(clauses(words), 3):
                yield words_of(words[clause.first : clause.last])


@pytest.mark.parametrize("scenario", COURSE.scenarios.values(), ids=COURSE.scenarios.keys())
def test_no_phrase_of_a_move_is_taken_from_a_walkthrough(scenario: Scenario) -> None:
    facts = {words_of(tokens(text)) for text in scenario.facts.values()}
    walked = set(said(scenario)) - facts
    taken = [
        (move.id, phrase)
        for move in scenario.moves
        for phrase in (*move.like, *move.unlike)
        if len((words := words_of(tokens(phrase))).split()) >= FEWEST_WORDS and words in walked
    ]
    assert [] == taken
