"""What is shown at once and kept nowhere: modals, and the home tab.

Slack gives three seconds to open a modal, so a small one comes first and is filled afterwards.
"""

import asyncio
import logging
from collections.abc import Coroutine
from dataclasses import dataclass, field

from bot.platform import House
from bot.slack.calls import call
from bot.slack.forms import (
    Errand,
    Json,
    choosing_form,
    nothing_form,
    update_form,
    waiting_form,
)
from bot.slack.inbound import PLATFORM, Ear
from bot.slack.mrkdwn import as_typed
from bot.slack.render import view_blocks
from bot.slack.shapes import Action, Pressed, Shortcut
from bot.slack.teams import NotConnected, Teams
from domain.conversation import Item
from domain.people import Account
from domain.sending import NotSent
from handlers.own_actions import home_page, in_full, own_actions, scene_of, shown_in_full

log = logging.getLogger(__name__)

UNKNOWN = "I do not know you yet. Send me a message, and I find out who you are."
NONE_OPEN = "You have no open action in the plan that this could be the news of."
GONE = "Those actions are not in the plan any more."


@dataclass(frozen=True, slots=True)
class Counter:
    teams: Teams
    house: House
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def open_update(self, pressed: Pressed, action: Action, ear: Ear) -> None:
        """Show the form behind a button, which names the actions."""
        refs = tuple((action.value or "").split("\n"))
        container = pressed.container
        channel = pressed.channel.id if pressed.channel else container.channel_id or ""
        hidden = pressed.user.id if container.is_ephemeral else None
        errand = Errand(refs, channel, container.thread_ts, hidden)
        self._later(self._update(pressed.trigger_id, pressed.user.id, errand, ear))

    def open_choosing(self, shortcut: Shortcut, ear: Ear) -> None:
        """Let somebody say of which action a message is the news; the answer is for them alone."""
        words = as_typed(shortcut.message.text, ear.names, ear.bot)
        errand = Errand((), shortcut.user.id)
        self._later(self._choosing(shortcut.trigger_id, shortcut.user.id, words, errand, ear))

    def show_home(self, user: str, ear: Ear) -> None:
        self._later(self._home(user, ear))

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _update(self, trigger: str, user: str, errand: Errand, ear: Ear) -> None:
        view = await self._open(trigger, ear)
        async with self.house.store(ear.workspace) as unit:
            scene = await scene_of(_account(user, ear), unit, self.house.clock.now())
            if scene is None:
                return await self._fill(view, nothing_form(UNKNOWN), ear)
            items = await shown_in_full(errand.refs, scene)
        await self._fill(view, update_form(items, errand) if items else nothing_form(GONE), ear)

    async def _choosing(
        self, trigger: str, user: str, words: str, errand: Errand, ear: Ear
    ) -> None:
        view = await self._open(trigger, ear)
        items = await self._own(user, ear)
        if items is None:
            return await self._fill(view, nothing_form(UNKNOWN), ear)
        form = choosing_form(items, words, errand) if items else nothing_form(NONE_OPEN)
        await self._fill(view, form, ear)

    async def _own(self, user: str, ear: Ear) -> list[Item] | None:
        async with self.house.store(ear.workspace) as unit:
            scene = await scene_of(_account(user, ear), unit, self.house.clock.now())
            if scene is None:
                return None
            own = await own_actions(scene, self.house.plans)
            return [in_full(each.plan.key, each.tracked, scene) for each in own]

    async def _home(self, user: str, ear: Ear) -> None:
        async with self.house.store(ear.workspace) as unit:
            scene = await scene_of(_account(user, ear), unit, self.house.clock.now())
            reply = await home_page(scene, self.house.plans) if scene else None
        blocks = view_blocks(reply) if reply else nothing_form(UNKNOWN)["blocks"]
        client = await self.teams.client(ear.team)
        await call(client.views_publish(user_id=user, view={"type": "home", "blocks": blocks}))

    async def _open(self, trigger: str, ear: Ear) -> str:
        client = await self.teams.client(ear.team)
        answer = await call(client.views_open(trigger_id=trigger, view=waiting_form()))
        return str(answer["view"]["id"])

    async def _fill(self, view: str, form: Json, ear: Ear) -> None:
        client = await self.teams.client(ear.team)
        await call(client.views_update(view_id=view, view=form))

    def _later(self, doing: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(self._watched(doing))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _watched(self, doing: Coroutine[None, None, None]) -> None:
        try:
            await doing
        except (NotSent, NotConnected) as trouble:
            log.warning("nothing_shown", extra={"trouble": str(trouble)})
        except Exception:
            log.exception("nothing_shown")


def _account(user: str, ear: Ear) -> Account:
    return Account(platform=PLATFORM, workspace=ear.team, user=user)
