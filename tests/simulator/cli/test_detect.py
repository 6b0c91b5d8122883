"""`deskside detect` keeps its contract, as a program that stands on the other side of a pipe sees it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest

DETECT = [sys.executable, "-m", "simulator.cli.main", "detect"]
KEYS = ["id", "confidence", "start", "end", "text", "exemplar", "by"]


def detect(data: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(DETECT, input=data, capture_output=True, check=False)


def lines(*objects: object) -> bytes:
    return b"".join(json.dumps(one).encode() + b"\n" for one in objects)


@pytest.fixture(scope="module")
def sorry() -> subprocess.CompletedProcess[bytes]:
    return detect(
        lines(
            {"id": 1, "reply": "I am so sorry about that.", "person": "It is broken!"},
            {"id": {"case": ["a", None]}, "reply": "Hm."},
            {"id": None, "reply": "I\u2019m really sorry \u00e9\u4f60 \ud83d\ude00, what happened?"},
        )
    )


def test_one_line_for_one_line_in_order_with_its_id(sorry: subprocess.CompletedProcess[bytes]) -> None:
    assert (0, b"") == (sorry.returncode, sorry.stderr)
    answers = [json.loads(line) for line in sorry.stdout.splitlines()]
    assert [1, {"case": ["a", None]}, None] == [answer["id"] for answer in answers]
    assert [["id", "behaviours"]] * 3 == [list(answer) for answer in answers]
    assert [] == answers[1]["behaviours"]


def test_what_is_shown_is_told_with_its_words(sorry: subprocess.CompletedProcess[bytes]) -> None:
    found = json.loads(sorry.stdout.splitlines()[0])["behaviours"]
    assert "apologize" in [one["id"] for one in found]
    for one in found:
        assert KEYS == list(one)
        assert 0 < one["confidence"] <= 1
        assert one["text"] == "I am so sorry about that."[one["start"] : one["end"]]


def test_offsets_count_characters(sorry: subprocess.CompletedProcess[bytes]) -> None:
    reply = "I\u2019m really sorry \u00e9\u4f60 \U0001f600, what happened?"
    found = json.loads(sorry.stdout.splitlines()[2])["behaviours"]
    assert found
    assert all(one["text"] == reply[one["start"] : one["end"]] for one in found)


def test_a_bad_line_is_named_and_the_rest_goes_on() -> None:
    done = detect(b'{"id": 1, "reply": "Sorry!"}\n{"id": 2\n\xff\n' + lines({"id": 4, "reply": "Sorry!"}))
    assert 1 == done.returncode
    assert [1, 4] == [json.loads(line)["id"] for line in done.stdout.splitlines()]
    complaints = done.stderr.decode().splitlines()
    assert ["deskside detect: line 2: not JSON", "deskside detect: line 3: not UTF-8"] == [
        complaint.split(" (")[0] for complaint in complaints
    ]


def test_nothing_in_nothing_out() -> None:
    done = detect(b"")
    assert (0, b"", b"") == (done.returncode, done.stdout, done.stderr)


def test_the_same_lines_give_the_same_bytes(sorry: subprocess.CompletedProcess[bytes]) -> None:
    again = detect(lines({"id": 1, "reply": "I am so sorry about that.", "person": "It is broken!"}))
    assert sorry.stdout.splitlines()[0] == again.stdout.splitlines()[0]


@pytest.fixture
def open_pipe() -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(DETECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    yield process
    assert process.stdin is not None
    process.stdin.close()
    assert 0 == process.wait()
    assert process.stdout is not None
    process.stdout.close()


def test_each_answer_comes_before_the_next_question(open_pipe: subprocess.Popen[bytes]) -> None:
    assert open_pipe.stdin is not None
    assert open_pipe.stdout is not None
    for number in range(3):
        open_pipe.stdin.write(lines({"id": number, "reply": "I'm sorry."}))
        open_pipe.stdin.flush()
        assert number == json.loads(open_pipe.stdout.readline())["id"]
