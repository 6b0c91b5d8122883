"""One complaint about a course: where, what, and what to do; and how it is shown."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path

ERROR = "error"
WARNING = "warning"

WINDOW = 120
"""Characters of a line that are shown at most; of a longer one, those around the place."""

BOLD, RED, YELLOW, CYAN = "1", "1;31", "1;33", "36"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """`line` and `column` count from 1, in characters; `width` is how many characters the complaint is about.
    `severity` is "error" or "warning"; only errors keep a course from being used. `source_line` is the author's line
    as it stands in the file ("" for a complaint about a file as a whole)."""

    path: Path
    line: int
    column: int
    code: str
    severity: str
    message: str
    remedy: str
    source_line: str
    width: int = 1

    def render(self, colour: bool = False) -> str:
        """`path:line:column: error DS101: message`, the author's line, a caret under the place, and `help: remedy`."""
        tone = RED if self.severity == ERROR else YELLOW
        where = _paint(f"{printable(self.path)}:{self.line}:{self.column}:", BOLD, colour)
        rows = [f"{where} {_paint(f'{self.severity} {self.code}:', tone, colour)} {visible(self.message)}"]
        if self.source_line.strip():
            shown, pad, marked = _window(self.source_line, self.column, self.width)
            number = str(self.line)
            rows.append(f"  {number} | {shown}")
            rows.append(f"  {' ' * len(number)} | {pad}{_paint('^' * marked, tone, colour)}")
        rows.append(f"{_paint('help:', CYAN, colour)} {visible(self.remedy)}")
        return "\n".join(rows)

    def as_json(self) -> dict[str, str | int]:
        """The same as plain data. Of a very long line, `source_line` is the piece around the place."""
        return {
            "path": printable(self.path),
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            "remedy": self.remedy,
            "source_line": _cut(self.source_line, self.column)[0],
        }

    @property
    def order(self) -> tuple[bool, str, int, int, str]:
        """Sorts errors first, then by file and place."""
        return (self.severity != ERROR, printable(self.path), self.line, self.column, self.code)


def printable(path: Path) -> str:
    """A path as text that every terminal can take, whatever bytes the file's name has."""
    return visible(os.fsencode(path).decode("utf-8", "backslashreplace"))


def visible(text: str) -> str:
    """`text` with control characters, which could move the cursor or hide words, made visible; tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(one) for one in text)


def _visible(one: str) -> str:
    if one == "\t" or unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return one
    if one in "\u200c\u200d":  # joiners, without which some scripts and pictures can not be written
        return one
    number = ord(one)
    return chr(0x2400 + number) if number < 0x20 else "\u2421" if number == 0x7F else "\ufffd"


def _cut(line: str, column: int) -> tuple[str, int]:
    """The piece of the line to show and the place's index in it."""
    index = min(column - 1, len(line))
    if len(line) <= WINDOW:
        return line, index
    start = max(0, min(index - WINDOW // 2, len(line) - WINDOW))
    piece = line[start : start + WINDOW]
    head, tail = ("…" if start else ""), ("…" if start + WINDOW < len(line) else "")
    return head + piece + tail, index - start + len(head)


def _window(line: str, column: int, width: int) -> tuple[str, str, int]:
    """The line to show, what stands before the caret, and how many carets: aligned for wide characters and tabs."""
    from wcwidth import wcswidth

    piece, index = _cut(line, column)
    before = visible(piece[:index])
    # A tab is repeated, so that it is as wide above as below; everything else becomes as many blanks as it takes
    # columns.
    pad = "\t".join(" " * max(0, wcswidth(part)) for part in before.split("\t"))
    rest = piece[index:].rstrip()
    marked = visible(rest[:width] if width else rest)
    return visible(piece), pad, max(1, wcswidth(marked.replace("\t", " ")))


def _paint(text: str, tone: str, colour: bool) -> str:
    return f"\x1b[{tone}m{text}\x1b[0m" if colour else text
