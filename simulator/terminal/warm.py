"""The detector, loaded while the menu or the scene is being read: the screen need not wait for its phrases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from threading import Event, Thread

from scoring.detection import Detections, Move, Recognizer

BREATH = 0.3
"""Seconds for which the screen comes first, unless somebody waits: it is drawn by the same processor."""


class Warm:
    """A recognizer that loads in the background, and then reads a reply of its own with these `moves`, so that the
    first real one is read at once. Whoever needs it earlier waits for it; what went wrong while loading is raised
    there. `version` tells its version without waiting for it."""

    def __init__(
        self, load: Callable[[], Recognizer], moves: Sequence[Move] = (), version: Callable[[], str] | None = None
    ) -> None:
        self._tell_version = version
        self._load = load
        self._moves = tuple(moves)
        self._loaded: Recognizer | None = None
        self._trouble: BaseException | None = None
        self._version_needed, self._reading_needed, self._there = Event(), Event(), Event()
        self._thread = Thread(target=self._run, name="detector", daemon=True)
        self._thread.start()

    @cached_property
    def version(self) -> str:
        if self._tell_version is not None:
            return self._tell_version()
        self._version_needed.set()
        self._there.wait()
        return self._ready().version

    def detect(
        self, reply: str, person: str = "", *, moves: Sequence[Move] = (), facts: Sequence[str] = ()
    ) -> Detections:
        self._version_needed.set()
        self._reading_needed.set()
        self._thread.join()
        return self._ready().detect(reply, person, moves=moves, facts=facts)

    def _run(self) -> None:
        try:
            self._version_needed.wait(BREATH)
            self._loaded = self._load()
            self._there.set()
            self._reading_needed.wait(BREATH)
            self._loaded.detect("Good morning, how can I help you?", moves=self._moves)
        except BaseException as error:
            self._trouble = error
        finally:
            self._there.set()

    def _ready(self) -> Recognizer:
        if self._trouble is not None:
            raise self._trouble
        assert self._loaded is not None
        return self._loaded
