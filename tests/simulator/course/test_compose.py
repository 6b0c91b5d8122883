from __future__ import annotations

from pathlib import Path

import pytest

from simulator.course.compose import DEEPEST, NotYamlError, compose, first_error
from simulator.course.nodes import Broken, List, Map, Node, Scalar
from simulator.course.source import Source


def read(text: str) -> tuple[Node | None, list[str]]:
    source = Source(Path("x.yaml"), text=text, readable=True, lines=text.split("\n"))
    node = compose(source, text)
    return node, [f"{one.code} {one.line}:{one.column}" for one in source.found]


def value(text: str, key: str = "a") -> Node:
    node, told = read(text)
    assert told == []
    assert isinstance(node, Map)
    return next(value for name, value in node.pairs if name.text == key)


@pytest.mark.parametrize(
    "written", ["no", "Yes", "12:30", "1e3", "0x10", "010", "1_000", "~", "null", "2024-01-01", ".inf", "=", "1.50"]
)
def test_every_scalar_is_the_text_that_was_written(written: str) -> None:
    scalar = value(f"a: {written}\n")
    assert isinstance(scalar, Scalar)
    assert (written, 1, 4) == (scalar.text, scalar.line, scalar.column)


def test_places_count_from_one_in_characters() -> None:
    node, _ = read("漢: x\nb:\n  - 👩 c\n  - {d: 'e'}\n")
    assert isinstance(node, Map)
    (first, x), (b, items) = node.pairs
    assert isinstance(items, List)
    assert isinstance(items.items[1], Map)
    d, e = items.items[1].pairs[0]
    places = [(one.line, one.column, one.width) for one in (first, x, b, items.items[0], items.items[1], d, e)]
    assert places == [(1, 1, 1), (1, 4, 1), (2, 1, 1), (3, 5, 3), (4, 5, 1), (4, 6, 1), (4, 9, 3)]


def test_the_styles_of_text() -> None:
    node, told = read("a: plain\nb: 'one'\nc: \"two\"\nd: |\n  kept\n  lines\ne: >\n  one\n  line\n")
    assert told == []
    assert isinstance(node, Map)
    found = [(one.style, one.text) for _, one in node.pairs if isinstance(one, Scalar)]
    assert found == [("", "plain"), ("'", "one"), ('"', "two"), ("|", "kept\nlines\n"), (">", "one line\n")]


def test_both_of_two_equal_keys_are_kept_and_the_second_is_told() -> None:
    node, told = read("a: 1\n'a': 2\n")
    assert told == ["DS101 2:1"]
    assert isinstance(node, Map)
    assert len(node.pairs) == 2


def test_equal_keys_in_different_maps_are_fine() -> None:
    assert read("a: {x: 1}\nb: {x: 1}\n")[1] == []


def test_an_alias_stands_for_what_was_named() -> None:
    scalar = value("b: &lines [one, two]\na: *lines\n")
    assert isinstance(scalar, List)
    assert (scalar.items[0].line, scalar.items[0].column) == (1, 12)


@pytest.mark.parametrize("text", ["&a [*a]\n", "a: &a {b: {c: *a}}\n", "&a {*a : 1}\n"])
def test_an_alias_within_itself_is_told(text: str) -> None:
    assert [one.split()[0] for one in read(text)[1]] == ["DS111"]


def test_aliases_that_explode_are_stopped() -> None:
    rows = ["l0: &l0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]" for n in range(1, 12)]
    node, told = read("\n".join(rows))
    assert node is None
    assert [one.split()[0] for one in told] == ["DS112"]


def test_many_uses_of_one_small_alias_are_fine() -> None:
    assert read("a: &a x\nb: [" + ", ".join(["*a"] * 1000) + "]\n")[1] == []


@pytest.mark.parametrize("depth", [DEEPEST + 1, 100_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_nesting_without_end_is_stopped(opening: str, depth: int) -> None:
    node, told = read(opening * depth)
    assert node is None
    assert [one.split()[0] for one in told] == ["DS117"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: *b\n", "DS113 1:4"),
        ("b: &b {x: 1}\na:\n  <<: *b\n", "DS114 3:3"),
        ("a: !!python/object/apply:os.system [ls]\n", "DS115 1:4"),
        ("a: !!str 5\n", "DS115 1:4"),
        ("a: ! 5\n", "DS115 1:4"),
        ("a: 1\n---\nb: 2\n", "DS116 2:1"),
        ("a: 1\n...\n---\nb: 2\n", "DS116 3:1"),
        ("? [x]\n: 1\n", "DS118 1:3"),
        ("? {x: 1}\n: 1\n", "DS118 1:3"),
        ("'': 1\n", "DS118 1:1"),
        ('a: "x\\x1b[31m"\n', "DS011 1:4"),
        ('a: "x\\u202e"\n', "DS011 1:4"),
        ('a: "x\\0"\n', "DS011 1:4"),
    ],
)
def test_what_yaml_allows_and_a_course_does_not(text: str, told: str) -> None:
    assert [told] == read(text)[1]


def test_a_quoted_merge_sign_is_a_key_like_any_other() -> None:
    assert read("'<<': x\n")[1] == []


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n"])
def test_nothing_is_nothing(text: str) -> None:
    assert read(text) == (None, [])


def test_one_document_may_be_marked_as_such() -> None:
    assert read("--- \na: 1\n...\n")[1] == []


def test_on_a_mended_line_values_are_broken_and_keys_are_not() -> None:
    source = Source(Path("x.yaml"), text="", readable=True, lines=["a: 1", "b: [2]"], muted={1})
    node = compose(source, "a: 1\nb: [2]\n")
    assert isinstance(node, Map)
    assert [key.text for key, _ in node.pairs] == ["a", "b"]
    assert isinstance(node.pairs[0][1], Broken)
    assert isinstance(node.pairs[1][1], List)


def test_where_a_text_stops_being_yaml() -> None:
    assert first_error("a: 1\n") is None
    assert first_error("a: 1\nb: c: d\n") == 2
    with pytest.raises(NotYamlError):
        read("a: 1\nb: c: d\n")
