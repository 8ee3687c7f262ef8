"""Where a message names the period that recurring work is done for, or when it was done.

"March done", "done for this quarter" and "the April figures are in" name the period. "Done in
March" and "done last month" tell when: it may have been for the period before.
"""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from domain.named_occurrences import Days
from domain.work import Status
from language.claims.passage import inside
from language.clauses.splitting import Clause
from language.dates.date_words import MONTHS
from language.dates.days import ORDINAL
from language.dates.finding import Dated, dates_in
from language.hearing.heard import HALF_A_YEAR, Heard
from language.lexicon.text import Words, words_of

POSSESSIVE = re.compile(
    rf"\b({'|'.join(sorted(MONTHS, key=len, reverse=True))}|week|month|quarter|year)['’]s\b",
    re.IGNORECASE,
)
OF = frozenset(["for", "of", "the", "all", "whole", "period", "month", "quarter", "("])
WHEN = frozenset(["in", "on", "during", "at", "early", "mid", "late", "end", "since", "around"])
NO_PERIOD = frozenset(
    ["by", "until", "till", "before", "after", "from", "due", "next", "now", "not", "than", "to"]
)
SETS_APART = frozenset(["(", "-", ":", ";", ",", "for", "of"])
THEN = frozenset(["and", "but", "as", "so", "by", "on", "with", "after", "in", "at", "to", "for"])
UP_TO, AND = frozenset(["to", "-", "until", "through"]), frozenset(["and", "&", ",", "+", "/"])
ENDING = frozenset(["to", "ending"])
TO_SUNDAY = timedelta(days=6)
WORKING_WEEK = timedelta(days=4)


class Told(NamedTuple):
    """Tokens that name days, of which actions; whether they are the period, or just when."""

    first: int
    beyond: int
    refs: tuple[str, ...]
    days: Days
    is_period: bool


def periods_told(scene: Heard, refs: Sequence[str]) -> list[Told]:
    """What is told of when or for when something was done; ``refs`` are the actions meant."""
    words = words_of(POSSESSIVE.sub(lambda match: f"{match[1]}  ", scene.typed.raw))
    if len(words.tokens) != len(scene.words.tokens):
        return []
    named = {at for each in scene.marked.mentions for at in range(each.first, each.beyond)}
    dates = [_nearest(each, words, scene) for each in dates_in(words, scene.today, named)]
    found: list[Told] = []
    for dated in _ranges(words, dates):
        clause = next((each for each in scene.clauses if each.holds(dated.first)), None)
        of = _refs(scene, clause, refs) if clause else ()
        if clause and of and (told := _told(scene, words, clause, dated, of, found)):
            found.append(told)
    return found


def _nearest(dated: Dated, words: Words, scene: Heard) -> Dated:
    """A week by its day is that of this year or of last, whichever is nearer."""
    if not dated.said.yearless or not dated.said.rule.startswith("date.week"):
        return dated
    earlier = dates_in(words, scene.today - HALF_A_YEAR)
    return next((each for each in earlier if each.first == dated.first), dated)


def without(scene: Heard, told: Sequence[Told]) -> str:
    """The text with the names of periods blanked out, as long as before."""
    text, tokens = scene.message.text, scene.typed.tokens
    for each in told:
        start, end = tokens[each.first].start, tokens[each.beyond - 1].end
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _refs(scene: Heard, clause: Clause, refs: Sequence[str]) -> tuple[str, ...]:
    """The actions of the clause: those named in it, or the only ones that are spoken of."""
    own = dict.fromkeys(ref for each in scene.mentions_in(clause) for ref in each.refs)
    several = len({each.refs for each in scene.marked.mentions}) > 1
    return tuple(own) or (() if several else tuple(refs))


def _told(
    scene: Heard,
    words: Words,
    clause: Clause,
    dated: Dated,
    refs: tuple[str, ...],
    found: Sequence[Told],
) -> Told | None:
    days = _days(words, dated)
    before = words.norm(dated.first - 1)
    if days is None:
        return None
    first = _opening(words, dated.first)
    if found and found[-1].beyond == first - 1 and words.norm(first - 1) in AND:
        return Told(first - 1, dated.beyond, refs, days, found[-1].is_period)
    if before in NO_PERIOD and not _ends_week(words, dated):
        return None
    is_period = _is_period(scene, words, clause, dated, days)
    if not _says_done(scene, clause, is_period) and not _stands_alone(scene, clause, first, dated):
        return None
    return Told(first, dated.beyond, refs, days, is_period)


def _says_done(scene: Heard, clause: Clause, is_period: bool) -> bool:
    """Its clause says so; or it is the only one, and says nothing else that we know."""
    told = [each.term.status for each in inside(scene.marked.hits, clause) if each.term.status]
    return Status.COMPLETE in told or (is_period and not told and len(scene.clauses) == 1)


def _stands_alone(scene: Heard, clause: Clause, first: int, dated: Dated) -> bool:
    """Nothing else is in its clause but what it is about: "1.1 March: ..."."""
    named = {at for each in scene.mentions_in(clause) for at in range(each.first, each.beyond)}
    rest = set(clause.span) - named - set(range(first, dated.beyond))
    return all(not scene.words.norm(at).isalnum() for at in rest)


def _is_period(scene: Heard, words: Words, clause: Clause, dated: Dated, days: Days) -> bool:
    before, after = words.norm(dated.first - 1), words.norm(dated.beyond)
    if days.first == days.last:
        return before == "for"
    if before in WHEN:
        return False
    if before in SETS_APART:
        return True
    if after.isalpha() and after not in THEN:
        return True  # "the March figures are in", "March done"
    done = [each for each in inside(scene.marked.hits, clause) if each.term.status]
    return not any(each.first < dated.first for each in done)


def _opening(words: Words, at: int) -> int:
    """Where "for the whole of March" begins."""
    while words.norm(at - 1) in OF:
        at -= 1
    if words.norm(at - 1) in ENDING and words.norm(at - 2) == "week":
        return _opening(words, at - 2)
    return at


def _ends_week(words: Words, dated: Dated) -> bool:
    return words.norm(dated.first - 1) in ENDING and words.norm(dated.first - 2) == "week"


def _days(words: Words, dated: Dated) -> Days | None:
    said = dated.said
    if said.first is None or said.last is None or said.length or said.doubt:
        return None
    first, last = said.first, said.last
    if _ends_week(words, dated):
        first = last - TO_SUNDAY
    elif said.rule.startswith("date.week") and last - first == WORKING_WEEK:
        last = first + TO_SUNDAY
    of_any_year = said.yearless and said.rule != ORDINAL  # "the 2nd" is this month's, or the last
    return Days(first, last, of_any_year or said.rule == "date.months")


def _ranges(words: Words, dates: Sequence[Dated]) -> list[Dated]:
    """Read "April to June" as one period, and "the month of May" as May."""
    found: list[Dated] = []
    for each in dates:
        last = found[-1] if found else None
        between = words.norms(last.beyond, each.first) if last else []
        if last and between == ["of"]:
            found[-1] = each
        elif last and (not between or (len(between) == 1 and between[0] in UP_TO)):
            found[-1] = _from(last, each) or last
        else:
            found.append(each)
    return found


def _from(start: Dated, end: Dated) -> Dated | None:
    first, last = start.said.first, end.said.last
    if first is None or last is None:
        return None
    days = Days(first, first)
    first = days.a_year_ago.first if first > last and start.said.yearless else first
    said = end.said._replace(first=first, last=last)
    return end._replace(first=start.first, said=said) if first <= last else None
