"""What every test may rely on: signals as a terminal gives them, and a course as large as an onboarding week needs."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest

# Whoever runs the tests under nohup has switched SIGHUP off, for the programs that the tests start as well.
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

DESK = Path(__file__).parent / "data" / "packs" / "desk"

STEPS = (
    (1, "First calls", ("alder", "beech", "cedar", "dogwood"), ""),
    (2, "Careful hands", ("elder", "fir", "gorse", "hazel"), "{passed: 2, of_level: 1}"),
    (3, "Under pressure", ("ivy", "juniper", "kapok", "larch", "maple"), "{passed: 2, of_level: 2}"),
    (4, "When things went wrong", ("nutmeg", "oak"), "[maple]"),
    (5, "Staying unmoved", ("poplar",), "{passed: 1, of_level: 4}"),
)


@pytest.fixture(scope="session")
def sixteen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack of sixteen scenarios named after trees, in five steps. All are the same conversation, with rubrics of their
    own: `greet` is worth most in alder, `apologize` most in elder, and only poplar minds an insult."""
    root = tmp_path_factory.mktemp("packs") / "sixteen"
    shutil.copytree(DESK / "personas", root / "personas")
    whole = (DESK / "scenarios" / "frozen" / "scenario.yaml").read_text(encoding="utf-8")
    paths = []
    for level, title, names, needs in STEPS:
        paths.append(f"  - {{level: {level}, title: {title}, scenarios: [{', '.join(names)}]}}")
        if needs:
            paths[-1] = f"{paths[-1][:-1]}, needs: {needs}}}"
        for name in names:
            text = whole.replace("title: The save that never ends", f"title: The matter of the {name} in the hall")
            text = text.replace("level: 1", f"level: {level}")
            worths = {"alder": (60, 10), "elder": (10, 60)}.get(name, (30, 40))
            text = text.replace("greet: {worth: 30", f"greet: {{worth: {worths[0]}")
            text = text.replace("apologize: {worth: 40", f"apologize: {{worth: {worths[1]}")
            if name == "poplar":
                text += "    insult: {costs: 25}\n"
            folder = root / "scenarios" / name
            folder.mkdir(parents=True)
            (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    (root / "course.yaml").write_text("\n".join(["title: Sixteen trees", "paths:", *paths, ""]), encoding="utf-8")
    return root
