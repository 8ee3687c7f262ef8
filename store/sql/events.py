"""What happened, in SQL. Events are only ever added."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.sql.elements import ColumnElement

from domain.events import Event, EventKind, live
from domain.problems import UnknownAction
from store.keepable import aware, keepable
from store.sql.transaction import Transaction
from store.tables import ActionRow, EventRow

COLUMNS = tuple(getattr(EventRow, name) for name in Event.model_fields)
NEWEST = select(func.max(EventRow.id)).where(EventRow.workspace == bindparam("workspace"))
BATCH = 50  # events of a person that are looked through at once


class SqlEvents:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def append(self, event: Event) -> Event:
        aware(event.at)
        await self._transaction.take_turn()
        await self._require_action(event)
        id = await self._transaction.add_numbered(EventRow, EventRow.id, dict(keepable(event)))
        return event.model_copy(update={"id": id})

    async def append_all(self, events: Sequence[Event]) -> None:
        aware(*(event.at for event in events))
        await self._transaction.take_turn()
        await self._require_actions(events)
        first = await self.newest() + 1
        rows = [{**dict(keepable(event)), "id": id} for id, event in enumerate(events, first)]
        await self._transaction.add(EventRow, *rows)

    async def get(self, id: int) -> Event | None:
        return next(iter(await self._events(EventRow.id == id)), None)

    async def about(self, plan: str, ref: str) -> Sequence[Event]:
        return await self._events(EventRow.plan == plan, EventRow.ref == ref)

    async def between(
        self, plan: str, start: datetime | None, end: datetime | None
    ) -> Sequence[Event]:
        aware(start, end)
        conditions = [EventRow.plan == plan]
        if start is not None:
            conditions.append(EventRow.at > start)
        if end is not None:
            conditions.append(EventRow.at <= end)
        return await self._events(*conditions)

    async def after(self, plan: str, id: int) -> Sequence[Event]:
        return await self._events(EventRow.plan == plan, EventRow.id > id)

    async def newest(self) -> int:
        last = await self._transaction.row(NEWEST, {"workspace": self._transaction.workspace})
        return last[0] or 0 if last else 0

    async def said_with(self, message: str, person: str) -> Sequence[Event]:
        return await self._events(EventRow.by == person, EventRow.message == message)

    async def last_message(self, person: str) -> Sequence[Event]:
        """Look through what they said, latest first, until something of it still stands."""
        histories: dict[tuple[str, str], list[Event]] = {}
        said = await self._said(person)
        while said:
            for event in said:
                if event in await self._standing(event, histories):
                    return await self._standing_of(event, histories)
            said = await self._said(person, before=said[-1].id)
        return []

    async def _said(self, person: str, before: int | None = None) -> list[Event]:
        """What this person changed, latest first, up to a number of events at once."""
        earlier = [EventRow.id < before] if before is not None else []
        return await self._events(
            EventRow.by == person,
            EventRow.kind != EventKind.UNDONE,
            *earlier,
            latest=BATCH,
        )

    async def _standing(
        self, event: Event, histories: dict[tuple[str, str], list[Event]]
    ) -> list[Event]:
        """What still stands of the action that the event is about."""
        about = (event.plan, event.ref)
        if about not in histories:
            histories[about] = live(await self.about(*about))
        return histories[about]

    async def _standing_of(
        self, last: Event, histories: dict[tuple[str, str], list[Event]]
    ) -> list[Event]:
        """All that still stands of the message with which the event came."""
        together = await self.said_with(last.message, last.by)
        return [each for each in together if each in await self._standing(each, histories)]

    async def _events(
        self, *conditions: ColumnElement[bool], latest: int | None = None
    ) -> list[Event]:
        """The events that meet the conditions: oldest first, or the latest of them first."""
        rows = await self._transaction.rows(
            select(*COLUMNS)
            .where(EventRow.workspace == self._transaction.workspace, *conditions)
            .order_by(EventRow.id.desc() if latest else EventRow.id)
            .limit(latest)
        )
        return [Event.model_validate(dict(row._mapping)) for row in rows]

    async def _require_actions(self, events: Sequence[Event]) -> None:
        rows = await self._transaction.rows(
            select(ActionRow.plan, ActionRow.ref).where(
                ActionRow.workspace == self._transaction.workspace,
                ActionRow.plan.in_({event.plan for event in events}),
            )
        )
        known = {(row.plan, row.ref) for row in rows}
        for event in events:
            if (event.plan, event.ref) not in known:
                raise UnknownAction(event.ref)

    async def _require_action(self, event: Event) -> None:
        found = await self._transaction.row(
            select(ActionRow.ref).where(
                ActionRow.workspace == self._transaction.workspace,
                ActionRow.plan == event.plan,
                ActionRow.ref == event.ref,
            )
        )
        if found is None:
            raise UnknownAction(event.ref)
