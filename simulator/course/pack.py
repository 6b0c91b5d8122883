"""Which files a course pack consists of. Names are compared as they are written, so that a pack is the same on every
system."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from simulator.course.source import Source, trouble
from simulator.course.values import IDENTIFIER, as_identifier

PERSONAS, SCENARIOS, BEHAVIOURS = "personas", "scenarios", "behaviours"
COURSE, SCENARIO, WALKTHROUGHS = "course.yaml", "scenario.yaml", "walkthroughs.yaml"
YAML = (".yaml", ".yml")


@dataclass(slots=True)
class Pack:
    """The files of a pack by id; `scenarios` are folders with the file that is their scenario. `walkthroughs` are by
    the same id; `course` is the file about the whole, if there is one. `notes` hold what there is to say of the pack
    itself; those of its tests are apart, in `test_notes`."""

    root: Path
    personas: dict[str, Path] = field(default_factory=dict)
    scenarios: dict[str, Path] = field(default_factory=dict)
    behaviours: dict[str, Path] = field(default_factory=dict)
    walkthroughs: dict[str, Path] = field(default_factory=dict)
    course: Path | None = None
    notes: list[Source] = field(default_factory=list)
    test_notes: list[Source] = field(default_factory=list)

    def note(self, path: Path, code: str, /, **words: object) -> None:
        source = Source(path)
        source.complain(code, None, **words)
        self.notes.append(source)


def find_pack(root: Path) -> Pack:
    """Look for the files of the pack in `root`. What is missing or misnamed is noted."""
    pack = Pack(root)
    if kind(root) != "folder":
        pack.note(root, "DS001", name=root.name or str(root))
        return pack
    names = _listed(pack, root)
    folders = {name.lower(): root / name for name in names if name.lower() in (PERSONAS, SCENARIOS, BEHAVIOURS)}
    if PERSONAS not in folders and SCENARIOS not in folders:
        if not pack.notes:
            pack.note(root, "DS001", name=root.name or str(root))
        return pack
    for name, path in folders.items():
        if path.name != name:
            pack.note(path, "DS006", name=path.name, meant=name)
    if PERSONAS in folders:
        pack.personas = dict(_documents(pack, folders[PERSONAS]))
    if BEHAVIOURS in folders:
        pack.behaviours = dict(_documents(pack, folders[BEHAVIOURS]))
    if SCENARIOS in folders:
        _find_scenarios(pack, folders[SCENARIOS])
    _find_course(pack, names)
    for name, held in ((PERSONAS, pack.personas), (SCENARIOS, pack.scenarios)):
        if not held and not any(note.path.is_relative_to(folders.get(name, root / name)) for note in pack.notes):
            pack.note(folders.get(name, root / name), "DS014", what=name)
    return pack


def _find_course(pack: Pack, names: list[str]) -> None:
    """Other files that lie beside the course are nobody's business."""
    meant = [name for name in names if is_yaml(name) and PurePath(name).stem.lower() in ("course", "courses")]
    for name in sorted(meant, key=lambda name: name != COURSE):
        if pack.course is not None:
            pack.note(pack.root / name, "DS013", name=name)
            continue
        if name != COURSE:
            pack.note(pack.root / name, "DS006", name=name, meant=COURSE)
        pack.course = pack.root / name


def _documents(pack: Pack, folder: Path) -> Iterator[tuple[str, Path]]:
    """The YAML files of a folder, each with the id that its name gives it."""
    for name in _listed(pack, folder):
        path = folder / name
        if is_yaml(name):
            yield _named(pack, path), path
        elif kind(path) == "folder":
            pack.note(path, "DS013", name=name)


def _named(pack: Pack, path: Path) -> str:
    """The id that a file's name gives it, or should give it."""
    stem = path.stem
    if not path.name.endswith(".yaml"):
        pack.note(path, "DS006", name=path.name, meant=as_identifier(stem) + ".yaml")
    elif not IDENTIFIER.fullmatch(stem):
        pack.note(path, "DS007", name=stem, what="A file", meant=as_identifier(stem))
    return as_identifier(stem)


def _find_scenarios(pack: Pack, folder: Path) -> None:
    for name in _listed(pack, folder):
        path = folder / name
        found = kind(path)
        if found == "folder":
            if not IDENTIFIER.fullmatch(name):
                pack.note(path, "DS007", name=name, what="A scenario's folder", meant=as_identifier(name))
            _find_scenario(pack, path, as_identifier(name))
        elif found == "nothing":
            _note_trouble(pack, path)
        elif is_yaml(name):
            pack.note(path, "DS013", name=name)


def _find_scenario(pack: Pack, folder: Path, scenario: str) -> None:
    wanted = {SCENARIO: "scenario", WALKTHROUGHS: "walkthrough"}
    found: dict[str, Path] = {}
    names = _listed(pack, folder)
    for name in sorted(names, key=lambda name: name not in wanted):
        if not is_yaml(name):
            continue
        stem = PurePath(name).stem.lower().rstrip("s")
        meant = next((key for key, word in wanted.items() if stem == word), None)
        if meant is None or meant in found:
            pack.note(folder / name, "DS013", name=name)
            continue
        if name != meant:
            pack.note(folder / name, "DS006", name=name, meant=meant)
        found[meant] = folder / name
    if SCENARIO in found:
        pack.scenarios[scenario] = found[SCENARIO]
    else:
        pack.note(folder / SCENARIO, "DS002", name=SCENARIO)
    if WALKTHROUGHS in found:
        pack.walkthroughs[scenario] = found[WALKTHROUGHS]
    elif SCENARIO in found:
        note = Source(folder / WALKTHROUGHS)
        note.complain("DS701", name=scenario)
        pack.test_notes.append(note)


def _listed(pack: Pack, folder: Path) -> list[str]:
    """What stands in a folder, without what is hidden."""
    try:
        names = [one.name for one in folder.iterdir()]
    except (OSError, ValueError) as error:
        source = Source(folder)
        if kind(folder) == "file":
            source.complain("DS004", name=folder.name, kind="a file where a folder belongs")
        else:
            trouble(source, error)
        pack.notes.append(source)
        return []
    return sorted(name for name in names if not name.startswith("."))


def is_yaml(name: str) -> bool:
    """Whether a file of that name looks like YAML, in whatever letters."""
    return PurePath(name).suffix.lower() in YAML


def kind(path: Path) -> str:
    """folder, file (of any sort) or nothing; unlike Path.is_dir it never raises."""
    try:
        return "folder" if stat.S_ISDIR(path.stat().st_mode) else "file"
    except (OSError, ValueError):
        return "nothing"


def _note_trouble(pack: Pack, path: Path) -> None:
    source = Source(path)
    try:
        path.stat()
    except OSError as error:
        trouble(source, error)
    pack.notes.append(source)
