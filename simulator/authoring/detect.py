"""Replies as JSON Lines in, what each one shows out: one line for one line, in order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from math import isfinite
from typing import Any, NamedTuple, NoReturn

from scoring.detection import Detection, Recognizer

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
WANTED = 'give one object a line: {"id": 1, "reply": "…", "person": "…"}'


class Answer(NamedTuple):
    """What one line of input comes to: the line to write ("" for a bad one) and the complaint ("" for a good one)."""

    output: str
    complaint: str


class BadLineError(Exception):
    """A line that is not an object with an id and a reply; the message says what is wrong with it."""


class Asked(NamedTuple):
    """One line of input, read. `facts`: what the person has told so far, where the line says it."""

    id: Any
    reply: str
    person: str
    facts: tuple[str, ...]


def answers(lines: Iterable[bytes], recognizer: Recognizer) -> Iterator[Answer]:
    """Answer each line as soon as it is there."""
    for number, line in enumerate(lines, start=1):
        try:
            asked = read(line.removeprefix(BYTE_ORDER_MARK) if number == 1 else line)
        except BadLineError as error:
            yield Answer("", f"line {number}: {error}; {WANTED}")
            continue
        found = recognizer.detect(asked.reply, asked.person, facts=asked.facts)
        yield Answer(json.dumps({"id": asked.id, "behaviours": [_told(one) for one in found]}), "")


def read(line: bytes) -> Asked:
    """Read one line. Keys that mean nothing here are passed over. Raises BadLineError."""
    data = _parsed(line)
    if not isinstance(data, dict):
        raise BadLineError(f"not an object but {_kind(data)}")
    for key in ("id", "reply"):
        if key not in data:
            raise BadLineError(f'there is no "{key}"')
    reply, person, facts = data["reply"], data.get("person"), data.get("facts")
    if not isinstance(reply, str):
        raise BadLineError(f'"reply" is not text but {_kind(reply)}')
    if person is not None and not isinstance(person, str):
        raise BadLineError(f'"person" is not text but {_kind(person)}')
    if facts is not None and not (isinstance(facts, list) and all(isinstance(fact, str) for fact in facts)):
        raise BadLineError('"facts" is not a list of texts')
    return Asked(data["id"], reply, person or "", tuple(facts or ()))


def _told(one: Detection) -> dict[str, str | float]:
    return {
        "id": one.behaviour,
        "confidence": one.confidence,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "exemplar": one.exemplar,
        "by": one.by,
    }


def _parsed(line: bytes) -> object:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadLineError(f"not UTF-8 (byte {error.start + 1} is {line[error.start]:#04x})") from None
    if not text.strip():
        raise BadLineError("nothing on it")
    try:
        return json.loads(text, parse_constant=_not_json, parse_float=_number)
    except json.JSONDecodeError as error:
        raise BadLineError(f"not JSON (column {error.colno}: {error.msg})") from None
    except RecursionError:
        raise BadLineError("nested too deeply") from None
    except ValueError as error:
        raise BadLineError(f"not JSON ({error})") from None


def _not_json(name: str) -> NoReturn:
    raise BadLineError(f"not JSON ({name} is no JSON value)")


def _number(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise BadLineError("a number in it is too large")
    return number


def _kind(value: object) -> str:
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    return "text" if isinstance(value, str) else "a number"
