"""Headings without a label that open sections where others are labelled ("Theme 1: ...")."""

from collections import Counter
from collections.abc import Iterator, Sequence

from plans.actions.completion import heads_what_is_done
from plans.actions.sections import Way, named_section
from plans.meaning.headings import Kind, heading_in
from plans.tables.found import Entry, Item, Said

UNRANKED = 9


def siblings(items: Sequence[Item], headings: Sequence[Said]) -> Iterator[int]:
    """Identities of the headings without a label that rank with all those of labelled sections,
    where actions stand right under each of these: "Carried forward", after "Theme 1: ..." and
    others."""
    named = [item for item in items if isinstance(item, Said) and _names(item, Way.LABEL)]
    telling = set(map(id, headings))
    levels = {said.level for said in named}
    if len(levels) != 1 or not all(id(said) in telling for said in named):
        return
    texts = Counter(said.text.casefold() for said in headings)
    for said in headings:
        alone = heading_in(said.text) is None and texts[said.text.casefold()] == 1
        if alone and said.level in levels:
            yield id(said)


def wider(items: Sequence[Item], headings: Sequence[Said], way: Way) -> Iterator[int]:
    """Identities of the headings that rank above all labelled sections and hold actions before
    any of these, if they hold one: the sheets of a workbook of which some name their theme. What
    the section before them is called does not reach over these."""
    named = [item for item in items if isinstance(item, Said) and _names(item, way)]
    widest = min((said.level or UNRANKED for said in named), default=0)
    telling = {id(said) for said in headings if (said.level or UNRANKED) < widest}
    open_heading: Said | None = None
    for item in items:
        if isinstance(item, Entry):
            if open_heading and not heads_what_is_done(open_heading):
                yield id(open_heading)
            open_heading = None
        elif _names(item, way):
            open_heading = None
        elif id(item) in telling and heading_in(item.text) is None:
            open_heading = item


def _names(said: Said, way: Way) -> bool:
    """Whether a line names a section in the way in which this plan does."""
    if way is Way.LABEL:
        head = heading_in(said.text)
        return head is not None and head.kind is Kind.SECTION
    return named_section(said, way) is not None
