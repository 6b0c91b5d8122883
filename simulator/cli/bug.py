"""What happens when the program itself is at fault: a log that can be sent, and one line that says where it is."""

from __future__ import annotations

import os
import platform
import sys
import traceback
from pathlib import Path


def report_bug(error: BaseException) -> str:
    """Write a log of `error` and return the line to show. Words that were typed at the program are not in the log,
    only the command's name; a log that can not be written is said to be so, with the bare error."""
    text = "\n".join(
        (
            "# deskside: something went wrong",
            "",
            f"- command: {_command()}",
            f"- Python: {platform.python_version()} on {platform.platform()}",
            "",
            "```",
            "".join(traceback.format_exception(error)).rstrip(),
            "```",
            "",
        )
    )
    folder = _folder()
    path = folder / f"bug-{os.getpid()}.md"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as trouble:
        return f"this is a bug in Deskside: {type(error).__name__}: {error} (no log: {path}: {trouble.strerror})"
    what = f"{type(error).__name__}: {error}".rstrip(".: ")
    return f"this is a bug in Deskside: {what}. What happened is written in {path}"


def _command() -> str:
    return next((word for word in sys.argv[1:] if not word.startswith("-")), "(none)")


def _folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_state_dir("deskside")) / "logs"
