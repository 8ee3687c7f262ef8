"""Headers of tables with what is to be done in each year side by side: "Priority | 2026/27 |
2027/28 | Lead"."""

import re
from collections.abc import Sequence

from plans.columns.header_rows import OF_OTHER_TABLES, columns_of, heads_risks
from plans.columns.header_words import claims_of
from plans.columns.periods import FEWEST, period_columns
from plans.columns.roles import Columns, Role

# "Key actions 2026/27", "What we will do in 2026/27", "2026/27 actions", but no "Progress 2026/27".
_WORK = (
    r"(?:(?:key|main|our|planned|agreed|priority|proposed) )*"
    r"(?:actions?|activit(?:y|ies)|tasks?|steps?|work|plans?|priorities|"
    r"what (?:(?:we|the \w+|partners) (?:will|shall|plan to|intend to|are going to) "
    r"(?:do|deliver|achieve)|(?:will|is to|needs to) be (?:done|delivered)))"
    r"(?: (?:planned|to be taken|required))?"
)
BEFORE = re.compile(rf"{_WORK}\s?[:,–—-]?\s(?:(?:for|in|during|over)\s)?(?:the\s)?", re.IGNORECASE)
AFTER = re.compile(rf"\s?[:,–—-]?\s(?={_WORK}$).*", re.IGNORECASE)
RATED = re.compile(
    r"\b(?:b?rag|ratings?|status|progress|updates?|position|review|targets?)\b", re.IGNORECASE
)
HEADS = frozenset({Role.GROUP, Role.SECTION})
OF_A_PLAN = frozenset(
    {Role.OWNER, Role.SUPPORT, Role.BODY, Role.STATUS, Role.SUCCESS, Role.RESOURCE}
)
# A table that has one of these names its actions, or their dates, in another way.
TELLING = frozenset({Role.ACTION, Role.DUE, Role.REVISED})


def periods_abreast(names: Sequence[str]) -> tuple[int, ...]:
    """The places of the columns that each list what is to be done in one period, where a header
    names an aim, such columns beside it, and something else that plans say; () for others."""
    bare = [AFTER.sub("", BEFORE.sub("", name, count=1)) for name in names]
    places = tuple(at for at in period_columns(bare) if not RATED.search(names[at]))
    if len(places) < FEWEST or heads_risks(names) or any(map(OF_OTHER_TABLES.search, names)):
        return ()
    says_work = all(bare[at] != names[at] for at in places)
    others = [at for at in range(len(names)) if at not in places]
    roles = {role for at in others for _, role in claims_of(names[at])[:1]}
    heads = any(_heads(names[at]) for at in others if at < places[0])
    if not heads or roles & TELLING:
        return ()
    return places if says_work or roles & OF_A_PLAN else ()


def columns_abreast(names: Sequence[str]) -> Columns | None:
    """The columns of such a header, those of the periods without a role; None for others."""
    places = periods_abreast(names)
    if not places:
        return None
    claims = ([] if at in places else claims_of(name) for at, name in enumerate(names))
    return Columns(tuple(each[0][1] if each else None for each in claims))


def columns_in(names: Sequence[str]) -> Columns | None:
    """What the header of a plan's table says of its columns, whichever of these it is."""
    return columns_of(names) or columns_abreast(names)


def _heads(name: str) -> bool:
    return any(role in HEADS for _, role in claims_of(name))
