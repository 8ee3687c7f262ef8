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


@cache
def _rules() -> dict[str, dict[str, Rule]]:
    text = files("language").joinpath("patterns.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def pattern(name: str) -> re.Pattern[str]:
    """The rule of this name, ready to search with: "requests.snooze"."""
    module, _, key = name.partition(".")
    rule = _rules()[module][key]
    return re.compile(f"{rule.get('before', '')}(?:{'|'.join(rule['any'])}){rule.get('after', '')}")
