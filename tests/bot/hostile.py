"""Words that somebody could write to ping, to lead astray, to deceive or to break a message.

And a partnership that says such things in everything it writes: its plan, its people, its news.
"""

import csv
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from random import Random

from bot.clock import SetClock
from bot.desk import Desk
from domain.calendar import Calendar
from domain.conversation import (
    Choice,
    Choices,
    Facts,
    Item,
    Items,
    Kind,
    Mark,
    Paragraph,
    Reply,
    Tally,
)
from domain.people import Appointment, Office, PartnershipGroup, Person
from domain.places import Address
from domain.ports import Store
from domain.work import Section
from scheduler.beat import beat
from tests.builders import an_action, by

PIECES = (
    "<!channel>",
    "<!here>",
    "<!everyone|all>",
    "<@U0000000001>",
    "<@W1|boss>",
    "<#C1|general>",
    "<!subteam^S1|crew>",
    "<!date^1|{date}|now>",
    "<https://evil.example|our plan>",
    "<mailto:a@evil.example|mail>",
    "<javascript:alert(1)|press>",
    "https://evil.example/?a=<b>&c",
    "www.evil.example",
    "slack://user?team=T1&id=U1",
    "@channel @here @everyone",
    "&lt;!channel&gt;",
    "&amp;lt;!here&amp;gt;",
    "*bold* _it_ ~gone~ `code` ```block```",
    "> quoted\n>>> all of it",
    ":rotating_light: :smile:",
    "[words](https://evil.example)",
    '{"type": "section"}',
    "\u202eesrever\u202c",
    "\u200b\u200d\ufeff\u2066",
    "\x00\x07\x1b[31m",
    "e\u0301\u0302\u0303" * 30,
    "👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "عربي \u05e2\u05d1\u05e8\u05d9\u05ea",
    "<",
    ">",
    "&",
    "|",
    "\n\n\n",
    "\t \r",
    "“quoted” ‘so’",
    "%s {0} $HOME ${x}",
    "' OR 1=1; --",
    "<at>Everyone</at>",
    "<at id='29:boss'>Boss</at>",
    "@team @channel @Nia Quill",
    "![seen](https://evil.example/pixel.png)",
    "<a href='https://evil.example'>plan</a>",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "**bold** _it_ ~~gone~~ `code`\n# Heading\n- point\n1. first",
    '{"type": "Action.OpenUrl", "url": "https://evil.example"}',
    '"}], "entities": [{"type": "mention"}], "x": [{"y": "',
    "{{DATE(2031-05-14)}} {{TIME(x)}} ${$root.secret} ${if(true, 'a', 'b')}",
    "msteams: https://teams.microsoft.com/l/chat/0/0?users=boss",
    "\\u003c \\n \\",
    "<speak><break time='9s'/></speak>",
)

IN_A_REPLY = 10
SPEAKERS = ("nia", "kit", "bo")
ACTIONS = 25
ASKED = (
    "status",
    "status hostile",
    "my actions",
    "overdue",
    "what is due?",
    "history of 60.1",
    "what changed this week?",
    "why?",
    "our words",
    "people",
    "help",
    "undo",
)
MORNINGS = (date(2031, 5, 15), date(2031, 5, 19), date(2031, 6, 2), date(2031, 6, 12))
"""A day after, the digest's Monday, that of the roll-up as well, and a day within the round."""

EARLY = time(8, 45)  # in UTC: all that comes round that day is due


def hostile(random: Random) -> str:
    """A few pieces run together; one in forty is longer than any message may be."""
    count = random.randint(1, 6)
    words = random.choice(("", " ")).join(random.choices(PIECES, k=count))
    return (words * 5_000)[:5_000] if random.random() < 0.025 else words


def printed(random: Random, most: int) -> str:
    """Words as a plan can have them: what no document holds is not in them."""
    return hostile(random).replace("\0", "").strip()[:most] or "x"


def reply_of(random: Random) -> Reply:
    """A reply that holds hostile words in every place where words can stand."""
    words = [hostile(random) for _ in range(IN_A_REPLY)]
    item = Item(
        ref=words[0],
        title=words[1],
        mark=random.choice([None, *Mark]),
        standing=words[2],
        detail=words[3],
        quote=words[4],
        said=words[5],
    )
    buttons = tuple(Choice(label=each, says=each[:1_900] or "x") for each in words)
    form = Choice(label=words[0], form=tuple(each[:20] for each in words))
    return Reply(
        summary=words[6],
        parts=(
            Paragraph(text=words[7]),
            Items(heading=words[8], items=(item,) * random.randint(1, 3), numbered=True, more=3),
            Tally(counts=((Mark.LATE, words[9], 3),)),
            Facts(pairs=((words[0], words[1]),) * random.randint(1, 12)),
            Choices(options=(*buttons, form)),
        ),
    )


def document(random: Random) -> bytes:
    """A plan in which every cell says such things."""
    written = StringIO()
    rows = csv.writer(written)
    rows.writerow(["Section", "Ref", "Action", "By when", "Lead"])
    for number in range(1, 9):
        cells = [printed(random, 200) for _ in range(3)]
        rows.writerow([cells[0], f"70.{number}", cells[1], "30 June 2031", cells[2]])
    return written.getvalue().encode("utf-8", "replace")


@dataclass(frozen=True)
class Partnership:
    """The small partnership, on any platform: ``says`` is how somebody says something there.

    ``place`` is the conversation that a hostile group talks in.
    """

    store: Store
    home: str
    clock: SetClock
    desk: Desk
    place: Address
    says: Callable[[str, str], Awaitable[object]]

    async def says_such_things(self, random: Random) -> set[Kind]:
        """In a plan, in news, in rounds; for some weeks. Return what was written unasked."""
        await self._plants(random)
        for number in range(1, ACTIONS + 1):
            await self._said("nia", f"60.{number} at risk, {hostile(random)[:3_000]}")
        for text in ASKED:
            for who in SPEAKERS:
                await self._said(who, text)
        await self._said("bo", "open a round for hostile, papers due 20 June")
        for morning in MORNINGS:
            self.clock.moment = datetime(
                morning.year, morning.month, morning.day, 8, 45, tzinfo=UTC
            )
            await beat(self.store, self.home, self.clock, Calendar())
            self.desk.poke(self.home)
            await self.desk.idle()
        async with self.store(self.home) as unit:
            written = [await unit.outbox.written(who, MORNINGS[0]) for who in SPEAKERS]
        unasked = [each for messages in written for each in messages]
        assert any("reporting round" in str(each.reply) for each in unasked)
        return {each.kind for each in unasked}

    async def _said(self, who: str, text: str) -> None:
        self.clock.moment += timedelta(minutes=1)  # no platform takes all of this at once
        await self.says(who, text)
        await self.desk.idle()

    async def _plants(self, random: Random) -> None:
        group = printed(random, 80)
        section = Section(name=printed(random, 80), slug="hostile", partnership_groups=(group,))
        async with self.store(self.home) as unit:
            plan = await unit.plans.default()
            news = {"title": printed(random, 120), "sections": (*plan.sections, section)}
            await unit.plans.put(plan.model_copy(update=news))
            await unit.actions.put("harbour", [_action(n, section, random) for n in range(1, 26)])
            await unit.people.put(Person(id="hostile", name=printed(random, 80)))
            await unit.people.put_group(
                PartnershipGroup(name=group, slug="hostile", address=self.place, board=True)
            )
            await unit.people.appoint(
                Appointment(person="bo", office=Office.CHAIR, partnership_group=group)
            )
            await unit.commit()


def _action(number: int, section: Section, random: Random) -> object:
    return an_action(
        ref=f"60.{number}",
        section=section.name,
        group=f"60. {printed(random, 200)}",
        text=printed(random, 900),
        due=by(date(2031, 5, 1 + number)),
        owners=("Nia Quill", printed(random, 60)),
    )
