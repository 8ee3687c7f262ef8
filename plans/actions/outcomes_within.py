"""Priorities or headings that hold several outcomes each ("Priority 1: Homes", and below it twice
"Outcome: ..." over some of its actions): these part the plan, and the outcomes each of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plans.actions.completion import UNRANKED, heads_what_is_done
from plans.actions.sections import may_be_named
from plans.meaning.headings import Kind, heading_in
from plans.tables.found import Entry, Item, Said

INNER = frozenset({"outcome", "key objective"})
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Nested:
    """Identities of the lines that open sections, and of the outcomes that head groups in them."""

    sections: frozenset[int] = frozenset()
    groups: frozenset[int] = frozenset()


def outcomes_within(items: Sequence[Item]) -> Nested:
    """The parts of a plan with several outcomes in them, if every outcome stands in one."""
    telling = [each for each in items if isinstance(each, Entry) or _heads(each)]
    pairs = [
        (one, other)
        for one, other in pairwise(telling)
        if isinstance(one, Said) and isinstance(other, Said)
    ]
    over = [one for one, other in pairs if not _is_inner(one) and _is_inner(other)]
    inner = list(_each_within(telling, set(map(id, over))))
    if (
        len(over) < FEWEST
        or not all(inner)
        or not _are_alike(over, [each for each in inner if each])
    ):
        return Nested()
    found = frozenset(id(said) for said in telling if isinstance(said, Said) and _is_inner(said))
    return Nested(frozenset(map(id, over)), found) if len(found) > len(over) else Nested()


def _heads(said: Said) -> bool:
    head = heading_in(said.text)
    if head is not None:
        return head.kind in (Kind.SECTION, Kind.GROUP)
    return bool(said.level) and may_be_named(said.text)


def _is_inner(said: Said) -> bool:
    head = heading_in(said.text)
    return head is not None and head.kind is Kind.SECTION and head.label in INNER


def _each_within(telling: Sequence[Item], over: set[int]) -> Iterator[Said | None]:
    """Each outcome; None for one that stands under anything but those that hold outcomes."""
    above: Said | None = None
    for item in telling:
        if isinstance(item, Entry):
            continue
        if not _is_inner(item):
            above = item
        else:
            held = above is not None and id(above) in over and _rank(above) < _rank(item)
            yield item if held else None


def _rank(said: Said) -> int:
    """Its rank, the wider the less; what is labelled as an outcome and has none is within all."""
    return said.level or (UNRANKED + 1 if _is_inner(said) else UNRANKED)


def _are_alike(over: Sequence[Said], inner: Sequence[Said]) -> bool:
    """Whether one label, or one rank without any, has all that hold outcomes, under many names."""
    heads = [heading_in(said.text) for said in over]
    kinds = {
        (said.level, head.label if head else "") for said, head in zip(over, heads, strict=True)
    }
    names = {said.text.casefold() for said in over}
    undone = not any(map(heads_what_is_done, over))
    return len(kinds) == 1 and len(names) == len(over) and undone and bool(inner)
