"""A numbered heading that is itself the action, over a paragraph that says more of it."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import takewhile

from plans.columns.roles import Role
from plans.meaning.headings import heading_in
from plans.meaning.refs import ref_at_start
from plans.rows import Block, Cell, Line, Piece

MOST_PARAGRAPHS = 4


def title_over(made: Sequence[Block]) -> int | None:
    """Where the heading stands that numbers an action ("1.2 Mend the weir"), if nothing but a few
    paragraphs stand below it; None otherwise."""
    plain = list(takewhile(_is_paragraph, reversed(made)))
    above = len(made) - len(plain) - 1
    if above < 0 or len(plain) > MOST_PARAGRAPHS:
        return None
    heading = made[above]
    return above if isinstance(heading, Line) and _numbers_an_action(heading) else None


def with_title(words: Cell, over: Sequence[Block]) -> Cell:
    """The title of an action and the paragraphs below it, before the words nearest its fields."""
    title, *paragraphs = [block.text for block in over if isinstance(block, Line)]
    stopped = title if title.endswith((".", ":", "?", "!")) else f"{title}:"
    return Cell((Piece(stopped), *map(Piece, paragraphs), *words.pieces))


def are_of_one(fields: Sequence[Collection[Role]]) -> bool:
    """Whether labelled lines under a heading are all of one action: none comes twice."""
    times = Counter(role for roles in fields for role in roles)
    return all(count == 1 for count in times.values())


def _is_paragraph(block: Block) -> bool:
    return isinstance(block, Line) and not block.level and not block.bullet


def _numbers_an_action(heading: Line) -> bool:
    ref, words = ref_at_start(heading.text)
    counted = "." in ref or not ref.isdigit()
    return bool(heading.level and ref and words) and counted and heading_in(heading.text) is None
