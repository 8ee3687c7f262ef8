"""What is shown at once and kept nowhere: modals, and the home tab.

Slack gives three seconds to open a modal, so a small one comes first and is filled afterwards.
"""

import asyncio
import logging
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field, replace

from bot.platform import House
from bot.slack.calls import call
from bot.slack.forms import (
    Entry,
    Errand,
    Json,
    choosing_form,
    nothing_form,
    update_form,
    waiting_form,
)
from bot.slack.inbound import PLATFORM, Ear
from bot.slack.mrkdwn import as_typed
from bot.slack.render import plan_of, view_blocks
from bot.slack.shapes import Action, Pressed, Shortcut
from bot.slack.teams import NotConnected, Teams
from domain.conversation import Request
from domain.events import Tracked
from domain.named import by_plan, in_full
from domain.people import Account
from domain.ports import UnitOfWork
from domain.sending import NotSent
from handlers.lines import line
from handlers.own_actions import home_page, own_actions, scene_of
from handlers.scene import Scene

log = logging.getLogger(__name__)

UNKNOWN = "I do not know you yet. Send me a message, and I find out who you are."
NONE_OPEN = "You have no open action in the plan that this could be the news of."
GONE = "Those actions are not in the plan any more."
MOST_HOMES = 10_000  # remembered as looked at; of more, the one looked at longest ago is not


@dataclass(frozen=True, slots=True)
class Counter:
    teams: Teams
    house: House
    _homes: dict[Account, Ear] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def open_update(self, pressed: Pressed, action: Action, ear: Ear) -> None:
        """Show the form behind a button, which names the actions."""
        refs = tuple((action.value or "").split("\n"))
        container = pressed.container
        channel = pressed.channel.id if pressed.channel else container.channel_id or ""
        hidden = pressed.user.id if container.is_ephemeral else None
        errand = Errand(refs, channel, container.thread_ts, hidden, plan_of(action.action_id))
        self._later(self._update(pressed.trigger_id, pressed.user.id, errand, ear))

    def open_choosing(self, shortcut: Shortcut, ear: Ear) -> None:
        """Let somebody say of which action a message is the news; the answer is for them alone."""
        words = as_typed(shortcut.message.text, ear.names, ear.bot)
        errand = Errand((), shortcut.user.id)
        self._later(self._choosing(shortcut.trigger_id, shortcut.user.id, words, errand, ear))

    def show_home(self, user: str, ear: Ear) -> None:
        self.sees_home(user, ear)
        self._later(self._home(user, ear))

    def sees_home(self, user: str, ear: Ear) -> None:
        """Remember that somebody looks at their home tab: it is to stay true."""
        account = _account(user, ear)
        self._homes.pop(account, None)
        self._homes[account] = ear
        if len(self._homes) > MOST_HOMES:
            del self._homes[next(iter(self._homes))]

    def look_again(self, request: Request) -> None:
        """Something was answered: the home tab of whoever said it may not be true any more."""
        ear = self._homes.get(request.account)
        if ear is not None:
            self._later(self._home(request.account.user, ear))

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _update(self, trigger: str, user: str, errand: Errand, ear: Ear) -> None:
        view = await self._open(trigger, ear)
        async with self.house.store(ear.workspace) as unit:
            scene = await self._scene(user, ear, unit)
            if scene is None:
                return await self._fill(view, nothing_form(UNKNOWN), ear)
            entries = await _entries(errand, scene)
        await self._fill(view, _form(entries, errand), ear)

    async def _choosing(
        self, trigger: str, user: str, words: str, errand: Errand, ear: Ear
    ) -> None:
        view = await self._open(trigger, ear)
        entries = await self._own(user, ear)
        if entries is None:
            return await self._fill(view, nothing_form(UNKNOWN), ear)
        form = choosing_form(entries, words, errand) if entries else nothing_form(NONE_OPEN)
        await self._fill(view, form, ear)

    async def _own(self, user: str, ear: Ear) -> list[Entry] | None:
        """The open actions of somebody, in every plan; None where they are not known."""
        async with self.house.store(ear.workspace) as unit:
            scene = await self._scene(user, ear, unit)
            if scene is None:
                return None
            found: list[Entry] = []
            for plan in scene.plans:
                there = await scene.of_plan(plan.key)
                own = await own_actions(there, self.house.plans)
                found += [_entry(each, there) for each in own]
            return found

    async def _home(self, user: str, ear: Ear) -> None:
        async with self.house.store(ear.workspace) as unit:
            scene = await self._scene(user, ear, unit)
            reply = await home_page(scene, self.house.plans) if scene else None
        blocks = view_blocks(reply) if reply else nothing_form(UNKNOWN)["blocks"]
        client = await self.teams.client(ear.team)
        await call(client.views_publish(user_id=user, view={"type": "home", "blocks": blocks}))

    async def _scene(self, user: str, ear: Ear, unit: UnitOfWork) -> Scene | None:
        now, plans = self.house.clock.now(), self.house.plans
        return await scene_of(_account(user, ear), unit, now, plans)

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


def _form(entries: Sequence[Entry], errand: Errand) -> Json:
    """The form for those of the actions that there still are."""
    if not entries:
        return nothing_form(GONE)
    expected = entries[0].expected if len(entries) == 1 else None
    refs = tuple(each.item.ref for each in entries)
    return update_form(entries, replace(errand, refs=refs, expected=expected))


async def _entries(errand: Errand, scene: Scene) -> list[Entry]:
    """The actions that a form is about, of whichever plans; in several they keep their names."""
    found: list[Entry] = []
    for plan, refs in by_plan(errand.refs, errand.plan or scene.plan.key).items():
        if plan not in {each.key for each in scene.plans}:
            continue  # it is there no more, or not for them
        there = await scene.of_plan(plan)
        some = [_entry(each, there) for each in await scene.unit.actions.of(plan, refs)]
        found += [_named_in_full(each) for each in some] if len(scene.plans) > 1 else some
    return found


def _named_in_full(entry: Entry) -> Entry:
    name = in_full(entry.plan, entry.item.ref)
    return replace(entry, item=entry.item.model_copy(update={"ref": name}))


def _entry(tracked: Tracked, scene: Scene) -> Entry:
    item = line(tracked, scene.today, scene.person, owners=False)
    return Entry(item, scene.plan.key, tracked.state.expected)


def _account(user: str, ear: Ear) -> Account:
    return Account(platform=PLATFORM, workspace=ear.team, user=user)
