"""Handing an action to somebody, or saying that it is not one's own."""

import re
from collections.abc import Sequence

from domain.intents import Disown, Reassign
from domain.names import folded
from language.dates.date_words import MONTHS, WEEKDAYS
from language.lexicon.patterns import pattern, patterns, sign_of_any
from language.lexicon.signs import Signs
from language.lexicon.words import word_set
from language.references.known import KnownPlan

TO = patterns("handing.to")
LOOSE = TO[-1]  # "ask Jo" and "is with HR" name somebody, and may hand nothing over
KNOWN = patterns("handing.known")
HANDING_OVER = sign_of_any(*TO, *KNOWN)
DISOWN = pattern("handing.disown")
BODIES = word_set("names.bodies")
NOT_NAMES = word_set("names.not_names") | frozenset(MONTHS) | frozenset(WEEKDAYS)
OWNERS = re.compile(r"['’]s$")
ABOUT = re.compile(
    r" (?:about|for (?:an?|the|any|some|more|details?|info|updates?|news)|to|whether|if|when|what"
    r"|how|why|where)\b"
)
MYSELF = re.compile(r"i(?:['’]?(?:m|ve|ll|d))?\Z")
OF_POSTS = re.compile(
    r"(?i)\b(?:manager|director|head|officer|lead|leader|team|service|chief|chair|executive|of|for)\b"
)
NO_SURNAMES = frozenset(MONTHS) | frozenset(WEEKDAYS) | {"i"}
BETWEEN = frozenset(["of", "and", "&", "for", "the", "in", "to"])


def reassignment(raw: str, refs: Sequence[str], plan: KnownPlan, signs: Signs) -> list[Reassign]:
    """ "7.3 is Fiona Grey's now"."""
    if not signs & HANDING_OVER:
        return []
    raw = _with_capitals(raw, plan) if raw.islower() else raw
    for rule in () if raw.islower() else TO:  # names have capitals
        if not rule.sign & signs:
            continue
        for match in rule.all_in(raw, signs):
            if rule is LOOSE and ABOUT.match(raw, match.end("to")):
                continue  # "ask Jo about 7.3"
            name = name_in(match)
            post = raw.endswith("the ", 0, match.start("to"))
            named = not post or folded(name) in plan.names
            if named and _is_person(name, plan, strict=rule is LOOSE):
                return [Reassign(ref=ref, to=_in_full(name, plan)) for ref in refs]
    return _to_one_known(raw, refs, plan, signs)


def _to_one_known(raw: str, refs: Sequence[str], plan: KnownPlan, signs: Signs) -> list[Reassign]:
    """Read "7.3: Jo Fenn" and "Jo's" so only of somebody whom the plan knows."""
    found = (match for rule in KNOWN for match in rule.all_in(raw, signs))
    names = (name_in(match) for match in found)
    name = next((each for each in names if _is_known(each, plan)), None)
    return [Reassign(ref=ref, to=_in_full(name, plan)) for ref in refs] if name else []


def _with_capitals(raw: str, plan: KnownPlan) -> str:
    """Read "pass 7.3 to jo fenn" as of Jo Fenn."""
    for name in plan.names.values():
        if " " in name and name.lower() in raw:
            return raw.replace(name.lower(), name)
    return raw


def _is_known(name: str, plan: KnownPlan) -> bool:
    full = _in_full(name, plan)
    called = full != name and full.startswith(f"{name} ") and not OF_POSTS.search(full)
    return folded(name) in plan.names or called


def _in_full(name: str, plan: KnownPlan) -> str:
    """Read "Fiona" as the only Fiona of the plan."""
    if " " in name or folded(name) in plan.names:
        return name
    called = {each for each in plan.names.values() if name in each.split()}
    return called.pop() if len(called) == 1 else name


def disowned(low: str, refs: Sequence[str], signs: Signs) -> list[Disown]:
    """ "Not mine"."""
    return [Disown(ref=ref) for ref in refs] if DISOWN.search(low, signs) else []


def name_in(match: re.Match[str]) -> str:
    """The name that was found, without what clings to it."""
    words = match["to"].split()
    ends = (at for at, word in enumerate(words) if at and word.lower() in NO_SURNAMES)
    words = words[: next(ends, None)]  # "Jo Fenn in September"
    while len(words) > 1 and words[-1] in BETWEEN:
        words.pop()
    return OWNERS.sub("", " ".join(words).strip(" .,'’"))


def _is_person(name: str, plan: KnownPlan, strict: bool) -> bool:
    """A name that the plan knows, or at least one that looks like a person's or a post's."""
    parts = name.lower().split()
    if folded(name) in plan.names:
        return True
    if not parts or parts[0] in NOT_NAMES or folded(name) in plan.refs:
        return False
    if MYSELF.match(parts[0]):
        return False
    if _is_known(name, plan):
        return True
    if not BODIES.isdisjoint(parts):
        return False
    return len(parts) > 1 or not (strict or name.isupper() or len(name) < 3)
