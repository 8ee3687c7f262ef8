"""Thirty days, event by event: beats, rounds of the sender, answers, crashes and restarts."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, tzinfo
from functools import partial
from heapq import heappop, heappush
from itertools import chain, count
from random import Random
from typing import NamedTuple

from bot.clock import SetClock
from domain.conversation import Address, Reply, Request
from domain.events import Event
from domain.named import in_full, plan_and_ref
from domain.people import LONDON, Person
from domain.ports import Store
from domain.rounds import Round, rounds_in
from domain.sending import Undelivered
from handlers.reception import answer
from handlers.rereading import DOCUMENT
from scheduler.beat import beat
from scheduler.diary import Diary
from scheduler.postman import Sending
from scheduler.sender import send_due
from tests.simulation.fragile import Fragile
from tests.simulation.platform import Crash, Delivery, Platform, utc
from tests.simulation.replicas import Act, Replicas
from tests.simulation.setting import (
    ADMINISTRATOR,
    CHAIR,
    PLATFORM,
    RESTRICTED,
    WORKSPACE,
    Setting,
    account_of,
    furnish,
    read,
)
from tests.simulation.whims import LATER, SOON, Rereading

SETTLING = timedelta(days=4)  # with all well again, for what is still on its way
REPLICAS = 2


class Told(NamedTuple):
    """What somebody was answered, and when they had spoken."""

    person: str
    at: datetime
    reply: Reply


@dataclass
class Story:
    """What happened: for the judges, and to be compared with another run of the same seed."""

    setting: Setting
    platform: Platform
    events: list[Event]  # what people said
    given_up: list[Undelivered]
    waiting: int
    said: dict[str, str]  # in which words, by request
    told: dict[str, Told]  # what was replied, by request
    edits: dict[str, str]  # which request is put otherwise by another
    rounds: tuple[Round, ...]
    failed_beats: tuple[str, ...]  # with which error each has ended

    def message_of(self, request: str) -> str:
        """The message that a request is, or puts otherwise."""
        return self.edits.get(request, request)

    def wordings(self, message: str) -> list[str]:
        """In which words a message was said, the last of them last."""
        return [self.said[each] for each in self.said if self.message_of(each) == message]

    @property
    def deliveries(self) -> list[Delivery]:
        return self.platform.deliveries


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
    said: dict[str, str] = field(default_factory=dict)
    told: dict[str, Told] = field(default_factory=dict)
    edits: dict[str, str] = field(default_factory=dict)
    failed_beats: list[str] = field(default_factory=list)
    well: bool = False  # the time of troubles is over
    _queue: list[tuple[datetime, int, Act]] = field(default_factory=list)
    _numbers: "count[int]" = field(default_factory=count)
    _heard: int = 0
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

    async def live(self) -> Story:
        async with self.store(WORKSPACE) as unit:
            await furnish(self.setting, unit)
            await unit.commit()
        self._plan_beats()
        self._plan_sayings()
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
            self._listen()
            self._speak_unasked()
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
        self.well = True
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

    def _listen(self) -> None:
        """Whoever has seen a new message may answer it."""
        for delivery in self.platform.deliveries[self._heard :]:
            to = delivery.message.to
            officer = next((each for each in self.setting.officers if each.id == to), None)
            if officer and not self.well and self.dice.random() < self.setting.talkative:
                self._will_answer(officer, delivery)
        self._heard = len(self.platform.deliveries)

    def _speak_unasked(self) -> None:
        """Somebody may speak of what they were just about to be asked."""
        for message in self.platform.failed:
            officer = next((each for each in self.setting.officers if each.id == message.to), None)
            if officer and message.about and not self.well and self.dice.random() < 0.2:
                soon = self.clock.moment + timedelta(seconds=self.dice.randint(1, 20))
                self._will_say(officer, message.about, soon)
                for minutes in (3, 45):  # there is a beat soon after the message is withdrawn
                    self.at(soon + timedelta(minutes=minutes), self._beat)
        self.platform.failed.clear()

    def _will_answer(self, officer: Person, delivery: Delivery) -> None:
        about = tuple(each for each in delivery.message.about if self._name(each) in delivery.shown)
        if about:
            when = delivery.at + timedelta(minutes=self.dice.choice([1, 1, 3, 90, 1500]))
            self._will_say(officer, about, when)

    def _will_say(self, officer: Person, about: tuple[str, ...], when: datetime) -> None:
        text = self._words(self.dice.choice(about), when.date(), self.dice)
        self._say(officer, text, when, about)

    def _say(
        self,
        person: Person,
        text: str,
        when: datetime,
        about: tuple[str, ...] = (),
        corrects: str | None = None,
    ) -> None:
        request = Request(
            id=f"r{next(self._numbers)}",
            workspace=WORKSPACE,
            account=account_of(person.id),
            address=Address(platform=PLATFORM, workspace=WORKSPACE, conversation=person.id),
            text=text,
            about=about,
            corrects=corrects,
        )
        self.said[request.id] = text
        if corrects:
            self.edits[request.id] = corrects
        self._come_in(request, when)
        if self.dice.random() < 0.2:  # the platform delivers it once more
            self._come_in(request, when + timedelta(seconds=self.dice.randint(0, 300)))

    def _words(self, name: str, today: date, dice: Random) -> str:
        plan, ref = plan_and_ref(name)
        later: date = today + timedelta(days=dice.randint(5, 40))
        said = dice.choice(
            [
                f"{ref} on track",
                f"{ref} complete",
                f"{ref} slipping to {later.day} {later:%B %Y}",
                f"ask me about {ref} tomorrow",
                f"ask me about {ref} on {later.day} {later:%B}",
            ]
        )
        plainly = dice.random() < 0.1  # and may be asked which plan is meant
        return said if plainly or not plan else self._of(plan, said)

    def _of(self, plan: str, said: str) -> str:
        """As a button says it where there are several plans."""
        return f"{plan}: {said}" if len(self.setting.plans) > 1 else said

    def _name(self, name: str) -> str:
        return in_full(*plan_and_ref(name, self.setting.plans[0]))

    def _plan_rereading(self) -> None:
        if told := self.setting.whims.rereading:
            self.at(told.at, partial(self._read_again, told))

    async def _read_again(self, told: Rereading) -> None:
        async with self.store(WORKSPACE) as unit:
            await read(told.plan, self.setting, unit, self.clock.moment, told.ends)
            await unit.commit()
        self.platform.log.append(f"{utc(self.clock.moment)} read {told.plan} again")

    def _think_again(self, request: Request) -> None:
        """Whoever has said something about an action may soon put it otherwise, or take it back."""
        speaker, whims = self.setting.person(request.account.user), self.setting.whims
        if self.well or not request.about or speaker is None or request.corrects:
            return
        if self.whims.random() < whims.editing:
            soon = self.clock.moment + timedelta(minutes=self.whims.choice(SOON))
            text = self._words(self.whims.choice(request.about), soon.date(), self.whims)
            self._say(speaker, text, soon, request.about, corrects=request.id)
        elif self.whims.random() < whims.undoing:
            later = self.clock.moment + timedelta(minutes=self.whims.choice(LATER))
            self._say(speaker, "undo", later)

    def _plan_sayings(self) -> None:
        """What is said of itself: of what may not be theirs; and that a round is to be held."""
        start, speakers = self.setting.start, (*self.setting.officers, CHAIR)
        for number in range((self.setting.end - start).days):
            if self.dice.random() < self.setting.meddling:
                when = start + timedelta(days=number, minutes=self.dice.randint(0, 1_439))
                self._say(self.dice.choice(speakers), self._meddling(when.date()), when)
        for notice in self.setting.whims.notices:
            self._say(notice.by, notice.text, notice.at)
        if self.setting.round:
            plan, number, papers = self.setting.round
            asked = f"open a round, papers due {papers.day} {papers:%B %Y}"
            when = start + timedelta(days=number, hours=self.dice.randint(0, 12))
            self._say(ADMINISTRATOR, self._of(plan, asked), when)

    def _meddling(self, today: date) -> str:
        if self.dice.random() < 0.4:
            return self._of(RESTRICTED, "what is late?")
        return self._words(self.dice.choice(self.setting.tasks).name, today, self.dice)

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
                self._think_again(request)
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
            said=self.said,
            told=self.told,
            edits=self.edits,
            rounds=rounds,
            failed_beats=tuple(self.failed_beats),
        )
