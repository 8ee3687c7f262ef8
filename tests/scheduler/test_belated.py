"""A digest that cannot go in its hours comes once in the next working hours; nobody is woken."""

from collections.abc import Iterable
from datetime import UTC, datetime, time

import pytest

from bot.console.render import to_text
from domain.conversation import Address, Kind, Outgoing, Reply
from domain.hours import opens
from domain.instructions import Close
from domain.pacing import Pacing
from domain.people import LONDON, PartnershipGroup
from domain.sending import NotSent, Receipt, Rejected, Unreachable
from scheduler.beat import beat
from scheduler.diary import Diary
from scheduler.postman import Sending
from scheduler.sender import send_due
from tests.builders import an_outgoing
from tests.scheduler.quay import WORKSPACE, Quay, an_open_action, in_days

CHANNEL = Address(platform="fake", workspace="t1", conversation="#board")
BOARD = PartnershipGroup(name="Board", slug="board", address=CHANNEL)
EVENING, NEXT_MORNING, NOON = time(18), time(9, 31), time(12)


class Channel:
    """A partnership whose group has a channel, on a platform that is ``down`` at will."""

    pacing = Pacing()

    def __init__(self, quay: Quay, diary: Diary | None = None) -> None:
        self.quay = quay
        self.diary = diary
        self.sent: list[tuple[datetime, Outgoing]] = []
        self.down: NotSent | None = None
        self.down_in_threads = False

    async def send(self, outgoing: Outgoing) -> Receipt:
        if self.down is not None:
            raise self.down
        if self.down_in_threads and outgoing.under:
            raise Unreachable
        self.sent.append((self.quay.clock.now().astimezone(LONDON), outgoing))
        return Receipt(message=outgoing.key, thread=outgoing.key)

    async def was_it_delivered(self, outgoing: Outgoing) -> Receipt | None:
        found = any(each.key == outgoing.key for _, each in self.sent)
        return Receipt(message=outgoing.key, thread=outgoing.key) if found else None

    async def deliver(self) -> None:
        sending = Sending(self.quay.open_unit, {"fake": self}, self.quay.clock, lambda: 0.5)
        while await send_due(sending, WORKSPACE):
            pass

    async def live(self, days: Iterable[int], *hours: time) -> None:
        for day in days:
            for hour in hours:
                self.quay.clock.moment = opens(in_days(day), hour, LONDON)
                await beat(
                    self.quay.open_unit,
                    WORKSPACE,
                    self.quay.clock,
                    self.quay.calendar,
                    diary=self.diary,
                )
                await self.deliver()

    def digests(self) -> list[tuple[int, time]]:
        """On which days after that Monday one came, and at what hour."""
        return [
            ((at.date() - in_days(0)).days, at.time())
            for at, message in self.sent
            if message.kind is Kind.DIGEST and message.under is None
        ]


async def a_channel(actions: int = 1, diary: Diary | None = None) -> Channel:
    several = [an_open_action(f"1.{n}", -3) for n in range(1, actions + 1)]
    quay = await Quay.with_actions(*several)
    async with quay.open_unit(WORKSPACE) as unit:
        await unit.people.put_group(BOARD)
        await unit.commit()
    return Channel(quay, diary)


async def test_what_missed_its_hours_comes_the_next_morning_once_and_afresh():
    channel = await a_channel()
    channel.down = Unreachable()
    await channel.live([0], NEXT_MORNING, NOON)
    channel.down = None
    await channel.live([0], EVENING, time(23))
    assert channel.digests() == []

    await channel.live([1], time(7), time(9), NEXT_MORNING, NOON, EVENING)
    await channel.live([2, 3, 4], NEXT_MORNING, NOON)
    assert channel.digests() == [(1, NEXT_MORNING)]
    _, digest = next(each for each in channel.sent if each[1].kind is Kind.DIGEST)
    assert "13 May" in to_text(digest.reply)  # as it stands on the day on which it is read


async def test_after_a_week_of_silence_only_the_new_one_comes():
    channel = await a_channel()
    channel.down = Unreachable()
    await channel.live(range(7), NEXT_MORNING, NOON, EVENING)
    channel.down = None
    await channel.live(range(7, 14), NEXT_MORNING, NOON, EVENING)

    assert channel.digests() == [(7, NEXT_MORNING)]


@pytest.mark.parametrize("diary", [None, Diary()], ids=["by a new process", "by the same one"])
async def test_what_belongs_under_it_follows_the_next_morning(diary: Diary | None):
    channel = await a_channel(actions=30, diary=diary)

    channel.down_in_threads = True
    await channel.live([0], NEXT_MORNING, EVENING)
    channel.down_in_threads = False
    await channel.live([1, 2, 3], time(7), NEXT_MORNING, NOON, EVENING)

    pieces = [(at.date(), each) for at, each in channel.sent if each.under]
    assert pieces
    assert {day for day, _ in pieces} == {in_days(1)}
    assert {each.address.thread for _, each in pieces} == {"digest:harbour:board:2031-W20"}
    assert len({to_text(each.reply) for _, each in pieces}) == len(pieces)


async def test_nothing_comes_on_a_day_on_which_the_council_is_closed():
    channel = await a_channel()
    await channel.quay.order(Close(start=in_days(0), end=in_days(1)), plan=None)
    await channel.live(range(5), NEXT_MORNING, NOON)

    assert channel.digests() == [(2, NEXT_MORNING)]


async def test_an_administrator_hears_once_of_what_was_given_up():
    channel = await a_channel()
    message = an_outgoing(
        key="k", to="nia", address=CHANNEL, reply=Reply(summary="Hello"), day=in_days(0)
    )
    async with channel.quay.open_unit(WORKSPACE) as unit:
        await unit.outbox.put(
            message.model_copy(update={"not_before": datetime(2031, 5, 9, tzinfo=UTC)})
        )
        await unit.commit()
    channel.down = Rejected("The account was closed.")
    channel.quay.clock.moment = opens(in_days(0), time(8), LONDON)
    await channel.deliver()
    channel.down = None
    await channel.live(range(14), NEXT_MORNING, NOON)

    told = [to_text(each.reply) for _, each in channel.sent if each.to == "kit"]
    named = [each for each in told if "What I could not deliver" in each]
    assert len(named) == 1
    assert "Reminder to Nia Quill" in named[0]
    assert "The account was closed." in named[0]
