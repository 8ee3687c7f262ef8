"""The patterns of patterns.toml, prose.toml, narrated.toml and prevailing.toml."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from importlib.resources import files
from operator import or_
from typing import Protocol, TypedDict

from language.lexicon.landmarks import EDGE, landmarks
from language.lexicon.openings import LETTERS, openings
from language.lexicon.signs import ALL, Signs, sign_of

PART = re.compile(r"\{([a-z]+)\}")  # "{adverbs}" stands for the rule of this name


class Rule(TypedDict, total=False):
    """What may be said, and what must stand around it."""

    before: str
    any: list[str]
    after: str
    verbs: str  # of titles to which the rule belongs
    things: str  # what else such a title may come down to


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern that is tried only where it may match, which is worked out from the pattern.

    Where a text is a part of a message, ``signs`` are those of the message.
    """

    pattern: re.Pattern[str]
    landmarks: tuple[str, ...]  # of which one stands in every text that it is found in
    sign: Signs
    openings: frozenset[str]  # the letters that it may begin with
    never: frozenset[str]  # those that it may not

    @classmethod
    def of(cls, source: str, flags: re.RegexFlag = re.NOFLAG) -> "Wording":
        marks = landmarks(source.replace("(?i:", "(?:").replace("(?i)", ""))  # signs have no case
        plain = not (flags & re.IGNORECASE or "(?i" in source)
        known = {each.replace(EDGE, "") for each in marks} if plain else ()
        opening = openings(source) if plain else LETTERS
        compiled, sign = re.compile(source, flags), sign_of(marks)
        return cls(compiled, tuple(sorted(known)), sign, opening, LETTERS - opening)

    def match(self, text: str, signs: Signs = ALL, at: int = 0) -> re.Match[str] | None:
        """What matches at one place, or at the very start."""
        if not self.sign & signs or text[at : at + 1] in self.never:
            return None
        return self.pattern.match(text, at)

    def fullmatch(self, text: str, signs: Signs = ALL) -> re.Match[str] | None:
        """The whole of a text, where it matches."""
        if not self.sign & signs or text[:1] in self.never:
            return None
        return self.pattern.fullmatch(text)

    def search(self, text: str, signs: Signs = ALL) -> re.Match[str] | None:
        """The first that matches, wherever it stands."""
        if not self.sign & signs or (signs == ALL and not self.may_be_in(text)):
            return None
        return self.pattern.search(text)

    def all_in(self, text: str, signs: Signs = ALL) -> Iterator[re.Match[str]]:
        """All that match, one after another."""
        if not self.sign & signs or (signs == ALL and not self.may_be_in(text)):
            return iter(())
        return self.pattern.finditer(text)

    def may_be_in(self, text: str) -> bool:
        """Whether a landmark stands in a text of which no signs are known."""
        return not self.landmarks or any(map(text.__contains__, self.landmarks))


def pattern(name: str) -> Wording:
    """The rule of this name, ready to search with: "wishes.snooze"."""
    return Wording.of(_source(name))


def patterns(name: str) -> tuple[Wording, ...]:
    """The lines of a rule, each by itself; {NAME} in them finds a name."""
    named = _source("names.name")
    return tuple(Wording.of(each.replace("{NAME}", named)) for each in _rule(name)["any"])


class Signed(Protocol):
    """What may be in a message that bears its sign, where a text begins like it."""

    @property
    def sign(self) -> Signs: ...
    @property
    def openings(self) -> frozenset[str]: ...


def sign_of_any(*rules: Signed) -> Signs:
    """The signs of which a message bears one where any of these may be in it."""
    return reduce(or_, (each.sign for each in rules))


def fitting[*Rest](
    rows: Iterable[tuple[Wording, *Rest]], signs: Signs
) -> list[tuple[Wording, *Rest]]:
    """The rows of a table whose wordings may be in a text; the others cost a glance each."""
    return [row for row in rows if row[0].sign & signs]


def verbs_of(module: str) -> Mapping[str, tuple[str, ...]]:
    """The rules of a module that belong to verbs: their names by verb."""
    found: dict[str, tuple[str, ...]] = {}
    for key, rule in _rules()[module].items():
        for verb in rule.get("verbs", "").split():
            found[verb] = (*found.get(verb, ()), f"{module}.{key}")
    return found


def things_of(module: str, verb: str) -> frozenset[str]:
    """What else the rules of a verb speak of than its object."""
    rules = (each for each in _rules()[module].values() if verb in each.get("verbs", "").split())
    return frozenset(thing for each in rules for thing in each.get("things", "").split())


def all_wordings() -> tuple[Wording, ...]:
    """Every line of every rule, for the tests that hold each to its signs."""
    names = [f"{module}.{key}" for module, rules in _rules().items() for key in rules]
    return tuple(each for name in names for each in (pattern(name), *patterns(name)))


def _source(name: str) -> str:
    rule = _rule(name)
    source = f"{rule.get('before', '')}(?:{'|'.join(rule['any'])}){rule.get('after', '')}"
    return PART.sub(lambda match: _source(f"parts.{match[1]}"), source)


def _rule(name: str) -> Rule:
    module, _, key = name.partition(".")
    return _rules()[module][key]


@cache
def _rules() -> dict[str, dict[str, Rule]]:
    found: dict[str, dict[str, Rule]] = {}
    for name in ("patterns.toml", "prose.toml", "narrated.toml", "prevailing.toml"):
        text = files("language").joinpath(name).read_text(encoding="utf-8")
        found |= tomllib.loads(text)
    return found
