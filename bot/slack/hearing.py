"""What comes from Slack is stored as a request, and nothing more is done before Slack is told so.

What is not for us is dropped before anything of it is stored or logged: a channel that the bot is
in delivers what everybody writes there.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.slack.calls import Answer
from bot.slack.filling import filled_in
from bot.slack.inbound import (
    PLATFORM,
    Ear,
    foreign,
    from_change,
    from_command,
    from_message,
    from_press,
    mentions,
    place_of,
)
from bot.slack.render import SlackMessage, to_messages
from bot.slack.roll import profile_of
from bot.slack.shapes import Command, Message, Pressed, Submitted
from domain.conversation import Reply, Request
from domain.people import LONDON, Account
from domain.ports import Clock, OpenUnit, UnitOfWork
from domain.problems import UnknownPerson
from domain.talks import Talk
from handlers.departures import compare, depart

SOON_AFTER = timedelta(days=3)  # a word in a private conversation answers what was asked there
MENTIONED = re.compile(r"<@([UW][A-Z0-9]+)")


@dataclass(frozen=True, slots=True)
class Hearing:
    """``poke`` lets what waits in a workspace be answered at once, and ``question`` is answered
    on the spot, if it is one and that is soon done.
    """

    open_unit: OpenUnit
    clock: Clock
    poke: Callable[[str], None]
    question: Callable[[Request], Awaitable[Reply | None]]

    async def message(self, message: Message, ear: Ear) -> None:
        """Somebody wrote something, or changed what they wrote."""
        said = message.message if message.subtype == "message_changed" else message
        if said is None or not self._may_be_for_us(message, said, ear):
            return
        async with self.open_unit(ear.workspace) as unit:
            place = place_of(message, said, ear)
            talk = await unit.talks.find(place)
            named = replace(ear, names=await _names(said.text, ear, unit))
            read = from_message if said is message else from_change
            request = read(message, named, talk is not None)
            if request is None:
                return
            about = self._about(talk, said, place.thread is None)
            request = request.model_copy(update={"about": about})
            new = await unit.inbox.receive(request, self.clock.now())
            if new and said is message:
                await unit.talks.see(place, message.ts)
            if new and request.corrects:
                await self._overtake(request.corrects, request, unit)
            await unit.commit()
        if new:
            self.poke(ear.workspace)

    async def _overtake(self, earlier: str, request: Request, unit: UnitOfWork) -> None:
        """Where a correction comes before what it corrects, that is not to be heard any more."""
        now = self.clock.now()
        late = request.model_copy(update={"id": earlier, "corrects": None, "text": ""})
        if await unit.inbox.receive(late, now):
            await unit.inbox.answered(earlier, now)

    async def command(self, command: Command, ear: Ear) -> SlackMessage | None:
        """Somebody typed a command. Return what they are told with the acknowledgement.

        Slack shows that or says that it failed: a question that is answered so is not stored. All
        else is, and None is told.
        """
        request = from_command(command, ear)
        reply = await self.question(request)
        messages = to_messages(reply) if reply else []
        if len(messages) == 1:
            return messages[0]
        await self.take(request)
        return None

    async def press(self, pressed: Pressed, ear: Ear) -> None:
        for action in pressed.actions:
            await self.take(from_press(pressed, action, ear))

    async def form(self, submitted: Submitted, ear: Ear) -> Mapping[str, str]:
        """Somebody filled a form in. Return what is wrong with it, by block."""
        if foreign(submitted.user.team_id, ear):
            return {}
        found = filled_in(submitted, ear, self.clock.now().astimezone(LONDON).date())
        if isinstance(found, dict):
            return found
        await self.take(found)
        return {}

    async def account_made(self, user: Answer, ear: Ear) -> None:
        """Somebody has come; whom they may be waits for an administrator."""
        async with self.open_unit(ear.workspace) as unit:
            await compare([profile_of(user, ear.team)], unit, self.clock.now())
            await unit.commit()

    async def account_changed(self, user: Answer, ear: Ear) -> None:
        """An account has changed; one that is no more is noticed."""
        profile = profile_of(user, ear.team)
        if profile.active:
            return
        async with self.open_unit(ear.workspace) as unit:
            await depart(profile.account, unit, self.clock.now())
            await unit.commit()
        self.poke(ear.workspace)

    async def take(self, request: Request | None) -> None:
        """Store a request, once; None is nothing to store."""
        if request is None:
            return
        async with self.open_unit(request.workspace) as unit:
            new = await unit.inbox.receive(request, self.clock.now())
            await unit.commit()
        if new:
            self.poke(request.workspace)

    def _may_be_for_us(self, message: Message, said: Message, ear: Ear) -> bool:
        """Without looking anything up: spoken to us, naming us, or in some thread."""
        direct = message.channel_type == "im"
        return direct or mentions(said, ear) or said.thread_ts is not None

    def _about(self, talk: Talk | None, said: Message, loose: bool) -> tuple[str, ...]:
        """What the last message there was about; one that is not in a thread is forgotten soon.

        What was written long before it, and is edited only now, was not about it either.
        """
        if talk is None or talk.shown_at is None:
            return ()
        since = self.clock.now() - talk.shown_at
        if loose and (since > SOON_AFTER or _long_before(talk.shown_at, said)):
            return ()
        return talk.about


def _long_before(moment: datetime, said: Message) -> bool:
    """Whether something was written well before a moment, by the mark that Slack gave it."""
    try:
        return moment.timestamp() - float(said.ts) > SOON_AFTER.total_seconds()
    except ValueError:
        return True


async def _names(text: str, ear: Ear, unit: UnitOfWork) -> Mapping[str, str]:
    """The names of those who are mentioned, as far as we know them."""
    named: dict[str, str] = {}
    ids = {found for found in MENTIONED.findall(text) if found != ear.bot}
    for user in sorted(ids):
        account = Account(platform=PLATFORM, workspace=ear.team, user=user)
        with suppress(UnknownPerson):
            named[user] = (await unit.people.behind(account)).name
    return named
