"""What has gone out lately, in SQL: one row a conversation, shared by all who send."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Row, Select, select

from domain.pacing import EVERYWHERE, Flow
from store.sql.sound import a_flow, sound_rows
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
        found = list(await self._sound(whole))
        if not found:
            await self._transaction.add(FlowRow, _row(platform, EVERYWHERE, Flow()))
            found += await self._sound(whole)
        if conversations:
            theirs = flows.where(FlowRow.conversation.in_(set(conversations)))
            found += await self._sound(theirs)
        return {EVERYWHERE: Flow()} | {row.conversation: row.flow for row in found}

    async def _sound[*Columns](self, flows: Select[*Columns]) -> Sequence[Row[*Columns]]:
        """One that is damaged is locked all the same, and begun anew."""
        return await sound_rows(self._transaction, flows, [FlowRow.conversation], a_flow)

    async def keep(self, platform: str, flows: Mapping[str, Flow]) -> None:
        rows = [_row(platform, where, flow) for where, flow in sorted(flows.items())]
        await self._transaction.put_apart(FlowRow, *rows)


def _row(platform: str, conversation: str, flow: Flow) -> dict[str, object]:
    return {"platform": platform, "conversation": conversation, "flow": flow}
