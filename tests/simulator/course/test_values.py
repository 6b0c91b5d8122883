"""Single values: what is taken, and what is told of everything else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator.course import values
from simulator.course.compose import compose
from simulator.course.nodes import Map
from simulator.course.source import Source


def read(reader: Callable[..., Any], written: str, *more: object) -> tuple[object, list[str]]:
    """What the reader makes of the text, and what is told of it."""
    text = f"key: {written}\n"
    source = Source(Path("x.yaml"), text=text, readable=True, lines=text.split("\n"))
    node = compose(source, text)
    assert isinstance(node, Map)
    key, value = node.pairs[0]
    found = reader(source, value, "'key'", *more, key)
    return found, [f"{one.code} {one.line}:{one.column}" for one in source.found]


@pytest.mark.parametrize("written", ["no", "12:30", "1e3", "~", "2024-01-01", "yes", "null", "0.10", "0o7"])
def test_text_stays_as_it_was_written(written: str) -> None:
    assert (written, []) == read(values.text, written)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "DS207 1:1"),
        ('""', "DS207 1:6"),
        ('"  "', "DS207 1:6"),
        ("[sighs]", "DS205 1:6"),
        ("{a: b}", "DS205 1:6"),
        ("\n  It says: no", "DS206 2:3"),
        ("\n  - one", "DS205 2:3"),
    ],
)
def test_what_is_not_text(written: str, told: str) -> None:
    assert (None, [told]) == read(values.text, written)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Ticket #12", ["DS217 1:13"]),
        ("Ticket # a remark", []),
        ("'Ticket #12'", []),
        ("C#12", []),
        ("|\n  Ticket #12", []),
    ],
)
def test_text_that_is_cut_by_a_hash(written: str, told: list[str]) -> None:
    assert told == read(values.text, written)[1]


@pytest.mark.parametrize(("written", "number"), [("0", 0), ("7", 7), ("+7", 7), ("'7'", 7), ("007", 7), ("100", 100)])
def test_numbers(written: str, number: int) -> None:
    assert (number, []) == read(values.number, written, 0, 100)


@pytest.mark.parametrize("written", ["seven", "7.0", "1e1", "0x7", "1_0", "７", "7%", "~", "yes", "9" * 5000])
def test_what_is_not_a_number(written: str) -> None:
    assert read(values.number, written, 0, 100) == (None, ["DS208 1:6"])


@pytest.mark.parametrize("written", ["-1", "101", "999999999"])
def test_numbers_out_of_range(written: str) -> None:
    assert read(values.number, written, 0, 100) == (None, ["DS209 1:6"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [("yes", True), ("Yes", True), ("true", True), ("no", False), ("NO", False), ("'false'", False)],
)
def test_yes_and_no(written: str, meant: bool) -> None:
    assert (meant, []) == read(values.yes_no, written)


@pytest.mark.parametrize("written", ["maybe", "1", "y", "~", "on"])
def test_what_is_neither_yes_nor_no(written: str) -> None:
    assert read(values.yes_no, written) == (None, ["DS210 1:6"])


@pytest.mark.parametrize(
    ("written", "minutes"), [('"16:40"', 1000), ("16:40", 1000), ("0:05", 5), ("00:00", 0), ("23:59", 1439)]
)
def test_times_of_day(written: str, minutes: int) -> None:
    assert (minutes, []) == read(values.time, written)


@pytest.mark.parametrize("written", ["24:00", "12:60", "noon", "1640", "16.40", "4:40 pm", "16:4", "12:30:00"])
def test_what_is_not_a_time(written: str) -> None:
    assert read(values.time, written) == (None, ["DS212 1:6"])


@pytest.mark.parametrize(
    ("written", "minutes"), [("1m", 1), ("10 min", 10), ("1 minute", 1), ("2h", 120), ("2 hours", 120)]
)
def test_lengths_of_time(written: str, minutes: int) -> None:
    assert (minutes, []) == read(values.duration, written)


@pytest.mark.parametrize(
    ("written", "told"),
    [("1", "DS213"), ("90s", "DS213"), ("soon", "DS213"), ("0m", "DS209"), ("25h", "DS209"), ("-1m", "DS213")],
)
def test_what_is_not_a_length_of_time(written: str, told: str) -> None:
    assert (None, [f"{told} 1:6"]) == read(values.duration, written)


@pytest.mark.parametrize(("written", "turns"), [("1 turn", 1), ("2 turns", 2), ("3", 3)])
def test_turns(written: str, turns: int) -> None:
    assert (turns, []) == read(values.turns, written)


@pytest.mark.parametrize(
    ("written", "told"), [("two", "DS214"), ("2 replies", "DS214"), ("0", "DS209"), ("100 turns", "DS209")]
)
def test_what_is_not_a_number_of_turns(written: str, told: str) -> None:
    assert (None, [f"{told} 1:6"]) == read(values.turns, written)


@pytest.mark.parametrize(
    ("written", "bound"), [("below 20", (None, 20)), ("at least 60", (60, None)), ("at  least  1", (1, None))]
)
def test_bounds(written: str, bound: tuple[int | None, int | None]) -> None:
    assert (bound, []) == read(values.bound, written)


@pytest.mark.parametrize(
    ("written", "told"),
    [("20", "DS215"), ("under 20", "DS215"), ("below x", "DS215"), ("below 0", "DS209"), ("at least 101", "DS209")],
)
def test_what_is_not_a_bound(written: str, told: str) -> None:
    assert (None, [f"{told} 1:6"]) == read(values.bound, written)


@pytest.mark.parametrize(
    ("written", "band"), [("85 to 100", (85, 100)), ("0-30", (0, 30)), ("0 – 30", (0, 30)), ("70 to 70", (70, 70))]
)
def test_bands(written: str, band: tuple[int, int]) -> None:
    assert (band, []) == read(values.band, written)


@pytest.mark.parametrize(
    ("written", "told"), [("85", "DS216"), ("100 to 85", "DS216"), ("high", "DS216"), ("85 to 101", "DS209")]
)
def test_what_is_not_a_band(written: str, told: str) -> None:
    assert (None, [f"{told} 1:6"]) == read(values.band, written)


def test_a_choice_is_one_of_the_words_and_a_near_miss_is_helped() -> None:
    assert read(values.choice, "phone", ("phone", "mail")) == ("phone", [])
    assert read(values.choice, "Phone", ("phone", "mail")) == (None, ["DS211 1:6"])


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("greet", [("greet", 6)]),
        ("greet, listen", [("greet", 6), ("listen", 13)]),
        ("[greet, listen]", [("greet", 7), ("listen", 14)]),
        ('"greet,  listen"', [("greet", 7), ("listen", 15)]),
        ("greet,,", [("greet", 6)]),
    ],
)
def test_names_know_their_own_places(written: str, found: list[tuple[str, int]]) -> None:
    names, told = read(values.names, written)
    assert isinstance(names, list)
    assert (found, []) == ([(one.text, one.column) for one in names], told)


@pytest.mark.parametrize(
    ("name", "identifier"),
    [("Die Klage", "die_klage"), ("ask-fact", "ask_fact"), ("2nd", "a_2nd"), ("漢", "a"), ("x" * 99, "x" * 60)],
)
def test_the_nearest_thing_that_can_be_a_name(name: str, identifier: str) -> None:
    assert identifier == values.as_identifier(name)
    assert values.IDENTIFIER.fullmatch(identifier)
