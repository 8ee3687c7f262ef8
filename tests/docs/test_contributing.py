"""The map that a newcomer is given has every part on it, and no part that is not there."""

import re

from tests.tree import ROOT

PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
LINE = re.compile(r"^    ([a-z]+(?:, [a-z]+)*) {2,}\S", re.MULTILINE)
DOORS = ("plans/read.py", "plans/compare.py", "language/understand.py")


def drawn() -> set[str]:
    chapter = PAGE.partition("## Where things are")[2].partition("\n## ")[0]
    listed = {name for line in LINE.findall(chapter) for name in line.split(", ")}
    beside = re.search(r"Two are asked by all of these: (.*?)\n\n", chapter, re.DOTALL)
    return listed | set(re.findall(r"`([a-z]+)`", beside[1] if beside else ""))


def parts() -> set[str]:
    folders = [*ROOT.glob("plans/*/__init__.py"), *ROOT.glob("language/*/__init__.py")]
    doors = {ROOT / name for name in DOORS if (ROOT / name).exists()}
    return {file.parent.name for file in folders} | {file.stem for file in doors}


def test_the_map_names_every_part_of_reading_plans_and_messages():
    assert drawn() == parts()
