"""A conversation against its rubric, rule by rule."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rubric import Avoided, Expected, ItemScore, Rubric, Score, TurnShown
from scoring.score import score

WELL = "handled_well"


def turn(number: int, *shown: str, stuffed: str | None = None) -> TurnShown:
    """A reply that shows each of `shown` in words of its own."""
    return TurnShown(
        number, "somewhere", "…", tuple((name, f"{name} in turn {number}", 0, 1) for name in shown), stuffed
    )


def of(
    items: Sequence[Expected | Avoided],
    turns: Sequence[TurnShown],
    entered: dict[str, int] | None = None,
    outcome: str | None = WELL,
) -> Score:
    """Scored with a pass mark of 60; the conversation began in `start`."""
    rubric = Rubric(
        60,
        tuple(item for item in items if isinstance(item, Expected)),
        tuple(item for item in items if isinstance(item, Avoided)),
    )
    return score(rubric, turns, {"start": 0} | (entered or {}), outcome)


def one(item: Expected | Avoided, turns: Sequence[TurnShown], entered: dict[str, int] | None = None) -> ItemScore:
    (found,) = of([item], turns, entered).items
    return found


GREET = Expected("greet", 10, model="Good morning!")
ANYTHING = Expected("thank", 10)


# What earns


def test_what_was_shown_earns_and_is_quoted_with_its_turn() -> None:
    assert ItemScore(
        "greet", "expect", "earned", 10.0, 10, 2, "greet in turn 2", None, "Good morning!", "shown"
    ) == one(GREET, [turn(1), turn(2, "greet")])


def test_what_was_not_shown_earns_nothing_and_the_model_reply_is_told() -> None:
    assert ItemScore("greet", "expect", "missed", 0.0, 10, None, "", None, "Good morning!", "not shown") == one(
        GREET, [turn(1)]
    )


def test_repeats_earn_nothing_more() -> None:
    assert 50 == of([GREET, ANYTHING], [turn(1, "greet"), turn(2, "greet"), turn(3, "greet")]).score


def test_of_several_quotes_in_one_reply_the_first_is_told() -> None:
    reply = TurnShown(1, "start", "hi, hello", (("greet", "hi", 0, 2), ("greet", "hello", 4, 9)))
    assert "hi" == one(GREET, [reply]).quote


@pytest.mark.parametrize(("worths", "expected"), [((10, 10), 50), ((1, 1), 50), ((30, 10), 75), ((100, 300), 25)])
def test_everything_expected_counts_towards_100_whatever_the_worths_add_up_to(
    worths: tuple[int, int], expected: int
) -> None:
    assert expected == of([Expected("greet", worths[0]), Expected("thank", worths[1])], [turn(1, "greet")]).score


# When it is due

APOLOGIZE = Expected("apologize", 10, due="complaint", within=2)


@pytest.mark.parametrize(
    ("shown_in", "status", "points"),
    [
        (1, "earned", 10.0),  # before its state was entered
        (5, "earned", 10.0),  # the first reply in it
        (6, "earned", 10.0),
        (7, "late", 5.0),
        (20, "late", 5.0),
    ],
)
def test_in_time_it_earns_in_full_and_later_half(shown_in: int, status: str, points: float) -> None:
    found = one(APOLOGIZE, [turn(shown_in, "apologize")], {"complaint": 4})
    assert (status, points, shown_in) == (found.status, found.points, found.turn)


@pytest.mark.parametrize(("shown_in", "status"), [(7, "earned"), (8, "late")])
def test_unless_said_there_are_three_turns(shown_in: int, status: str) -> None:
    assert (
        status
        == one(Expected("apologize", 10, due="complaint"), [turn(shown_in, "apologize")], {"complaint": 4}).status
    )


def test_within_any_has_no_limit() -> None:
    assert (
        "earned"
        == one(
            Expected("apologize", 10, due="complaint", within=None), [turn(99, "apologize")], {"complaint": 4}
        ).status
    )


def test_why_says_whether_it_was_in_time() -> None:
    assert "shown in time" == one(APOLOGIZE, [turn(5, "apologize")], {"complaint": 4}).why
    assert "shown more than 2 turns after it was due" == one(APOLOGIZE, [turn(9, "apologize")], {"complaint": 4}).why
    soon = Expected("apologize", 10, due="complaint", within=1)
    assert "shown more than 1 turn after it was due" == one(soon, [turn(9, "apologize")], {"complaint": 4}).why


def test_the_best_of_several_counts_whichever_came_first() -> None:
    late_then_never = [turn(2, "apologize", stuffed="a heap"), turn(9, "apologize"), turn(10, "apologize")]
    found = one(APOLOGIZE, late_then_never, {"complaint": 0})
    assert ("late", 5.0, 9) == (found.status, found.points, found.turn)


def test_a_miss_tells_the_turn_in_which_it_was_due() -> None:
    found = one(APOLOGIZE, [turn(1), turn(2)], {"complaint": 1})
    assert ("missed", 2, "complaint", "not shown") == (found.status, found.turn, found.due, found.why)


# Where the conversation never came


def test_what_was_due_where_the_conversation_never_came_is_missed() -> None:
    found = one(APOLOGIZE, [turn(1)])
    assert ("missed", None, "the conversation did not come to where this is due") == (
        found.status,
        found.turn,
        found.why,
    )


def test_shown_all_the_same_it_earns() -> None:
    assert ("earned", 10.0) == ((found := one(APOLOGIZE, [turn(1, "apologize")])).status, found.points)


IF_REACHED = Expected("follow_up", 30, due="solved", if_reached=True, model="I'll ring you tomorrow.")


@pytest.mark.parametrize("shown", [(), ("follow_up",)])
def test_with_if_reached_it_is_left_out_where_the_conversation_never_came(shown: tuple[str, ...]) -> None:
    result = of([GREET, IF_REACHED], [turn(1, "greet", *shown)])
    assert 100 == result.score
    assert ("not_scored", 0.0, "the conversation did not come to where this is due") == (
        result.items[1].status,
        result.items[1].points,
        result.items[1].why,
    )


def test_with_if_reached_it_counts_where_the_conversation_came() -> None:
    assert 25 == of([GREET, IF_REACHED], [turn(1, "greet")], {"solved": 1}).score
    assert 100 == of([GREET, IF_REACHED], [turn(1, "greet"), turn(2, "follow_up")], {"solved": 1}).score


def test_where_nothing_is_scored_the_score_is_nothing() -> None:
    assert (0, False) == ((result := of([IF_REACHED], [turn(1)])).score, result.passed)


# Stuffing


def test_a_reply_that_stuffs_earns_a_fifth() -> None:
    found = one(APOLOGIZE, [turn(1, "apologize", stuffed="5 polite phrases in a heap")], {"complaint": 0})
    assert ("stuffed", 2.0, "the reply counts as stuffing: 5 polite phrases in a heap") == (
        found.status,
        found.points,
        found.why,
    )


def test_late_and_stuffed_earns_no_more_than_stuffed() -> None:
    assert 2.0 == one(APOLOGIZE, [turn(9, "apologize", stuffed="a heap")], {"complaint": 0}).points


def test_an_honest_repeat_makes_good_for_stuffing() -> None:
    found = one(GREET, [turn(1, "greet", stuffed="a heap"), turn(2, "greet")])
    assert ("earned", 2) == (found.status, found.turn)


# What costs

BLAME = Avoided("blame", costs=15, instead="Let's see what we can do.")


def test_what_did_not_occur_costs_nothing() -> None:
    assert ItemScore("blame", "avoid", "avoided", 0.0, 0, None, "", None, BLAME.instead, "did not occur") == one(
        BLAME, [turn(1, "greet")]
    )


def test_each_reply_that_shows_it_costs_twice_at_most() -> None:
    charged = [
        of([ANYTHING, BLAME], [turn(0, "thank"), *(turn(at + 1, "blame") for at in range(times))]).score
        for times in range(5)
    ]
    assert [100, 85, 70, 70, 70] == charged


def test_times_says_how_often_it_costs() -> None:
    often = Avoided("blame", costs=15, times=3)
    assert 55 == of([ANYTHING, often], [turn(0, "thank"), *(turn(at, "blame") for at in range(1, 6))]).score


def test_twice_in_one_reply_costs_once() -> None:
    assert 85 == of([ANYTHING, BLAME], [turn(1, "thank", "blame", "blame")]).score


def test_a_charge_quotes_the_first_and_names_every_turn() -> None:
    found = one(BLAME, [turn(2, "blame"), turn(5, "blame"), turn(6, "blame")])
    assert ("charged", -30.0, 2, "blame in turn 2") == (found.status, found.points, found.turn, found.quote)
    assert "in turn 2, 5, 6 (charged 2 times at most)" == found.why
    assert "in turn 2" == one(BLAME, [turn(2, "blame")]).why


def test_costs_come_off_the_score_not_off_the_worth() -> None:
    assert 35 == of([Expected("greet", 1), Expected("thank", 1), BLAME], [turn(1, "greet", "blame")]).score


def test_what_costs_costs_in_a_stuffed_reply_too() -> None:
    assert 5 == of([ANYTHING, BLAME], [turn(1, "thank", "blame", stuffed="a heap")]).score


def test_nothing_falls_below_nothing() -> None:
    result = of([GREET, BLAME], [turn(1, "blame"), turn(2, "blame")])
    assert (0, -30.0) == (result.score, result.raw)


# What can not pass

FATAL = Avoided("demand_password", fatal="you asked for a password")


def test_something_fatal_caps_at_thirty_and_fails() -> None:
    result = of([GREET, FATAL], [turn(1, "greet", "demand_password")])
    assert (30, False, "you asked for a password", 100.0) == (result.score, result.passed, result.capped, result.raw)
    assert ("fatal", 0.0, "you asked for a password", 1) == (
        (found := result.items[1]).status,
        found.points,
        found.why,
        found.turn,
    )


def test_a_fatal_cap_gives_nothing_to_who_has_less() -> None:
    assert 0 == of([GREET, FATAL], [turn(1, "demand_password")]).score


def test_the_cap_is_the_rubrics_and_fails_even_above_the_pass_mark() -> None:
    rubric = Rubric(10, (GREET,), (FATAL,), fatal_cap=20)
    result = score(rubric, [turn(1, "greet", "demand_password")], {}, WELL)
    assert (20, False) == (result.score, result.passed)


def test_fatal_is_fatal_in_a_stuffed_reply_too() -> None:
    assert "you asked for a password" == of([GREET, FATAL], [turn(1, "demand_password", stuffed="a heap")]).capped


@pytest.mark.parametrize(
    ("outcome", "expected", "passed", "capped"),
    [
        ("handled_well", 100, True, ""),
        ("muddled_through", 100, True, ""),
        ("failed", 59, False, "the conversation ended badly, so it can not pass"),
        (None, 59, False, "the conversation was not finished, so it can not pass"),
    ],
)
def test_only_a_conversation_that_ended_and_not_as_failed_can_pass(
    outcome: str | None, expected: int, passed: bool, capped: str
) -> None:
    result = of([GREET], [turn(1, "greet")], outcome=outcome)
    assert (expected, passed, capped, 100.0) == (result.score, result.passed, result.capped, result.raw)


@pytest.mark.parametrize("outcome", ["failed", None])
def test_what_is_below_the_pass_mark_anyway_is_not_capped(outcome: str | None) -> None:
    result = of([GREET, ANYTHING], [turn(1, "greet")], outcome=outcome)
    assert (50, False, "") == (result.score, result.passed, result.capped)


@pytest.mark.parametrize(("worth", "passed"), [(59, False), (60, True)])
def test_the_pass_mark_itself_passes(worth: int, passed: bool) -> None:
    result = of([Expected("greet", worth), Expected("thank", 100 - worth)], [turn(1, "greet")])
    assert (worth, passed, 60) == (result.score, result.passed, result.pass_mark)


# The figure


@pytest.mark.parametrize(
    ("worth", "of_all", "expected"), [(1, 8, 13), (3, 8, 38), (1, 3, 33), (2, 3, 67), (1, 200, 1), (199, 200, 100)]
)
def test_the_score_is_rounded_half_up(worth: int, of_all: int, expected: int) -> None:
    assert expected == of([Expected("greet", worth), Expected("thank", of_all - worth)], [turn(1, "greet")]).score


@given(
    st.lists(
        st.tuples(st.integers(1, 100), st.sampled_from(["full", "late", "stuffed", "missed"])), min_size=1, max_size=8
    )
)
def test_it_is_rounded_as_on_paper(items: list[tuple[int, str]]) -> None:
    shares = {"full": Fraction(1), "late": Fraction(1, 2), "stuffed": Fraction(1, 5), "missed": Fraction(0)}
    turns = {"full": turn(1), "late": turn(9), "stuffed": turn(2, stuffed="a heap"), "missed": turn(3)}
    for at, (_, how) in enumerate(items):
        if how != "missed":
            old = turns[how]
            turns[how] = TurnShown(old.turn, old.state, old.reply, (*old.shown, (f"item {at}", "…", 0, 1)), old.stuffed)
    result = of(
        [Expected(f"item {at}", worth, due="start") for at, (worth, _) in enumerate(items)], list(turns.values())
    )
    exact = 100 * sum(worth * shares[how] for worth, how in items) / sum(worth for worth, _ in items)
    assert int(exact + Fraction(1, 2)) == result.score


def test_a_half_made_of_fifths_is_rounded_up_as_well() -> None:
    """(24 + 14/5 + 16/2) of 80 is 43.5, which binary fractions miss by a hair."""
    worths = {"one": 24, "two": 16, "three": 10, "four": 14, "five": 16}
    turns = [turn(1, "one"), turn(2, "four", stuffed="a heap"), turn(9, "five")]
    assert 44 == of([Expected(name, worth, due="start") for name, worth in worths.items()], turns).score


def test_items_keep_the_rubrics_order() -> None:
    items = of([BLAME, ANYTHING, FATAL, GREET], [turn(1, "greet")]).items
    assert ["thank", "greet", "blame", "demand_password"] == [item.behaviour for item in items]


def test_a_conversation_without_replies_scores_nothing() -> None:
    assert (0, 0.0, False) == ((result := of([GREET, BLAME], [])).score, result.raw, result.passed)


# What answers something that happens, and what costs besides replies

ANSWER = Expected("defer", 10, "rings", 1, "You come first.", if_reached=True, answer=True)


@pytest.mark.parametrize(
    ("turns", "entered", "status", "points"),
    [
        ([turn(1, "defer")], {}, "not_scored", 0),
        ([turn(1, "defer")], {"rings": 1}, "missed", 0),
        ([turn(1, "defer"), turn(2, "defer")], {"rings": 1}, "earned", 10),
        ([turn(1), turn(2), turn(3, "defer")], {"rings": 1}, "late", 5),
    ],
)
def test_an_answer_counts_only_after_what_it_answers(
    turns: list[TurnShown], entered: dict[str, int], status: str, points: float
) -> None:
    found = one(ANSWER, turns, entered)
    assert (status, points) == (found.status, found.points)


def test_charges_are_taken_off_and_listed_last() -> None:
    charge = ItemScore("update", "avoid", "charged", -12.0, 0, 1, "I'll ring you", None, "", "not kept")
    rubric = Rubric(60, (GREET,), (Avoided("blame", 15),))
    result = score(rubric, [turn(1, "greet")], {"start": 0}, WELL, (charge,))
    assert (88, True) == (result.score, result.passed)
    assert ["greet", "blame", "update"] == [item.behaviour for item in result.items]
