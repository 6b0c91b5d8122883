"""`deskside report` shows a kept conversation again, in every form, and says what has changed since."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from simulator.cli.main import main
from simulator.course.load import load_course
from simulator.engine.conversation import Conversation
from simulator.engine.report import report
from simulator.records.store import Store
from simulator.terminal.opening import recognizer
from simulator.terminal.sitting import dumped

PACK = Path(__file__).parents[2] / "data" / "packs" / "desk"
WELL = (
    "Good afternoon, IT service desk, this is Robin speaking.",
    "I am so sorry that you are having this trouble.",
    "Could you restart the computer, please?",
)


class Kept:
    """A store and a course; `play` keeps a conversation as `deskside play` does and returns its id."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "state" / "sessions.db"
        self.pack = shutil.copytree(PACK, folder / "pack")
        self.last = ""

    def play(self, *replies: str, trainee: str = "") -> str:
        course = load_course(self.pack)
        talk = Conversation(course, course.scenarios["frozen"], recognizer(self.pack), 7)
        opening = talk.open()
        with Store.open(self.path) as store:
            session = store.begin("frozen", opening[0].payload()["course"], 7, "practice", trainee)
            store.append(session, opening)
            for text in replies:
                store.append(session, talk.reply(text))
            if talk.over:
                store.finish(session, report(talk).as_json())
        self.last = dumped(report(talk)) + "\n"
        return session


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    place = Kept(tmp_path)
    monkeypatch.setenv("DESKSIDE_STORE", str(place.path))
    monkeypatch.setenv("DESKSIDE_COURSE", str(place.pack))
    monkeypatch.chdir(tmp_path)
    return place


def test_the_json_is_that_of_the_conversation_byte_by_byte(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    session = kept.play(*WELL)
    assert 0 == main(["report", session, "--json"])
    assert (kept.last, "") == capsys.readouterr()
    assert json.loads(kept.last)["passed"]


def test_without_a_name_it_is_the_newest_that_is_finished(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    kept.play(WELL[0], "This is your own fault, you should have been more careful.")
    kept.play(*WELL)
    newest = kept.last
    kept.play(WELL[0])
    assert 0 == main(["report", "--json"])
    assert newest == capsys.readouterr().out


def test_the_beginning_of_an_id_is_enough(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    session = kept.play(*WELL)
    assert 0 == main(["report", session[:9].upper(), "--json"])
    assert kept.last == capsys.readouterr().out
    kept.play(WELL[0])
    assert 2 == main(["report", "s"])
    assert "deskside: 's' could be any of 2 sessions (" in capsys.readouterr().err


def test_in_a_pipe_it_is_plain_lines(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    kept.play(WELL[0], "This is your own fault, you should have been more careful.", trainee="ada")
    kept.play(*WELL, trainee="bob")
    kept.play(*WELL, trainee="ada")
    assert 0 == main(["report"])
    out, err = capsys.readouterr()
    assert out.startswith("Report: The save that never ends, with Dana Whitfield (phone)\nScore: ")
    assert 1 == out.count("Earlier attempt: ")  # Ada's, not Bob's
    assert "\x1b" not in out
    assert "" == err


def test_markdown_and_html(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    kept.play(*WELL)
    assert 0 == main(["report", "--markdown"])
    assert capsys.readouterr().out.startswith("# ")
    assert 0 == main(["report", "--html"])
    page = capsys.readouterr().out
    assert page.lower().startswith("<!doctype html>")
    assert 0 == main(["report", "--html", "mine.html"])
    assert "mine.html\n" == capsys.readouterr().out
    assert page == Path("mine.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--json", "--markdown"), "exclude each other"),
        (("--html", "s1abc"), "--html s1abc: name a file that ends in .html; SESSION goes before --html."),
        (("--html", "none/mine.html"), "deskside: none/mine.html: there is no folder"),
        (("sxyz",), "deskside: no session 'sxyz' is kept in "),
    ],
)
def test_what_can_not_be_done_is_said(
    kept: Kept, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], said: str
) -> None:
    kept.play(*WELL)
    assert 2 == main(["report", *options])
    out, err = capsys.readouterr()
    assert said in err
    assert "Traceback" not in err
    assert "" == out


def test_nothing_is_finished_yet(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["report"])
    assert "deskside: no conversation is kept yet; begin one with: deskside play\n" == capsys.readouterr().err
    session = kept.play(WELL[0])
    assert 2 == main(["report"])
    assert (
        f"deskside: no conversation is finished yet; to see how the newest stands: deskside report {session}\n"
        == capsys.readouterr().err
    )


def test_an_unfinished_one_as_it_stands(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    session = kept.play(*WELL[:2])
    assert 0 == main(["report", session, "--json"])
    out, err = capsys.readouterr()
    assert ("unfinished", 2) == (json.loads(out)["outcome"], len(json.loads(out)["turns"]))
    assert f"deskside: this conversation is not finished; to go on: deskside resume {session}\n" == err


class TestAChangedCourse:
    def change(self, kept: Kept, old: str, new: str) -> None:
        path = kept.pack / "scenarios" / "frozen" / "scenario.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def test_that_scores_otherwise(self, kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
        session = kept.play(*WELL)
        then = json.loads(kept.last)["score"]
        self.change(kept, "apologize: {worth: 40", "escalate: {worth: 40")
        assert 0 == main(["report", "--json"])
        out, err = capsys.readouterr()
        now = json.loads(out)["score"]
        assert now < then
        assert (
            f"deskside: the course has changed since this conversation: it got {then} of 100 then (handled well), which stays its score,"
            f" and would get {now} now (handled well)\n"
        ) == err
        assert 0 == main(["history", "--json"])
        assert [(session, then)] == [(row["id"], row["score"]) for row in json.loads(capsys.readouterr().out)]

    def test_that_scores_the_same(self, kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
        kept.play(*WELL)
        self.change(kept, "summary: An hour glass", "summary: The hour glass")
        assert 0 == main(["report"])
        assert (
            "deskside: the course has changed since this conversation; its score is the same\n"
            == capsys.readouterr().err
        )

    def test_that_has_lost_the_scenario(self, kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
        kept.play(*WELL)
        (kept.pack / "scenarios" / "frozen").rename(kept.pack / "scenarios" / "thawed")
        assert 0 == main(["report", "--json"])
        assert (
            kept.last,
            'deskside: the scenario "frozen" is not in this course: this is the report as it was kept\n',
        ) == capsys.readouterr()


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals")
@pytest.mark.parametrize("options", ["", "--plain", "--no-color"])
def test_in_a_terminal_it_is_the_rich_one_unless_told_otherwise(kept: Kept, options: str) -> None:
    import pexpect

    kept.play(*WELL)
    environment = {**os.environ, "TERM": "xterm-256color", "NO_COLOR": "", "PYTHONPATH": str(Path(__file__).parents[3])}
    shown = pexpect.run(
        f"{sys.executable} -m simulator.cli.main report {options}",
        env=environment,
        encoding="utf-8",
        dimensions=(60, 100),
    )
    assert ("╭" in shown) == (options != "--plain")
    assert ("\x1b[32m" in shown) == (options == "")
