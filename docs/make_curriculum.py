"""Write the table of behaviours in curriculum.md anew, from the built-in course as it is.

usage: python docs/make_curriculum.py
"""

from __future__ import annotations

from pathlib import Path

from simulator.authoring.exercised import table
from simulator.course.load import load_course

DOCUMENT = Path(__file__).parent / "curriculum.md"
BEGIN, END = "<!-- behaviours -->\n", "<!-- end of behaviours -->\n"


def main() -> None:
    before, rest = DOCUMENT.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    course = load_course(DOCUMENT.parents[1])
    DOCUMENT.write_text(before + BEGIN + table(course) + END + after, encoding="utf-8")


if __name__ == "__main__":
    main()
