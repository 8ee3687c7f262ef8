"""The one message of a day: everything for one person, answered in words or by a button."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from domain.concerns import Ask, Concern, Joined
from domain.conversation import Choice, Choices, Item, Items, Paragraph, Part, Reply
from domain.named import by_plan
from domain.policy import MOST_LINES
from handlers.asks import asked, buttons
from handlers.belonging import belonging, said_of_each, titled
from handlers.salutation import greeting

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")
INVITATION = (
    "You can just answer in words, for all of them: “{} done, {} end of April, waiting on HR”."
)


def reminder(joined: Joined) -> Reply:
    """Ask one person about all that needs a word from them today, and tell what concerns them."""
    return Reply(summary=_opening(joined), parts=tuple(_parts(joined)))


def counted(number: int) -> str:
    """ "Two things on the plan need"."""
    word = NUMBERS[number].capitalize() if number < len(NUMBERS) else str(number)
    return f"{word} thing{'s' if number != 1 else ''} on the plan need{'s' if number == 1 else ''}"


def _opening(joined: Joined) -> str:
    hello = greeting(joined.person.name, joined.now)
    if joined.asks:
        return f"{hello} {counted(len(joined.asks))} a word from you."
    opening = next((each.opening for each in joined.concerns if each.opening), "")
    return f"{hello} {opening}" if opening else f"{hello} This is just to let you know."


def _parts(joined: Joined) -> Iterator[Part]:
    openings = (each.opening for each in joined.concerns if each.opening and each.asked)
    yield from (Paragraph(text=each) for each in dict.fromkeys(openings))
    for number, ask in enumerate(joined.asks, 1):
        yield from _asked(ask, number, joined)
    if joined.more:
        yield Paragraph(text=f"And {joined.more} more, which can wait: “what’s mine?” shows all.")
    if len(joined.asks) > 1:
        first, second = [each.ref for each in joined.asks[:2]] if joined.by_number else (1, 2)
        yield Paragraph(text=INVITATION.format(first, second))
    yield from told_to(joined)
    yield Choices(options=tuple(_last(joined)))


def _asked(ask: Ask, number: int, joined: Joined) -> Iterator[Part]:
    several = len(joined.asks) > 1
    item = _in_its_plan(asked(ask, joined.day, joined.person), ask.plan, joined)
    yield Items(items=(item,), numbered=several and not joined.by_number, first=number)
    if number <= MOST_LINES:  # of more, words are quicker than a screen of buttons
        options = Choices(options=buttons(ask, joined.day, several, ask.plan))
        yield from _belonging([options], ask.plan, joined)


def _in_its_plan(item: Item, plan: str, joined: Joined) -> Item:
    """Say of which plan it is, where the message is about several."""
    if len(joined.titles) < 2 or len(joined.plans) < 2:
        return item
    detail = " · ".join(filter(None, [joined.titles.get(plan), item.detail]))
    return item.model_copy(update={"detail": detail})


def _belonging(parts: Sequence[Part], plan: str | None, joined: Joined) -> Sequence[Part]:
    """The parts with buttons that say which plan they are about, where there are several."""
    if plan is None or len(joined.titles) < 2:
        return parts
    return belonging(Reply(summary="", parts=tuple(parts)), plan).parts


def _last(joined: Joined) -> Iterator[Choice]:
    """What can be said of the message as a whole."""
    asked = joined.about[: len(joined.asks)]
    asked_for = by_plan(asked, joined.plan or "")
    if len(joined.asks) > 1:
        yield Choice(label="Answer all in a form", form=asked, plan=joined.plan)
    if asked_for:
        later = {plan: _tomorrow(refs) for plan, refs in asked_for.items()}
        yield Choice(label="Ask me tomorrow", says=_said(later, joined))
    about = asked_for if asked == joined.about else by_plan(joined.about, joined.plan or "")
    if about:
        why = {plan: f"why {', '.join(refs)}?" for plan, refs in about.items()}
        label = "Why am I asked?" if asked_for else "Why am I told?"
        yield Choice(label=label, says=_said(why, joined), aside=True)


def _tomorrow(refs: Sequence[str]) -> str:
    return f"ask me about {' and '.join(refs)} tomorrow"


def _said(sentences: Mapping[str, str], joined: Joined) -> str:
    """What a button says of each plan; which plan is not said where there is only one."""
    return said_of_each(sentences) if len(joined.titles) > 1 else " ".join(sentences.values())


def told_to(joined: Joined) -> Iterator[Part]:
    """What concerns the person besides what they are asked."""
    yield from merged(_told(each, joined) for each in joined.concerns)


def _told(concern: Concern, joined: Joined) -> Concern:
    """A concern whose headings and buttons say which plan it is of, where that is not plain."""
    parts = tuple(_belonging(concern.parts, concern.plan, joined))
    title = joined.titles.get(concern.plan or "")
    if title and len(joined.plans) > 1:
        parts = titled(Reply(summary="", parts=parts), title).parts
    return concern.model_copy(update={"parts": parts})


def merged(concerns: Iterable[Concern]) -> Iterator[Part]:
    """The parts of all concerns, with the lines under one heading together, and not too many."""
    headed: dict[str, Items] = {}
    others: list[Part] = []
    for part in (part for each in concerns for part in each.parts):
        if isinstance(part, Items) and part.heading and not part.numbered:
            before = headed.get(part.heading)
            items = (*before.items, *part.items) if before else part.items
            more = part.more + (before.more if before else 0)
            headed[part.heading] = part.model_copy(update={"items": items, "more": more})
        elif part not in others:
            others.append(part)
    yield from map(_shortened, headed.values())
    yield from others


def _shortened(part: Items) -> Items:
    over = len(part.items) - MOST_LINES
    if over <= 0:
        return part
    return part.model_copy(update={"items": part.items[:MOST_LINES], "more": part.more + over})
