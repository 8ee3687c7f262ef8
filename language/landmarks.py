"""What must stand in a text for a pattern to be found in it, worked out from the pattern itself.

Most rules are about words that most messages do not have: looking for those first is far cheaper
than trying the pattern everywhere. What is not understood here rules nothing out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

LITERAL = re.compile(r"\\(?P<plain>[^\w\s])|(?P<letter>[^\\\[\](){}|?*+.^$])")
OPENING = re.compile(r"\((?:\?(?:P<\w+>|:))?")
AROUND = re.compile(r"\(\?<?[=!]")
CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
OTHER = re.compile(r"\\\w|[.^$]")
TIMES = re.compile(r"(?P<none>[?*]|\{0?,\d*\}|\{0\})[?+]?|(?P<some>\+|\{\d+(?:,\d*)?\})[?+]?")

type Marks = frozenset[str]
ANYTHING: Marks = frozenset()


def landmarks(pattern: str) -> Marks:
    """Texts of which at least one stands wherever the pattern matches; none where not known."""
    reader = _Reader(pattern)
    found = reader.alternatives()
    if reader.at != len(pattern) or not _worth(found):
        return ANYTHING
    return _fewest(found)


@dataclass(slots=True)
class _Reader:
    """Reads a pattern from left to right."""

    source: str
    at: int = 0

    def alternatives(self) -> Marks:
        """What every one of several wordings has: any of the landmarks of each."""
        found = [self._sequence()]
        while self.source.startswith("|", self.at):
            self.at += 1
            found.append(self._sequence())
        return frozenset[str]().union(*found) if all(map(_worth, found)) else ANYTHING

    def _sequence(self) -> Marks:
        """The most telling part of one wording."""
        found: list[Marks] = []
        run = ""
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            letter, marks = self._part()
            times = self._take(TIMES)
            certain = times is None or times["some"] is not None
            run += letter if certain else ""
            if not letter or times:
                found.append(frozenset([run]))
                run = ""
            if certain:
                found.append(marks)
        return _most_telling([*found, frozenset([run])])

    def _part(self) -> tuple[str, Marks]:
        """One letter, or the landmarks of a group; ("", ANYTHING) for all else."""
        literal = self._take(LITERAL)
        if literal:
            return literal["plain"] or literal["letter"], ANYTHING
        around = self._take(AROUND)
        if around or self._take(OPENING):
            marks = self.alternatives()
            self.at += 1
            return "", ANYTHING if around else marks
        if not (self._take(CLASS) or self._take(OTHER)):
            self.at = len(self.source) + 1  # not understood: nothing is known of the whole
        return "", ANYTHING

    def _take(self, what: re.Pattern[str]) -> re.Match[str] | None:
        match = what.match(self.source, self.at)
        self.at = match.end() if match else self.at
        return match


def _most_telling(found: Iterable[Marks]) -> Marks:
    """Few and long ones: fewer messages have them by chance."""
    return max(found, key=_worth)


def _worth(marks: Marks) -> float:
    return min((len(each.strip()) for each in marks), default=0) / (len(marks) or 1)


def _fewest(marks: Marks) -> Marks:
    """Without those that have another one in them."""
    return frozenset(each for each in marks if not any(each != it and it in each for it in marks))
