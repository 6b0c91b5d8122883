"""How the score went, reply by reply."""

from __future__ import annotations

from collections.abc import Callable

from simulator.engine.conversation import Conversation
from simulator.engine.paths import score_path
from simulator.engine.report import report

Converse = Callable[..., Conversation]
GREETING = "Good morning, IT service desk, this is Robin speaking."
SORRY = "I'm so sorry about this."
UNPLUG, LOAN = "Pull the power cable out of the laptop.", "I can send you a loan laptop."
BLAME, INSULT = "This is your own fault.", "You are an idiot."


def test_before_the_first_reply_and_after_each(converse: Converse) -> None:
    """Of 80 points until the loan is due, of 100 from then on: greeting 10, apology 20, cable 40, loan 20."""
    assert (0, 13, 38, 70, 90) == score_path(converse(GREETING, SORRY, UNPLUG, LOAN))


def test_what_costs_takes_it_down(converse: Converse) -> None:
    path = score_path(converse(GREETING, SORRY, BLAME))
    assert path[3] == path[2] - 15


def test_it_goes_with_the_mood_curve_and_ends_with_the_score(converse: Converse) -> None:
    for replies in ((), (GREETING,), (GREETING, SORRY, UNPLUG), (GREETING, SORRY, UNPLUG, LOAN), (GREETING, INSULT)):
        conversation = converse(*replies)
        found, path = report(conversation), score_path(conversation)
        assert len(found.mood_curve) == len(path)
        assert found.score == path[-1]


def test_only_the_end_is_capped_for_how_it_ended(converse: Converse) -> None:
    """After the cable it stands at 70 on its way, and at 59 of 60 to pass when it stops there."""
    assert 70 == score_path(converse(GREETING, SORRY, UNPLUG, "Hm."))[3]
    assert 59 == score_path(converse(GREETING, SORRY, UNPLUG))[3]
