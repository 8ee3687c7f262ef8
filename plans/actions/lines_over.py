"""Short lines without a rank that name what they stand over: rows, or labelled groups."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from plans.actions.sections import A_DOCUMENT, is_work_on_the_plan, may_stand_over
from plans.meaning.headings import Kind, heading_in
from plans.tables.found import Entry, Item, Said

REMARKS = frozenset({Kind.ASIDE, Kind.LEAD, Kind.BODY, Kind.SUCCESS})


def lines_over(items: Sequence[Item]) -> set[Said]:
    """The short lines that stand right above rows or what is said of these, or over the title of
    the plan where that is repeated there."""
    times = Counter(item.text.casefold() for item in items if isinstance(item, Said))
    found: set[Said] = set()
    on_plan: set[Said] = set()
    above: Said | None = None
    for item in _without_remarks(items):
        if isinstance(item, Entry):
            found |= {above} if above and _may_name(above) else set()
            on_plan |= {above} if above and _is_plain(above, is_work_on_the_plan) else set()
            above = None
        elif not (above and _is_title_again(item, times)):
            above = item
    return found | on_plan if len(found) > 1 else found


def _may_name(said: Said) -> bool:
    return _is_plain(said, may_stand_over)


def _is_plain(said: Said, named: Callable[[Said], bool]) -> bool:
    plain = not said.in_table and not said.level and heading_in(said.text) is None
    return plain and named(said)


def _is_title_again(said: Said, times: Mapping[str, int]) -> bool:
    plain = not said.in_table and not said.level and not said.bullet
    again = times[said.text.casefold()] > 1 and bool(A_DOCUMENT.search(said.text))
    return plain and again and not may_stand_over(said)


def _without_remarks(items: Sequence[Item]) -> list[Item]:
    """The items without lines that only say something about the part that they stand in."""
    return [item for item in items if isinstance(item, Entry) or not _is_remark(item)]


def _is_remark(said: Said) -> bool:
    head = heading_in(said.text)
    return said.heads_part or (head is not None and head.kind in REMARKS)


def over_groups(items: Sequence[Item]) -> Iterator[int]:
    """The short lines that stand right over labelled groups, each with a name of its
    own, the first over the first: "Clean water", over "Priority: Mend what leaks"."""
    labelled = [(said, later) for said, later in with_next(items) if _is_labelled_group(later)]
    over = [said for said, _ in labelled if may_stand_over(said) and heading_in(said.text) is None]
    names = {said.text.casefold() for said in over}
    first = next((later for later in items if _is_labelled_group(later)), None)
    opens = bool(over) and any(said is over[0] and later is first for said, later in labelled)
    return map(id, over if opens and 1 < len(over) == len(names) else ())


def _is_labelled_group(item: Item) -> bool:
    head = heading_in(item.text) if isinstance(item, Said) else None
    if isinstance(item, Said) and item.heads_part:
        return True
    return head is not None and head.kind is Kind.GROUP


def with_next(items: Sequence[Item]) -> Iterator[tuple[Said, Item]]:
    for item, later in pairwise(items):
        if isinstance(item, Said):
            yield item, later
