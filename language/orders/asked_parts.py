"""Whether a part of the plan is asked about: a group without its number, or a part's name alone."""

import re

from domain.names import slug
from language.references.known import KnownPlan

NUMBER = re.compile(r"\A(?:[a-z]{0,4}\d+[a-z]?-)+")
BEFORE = (
    r"-(?:on|in|with|for|of|about|under|across|within|is|are|s|hows?|status|the|wheres?|update|"
    r"summary|progress|theme|group|priority|section)-(?:the-|our-)?"
)
AFTER = (
    r"(?:-(?:theme|group|priority|section|objective|strand|actions?|ones|side|front|work))?"
    r"(?:-(?:doing|going|looking|getting-on|progressing|coming-(?:on|along)|status|at|so-far|now|"
    r"overall|then|please|pls|today|yet|up-to|late|red|behind|overdue|due|outstanding|this|next|before|by"
    r")(?:-[a-z0-9]+){0,3})?-\Z"
)
OF_PART = (
    r"status|updates?|progress|summary|overview|position|actions|news|latest|rag|list|please|pls"
)
AROUND = re.compile(rf"\A(?:(?:{OF_PART})-)+(?:of-|on-|for-|in-)?(?:the-)?|(?:-(?:{OF_PART}))+\Z")
CODED = re.compile(
    r"(?:show-|list-|whats-|whats-in-)?(?:section|group|theme|priority|objective|strand|outcome)"
    r"-(?P<code>[a-z]{0,4}\d+)"
)
SHORTEST = 5  # letters of a name that may be called so


def is_part_alone(low: str, asks: bool, plan: KnownPlan) -> bool:
    """Read "healthy lives?" and "burglary status" as asked, though no verb asks it."""
    said = slug(low)
    name = AROUND.sub("", said)
    coded = CODED.fullmatch(name)
    if name in plan.sections or (coded and coded["code"] in plan.parts):
        return True
    groups = (NUMBER.sub("", key) for key in plan.groups)
    return (asks or name != said) and len(name) >= SHORTEST and name in groups


def is_group(text: str, key: str) -> bool:
    """Whether the words of a question, as a slug, speak of the group of this key by its name."""
    name = NUMBER.sub("", key)
    if len(name) < SHORTEST or f"-{name}-" not in text:
        return False
    alone = AROUND.sub("", text.strip("-")) == name
    return alone or re.search(f"{BEFORE}{re.escape(name)}{AFTER}", text) is not None
