"""What must stand in a text for a pattern to be found in it, worked out from the pattern itself.

Most rules are about words that most messages do not have: looking for those first is far cheaper
than trying the pattern everywhere. What is not understood here rules nothing out.
"""

from collections.abc import Iterable

from language.pattern_parts import AROUND, CLASS, LITERAL, OPENING, OTHER, TIMES, Source

type Marks = frozenset[str]
ANYTHING: Marks = frozenset()


def landmarks(pattern: str) -> Marks:
    """Texts of which at least one stands wherever the pattern matches; none where not known."""
    source = Source(pattern)
    found = _alternatives(source)
    return _fewest(found) if source.understood and _worth(found) else ANYTHING


def _alternatives(source: Source) -> Marks:
    """What every one of several wordings has: any of the landmarks of each."""
    found = [_sequence(source)]
    while source.another():
        found.append(_sequence(source))
    return frozenset[str]().union(*found) if all(map(_worth, found)) else ANYTHING


def _sequence(source: Source) -> Marks:
    """The most telling part of one wording."""
    found: list[Marks] = []
    run = ""
    while source.goes_on:
        letter, marks = _part(source)
        times = source.take(TIMES)
        certain = times is None or times["some"] is not None
        run += letter if certain else ""
        if not letter or times:
            found.append(frozenset([run]))
            run = ""
        if certain:
            found.append(marks)
    return _most_telling([*found, frozenset([run])])


def _part(source: Source) -> tuple[str, Marks]:
    """One letter, or the landmarks of a group; ("", ANYTHING) for all else."""
    literal = source.take(LITERAL)
    if literal:
        return literal["plain"] or literal["letter"], ANYTHING
    around = source.take(AROUND)
    if around or source.take(OPENING):
        marks = _alternatives(source)
        source.at += 1
        return "", ANYTHING if around else marks
    if not (source.take(CLASS) or source.take(OTHER)):
        source.give_up()
    return "", ANYTHING


def _most_telling(found: Iterable[Marks]) -> Marks:
    """Few and long ones: fewer messages have them by chance."""
    return max(found, key=_worth)


def _worth(marks: Marks) -> float:
    """Long ones are far rarer than short ones, and marks other than letters are rare."""
    return min(map(_rarity, marks), default=0) ** 3 / (len(marks) or 1)


def _rarity(mark: str) -> int:
    return sum(1 if each.isalnum() else 3 for each in mark if not each.isspace())


def _fewest(marks: Marks) -> Marks:
    """Without those that have another one in them."""
    return frozenset(each for each in marks if not any(each != it and it in each for it in marks))
