"""The detector that ships, loaded once; and a cache folder of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from scoring.detector import Detector, load_detector

# A busy machine is no failure.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def detector() -> Detector:
    return load_detector()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder that nobody made yet."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("DESKSIDE_CACHE", str(folder))
    return folder
