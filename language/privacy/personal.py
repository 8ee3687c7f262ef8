"""What is told of somebody named in the same sentence: an illness, a conviction, a placement."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from domain.intents import Found
from language.lexicon.patterns import Wording, sign_of_any
from language.lexicon.signs import ALL, Signs
from language.privacy.persons import persons_in, written

FAR = 90  # letters between a name and what is told of them
ENDS = re.compile(r"(?<![ .][A-Z])[.!?](?=\s|$)|[;\n]")


class Matter(NamedTuple):
    """A kind of thing that is told of single people."""

    name: str
    what: str
    told: Wording


def _matters() -> Iterator[Matter]:
    listed: list[dict[str, str | list[str]]] = written()["told"]
    for each in listed:
        told = Wording.of(rf"\b(?:{'|'.join(each['any'])})\b")
        yield Matter(str(each["name"]), str(each["what"]), told)


MATTERS = tuple(_matters())
SIGN = sign_of_any(*(each.told for each in MATTERS))


def may_be_told(signs: Signs) -> bool:
    """Whether a message that bears these signs may tell such a thing."""
    return bool(SIGN & signs)


def told_of_persons(text: str, signs: Signs = ALL) -> Iterator[Found]:
    """Each name with what is told of it, as one part of the text."""
    low = text.lower()
    if low == text or len(low) != len(text):
        return  # names have capitals
    telling = [(matter, match) for matter in MATTERS for match in matter.told.all_in(low, signs)]
    if not telling:
        return
    people = list(persons_in(text))
    for matter, match in telling:
        near = [span for span in people if _of_them(text, span, match.span())]
        if near and not _topical().match(low, match.end()):
            start = min(match.start(), *(span[0] for span in near))
            end = max(match.end(), *(span[1] for span in near))
            yield Found(
                rule=f"private.{matter.name}",
                start=start,
                end=end,
                text=text[start:end],
                value=matter.what,
            )


def _of_them(text: str, name: tuple[int, int], told: tuple[int, int]) -> bool:
    """Told of this person: near by in the same sentence, and of nobody else in between."""
    start, end = min(name[1], told[1]), max(name[0], told[0])
    if end - start > FAR or name[1] > told[0] > name[0]:
        return name[0] <= told[0] <= name[1]
    between = text[start:end]
    if ENDS.search(between):
        return False
    if told[1] <= name[0]:  # "a conviction of Ann Lee", but not "asylum cases, says Ann Lee"
        return bool(_leading().search(between.lower())) and not _of_others().search(between)
    return not _of_others().search(between)


@cache
def _of_others() -> re.Pattern[str]:
    return re.compile(str(written()["parts"]["OTHERS"]), re.IGNORECASE)


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(str(written()["parts"]["LEADING"]))


@cache
def _topical() -> re.Pattern[str]:
    return re.compile(str(written()["parts"]["TOPICAL"]))
