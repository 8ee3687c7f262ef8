"""The lists of words in words.toml."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _lists() -> dict[str, dict[str, str]]:
    text = files("language").joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def word_set(name: str) -> frozenset[str]:
    """The list of this name: "forecasts.finishing"."""
    module, _, key = name.partition(".")
    return frozenset(_lists()[module][key].split())


def word_list(name: str) -> list[str]:
    """The same list in its own order."""
    module, _, key = name.partition(".")
    return _lists()[module][key].split()
