"""The label set."""

from __future__ import annotations

import pytest

from scoring.labels import labels


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


def test_nobody_can_change_them() -> None:
    with pytest.raises(TypeError):
        labels()["greet"] = labels()["blame"]  # type: ignore[index]
