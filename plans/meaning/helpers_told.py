"""How a plan tells who leads from who helps where one cell names both, if it says how: helpers in
brackets, on the lines below, or after the one who is named first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import islice

from plans.meaning.blanks import prose
from plans.rows import Block

_LEAD = (
    r"(?:leads?|lead(?:ing)? \w+|owners?|(?:responsible|accountable|named|main) (?:officers?|"
    r"bod\w+|agenc\w+|persons?|organi[sz]ations?|partners?|posts?)|"
    r"who(?:ever)? leads|those responsible)"
)
_HELP = (
    r"(?<!to )(?<!of )(?<!for )(?<!from )(?<!by )(?:(?:key |other |delivery )?partners?|"
    r"support(?:ers?|ed|ing|s)?|help(?:ers?|s|ed|ing)?|assist(?:ants?|ed|ing|s)?|contributors?|"
    r"contributing|involved|consulted|(?:the )?others?|(?:other|supporting) (?:officers?|bodies|"
    r"agencies|organi[sz]ations|teams|services|staff|people|posts|names))"
)
_BRACKETS = r"(?:(?:round )?brackets|parenthes[ei]s)"
_GIVEN = (
    r"(?:shown|listed|named|printed|given|mentioned|written|put|set out|placed|appears?|comes?)"
)
_BELOW = r"(?:below|underneath|beneath|under)"
# "those who help are in brackets", but not "with the lead in brackets"
IN_BRACKETS = re.compile(
    rf"\b{_HELP}\b(?:(?!\b{_LEAD}\b)[^.;]){{0,50}}?\b(?:in {_BRACKETS}|bracketed)\b|"
    rf"\b{_BRACKETS}\s(?:\w+\s){{0,2}}?(?:show|give|name|hold|list)s?\b"
    rf"(?:(?!\b{_LEAD}\b)[^.;]){{0,40}}?\b{_HELP}\b",
    re.IGNORECASE,
)
# "the lead is in bold and partners are below it", but not "leads and partners are listed below"
BELOW = re.compile(
    rf"\b{_LEAD}\b[^.;]{{0,40}}\b(?:in bold|first|top|above)\b[^.;]{{0,60}}\b{_HELP}\b[^.;]{{0,40}}"
    rf"\b{_BELOW}\b|\b{_LEAD}\b[^.;]{{0,60}}\b{_HELP}\b[^.;]{{0,40}}\b{_BELOW} "
    r"(?:it|them|him|her|the lead)\b|"
    rf"\b{_LEAD}\b[^.;]{{0,40}}\bon the (?:first|top) line\b",
    re.IGNORECASE,
)
FIRST = re.compile(
    rf"\b{_LEAD}\b[^.;]{{0,20}}\b(?:is|are)(?: always)? {_GIVEN} first\b|"
    r"\bfirst[- ](?:named|listed|mentioned|shown)\b[^.;]{0,30}\b(?:leads\b|(?:is|has|takes|as) "
    rf"(?:the |in the )?{_LEAD}\b)|"
    r"\bfirst (?:person|officer|post|name|body|agency|organi[sz]ation|partner|team) (?:\w+ ){0,3}?"
    rf"(?:leads\b|(?:is|has|takes) (?:the |in the )?{_LEAD}\b)",
    re.IGNORECASE,
)
SENTENCE_ENDS = re.compile(r"(?<=[a-z)][.!?])\s")
ABOUT_OTHERS = re.compile(
    r"[£%]|\b(?:costs?|budgets?|fund(?:s|ing)?|figures?|numbers?|dates?|targets?|scores?)\b",
    re.IGNORECASE,
)
# "Lead (and partners)", "Lead officer (supported by)", "Lead / Support"
BRACKETED_HEADER = re.compile(
    rf"{_LEAD}(?: \w+){{0,2}}\s?\((?:and |with |plus |& |key |other )*{_HELP}(?: \w+){{0,3}}\)",
    re.IGNORECASE,
)
PARTED_HEADER = re.compile(rf"{_LEAD}(?: \w+)?\s?/\s?{_HELP}(?: \w+)?", re.IGNORECASE)
BRACKETS = re.compile(r"\s*\((?P<inside>[A-Z][^()]{1,200})\)")
# "(Chair)", "(Lead)", "(Acting)" and such say of the name before it what it is.
OF_THE_NAME = re.compile(
    r"(?:joint|co-?|interim|acting|vice|deputy|overall|vacant|tbc|(?:until|from|to) .*)?\s?"
    r"(?:chair(?:man|person)?|leads?|sro|owner|sponsor|secretary|convenor|maternity.*)?",
    re.IGNORECASE,
)
RUNS_ON = re.compile(r"(?:[/,&+-]|\b(?:and|of|for|the))$", re.IGNORECASE)
STROKE = re.compile(r"\s+/\s*|\s*/\s+|/")
MOST_SENTENCES = 2_000  # that are looked through
LONGEST = 400  # characters of one


class Way(Enum):
    BRACKETS = auto()
    BELOW = auto()
    FIRST = auto()
    STROKE = auto()


def way_of_helpers(blocks: Iterable[Block]) -> Way | None:
    """How the plan says in its prose that helpers are told from those who lead."""
    found = {way for each in islice(_sentences(blocks), MOST_SENTENCES) if (way := _way_in(each))}
    return next((way for way in (Way.BRACKETS, Way.BELOW, Way.FIRST) if way in found), None)


def _sentences(blocks: Iterable[Block]) -> Iterator[str]:
    for line in prose(blocks):
        yield from (each[:LONGEST] for each in SENTENCE_ENDS.split(line))


def _way_in(sentence: str) -> Way | None:
    if ABOUT_OTHERS.search(sentence):
        return None
    ways = ((Way.BRACKETS, IN_BRACKETS), (Way.BELOW, BELOW), (Way.FIRST, FIRST))
    return next((way for way, said in ways if said.search(sentence)), None)


def way_in_header(name: str) -> Way | None:
    """How the name of a column says it: helpers stand in its cells as their word does in it."""
    if BRACKETED_HEADER.fullmatch(name) or IN_BRACKETS.search(name):
        return Way.BRACKETS
    return Way.STROKE if PARTED_HEADER.fullmatch(name) else None


def with_helpers_labelled(lines: Sequence[str], way: Way | None) -> list[str]:
    """The lines of an owner cell, with those who help under a label of their own."""
    if not lines or any(":" in line for line in lines):
        return list(lines)  # it has labels already
    match way:
        case Way.BRACKETS:
            return _out_of_brackets([" ".join(lines)] if _is_broken(lines) else lines)
        case Way.BELOW:
            return _below(lines)
        case Way.STROKE:
            return _after_the_stroke(lines)
        case _:
            return list(lines)


def _is_broken(lines: Sequence[str]) -> bool:
    """Whether brackets that open in one line close in another."""
    return any(line.count("(") != line.count(")") for line in lines)


def _out_of_brackets(lines: Sequence[str]) -> list[str]:
    leads: list[str] = []
    helpers: list[str] = []
    for line in lines:
        found = [each for each in BRACKETS.finditer(line) if _names_others(each, line)]
        helpers += [each["inside"] for each in found]
        for each in reversed(found):
            line = line[: each.start()] + line[each.end() :]
        leads.append(line.strip())
    return [*leads, f"Support: {'; '.join(helpers)}"] if helpers else leads


def _names_others(brackets: re.Match[str], line: str) -> bool:
    """Whether a bracket holds others, and not the short name or the part of the one before it."""
    inside, before = brackets["inside"], line[: brackets.start()]
    initials = "".join(word[0] for word in re.findall(r"[A-Z]\w*", before))
    short = inside.isupper() and " " not in inside and initials.endswith(inside)
    return bool(before.strip()) and not short and not OF_THE_NAME.fullmatch(inside)


def _below(lines: Sequence[str]) -> list[str]:
    """The first line leads, with those that only go on with it."""
    stop = 1
    while stop < len(lines) and (RUNS_ON.search(lines[stop - 1]) or lines[stop][:1].islower()):
        stop += 1
    rest = lines[stop:]
    return [*lines[:stop], "Support:", *rest] if rest else list(lines)


def _after_the_stroke(lines: Sequence[str]) -> list[str]:
    """One stroke parts who leads from who helps; several may part whatever they like."""
    text = " ".join(lines)
    parts = [part.strip() for part in STROKE.split(text)]
    if len(parts) != 2 or not all(parts):
        return list(lines)
    return [parts[0], f"Support: {parts[1]}"]
