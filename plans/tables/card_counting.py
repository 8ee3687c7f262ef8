"""Actions between others of which no more is said than their number and words: "A3. Mend it"."""

import re
from collections.abc import Sequence

from plans.columns.roles import Role
from plans.meaning.refs import ref_at_start
from plans.rows import Block, Line
from plans.tables.card_fields import parts_of

COUNTED = re.compile(r"(?P<stem>.*?)(?P<number>\d+)")
TELLING = frozenset({Role.DUE, Role.OWNER, Role.STATUS})


def is_counted_among(line: Line, opening: Line, later: Sequence[Block]) -> bool:
    """Whether a line is the next in a row of actions that goes on after it with one that says
    more, so that it is no heading and no note at the end."""
    if (line.level, line.bullet, line.indent) != (opening.level, opening.bullet, opening.indent):
        return False
    before, here = _counted(opening), _counted(line)
    if before is None or here is None or here != (before[0], before[1] + 1):
        return False
    lines = [each for each in later if isinstance(each, Line)]
    following = (each for each in lines if (at := _counted(each)) and at > here)
    return any(at[0] == here[0] and _tells(each) for each in following if (at := _counted(each)))


def _counted(line: Line) -> tuple[str, int] | None:
    """What its reference begins with, and the number that it ends in."""
    found = COUNTED.fullmatch(ref_at_start(line.text)[0] or "")
    return (found["stem"], int(found["number"])) if found else None


def _tells(line: Line) -> bool:
    return any(role in TELLING for role, _ in parts_of(line)[1])
