"""Lines that say what a part of the plan is for: "Outcome: ...", under its own heading."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from plans.meaning.headings import Heading, Kind, heading_in
from plans.tables.found import Entry, Found, Item, Said

LABEL = "outcome"
FEW_WORDS = 4  # of a name; a sentence has more


def without_aims(found: Found) -> Found:
    """The tables without the lines that only say what is hoped for under the priority that they
    stand below. Where an outcome stands anywhere else, outcomes part this plan, and all stay."""
    items = list(chain.from_iterable(table.items for table in found.tables))
    aims = set(_aims(items))
    if not aims:
        return found
    tables = [replace(table, items=_rest(table.items, aims)) for table in found.tables]
    lines = [line for line in found.lines if id(line) not in aims]
    return replace(found, tables=tables, lines=lines)


def _rest(items: Sequence[Item], aims: set[int]) -> list[Item]:
    return [item for item in items if id(item) not in aims]


def _aims(items: Sequence[Item]) -> Iterator[int]:
    """Identities of the lines of outcomes, if each stands between a heading and its actions."""
    telling = [item for item in items if isinstance(item, Entry) or _heads(item)]
    places = [at for at, item in enumerate(telling) if _is_outcome(item)]
    if all(_is_aim(telling, at) for at in places):
        yield from (id(telling[at]) for at in places)


def _is_aim(telling: Sequence[Item], at: int) -> bool:
    over = telling[at - 1] if at else None
    said = telling[at]
    followed = at + 1 < len(telling) and isinstance(telling[at + 1], Entry)
    if not isinstance(over, Said) or not isinstance(said, Said) or not followed:
        return False
    label = heading_in(over.text)
    return label.kind is Kind.GROUP if label else bool(over.level) and _is_sentence(said)


def _heads(said: Said) -> bool:
    head = heading_in(said.text)
    return bool(said.level) or (head is not None and head.kind in (Kind.SECTION, Kind.GROUP))


def _is_outcome(item: Item) -> bool:
    """Whether a line without a rank is labelled as an outcome, and not numbered as one of them."""
    if isinstance(item, Entry) or item.level:
        return False
    return _labelled(heading_in(item.text))


def _labelled(head: Heading | None) -> bool:
    return head is not None and head.label == LABEL and not head.number


def _is_sentence(said: Said) -> bool:
    head = heading_in(said.text)
    name = head.name if head else ""
    return name.count(" ") > FEW_WORDS and (name[:1].islower() or name.endswith("."))
