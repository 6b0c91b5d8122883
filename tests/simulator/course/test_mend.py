"""Slips in YAML itself: each is named where it was made, and what follows it is read all the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from simulator.course.mend import MOST_SLIPS, read_tree
from simulator.course.nodes import Map
from simulator.course.source import Source

REST = "last: 1\nlast: 2\n"
"""Two lines with a mistake that is only told when the file was read to its end."""


def told(text: str) -> list[str]:
    source = Source(Path("x.yaml"), text=text, readable=True, lines=text.split("\n"))
    read_tree(source)
    return [f"{one.code} {one.line}:{one.column}" for one in source.found]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("title: The printer: again\n", "DS104 1:19"),
        ("title: The printer\n  level: 1\n", "DS107 2:3"),
        ("states:\n  a:\n    x: 1\n   b:\n    y: 2\n", "DS107 4:4"),
        ("states:\n   a: 1\n  b: 2\n  c: 3\n  d: 4\n", "DS107 2:4"),
        ("lines:\n  - one\n - two\n", "DS107 3:2"),
        ("lines:\n- one\n\t- two\n", "DS103 3:1"),
        ("clock:\n\tstarts: 1\n", "DS103 2:1"),
        ("email: @home\n", "DS108 1:8"),
        ("say: `x`\n", "DS108 1:6"),
        ("say: %d files\n", "DS108 1:6"),
        ("say: *really* good\n", "DS108 1:6"),
        ("say: *so good\n", "DS108 1:6"),
        ("say: & so on\n", "DS108 1:6"),
        ("say: > well\n", "DS108 1:6"),
        ("say: | well\n", "DS108 1:6"),
        ("say: ? what\n", "DS108 1:6"),
        ("%YAML 9.9\n", "DS108 1:1"),
        (", title: x\n", "DS108 1:1"),
        ('lines:\n  - "Help!" she said\n  - b\n', "DS109 2:13"),
        ("lines:\n  - 'it's broken'\n  - b\n", "DS109 2:9"),
        ("lines:\n  - [sighs] What now?\n  - b\n", "DS109 2:13"),
        ("a: [b]]\n", "DS109 1:7"),
        ('title: "The save\nlevel: 1\n', "DS105 1:8"),
        ('title: "The save\nscene: "Dark"\n', "DS105 1:8"),
        ("when: [a, b\ngo: c\n", "DS106 1:7"),
        ("clock: {starts: 1\nlevel: 2\n", "DS106 1:8"),
        ("when: [a, , b]\n", "DS106 1:11"),
        ("clock: {starts: 1 each: 2}\n", "DS121 1:23"),
        ('when: ["a" b]\n', "DS121 1:12"),
        ("level:1\n", "DS122 1:6"),
        ("clock: {starts:[1]}\n", "DS122 1:15"),
        ("title: x\nand so on\nlevel: 1\n", "DS110 2:1"),
        ('path: "C:\\Users"\n', "DS119 1:10"),
        ('path: "\\d"\n', "DS119 1:8"),
        ("start: - a\n", "DS120 1:8"),
        ("say: !h!x y\n", "DS115 1:6"),
    ],
)
def test_a_slip_is_told_once_where_it_was_made_and_the_rest_is_read(text: str, slip: str) -> None:
    end = text.count("\n") + 2
    assert [slip, f"DS101 {end}:1"] == told(text + REST)


def test_all_slips_of_a_file_are_told_at_once() -> None:
    text = "title: a: b\nscene: *oh* no\nclock: {a: 1 b: 2}\nlevel:1\n" + REST
    assert told(text) == ["DS104 1:9", "DS108 2:8", "DS121 3:15", "DS122 4:6", "DS101 6:1"]


def test_a_file_that_is_indented_with_tabs_throughout_is_told_line_by_line_and_read() -> None:
    text = "states:\n\ta:\n\t\tx: 1\n\tb:\n\t\ty: 2\n" + REST
    assert told(text) == ["DS103 2:1", "DS103 3:1", "DS103 4:1", "DS103 5:1", "DS101 7:1"]


def test_columns_on_a_line_that_was_moved_are_those_of_the_author() -> None:
    assert told("a:\n\tx: 1\n\tx: 2\n") == ["DS103 2:1", "DS103 3:1", "DS101 3:2"]


def test_a_list_that_was_joined_to_its_key_is_one_slip() -> None:
    assert told("a:\n  person: - one\n    - two\n    - three\n") == ["DS120 2:11"]


def test_a_key_with_a_sign_too_many_keeps_its_lines() -> None:
    assert told("a:\n  x: 1\n  ,b:\n    - one\n  c: 1\n") == ["DS108 3:3"]


def test_a_file_with_too_many_slips_is_given_up() -> None:
    assert len(told("".join(f"a{number}: b: c\n" for number in range(50)))) == MOST_SLIPS


def test_the_mistakes_of_meaning_are_told_besides_the_slips(pack: Any) -> None:
    pack.edit("scenario", "channel: phone", "channel: telefon")
    pack.edit("scenario", "title: The list that", "title: The list: that")
    pack.edit("scenario", "- {when: greet, go: complaint}", "- {when: greeting, go: complaint}")
    assert pack.told("scenario") == ["DS104 1:16", "DS211 4:10", "DS301 32:16"]


def test_what_stood_on_a_mended_line_is_not_told_to_be_missing(pack: Any) -> None:
    pack.edit(
        "scenario", "- {when: [close_warmly, confirm_resolved], go: thanked}", "- {when: [close_warmly, go: thanked}"
    )
    assert [one.split()[0] for one in pack.told()] == ["DS106"]


def test_a_broken_list_of_facts_does_not_make_every_fact_unknown(pack: Any) -> None:
    pack.edit("scenario", "  list: the list of rooms", "  list: the list: of rooms")
    assert pack.told() == ["DS104 11:17"]


def test_nothing_is_left_of_a_file_that_is_no_yaml_at_all() -> None:
    source = Source(Path("x.yaml"), text="]]]\n", readable=True, lines=["]]]", ""])
    assert not isinstance(read_tree(source), Map)
    assert source.errors > 0
