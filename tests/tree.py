"""What stands in this repository: for the tests that read it rather than run it."""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent


@cache
def pyproject() -> dict[str, Any]:
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


def text_of(file: Path) -> str:
    """The file's text; "" for what is not text."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def function_lengths() -> list[tuple[int, str]]:
    """Lines of every function, from its ``def`` to its end, shortest first, and where it is."""
    return sorted(each for module in source_modules() for each in _functions(module))


def module_lengths() -> list[tuple[int, str]]:
    """Lines of every module, shortest first, and its name."""
    return sorted(
        (len(text_of(module).splitlines()), str(module.relative_to(ROOT)))
        for module in source_modules()
    )


def _functions(module: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(text_of(module))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            yield length, f"{module.relative_to(ROOT)}:{node.lineno} {node.name}"
