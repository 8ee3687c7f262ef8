"""What people have told the bot to do from now on, in SQL. Only ever added to."""

from collections.abc import Sequence

from sqlalchemy import select

from domain.instructions import Instruction
from store.keepable import aware, keepable
from store.sql.remembered import Kind
from store.sql.sound import an_instruction, sound_rows
from store.sql.transaction import Transaction
from store.tables import InstructionRow

COLUMNS = tuple(getattr(InstructionRow, name) for name in Instruction.model_fields)


class SqlInstructions:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def append(self, instruction: Instruction) -> Instruction:
        aware(instruction.at)
        row = dict(keepable(instruction))
        id = await self._transaction.add_numbered(InstructionRow, InstructionRow.id, row)
        return instruction.model_copy(update={"id": id})

    async def all(self) -> Sequence[Instruction]:
        return list(await self._transaction.recall("instructions", (Kind.KNOWN,), self._read))

    async def _read(self) -> Sequence[Instruction]:
        own = (
            select(*COLUMNS)
            .where(InstructionRow.workspace == self._transaction.workspace)
            .order_by(InstructionRow.id)
        )
        rows = await sound_rows(self._transaction, own, [InstructionRow.id], an_instruction)
        return tuple(Instruction.model_validate(dict(row._mapping)) for row in rows)
