"""The practice as somebody has it who sits at a terminal: real keys, a real screen, and real accidents."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pyte
import pytest

from simulator.records.store import Store

ROOT = Path(__file__).parents[3]
PACK = ROOT / "tests" / "data" / "packs" / "desk"
OFFICE = ROOT / "tests" / "data" / "packs" / "office"
GREETING = "Good afternoon, IT service desk, this is Robin speaking."
APOLOGY = "I am so sorry that you have had to wait this long."
REMEDY = "Could you restart the computer, please?"
ENTER, ALT_ENTER, CTRL_C, CTRL_D, CTRL_R, UP = "\r", "\x1b\r", "\x03", "\x04", "\x12", "\x1b[A"
PROMPT = "You ›"
OFFER = "Enter to finish"
PATIENCE = 30.0
"""Seconds after which something that does not come will not come."""


class Screen(pyte.Screen):
    """A screen that tells the program where its cursor is, when it asks."""

    def __init__(self, columns: int, lines: int, answer: Callable[[str], object]) -> None:
        self._answer = answer
        super().__init__(columns, lines)

    def write_process_input(self, data: str) -> None:
        self._answer(data)


class Terminal:
    """A program in a terminal of its own, and what can be read there."""

    def __init__(self, arguments: tuple[str, ...], environ: dict[str, str], columns: int = 80, lines: int = 40) -> None:
        self.screen = Screen(columns, lines, lambda data: self.process.send(data))
        self._stream = pyte.ByteStream(self.screen)
        self._raw = b""
        self.process = pexpect.spawn(
            sys.executable,
            ["-m", "simulator.cli.main", *arguments],
            env=environ,
            cwd=str(ROOT),
            dimensions=(lines, columns),
            timeout=PATIENCE,
        )
        self.process.delaybeforesend = None

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def raw(self) -> str:
        """Everything that was sent to the terminal, with its escape sequences."""
        return self._raw.decode(errors="replace")

    def type(self, keys: str) -> None:
        self.process.send(keys)

    def shows(self, what: str | Callable[[str], bool]) -> None:
        """Wait until the screen shows this."""
        seen = what if callable(what) else lambda text: what in " ".join(text.split())
        while not seen(self.text):
            try:
                content = self.process.read_nonblocking(65_536, PATIENCE)
            except (pexpect.TIMEOUT, pexpect.EOF):
                pytest.fail(f"never shown: {what}\n{self.text}")
            self._raw += content
            self._stream.feed(content)

    def is_asked(self) -> None:
        """Wait until there is an empty prompt."""
        self.shows(lambda text: any(line.rstrip().endswith(PROMPT) for line in text.splitlines()))

    def says(self, reply: str, answer: str) -> None:
        """Type a reply, and wait for the answer."""
        self.is_asked()
        self.type(reply + ENTER)
        self.shows(answer)

    def skips_the_forms(self) -> None:
        """Neither a ticket nor a look into the mirror: the report."""
        self.shows("What was the problem?")
        self.type(CTRL_D)
        self.shows("Did you put yourself in their place")
        self.type(CTRL_D)

    def ends(self) -> int:
        """Wait for the end, going back to no turn when that is offered; the exit status, or minus the signal that ended
        it."""
        declined = False
        while True:
            if OFFER in self.text and not declined:
                self.type(ENTER)
                declined = True
            try:
                content = self.process.read_nonblocking(65_536, PATIENCE)
            except pexpect.EOF:
                break
            self._raw += content
            self._stream.feed(content)
        self.process.close()
        return int(self.process.exitstatus if self.process.exitstatus is not None else -self.process.signalstatus)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "sessions.db"


@pytest.fixture
def deskside(store: Path) -> Iterator[Callable[..., Terminal]]:
    """Start the program in a terminal: `deskside("play", "frozen")`. What still runs afterwards is ended."""
    started: list[Terminal] = []
    environ = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES")}
    environ |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", "DESKSIDE_COURSE": str(PACK), "DESKSIDE_STORE": str(store)}

    def start(*arguments: str, columns: int = 80, lines: int = 40, **more: str) -> Terminal:
        terminal = Terminal(arguments, environ | more, columns, lines)
        started.append(terminal)
        return terminal

    yield start
    for terminal in started:
        # To close it by force would give it a tenth of a second to go, which a busy machine may not have.
        if terminal.process.isalive():
            terminal.process.kill(signal.SIGKILL)
            terminal.process.wait()
        terminal.process.close()


Start = Callable[..., Terminal]


def test_from_the_menu_to_the_report(deskside: Start, store: Path) -> None:
    terminal = deskside("play")
    terminal.shows("Number or name ›")
    assert "The save that never ends" in terminal.text
    assert "not tried yet" in terminal.text
    terminal.type("1" + ENTER)
    terminal.says(GREETING, "Heard: ")
    terminal.says(APOLOGY, "Dana is settled")
    terminal.says(REMEDY, "handled well")
    terminal.skips_the_forms()
    terminal.shows("100 of 100")
    assert 0 == terminal.ends()
    assert "deskside report s" in terminal.text
    with Store.open(store) as kept:
        assert [(3, 100, "handled_well")] == [(row.turns, row.score, row.outcome) for row in kept.sessions()]


def test_the_menu_remembers(deskside: Start) -> None:
    terminal = deskside("play", "frozen")
    for reply, answer in ((GREETING, "Heard"), (APOLOGY, "settled"), (REMEDY, "handled well")):
        terminal.says(reply, answer)
    terminal.skips_the_forms()
    terminal.ends()
    left = deskside("play", "frozen")
    left.says(GREETING, "Heard")
    left.type(CTRL_D)
    left.shows("y/n")
    left.type("y" + ENTER)
    left.ends()
    again = deskside("play")
    again.shows("Number or name ›")
    assert "best 100 of 100, 1 attempt" in again.text
    again.type("r" + ENTER)
    again.shows("after 1 reply")
    again.is_asked()


def test_after_the_report_comes_what_is_next(deskside: Start) -> None:
    terminal = deskside("play", "frozen")
    for reply, answer in ((GREETING, "Heard"), (APOLOGY, "settled"), (REMEDY, "handled well")):
        terminal.says(reply, answer)
    terminal.skips_the_forms()
    terminal.shows("100 of 100")
    assert 0 == terminal.ends()
    told = " ".join(terminal.text.split())
    assert (
        "All is passed. The lowest best score: The save that never ends (passed, best 100 of 100, 1 attempt)." in told
    )
    assert told.endswith("To begin: deskside play frozen; reasons: deskside next")
    again = deskside("report")
    assert 0 == again.ends()
    assert "reasons: deskside next" in " ".join(again.text.split())


def test_sixteen_situations_in_a_low_window(deskside: Start, sixteen: Path) -> None:
    terminal = deskside("play", DESKSIDE_COURSE=str(sixteen), lines=24)
    terminal.shows("Number or name ›")
    assert "Next: 1, The matter of the alder in the hall." in terminal.text
    assert "Level 5, Staying unmoved (16): locked, needs 1 situation of level 4 passed" in terminal.text
    assert "poplar" not in terminal.text
    terminal.type("all" + ENTER)
    terminal.shows("16 The matter of the poplar in the hall")
    terminal.shows("Number or name ›")
    terminal.type("16" + ENTER)
    terminal.shows("“The matter of the poplar in the hall” is locked: first pass 1 situation of level 4")
    terminal.shows("Practise it now? y/n ›")
    terminal.type("n" + ENTER)
    terminal.shows("Then choose another.")
    terminal.type("elder" + ENTER)
    terminal.shows("Practise it now? y/n ›")
    terminal.type("y" + ENTER)
    terminal.shows("level 2")
    terminal.is_asked()


def test_sixteen_situations_in_plain_lines(deskside: Start, sixteen: Path) -> None:
    terminal = deskside("play", "--plain", DESKSIDE_COURSE=str(sixteen), lines=60)
    terminal.shows("Number or name:")
    assert "16. The matter of the poplar in the hall (poplar)" in terminal.raw
    terminal.type("poplar\n")
    terminal.shows("Practise it now? y/n:")
    terminal.type("n\n")
    terminal.shows("Then choose another.")
    terminal.type("n\n")
    terminal.shows("The matter of the alder in the hall. Dana Whitfield")
    assert "\x1b" not in terminal.raw


def test_what_is_locked_is_played_by_its_name(deskside: Start, sixteen: Path) -> None:
    terminal = deskside("play", "poplar", DESKSIDE_COURSE=str(sixteen))
    terminal.is_asked()
    assert "locked" not in terminal.text


def test_the_toolbar_tells_clock_and_mood(deskside: Start) -> None:
    terminal = deskside("play", "frozen")
    terminal.shows("16:40 · 35 minutes left · Dana is angry · /help")
    terminal.says(GREETING, "16:41 · 34 minutes left")


def test_a_terminal_that_does_not_tell_its_cursor_has_them_above_the_line(deskside: Start) -> None:
    terminal = deskside("play", "frozen", PROMPT_TOOLKIT_NO_CPR="1")
    terminal.shows("16:40 · 35 minutes left · Dana is angry · /help · Alt-Enter: new line You ›")
    terminal.says(GREETING, "16:41 · 34 minutes left")
    assert "35 minutes" not in terminal.text


def test_history_by_arrows_and_by_search(deskside: Start) -> None:
    terminal = deskside("play", "frozen")
    terminal.says("first words", "16:41")
    terminal.says("second words", "16:42")
    terminal.is_asked()
    terminal.type(UP + UP)
    terminal.shows("You › first words")
    terminal.type(CTRL_C)
    terminal.is_asked()
    terminal.type(CTRL_R + "secon")
    terminal.shows("second words")
    terminal.type(ENTER)
    terminal.shows("You › second words")


def test_several_lines(deskside: Start, store: Path) -> None:
    terminal = deskside("play", "frozen")
    terminal.is_asked()
    terminal.type(f"one{ALT_ENTER}two{ENTER}")
    terminal.shows("16:41")
    terminal.is_asked()
    terminal.type("\x1b[200~three\nfour\nfive\x1b[201~")
    terminal.shows("five")
    terminal.type(ENTER)
    terminal.shows("16:42")
    with Store.open(store) as kept:
        (row,) = kept.unfinished()
        said = [event.text for event in kept.events(row.id) if event.kind == "trainee_said"]  # type: ignore[attr-defined]
    assert ["one\ntwo", "three\nfour\nfive"] == said


def test_a_mail_is_written_line_by_line_and_sent_whole(deskside: Start, store: Path) -> None:
    terminal = deskside("play", "one_line", DESKSIDE_COURSE=str(OFFICE))
    terminal.shows("Subject: printer")
    terminal.shows("Alt-Enter or Ctrl-D: send")
    terminal.is_asked()
    terminal.type("/mood" + ENTER)
    terminal.shows("Mood")
    terminal.is_asked()
    terminal.type(f"Good morning Ms Castell,{ENTER}{ENTER}what happened just before it stopped?{ENTER}Robin")
    terminal.shows("Robin")
    terminal.type(ALT_ENTER)
    terminal.shows("(45 minutes later)")
    terminal.shows("09:55 · Noor is")
    terminal.shows("Subject: Re: printer")
    terminal.is_asked()
    terminal.type(f"Could you please push the paper tray in?{ENTER}Robin")
    terminal.shows("tray in?")
    terminal.type(CTRL_D)
    terminal.skips_the_forms()
    terminal.shows("100 of 100")
    assert 0 == terminal.ends()
    with Store.open(store) as kept:
        (row,) = kept.sessions()
        said = [event.text for event in kept.events(row.id) if event.kind == "trainee_said"]  # type: ignore[attr-defined]
    assert [
        "Good morning Ms Castell,\n\nwhat happened just before it stopped?\nRobin",
        "Could you please push the paper tray in?\nRobin",
    ] == said


def test_a_mail_in_plain_lines_ends_with_a_full_stop(deskside: Start) -> None:
    terminal = deskside("play", "one_line", "--plain", DESKSIDE_COURSE=str(OFFICE))
    terminal.shows("A line with nothing but a full stop sends them.")
    terminal.type("Good morning Ms Castell,\n\nwhat happened just before it stopped?\n.\n")
    terminal.shows("Scene: (45 minutes later)")
    terminal.shows("Clock: 09:55.")
    terminal.type(CTRL_D)
    terminal.shows("y/n")
    terminal.type("y\n")
    assert 1 == terminal.ends()
    assert "\x1b" not in terminal.raw


def test_what_happens_has_a_line_of_its_own(deskside: Start) -> None:
    terminal = deskside("play", "late_part", DESKSIDE_COURSE=str(OFFICE))
    terminal.says("I am sorry that nobody rang you.", "(Your own phone begins to ring on your belt.)")
    terminal.says("I'll ring you back in ten minutes, whatever I find.", "(8 minutes later)")
    terminal.shows("14:10 · 80 minutes left")
    terminal.says("/undo", "(Your own phone begins to ring on your belt.)")
    terminal.shows("14:01 · 89 minutes left")


def test_ctrl_c_clears_and_then_asks_once(deskside: Start) -> None:
    terminal = deskside("play", "frozen")
    terminal.is_asked()
    terminal.type("not meant")
    terminal.shows("You › not meant")
    terminal.type(CTRL_C)
    terminal.is_asked()
    terminal.type(CTRL_C)
    terminal.shows("Leave and keep this conversation? y/n")
    terminal.type("n" + ENTER)
    terminal.shows("You are still in the conversation.")
    terminal.is_asked()
    terminal.type(CTRL_D)
    terminal.shows("Leave and keep this conversation? y/n")
    terminal.type("y" + ENTER)
    terminal.shows("deskside resume s")
    assert 1 == terminal.ends()


def test_a_slip_on_enter_is_not_two_silences(deskside: Start, store: Path) -> None:
    terminal = deskside("play", "frozen")
    terminal.is_asked()
    terminal.type(ENTER)
    terminal.shows("(you say nothing)")
    terminal.is_asked()
    terminal.type(ENTER)
    terminal.shows("Nothing was sent.")
    with Store.open(store) as kept:
        assert [1] == [row.turns for row in kept.unfinished()]


def test_the_window_changes_its_size(deskside: Start) -> None:
    terminal = deskside("play", "frozen")
    terminal.is_asked()
    terminal.type("a reply that is typed while somebody pulls at the window")
    terminal.shows("the window")
    for columns, lines in ((40, 20), (100, 30), (20, 10), (80, 40)):
        terminal.screen.resize(lines, columns)
        terminal.process.setwinsize(lines, columns)
        terminal.shows("window")
    terminal.type(ENTER)
    terminal.shows("16:41")
    assert terminal.process.isalive()


def test_killed_in_the_middle_it_goes_on(deskside: Start, store: Path) -> None:
    terminal = deskside("play", "frozen")
    terminal.says(GREETING, "16:41")
    terminal.is_asked()
    terminal.type("half a reply")
    terminal.shows("half a reply")
    terminal.process.kill(signal.SIGKILL)
    assert -signal.SIGKILL == terminal.ends()
    again = deskside("resume")
    again.shows("after 1 reply")
    again.shows("Robin speaking")
    again.says(APOLOGY, "settled")
    again.says(REMEDY, "handled well")
    again.skips_the_forms()
    assert 0 == again.ends()
    with Store.open(store) as kept:
        assert [(3, 100)] == [(row.turns, row.score) for row in kept.sessions()]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_stopped_from_outside_it_leaves_the_terminal_well(deskside: Start, store: Path, number: int) -> None:
    terminal = deskside("play", "frozen")
    terminal.says(GREETING, "16:41")
    terminal.is_asked()
    terminal.process.kill(number)
    assert 130 == terminal.ends()
    assert "deskside resume" in terminal.text
    assert "Traceback" not in terminal.text
    assert terminal.raw.count("\x1b[?2004h") == terminal.raw.count("\x1b[?2004l")
    with Store.open(store) as kept:
        assert [1] == [row.turns for row in kept.unfinished()]


def test_an_exam_is_silent(deskside: Start) -> None:
    terminal = deskside("play", "frozen", "--exam")
    terminal.shows("35 minutes left · exam")
    terminal.says(GREETING, "16:41")
    terminal.says("/hint", "In an exam there are no hints")
    terminal.says("/mood", "In an exam you tell the mood")
    terminal.says("/undo", "In an exam nothing can be taken back")
    assert "Coach" not in terminal.text
    assert "angry" not in terminal.text


@pytest.mark.parametrize("how", ["--plain", "TERM", "DESKSIDE_PLAIN"])
def test_plain_lines_never_move_the_cursor(deskside: Start, how: str) -> None:
    more = {"TERM": "dumb"} if how == "TERM" else {how: "1"} if how == "DESKSIDE_PLAIN" else {}
    terminal = deskside("play", *(["--plain"] if how == "--plain" else []), **more)
    terminal.shows("Number or name:")
    terminal.type("1\n")
    for reply, answer in ((GREETING, "Clock: 16:41"), (APOLOGY, "Clock: 16:42"), (REMEDY, "handled well")):
        terminal.shows(lambda text: text.rstrip().endswith("You:"))
        terminal.type(reply + "\n")
        terminal.shows(answer)
    terminal.skips_the_forms()
    terminal.shows("Score: 100 of 100")
    assert 0 == terminal.ends()
    assert "\x1b" not in terminal.raw
    assert "Dana Whitfield: " in terminal.raw
    assert "Coach: " in terminal.raw


def test_the_ticket_with_the_notes_beside_it_and_the_mirror(deskside: Start, store: Path) -> None:
    terminal = deskside("play", "frozen", "--exam")
    for reply, answer in (
        (GREETING, "16:41"),
        ("/notes asset tag 4711", "Noted"),
        (APOLOGY, "16:42"),
        (REMEDY, "ended"),
    ):
        terminal.says(reply, answer)
    terminal.shows("asset tag 4711")
    assert "of 100" not in terminal.text
    for question, typed in (
        ("What was the problem?", "hour glass for thirty minutes"),
        ("When did the work start?", "twenty to five"),
        ("What was done", "restarted the computer"),
        ("When did the work end?", "16:43"),
        ("How long did the work take?", "3 min"),
        ("Which parts were replaced?", "none"),
        ("When will you follow up?", "none"),
    ):
        terminal.shows(question)
        terminal.type(typed + ENTER)
    terminal.shows("before you see your score")
    assert "of 100" not in terminal.text
    terminal.type("yyyyyyn")
    terminal.shows("All seven are answered.")
    terminal.type(ENTER)
    assert 0 == terminal.ends()
    with Store.open(store) as kept:
        (row,) = kept.sessions()
    assert (100, 6) == (row.ticket_score, row.mirror_yes)


@pytest.mark.parametrize("plain", [False, True])
def test_killed_in_the_form_it_goes_on_with_the_form(deskside: Start, store: Path, plain: bool) -> None:
    options = ("--plain",) if plain else ()
    terminal = deskside("play", "frozen", *options)
    for reply, clock in ((GREETING, "16:41"), (APOLOGY, "16:42"), (REMEDY, "What was the problem?")):
        terminal.shows(lambda text: text.rstrip().endswith("You:") if plain else PROMPT in text)
        terminal.type(reply + ENTER)
        terminal.shows(clock)
    terminal.type("hour glass" + ENTER)
    terminal.shows("When did the work start?")
    terminal.type("16:")
    terminal.shows("16:")
    terminal.process.kill(signal.SIGKILL)
    assert -signal.SIGKILL == terminal.ends()
    with Store.open(store) as kept:
        (waiting,) = kept.unfinished()
    shown = deskside("report", waiting.id, "--plain")
    assert 0 == shown.ends()
    assert "the ticket and the mirror of this conversation are still open" in " ".join(shown.text.split())
    again = deskside("resume", *options)
    again.shows("When did the work start?")
    assert "hour glass" in again.text
    again.type("16:40" + ENTER)
    again.shows("What was done")
    again.type(CTRL_D)
    again.shows("Did you put yourself in their place")
    again.type("y" + (ENTER if plain else ""))
    again.shows("2 of 7. Did you make" if plain else "yes 1 Did you put")
    again.type(CTRL_C)
    assert 130 == again.ends()
    last = deskside("resume", *options)
    last.shows("Did you make the problem your own")
    last.type(CTRL_D)
    last.shows("100 of 100")
    assert 0 == last.ends()
    with Store.open(store) as kept:
        (row,) = kept.sessions()
        filled = [(e.field, e.text) for e in kept.events(row.id) if e.kind == "ticket_filled"]  # type: ignore[attr-defined]
    assert [("problem", "hour glass"), ("work_started", "16:40")] == filled
    assert (100, None, None) == (row.score, row.ticket_score, row.mirror_yes)


def test_the_form_in_a_window_that_changes_its_size(deskside: Start) -> None:
    terminal = deskside("play", "frozen", lines=24)
    for reply, answer in ((GREETING, "16:41"), (APOLOGY, "16:42"), (REMEDY, "What was the problem?")):
        terminal.says(reply, answer)
    terminal.type("glass")
    for columns, lines in ((40, 12), (120, 40), (60, 8), (80, 24)):
        terminal.screen.resize(lines, columns)
        terminal.process.setwinsize(lines, columns)
        terminal.shows("glass")
    terminal.type(ENTER)
    terminal.shows("When did the work start?")


def test_told_to_stop_in_the_form(deskside: Start, store: Path) -> None:
    terminal = deskside("play", "frozen")
    for reply, answer in ((GREETING, "16:41"), (APOLOGY, "16:42"), (REMEDY, "What was the problem?")):
        terminal.says(reply, answer)
    terminal.process.kill(signal.SIGTERM)
    assert 130 == terminal.ends()
    assert "to go on with them: deskside resume" in " ".join(terminal.text.split())
    assert terminal.raw.count("\x1b[?2004h") == terminal.raw.count("\x1b[?2004l")
    with Store.open(store) as kept:
        assert [3] == [row.turns for row in kept.unfinished()]


def test_leaving_plain_lines(deskside: Start) -> None:
    terminal = deskside("play", "frozen", "--plain")
    terminal.shows("You:")
    terminal.type(CTRL_C)
    terminal.shows("y/n")
    terminal.type("n\n")
    terminal.shows("You are still in the conversation.")
    terminal.type(CTRL_D)
    terminal.shows(lambda text: text.count("y/n") == 2)
    terminal.type("y\n")
    terminal.shows("deskside resume s")
    assert 1 == terminal.ends()


def test_a_hint_in_three_steps_and_a_reply_said_once_more(deskside: Start, store: Path) -> None:
    terminal = deskside("play", "frozen")
    terminal.says("Well.", "(/again: say it once more)")
    terminal.says("/again", "Say it once more: what do you say this time?")
    terminal.says("/hint", "What would help now: greet.")
    terminal.says("/hint", "How it sounds: ")
    terminal.says("/hint", "You could say: “Good afternoon, IT service desk, this is Robin. How can I help?”")
    for reply, answer in ((GREETING, "16:41"), (APOLOGY, "settled"), (REMEDY, "handled well")):
        terminal.says(reply, answer)
    terminal.skips_the_forms()
    terminal.shows("Hints: 3: greet (which, how it sounds")
    terminal.shows("Said once more: 1 reply")
    assert 0 == terminal.ends()


def test_after_the_report_one_key_goes_back_to_a_turn(deskside: Start, store: Path) -> None:
    terminal = deskside("play", "frozen", "--trainee", "ada", lines=60)
    terminal.says(GREETING, "16:41")
    terminal.says("This is your own fault, you should have been more careful.", "failed")
    terminal.skips_the_forms()
    terminal.shows(OFFER)
    terminal.type("w" + ENTER)
    terminal.shows("Turn, 1 to 2 ›")
    terminal.type("7" + ENTER)
    terminal.shows('There is no turn "7"')
    terminal.type("2" + ENTER)
    terminal.shows("This is a what-if of turn 2 of s")
    terminal.is_asked()
    terminal.type(UP)
    terminal.shows("You › This is your own fault")
    terminal.type(CTRL_C)
    terminal.says(APOLOGY, "16:42")
    terminal.says(REMEDY, "100 of 100, passed")
    terminal.shows(OFFER)
    assert "▸ 2" in terminal.text
    terminal.type("w" + ENTER)
    terminal.shows("Turn, 1 to 2 ›")
    terminal.type(CTRL_C)
    terminal.shows("Nothing was begun.")
    assert 1 == terminal.ends(), "the status is that of the conversation itself"
    with Store.open(store) as kept:
        assert [(100, "ada", False), (15, "ada", True)] == [
            (row.score, row.trainee, row.attempt) for row in kept.sessions()
        ]
    menu = deskside("play", "--trainee", "ada")
    menu.shows("best 15 of 100, 1 attempt")


def test_ctrl_c_at_the_offer_is_no_interruption(deskside: Start) -> None:
    terminal = deskside("play", "frozen")
    for reply, answer in ((GREETING, "16:41"), (APOLOGY, "settled"), (REMEDY, "handled well")):
        terminal.says(reply, answer)
    terminal.skips_the_forms()
    terminal.shows(OFFER)
    terminal.type(CTRL_C)
    terminal.shows(lambda text: OFFER in text)
    assert 0 == terminal.ends()


def test_a_what_if_in_plain_lines(deskside: Start) -> None:
    terminal = deskside("play", "frozen", "--plain", lines=60)
    for reply, answer in ((GREETING, "Clock: 16:41"), ("This is your own fault.", "failed")):
        terminal.shows(lambda text: text.rstrip().endswith("You:"))
        terminal.type(reply + "\n")
        terminal.shows(answer)
    terminal.skips_the_forms()
    terminal.shows(OFFER)
    terminal.type("w\n")
    terminal.shows("Turn, 1 to 2:")
    terminal.type("2\n")
    for reply in (APOLOGY, REMEDY):
        terminal.shows(lambda text: text.rstrip().endswith("You:"))
        terminal.type(reply + "\n")
        terminal.shows(reply)
    terminal.shows("Result: 15 of 100, not passed, failed | 100 of 100")
    terminal.shows(lambda text: text.rstrip().endswith(f"{OFFER}:"))
    assert "\x1b" not in terminal.raw
    assert 1 == terminal.ends()


def test_no_colour_when_none_is_wanted(deskside: Start) -> None:
    import re

    coloured = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-79]|4[0-79]|9[0-7]|38;[^m]*|48;[^m]*)m")
    for terminal in (deskside("play", "frozen", NO_COLOR="1"), deskside("play", "frozen", "--no-color")):
        terminal.says(GREETING, "16:41")
        assert coloured.search(terminal.raw) is None
        assert "angry" in terminal.text


def test_where_nothing_can_be_kept_it_asks(deskside: Start, tmp_path: Path) -> None:
    terminal = deskside("play", "frozen", "--store", str(tmp_path))
    terminal.shows("Go on without keeping it? y/n")
    terminal.type("y" + ENTER)
    terminal.says(GREETING, "16:41")
    terminal.is_asked()
    terminal.type(CTRL_D)
    terminal.shows("This conversation is not being kept. y/n")
    terminal.type("y" + ENTER)
    assert 1 == terminal.ends()
    refused = deskside("play", "frozen", "--store", str(tmp_path))
    refused.shows("Go on without keeping it? y/n")
    refused.type("n" + ENTER)
    assert 2 == refused.ends()


def test_what_is_open_in_another_window_is_not_mixed_up(deskside: Start, store: Path) -> None:
    first = deskside("play", "frozen")
    first.says(GREETING, "16:41")
    second = deskside("resume")
    second.says(APOLOGY, "16:42")
    first.is_asked()
    first.type("And now?" + ENTER)
    first.shows("can not be kept")
    first.type("n" + ENTER)
    assert 2 == first.ends()
    with Store.open(store) as kept:
        assert [2] == [row.turns for row in kept.unfinished()]


def test_json_at_a_terminal_keeps_standard_output_for_programs(deskside: Start) -> None:
    terminal = deskside("play", "frozen", "--json")
    terminal.shows("You:")
    terminal.type(CTRL_D)
    terminal.shows("y/n")
    terminal.type("y\n")
    terminal.shows('"outcome": "unfinished"')
    assert 1 == terminal.ends()
