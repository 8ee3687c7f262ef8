"""The outline of a plan: which of its headings and bands head sections, and which head groups.

A heading counts where actions stand under it; one that all of them stand under is the title, or
says no more than the title does, or was only left open when the actions began ("Foreword") if
headings of a lower rank part them. Of two ranks that count, the wider is of sections.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plans.actions.divisions import sections_within
from plans.actions.lines_over import lines_over, over_groups, with_next
from plans.actions.outcomes_within import Nested, outcomes_within
from plans.actions.sections import (
    A_DOCUMENT,
    OF_A_BODY,
    Way,
    is_aside,
    may_be_named,
    named_section,
    way_of,
)
from plans.actions.unlabelled import siblings, wider
from plans.columns.roles import Role
from plans.meaning.dated_headings import says_only_when
from plans.meaning.headings import Kind, heading_in, number_alone
from plans.meaning.section_names import numbered
from plans.tables.found import Entry, Found, Item, Said

SHORT = 7  # words of a line that may be a name; more are prose
NOT_NESTED = Nested()
OBJECTIVES = frozenset({"objective", "goal", "aim", "ambition"})


@dataclass(frozen=True, slots=True)
class Outline:
    """What the lines of a plan head, judged from the whole of it."""

    way: Way
    section_level: int = 0  # headings of this level open sections; 0: headings do not
    section_label: str = ""  # of two labels of groups ("goal", "objective"), the wider one
    heading: frozenset[int] = frozenset()  # identities of headings that actions stand under
    opening: frozenset[int] = frozenset()  # of lines and headings that open a section, each alone
    bands_are_sections: bool = False
    lines_are_sections: bool = False
    over: frozenset[int] = frozenset()  # identities of short lines that stand right above rows
    nested: Nested = NOT_NESTED  # parts that hold outcomes, and these

    def counts(self, said: Said) -> bool:
        return id(said) in self.heading

    def opens_sections(self, said: Said) -> bool:
        """Whether lines without a rank open sections where this one stands."""
        return self.bands_are_sections if said.in_table else self.lines_are_sections

    def opens_section(self, said: Said) -> bool:
        """Whether a line opens a section by its place or its rank."""
        at_level = said.level is not None and said.level == self.section_level
        return id(said) in self.opening or (at_level and self.counts(said))


def outline_of(found: Found) -> Outline:
    """Judge the lines around and between all rows of actions."""
    items = [item for table in found.tables for item in table.items]
    dated = any(Role.DUE in table.columns for table in found.tables)
    headings = [said for said in _telling(items) if dated or not says_only_when(said.text)]
    way = way_of(found.lines)
    if way is Way.LEVEL and not headings:
        way = Way.LINE  # only the title has a rank
    groups = _has_groups(found, items)
    within = sections_within(found, headings, _bands(items)) if way is Way.LABEL else None
    section_level = _section_level(headings, groups=groups) if way is Way.LEVEL else 0
    if within:
        way, section_level = Way.LEVEL, within.level
    over = lines_over(items) if way is Way.LINE else set()
    lines = len(over) > 1
    sections = any(Role.SECTION in table.columns for table in found.tables)
    opening = frozenset(_opening(way, items, headings, named=sections or lines))
    ranked = section_level > 0 or way not in (Way.LEVEL, Way.LINE)
    named = sections or lines or ranked or bool(opening)
    unlabelled = sections or section_level or opening or way is Way.LABEL
    return Outline(
        way=way,
        section_level=section_level,
        section_label="" if unlabelled or within else _wider_label(items),
        heading=frozenset(map(id, headings)),
        opening=opening,
        bands_are_sections=within.bands if within else not named and _are_plain(_bands(items)),
        lines_are_sections=lines or _is_section(over, items),
        over=frozenset(map(id, over)),
        nested=outcomes_within(items) if way is Way.LABEL else NOT_NESTED,
    )


def headed_within(items: Sequence[Item], outline: Outline) -> bool:
    """Whether lines between the rows, not only above them, open sections."""
    first = next((at for at, item in enumerate(items) if isinstance(item, Entry)), 0)
    return any(isinstance(item, Said) and _opens(item, outline) for item in items[first:])


def _opens(said: Said, outline: Outline) -> bool:
    """Whether a line opens a section in the way that this plan names them."""
    if outline.way is Way.LABEL:
        heading = heading_in(said.text)
        return heading is not None and heading.kind is Kind.SECTION
    if outline.way is Way.LEVEL:
        return said.level is not None and outline.counts(said)
    return outline.lines_are_sections or named_section(said, outline.way) is not None


def _opening(
    way: Way, items: Sequence[Item], headings: Sequence[Said], *, named: bool
) -> Iterator[int]:
    """Identities of lines that each open a section by where they stand."""
    if way is Way.LABEL:
        yield from siblings(items, headings)
    if way in (Way.LABEL, Way.END, Way.PAGE, Way.YEAR):
        yield from wider(items, headings, way)
    elif way is Way.LINE and not named:
        yield from over_groups(items)


def _is_section(over: set[Said], items: Sequence[Item]) -> bool:
    """Whether the only line that stands right above rows names their section, and not the body
    whose plan it is."""
    named = [said for said in over if not OF_A_BODY.fullmatch(said.text)]
    opens = any(item is said for item in items[:1] for said in over)
    return bool(named) and not _bands(items) and not opens


def _has_groups(found: Found, items: Sequence[Item]) -> bool:
    """Whether a column, bands or labelled lines group the actions, under whatever headings."""
    labelled = (
        heading_in(item.text)
        for item in items
        if isinstance(item, Said) and not item.level and not item.in_table
    )
    return (
        any(Role.GROUP in table.columns for table in found.tables)
        or bool(_bands(items))
        or any(isinstance(item, Said) and item.heads_part for item in items)
        or any(head is not None and head.kind is Kind.GROUP for head in labelled)
    )


def _telling(items: Sequence[Item]) -> list[Said]:
    """The headings that actions stand under, without titles, what heads every plan, and what is
    repeated under several others ("What we will do")."""
    below: dict[int, int] = {}
    headings: dict[int, Said] = {}
    open_above: list[Said] = []
    count = 0
    for item in items:
        if isinstance(item, Entry):
            count += 1
            for said in open_above:
                below[id(said)] = below.get(id(said), 0) + 1
        elif item.level:
            level = item.level
            open_above = [each for each in open_above if (each.level or 0) < level]
            open_above.append(item)
            headings[id(item)] = item
    levels = [said.level for said in headings.values()]
    named = Counter(headings[key].text.casefold() for key in below)
    telling = [
        headings[key]
        for key, times in below.items()
        if may_be_named(headings[key].text)
        and (
            named[headings[key].text.casefold()] == 1 or headings[key].level == min(_ranks(levels))
        )
        and not (times == count and _is_title(headings[key], levels))
    ]
    over_all = {key for key, times in below.items() if times == count}
    return _without_those_left_open(telling, over_all & _over_prose(items))


def _without_those_left_open(telling: list[Said], over_all: set[int]) -> list[Said]:
    """Without what heads prose and then stands over all actions, where lower headings part these.

    What is labelled as a group is no section: a plan may have one section of many groups.
    """
    parting = [said for said in telling if id(said) not in over_all and not _is_of_a_group(said)]
    if not any(times > 1 for times in Counter(said.level for said in parting).values()):
        return telling
    return [said for said in telling if id(said) not in over_all or heading_in(said.text)]


def _over_prose(items: Sequence[Item]) -> set[int]:
    """The headings with sentences right under them."""
    found: set[int] = set()
    heading: Said | None = None
    for item in items:
        if isinstance(item, Entry) or item.level:
            heading = item if isinstance(item, Said) else None
        elif heading and _is_prose(item):
            found.add(id(heading))
    return found


def _is_prose(said: Said) -> bool:
    return not said.in_table and not said.bullet and said.text.count(" ") > SHORT


def _is_title(said: Said, levels: Sequence[int | None]) -> bool:
    alone = said.level == min(_ranks(levels)) and levels.count(said.level) == 1
    return heading_in(said.text) is None and (alone or bool(A_DOCUMENT.search(said.text)))


def _wider_label(items: Sequence[Item]) -> str:
    """The label of lines that never stand right over actions, but over lines of another label."""
    over: set[str] = set()
    under: set[str] = set()
    open_label = ""
    for item in items:
        if isinstance(item, Entry):
            under.add(open_label)
            open_label = ""
        elif (head := heading_in(item.text)) and head.kind is Kind.GROUP:
            over.add(open_label)
            open_label = head.label
    wider = over - under - {""}
    labels = under - {""}
    if (
        not wider and len(labels) == 1 and labels <= OBJECTIVES
    ):  # with nothing wider, these part the plan
        return labels.pop()
    return wider.pop() if len(wider) == 1 else ""


def _ranks(levels: Sequence[int | None]) -> list[int]:
    return [level for level in levels if level]


def _section_level(headings: Sequence[Said], *, groups: bool) -> int:
    levels = sorted({said.level for said in headings if said.level})
    if not levels:
        return 0
    outer = [said for said in headings if said.level == levels[0]]
    labelled = any(map(_is_of_a_group, outer))
    return levels[0] if len(levels) > 1 or groups or not labelled else 0


def _is_of_a_group(said: Said) -> bool:
    """Whether a heading is labelled as a group is, with a name or with its number alone."""
    text = f"{said.text}: named" if number_alone(said.text) else said.text
    head = heading_in(text)
    return head is not None and head.kind is Kind.GROUP


def _bands(items: Sequence[Item]) -> list[Said]:
    """Rows of one cell that part the rows of a table."""
    return [
        said
        for said, later in with_next(items)
        if said.in_table and isinstance(later, Entry) and not is_aside(said)
    ]


def _are_plain(bands: Sequence[Said]) -> bool:
    """Whether bands are neither labelled nor numbered, as issues and priorities are."""
    return bool(bands) and not any(heading_in(band.text) or numbered(band.text) for band in bands)
