"""What has gone out lately, in SQL: one row a conversation, shared by all who send."""

from collections.abc import Mapping

from sqlalchemy import select

from domain.pacing import EVERYWHERE, Flow
from store.sql.transaction import Transaction
from store.tables import FlowRow


class SqlTraffic:
    """The row of the whole workspace is locked: it stands for all its conversations."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def flows(self, platform: str) -> Mapping[str, Flow]:
        await self._transaction.begin_writing()
        own = (FlowRow.workspace == self._transaction.workspace, FlowRow.platform == platform)
        whole = (
            select(FlowRow.flow).where(*own, FlowRow.conversation == EVERYWHERE).with_for_update()
        )
        if await self._transaction.row(whole) is None:
            await self._transaction.add(FlowRow, _row(platform, EVERYWHERE, Flow()))
            await self._transaction.row(whole)
        rows = await self._transaction.rows(select(FlowRow.conversation, FlowRow.flow).where(*own))
        return {row.conversation: row.flow for row in rows}

    async def keep(self, platform: str, flows: Mapping[str, Flow]) -> None:
        rows = [_row(platform, where, flow) for where, flow in sorted(flows.items())]
        await self._transaction.put_apart(FlowRow, *rows)


def _row(platform: str, conversation: str, flow: Flow) -> dict[str, object]:
    return {"platform": platform, "conversation": conversation, "flow": flow}
