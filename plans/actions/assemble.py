"""The rows of all tables into drafts of actions, each in its section and group."""

import re
from collections.abc import Sequence

from domain.work import Source
from plans.actions.aims import without_aims
from plans.actions.arranged import Arranged, arranged, is_part_number
from plans.actions.coded import coded_in
from plans.actions.completion import UNRANKED, heads_what_is_done, rank_of_done
from plans.actions.continuing import (
    begins_without_words,
    goes_on,
    in_its_column,
    stands_alone,
    take_more,
    with_its_words,
    worded_by_its_group,
)
from plans.actions.dating import with_its_date
from plans.actions.drafts import Draft, Group
from plans.actions.labels import Label
from plans.actions.outline import headed_within, outline_of
from plans.actions.sections import heading_of, is_aside, name_alone, named_section
from plans.actions.splitting import actions_in
from plans.columns.roles import Role
from plans.meaning.codes import code_at_start, is_only_a_code
from plans.meaning.dated_headings import says_only_when, says_when
from plans.meaning.headings import NUMBERED, Heading, Kind, heading_in, number_alone, titled
from plans.meaning.refs import printed_ref
from plans.meaning.section_names import code_of, first_name, unnumbered
from plans.meaning.spans import Calendar
from plans.rows import Cell, Piece
from plans.tables.found import Entry, Found, Item, Said, Table

WORD = re.compile(r"[^\W\d_]{2}")  # a figure alone says nothing of what is to be done
LONGEST_NAME = 600  # characters of a group's name, put together from several rows


def drafts_of(found: Found, calendar: Calendar) -> tuple[list[Draft], list[Source]]:
    """The actions of a document, in document order; and where rows stand that name none."""
    found = without_aims(found)
    assembly = Assembly(found, calendar)
    for table in found.tables:
        assembly.take(table)
    return assembly.drafts, assembly.nameless


class Assembly:
    """Goes through the rows in order and knows under which section and group each stands."""

    def __init__(self, found: Found, calendar: Calendar) -> None:
        self._calendar = calendar
        self.drafts: list[Draft] = []
        self.nameless: list[Source] = []
        self._outline = outline_of(found)
        self._coded = coded_in(found, self._outline)
        self._section: str | None = None
        self._section_rank = UNRANKED  # of the heading that opened it
        self._group = Group(None)
        self._groups: dict[str, Group] = {}  # those of the present section, by their name
        self._label: Label | None = None
        self._listing: list[Piece] | None = None  # where bullets now belong: a group's success
        self._parts_are_sections = False
        self._opening = ""  # the date at the head of rows whose table has no column of dates
        self._undated = False
        self._done_rank = 0  # of the heading whose actions are closed
        self._begun: Entry | None = None  # a numbered row whose words stand in the next
        self._plan: Arranged | None = None

    def take(self, table: Table) -> None:
        """Draft the actions of one table."""
        self._plan = plan = arranged(table)
        self._label, self._opening = None, ""
        self._undated = not plan.dated
        self._parts_are_sections = not headed_within(plan.items, self._outline)
        for at, item in enumerate(plan.items):
            if isinstance(item, Said):
                group, section = self._group, self._section
                self._hear(item)
                if self._section != section:
                    self._section_rank = item.level or UNRANKED
                if item.lead and self._group is not group:
                    self._group.lead.append(item.lead)
            else:
                self._read(at, item, plan)
        self._give_up_begun()

    # What stands between rows

    def _hear(self, said: Said) -> None:
        self._done_rank = rank_of_done(said, self._done_rank)
        if self._listing is not None and said.bullet:
            self._listing += said.cell.pieces
            return
        self._listing = None
        outline = self._outline
        if self._undated and says_when(said.text):
            self._opening = said.text
        if self._undated and says_only_when(said.text):
            return
        if name := named_section(said, outline.way):
            self._enter_section(name)
        elif id(said) in outline.nested.groups and (within := heading_in(said.text)):
            self._enter_group(within.whole, within.number)
        elif outline.opens_section(said) or id(said) in outline.nested.sections:
            self._enter_section(titled(name_alone(said.text)), code_of(said.text))
        elif heading := heading_of(said):
            self._head(heading, said)
        elif heads_what_is_done(said):
            self._leave_group(said)
        else:
            self._hear_name(said)

    def _hear_name(self, said: Said) -> None:
        """A heading, band or line whose words do not say what it heads."""
        if said.level:
            if self._outline.counts(said):
                number = number_alone(said.text) or self._coded.of_line(said)
                self._enter_group(said.text, number)
        elif said.in_table:
            self._enter_band(said, self._coded.of_line(said))
        elif self._outline.lines_are_sections and id(said) in self._outline.over:
            self._enter_section(titled(unnumbered(said.text)), code_of(said.text))

    def _head(self, heading: Heading, said: Said) -> None:
        match heading.kind:
            case Kind.SECTION:
                self._enter_section(titled(heading.name), heading.number)
            case Kind.GROUP if heading.label == self._outline.section_label:
                self._enter_section(titled(heading.name), heading.number)
            case Kind.GROUP:
                self._enter_group(heading.whole, heading.number)
            case Kind.SUCCESS:
                self._group.success += said.cell.pieces[1:]
                self._listing = self._group.success
            case Kind.LEAD:
                self._group.lead.append(heading.name)
            case Kind.BODY:
                self._group.bodies.append(heading.name)
            case Kind.ASIDE:
                pass

    def _enter_band(self, said: Said, code: str) -> None:
        """A row of one cell between the rows of a table, or over its header."""
        if self._outline.bands_are_sections and not is_aside(said):
            self._enter_section(titled(unnumbered(said.text)), code_of(said.text))
        elif code or not is_aside(said):
            self._enter_group(said.text, code)

    def _enter_section(self, name: str, number: str = "") -> None:
        name = titled(first_name(name))
        if name != self._section:
            self._section = name
            self._groups = {}
            self._group = Group(None, number, section=name)

    def _enter_group(self, name: str, number: str = "") -> None:
        printed = " ".join(name.split())
        name = first_name(printed)
        if not number and (numbered := NUMBERED.match(name)):
            number = numbered["number"]
        known = self._groups.get(name.casefold())
        if number and (name != printed or is_only_a_code(name)):
            known = known or self._numbered(number)
        self._group = known or Group(name, number, self._section)
        self._groups[name.casefold()] = self._group

    def _numbered(self, number: str) -> Group | None:
        """The group of the present section that has a number, whatever its name."""
        return next((each for each in self._groups.values() if each.number == number), None)

    def _leave_group(self, said: Said) -> None:
        """What is done is no issue of its own; where such lines open sections, or a heading that
        ranks with these holds it, it is of no section that stands before it either."""
        ranks = 0 < (said.level or 0) <= self._section_rank
        if ranks or (not said.level and self._outline.opens_sections(said)):
            self._section, self._groups = None, {}
        self._group = Group(None, section=self._section)

    # Rows

    def _read(self, at: int, entry: Entry, plan: Arranged) -> None:
        self._listing = None
        entry = with_its_date(self._whole(entry), self._calendar)
        self._opening = plan.openings.get(at, self._opening)
        self._place(at, entry, plan)
        if part := is_part_number(entry, _next_entry(plan.items, at)):
            self._enter_part(entry, part)
        elif plan.numbered and begins_without_words(self._last(), entry):
            self._begun = entry
        elif at not in plan.labels and stands_alone(entry, self._calendar):
            self._begun = entry
            self._give_up_begun(_next_entry(plan.items, at))
        elif self._goes_on(entry, plan):
            take_more(self.drafts[-1], entry)
        elif WORD.search(entry[Role.ACTION].text):
            self._draft(entry, plan)
        elif entry.filled() - {Role.GROUP, Role.SECTION}:
            self.nameless.append(entry.source)

    def _place(self, at: int, entry: Entry, plan: Arranged) -> None:
        """Enter the section and group that the row's own cells or its label name."""
        section = entry[Role.SECTION]
        if not section.blank and Role.ACTION in entry.filled():
            self._enter_section(titled(name_alone(section.text)))
        if label := plan.labels.get(at):
            if label is not self._label:
                self._label = label
                self._group = Group(label.name, label.code, self._section, label.supplied)
        elif not entry[Role.GROUP].blank:
            self._group_cell(entry[Role.GROUP], coded=plan.coded or self._coded.cells)

    def _group_cell(self, cell: Cell, *, coded: bool) -> None:
        text = cell.text
        name = self._group.name or ""
        if text[:1].islower() and not cell.merged and 0 < len(name) < LONGEST_NAME:
            self._group.name = f"{name} {text}"
            return
        heading = heading_in(text)
        number = heading.number if heading else number_alone(first_name(cell.pieces[0].text))
        self._enter_group(text, number or (code_at_start(text) if coded else ""))

    def _enter_part(self, entry: Entry, number: str) -> None:
        places = (Role.ACTION, Role.GROUP, Role.SECTION, *(entry.filled() - {Role.REF}))
        name = next((entry[role].text for role in places if not entry[role].blank), "")
        if self._parts_are_sections:
            self._enter_section(titled(name))
        else:
            self._enter_group(name, number)

    def _whole(self, entry: Entry) -> Entry:
        """The entry, with what its row began with before the page ended."""
        begun = self._begun
        if begun and entry[Role.REF].blank and not entry[Role.ACTION].blank:
            self._begun = None
            return with_its_words(begun, entry)
        self._give_up_begun(entry)
        return in_its_column(self._last(), entry, self._calendar)

    def _give_up_begun(self, later: Entry | None = None) -> None:
        begun, self._begun = self._begun, None
        if begun is None:
            return
        alone = self._group not in [each.group for each in self.drafts]
        worded = worded_by_its_group(begun, later) if alone else None
        if worded and self._plan:
            self._draft(worded, self._plan, by_group=True)
        else:
            self.nameless.append(begun.source)

    def _last(self) -> Draft | None:
        return self.drafts[-1] if self.drafts else None

    def _goes_on(self, entry: Entry, plan: Arranged) -> bool:
        last = self._last()
        same = last is not None and (last.group is self._group or entry[Role.ACTION].blank)
        return last is not None and same and goes_on(last, entry, numbered=plan.numbered)

    def _draft(self, entry: Entry, plan: Arranged, *, by_group: bool = False) -> None:
        ref = printed_ref(entry[Role.REF].text)
        if plan.refs_of_groups:
            self._group.number, ref = ref or self._group.number, ""
        for part in actions_in(ref, entry, self._group.number):
            self.drafts.append(
                Draft(
                    group=self._group,
                    section=self._section,
                    source=entry.source,
                    ref=part.ref,
                    text=part.text,
                    cells=part.cells,
                    colour=entry[Role.STATUS].colour,
                    opening_period=self._opening,
                    dated_by_text=not plan.dated,
                    blank_says_nothing=plan.merges,
                    among_done=self._done_rank > 0,
                    apart=plan.apart,
                    worded_by_group=by_group,
                )
            )


def _next_entry(items: Sequence[Item], at: int) -> Entry | None:
    later = (item for item in items[at + 1 : at + 6] if isinstance(item, Entry))
    return next(later, None)
