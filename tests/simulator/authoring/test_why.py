"""An explanation in words and as data."""

from __future__ import annotations

import json

from scoring.explanation import ClauseExplained, Considered, Explanation
from simulator.authoring.why import MOST, as_json, in_words

APOLOGY = Considered(
    "apologize",
    0.91,
    0.6,
    True,
    (("words", 0.8, "^ i'm sorry"), ("form", -0.11, "very short"), ("spelling", 0.3, "sorr")),
    "I'm so sorry",
    0.93,
    "",
)
NEGATED = Considered("apologize", 0.2, 0.6, False, (("words", -0.7, "not_sorry"),), "I'm sorry", 0.9, "it is negated")
NAMES = {"apologize": "apologize", "ask_open": "ask an open question"}


def considered(behaviour: str, confidence: float) -> Considered:
    return Considered(behaviour, confidence, 0.6, False, (), "", 0.0, "")


def test_what_counts_is_told_with_what_speaks_for_and_against_it() -> None:
    explanation = Explanation((ClauseExplained(0, 9, "I'm sorry", (APOLOGY,)),))
    assert in_words(explanation, NAMES) == (
        "“I'm sorry” (characters 0 to 9)\n"
        "  shows: apologize (0.91; it takes 0.60)\n"
        "    nearest phrase: “I'm so sorry” (93% alike)\n"
        "    for it: “i'm sorry” +0.80\n"
        "    against it: very short -0.11\n"
        "In all: apologize\n"
    )


def test_what_does_not_count_is_told_with_its_veto() -> None:
    explanation = Explanation((ClauseExplained(0, 13, "I'm not sorry", (NEGATED,)),))
    assert in_words(explanation, NAMES) == (
        "“I'm not sorry” (characters 0 to 13)\n"
        "  not: apologize (0.20; it takes 0.60)\n"
        "    vetoed: it is negated\n"
        "    nearest phrase: “I'm sorry” (90% alike)\n"
        "    against it: “not_sorry” -0.70\n"
        "In all: nothing that counts\n"
    )


def test_only_what_is_nearly_shown_is_told_of_unless_all_is_asked_for() -> None:
    many = tuple(considered(f"move_{number}", 0.5 - number / 100) for number in range(MOST + 2))
    explanation = Explanation((ClauseExplained(0, 2, "Hm", (*many, considered("greet", 0.0))),))
    short = in_words(explanation, {})
    assert "  … and 3 less likely (--all shows them)\n" in short
    assert "move 4" not in short
    everything = in_words(explanation, {}, all_considered=True)
    assert "  not: move 4 [move_4] (0.46; it takes 0.60)\n" in everything
    assert "  not: greet (0.00; it takes 0.60)\n" in everything
    assert "less likely" not in everything


def test_of_a_clause_that_shows_nothing_the_likeliest_is_told() -> None:
    explanation = Explanation((ClauseExplained(0, 2, "Hm", (considered("greet", 0.0),)),))
    assert "  not: greet (0.00; it takes 0.60)\n" in in_words(explanation, {})


def test_pieces_of_words_are_told_of_only_when_all_is_asked_for() -> None:
    explanation = Explanation((ClauseExplained(0, 9, "I'm sorry", (APOLOGY,)),))
    assert "spelling" not in in_words(explanation, NAMES)
    assert "for it: “i'm sorry” +0.80, spelling “sorr” +0.30" in in_words(explanation, NAMES, all_considered=True)


def test_a_silence_has_nothing_to_explain() -> None:
    assert "There are no words in it: the person hears a silence.\nIn all: nothing that counts\n" == in_words(
        Explanation(()), {}
    )


def test_stuffing_is_told() -> None:
    explanation = Explanation((ClauseExplained(0, 9, "I'm sorry", (APOLOGY,)),), "six polite phrases and nothing else")
    assert "The whole reply counts for little: six polite phrases and nothing else\n" in in_words(explanation, NAMES)


def test_names_are_told_with_the_id_to_write_into_a_file() -> None:
    explanation = Explanation((ClauseExplained(0, 2, "Hm", (considered("ask_open", 0.1),)),))
    assert "not: ask an open question [ask_open]" in in_words(explanation, NAMES)


def test_controls_in_a_reply_do_not_reach_the_terminal() -> None:
    explanation = Explanation((ClauseExplained(0, 8, "a\x1b[31m\nb", (APOLOGY,)),))
    assert "\x1b" not in in_words(explanation, NAMES)
    assert in_words(explanation, NAMES).startswith("“a [31m b”")


def test_as_data_nothing_is_left_out() -> None:
    explanation = Explanation((ClauseExplained(0, 9, "I'm sorry", (APOLOGY, NEGATED)),))
    data = json.loads(json.dumps(as_json(explanation)))
    assert ["apologize"] == data["shown"]
    assert [True, False] == [one["shown"] for one in data["clauses"][0]["considered"]]
    assert [["words", 0.8, "^ i'm sorry"], ["form", -0.11, "very short"], ["spelling", 0.3, "sorr"]] == data["clauses"][
        0
    ]["considered"][0]["evidence"]
