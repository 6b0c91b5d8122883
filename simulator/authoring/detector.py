"""The detector that a course is played with: the built-in behaviours and the pack's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.detector import Detector


def detector_of(root: Path) -> Detector:
    """The detector for the course pack at `root`."""
    from scoring.detector import load_detector

    own = root / "behaviours"
    return load_detector(own if own.is_dir() else None)
