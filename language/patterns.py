"""The patterns of patterns.toml."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypedDict

from language.landmarks import landmarks


class Rule(TypedDict, total=False):
    """What may be said, and what must stand around it."""

    before: str
    any: list[str]
    after: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern that is tried only where one of its landmarks stands."""

    pattern: re.Pattern[str]
    landmarks: tuple[str, ...]

    @classmethod
    def of(cls, pattern: str) -> "Wording":
        return cls(re.compile(pattern), tuple(sorted(landmarks(pattern))))

    def match(self, text: str) -> re.Match[str] | None:
        """What matches at the very start."""
        return self.pattern.match(text)

    def search(self, text: str) -> re.Match[str] | None:
        """The first that matches, wherever it stands."""
        return self.pattern.search(text) if self.may_be_in(text) else None

    def all_in(self, text: str) -> Iterator[re.Match[str]]:
        """All that match, one after another."""
        return self.pattern.finditer(text) if self.may_be_in(text) else iter(())

    def may_be_in(self, text: str) -> bool:
        return not self.landmarks or any(map(text.__contains__, self.landmarks))


def pattern(name: str) -> Wording:
    """The rule of this name, ready to search with: "wishes.snooze"."""
    return Wording.of(_source(name))


def patterns(name: str) -> tuple[Wording, ...]:
    """The lines of a rule, each by itself; {NAME} in them finds a name."""
    named = _source("names.name")
    return tuple(Wording.of(each.replace("{NAME}", named)) for each in _rule(name)["any"])


def all_wordings() -> tuple[Wording, ...]:
    """Every line of every rule."""
    names = [f"{module}.{key}" for module, rules in _rules().items() for key in rules]
    return tuple(each for name in names for each in (pattern(name), *patterns(name)))


def _source(name: str) -> str:
    rule = _rule(name)
    return f"{rule.get('before', '')}(?:{'|'.join(rule['any'])}){rule.get('after', '')}"


def _rule(name: str) -> Rule:
    module, _, key = name.partition(".")
    return _rules()[module][key]


@cache
def _rules() -> dict[str, dict[str, Rule]]:
    text = files("language").joinpath("patterns.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
