"""What people ask: which part of the plan, what of it, and in which time."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from domain.intents import Asked, Query
from domain.names import folded, slug
from language.dates.finding import Dated
from language.lexicon.patterns import pattern
from language.lexicon.signs import Signs
from language.lexicon.text import Words
from language.lexicon.words import word_set
from language.orders.as_it_stood import AS_AT, asks_how_it_stood, day_looked_back_at
from language.orders.asked_parts import is_group
from language.orders.asked_times import Days, past_time, period, since
from language.references.known import KnownPlan

HELP = pattern("questions.help")
HISTORY = pattern("questions.history")
CHANGES = pattern("questions.changes")
DATED = (Asked.DUE, Asked.MINE, Asked.OWNER)
STANDING = (Asked.STATUS, Asked.ACTION, Asked.OVERDUE)  # of which a past day can be shown
UPDATES = re.compile(r"\bupdates?\b.*\b(?:week|month|since|yesterday|today)\b")
OVERDUE = pattern("questions.overdue")
SILENT = pattern("questions.silent")
DUE = pattern("questions.due")
MINE = pattern("questions.mine")
FOR_ME = pattern("questions.for_me")
OWNER = pattern("questions.owner")
UNOWNED = pattern("questions.unowned")
STATUS = pattern("questions.status")
OF_PLACE = pattern("questions.of_place")
OF_SOMEBODY = pattern("questions.of_somebody")


def query_of(
    words: Words,
    typed: Words,
    span: tuple[int, int],
    refs: Sequence[str],
    dates: Sequence[Dated],
    plan: KnownPlan,
    today: date,
) -> list[Query]:
    """What one sentence asks; [] where that cannot be told."""
    first, beyond = span
    low = words.low[words.tokens[first].start : words.tokens[beyond - 1].end]
    raw = typed.quote(first, beyond)
    signs = words.signs
    if not refs and HELP.match(low, signs):
        return [Query(what=Asked.HELP)]
    if refs:
        what = Asked.HISTORY if HISTORY.search(low, signs) else Asked.ACTION
        as_at = _as_at(what, low, words, dates, today)
        return [Query(what=what, ref=ref, as_at=as_at) for ref in refs]
    base = _asked(low, raw, plan, signs, bool(dates))
    if base is None:
        return []
    start, end = _time(base.what, words, dates, today)
    undated = _without(dates, low, words.tokens[first].start, words)
    part = _part(undated, plan) or _unknown_part(AS_AT.sub("", low), base)
    as_at = _as_at(base.what, low, words, dates, today)
    return [base.model_copy(update={"start": start, "end": end, "as_at": as_at, **part})]


def _time(what: Asked, words: Words, dates: Sequence[Dated], today: date) -> Days:
    if what in DATED:
        return period(words, dates, today)
    if what is Asked.SILENT:
        return since(words, dates, today), None
    return past_time(words, dates, today) if what is Asked.CHANGES else (None, None)


def _asked(low: str, raw: str, plan: KnownPlan, signs: Signs, dated: bool) -> Query | None:
    somebody = _somebody(raw, plan)
    if SILENT.search(low, signs):
        return Query(what=Asked.SILENT)
    if HISTORY.search(low, signs) or CHANGES.search(low, signs) or UPDATES.search(low):
        return Query(what=Asked.CHANGES)
    if somebody or UNOWNED.search(low, signs):
        return Query(what=Asked.OWNER, owner=somebody)
    if FOR_ME.search(low, signs):
        return Query(what=Asked.MINE)
    if OVERDUE.search(low, signs):
        return Query(what=Asked.OVERDUE)
    mine = MINE.search(low, signs)
    stood = dated and asks_how_it_stood(low, signs)
    if DUE.search(low, signs) and not mine and not stood:
        return Query(what=Asked.DUE)
    if mine:
        return Query(what=Asked.MINE)
    if _part(low, plan):
        return Query(what=Asked.STATUS)
    if STATUS.search(low, signs) and not OF_PLACE.search(low, signs):
        return Query(what=Asked.STATUS)
    return None


def _somebody(raw: str, plan: KnownPlan) -> str | None:
    known = _known_name(raw, plan)
    if known and OWNS.search(raw.lower()):
        return known
    if called := _called(raw, plan):
        return called
    match = OF_SOMEBODY.search(raw)
    name = re.sub(r"['’]s?$", "", match["name"].strip(" ,.?")) if match else ""
    if not name or slug(name) in plan.sections or folded(name) in ("i", "we", "you"):
        return None
    return _by_name(name, plan) or (
        name if len(name.split()) > 1 and not _part(name.lower(), plan) else None
    )


def _called(raw: str, plan: KnownPlan) -> str | None:
    """Read "where's Mara up to?" and "Mara's list" as of the only Mara of the plan."""
    match = None if OF_LEAVE.search(raw) else CALLED.search(raw)
    return _by_name(match["name"] or match["last"], plan) if match else None


OWNS = pattern("questions.owns")
OF_LEAVE = re.compile(r"(?i)\b(?:cover\w*|leave|away|holiday|standing in|off)\b")
CALLED = re.compile(  # by a first name, with a capital
    r"\b(?P<name>[A-Z][a-z'-]+)(?:"
    r"['’]s (?:(?:own|open|late|overdue|outstanding|current|remaining) )?"
    r"(?:actions?|list|plate|ones|stuff|tasks?|items|deadlines?|progress|updates?|position|bits"
    r"|overdues?|area|work)\b"
    r"|(?: still| currently| now| doing| got| getting| all)*"
    r" ?(?:up to\b(?! date)|getting (?:on|along)\b|doing\b|owes?\b|got\b|have\b|has\b|owns?\b"
    r"|leads?\b|late\b|behind\b|overdue\b|outstanding\b|left\b|down for\b|responsible for\b)"
    r")|\b(?:for|with|by|against|from|of) (?P<last>[A-Z][a-z'-]+)[ ?.!]*\Z"
)


def _by_name(name: str, plan: KnownPlan) -> str | None:
    """The one of the plan's names that is meant: in full, or by a first name of its own."""
    whole = plan.names.get(folded(name))
    first = {full for full in plan.names.values() if " " in full and full.split()[0] == name}
    return whole or (first.pop() if len(first) == 1 else None)


def _known_name(raw: str, plan: KnownPlan) -> str | None:
    """The longest name of the plan that the question has in it."""
    text = folded(raw)
    found = [key for key in plan.names if len(key) >= 5 and key in text]
    return plan.names[max(found, key=len)] if found else None


def _part(low: str, plan: KnownPlan) -> dict[str, object]:
    """The section or group that the words name."""
    text = f"-{slug(low)}-"
    named = [each for each in plan.sections if f"-{each}-" in text]
    if named:
        return {"section": max(named, key=len)}
    section = _inside(text, plan) or _beginning(text, plan) or _short(text, plan)
    if section:
        return {"section": section}
    coded = CODE.search(low)
    if coded and folded(coded["code"]) in plan.parts:
        return {"group": coded["code"].upper()}
    groups = [name for key, name in plan.groups.items() if len(key) > 8 and f"-{key}-" in text]
    groups = groups or [name for key, name in plan.groups.items() if is_group(text, key)]
    return {"group": groups[0]} if len(groups) == 1 else {}


def _without(dates: Sequence[Dated], low: str, start: int, words: Words) -> str:
    """The text without the figures of its days: "on 8 February" names no group 8."""
    for dated in reversed(dates):
        first, last = words.tokens[dated.first], words.tokens[dated.beyond - 1]
        if first.norm[:1].isdigit():
            low = f"{low[: first.start - start]}{low[last.end - start :]}"
    return low


def _unknown_part(low: str, base: Query) -> dict[str, object]:
    """ "Status of dragons": asked for by name, so that the answer can say that there is none."""
    named = NAMED_PART.match(low) if base.what is Asked.STATUS else None
    if named is None or not WHOLE_PLAN.isdisjoint(named["part"].split()):
        return {}
    return {"section": named["part"].strip()}


def _beginning(text: str, plan: KnownPlan) -> str | None:
    """A section by an unambiguous beginning of its name, of at least five letters."""
    words = [word for word in text.split("-") if word]
    found = {
        key
        for key in plan.sections
        for at in range(len(words))
        if _begins(key, words[at : at + key.count("-") + 1])
    }
    return found.pop() if len(found) == 1 else None


NAMED_PART = re.compile(
    r"^\W*status (?:of |for |on |in )?(?:the )?(?P<part>[^\W\d][\w '&-]{2,60}?|\d[\d.]*)[ ?.!]*$"
)
WHOLE_PLAN = word_set("questions.whole_plan")
TOO_COMMON = frozenset(
    ["with", "well", "this", "that", "from", "plan", "status", "what", "doing", "going"]
)
CODE = pattern("questions.code")


def _short(text: str, plan: KnownPlan) -> str | None:
    """In a short question: a section by a word, or its beginning, that no other has."""
    words = [word for word in text.split("-") if len(word) >= 4 and word not in TOO_COMMON]
    if len(text.split("-")) > 8:
        return None
    found = {
        key
        for key in plan.sections
        for part in key.split("-")
        for word in words
        if part.startswith(word)
    }
    return found.pop() if len(found) == 1 else None


def _inside(text: str, plan: KnownPlan) -> str | None:
    """A section by two words in a row from within its name."""
    found = set()
    for key in plan.sections:
        words = key.split("-")
        pairs = (
            f"-{first}-{second}-" for first, second in pairwise(words) if len(first + second) >= 8
        )
        if any(pair in text for pair in pairs):
            found.add(key)
    return found.pop() if len(found) == 1 else None


def _begins(key: str, words: list[str]) -> bool:
    parts = key.split("-")
    if words[0] != parts[0] and not (len(words[0]) >= 5 and parts[0].startswith(words[0])):
        return False
    same = 0
    for said, part in zip(words, parts, strict=False):
        if not part.startswith(said):
            break
        same += 1
    return sum(map(len, words[:same])) >= 5 and (same > 1 or len(words[0]) >= 5)


def _as_at(what: Asked, low: str, words: Words, dates: Sequence[Dated], today: date) -> date | None:
    return day_looked_back_at(what, low, words, dates, today) if what in STANDING else None
