"""What stands in this repository: for the tests that read it rather than run it."""

import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@cache
def pyproject() -> dict[str, dict[str, dict[str, dict[str, list[str]]]]]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def packages() -> list[str]:
    """The top-level packages that are installed."""
    patterns = pyproject()["tool"]["setuptools"]["packages"]["find"]["include"]
    return sorted(each.removesuffix("*") for each in patterns)


def source_modules() -> list[Path]:
    return sorted(file for package in packages() for file in (ROOT / package).rglob("*.py"))


@cache
def tracked_files() -> tuple[Path, ...]:
    """The files that git keeps. Skips the test where this is not a git checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout: no list of files", allow_module_level=True)
    files = (ROOT / name for name in listed.stdout.split("\0") if name)
    return tuple(file for file in files if file.is_file())


def markdown_files() -> list[Path]:
    return [file for file in tracked_files() if file.suffix == ".md"]
