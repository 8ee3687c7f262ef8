"""What people have told the bot to do from now on, in memory."""

from collections.abc import Sequence

from domain.instructions import Instruction
from store.keepable import aware, keepable
from store.memory.kept import Draft


class MemoryInstructions:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    async def append(self, instruction: Instruction) -> Instruction:
        aware(instruction.at)
        kept = await self._draft.write()
        id = len(kept.instructions) + 1
        numbered = keepable(instruction).model_copy(update={"id": id})
        kept.instructions.append(numbered)
        return numbered

    async def all(self) -> Sequence[Instruction]:
        return list(self._draft.read().instructions)
