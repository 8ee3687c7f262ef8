"""What goes out, in SQL. Several senders share the work: each leases rows nobody else looks at."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from itertools import batched
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    SQLColumnExpression,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    not_,
    or_,
    select,
    type_coerce,
    update,
)
from sqlalchemy.orm import aliased

from domain.conversation import Kind, Outgoing, Telling
from domain.faults import What
from domain.sending import FORGOTTEN, UNREADABLE, Fate, Leased, Receipt, Undelivered
from store.keepable import aware
from store.sql.letters import columns_of, row_of
from store.sql.sound import a_message, a_person, sound_rows
from store.sql.statements import among, next_number
from store.sql.swept import forget
from store.sql.transaction import Transaction
from store.tables import OutboxRow

AT_ONCE = 1_000  # people in one statement


MESSAGE = tuple(getattr(OutboxRow, name) for name in Outgoing.model_fields)
ABOVE = aliased(OutboxRow)  # the message that another is under
IS_ABOVE = and_(ABOVE.workspace == OutboxRow.workspace, ABOVE.key == OutboxRow.under)
# Not by an outer join: its rows are so underrated that all would be sorted to find the first.
NOTHING_BEFORE_IT = ~exists().where(IS_ABOVE, ABOVE.state.not_in((Fate.SENT, Fate.DOUBTFUL)))


def _written_out(column: SQLColumnExpression[str], value: str) -> ColumnElement[bool]:
    """In the statement itself, or no index of these alone could be used."""
    return column == bindparam(None, value, literal_execute=True)


ANSWERS = _written_out(OutboxRow.kind, Kind.ANSWER.value)
WAITING, DOUBTFUL, GIVEN_UP = (
    _written_out(OutboxRow.state, each.value)
    for each in (Fate.WAITING, Fate.DOUBTFUL, Fate.GIVEN_UP)
)
ENDED: Mapping[str, object] = {  # what was said to somebody is of no more use, and may be private
    "reply": case((ANSWERS, type_coerce(FORGOTTEN, OutboxRow.reply.type)), else_=OutboxRow.reply)
}
LAST_GIVEN_UP = (
    select(OutboxRow.given_up_at)
    .where(OutboxRow.workspace == bindparam("workspace"), GIVEN_UP)
    .order_by(OutboxRow.given_up_at.desc())
    .limit(1)
)
RECEIPT_ABOVE = select(ABOVE.receipt).where(IS_ABOVE).scalar_subquery()


class SqlOutbox:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    @cached_property
    def _own(self) -> ColumnElement[bool]:
        return OutboxRow.workspace == self._transaction.workspace

    async def put(self, outgoing: Outgoing) -> bool:
        number = next_number(OutboxRow.number, self._own)
        return await self._transaction.add(OutboxRow, row_of(outgoing, number)) == 1

    async def put_all(self, messages: Sequence[Outgoing]) -> int:
        if not messages:
            return 0
        await self._transaction.take_turn()
        wanted = {each.key: each for each in reversed(messages)}  # of one key the first
        [last] = await self._transaction.rows(
            select(func.coalesce(func.max(OutboxRow.number), 0).label("number")).where(self._own)
        )
        numbers = range(last.number + 1, last.number + 1 + len(wanted))
        columns = columns_of([*reversed(wanted.values())], numbers)
        return await self._transaction.add_all(OutboxRow, columns)

    async def written(self, to: str, since: date) -> Sequence[Outgoing]:
        rows = await self._transaction.rows(
            select(*MESSAGE)
            .where(self._own, OutboxRow.to == to, OutboxRow.day >= since)
            .where(OutboxRow.state != Fate.GIVEN_UP)
            .order_by(OutboxRow.number)
        )
        return [_outgoing(row) for row in rows]

    async def told(self, people: Collection[str], since: date) -> Mapping[str, Sequence[Telling]]:
        found: dict[str, list[Telling]] = {}
        for some in batched(people, AT_ONCE):
            theirs = among(OutboxRow.to, some, self._transaction.on_sqlite)
            asked = (
                select(OutboxRow.number, OutboxRow.to, OutboxRow.day, OutboxRow.says)
                .where(self._own, theirs, OutboxRow.day >= since)
                .where(OutboxRow.state != Fate.GIVEN_UP)
            )
            rows = await sound_rows(self._transaction, asked, [OutboxRow.to], a_person)
            for row in sorted(rows, key=itemgetter(0)):  # by an index here, all would be read
                found.setdefault(str(row.to), []).append(Telling(row.day, row.says))
        return found

    async def next_due(self, platform: str) -> datetime | None:
        row = await self._transaction.row(
            select(OutboxRow.next_try)
            .where(self._own, WAITING, OutboxRow.platform == platform)
            .where(NOTHING_BEFORE_IT)
            .order_by(OutboxRow.next_try)
            .limit(1)
        )
        return row.next_try if row else None

    async def lease(
        self, platform: str, now: datetime, until: datetime, limit: int
    ) -> Sequence[Leased]:
        aware(now, until)
        await self._transaction.begin_writing()
        free = self._free(platform, now)
        rows = list(await self._sound(free.where(ANSWERS).limit(limit)))
        if len(rows) < limit:
            rows += await self._sound(free.where(not_(ANSWERS)).limit(limit - len(rows)))
        await self._give_up_unread(now)
        leased = [_leased(row, until) for row in rows]
        await self._mark(
            OutboxRow.key.in_([each.key for each in leased]),
            claimed_until=until,
            next_try=until,  # if nothing is heard of it by then
            first_try=func.coalesce(OutboxRow.first_try, now),
            in_doubt=or_(OutboxRow.in_doubt, OutboxRow.claimed_until.is_not(None)),
        )
        return leased

    def _free(self, platform: str, now: datetime) -> Select[*tuple[Any, ...]]:
        """What is due and nobody holds, oldest first; what is found is locked."""
        return (
            select(
                *MESSAGE,
                OutboxRow.attempts,
                func.coalesce(OutboxRow.first_try, now, type_=OutboxRow.first_try.type).label(
                    "first_try"
                ),
                or_(OutboxRow.in_doubt, OutboxRow.claimed_until.is_not(None)).label("in_doubt"),
                RECEIPT_ABOVE.label("above"),
            )
            .where(
                self._own,
                WAITING,
                OutboxRow.platform == platform,
                OutboxRow.next_try <= now,
                or_(OutboxRow.claimed_until.is_(None), OutboxRow.claimed_until <= now),
                NOTHING_BEFORE_IT,
            )
            .order_by(OutboxRow.next_try, OutboxRow.number)
            .with_for_update(skip_locked=True, of=OutboxRow)
        )

    async def _sound[*Columns](self, those: Select[*Columns]) -> Sequence[Row[*Columns]]:
        return await sound_rows(self._transaction, those, [OutboxRow.key], a_message)

    async def _give_up_unread(self, now: datetime) -> None:
        """What cannot be read is not tried again and again; nor is what is under it."""
        keys = [each.name for each in self._transaction.unread if each.what is What.MESSAGE]
        if keys:
            those = and_(WAITING, or_(OutboxRow.key.in_(keys), OutboxRow.under.in_(keys)))
            await self._mark(those, state=Fate.GIVEN_UP, given_up_at=now, why=UNREADABLE)

    async def sent(self, key: str, at: datetime, receipt: Receipt | None = None) -> None:
        aware(at)
        await self._mark(
            OutboxRow.key == key, state=Fate.SENT, sent_at=at, receipt=receipt, **ENDED
        )

    async def defer(self, message: Leased, at: datetime) -> None:
        aware(at)
        await self._mark(_held(message), next_try=at, claimed_until=None)

    async def retry(self, message: Leased, at: datetime, in_doubt: bool = False) -> None:
        aware(at)
        await self._mark(
            _held(message),
            next_try=at,
            claimed_until=None,
            in_doubt=in_doubt,
            attempts=OutboxRow.attempts + 1,
        )

    async def doubt(self, message: Leased, at: datetime) -> None:
        aware(at)
        await self._mark(_held(message), state=Fate.DOUBTFUL, sent_at=at)

    async def give_up(self, message: Leased, at: datetime, why: str) -> None:
        aware(at)
        news = {"state": Fate.GIVEN_UP, "given_up_at": at, "why": why, **ENDED}
        if await self._mark(_held(message), **news):
            await self._mark(_waiting_under(message), **news)

    async def withdraw(self, message: Leased) -> bool:
        gone = delete(OutboxRow).where(self._own, _held(message))
        if not await self._transaction.change_apart(gone):
            return False
        under = delete(OutboxRow).where(self._own, _waiting_under(message))
        await self._transaction.change_apart(under)
        return True

    async def waiting(self, keys: Collection[str]) -> Collection[str]:
        wanted = among(OutboxRow.key, [*keys], self._transaction.on_sqlite)
        rows = await self._transaction.rows(select(OutboxRow.key).where(self._own, WAITING, wanted))
        return {row.key for row in rows}

    async def doubtful(self, platform: str) -> Sequence[Outgoing]:
        rows = await self._sound(
            select(*MESSAGE)
            .where(self._own, DOUBTFUL, OutboxRow.platform == platform)
            .order_by(OutboxRow.number)
        )
        return [_outgoing(row) for row in rows]

    async def last_given_up(self) -> datetime | None:
        own = {"workspace": self._transaction.workspace}
        row = await self._transaction.row(LAST_GIVEN_UP, own)
        return row.given_up_at if row else None

    async def given_up(self, since: datetime) -> Sequence[Undelivered]:
        aware(since)
        rows = await self._sound(
            select(*MESSAGE, OutboxRow.given_up_at, OutboxRow.why)
            .where(self._own, GIVEN_UP, OutboxRow.given_up_at >= since)
            .order_by(OutboxRow.given_up_at, OutboxRow.number)
        )
        return [
            Undelivered(message=_outgoing(row), at=row.given_up_at, why=row.why) for row in rows
        ]

    async def forget_ended(self, before: datetime, most: int) -> int:
        aware(before)
        oldest = (
            select(OutboxRow.key, OutboxRow.state, OutboxRow.not_before)
            .where(self._own)
            .order_by(OutboxRow.number)
            .limit(most)
            .subquery()
        )
        ended = and_(oldest.c.state != Fate.WAITING, oldest.c.not_before < before)
        past = select(oldest.c.key).where(ended)
        gone = delete(OutboxRow).where(self._own, OutboxRow.key.in_(past))
        return await forget(self._transaction, past, gone)

    async def _mark(self, which: ColumnElement[bool], **news: object) -> int:
        return await self._transaction.change_apart(
            update(OutboxRow).where(self._own, which).values(**news)
        )


def _held(message: Leased) -> ColumnElement[bool]:
    """The message, as long as nobody has taken it over."""
    return and_(
        OutboxRow.key == message.key,
        OutboxRow.state == Fate.WAITING,
        OutboxRow.claimed_until == message.until,
    )


def _waiting_under(message: Leased) -> ColumnElement[bool]:
    return and_(OutboxRow.under == message.key, OutboxRow.state == Fate.WAITING)


def _outgoing(row: Row[*tuple[Any, ...]]) -> Outgoing:
    found = row._mapping
    return Outgoing.model_validate({name: found[name] for name in Outgoing.model_fields})


def _leased(row: Row[*tuple[Any, ...]], until: datetime) -> Leased:
    """The message, in the thread of the one it is under."""
    found = dict(row._mapping)
    above: Receipt | None = found.pop("above")
    message = Leased.model_validate(found | {"until": until})
    if above is None or above.thread is None:
        return message
    address = message.address.model_copy(update={"thread": above.thread})
    return message.model_copy(update={"address": address})
