"""Headers of a table of who is who: whoever leads, beside their post and their employer."""

import re
from collections.abc import Sequence

from plans.columns.header_words import Claim
from plans.columns.roles import Role

OF_A_PERSON = frozenset({Role.OWNER, Role.JOB, Role.ORGANISATION})
REACHED_BY = re.compile(
    r"(?:tel(?:ephone)?|phone|mobile|e-?mail|contact|address|ext(?:ension)?)\b.*", re.IGNORECASE
)
FEWEST = 3  # columns of a table that names no posts
WEIGHT = 9


def with_people_named(headers: Sequence[str], claims: list[list[Claim]]) -> list[list[Claim]]:
    """The claims of a header's columns; what names officers names people where all the others
    only say what post each holds, for whom, and how to reach them."""
    first, *others = claims
    roles = [{role for _, role in each} for each in others]
    if not (_is_of(Role.OWNER, first) and all(headers)) or _names(Role.PERSON, claims):
        return claims
    telling = [each for at, each in enumerate(others, 1) if not REACHED_BY.fullmatch(headers[at])]
    posts = any(_is_of(Role.JOB, each) for each in telling)
    bodies = any(Role.ORGANISATION in each for each in roles)
    known = all(each and {role for _, role in each} <= OF_A_PERSON for each in telling)
    if known and (posts or (bodies and len(headers) >= FEWEST)):
        return [[(WEIGHT, Role.PERSON)], *others]
    return claims


def _is_of(role: Role, claims: Sequence[Claim]) -> bool:
    return bool(claims) and claims[0][1] is role


def _names(role: Role, claims: Sequence[Sequence[Claim]]) -> bool:
    return any(named is role for each in claims for _, named in each)
