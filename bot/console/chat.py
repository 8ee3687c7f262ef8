"""A conversation in a terminal: whose turn it is, what day it is, and which buttons were shown."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count

from bot.assembly import Answer
from bot.clock import SetClock
from bot.console.casting import PLATFORM, WORKSPACE, account_of
from bot.console.render import choices, to_text
from bot.console.whois import Nobody, meant
from bot.typed import typed_day
from domain.calendar import Calendar
from domain.conversation import Address, Outgoing, Reply, Request
from domain.pacing import Pacing
from domain.people import LONDON, Directory, Person
from domain.ports import OpenUnit
from domain.sending import Receipt
from scheduler.beat import beat
from scheduler.postman import Sending
from scheduler.sender import send_due

OPENS = time(9, 30)  # when a day in the demo begins: all that comes in the morning has come

HELP = """\
  Say anything to the bot as an officer would: 7.3 on track, 8.2 slipping to end of June
  A number presses the button of that number.
  /as NAME        speak as a person, a post, a chair (/as chair of GROUP) or the administrator
  /who            who there is
  /tomorrow       move the clock to tomorrow morning
  /on 2027-03-24  move the clock to a day
  /quit           stop"""

LEAVING = ("quit", "exit")  # what one types in any terminal; to the bot it would mean nothing

ANY_PACE = Pacing()


@dataclass
class Letterbox:
    """The console's messenger: keeps what was sent until it is shown."""

    messages: list[Outgoing] = field(default_factory=list)
    pacing: Pacing = ANY_PACE

    async def send(self, outgoing: Outgoing) -> Receipt:
        self.messages.append(outgoing)
        return Receipt(message=outgoing.key)

    async def was_it_delivered(self, outgoing: Outgoing) -> Receipt | None:
        return None  # it is always known

    def emptied(self) -> list[Outgoing]:
        messages, self.messages = self.messages, []
        return messages


@dataclass
class Chat:
    """One person at a time speaks; ``say`` returns what the terminal shows."""

    answer: Answer
    open_unit: OpenUnit
    clock: SetClock
    calendar: Calendar
    person: Person
    letterbox: Letterbox = field(default_factory=Letterbox)
    shown: dict[str, Reply] = field(default_factory=dict)  # the last message to each person
    asked: dict[str, tuple[str, ...]] = field(default_factory=dict)  # the refs it asked about
    over: bool = False
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def today(self) -> date:
        return self.clock.now().astimezone(LONDON).date()

    @property
    def prompt(self) -> str:
        return f"{self.person.name}, {self.today:%a} {self.today.day} {self.today:%b %Y}"

    async def say(self, line: str) -> str:
        """Take one line, as typed, and return the reply and what was sent to others."""
        text = self._pressed(line.strip())
        if text.casefold() in LEAVING:
            return await self._quit("")
        word, _, rest = text.partition(" ")
        command = self._commands().get(word.casefold())
        if command:
            return await command(rest.strip())
        if word.casefold() == "/plan":
            text = rest or "help"
        elif word.startswith("/") and len(word) > 1:
            return f"There is no {word}.\n{HELP}"
        return await self._ask(text)

    def _pressed(self, text: str) -> str:
        """The sentence behind a button, where its number was typed."""
        shown = self.shown.get(self.person.id)
        said = choices(shown) if shown else ()
        if text.isdecimal() and len(text) < 3 and 1 <= int(text) <= len(said):
            return said[int(text) - 1]
        return text

    def _commands(self) -> dict[str, Callable[[str], Awaitable[str]]]:
        return {
            "/as": self._as,
            "/who": self._who,
            "/tomorrow": self._tomorrow,
            "/on": self._on,
            "/help": self._help,
            "/quit": self._quit,
            "/exit": self._quit,
        }

    async def _ask(self, text: str) -> str:
        reply = await self.answer(
            Request(
                id=f"{PLATFORM}:{next(self._numbers)}",
                workspace=WORKSPACE,
                account=account_of(self.person.id),
                address=Address(
                    platform=PLATFORM, workspace=WORKSPACE, conversation=self.person.id
                ),
                text=text,
                about=self.asked.pop(self.person.id, ()),
            )
        )
        if reply:
            self.shown[self.person.id] = reply
        told = [to_text(reply)] if reply else []
        return "\n".join([*told, *await self.delivered()])

    async def delivered(self) -> list[str]:
        """Let the outbox be emptied, and show what went to whom."""
        sending = Sending(self.open_unit, {PLATFORM: self.letterbox}, self.clock, lambda: 0.5)
        while await send_due(sending, WORKSPACE):
            pass
        directory = await self._directory()
        messages = self.letterbox.emptied()
        for message in messages:
            self.shown[message.address.conversation] = message.reply
            self.asked[message.address.conversation] = message.about
        return [_sent(message, directory) for message in messages]

    async def _directory(self) -> Directory:
        async with self.open_unit(WORKSPACE) as unit:
            return await unit.people.directory()

    async def _as(self, name: str) -> str:
        directory = await self._directory()
        try:
            self.person = meant(name, directory, self.today)
        except Nobody as nobody:
            return str(nobody)
        return f"You are {introduction(self.person, directory)}."

    async def _who(self, _: str) -> str:
        directory = await self._directory()
        people = [f"  {introduction(each, directory)}" for each in directory.people]
        bodies = [f"  chair of {group.slug}" for group in directory.partnership_groups]
        return "\n".join([*people, *bodies])

    async def _tomorrow(self, rest: str) -> str:
        if rest:
            return "/tomorrow goes on by one day; /on 2027-03-24 goes to any."
        return await self._move_to(self.today + timedelta(days=1))

    async def _on(self, when: str) -> str:
        try:
            wanted = typed_day(when)
        except ValueError:
            return f"“{when}” is not a date: write it as 2027-03-24."
        if wanted < self.today:
            return "The clock only goes forward."
        return await self._move_to(wanted)

    async def _move_to(self, wanted: date) -> str:
        self.clock.moment = datetime.combine(wanted, OPENS, tzinfo=LONDON)
        await beat(self.open_unit, WORKSPACE, self.clock, self.calendar)
        told = f"It is {wanted:%A} {wanted.day} {wanted:%B %Y}, {OPENS:%H:%M}."
        return "\n".join([told, *await self.delivered()])

    async def _help(self, _: str) -> str:
        return HELP

    async def _quit(self, _: str) -> str:
        self.over = True
        return "Goodbye. Nothing of this was kept."


def _sent(message: Outgoing, directory: Directory) -> str:
    """What was sent, and where to: a person, a channel, or a thread of one."""
    where = message.address.conversation
    person = directory.person(where)
    to = (person.name if person else where) + (", in the thread" if message.under else "")
    text = to_text(message.reply).replace("\n", "\n  ")
    return f"→ to {to}:\n  {text}"


def introduction(person: Person, directory: Directory) -> str:
    """A person's name, with the posts they hold and the offices they have."""
    posts = [
        f"{each.post} (deputy)" if each.deputy else each.post
        for each in directory.holdings
        if each.person == person.id and each.post != person.name
    ]
    offices = [
        f"{each.office.value} of {each.partnership_group}"
        if each.partnership_group
        else each.office.value
        for each in directory.appointments
        if each.person == person.id
    ]
    return ", ".join(dict.fromkeys([person.name, *posts, *offices]))
