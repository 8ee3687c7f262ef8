"""Taking a plan document in: what it would change is shown first, then stored whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.events import Event, Tracked
from domain.names import folded, folded_ref, slug
from domain.people import Directory, PartnershipGroup, Person
from domain.ports import KeptDocument, UnitOfWork
from domain.problems import UnknownPlan
from domain.summary import Scope
from domain.work import Action, Plan
from handlers.rereading import Rereading, Speaker
from plans.compare import Change, ChangeKind, compare
from plans.document import PlanDocument
from plans.meaning.parties import is_a_post


@dataclass(frozen=True, slots=True)
class File:
    """A document as it came: its name and the SHA-256 of its bytes, in hex."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What taking a document in would change, and under which key."""

    key: str
    file: File
    document: PlanDocument
    changes: Sequence[Change]
    known: Plan | None  # the plan as it is, None where it is new
    same: bool  # the very same bytes were read last

    @property
    def renumbered(self) -> Sequence[Change]:
        """The actions that seem to be known ones under new numbers."""
        return [each for each in self.changes if each.kind is ChangeKind.RENUMBERED]


async def consider(
    file: File, document: PlanDocument, unit: UnitOfWork, key: str | None = None
) -> Intake:
    """Compare a document with the one last read for its plan. Changes nothing."""
    key = key or key_of(document)
    last = await unit.plans.last_document(key)
    known = await _known(key, unit)
    if known is not None:
        document = _spelt_as_before(document, await unit.actions.within(Scope(plan=key)))
    return Intake(
        key=key,
        file=file,
        document=document,
        changes=compare(last.actions if last else (), document.actions),
        known=known,
        same=last is not None and last.digest == file.digest,
    )


async def take_in(intake: Intake, unit: UnitOfWork, now: datetime, carry: bool = False) -> None:
    """Store the document: its plan, actions, and the people and posts it names.

    What people have said stays: only what the document says of an action is replaced. What it
    leaves out is closed. With ``carry`` an action under a new number takes its state along.
    """
    if intake.same:
        return
    document = intake.document
    plan = _plan(intake, now)
    await unit.plans.put(plan)
    known = await unit.actions.within(Scope(plan=intake.key)) if intake.known else ()
    await unit.actions.put(intake.key, _to_put(intake))
    if known:
        before = {each.action.ref: each for each in known}
        await _apply_changes(intake, before, unit, now, carry)
    await _take_in_people(document, unit)
    await unit.plans.keep_document(
        intake.key,
        KeptDocument(
            name=intake.file.name,
            digest=intake.file.digest,
            read_at=now,
            plan=plan,
            actions=document.actions,
        ),
    )


def key_of(document: PlanDocument) -> str:
    """A key that people can type, from the title and the year the plan starts in."""
    words = slug(document.title).split("-")[:4]
    year = str(document.period.start.year) if document.period else ""
    named = [word for word in words if word != year]
    return "-".join([*named, year] if year else named) or "plan"


def _spelt_as_before(document: PlanDocument, known: Sequence[Tracked]) -> PlanDocument:
    """With references as they are known: "LG2" and "lg 2" are one action."""
    spelt = {folded_ref(each.action.ref): each.action.ref for each in known}
    actions = [
        each.model_copy(update={"ref": spelt.get(folded_ref(each.ref), each.ref)})
        for each in document.actions
    ]
    return document.model_copy(update={"actions": tuple(actions)})


def _plan(intake: Intake, now: datetime) -> Plan:
    document = intake.document
    read_at = intake.known.read_at if intake.known else now
    return Plan(
        key=intake.key,
        title=document.title or intake.key,
        period=document.period,
        sections=document.sections,
        read_at=read_at,
    )


def _to_put(intake: Intake) -> Sequence[Action]:
    """All actions of a new plan; of a known one only those that the document changed or added."""
    if intake.known is None:
        return intake.document.actions
    changed = {change.ref for change in intake.changes}
    return [action for action in intake.document.actions if action.ref in changed]


async def _apply_changes(
    intake: Intake, before: Mapping[str, Tracked], unit: UnitOfWork, now: datetime, carry: bool
) -> None:
    """Put on the record what the changed document does to the actions that were there."""
    speaker = Speaker(plan=intake.key, name=intake.file.name, digest=intake.file.digest, now=now)
    rereading = Rereading(intake.document.actions, intake.changes, before, carry)
    await keep_all([*rereading.events(speaker)], intake.key, unit)


async def keep_all(events: Sequence[Event], plan: str, unit: UnitOfWork) -> None:
    """Append events of a plan, and settle the states that follow from them."""
    await unit.events.append_all(events)
    states = {event.ref: event.after for event in events if event.after}
    await unit.actions.settle_all(plan, states)


async def _known(key: str, unit: UnitOfWork) -> Plan | None:
    try:
        return await unit.plans.get(key)
    except UnknownPlan:
        return None


async def _take_in_people(document: PlanDocument, unit: UnitOfWork) -> None:
    directory = await unit.people.directory()
    groups = _groups(document, directory)
    owners = _owners(document, directory)
    posts = [owner for owner in owners if is_a_post(owner)]
    await unit.people.put_group(*(PartnershipGroup(name=each, slug=slug(each)) for each in groups))
    await unit.people.add_post(*posts)
    people = [owner for owner in owners if owner not in posts]
    await unit.people.put(*(Person(id=slug(each) or each, name=each) for each in people))


def _groups(document: PlanDocument, directory: Directory) -> list[str]:
    """Partnership groups that are not known yet, each once."""
    named = [body for section in document.sections for body in section.partnership_groups]
    named += [body for action in document.actions for body in action.partnership_groups]
    known = {folded(group.name) for group in directory.partnership_groups}
    return list({folded(name): name for name in named if folded(name) not in known}.values())


def _owners(document: PlanDocument, directory: Directory) -> list[str]:
    """Owners, and people of the document's own directory, that are not known yet, each once."""
    known = {folded(post) for post in directory.posts}
    known |= {folded(name) for each in directory.people for name in (each.name, *each.other_names)}
    named = [entry.name for entry in document.people]
    named += [owner for action in document.actions for owner in action.owners]
    return list({folded(name): name for name in named if folded(name) not in known}.values())
