"""Replies as JSON Lines: what is answered, and what is complained of."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.detection import Detection, Detections, Move
from simulator.authoring.detect import Answer, answers

KEYS = ["id", "confidence", "start", "end", "text", "exemplar", "by"]


class Sorry:
    """Shows an apology wherever "sorry" stands, and keeps what it was asked."""

    version = "sorry"

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, tuple[str, ...]]] = []

    def detect(
        self, reply: str, person: str = "", *, moves: Sequence[Move] = (), facts: Sequence[str] = ()
    ) -> Detections:
        self.asked.append((reply, person, tuple(facts)))
        at = reply.find("sorry")
        return Detections(
            (Detection("apologize", 0.9, at, at + 5, "sorry", "I'm sorry", "exemplar"),) if at >= 0 else ()
        )


def one(line: bytes | dict[str, Any]) -> Answer:
    data = line if isinstance(line, bytes) else json.dumps(line).encode()
    (answer,) = answers([data], Sorry())
    return answer


def test_a_reply_is_answered_with_what_it_shows() -> None:
    answer = one({"id": 7, "reply": "So sorry!"})
    assert "" == answer.complaint
    assert (
        '{"id": 7, "behaviours": [{"id": "apologize", "confidence": 0.9, "start": 3, "end": 8, "text": "sorry", '
        '"exemplar": "I\'m sorry", "by": "exemplar"}]}'
    ) == answer.output


def test_a_reply_that_shows_nothing_is_answered_with_nothing() -> None:
    assert '{"id": "a", "behaviours": []}' == one({"id": "a", "reply": "Hm."}).output
    assert '{"id": "a", "behaviours": []}' == one({"id": "a", "reply": ""}).output


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=6,
    )
)
def test_an_id_of_any_kind_comes_back_as_it_was(given_id: object) -> None:
    assert given_id == json.loads(one({"id": given_id, "reply": "sorry"}).output)["id"]


def test_what_the_person_said_and_told_goes_to_the_detector() -> None:
    recognizer = Sorry()
    lines = [
        {"id": 1, "reply": "a", "person": "b", "facts": ["c", "d"], "more": [1]},
        {"id": 2, "reply": "e", "person": None, "facts": None},
    ]
    assert ["", ""] == [
        answer.complaint for answer in answers((json.dumps(line).encode() for line in lines), recognizer)
    ]
    assert [("a", "b", ("c", "d")), ("e", "", ())] == recognizer.asked


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (b"", "line 1: nothing on it"),
        (b"  \r\n", "line 1: nothing on it"),
        (b"sorry\n", "line 1: not JSON (column 1: Expecting value)"),
        (b'{"id": 1, "reply": "a"', "line 1: not JSON (column 23: "),
        (b'{"id": 1, "reply": "a"} {}', "line 1: not JSON (column 25: Extra data)"),
        (b"[1, 2]", "line 1: not an object but a list"),
        (b'"sorry"', "line 1: not an object but text"),
        (b"null", "line 1: not an object but null"),
        (b"3", "line 1: not an object but a number"),
        (b'{"reply": "a"}', 'line 1: there is no "id"'),
        (b'{"id": 1}', 'line 1: there is no "reply"'),
        (b'{"id": 1, "reply": 5}', 'line 1: "reply" is not text but a number'),
        (b'{"id": 1, "reply": null}', 'line 1: "reply" is not text but null'),
        (b'{"id": 1, "reply": "a", "person": ["b"]}', 'line 1: "person" is not text but a list'),
        (b'{"id": 1, "reply": "a", "facts": "b"}', 'line 1: "facts" is not a list of texts'),
        (b'{"id": NaN, "reply": "a"}', "line 1: not JSON (NaN is no JSON value)"),
        (b'{"id": 1e999, "reply": "a"}', "line 1: a number in it is too large"),
        (b'{"id": ' + b"9" * 5000 + b', "reply": "a"}', "line 1: not JSON ("),
        (b'{"id": ' + b"[" * 100_000, "line 1: nested too deeply"),
        (b'{"id": 1, "reply": "\xff"}', "line 1: not UTF-8 (byte 21 is 0xff)"),
    ],
)
def test_a_line_that_is_no_such_object_is_named(line: bytes, complaint: str) -> None:
    answer = one(line)
    assert "" == answer.output
    assert answer.complaint.startswith(complaint)
    assert "\n" not in answer.complaint


def test_the_rest_goes_on_after_a_bad_line_and_order_is_kept() -> None:
    lines = [b'{"id": 1, "reply": "sorry"}\n', b"?\n", b"\n", b'{"id": 2, "reply": "b"}']
    found = list(answers(lines, Sorry()))
    assert [1, None, None, 2] == [json.loads(answer.output)["id"] if answer.output else None for answer in found]
    assert ["line 2", "line 3"] == [answer.complaint[:6] for answer in found if answer.complaint]


def test_each_line_is_answered_before_the_next_is_read() -> None:
    read = []

    def lines() -> Any:
        for number in range(3):
            read.append(number)
            yield json.dumps({"id": number, "reply": "sorry"}).encode()

    for count, answer in enumerate(answers(lines(), Sorry()), start=1):
        assert answer.output
        assert count == len(read)


def test_the_mark_that_some_programs_put_first_is_passed_over() -> None:
    assert "" == one(b'\xef\xbb\xbf{"id": 1, "reply": "a"}\r\n').complaint


def test_half_a_character_comes_back_as_it_was() -> None:
    answer = one(b'{"id": "\\ud800", "reply": "sorry \\ud800"}')
    assert answer.output.isascii()
    assert "\ud800" == json.loads(answer.output)["id"]
