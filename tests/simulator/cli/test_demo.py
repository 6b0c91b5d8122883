"""`deskside demo`: the first thing that many people see."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.main import main


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> str:
    monkeypatch.setenv("DESKSIDE_STORE", str(tmp_path / "sessions.db"))
    monkeypatch.setenv("DESKSIDE_COURSE", str(tmp_path / "somebody's own, and broken"))
    assert 0 == main(["demo"])
    assert [] == list(tmp_path.iterdir())
    return capfdbinary.readouterr().out.decode()


def test_it_is_a_whole_conversation_that_goes_well(shown: str) -> None:
    lines = shown.splitlines()
    assert "A written conversation, played for you to watch. Nothing of it is kept." == lines[0]
    assert [line for line in lines if line.startswith("Dana Whitfield: ")]
    assert [line for line in lines if line.startswith("You: ")]
    assert "The conversation has ended: handled well." in lines
    assert "Verdict: passed" in lines
    assert "To have one yourself: deskside play" == lines[-1]


def test_it_shows_the_same_every_time(shown: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    main(["demo"])
    assert shown == capfdbinary.readouterr().out.decode()
