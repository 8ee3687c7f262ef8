"""Where people are named in a message, apart from places that bear a name."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

TITLES = frozenset(["Mr", "Mrs", "Ms", "Miss", "Mx", "Master"])


@cache
def written() -> dict[str, Any]:
    """All of private.toml, read once."""
    return tomllib.loads(files("language").joinpath("private.toml").read_text(encoding="utf-8"))


@cache
def names() -> tuple[frozenset[str], frozenset[str]]:
    """Given names, and words with a capital that open no name."""
    lists = written()["names"]
    return frozenset(lists["given"].split()), frozenset(lists["others"].split())


def before_name(said: str, given: bool) -> int:
    """How much of these words stands before somebody's name; all of it where none does."""
    listed, others = names()
    at = 0
    words = said.split()
    while words and words[0] in others:
        at += len(words.pop(0)) + 1
    if words and (words[0].title() in listed or (words[0] in TITLES and len(words) > 1)):
        return at
    named = len(words) > 1 and not given and others.isdisjoint(words)
    return at if named else len(said)


def persons_in(text: str) -> Iterator[tuple[int, int]]:
    """Where somebody is named: not a school, a street or a building that has their name."""
    for match in _people().finditer(text):
        start, end = match.span()
        if match["family"] is None:
            start += before_name(match.group(), given=False)
        elif match["family"] in names()[1]:
            continue
        if start < end and _places().isdisjoint(text[start:end].split()):
            yield start, end


@cache
def _people() -> re.Pattern[str]:
    parts: dict[str, str] = written()["parts"]
    return re.compile(f"{parts['FAMILY']}|{parts['INITIALLED']}|{parts['NAME']}")


@cache
def _places() -> frozenset[str]:
    return frozenset(written()["names"]["places"].split())
