"""Saying again what may never have arrived, with the next message to the same place."""

from collections.abc import Sequence

from domain.conversation import Items, Outgoing, Paragraph, Part, Reply
from handlers.days import day


def with_amends(message: Outgoing, doubtful: Sequence[Outgoing]) -> Outgoing:
    """The message, and after it those of which nobody knows whether they were delivered."""
    if not doubtful:
        return message
    parts = (*message.reply.parts, *(part for each in doubtful for part in _again(each, message)))
    reply = message.reply.model_copy(update={"parts": parts})
    return message.model_copy(update={"reply": reply})


def _again(earlier: Outgoing, message: Outgoing) -> list[Part]:
    """The earlier message under a line that says so; its numbers belong to the new one."""
    when = day(earlier.day, message.day)
    told = Paragraph(text=f"You may have had this already, from {when}: {_whole(earlier.reply)}")
    lists = [part for part in earlier.reply.parts if isinstance(part, Items)]
    return [told, *(part.model_copy(update={"numbered": False}) for part in lists)]


def _whole(reply: Reply) -> str:
    """What was said apart from lists and buttons."""
    told = (part.text for part in reply.parts if isinstance(part, Paragraph))
    return " ".join([reply.summary, *told])
