"""A plan document handed over in a conversation: shown first, stored when an administrator says so.

The document itself stays where it is: it is fetched once to be shown and once more to be stored,
and stored only if it is the very same.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from domain.conversation import Choice, Choices, Paragraph, Part, Reply, Request
from domain.documents import Fetcher
from domain.ports import OpenUnit, UnitOfWork
from domain.problems import NotAllowed, Unreadable
from domain.registry import StoreDocument, TakeIn
from handlers.allowing import ADMINISTRATOR
from handlers.intake import File, consider, take_in
from handlers.receipt import (
    change_lines,
    document_lines,
    outcome_lines,
    renumbered_lines,
    standing_lines,
)
from language.orders.registering import registration
from plans.document import PlanDocument
from plans.meaning.date_order import Order, open_dates
from plans.read import read


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be done with which file; ``store`` is None where it is only to be shown."""

    id: str
    store: StoreDocument | None = None


def wanted(request: Request) -> Wanted | None:
    """The document that a request is about: one that came without other words, or was confirmed."""
    said = registration(request.text, date.min)
    if isinstance(said, StoreDocument):
        return Wanted(said.id, said)
    if request.documents and (not request.text.strip() or isinstance(said, TakeIn)):
        return Wanted(request.documents[0].id)
    return None


@dataclass(frozen=True, slots=True)
class Handed:
    """A document that was fetched and read; ``digest`` is the SHA-256 of its bytes."""

    file: File
    document: PlanDocument
    digest: str


async def fetched(
    request: Request, about: Wanted, open_unit: OpenUnit, fetchers: Mapping[str, Fetcher]
) -> Handed:
    """Fetch and read it, apart from any transaction: both may take a while.

    Raise Unreadable, NotAllowed for anybody but an administrator, UnknownPerson.
    """
    async with open_unit(request.workspace) as unit:
        await _require_administrator(request, unit)
    fetcher = fetchers.get(request.account.platform)
    if fetcher is None:
        raise Unreadable("Documents cannot be handed over here.", "Use planbot import FILE.")
    got = await fetcher.fetch(request.address.workspace, about.id)
    digest = sha256(got.content).hexdigest()
    if about.store and about.store.digest != digest:
        raise Unreadable("That document is not the one I showed you.", "Drop it here again.")
    months = about.store is not None and about.store.month_first
    order = Order.MONTH_FIRST if months else None
    document = await asyncio.to_thread(read, got.name, got.content, order)
    marked = sha256(got.content + order.encode()).hexdigest() if order else digest
    return Handed(File(name=got.name, digest=marked), document, digest)


async def taken(handed: Handed, about: Wanted, now: datetime, unit: UnitOfWork) -> Reply:
    """Show what was read and what it would change, or store it."""
    intake = await consider(handed.file, handed.document, unit)
    if about.store:
        await take_in(intake, unit, now)
        return _told([*outcome_lines(intake, carried=False)])
    lines = [
        *document_lines(handed.document, intake.key),
        *standing_lines(intake),
        *change_lines(intake),
        *renumbered_lines(intake),
    ]
    shown = _told(lines)
    if intake.same:
        return shown
    return shown.model_copy(update={"parts": (*shown.parts, _confirmation(handed, about))})


def _confirmation(handed: Handed, about: Wanted) -> Choices:
    says = f"store document {about.id} {handed.digest}"
    if dates := open_dates(handed.document):
        day = Choice(label=f"Store it: {dates[0]} has the day first", says=says)
        month = Choice(label="Store it: the month first", says=f"{says} with the month first")
        return Choices(options=(day, month))
    return Choices(options=(Choice(label="Store it", says=says),))


def _told(lines: list[str]) -> Reply:
    parts: tuple[Part, ...] = tuple(Paragraph(text=line.strip()) for line in lines[1:])
    return Reply(summary=lines[0], parts=parts, private=True)


async def _require_administrator(request: Request, unit: UnitOfWork) -> None:
    person = await unit.people.behind(request.account)
    directory = await unit.people.directory()
    may = {each.id: each.name for each in directory.administrators()}
    if person.id not in may:
        raise NotAllowed("take in a plan document", ADMINISTRATOR, may.values())
