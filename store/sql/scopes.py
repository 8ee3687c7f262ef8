"""Which short rows of StandingRow are within a scope.

What is asked about comes in as parameters, so that a statement is built once for its kind.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    SQLColumnExpression,
    and_,
    bindparam,
    or_,
    select,
)

from domain.summary import Scope
from domain.work import Status
from store.mark import mark_of, mark_through
from store.sql.remembered import Kind as Marked
from store.sql.transaction import Transaction
from store.tables import ActionRow, AnsweringRow, StandingRow
from store.tables.shape import Names

type Kind = tuple[str, ...]
"""By what a scope is narrowed down: a section, a group, a partnership group."""

type Given = Mapping[str, object]

ITS_ACTION = and_(
    ActionRow.workspace == StandingRow.workspace,
    ActionRow.plan == StandingRow.plan,
    ActionRow.ref == StandingRow.ref,
)
FINISHED = tuple(each for each in Status if each.finished)


def kind_of(scope: Scope) -> Kind:
    names = ("section", "group", "partnership_group")
    return tuple(name for name in names if getattr(scope, name) is not None)


async def standings_within(scope: Scope, transaction: Transaction) -> list[ColumnElement[bool]]:
    """The conditions with what they are about in them."""
    given = await parameters_of(scope, transaction)
    return list(within(kind_of(scope), given))


def within(kind: Kind, given: Given | None = None) -> Iterator[ColumnElement[bool]]:
    """The conditions; what is not ``given`` is to be given when they are used."""
    for name in ("workspace", "plan", *kind):
        if name == "partnership_group":
            yield StandingRow.answers.in_(_parameter("answers", given, expanding=True))
        else:
            yield getattr(StandingRow, name) == _parameter(name, given)


def still_open(kind: Kind) -> SQLColumnExpression[bool]:
    """What is not finished, said by columns of the index that finds this kind.

    Having to look at each row beside the index would take ten times as long.
    """
    if "partnership_group" in kind:
        return or_(StandingRow.status.is_(None), StandingRow.status.not_in(FINISHED))
    return StandingRow.open


async def parameters_of(scope: Scope, transaction: Transaction) -> dict[str, object]:
    """What the conditions of ``within`` are to be about."""
    where: dict[str, object] = {"workspace": transaction.workspace, "plan": scope.plan}
    marks = {"section": mark_of(scope.section), "group": mark_of(scope.group)}
    where |= {name: value for name, value in marks.items() if value is not None}
    if scope.partnership_group is not None:
        through = map(mark_through, scope.its_sections)
        where["answers"] = [*await _naming(scope, transaction), *through]
    return where


def _parameter(name: str, given: Given | None, expanding: bool = False) -> BindParameter[Any]:
    if given is None:
        return bindparam(name, expanding=expanding)
    return bindparam(None, given[name], expanding=expanding)


async def _naming(scope: Scope, transaction: Transaction) -> list[str]:
    """The marks under which the partnership group is named, alone or with others."""

    async def read() -> Sequence[tuple[str, Names]]:
        rows = await transaction.rows(
            select(AnsweringRow.mark, AnsweringRow.names).where(
                AnsweringRow.workspace == transaction.workspace, AnsweringRow.plan == scope.plan
            )
        )
        return [(row.mark, row.names) for row in rows]

    named = await transaction.recall(("answering", scope.plan), (Marked.STANDING,), read)
    return [mark for mark, names in named if scope.named_by(names)]
