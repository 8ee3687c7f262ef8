"""Putting what somebody told the bot to do from now on on the record."""

from domain.instructions import Instruction, Order
from handlers.scene import Scene


async def keep(order: Order, scene: Scene, plan: str | None) -> Instruction:
    """Keep an order, with who gave it, when, where and in which words."""
    return await scene.unit.instructions.append(
        Instruction(
            at=scene.now,
            by=scene.person.id,
            by_name=scene.person.name,
            where=scene.said.where,
            message=scene.said.message,
            words=scene.said.words,
            plan=plan,
            event=await scene.unit.events.newest(),
            order=order,
        )
    )
