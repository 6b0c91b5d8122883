"""A conversation against its rubric: what each item earned, on which words, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scoring.rubric import Avoided, Expected, ItemScore, Rubric, Score, TurnShown

LATE = 0.5
"""Share of an item's worth that it earns after its time."""
STUFFED = 0.2
"""Share of an item's worth that it earns in a reply that stuffs."""
FAILED = "failed"


def score(
    rubric: Rubric,
    turns: Sequence[TurnShown],
    entered: Mapping[str, int],
    outcome: str | None,
    charges: Sequence[ItemScore] = (),
) -> Score:
    """Score the replies `turns` of one conversation.

    `entered`: state -> number of replies given before the state was first entered; for something that happens, before
    it came. `outcome`: that of the ending, None for a conversation that did not end. `charges`: items that cost besides
    what replies show (a broken promise), with their points below zero. The score is 100 x earned / worth of all scored items, less the costs, within
    0..100, rounded half up. It can not pass when the conversation did not end, ended as failed, or showed something
    fatal (`Rubric.fatal_cap`).
    """
    expected = tuple(_expected(item, turns, entered) for item in rubric.expect)
    avoided = (*(_avoided(item, turns, entered) for item in rubric.avoid), *charges)
    possible = sum(item.worth for item in expected if item.status != "not_scored")
    earned = sum(item.points for item in expected)
    costs = sum(item.points for item in avoided)
    raw = (100 * earned / possible if possible else 0.0) + costs
    # Shares of a worth are binary fractions with an error in the last place: without it 43.5 is 43.5, and rounds up.
    whole = min(100, int(round(raw, 6) + 0.5)) if raw > 0 else 0
    capped = ""
    fatal = next((item for item in avoided if item.status == "fatal"), None)
    if fatal is not None:
        whole, capped = min(whole, rubric.fatal_cap), fatal.why
    elif outcome == FAILED and whole >= rubric.pass_mark:
        whole, capped = rubric.pass_mark - 1, "the conversation ended badly, so it can not pass"
    elif outcome is None and whole >= rubric.pass_mark:
        whole, capped = rubric.pass_mark - 1, "the conversation was not finished, so it can not pass"
    passed = whole >= rubric.pass_mark and outcome is not None and outcome != FAILED and fatal is None
    return Score(whole, round(raw, 2), passed, rubric.pass_mark, expected + avoided, capped)


def _expected(item: Expected, turns: Sequence[TurnShown], entered: Mapping[str, int]) -> ItemScore:
    reached = item.due is None or item.due in entered
    if item.due is not None and item.answer:
        # Nothing answers what has not happened yet.
        turns = [turn for turn in turns if item.due in entered and turn.turn > entered[item.due]]
    best: tuple[float, str, TurnShown, str] | None = None
    for turn in turns:
        quote = _quote(turn, item.behaviour)
        if quote is None:
            continue
        share, status = _share(item, turn, entered)
        if best is None or share > best[0]:
            best = (share, status, turn, quote)
    if not reached and item.if_reached:
        why = "the conversation did not come to where this is due"
        return ItemScore(item.behaviour, "expect", "not_scored", 0.0, item.worth, None, "", item.due, item.model, why)
    if best is None:
        due_turn = entered[item.due] + 1 if item.due is not None and item.due in entered else None
        why = "not shown" if reached else "the conversation did not come to where this is due"
        return ItemScore(item.behaviour, "expect", "missed", 0.0, item.worth, due_turn, "", item.due, item.model, why)
    share, status, turn, quote = best
    why = {
        "earned": "shown in time" if item.due else "shown",
        "late": f"shown more than {_turns(item.within)} after it was due",
        "stuffed": f"the reply counts as stuffing: {turn.stuffed}",
    }[status]
    return ItemScore(
        item.behaviour, "expect", status, item.worth * share, item.worth, turn.turn, quote, item.due, item.model, why
    )


def _share(item: Expected, turn: TurnShown, entered: Mapping[str, int]) -> tuple[float, str]:
    if turn.stuffed is not None:
        return STUFFED, "stuffed"
    if item.due is None or item.within is None or item.due not in entered:
        return 1.0, "earned"
    if turn.turn - entered[item.due] <= item.within:
        return 1.0, "earned"
    return LATE, "late"


def _avoided(item: Avoided, turns: Sequence[TurnShown], entered: Mapping[str, int]) -> ItemScore:
    last = entered.get(item.until, len(turns)) if item.until is not None else len(turns)
    occurrences = [(turn, quote) for turn in turns[:last] if (quote := _quote(turn, item.behaviour)) is not None]
    if not occurrences:
        return ItemScore(item.behaviour, "avoid", "avoided", 0.0, 0, None, "", None, item.instead, "did not occur")
    turn, quote = occurrences[0]
    if item.fatal:
        return ItemScore(item.behaviour, "avoid", "fatal", 0.0, 0, turn.turn, quote, None, item.instead, item.fatal)
    times = min(len(occurrences), item.times)
    why = "in turn " + ", ".join(str(found.turn) for found, _ in occurrences)
    if len(occurrences) > times:
        why += f" (charged {times} times at most)"
    return ItemScore(
        item.behaviour, "avoid", "charged", -float(item.costs * times), 0, turn.turn, quote, None, item.instead, why
    )


def _quote(turn: TurnShown, behaviour: str) -> str | None:
    for name, quote, _, _ in turn.shown:
        if name == behaviour:
            return quote
    return None


def _turns(count: int | None) -> str:
    return "1 turn" if count == 1 else f"{count} turns"
