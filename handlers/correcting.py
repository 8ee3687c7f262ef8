"""A message that its author has edited: what the earlier wording led to is taken back first."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.conversation import Paragraph, Reply
from domain.events import EventKind
from domain.intents import Question
from domain.named import bare
from domain.problems import NothingToUndo
from handlers.asking import refs_of
from handlers.recording import take_back
from handlers.scene import Scene
from handlers.undoing import untold


@dataclass(frozen=True, slots=True)
class Earlier:
    """What came of the earlier wording: the actions it changed, and those it was asked about.

    ``told``: it changed how its author is asked, or when they are away.
    """

    undone: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    told: bool = False

    def about(self, now: tuple[str, ...]) -> tuple[str, ...]:
        """What the new wording is about: what is spoken of ``now``, unless the old was not."""
        touched = tuple(dict.fromkeys((*self.undone, *self.asked)))
        return now if set(touched) <= set(now) else touched


async def correct(message: str, scene: Scene) -> Earlier:
    """Take back what still stands of an earlier request of this person, and its questions."""
    questions = await scene.unit.questions.asked_with(message, scene.person.id)
    for question in questions:
        if question.id is not None:
            await scene.unit.questions.close(question.id)
    undone, told = await _undone(message, scene), await untold(message, scene)
    return Earlier(undone, _asked(questions, scene), told)


async def _undone(message: str, scene: Scene) -> tuple[str, ...]:
    said = await scene.unit.events.said_with(message, scene.person.id)
    changes = [event for event in said if event.kind is not EventKind.UNDONE]
    undone: list[str] = []
    for event in reversed(changes):
        try:
            await take_back(event, scene)
        except NothingToUndo:  # they have taken it back themselves
            continue
        undone.append(scene.named(event.plan, event.ref))
    return tuple(dict.fromkeys(reversed(undone)))


def _asked(questions: Sequence[Question], scene: Scene) -> tuple[str, ...]:
    return tuple(scene.named(each.plan, ref) for each in questions for ref in refs_of(each))


def corrected(reply: Reply, earlier: Earlier) -> Reply:
    """The reply to the new wording, which says first what was taken back of the old one."""
    told = []
    if earlier.undone:
        refs = ", ".join(map(bare, earlier.undone))
        told.append(f"You edited your message, so its earlier wording no longer counts: {refs}.")
    elif earlier.told:
        told.append("You edited your message, so its earlier wording no longer counts.")
    elif earlier.asked:
        told.append("You edited your message, so my question about it no longer stands.")
    parts = (*(Paragraph(text=each) for each in told), *reply.parts)
    return reply.model_copy(update={"parts": parts})
