"""What came of one intent, and how several outcomes are told in one reply."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.conversation import Choice, Choices, Item, Items, Paragraph, Part, Reply


@dataclass(frozen=True, slots=True)
class Outcome:
    """``summary`` is a whole sentence; ``event`` the number to take it back by, if it can be,
    and ``order`` that of what was told of how one is asked.

    An outcome that is told together with another has no sentence of its own. ``done`` is what
    several of them say together: “Recorded 2:”.
    """

    summary: str
    item: Item | None = None
    event: int | None = None
    order: int | None = None
    choices: tuple[Choice, ...] = ()
    parts: tuple[Part, ...] = ()
    private: bool = False
    done: str = "Recorded"


def told(outcomes: Sequence[Outcome], aside: Sequence[str] = ()) -> Reply:
    """Join what came of a message into one reply, with what was left alone said beside it."""
    parts: list[Part] = []
    items = tuple(each.item for each in outcomes if each.item)
    if items:
        parts.append(Items(items=items))
    parts += [part for each in outcomes for part in each.parts]
    parts += [Paragraph(text=each) for each in aside]
    choices = _choices(outcomes)
    if choices:
        parts.append(Choices(options=choices))
    private = any(each.private for each in outcomes)
    return Reply(summary=_summary(outcomes), parts=tuple(parts), private=private)


def _summary(outcomes: Sequence[Outcome]) -> str:
    if len(outcomes) == 1:
        return outcomes[0].summary
    shown = sum(each.event is not None and each.item is not None for each in outcomes)
    done = {each.done for each in outcomes}
    if shown == len(outcomes) and len(done) == 1:
        return f"{done.pop()} {shown}:"
    return " ".join(each.summary for each in outcomes if each.summary)


def _choices(outcomes: Sequence[Outcome]) -> tuple[Choice, ...]:
    events = [f"#{each.event}" for each in outcomes if each.event is not None]
    events += [f"order #{each.order}" for each in outcomes if each.order is not None]
    undo = [undoing(events)] if events else []
    several = len(outcomes) > 1
    own = (choice for each in outcomes for choice in each.choices)
    return (*undo, *(_told_apart(choice) if several else choice for choice in own))


def _told_apart(choice: Choice) -> Choice:
    """A button that stands beside those of other outcomes: a form's says whose it is."""
    label = choice.label
    if len(choice.form) == 1:
        label = f"{label.rstrip('…')} {choice.form[0]}…"
    return choice.model_copy(update={"aside": True, "label": label})


def undoing(events: Sequence[str]) -> Choice:
    label = "Undo" if len(events) == 1 else "Undo all"
    return Choice(label=label, says="undo " + " ".join(events))
