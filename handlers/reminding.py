"""The one message of a day: everything for one person, answered in words or by a button."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from domain.concerns import Ask, Concern, Joined
from domain.conversation import Choice, Choices, Items, Paragraph, Part, Reply
from domain.policy import MOST_LINES
from handlers.asks import asked, buttons

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")
NOON, EVENING = 12, 18
INVITATION = (
    "You can just answer in words, for all of them: “1 done, 2 end of April, waiting on HR”."
)


def reminder(joined: Joined) -> Reply:
    """Ask one person about all that needs a word from them today, and tell what concerns them."""
    return Reply(summary=_opening(joined), parts=tuple(_parts(joined)))


def greeting(name: str, now: datetime) -> str:
    part = "morning" if now.hour < NOON else "afternoon" if now.hour < EVENING else "evening"
    return f"Good {part}, {name}."


def counted(number: int) -> str:
    """ "Two things on the plan need"."""
    word = NUMBERS[number].capitalize() if number < len(NUMBERS) else str(number)
    return f"{word} thing{'s' if number != 1 else ''} on the plan need{'s' if number == 1 else ''}"


def _opening(joined: Joined) -> str:
    hello = greeting(joined.person.first_name, joined.now)
    if joined.asks:
        return f"{hello} {counted(len(joined.asks))} a word from you."
    opening = next((each.opening for each in joined.concerns if each.opening), "")
    return f"{hello} {opening}" if opening else f"{hello} This is for you to know."


def _parts(joined: Joined) -> Iterator[Part]:
    openings = (each.opening for each in joined.concerns if each.opening and each.asked)
    yield from (Paragraph(text=each) for each in dict.fromkeys(openings))
    for number, ask in enumerate(joined.asks, 1):
        yield from _asked(ask, number, joined)
    if joined.more:
        yield Paragraph(text=f"And {joined.more} more, which can wait: “what’s mine?” shows all.")
    if len(joined.asks) > 1:
        yield Paragraph(text=INVITATION)
    yield from merged(joined.concerns)
    yield Choices(options=tuple(_last(joined)))


def _asked(ask: Ask, number: int, joined: Joined) -> Iterator[Part]:
    several = len(joined.asks) > 1
    item = asked(ask, joined.day, joined.person)
    yield Items(items=(item,), numbered=several, first=number)
    if number <= MOST_LINES:  # of more, words are quicker than a screen of buttons
        yield Choices(options=buttons(ask, joined.day, several, joined.plan))


def _last(joined: Joined) -> Iterator[Choice]:
    """What can be said of the message as a whole."""
    refs = " and ".join(ask.ref for ask in joined.asks)
    if len(joined.asks) > 1:
        asked = tuple(ask.ref for ask in joined.asks)
        yield Choice(label="Answer all in a form", form=asked, plan=joined.plan)
    if refs:
        yield Choice(label="Ask me tomorrow", says=f"ask me about {refs} tomorrow")
    about = ", ".join(joined.about)
    if about:
        why = "Why am I asked?" if refs else "Why am I told?"
        yield Choice(label=why, says=f"why {about}?", aside=True)


def merged(concerns: Sequence[Concern]) -> Iterator[Part]:
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
