"""The trainer's commands, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.authoring.new_course import new_course
from simulator.cli.main import main


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return new_course("frontline", tmp_path)


def test_new_course_tells_what_to_do_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["new", "course", "frontline", "--at", str(tmp_path)])
    out = capsys.readouterr().out
    assert f"Made {tmp_path / 'frontline'}." in out
    assert f"deskside check {tmp_path / 'frontline'}" in out


def test_new_course_refuses_what_is_there(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["new", "course", "frontline", "--at", str(pack.parent)])
    captured = capsys.readouterr()
    assert "" == captured.out
    assert f"deskside: {pack} is there already" in captured.err


def test_scenarios(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["scenarios", "--course", str(pack)])
    out = capsys.readouterr().out
    assert out.startswith(
        "silent_printer: The printer that says nothing\n  level 1, phone, with Marta Lindgren\n  step: First calls\n"
    )
    assert "  its own moves: check paper, send away\n" in out


def test_scenarios_as_json(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["scenarios", "--json", "--course", str(pack)])
    (one,) = json.loads(capsys.readouterr().out)
    told = ["id", "title", "summary", "channel", "level", "step", "needs", "persona", "behaviours", "avoid", "moves"]
    assert [*told, "events", "promises", "exercised"] == list(one)
    assert ("First calls", None) == (one["step"], one["needs"])
    assert ["check_paper", "send_away"] == one["moves"]


def test_scenarios_tell_their_step_and_what_it_needs(sixteen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["scenarios", "--course", str(sixteen)])
    out = capsys.readouterr().out
    assert "  level 2, phone, with Dana Whitfield\n  step: Careful hands, needs 2 situations of level 1 passed\n" in out
    assert "  step: When things went wrong, needs “The matter of the maple in the hall” passed\n" in out
    assert 0 == main(["scenarios", "--json", "--course", str(sixteen)])
    scenarios = json.loads(capsys.readouterr().out)
    assert ["alder", "poplar"] == [scenarios[0]["id"], scenarios[-1]["id"]]
    assert {"scenarios": [], "passed": 2, "of_level": 1} == scenarios[4]["needs"]
    assert {"scenarios": ["maple"], "passed": 0, "of_level": 0} == scenarios[13]["needs"]


def test_walk_when_all_is_as_written(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["walk", "--course", str(pack)])
    lines = capsys.readouterr().out.splitlines()
    assert ["ok"] * 4 == [line.split()[0] for line in lines[:-1]]
    assert "4 written conversations: all as written." == lines[-1]


def test_walk_when_something_differs(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = pack / "scenarios" / "silent_printer" / "walkthroughs.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("state: gave_up", "state: printing"), encoding="utf-8")
    assert 1 == main(["walk", "silent_printer", "--course", str(pack)])
    out = capsys.readouterr().out
    number = 1 + path.read_text(encoding="utf-8").splitlines().index("    - say: Just buy a new printer.")
    assert f"  {path}:{number}: turn 3 the state is gave_up, not printing\n" in out
    assert out.endswith("4 written conversations: 1 differs.\n")


def test_walk_as_json(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["walk", "--json", "--course", str(pack)])
    data = json.loads(capsys.readouterr().out)
    assert (4, 0, []) == (data["held"], data["differ"], data["untested"])
    assert ["excellent", "mediocre", "rude", "silent"] == [one["name"] for one in data["walkthroughs"]]
    assert all(one["held"] and not one["differences"] for one in data["walkthroughs"])


def test_walk_wants_written_conversations(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pack / "scenarios" / "silent_printer" / "walkthroughs.yaml").unlink()
    assert 1 == main(["walk", "--course", str(pack)])
    assert "NONE     silent_printer: it has no written conversations" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["walk", "graph"])
def test_a_scenario_that_is_not_there_is_named(pack: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main([command, "silent_pinter", "--course", str(pack)])
    captured = capsys.readouterr()
    assert "" == captured.out
    assert "silent_printer" in captured.err


def test_graph_on_standard_output(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["graph", "silent_printer", "--course", str(pack)])
    out = capsys.readouterr().out
    assert "stateDiagram-v2" in out
    assert "s1_ringing --> s2_printing: 3. check paper\n" in out


def test_graph_into_a_file(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "graph.mmd"
    assert 0 == main(["graph", "silent_printer", "--course", str(pack), "--out", str(out)])
    captured = capsys.readouterr()
    assert ("", f"deskside: wrote {out}\n") == (captured.out, captured.err)
    assert main(["graph", "silent_printer", "--course", str(pack)]) == 0
    assert capsys.readouterr().out == out.read_text(encoding="utf-8")


def test_graph_into_a_place_that_is_not_there(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["graph", "silent_printer", "--course", str(pack), "--out", str(tmp_path / "no" / "graph.mmd")])
    assert "graph.mmd" in capsys.readouterr().err


def test_why_tells_what_counts(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["why", "I'm so sorry about that.", "--course", str(pack)])
    out = capsys.readouterr().out
    assert "  shows: apologize (" in out
    assert "In all: apologize" in out


def test_why_tells_what_does_not_count_with_the_nearest_phrase(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "I'm not sorry.", "--course", str(pack)]) == 0
    out = capsys.readouterr().out
    assert "shows: apologize" not in out
    told = out[out.index("  not: apologize (") :].splitlines()
    assert told[1].startswith("    nearest phrase: “")


def test_why_tells_what_vetoed_it(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "Please do not tell me your password.", "--course", str(pack)]) == 0
    out = capsys.readouterr().out
    assert "shows: demand a password" not in out
    assert "    vetoed: it declines the password" in out


def test_why_knows_the_moves_of_a_scenario(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reply = "Could you please look whether there is paper in the tray?"
    assert 0 == main(["why", reply, "--scenario", "silent_printer", "--json", "--course", str(pack)])
    data = json.loads(capsys.readouterr().out)
    assert "check_paper" in data["shown"]


def test_why_of_a_silence(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["why", "", "--course", str(pack)])
    assert "the person hears a silence" in capsys.readouterr().out
