"""A message that its author has edited: what the earlier wording changed is taken back first."""

from collections.abc import Sequence

from domain.conversation import Paragraph, Reply
from domain.events import EventKind
from domain.problems import NothingToUndo
from handlers.recording import take_back
from handlers.scene import Scene


async def correct(message: str, scene: Scene) -> Sequence[str]:
    """Take back what still stands of an earlier request of this person; say of which actions."""
    said = await scene.unit.events.said_with(message, scene.person.id)
    changes = [event for event in said if event.kind is not EventKind.UNDONE]
    undone: list[str] = []
    for event in reversed(changes):
        try:
            await take_back(event, scene)
        except NothingToUndo:  # they have taken it back themselves
            continue
        undone.append(event.ref)
    return list(dict.fromkeys(reversed(undone)))


def corrected(reply: Reply, undone: Sequence[str]) -> Reply:
    """The reply to the new wording, which says first what was taken back of the old one."""
    if not undone:
        return reply
    told = f"You edited your message, so its earlier wording no longer counts: {', '.join(undone)}."
    return reply.model_copy(update={"parts": (Paragraph(text=told), *reply.parts)})
