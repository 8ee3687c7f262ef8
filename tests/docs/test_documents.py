"""What the documents say is there is there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr
from pydantic.fields import FieldInfo

from bot.settings import Settings, variable_of
from store.migrations import STEPS
from tests.tree import ROOT, markdown_files, pyproject

LINK = re.compile(r"\]\((?!https?://|mailto:|#)([^)#\s]+)")
MAKE_TARGET = re.compile(r"`make ([a-z-]+)`|^ *make ([a-z-]+)", re.MULTILINE)
SUBCOMMAND = re.compile(r"(?:`|^\$? ?)(?:\.venv/bin/)?planbot ([a-z]+)", re.MULTILINE)


def words(pattern: re.Pattern[str], text: str) -> set[str]:
    return {group for match in pattern.finditer(text) for group in match.groups() if group}


def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def shown_default(field: FieldInfo) -> str:
    default = field.get_default()
    if isinstance(default, SecretStr):
        default = default.get_secret_value()
    return "" if default in (None, ()) else f"`{default}`"


def commands() -> set[str]:
    """The subcommands that `planbot --help` names."""
    shown = subprocess.run(
        [sys.executable, "-m", "bot", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return set(re.findall(r"[a-z]+", shown))


@pytest.mark.parametrize("file", markdown_files(), ids=lambda file: file.name)
def test_every_relative_link_leads_somewhere(file: Path):
    links = LINK.findall(file.read_text(encoding="utf-8"))
    assert [link for link in links if not (file.parent / link).exists()] == []


@pytest.mark.parametrize("file", markdown_files(), ids=lambda file: file.name)
def test_every_make_target_that_is_named_exists(file: Path):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert words(MAKE_TARGET, file.read_text(encoding="utf-8")) - targets == set()


def test_the_readme_names_the_two_commands():
    assert {"demo", "test"} <= words(MAKE_TARGET, readme())


def test_every_subcommand_that_the_readme_names_exists():
    named = words(SUBCOMMAND, readme())
    assert named
    assert named - commands() == set()


def test_the_table_of_settings_is_what_the_code_says():
    table = re.findall(r"^\| `PLANBOT_.*$", readme(), re.MULTILINE)
    assert table == [
        f"| `{variable_of(name)}` | {shown_default(field)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]


def test_the_changelog_names_the_version_that_is_built():
    version = pyproject()["project"]["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(str(version))}\b", changelog, re.MULTILINE)


def test_the_changelog_says_which_steps_of_the_database_each_version_takes():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    told = re.findall(r"^Database: steps? (\d+)(?: to (\d+))?", changelog, re.MULTILINE)
    steps = [step for first, last in told for step in range(int(first), int(last or first) + 1)]
    assert sorted(steps) == [int(each) for each in sorted(STEPS)]
