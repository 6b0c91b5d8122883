"""The version of the recognizer, told without loading it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from scoring.detector import load_detector
from scoring.labels import BEHAVIOURS
from scoring.versions import shipped


def test_it_is_that_of_the_detector_when_it_is_loaded(tmp_path: Path) -> None:
    assert load_detector().version == shipped(BEHAVIOURS)
    (tmp_path / "apologize.yaml").write_text("exemplars: [My bad.]\n")
    assert load_detector(tmp_path).version == shipped(BEHAVIOURS, tmp_path) != shipped(BEHAVIOURS)


def test_telling_it_wakes_nothing() -> None:
    code = "import sys; from scoring.versions import shipped; from scoring.labels import BEHAVIOURS; shipped(BEHAVIOURS); sys.exit('numpy' in sys.modules)"
    assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode
