"""Checking a file or a scenario's folder that stands outside any course pack: what it names of other files is taken on
trust."""

from __future__ import annotations

import os
from pathlib import Path

from scoring.labels import labels
from simulator.course.after import read_after
from simulator.course.behaviour import read_behaviour, read_more_phrases
from simulator.course.course_file import read_path
from simulator.course.diagnostic import Diagnostic
from simulator.course.load import behaviour_names, in_order, read_file
from simulator.course.names import Names
from simulator.course.nodes import List, Map, Node
from simulator.course.pack import COURSE, SCENARIO, WALKTHROUGHS
from simulator.course.persona import read_persona
from simulator.course.rules import Known
from simulator.course.scenario import read_scenario
from simulator.course.source import Source
from simulator.course.walkthrough import read_walkthroughs

SCENARIO_KEYS = {"states", "start", "rubric", "scene", "moves", "channel"}
BEHAVIOUR_KEYS = {"exemplars", "counter", "kind", "is"}
AFTER_KEYS = {"ticket", "mirror"}

ANY_BEHAVIOUR = Names("DS301", complete=False)
ANY_PERSONA = Names("DS303", complete=False)
ANY_SCENARIO = Names("DS801", complete=False)
ANYTHING = Known(
    ANY_BEHAVIOUR,
    Names("DS302", complete=False),
    happenings=Names("DS309", complete=False),
    promises=Names("DS310", complete=False),
)


def check_folder(folder: Path) -> list[Diagnostic]:
    """Everything that there is to say about a scenario's folder that belongs to no pack."""
    source, node = read_file(folder / SCENARIO)
    draft = read_scenario(source, node, folder.name, folder, ANY_PERSONA, behaviour_names(labels())) if node else None
    sources = [source]
    if os.path.lexists(folder / WALKTHROUGHS):
        tests, written = read_file(folder / WALKTHROUGHS)
        sources.append(tests)
        if written and draft:
            read_walkthroughs(tests, written, draft.known, draft.outcomes)
    return in_order(sources)


def check_file(path: Path) -> list[Diagnostic]:
    """Everything that there is to say about one file that belongs to no pack. What it is meant to be shows in its
    keys."""
    source, node = read_file(path)
    if node is not None:
        _read_as_meant(source, node, path)
    return in_order([source])


def _read_as_meant(source: Source, node: Node, path: Path) -> None:
    keys = {key.text for key, _ in node.pairs} if isinstance(node, Map) else set()
    if isinstance(node, List):
        read_walkthroughs(source, node, ANYTHING, None)
    elif keys & SCENARIO_KEYS or path.name == SCENARIO:
        read_scenario(source, node, path.parent.name, path.parent, ANY_PERSONA, behaviour_names(labels()))
    elif "paths" in keys or path.name == COURSE:
        read_path(source, node, ANY_SCENARIO, {})
    elif keys & BEHAVIOUR_KEYS:
        built_in = labels().get(path.stem)
        if built_in is not None:
            read_more_phrases(source, node, built_in)
        else:
            read_behaviour(source, node, path.stem)
    elif keys & AFTER_KEYS:
        read_after(source, node)
    else:
        read_persona(source, node, path.stem, ANY_BEHAVIOUR)
