"""Draw the README's pictures: a real conversation, typed into the real program in a real pseudo-terminal.

usage: python docs/pictures/make.py   (writes session.svg and report.svg beside itself)
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pexpect
import pyte
from rich.console import Console
from rich.style import Style
from rich.text import Text

HERE = Path(__file__).parent
COLUMNS, LINES = 100, 200
SKIP = "\x04"
REPLIES = (
    "Good afternoon, IT service desk, Sam speaking. How can I help?",
    "Oh no, half an hour? I'm so sorry, that must be maddening. What were you doing when it got stuck?",
    "So you clicked Save in a long report and since then only the hour glass. You did right to call; we'll sort it out together. "
    "Which program was that in?",
    "There may be a small question hiding behind your other windows, like a note under a pile of paper. "
    "Could you click on Word down in the task bar, please?",
    "Lovely. Would you press Save in that box for me?",
    "Glad to hear it. Is everything working as it should now?",
    "My pleasure, thank you for your patience. I'll ring you tomorrow to see that it behaves. Have a good evening!",
    "If it ever happens again, just click on the program that you were saving in: its question comes to the front. "
    "Do call me any time. Goodbye!",
)


def main() -> None:
    """Play, look at the screen as it stood, draw it."""
    with tempfile.TemporaryDirectory() as folder:
        screen = play(Path(folder))
    lines = [line for line in rendered(screen) if line is not None]
    ends = next(at for at, line in enumerate(lines) if "Score" in line.plain or "of 100" in line.plain)
    draw("session", "deskside play frozen_save", lines[:ends])
    draw("report", "deskside report", lines[ends - 2 :])


def play(folder: Path) -> pyte.Screen:
    """The whole conversation on one tall screen."""
    environment = {
        **os.environ,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PROMPT_TOOLKIT_NO_CPR": "1",
        "COLUMNS": str(COLUMNS),
        "LINES": str(LINES),
        "DESKSIDE_STORE": str(folder / "sessions.db"),
    }
    environment.pop("NO_COLOR", None)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "simulator.cli.main", "play", "frozen_save", "--seed", "1"],
        env=environment,
        dimensions=(LINES, COLUMNS),
        encoding="utf-8",
        timeout=20,
    )
    screen = pyte.Screen(COLUMNS, LINES)
    stream = pyte.Stream(screen)
    for reply in REPLIES:
        _settle(child, stream)
        if not child.isalive():
            break
        child.send(reply + "\r")
    for _ in ("the ticket", "the mirror"):
        _settle(child, stream)
        if child.isalive():
            child.send(SKIP)
    _settle(child, stream)
    child.close(force=True)
    return screen


def _settle(child: pexpect.spawn[str], stream: pyte.Stream) -> None:
    """Read until the program waits."""
    try:
        while True:
            stream.feed(child.read_nonblocking(4096, timeout=1.5))
    except (pexpect.TIMEOUT, pexpect.EOF):
        return


def rendered(screen: pyte.Screen) -> list[Text]:
    """The screen's lines with their colours, blank ones at the end left out."""
    lines = []
    for row in range(screen.lines):
        text = Text()
        for column in range(screen.columns):
            cell = screen.buffer[row][column]
            text.append(
                cell.data,
                Style(
                    color=_colour(cell.fg),
                    bgcolor=_colour(cell.bg),
                    bold=cell.bold,
                    italic=cell.italics,
                    reverse=cell.reverse,
                ),
            )
        text.rstrip()
        lines.append(text)
    while lines and not lines[-1].plain:
        lines.pop()
    return lines


_ANSI = {"brown": "yellow", "brightbrown": "bright_yellow"}


def _colour(name: str) -> str | None:
    if name == "default":
        return None
    if len(name) == 6 and all(letter in "0123456789abcdef" for letter in name):
        return f"#{name}"
    name = _ANSI.get(name, name)
    return "bright_" + name.removeprefix("bright") if name.startswith("bright") and "_" not in name else name


def draw(name: str, title: str, lines: list[Text]) -> None:
    """Write one SVG."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=COLUMNS, file=nowhere, force_terminal=True, color_system="truecolor")
        for line in lines:
            console.print(line)
        (HERE / f"{name}.svg").write_text(
            console.export_svg(title=title, unique_id=f"deskside-{name}"), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
