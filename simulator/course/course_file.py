"""The file that is about a course as a whole, `course.yaml` -> LearningPath."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.course import values
from simulator.course.fields import Fields
from simulator.course.locks import DraftStep, check_locks
from simulator.course.names import Names
from simulator.course.nodes import Broken, Map, Node, Place, Scalar
from simulator.course.path import LearningPath, Needs, Step
from simulator.course.source import Source

HIGHEST = 5
"""The hardest level."""
MOST_PASSED = 99


def read_path(source: Source, node: Node, scenarios: Names, levels: Mapping[str, int]) -> LearningPath:
    """Read the file. `scenarios` are the names of all that the pack has, `levels` the levels that those say of
    themselves which could be read."""
    fields = Fields(source, node, "a course")
    title, about = fields.text("title"), fields.text("about", required=False)
    entries = fields.items("paths")
    fields.finish()
    reader = _Steps(source, scenarios, levels)
    drafts = [reader.read(entry) for entry in entries or () if not isinstance(entry, Broken)]
    if drafts and len(drafts) == len(entries or ()):
        reader.check_left_out(fields.place("paths"))
        check_locks(source, drafts)
    return LearningPath(title, " ".join(about.split()), tuple(draft.step for draft in drafts))


class _Steps:
    """Reads the steps one after the other. `_first`: scenario -> where it was put into a step; `_titles` likewise.
    `_guessed`: what was probably meant by names that no scenario has."""

    def __init__(self, source: Source, scenarios: Names, levels: Mapping[str, int]) -> None:
        self._source = source
        self._scenarios = scenarios
        self._levels = levels
        self._first: dict[str, Scalar] = {}
        self._titles: dict[str, Scalar] = {}
        self._guessed: set[str] = set()
        self._whole = True

    def read(self, node: Node) -> DraftStep:
        fields = Fields(self._source, node, "a step")
        errors = self._source.errors
        level = fields.number("level", 1, HIGHEST)
        levelled = self._source.errors == errors
        title = fields.scalar("title")
        fields.get("scenarios")
        named = fields.names("scenarios")
        self._whole = self._whole and bool(named)
        needs, place = self._needs(fields)
        fields.finish()
        if title:
            self._once(self._titles, title, "DS808")
        members = [one for one in named if self._once(self._first, one, "DS802")]
        for one in members:
            known = self._scenarios.check(self._source, one)
            if known and known != one.text:
                self._guessed.add(known)
            own = self._levels.get(one.text, level)
            if own != level and levelled and one.line not in self._source.muted:
                self._source.complain("DS806", one, name=one.text, step=level, own=own)
        step = Step(level, title.text.strip() if title else "", tuple(one.text for one in members), needs)
        return DraftStep(step, place)

    def check_left_out(self, at: Place) -> None:
        """Complain of the scenarios that stand in no step, unless a step could not be read."""
        if not self._whole or not self._scenarios.complete:
            return
        for name in sorted(self._scenarios.known.keys() - self._first.keys() - self._guessed):
            self._source.complain("DS803", at, name=name)

    def _needs(self, fields: Fields) -> tuple[Needs, Place]:
        """What the step needs, and where that stands."""
        place = fields.place("needs")
        node = fields.get("needs", required=False)
        if isinstance(node, Map):
            if values.pairs(self._source, node, "'needs'", place) is None:
                return Needs(), place
            errors = self._source.errors
            count = Fields(self._source, node, "'needs'", place)
            needs = Needs(passed=count.number("passed", 1, MOST_PASSED), of_level=count.number("of_level", 1, HIGHEST))
            count.finish()
            return (needs if self._source.errors == errors else Needs()), place
        seen: dict[str, Scalar] = {}
        named = [one for one in fields.names("needs") if self._once(seen, one, "DS807")]
        return Needs(self._scenarios.check_all(self._source, named)), place

    def _once(self, seen: dict[str, Scalar], name: Scalar, code: str) -> bool:
        """Whether a name comes for the first time; complained of when not."""
        first = seen.setdefault(name.text, name)
        if first is name:
            return True
        if name.line not in self._source.muted:
            self._source.complain(code, name, name=name.text, first=first.line)
        return False
