"""Teams, people and channels, set up in a line each; and time, which passes when it is told to."""

from collections.abc import Iterable
from datetime import timedelta

import aiohttp
from yarl import URL

from bot.clock import SetClock
from tests.standins.slack import shapes
from tests.standins.slack.deliveries import EVENTS, Delivery
from tests.standins.slack.person import Person
from tests.standins.slack.server import Server
from tests.standins.slack.world import Channel, Json, Team, Token, User


class Slack(Server):
    """The server, and the hands to furnish it with."""

    def team(self, name: str, enterprise: str | None = None) -> Team:
        """A workspace; those of one ``enterprise`` are of one Enterprise Grid."""
        domain = name.lower().replace(" ", "-")
        made = Team(self.world.id("T"), name, domain)
        if enterprise:
            others = [t for t in self.world.teams.values() if t.enterprise_name == enterprise]
            made.enterprise = others[0].enterprise if others else self.world.id("E")
            made.enterprise_name = enterprise
        self.world.teams[made.id] = made
        return made

    def person(
        self,
        team: Team,
        name: str,
        email: str | None = None,
        tz: str = "Europe/London",
        admin: bool = False,
    ) -> Person:
        """Somebody with an account in a team. An admin may install the app."""
        handle = name.lower().replace(" ", ".")
        kind = "W" if team.enterprise else "U"  # whose account is an organisation's
        user = User(self.world.id(kind), team.id, handle, name, email, tz, admin=admin)
        user.updated = self.world.seconds()
        self.world.users[user.id] = user
        return Person(self, user)

    def install(self, team: Team, scopes: Iterable[str] | None = None, wide: bool = False) -> Token:
        """Let the app in, without the ceremony. ``wide``: into the whole organisation."""
        granted = self.app.scopes if scopes is None else scopes
        return self.let_in(team.id, granted, wide)

    def channel(
        self, team: Team, name: str, *people: Person, with_app: bool = True, private: bool = False
    ) -> Channel:
        """A channel with these people in it, and the app unless it is left out.

        People of other teams make it one that is shared by Slack Connect.
        """
        members = [each.id for each in people]
        creator = members[0] if members else "USLACKBOT"
        kind = "group" if private else "channel"
        made = Channel(
            self.world.id("C"), name, kind, team.id, creator, self.world.seconds(), members
        )
        made.shared_with = sorted({each.user.team for each in people} - {team.id})
        if with_app:
            made.members += {each.user for each in self.world.tokens_of(team.id)}
        self.world.channels[made.id] = made
        return made

    async def joins(self, person: Person) -> list[Delivery]:
        """Tell the app of somebody who has just got their account."""
        return await self._tell_team(
            person.user.team, "team_join", {"user": shapes.user(person.user, self.world)}
        )

    async def leaves(self, person: Person) -> list[Delivery]:
        """Deactivate an account, and tell the app of it."""
        person.user.deleted, person.user.updated = True, self.world.seconds()
        return await self._tell_team(
            person.user.team, "user_change", {"user": shapes.user(person.user, self.world)}
        )

    async def uninstall(self, team: Team) -> list[Delivery]:
        """Throw the app out of a team: its tokens are no good, and it is told so."""
        tokens = self.world.tokens_of(team.id)
        bots = [each.user for each in tokens]
        revoked: Json = {"tokens": {"oauth": [], "bot": bots}}
        told = self._of_team(team.id, "tokens_revoked", revoked)
        told += self._of_team(team.id, "app_uninstalled", {})
        for each in tokens:
            each.revoked = True
        return [await self.deliveries.deliver(EVENTS, each) for each in told]

    async def installs(self, person: Person, url: str, wide: bool = False) -> tuple[int, str]:
        """Let the app in by its install page, as an admin does in a browser.

        Return the status and the text of the page they end on.
        """
        cookies = {"user": person.id, "whole_organisation": "yes" if wide else "no"}
        # Addresses of loopback have no names, and the app's cookies are for https.
        jar = aiohttp.CookieJar(unsafe=True, treat_as_secure_origin=URL(url).origin())
        async with aiohttp.ClientSession(cookie_jar=jar, cookies=cookies) as browser:
            async with browser.get(url) as page:
                text = await page.text()
                status = page.status
            link = f"{self.url}/oauth/v2/authorize"
            if link not in text:
                return status, text
            address = text[text.index(link) :].split('"')[0].replace("&amp;", "&")
            async with browser.get(address) as page:
                return page.status, await page.text()

    async def elapse(self, by: timedelta) -> None:
        """Let time pass, and whatever it brings: Slack tries again what was not acknowledged."""
        assert isinstance(self.clock, SetClock), "this Slack lives by a clock that cannot be set"
        until = self.clock.moment + by
        while due := [at for at, _, _ in self.deliveries.waiting if at <= until]:
            self.clock.moment = max(self.clock.moment, min(due))
            await self.deliveries.again()
        self.clock.moment = until

    async def _tell_team(self, team: str, name: str, event: Json) -> list[Delivery]:
        payloads = self._of_team(team, name, event)
        return [await self.deliveries.deliver(EVENTS, each) for each in payloads]

    def _of_team(self, team: str, name: str, event: Json) -> list[Json]:
        """An event of a whole team, for each place where the app was let in."""
        tokens = {each.user: each for each in self.world.tokens_of(team)}
        return [
            self.teller.callback({"type": name} | event, team, each)
            for each in tokens.values()
            if self.hears_of(name, each)
        ]
