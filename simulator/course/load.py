"""A course pack on disk -> Course; or everything that is wrong with it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from scoring.labels import Label, labels
from simulator.course.behaviour import read_behaviour, read_more_phrases
from simulator.course.course_file import read_path
from simulator.course.diagnostic import Diagnostic
from simulator.course.errors import CourseError
from simulator.course.kept import kept
from simulator.course.mend import read_tree
from simulator.course.models import Course, Scenario
from simulator.course.names import Names
from simulator.course.nodes import Node
from simulator.course.pack import BEHAVIOURS, WALKTHROUGHS, Pack, find_pack
from simulator.course.path import LearningPath
from simulator.course.persona import read_persona
from simulator.course.rules import Known
from simulator.course.scenario import Draft, move_names, read_scenario
from simulator.course.source import Source, read_source
from simulator.course.walkthrough import Walkthrough, read_walkthroughs


class File(NamedTuple):
    """A file that was read; `node` is None when nothing can be made of it."""

    source: Source
    node: Node | None


def load_course(root: Path) -> Course:
    """Load the course pack in `root`. Raises CourseError with everything that is wrong with it (warnings too) if any
    of it is an error."""
    pack = find_pack(root)
    return _checked(pack) if pack.notes else kept(pack, lambda: _checked(pack))


def _checked(pack: Pack) -> Course:
    course, sources = _read(pack)
    if course is None:
        raise CourseError(in_order(sources))
    return course


def check_course(root: Path) -> list[Diagnostic]:
    """Everything that there is to say about the pack in `root`, its walkthroughs included: errors first, then by file
    and place."""
    pack = find_pack(root)
    drafts: dict[str, Draft] = {}
    _, sources = _read(pack, drafts)
    sources.extend(pack.test_notes)
    for name, path in pack.walkthroughs.items():
        source, node = read_file(path)
        sources.append(source)
        draft = drafts.get(name)
        if node is not None and draft is not None:
            read_walkthroughs(source, node, draft.known, draft.outcomes)
    return in_order(sources)


def load_walkthroughs(scenario: Scenario) -> tuple[Walkthrough, ...]:
    """The written conversations that a scenario is tested with, none when it has no such file. Raises CourseError."""
    path = scenario.folder / WALKTHROUGHS
    if not os.path.lexists(path):
        return ()
    added = (path.stem for path in (scenario.folder.parent.parent / BEHAVIOURS).glob("*.yaml"))
    behaviours = behaviour_names(labels()).with_more(added).with_more(move.id for move in scenario.moves)
    outcomes = frozenset(state.ending for state in scenario.states.values() if state.ending)
    source, node = read_file(path)
    walkthroughs: tuple[Walkthrough, ...] = ()
    if node is not None:
        known = Known(
            behaviours,
            Names("DS302").with_more(scenario.states),
            happenings=Names("DS309").with_more(scenario.happenings),
            promises=Names("DS310").with_more(scenario.promises),
        )
        walkthroughs = read_walkthroughs(source, node, known, outcomes)
    if source.errors:
        raise CourseError(in_order([source]))
    return walkthroughs


def read_file(path: Path) -> File:
    """Read one YAML file into its tree."""
    source = read_source(path)
    if not source.readable:
        return File(source, None)
    errors = source.errors
    node = read_tree(source)
    if node is None and source.errors == errors:
        source.complain("DS012", name=path.name)
    return File(source, node)


def _read(pack: Pack, drafts: dict[str, Draft] | None = None) -> tuple[Course | None, list[Source]]:
    """Read all files but the walkthroughs. The course is None when there is an error; `drafts` takes the scenarios as
    far as they could be read."""
    drafts = {} if drafts is None else drafts
    persona_files = {name: read_file(path) for name, path in pack.personas.items()}
    scenario_files = {name: read_file(path) for name, path in pack.scenarios.items()}
    behaviour_files = {name: read_file(path) for name, path in pack.behaviours.items()}
    files = [*persona_files.values(), *scenario_files.values(), *behaviour_files.values()]

    built_in = labels()
    added = {
        name: read_more_phrases(source, node, built_in[name])
        if name in built_in
        else read_behaviour(source, node, name)
        for name, (source, node) in behaviour_files.items()
        if node is not None
    }
    known = {**built_in, **added}
    names = behaviour_names(known).with_more((), complete=len(added) == len(pack.behaviours))

    moves = {move for file in scenario_files.values() for move in move_names(file.node)}
    all_read = not pack.notes and all(file.node is not None for file in scenario_files.values())
    with_moves = names.with_more(moves, "move", complete=all_read)
    personas = {
        name: read_persona(source, node, name, with_moves)
        for name, (source, node) in persona_files.items()
        if node is not None
    }
    persona_names = Names("DS303").with_more(pack.personas)
    for name, (source, node) in scenario_files.items():
        if node is not None:
            drafts[name] = read_scenario(source, node, name, source.path.parent, persona_names, names)

    path = LearningPath()
    if pack.course is not None:
        course_file = read_file(pack.course)
        files.append(course_file)
        sound = {name: draft for name, draft in drafts.items() if not scenario_files[name].source.errors}
        path = _path(course_file, pack, sound)

    sources = [*pack.notes, *(file.source for file in files)]
    if any(source.errors for source in sources):
        return None, sources
    scenarios = {name: draft.scenario for name, draft in drafts.items()}
    return Course(pack.root, personas, scenarios, _version(pack.root, files), known, path), sources


def _path(file: File, pack: Pack, drafts: Mapping[str, Draft]) -> LearningPath:
    """The path as the course's file tells it; `drafts` are the scenarios that nothing is wrong with."""
    if file.node is None:
        return LearningPath()
    complete = not any(note.errors for note in pack.notes if note.path != pack.course)
    names = Names("DS801", complete=complete).with_more(pack.scenarios)
    levels = {name: draft.scenario.level for name, draft in drafts.items()}
    return read_path(file.source, file.node, names, levels)


def _version(root: Path, files: list[File]) -> str:
    """A hash over what the files say and what they are called inside the pack: the same on every machine, whatever its
    line ends."""
    digest = hashlib.sha256()
    for name, text in sorted((file.source.path.relative_to(root).as_posix(), file.source.text) for file in files):
        for part in (name.encode(), text.encode()):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def behaviour_names(known: Mapping[str, Label]) -> Names:
    """The names of behaviours, for what may name one."""
    return Names("DS301", {name: label.kind for name, label in known.items()})


def in_order(sources: Iterable[Source]) -> list[Diagnostic]:
    """All complaints: errors first, then by file and place."""
    return sorted((one for source in sources for one in source.found), key=lambda one: one.order)
