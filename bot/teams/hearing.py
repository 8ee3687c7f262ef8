"""What comes from Teams: messages are stored and answered at once after; a press is answered.

The place that a press leaves its answer in is the card itself, so it is answered before Teams is.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from pydantic import ValidationError

from bot.filled import NOTHING, date_fault
from bot.teams.again import pressed_at
from bot.teams.arrivals import Arrivals, goes
from bot.teams.cards import CONTENT_TYPE, TeamsMessage, to_messages
from bot.teams.files import TeamsFiles
from bot.teams.inbound import PERSONAL, Ear, from_form, from_message, from_press, place_of
from bot.teams.shapes import Activity
from bot.teams.whereabouts import Atlas
from domain.conversation import Reply, Request
from domain.intents import Update
from domain.people import LONDON
from domain.ports import Clock, OpenUnit
from domain.problems import StoreUnavailable
from domain.talks import Talk
from handlers.answering import NotYet, answer_to
from handlers.taking_in import wanted
from handlers.wording import FAULT

log = logging.getLogger(__name__)

SOON_AFTER = timedelta(days=3)  # a word in a private conversation answers what was asked there
PRESSED = "adaptiveCard/action"
ONE_MOMENT = "One moment: the answer comes in this chat."
BELOW = "Taken: my answer comes below."
DONE_ALREADY = "That was done already."
TAKEN_ALREADY = "I have that already: my answer is below, or on its way."
IN_PRIVATE = "Taken: my answer is for you alone, in our own chat."
AGAIN = "Sorry, I could not take that just now. Press it again: it counts once."
TOLD = "application/vnd.microsoft.activity.message"

type Json = Mapping[str, object]
type Answer = tuple[int, Json | None]
type Ask = Callable[[Request], Awaitable[Reply | None]]
type Replace = Callable[[Activity, TeamsMessage], Awaitable[None]]
"""Put a card in the place of the one that was pressed, for everybody who sees it."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """``ear`` is None for a tenant that is not ours; ``poke`` lets what waits be answered.

    ``arrivals`` gets to know those whom the app is installed for.
    """

    open_unit: OpenUnit
    clock: Clock
    atlas: Atlas
    files: TeamsFiles
    ear: Callable[[str | None], Ear | None]
    ask: Ask
    replace: Replace
    poke: Callable[[str], None]
    arrivals: Arrivals
    _pressing: dict[str, asyncio.Task[Answer]] = field(default_factory=dict)

    async def hear(self, body: Json) -> Answer:
        """Take one activity whose sender is verified; say what to answer Teams with.

        After 500 Teams brings it again.
        """
        try:
            activity = Activity.model_validate(body)
        except ValidationError:
            return 200, None  # of a kind that has no conversation: nothing for us
        ear = self.ear(activity.tenant)
        if ear is None:
            return 200, None
        try:
            return await self._heard(activity, ear)
        except StoreUnavailable as problem:
            log.error("not_taken_in", extra={"what": problem.what})
            return 500, None

    async def _heard(self, activity: Activity, ear: Ear) -> Answer:
        if not goes(activity):
            await self.atlas.note(activity, ear.tenant)
        self.arrivals.notice(activity, ear)
        if activity.type == "message":
            await self._message(activity, ear)
        if activity.type == "invoke":
            return await self._invoked(activity, ear)
        return 200, None

    async def _message(self, activity: Activity, ear: Ear) -> None:
        request = from_message(activity, ear)
        if request is None:
            return
        if about := wanted(request):
            await self.files.note(activity, ear.tenant, about.id)
        async with self.open_unit(ear.workspace) as unit:
            place = place_of(activity, ear)
            request = request.model_copy(
                update={"about": self._about(await unit.talks.find(place), activity)}
            )
            new = await unit.inbox.receive(request, self.clock.now())
            await unit.commit()
        if new:
            self.poke(ear.workspace)

    async def _invoked(self, activity: Activity, ear: Ear) -> Answer:
        """A press; copies of it that come while it is answered get the same answer."""
        request = _pressed(activity, ear)
        if request is None:
            return 501, None
        if _is_form(activity) and (fault := self._fault(request)):
            return 200, _said(fault)
        pressing = self._pressing.get(request.id)
        if pressing is None:
            pressing = asyncio.create_task(self._answered(activity, request))
            self._pressing[request.id] = pressing
            pressing.add_done_callback(lambda _: self._pressing.pop(request.id))
        return await asyncio.shield(pressing)

    def _fault(self, request: Request) -> str:
        """What cannot be meant by a form that was filled in; "" where all of it can."""
        if not request.form:
            return NOTHING
        today = self.clock.now().astimezone(LONDON).date()
        updates = (each for each in request.form if isinstance(each, Update))
        faults = (date_fault(each.forecast, each.status, today) for each in updates)
        return next(filter(None, faults), "")

    async def _answered(self, activity: Activity, request: Request) -> Answer:
        try:
            if wanted(request):
                return await self._later(request, ONE_MOMENT)
            if _stays(activity):
                return await self._anew(request, activity)
            reply = await self.ask(request)
        except NotYet as kept:
            self.poke(request.workspace)
            return 200, _said(FAULT if kept.failed else TAKEN_ALREADY)
        except StoreUnavailable as problem:
            log.error("press_not_taken", extra={"what": problem.what})
            return 200, _said(AGAIN)
        except Exception:
            log.exception("press_failed", extra={"request": request.id})
            return 200, _said(AGAIN)
        if reply is None:
            return 200, _said(DONE_ALREADY)
        return await self._shown(reply, activity, request)

    async def _shown(self, reply: Reply, activity: Activity, request: Request) -> Answer:
        """The answer in place of the card, or below it where it is longer or not for everybody."""
        alone = activity.conversation.conversation_type == PERSONAL
        first, *more = to_messages(reply, request.id)
        if more or (reply.private and not alone):
            async with self.open_unit(request.workspace) as unit:
                await unit.outbox.put(answer_to(request, reply, self.clock.now()))
                await unit.commit()
        self.poke(request.workspace)
        if reply.private and not alone:
            return 200, _said(IN_PRIVATE)
        if more:
            return 200, _said(BELOW)
        if not alone:
            await self.replace(activity, first)
        return 200, {"statusCode": 200, "type": CONTENT_TYPE, "value": first.card}

    async def _later(self, request: Request, told: str) -> Answer:
        """Answer in a message of its own what takes too long."""
        async with self.open_unit(request.workspace) as unit:
            new = await unit.inbox.receive(request, self.clock.now())
            await unit.commit()
        self.poke(request.workspace)
        return 200, _said(told if new else TAKEN_ALREADY)

    async def _anew(self, request: Request, activity: Activity) -> Answer:
        """Answer below what leaves its card there, as often as it is pressed."""
        press = pressed_at(activity.timestamp or self.clock.now(), request)
        async with self.open_unit(request.workspace) as unit:
            if await unit.inbox.known(press.before):
                return 200, _said(TAKEN_ALREADY)
        return await self._later(press.request, BELOW)

    def _about(self, talk: Talk | None, activity: Activity) -> tuple[str, ...]:
        """What the last message there was about; one that is not in a thread is forgotten soon."""
        if talk is None or talk.shown_at is None:
            return ()
        alone = activity.conversation.conversation_type == PERSONAL
        late = self.clock.now() - talk.shown_at > SOON_AFTER
        return () if alone and late else talk.about


def _pressed(activity: Activity, ear: Ear) -> Request | None:
    if activity.name != PRESSED:
        return None
    return from_form(activity, ear) if _is_form(activity) else from_press(activity, ear)


def _is_form(activity: Activity) -> bool:
    action = activity.value.action if activity.value else None
    return action is not None and bool(action.data.refs)


def _stays(activity: Activity) -> bool:
    action = activity.value.action if activity.value else None
    return action is not None and action.data.aside


def _said(words: str) -> Json:
    """A short word beside the card, which stays."""
    return {"statusCode": 200, "type": TOLD, "value": words}
