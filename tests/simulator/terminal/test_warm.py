"""A recognizer that loads while something else happens."""

import threading

import pytest

from scoring.detection import Recognizer
from simulator.course.errors import DesksideError
from simulator.terminal.warm import Warm


def test_it_is_the_recognizer_that_was_loaded(recognizer: Recognizer) -> None:
    warm = Warm(lambda: recognizer)
    assert recognizer.version == warm.version
    assert recognizer.detect("hello") == warm.detect("hello")


def test_whoever_needs_it_waits(recognizer: Recognizer) -> None:
    asked = threading.Event()

    def load() -> Recognizer:
        asked.wait(10)
        return recognizer

    warm = Warm(load)
    asked.set()
    assert recognizer.version == warm.version


def test_what_went_wrong_is_told_where_it_is_needed() -> None:
    def load() -> Recognizer:
        raise DesksideError("behaviours/greet.yaml: not UTF-8")

    with pytest.raises(DesksideError, match="greet.yaml"):
        _ = Warm(load).version
