"""The fitted model's arithmetic, on weights that can be reckoned in the head, and the file that keeps them."""

from __future__ import annotations

import hashlib
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.detector import Detector
from scoring.evidence import Evidence
from scoring.labels import labels
from scoring.model import (
    LOGIT_ONE,
    SHARPNESS,
    SPILL,
    WEIGHT_ONE,
    Contribution,
    Model,
    load_model,
    parse,
    pooled,
    probability,
    write,
)

ONE = WEIGHT_ONE
NOTHING = Evidence([], [], {})
ROWS = [
    f"reply word\thello\t64\tgreet:{ONE}",
    f"reply word\tdamn\t64\tgreet:-{ONE} insult:{2 * ONE}",
    f"clause word\thello\t64\tgreet:{2 * ONE}",
    f"clause part\t he\t64\tgreet:{ONE}",
    f"clause form\tform: question\t64\tgreet:{ONE}",
    f"clause form\tline: it asked\t64\tinsult:{ONE}",
]


@pytest.fixture
def path(tmp_path: Path, cache: Path) -> Path:
    """A weights file: one log-odds against greeting, two against an insult, before anything is read."""
    path = tmp_path / "weights.tsv"
    write(
        path,
        {"what": "a model: small"},
        [("greet", "expect", -LOGIT_ONE, 0), ("insult", "expect", -2 * LOGIT_ONE, -64)],
        ROWS,
    )
    return path


@pytest.fixture
def model(path: Path) -> Model:
    return load_model(path)


def said(*words: str) -> Evidence:
    return Evidence(list(words), [], {})


def odds(model: Model, reply: Evidence, *clauses: Evidence) -> list[float]:
    """Log-odds of a greeting and of an insult."""
    return [int(total) / LOGIT_ONE for total in model.read(reply, clauses or (NOTHING,)).totals]


def test_without_evidence_the_bias_decides(model: Model) -> None:
    assert [-1.0, -2.0] == odds(model, NOTHING)


def test_what_is_not_known_says_nothing(model: Model) -> None:
    assert [-1.0, -2.0] == odds(model, Evidence(["zebra"], ["zebra"], {"form: zebra": 1.0}), said("zebra"))


def test_the_only_known_word_counts_with_its_whole_weight_however_often_it_stands_there(model: Model) -> None:
    assert [0.0, -2.0] == odds(model, said("hello"))
    assert [0.0, -2.0] == odds(model, said("hello", "hello", "hello"))


def test_several_words_share_a_length_of_one(model: Model) -> None:
    greet, insult = odds(model, said("hello", "damn"))
    assert -1.0 == greet
    assert insult == pytest.approx(-2 + 2 / math.sqrt(2), abs=0.01)


def test_a_word_that_comes_again_counts_once(model: Model) -> None:
    assert odds(model, said("hello", "hello", "damn")) == odds(model, said("hello", "damn"))


def test_reply_and_clause_have_weights_of_their_own(model: Model) -> None:
    assert [1.0, -2.0] == odds(model, NOTHING, said("hello"))
    assert [2.0, -2.0] == odds(model, said("hello"), said("hello"))


def test_parts_of_words_count(model: Model) -> None:
    assert [0.0, -2.0] == odds(model, NOTHING, Evidence([], ["help"], {}))


def test_form_counts_by_its_strength(model: Model) -> None:
    assert [-0.5, -2.0] == odds(model, NOTHING, Evidence([], [], {"form: question": 1.0}))
    assert [-0.75, -2.0] == odds(model, NOTHING, Evidence([], [], {"form: question": 0.5}))


def test_the_best_clause_decides_and_another_helps_a_little(model: Model) -> None:
    alone = odds(model, NOTHING, said("hello"))[0]
    assert alone <= odds(model, NOTHING, said("hello"), NOTHING)[0] < alone + 0.01
    assert alone < odds(model, NOTHING, said("hello"), said("hello"))[0] < alone + 0.2


def test_what_each_piece_of_evidence_adds_is_told_heaviest_first(model: Model) -> None:
    reading = model.read(NOTHING, [said("zebra"), Evidence(["hello"], ["help"], {"form: question": 1.0})])
    assert (
        Contribution("words", "hello", 2.0),
        Contribution("spelling", "help", 1.0),
        Contribution("form", "form: question", 0.5),
    ) == model.contributions(reading, 2, "greet", most=3)
    assert [] == [one for one in model.contributions(reading, 1, "greet") if one.log_odds]


def test_the_kind_that_speaks_most_for_it(model: Model) -> None:
    reading = model.read(
        NOTHING, [Evidence(["hello"], [], {"line: it asked": 1.0}), Evidence([], [], {"form: question": 1.0})]
    )
    assert "words" == model.strongest_kind(reading, 0, "greet")
    assert "line" == model.strongest_kind(reading, 0, "insult")
    assert "form" == model.strongest_kind(reading, 1, "greet")


@given(st.lists(st.lists(st.integers(-6000, 6000), min_size=2, max_size=2), min_size=1, max_size=8))
def test_clauses_are_pooled_by_a_log_sum(by_clause: list[list[int]]) -> None:
    expected = [
        LOGIT_ONE / SHARPNESS * np.logaddexp.reduce([SHARPNESS * value / LOGIT_ONE for value in column])
        for column in zip(*by_clause, strict=True)
    ]
    assert expected == pytest.approx(list(pooled(np.array(by_clause, dtype=np.int64))), abs=len(by_clause))


def test_probability_of_log_odds() -> None:
    assert [0.018, 0.269, 0.5, 0.731, 1.0] == [probability(odds * LOGIT_ONE) for odds in (-4, -1, 0, 1, 20)]


def test_probability_of_what_is_out_of_the_question() -> None:
    assert 0.0 == probability(-1000 * LOGIT_ONE)


def test_a_file_says_what_was_written(model: Model, path: Path) -> None:
    assert {"what": "a model: small"} == model.about
    assert ("greet", "insult") == model.behaviours
    assert ([-256, -512], [0, -64]) == (list(model.biases), list(model.thresholds))
    assert hashlib.sha256(path.read_bytes()).hexdigest()[:16] == model.version


def test_a_missing_file_is_an_os_error(tmp_path: Path, cache: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_model(tmp_path / "none.tsv")


def test_from_the_cache_the_model_is_the_same(path: Path, cache: Path) -> None:
    first = load_model(path)
    assert 1 == len(list(cache.iterdir()))
    second = load_model(path)
    for reply in (said("hello", "damn"), NOTHING):
        assert odds(first, reply, said("hello")) == odds(second, reply, said("hello"))


def test_other_weights_are_not_taken_from_the_cache(path: Path, cache: Path) -> None:
    load_model(path)
    path.write_text(path.read_text().replace("\tgreet\texpect\t-256", "\tgreet\texpect\t-512"))
    assert [-2.0, -2.0] == odds(load_model(path), NOTHING)


def test_parsing_keeps_every_weight() -> None:
    parts = parse(
        "behaviour\tgreet\texpect\t0\t0\nbehaviour\tblame\tavoid\t0\t0\nreply word\tit's #1: ok\t7\tblame:-3 greet:5\n"
    )
    row = parts["vocabulary"]["reply word"]["it's #1: ok"]
    assert ([5, -3], 7) == (list(parts["weights"][row]), parts["rarity"][row])


def test_the_weights_that_ship_know_every_behaviour(detector: Detector) -> None:
    assert sorted(labels()) == sorted(detector.model.behaviours)
    assert detector.model.thresholds.shape == detector.model.biases.shape == (len(labels()),)


def test_an_unkindness_gives_way_to_a_likelier_kindness_on_the_same_clause(tmp_path: Path) -> None:
    path = tmp_path / "weights.tsv"
    write(path, {}, [("greet", "expect", 4 * LOGIT_ONE, 0), ("insult", "avoid", LOGIT_ONE, 0)], ROWS)
    assert [4.0, 1.0 - SPILL / LOGIT_ONE] == odds(load_model(path), NOTHING)
