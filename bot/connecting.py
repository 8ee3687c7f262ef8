"""Which platforms there are: each is a folder, and a line here."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from bot.platform import House, Platform
from bot.settings import Settings
from bot.slack.platform import slack
from bot.teams.platform import teams


@asynccontextmanager
async def platforms(settings: Settings, house: House) -> AsyncIterator[list[Platform]]:
    """Every platform that is set, connected until the end."""
    async with AsyncExitStack() as stack:
        found = [
            await stack.enter_async_context(connect(settings, house)) for connect in (slack, teams)
        ]
        yield [platform for platform in found if platform]
