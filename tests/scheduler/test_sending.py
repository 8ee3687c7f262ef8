"""Every message arrives once, whatever the platform does; what cannot arrive is told."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

import pytest

from bot.clock import SetClock
from bot.console.render import to_text
from domain.conversation import Address, Kind, Outgoing
from domain.events import ActionState
from domain.pacing import Limit, Pacing
from domain.ports import OpenUnit
from domain.sending import Receipt, Refused, Rejected, Undelivered, Unknown, Unreachable
from scheduler import postman
from scheduler.postman import GIVEN_UP_AFTER, LEASE, LONGEST_PAUSE, SETTLED, Sending, pause_after
from scheduler.sender import send_due
from tests.builders import NOW, a_plan, an_action, an_outgoing
from tests.fakes import FakeMessenger

SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)


class Post:
    """One workspace's outbox, a clock and a platform, to be written to and watched."""

    def __init__(self, open_unit: OpenUnit, workspace: str) -> None:
        self.open_unit = open_unit
        self.workspace = workspace
        self.clock = SetClock(NOW)
        self.platform = FakeMessenger()

    async def write(self, *messages: Outgoing) -> None:
        async with self.open_unit(self.workspace) as unit:
            await unit.outbox.put_all(messages)
            await unit.commit()

    async def send(self) -> int:
        chance = Random(1).random
        sending = Sending(self.open_unit, {"console": self.platform}, self.clock, chance)
        return await send_due(sending, self.workspace)

    async def keep_sending(self, span: timedelta, every: timedelta = SECOND) -> list[datetime]:
        """Send again and again; return when something new had arrived."""
        arrived, end = [], self.clock.moment + span
        while self.clock.moment <= end:
            before = len(self.platform.sent)
            await self.send()
            arrived += [self.clock.moment] * (len(self.platform.sent) - before)
            self.clock.moment += every
        return arrived

    def arrived(self) -> list[str]:
        return [reply.summary for _, reply in self.platform.sent]

    async def given_up(self) -> Sequence[Undelivered]:
        async with self.open_unit(self.workspace) as unit:
            return await unit.outbox.given_up(NOW)


@pytest.fixture
def post(open_unit: OpenUnit, home: str) -> Post:
    return Post(open_unit, home)


async def test_what_was_surely_not_delivered_is_tried_again_and_arrives_once(post: Post) -> None:
    await post.write(an_outgoing())
    post.platform.trouble = [Unreachable(), Unreachable()]
    await post.keep_sending(timedelta(minutes=5), 10 * SECOND)
    assert len(post.platform.sent) == 1
    assert post.platform.looked_for == []


async def test_what_may_have_been_delivered_is_looked_for_before_it_is_sent_again(
    post: Post,
) -> None:
    await post.write(an_outgoing(key="k"))
    post.platform.trouble, post.platform.delivers_all_the_same = [Unknown()], True
    await post.send()
    post.clock.moment += SETTLED
    await post.send()
    assert len(post.platform.sent) == 1
    assert post.platform.looked_for == ["k"]
    await post.keep_sending(timedelta(hours=1), 60 * SECOND)
    assert len(post.platform.sent) == 1


async def test_what_is_looked_for_and_not_there_is_sent(post: Post) -> None:
    await post.write(an_outgoing())
    post.platform.trouble = [Unknown()]
    await post.send()
    assert post.platform.sent == []
    await post.keep_sending(timedelta(minutes=2))
    assert len(post.platform.sent) == 1


async def test_a_platform_that_takes_too_long_has_an_unknown_outcome(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postman, "ANSWER_WITHIN", timedelta(milliseconds=1))
    await post.write(an_outgoing(key="k"))
    quick = post.platform.send

    async def slow(outgoing: Outgoing) -> Receipt:
        receipt = await quick(outgoing)
        await asyncio.sleep(60)
        return receipt

    monkeypatch.setattr(post.platform, "send", slow)
    await post.send()
    post.clock.moment += SETTLED
    await post.send()
    assert (len(post.platform.sent), post.platform.looked_for) == (1, ["k"])


async def test_what_a_sender_took_and_left_is_looked_for_when_its_lease_has_passed(
    post: Post,
) -> None:
    await post.write(an_outgoing(key="k"))
    async with post.open_unit(post.workspace) as unit:
        await unit.outbox.lease("console", NOW, NOW + LEASE, 10)
        await unit.commit()
    await post.keep_sending(LEASE - SECOND, 30 * SECOND)
    assert post.platform.sent == []
    await post.keep_sending(60 * SECOND)
    assert (len(post.platform.sent), post.platform.looked_for) == (1, ["k"])


async def test_a_platform_that_asks_for_silence_is_left_alone_in_that_conversation(
    post: Post,
) -> None:
    elsewhere = Address(platform="console", workspace="home", conversation="elsewhere")
    await post.write(an_outgoing())
    post.platform.trouble = [Refused(30 * SECOND)]
    await post.send()
    await post.write(an_outgoing(), an_outgoing(address=elsewhere))
    await post.send()
    assert [address.conversation for address, _ in post.platform.sent] == ["elsewhere"]
    arrived = await post.keep_sending(40 * SECOND)
    assert [(each - NOW) // SECOND for each in arrived] == [30, 30]


async def test_a_platform_that_asks_for_silence_everywhere_is_left_alone(post: Post) -> None:
    elsewhere = Address(platform="console", workspace="home", conversation="elsewhere")
    await post.write(an_outgoing())
    post.platform.trouble = [Refused(30 * SECOND, everywhere=True)]
    await post.send()
    await post.write(an_outgoing(address=elsewhere))
    arrived = await post.keep_sending(40 * SECOND)
    assert [(each - NOW) // SECOND for each in arrived] == [30, 30]


async def test_the_pace_of_the_platform_is_kept(post: Post) -> None:
    post.platform.pacing = Pacing(
        in_conversation=(Limit(messages=1, per=SECOND),),
        in_workspace=(Limit(messages=3, per=SECOND, at_once=2),),
    )
    places = [
        Address(platform="console", workspace="home", conversation=f"{n % 5}") for n in range(20)
    ]
    await post.write(*(an_outgoing(key=f"{n:02}", address=each) for n, each in enumerate(places)))
    arrived = await post.keep_sending(20 * SECOND, SECOND / 4)
    assert len(arrived) == 20
    assert all(after - first >= SECOND for first, after in zip(arrived, arrived[3:], strict=False))
    assert arrived[-1] - NOW < 12 * SECOND


async def test_what_never_will_arrive_is_given_up_and_told(post: Post) -> None:
    await post.write(an_outgoing(key="k"))
    post.platform.trouble = [Rejected("There is no such channel.")]
    await post.send()
    [told] = await post.given_up()
    assert (told.message.key, told.why) == ("k", "There is no such channel.")
    await post.keep_sending(DAY, timedelta(hours=1))
    assert post.platform.sent == []


async def test_after_a_day_in_vain_a_message_is_given_up(post: Post) -> None:
    await post.write(an_outgoing(key="k"))
    post.platform.broken = True
    await post.keep_sending(GIVEN_UP_AFTER - timedelta(minutes=10), timedelta(minutes=10))
    assert await post.given_up() == []
    await post.keep_sending(timedelta(hours=1), timedelta(minutes=10))
    assert [each.message.key for each in await post.given_up()] == ["k"]


async def ask_about(post: Post, **but: object) -> None:
    async with post.open_unit(post.workspace) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [an_action(ref="1"), an_action(ref="2")])
        await unit.actions.wake("harbour", dict.fromkeys("12", NOW + DAY))
        await unit.commit()
    await post.write(
        an_outgoing(key="k", plan="harbour", about=("1", "2"), kind=Kind.REMINDER, **but)
    )


async def looked_at(post: Post) -> list[str]:
    async with post.open_unit(post.workspace) as unit:
        return [tracked.action.ref for _, tracked in await unit.actions.awake(NOW, 10)]


async def test_what_was_answered_meanwhile_is_not_asked_and_looked_at_anew(post: Post) -> None:
    await ask_about(post)
    post.platform.broken = True
    await post.send()
    async with post.open_unit(post.workspace) as unit:
        await unit.actions.settle("harbour", "1", ActionState(at=NOW + SECOND))
        await unit.commit()
    assert await looked_at(post) == ["1"]
    post.platform.broken = False
    await post.keep_sending(timedelta(minutes=1))
    assert post.platform.sent == []
    assert await looked_at(post) == ["1", "2"]
    await post.write(an_outgoing(key="k"))  # the key is free again
    await post.send()
    assert len(post.platform.sent) == 1


async def test_what_was_delivered_after_all_was_not_withdrawn(post: Post) -> None:
    await ask_about(post)
    post.platform.trouble, post.platform.delivers_all_the_same = [Unknown()], True
    await post.send()
    async with post.open_unit(post.workspace) as unit:
        await unit.actions.settle("harbour", "1", ActionState(at=NOW + SECOND))
        await unit.commit()
    post.clock.moment += SETTLED
    await post.send()
    assert await looked_at(post) == ["1"]
    assert len(post.platform.sent) == 1


async def test_after_its_hours_a_message_is_not_sent_and_what_it_asked_is_looked_at_anew(
    post: Post,
) -> None:
    await ask_about(post, not_after=NOW + timedelta(minutes=30))
    post.platform.broken = True
    await post.keep_sending(timedelta(minutes=31), timedelta(minutes=1))
    post.platform.broken = False
    await post.keep_sending(timedelta(minutes=31), timedelta(minutes=1))
    assert post.platform.sent == []
    assert await looked_at(post) == ["1", "2"]
    assert [each.message.key for each in await post.given_up()] == ["k"]


@pytest.mark.parametrize(
    ("trouble", "expected"),
    [
        ([Unknown(), *[Unreachable()] * 1_000], ["1", "2"]),  # nor could it be looked for
        ([Rejected("There is no such channel.")], []),  # it would be refused each day
    ],
)
async def test_what_was_given_up_is_looked_at_anew_unless_it_was_refused(
    post: Post, trouble: list[Exception], expected: list[str]
) -> None:
    await ask_about(post)
    post.platform.trouble = [*trouble]
    await post.keep_sending(GIVEN_UP_AFTER + timedelta(hours=1), timedelta(minutes=10))

    assert [each.message.key for each in await post.given_up()] == ["k"]
    assert await looked_at(post) == expected


async def test_where_nobody_can_look_the_next_message_says_it_again_and_says_so(
    post: Post,
) -> None:
    post.platform.blind = True
    await post.write(an_outgoing(key="lost"))
    post.platform.trouble = [Unknown()]
    await post.keep_sending(timedelta(hours=2), timedelta(minutes=1))
    assert post.platform.sent == []

    await post.write(an_outgoing(key="next"))
    await post.send()
    [(_, reply)] = post.platform.sent
    assert "You may have had this already" in to_text(reply)
    await post.write(an_outgoing(key="after that"))
    await post.send()
    assert "already" not in to_text(post.platform.sent[-1][1])


async def test_the_messages_of_one_conversation_arrive_in_order(post: Post) -> None:
    messages = [an_outgoing(key=f"{n}") for n in range(5)]
    named = [
        each.model_copy(update={"reply": each.reply.model_copy(update={"summary": each.key})})
        for each in messages
    ]
    await post.write(*named)
    await post.send()
    assert post.arrived() == ["0", "1", "2", "3", "4"]


async def test_a_store_that_fails_when_the_outcome_is_to_be_recorded_doubles_nothing(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    await post.write(an_outgoing(key="k"))
    whole, opened = post.open_unit, 0

    def failing(workspace: str):
        nonlocal opened
        opened += 1
        if opened == 3:  # taking, judging, recording
            raise ConnectionError("the database went away")
        return whole(workspace)

    post.open_unit = failing
    await post.send()
    assert len(post.platform.sent) == 1
    await post.keep_sending(LEASE + timedelta(minutes=1), 10 * SECOND)
    assert (len(post.platform.sent), post.platform.looked_for) == (1, ["k"])


@pytest.mark.parametrize("attempts", [0, 1, 5, 50])
def test_pauses_grow_to_half_an_hour_and_are_spread(attempts: int) -> None:
    shortest, longest = pause_after(attempts, 0.0), pause_after(attempts, 1.0)
    assert longest == 2 * shortest
    assert longest <= LONGEST_PAUSE
    assert pause_after(attempts + 1, 1.0) >= longest
