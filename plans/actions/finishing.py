"""Drafts into actions: names, dates and statuses understood, merged cells inherited."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from domain.work import Action, Due, Status
from plans.actions.completion import shown_done
from plans.actions.dating import deadline
from plans.actions.drafts import Draft, Group, wording
from plans.actions.numbering import references
from plans.actions.successes import successes
from plans.columns.roles import Role
from plans.document import Note
from plans.meaning.helpers_told import Way, with_helpers_labelled
from plans.meaning.legends import NO_LEGEND, Legend
from plans.meaning.owners import Known, Parties, parties_in
from plans.meaning.spans import Calendar
from plans.meaning.statuses import says_nothing, status_of
from plans.receipt import (
    date_not_understood,
    owner_and_date_missing,
    said_once,
    status_not_understood,
    status_supplied,
    worded_by_its_group,
)
from plans.rows import Piece

DITTO = re.compile(r"(?:ditto|as above|same as above|do\.|[\"“”〃])\.?", re.IGNORECASE)
UNNAMED = re.compile(r"\w")  # "TBC" says that nobody is named; a dash only that nothing is said


@dataclass(frozen=True, slots=True)
class SaidOfOwners:
    """What a plan itself says of its column of owners.

    ``go_on`` is True where a blank cell repeats the owner above it, ``to_lead`` where it means the
    lead of the part; ``helpers`` says how those who help are told from those who lead.
    """

    go_on: bool = False
    to_lead: bool = False
    helpers: Way | None = None


NOTHING_SAID = SaidOfOwners()


def finished(
    drafts: Sequence[Draft],
    calendar: Calendar,
    known: Known,
    legend: Legend = NO_LEGEND,
    said_of_owners: SaidOfOwners = NOTHING_SAID,
) -> tuple[list[Action], list[Note]]:
    """The actions of all drafts, with notes about what was missing or not understood."""
    finish = _Finish(calendar, known, legend, successes(drafts), said_of_owners)
    actions: list[Action] = []
    notes: list[Note] = []
    for draft, ref in zip(drafts, references(drafts), strict=True):
        action, said = finish.action(draft, ref)
        actions.append(action)
        notes += said
    return actions, [*status_supplied(finish.shown_done), *said_once(actions, notes)]


@dataclass(slots=True)
class _Finish:
    """Goes through the drafts in order, and keeps what cells merged downwards said last."""

    calendar: Calendar
    known: Known
    legend: Legend
    successes: dict[int, tuple[str, ...]]
    said: SaidOfOwners = NOTHING_SAID
    led: Parties = field(default_factory=Parties)  # by whom the group is, where that is printed
    left_to_lead: bool = False  # its first action names nobody, and has its lead
    group: Group | None = None
    parties: Parties = field(default_factory=Parties)
    resource: str = ""
    above: dict[Role, list[Piece]] = field(default_factory=dict)
    cells_read: dict[str, Parties] = field(default_factory=dict)
    shown_done: list[Action] = field(default_factory=list)  # though no status says so

    def action(self, draft: Draft, ref: str) -> tuple[Action, list[Note]]:
        before = self.group
        if draft.group is not before or draft.apart:
            self._enter(draft.group)
        elif draft.group.name is None:  # outside any group a blank cell is only blank
            self._enter(draft.group, self.parties if self.said.go_on else None)
        first = draft.group is not before
        self._repeat_from_above(draft)
        if first:
            named = self._owners(draft.parties(Role.OWNER))
            self.left_to_lead = not self._says_who(draft, named)
        parties = self._parties(draft)
        words, due = deadline(draft, self.calendar)
        self.resource = draft.words(Role.RESOURCE) or self.resource
        status_text = draft.words(Role.STATUS)
        action = Action(
            ref=ref,
            section=draft.section,
            group=draft.group.name,
            text=wording(draft.text),
            due_text=words,
            due=due or Due(),
            owners=parties.owners,
            support=parties.support,
            partnership_groups=parties.partnership_groups,
            status=self._printed(draft) or shown_done(draft),
            status_text=status_text,
            resource=self.resource,
            success=self.successes[id(draft)],
            source=draft.source,
        )
        if action.status is not None and self._printed(draft) is None:
            self.shown_done.append(action)
        said = [worded_by_its_group(action)] if draft.worded_by_group else []
        return action, [*said, *_notes(action, understood=due is not None)]

    def _printed(self, draft: Draft) -> Status | None:
        return status_of("\n".join(draft.lines(Role.STATUS)), draft.colour, self.legend)

    def _enter(self, group: Group, parties: Parties | None = None) -> None:
        self.group = group
        bodies = (f"Partnership group: {name}" for name in group.bodies)
        self.led = parties_in([*group.lead, *bodies], self.known)
        self.parties = parties or self.led
        self.resource = ""

    def _repeat_from_above(self, draft: Draft) -> None:
        """Ditto marks stand for the cell above."""
        for role in (Role.DUE, Role.OWNER, Role.STATUS, Role.RESOURCE):
            if DITTO.fullmatch(draft.words(role)) and role in self.above:
                draft.cells[role] = self.above[role]
            elif draft.cells.get(role):
                self.above[role] = draft.cells[role]

    def _parties(self, draft: Draft) -> Parties:
        """Who is named in the row; a blank cell goes on from the one above in its group."""
        named = self._owners(draft.parties(Role.OWNER))
        owners = named if self._says_who(draft, named) else self._unsaid()
        support = self._named(draft.parties(Role.SUPPORT)).owners
        bodies = self._named(draft.parties(Role.BODY)).owners
        found = Parties(
            owners=owners.owners,
            support=support or owners.support,
            partnership_groups=bodies
            or owners.partnership_groups
            or self.parties.partnership_groups,
        )
        self.parties = Parties(found.owners, owners.support, found.partnership_groups)
        return found

    def _owners(self, lines: list[str]) -> Parties:
        """Who leads, and who helps by what the plan says of how they are told apart."""
        named = self._named(with_helpers_labelled(lines, self.said.helpers))
        if self.said.helpers is not Way.FIRST or named.support:
            return named
        first, *others = named.owners or ("",)
        return replace(named, owners=named.owners[:1], support=tuple(others)) if first else named

    def _says_who(self, draft: Draft, named: Parties) -> bool:
        return bool(named.owners or named.support or UNNAMED.search(draft.words(Role.OWNER)))

    def _unsaid(self) -> Parties:
        """Whom a blank cell means: the lead of the group where that is said of blanks, or where
        its first action is left to the lead; and who is named above otherwise."""
        to_lead = self.said.to_lead or self.left_to_lead
        return self.led if to_lead and self.led.owners else self.parties

    def _named(self, lines: list[str]) -> Parties:
        """Most owner cells of a plan say what another has said."""
        key = "\n".join(lines)
        if key not in self.cells_read:
            self.cells_read[key] = parties_in(lines, self.known)
        return self.cells_read[key]


def _notes(action: Action, *, understood: bool) -> Iterator[Note]:
    yield from owner_and_date_missing(action)
    if not understood:
        yield date_not_understood(action)
    if action.status is None and not says_nothing(action.status_text):
        yield status_not_understood(action)
