"""What is installed is what was chosen: pinned, hashed, and the same everywhere."""

import re

import pytest

from tests.tree import ROOT, pyproject

PINNED = re.compile(r"^([a-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)(.*?)(?=^\S|\Z)", re.M | re.S)
NAME = re.compile(r"[A-Za-z0-9._-]+")


def pins(file: str) -> dict[str, str]:
    """Each package of a requirements file with its version."""
    text = (ROOT / "requirements" / file).read_text(encoding="utf-8")
    return {name: version for name, version, _ in PINNED.findall(text)}


@pytest.mark.parametrize("file", ["run.txt", "build.txt", "dev.txt"])
def test_everything_is_pinned_with_hashes_and_without_an_address(file: str):
    text = (ROOT / "requirements" / file).read_text(encoding="utf-8")
    assert PINNED.findall(text)
    assert [name for name, _, rest in PINNED.findall(text) if "--hash=sha256:" not in rest] == []
    assert re.findall(r"https?://|--(?:extra-)?index-url|--find-links", text) == []


def test_every_dependency_is_pinned():
    wanted = {NAME.match(each).group().lower() for each in pyproject()["project"]["dependencies"]}
    assert wanted - set(pins("run.txt")) == set()


@pytest.mark.parametrize("file", ["run.txt", "build.txt"])
def test_developers_have_what_is_shipped(file: str):
    developers = pins("dev.txt")
    assert {name: developers.get(name) for name in pins(file)} == pins(file)
