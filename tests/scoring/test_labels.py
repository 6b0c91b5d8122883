"""The label set."""

from __future__ import annotations

import pytest

from scoring.bank import load_bank
from scoring.labels import COACHING, labels

LONGEST_REASON = 90
"""Characters: with it, the coaching line still is a short one."""


def test_there_are_forty_three_behaviours_by_id() -> None:
    assert 43 == len(labels())
    assert sorted(labels()) == list(labels())
    assert list(labels()) == [label.id for label in labels().values()]


def test_each_is_expected_or_to_be_avoided_and_says_what_it_is() -> None:
    assert {"expect", "avoid"} == {label.kind for label in labels().values()}
    assert [] == [label.id for label in labels().values() if not (label.name and label.is_ and label.source)]
    assert ("expect", "avoid") == (labels()["apologize"].kind, labels()["blame"].kind)


def test_no_two_have_the_same_name() -> None:
    names = [label.name for label in labels().values()]
    assert sorted(set(names)) == sorted(names)


def test_each_has_a_reason_of_its_own_in_one_short_sentence() -> None:
    reasons = [label.why for label in labels().values()]
    assert [] == [why for why in reasons if not (10 < len(why) <= LONGEST_REASON and why.endswith("."))]
    assert sorted(set(reasons)) == sorted(reasons)


def test_what_earns_has_a_phrase_of_the_bank_that_sounds_like_it() -> None:
    bank = load_bank().exemplars
    phrases = {name: {one.text for one in exemplars if not one.counter} for name, exemplars in bank.items()}
    expected = {label.id for label in labels().values() if label.kind == "expect"}
    assert expected == {label.id for label in labels().values() if label.sounds in phrases[label.id]}
    assert expected == {label.id for label in labels().values() if label.sounds}


def test_coaching_speaks_of_no_behaviour_that_does_not_exist() -> None:
    named = [line[:-1] for line in COACHING.read_text(encoding="utf-8").splitlines() if line[:1].isalpha()]
    assert sorted(labels()) == sorted(named)


def test_nobody_can_change_them() -> None:
    with pytest.raises(TypeError):
        labels()["greet"] = labels()["blame"]  # type: ignore[index]
