"""The patterns of patterns.toml."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TypedDict


class Rule(TypedDict, total=False):
    """What may be said, and what must stand around it."""

    before: str
    any: list[str]
    after: str


def pattern(name: str) -> re.Pattern[str]:
    """The rule of this name, ready to search with: "wishes.snooze"."""
    rule = _rule(name)
    return re.compile(f"{rule.get('before', '')}(?:{'|'.join(rule['any'])}){rule.get('after', '')}")


def patterns(name: str) -> tuple[re.Pattern[str], ...]:
    """The lines of a rule, each by itself; {NAME} in them finds a name."""
    named = pattern("names.name").pattern
    return tuple(re.compile(each.replace("{NAME}", named)) for each in _rule(name)["any"])


def _rule(name: str) -> Rule:
    module, _, key = name.partition(".")
    return _rules()[module][key]


@cache
def _rules() -> dict[str, dict[str, Rule]]:
    text = files("language").joinpath("patterns.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
