"""Thirty days, event by event: beats, rounds of the sender, answers, crashes and restarts."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, tzinfo
from functools import partial
from heapq import heappop, heappush
from itertools import chain, count
from random import Random

from bot.clock import SetClock
from domain.conversation import Request
from domain.people import LONDON
from domain.ports import Store
from domain.rounds import rounds_in
from handlers.reception import answer
from handlers.rereading import DOCUMENT
from scheduler.beat import beat
from scheduler.diary import Diary
from scheduler.postman import Sending
from scheduler.sender import send_due
from tests.simulation.fragile import Fragile
from tests.simulation.officers import Officers
from tests.simulation.platform import Crash, Platform, utc
from tests.simulation.replicas import Act, Replicas
from tests.simulation.setting import (
    PLATFORM,
    WORKSPACE,
    Setting,
    furnish,
    read,
)
from tests.simulation.story import Story, Told
from tests.simulation.whims import Rereading

SETTLING = timedelta(days=4)  # with all well again, for what is still on its way
REPLICAS = 2


@dataclass
class Life:
    setting: Setting
    store: Store
    dice: Random
    whims: Random  # dice of their own, so that months without any are lived through as before
    clock: SetClock = field(init=False)
    platform: Platform = field(init=False)
    fragile: Fragile = field(init=False)
    diaries: list[Diary] = field(default_factory=list)  # of the replicas, and gone with them
    replicas: Replicas = field(init=False)
    officers: Officers = field(init=False)
    told: dict[str, Told] = field(default_factory=dict)
    failed_beats: list[str] = field(default_factory=list)
    well: bool = False  # the time of troubles is over
    _queue: list[tuple[datetime, int, Act]] = field(default_factory=list)
    _numbers: "count[int]" = field(default_factory=count)
    _next_round: datetime | None = None
    _coming_back: bool = False

    def __post_init__(self) -> None:
        self.diaries = [Diary() for _ in range(REPLICAS)]
        self.clock = SetClock(self.setting.start)
        self.platform = Platform(self.setting, self.clock, self.dice)
        self.fragile = Fragile(self.store, self.dice, self.setting.crashes, self.setting.faulty)
        self.replicas = Replicas(
            store=self.fragile,
            clock=self.clock,
            dice=self.dice,
            chance=self.setting.sleepy,
            at=self.at,
            up=lambda: self._up,
            beat=self._beat,
            awake_by=self.setting.end,
        )
        self.officers = Officers(
            setting=self.setting,
            dice=self.dice,
            whims=self.whims,
            clock=self.clock,
            platform=self.platform,
            numbers=self._numbers,
            at=self.at,
            beat=self._beat,
            come_in=self._come_in,
        )

    async def live(self) -> Story:
        async with self.store(WORKSPACE) as unit:
            await furnish(self.setting, unit)
            await unit.commit()
        self._plan_beats()
        self.officers.plan_sayings()
        self._plan_rereading()
        await self._until(self.setting.end)
        self._heal()
        await self._until(self.setting.end + SETTLING)
        return await self._story()

    def at(self, when: datetime, act: Act) -> None:
        heappush(self._queue, (when, next(self._numbers), act))

    async def _until(self, end: datetime) -> None:
        while self._queue and self._queue[0][0] <= end:
            when, _, act = heappop(self._queue)
            self.clock.moment = max(self.clock.moment, when)
            try:
                await act()
            except Crash:
                await self._restart()
            self.officers.listen()
            self.officers.speak_unasked()
        self.clock.moment = max(self.clock.moment, end)

    async def _restart(self) -> None:
        """All that ran in the process is gone; another begins soon."""
        self.platform.log.append(f"{utc(self.clock.moment)} crash")
        self.platform.forgive(self.clock.moment)
        gone = asyncio.all_tasks() - {asyncio.current_task()}
        for each in gone:
            each.cancel()
        await asyncio.gather(*gone, return_exceptions=True)
        self.replicas.begin_anew()
        self.fragile.dead = False
        self.diaries = [Diary() for _ in range(REPLICAS)]
        soon = self.clock.moment + timedelta(seconds=self.dice.randint(1, 300))
        if not self._coming_back:
            self._coming_back = True
            self.at(soon, self._come_back)

    async def _come_back(self) -> None:
        self._coming_back = False
        self._next_round = None
        self._come_again(self.clock.moment)
        await self._beat()

    @property
    def _up(self) -> bool:
        return self.well or not any(
            span.holds(self.clock.moment) for span in self.setting.machine_down
        )

    def _heal(self) -> None:
        """From here on nothing goes wrong any more, and nobody says anything."""
        self.well = self.officers.well = True
        self.platform.setting = replace(
            self.setting, platform_down=(), machine_down=(), trouble=0.0, crashes=0.0
        )
        self.fragile.chance = self.replicas.chance = 0.0

    def _plan_beats(self) -> None:
        """Far fewer than there are, but around the hours that matter, and some at any time."""
        for span in self.setting.machine_down:
            self.at(span.end + timedelta(seconds=self.dice.randint(1, 90)), self._beat)
        first = self.setting.start.date()
        zones = {each.timezone.key: each.timezone for each in self.setting.people}.values()
        for number in range((self.setting.end + SETTLING).date().toordinal() - first.toordinal()):
            day = first + timedelta(days=number)
            for zone in zones:
                self._beat_at(day, time(9, 10), 5, zone, 0.3)  # too early
                self._beat_at(day, time(9, 15), 30, zone, 1.0)
            self._beat_at(day, time(12), 300, LONDON, 0.5)
            self._beat_at(day, time(19), 600, LONDON, 0.3)

    def _beat_at(self, day: date, start: time, within: int, zone: tzinfo, chance: float) -> None:
        if self.dice.random() < chance:
            minutes = timedelta(minutes=self.dice.randint(0, within))
            self.at(datetime.combine(day, start, tzinfo=zone) + minutes, self._beat)

    async def _beat(self) -> None:
        if not self._up:
            return
        replicas = REPLICAS if self.dice.random() < 0.2 else 1
        await self.replicas.work(
            *(self._beat_in(self.diaries[number]) for number in range(replicas))
        )
        await self._plan_round()

    async def _beat_in(self, diary: Diary) -> None:
        """Whatever a beat ends with, another comes, as in the process that runs it."""
        calendar = self.setting.calendar
        try:
            await beat(self.replicas, WORKSPACE, self.clock, calendar, diary=diary)
        except Exception as error:  # noqa: BLE001 - the judges are told
            self.failed_beats.append(type(error).__name__)

    async def _round(self, planned: datetime) -> None:
        if planned != self._next_round:
            return  # it was put earlier
        self._next_round = None
        if self._up:
            messengers = {PLATFORM: self.platform}
            sending = Sending(self.replicas, messengers, self.clock, self.dice.random)
            replicas = REPLICAS if self.dice.random() < 0.3 else 1
            await self.replicas.work(*(send_due(sending, WORKSPACE) for _ in range(replicas)))
        await self._plan_round()

    async def _plan_round(self) -> None:
        """The sender comes round soon after something is due."""
        async with self.store(WORKSPACE) as unit:
            due = await unit.outbox.next_due(PLATFORM)
        if due is not None and self._up:
            soon = self.clock.moment + timedelta(seconds=self.dice.choice([1, 2, 20]))
            self._come_again(max(due, soon))

    def _come_again(self, when: datetime) -> None:
        if self._next_round is None or when < self._next_round:
            self._next_round = when
            self.at(when, partial(self._round, when))

    def _plan_rereading(self) -> None:
        if told := self.setting.whims.rereading:
            self.at(told.at, partial(self._read_again, told))

    async def _read_again(self, told: Rereading) -> None:
        async with self.store(WORKSPACE) as unit:
            await read(told.plan, self.setting, unit, self.clock.moment, told.ends)
            await unit.commit()
        self.platform.log.append(f"{utc(self.clock.moment)} read {told.plan} again")

    def _come_in(self, request: Request, when: datetime) -> None:
        async def arrive() -> None:
            if not self._up:
                self._come_in(request, self.clock.moment + timedelta(hours=1))
                return
            try:
                reply = await answer(request, self.fragile, self.clock)
            except Crash:
                self._come_in(request, self.clock.moment + timedelta(minutes=1))
                raise
            if reply:
                self.told[request.id] = Told(request.account.user, when, reply)
                self.officers.think_again(request)
            self.platform.log.append(
                f"{utc(self.clock.moment)} said {request.text}: "
                f"{reply.summary if reply else '(heard before)'}"
            )
            await self._plan_round()

        self.at(when, arrive)

    async def _story(self) -> Story:
        async with self.store(WORKSPACE) as unit:
            events = [await unit.events.between(each, None, None) for each in self.setting.plans]
            said = [each for each in chain(*events) if each.by != DOCUMENT]
            rounds = rounds_in(await unit.instructions.all())
            given_up = await unit.outbox.given_up(self.setting.start)
            due = await unit.outbox.next_due(PLATFORM)
        return Story(
            setting=self.setting,
            platform=self.platform,
            events=sorted(said, key=lambda each: each.id or 0),
            given_up=list(given_up),
            waiting=int(due is not None and due <= self.clock.moment),
            said=self.officers.said,
            told=self.told,
            edits=self.officers.edits,
            rounds=rounds,
            failed_beats=tuple(self.failed_beats),
        )
