"""The exemplar bank: read as it is written, by every shape that an author may give it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from scoring.bank import Bank, Exemplar, load_bank
from scoring.labels import labels

REGISTERS = {"plain", "formal", "texting", "second_language", "indirect"}
REASONS = {"negated", "mentioned", "sarcastic", "other_sense", "neighbour"}


@pytest.fixture
def folder(tmp_path: Path, cache: Path) -> Path:
    folder = tmp_path / "behaviours"
    folder.mkdir()
    return folder


def test_registers_counter_exemplars_and_what_else_they_show(folder: Path) -> None:
    (folder / "greet.yaml").write_text(
        """
name: greet
exemplars:
  plain: [Hello there., "no: 12:30"]
  texting:
    - hiya
    - {text: "hi, sorry im late", shows: [apologize]}
counter:
  mentioned: [He said hello.]
""",
        encoding="utf-8",
    )
    assert {
        "greet": (
            Exemplar("Hello there.", "plain", counter=False),
            Exemplar("no: 12:30", "plain", counter=False),
            Exemplar("hiya", "texting", counter=False),
            Exemplar("hi, sorry im late", "texting", counter=False, shows=("apologize",)),
            Exemplar("He said hello.", "mentioned", counter=True),
        )
    } == load_bank(folder).exemplars


def test_a_plain_list_is_plain_and_one_phrase_is_a_list_of_one(folder: Path) -> None:
    (folder / "greet.yaml").write_text(
        "exemplars: [Hello., Yes]\ncounter: {negated: No hello., mentioned: }\n", encoding="utf-8"
    )
    assert [("Hello.", "plain", False), ("Yes", "plain", False), ("No hello.", "negated", True)] == [
        (one.text, one.group, one.counter) for _, one in load_bank(folder)
    ]


def test_a_behaviour_without_phrases_has_none(folder: Path) -> None:
    (folder / "greet.yaml").write_text("name: greet\n", encoding="utf-8")
    assert {"greet": ()} == load_bank(folder).exemplars
    assert {} == load_bank(folder / "none").exemplars


def test_the_version_changes_with_the_contents_and_with_nothing_else(folder: Path, tmp_path: Path) -> None:
    (folder / "greet.yaml").write_text("exemplars: [Hello.]\n", encoding="utf-8")
    first = load_bank(folder)
    (folder / "greet.yaml").touch()
    (folder / "notes.txt").write_text("not of the bank", encoding="utf-8")
    assert first == load_bank(folder.rename(tmp_path / "elsewhere"))
    (tmp_path / "elsewhere" / "greet.yaml").write_text("exemplars: [Hallo.]\n", encoding="utf-8")
    assert first.version != load_bank(tmp_path / "elsewhere").version
    (tmp_path / "elsewhere" / "greet.yaml").rename(tmp_path / "elsewhere" / "hail.yaml")
    assert ["hail"] == list(load_bank(tmp_path / "elsewhere").exemplars)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_bank()


def test_every_behaviour_has_phrases_enough(bank: Bank) -> None:
    assert list(labels()) == list(bank.exemplars)
    assert [] == [name for name, known in bank.exemplars.items() if sum(not one.counter for one in known) < 30]
    assert [] == [name for name, known in bank.exemplars.items() if not any(one.counter for one in known)]


def test_every_phrase_stands_in_a_known_group_and_shows_known_behaviours(bank: Bank) -> None:
    assert [] == [(name, one) for name, one in bank if one.group not in (REASONS if one.counter else REGISTERS)]
    assert [] == [(name, one) for name, one in bank if not set(one.shows) <= set(labels())]


def test_no_phrase_stands_twice_or_on_both_sides(bank: Bank) -> None:
    for name, known in bank.exemplars.items():
        times = Counter(one.text.strip().casefold() for one in known)
        assert (name, []) == (name, [text for text, count in times.items() if count > 1 or not text])
