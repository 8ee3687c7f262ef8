"""What in a message should not stand in a status note: whose name, number, home or health it is.

Nothing is judged here: what is found is shown to the officer, who decides.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import NotRequired, TypedDict

from domain.intents import Found
from language.clauses.quoted import news_of
from language.lexicon.landmarks import EDGE
from language.lexicon.patterns import Wording, sign_of_any
from language.lexicon.signs import ALL, Signs, sign_of
from language.privacy.personal import may_be_told, told_of_persons
from language.privacy.persons import before_name, written

LEFT_OUT = "[left out]"
WORD = re.compile(r"[^\W\d_]+")
MANY = 6
MANY_DIGITS = re.compile(rf"\d(?:[ /-]{{0,2}}\d){{{MANY - 1}}}")
NONE: Signs = 0
NO_WORDS: frozenset[str] = frozenset()


class Written(TypedDict):
    """A rule as private.toml has it."""

    name: str
    what: str
    any: list[str]
    words: NotRequired[str]
    digits: NotRequired[int]
    like: NotRequired[str]
    check: NotRequired[str]
    unless: NotRequired[str]
    unless_followed: NotRequired[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """What is looked for, and where it is worth looking."""

    name: str
    what: str
    any: tuple[Wording, ...]
    sign: Signs
    words: frozenset[str]
    naming: Signs  # of one of its words
    digits: re.Pattern[str] | None
    like: re.Pattern[str] | None
    keeps: Callable[[str], bool]
    few: bool  # fewer digits than MANY are enough
    unless: re.Pattern[str] | None
    unless_followed: re.Pattern[str] | None

    def may_hold(self, text: str, words: frozenset[str]) -> bool:
        """Whether it is worth trying, which is cheap to tell."""
        if not self.words.isdisjoint(words) or (self.digits and self.digits.search(text)):
            return True
        return bool(self.like and self.like.search(text))


def private_in(text: str, signs: Signs = ALL) -> tuple[Found, ...]:
    """What in a message is private, in its order; nothing of the sender's own signature."""
    named = NAMING & signs
    words = frozenset(WORD.findall(text.lower())) if named else NO_WORDS
    tried = RULES if named or MANY_DIGITS.search(text) else OF_FEW
    trying = [each for each in tried if each.sign & signs and each.may_hold(text, words)]
    told = may_be_told(signs)
    if not (trying or told):
        return ()
    shown = _shown(text)
    found = [each for rule in trying for each in _found(rule, shown, signs)]
    found += told_of_persons(shown, signs) if told else ()
    return tuple(_apart(sorted(found, key=lambda each: (each.start, -each.end))))


def left_out(text: str, private: Sequence[Found]) -> str:
    """The text with a plain mark in place of each private part, wherever it stands."""
    for part in sorted({each.text for each in private}, key=len, reverse=True):
        text = text.replace(part, LEFT_OUT)
    return text


def keeps_nhs_sum(number: str) -> bool:
    """Whether the last of ten digits is the check digit that the NHS gives to the others."""
    digits = [int(each) for each in number if each.isdigit()]
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    rest = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return (11 - rest) % 11 == digits[9]


def _shown(text: str) -> str:
    """The text, as long as before, without the signature; quoted lines stay, as they are kept."""
    news = news_of(text)
    return text if news.quoted else news.text


def _rule(written: Written, parts: dict[str, str]) -> Rule:
    wordings = tuple(_wording(each, parts) for each in written["any"])
    words, digits = frozenset(written.get("words", "").split()), written.get("digits", 0)
    return Rule(
        written["name"],
        written["what"],
        wordings,
        sign_of_any(*wordings),
        words,
        sign_of(frozenset(f"{EDGE}{each}{EDGE}" for each in words)) if words else NONE,
        re.compile(rf"\d(?:[ /-]{{0,2}}\d){{{digits - 1}}}") if digits else None,
        re.compile(written["like"]) if "like" in written else None,
        keeps_nhs_sum if written.get("check") == "nhs" else _any_number,
        0 < digits < MANY,
        re.compile(written["unless"]) if "unless" in written else None,
        re.compile(written["unless_followed"]) if "unless_followed" in written else None,
    )


def _any_number(number: str) -> bool:
    return True


def _wording(pattern: str, parts: dict[str, str]) -> Wording:
    for name, part in parts.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return Wording.of(pattern)


def _found(rule: Rule, text: str, signs: Signs) -> Iterator[Found]:
    for wording in rule.any:
        for match in wording.all_in(text, signs):
            start, end = _span(match)
            part = text[start:end]
            if part and rule.keeps(part) and not _harmless(rule, text, start, end):
                yield Found(
                    rule=f"private.{rule.name}", start=start, end=end, text=part, value=rule.what
                )


def _span(match: re.Match[str]) -> tuple[int, int]:
    """Where the private part stands; an empty span where what should be a name is none."""
    groups = match.groupdict()
    group = next((each for each in ("name", "given") if groups.get(each)), None)
    if group is None:
        return match.span("it")
    start, end = match.span(group)
    start += before_name(match[group], given=group == "given")
    return (start, match.end("it") if "it" in groups and start < end else end)


def _harmless(rule: Rule, text: str, start: int, end: int) -> bool:
    """Read "the duty phone is 07..." and "Ann Lee Cancer Strategy" as nobody's secret."""
    if rule.unless and rule.unless.search(text[max(0, start - 60) : start]):
        return True
    return bool(rule.unless_followed and rule.unless_followed.match(text, end))


def _rules() -> Iterator[Rule]:
    """The rules of private.toml."""
    parts: dict[str, str] = written()["parts"]
    listed: list[Written] = written()["rule"]
    return (_rule(each, parts) for each in listed)


def _apart(found: Sequence[Found]) -> Iterator[Found]:
    """Each part once: what lies within another is left to that."""
    end = -1
    for each in found:
        if each.start >= end:
            yield each
            end = each.end


# Read when this is imported, for what bears a sign is told by the signs that there are.
RULES = tuple(_rules())
NAMING = reduce(or_, (each.naming for each in RULES))
OF_FEW = tuple(each for each in RULES if each.like or each.few)  # words of theirs, or digits
