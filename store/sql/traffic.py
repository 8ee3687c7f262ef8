"""What has gone out lately, in SQL: one row a conversation, shared by all who send."""

from collections.abc import Collection, Mapping

from sqlalchemy import select

from domain.pacing import EVERYWHERE, Flow
from store.sql.transaction import Transaction
from store.tables import FlowRow


class SqlTraffic:
    """The row of the whole workspace is locked: it stands for all its conversations."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def flows(self, platform: str, conversations: Collection[str] = ()) -> Mapping[str, Flow]:
        await self._transaction.begin_writing()
        own = (FlowRow.workspace == self._transaction.workspace, FlowRow.platform == platform)
        flows = select(FlowRow.conversation, FlowRow.flow).where(*own)
        whole = flows.where(FlowRow.conversation == EVERYWHERE).with_for_update()
        found = list(await self._transaction.rows(whole))
        if not found:
            await self._transaction.add(FlowRow, _row(platform, EVERYWHERE, Flow()))
            found += await self._transaction.rows(whole)
        if conversations:
            theirs = flows.where(FlowRow.conversation.in_(set(conversations)))
            found += await self._transaction.rows(theirs)
        return {row.conversation: row.flow for row in found}

    async def keep(self, platform: str, flows: Mapping[str, Flow]) -> None:
        rows = [_row(platform, where, flow) for where, flow in sorted(flows.items())]
        await self._transaction.put_apart(FlowRow, *rows)


def _row(platform: str, conversation: str, flow: Flow) -> dict[str, object]:
    return {"platform": platform, "conversation": conversation, "flow": flow}
