"""One file of a course as text with its lines, and everything that there is to say against it."""

from __future__ import annotations

import errno
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path

from simulator.course.diagnostic import ERROR, Diagnostic
from simulator.course.nodes import Place

LIMIT = 1024 * 1024
"""Bytes that a file can have."""

UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that nobody types on purpose: control characters, other line ends, direction overrides, half characters.
Tabs and ordinary line ends are not among them."""

OTHER_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(slots=True)
class Source:
    """A file's text, line ends made "\\n", characters that can not be read replaced one by one (so that columns hold),
    and its complaints.

    `lines` are the author's own. `muted` are lines that were mended to be read at all: what they name is not what the
    author wrote. `shifts`: line -> by how many columns it was moved to be read at all. `errors` counts them."""

    path: Path
    text: str = ""
    readable: bool = False
    lines: list[str] = field(default_factory=list)
    found: dict[Diagnostic, None] = field(default_factory=dict)
    muted: set[int] = field(default_factory=set)
    shifts: dict[int, int] = field(default_factory=dict)
    errors: int = 0

    def complain(self, code: str, at: Place | None = None, /, **words: object) -> None:
        """Say once what `code` says, with `words` in its template, at a place (None: of the file as a whole)."""
        from simulator.course.catalogue import entry

        if at is None:
            line, column, width = 1, 1, 1
            own = ""
        else:
            line = min(at.line, max(1, len(self.lines)))
            own = self.lines[line - 1] if self.lines else ""
            column = max(1, min(at.column, len(own) + 1)) if line == at.line else len(own) + 1
            width = at.width
        said = entry(code)
        message, remedy = said.message.format(**words), " ".join(said.remedy.format(**words).split())
        message = message[:1].upper() + message[1:]
        self.found[Diagnostic(self.path, line, column, code, said.severity, message, remedy, own, width)] = None
        self.errors += said.severity == ERROR

    def retract(self, line: int, codes: tuple[str, ...]) -> None:
        """Take complaints about a line back that turn out to be part of another mistake."""
        for one in [one for one in self.found if one.line == line and one.code in codes]:
            del self.found[one]


def read_source(path: Path) -> Source:
    """Read a file. Whatever is wrong with it - missing, a folder, too large, not UTF-8 - is a complaint; then
    `readable` may be False."""
    source = Source(path)
    data = _bytes(source)
    if data is None:
        return source
    text = _decoded(source, data)
    if text is None:
        return source
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    source.lines = text.split("\n")
    _say_unseen(source)
    source.text = UNSEEN.sub("\ufffd", text)
    source.readable = True
    return source


def trouble(source: Source, error: OSError | ValueError) -> None:
    """Complain of what the operating system refused."""
    kind = error.errno if isinstance(error, OSError) else None
    if kind == errno.ELOOP or (kind == errno.ENOENT and source.path.is_symlink()):
        source.complain("DS005", name=source.path.name)
    elif kind in (errno.ENOENT, errno.ENOTDIR, None):
        source.complain("DS002", name=source.path.name)
    else:
        source.complain("DS003", name=source.path.name, reason=error.strerror if isinstance(error, OSError) else error)


def _bytes(source: Source) -> bytes | None:
    try:
        mode = source.path.stat().st_mode
        if not stat.S_ISREG(mode):  # a pipe would be waited for, a device never ends
            source.complain(
                "DS004", name=source.path.name, kind="a folder" if stat.S_ISDIR(mode) else "not an ordinary file"
            )
            return None
        with source.path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        trouble(source, error)
        return None
    if len(data) > LIMIT:
        source.complain("DS008", name=source.path.name)
        return None
    return data


def _decoded(source: Source, data: bytes) -> str | None:
    for mark, name in OTHER_ENCODINGS:
        if data.startswith(mark):
            source.complain("DS015", name=source.path.name, encoding=name)
            return None
    if data.startswith(BYTE_ORDER_MARK):
        data = data[len(BYTE_ORDER_MARK) :]
        source.complain("DS010")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "surrogateescape").replace("\r\n", "\n").replace("\r", "\n")
    source.lines = [UNDECODED.sub("\ufffd", line) for line in text.split("\n")]
    bad = [(number, found) for number, line in enumerate(text.split("\n"), 1) if (found := UNDECODED.search(line))]
    number, first = bad[0]
    byte = first.group().encode("utf-8", "surrogateescape")
    meant = byte.decode("cp1252", "replace")
    place = Place(number, first.start() + 1)
    source.complain(
        "DS009", place, byte=byte.hex().upper(), meant=meant if meant.isprintable() else "?", lines=len(bad)
    )
    return "\n".join(source.lines)


UNDECODED = re.compile("[\udc80-\udcff]")


def _say_unseen(source: Source) -> None:
    for number, line in enumerate(source.lines, 1):
        found = UNSEEN.search(line)
        if found:
            source.complain("DS011", Place(number, found.start() + 1), number=f"U+{ord(found.group()):04X}")
