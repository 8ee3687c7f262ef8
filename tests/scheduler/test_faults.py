"""A fault of ours with one action, person, group or source keeps nobody else from their due."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from bot.clock import SetClock
from domain.calendar import Calendar
from domain.concerns import Ask, Concern
from domain.conversation import Address, Kind, Outgoing, Paragraph
from domain.events import Tracked
from domain.faults import LONGEST_PAUSE, Fault, Subject, What, in_a_sentence
from domain.hours import opens
from domain.people import LONDON, PartnershipGroup
from domain.ports import OpenUnit, UnitOfWork
from handlers import asks
from scheduler import looking, seen
from scheduler.beat import beat
from scheduler.diary import Diary, Silence
from scheduler.faults import Faults
from scheduler.office import Office
from store.opening import keep_in_memory
from tests.scheduler.quay import MONDAY, PLAN, WORKSPACE, Quay, an_open_action

SECRET = "Mrs Aldous of Tern Close rang"
NIGHT, NINE, NINE_SIXTEEN, NOON = time(0, 1), time(9), time(9, 16), time(12)
EVERY_DAY = Calendar()
TOLD = "Action 1.2: I could not look after it, so nobody is asked about it: I keep trying"


@dataclass
class Falters:
    """Fails as long as it is told to, with an error that quotes what somebody wrote."""

    does: Callable[..., Any]
    at: Callable[..., bool]
    broken: bool = True
    tried: int = 0

    def __call__(self, *given: Any, **named: Any) -> Any:
        if self.broken and self.at(*given):
            self.tried += 1
            raise ValueError(SECRET)
        return self.does(*given, **named)


def falters_at(ref: str, monkeypatch: pytest.MonkeyPatch) -> Falters:
    """Looking at the action of this ref fails."""

    def its(plan: str, tracked: Tracked, office: Office) -> bool:
        return tracked.action.ref == ref

    fault = Falters(looking.look_at, its)
    monkeypatch.setattr(seen, "look_at", fault)
    return fault


async def a_quay(**but: Any) -> Quay:
    """Nia has two actions that are due, and Sam has one."""
    actions = (
        an_open_action("1.1", 0),
        an_open_action("1.2", 0),
        an_open_action("1.3", 0, "Sam Tarn"),
    )
    return await Quay.with_actions(*actions, faults=Faults(WORKSPACE), **but)


async def test_an_action_that_cannot_be_looked_at_keeps_nobody_from_being_asked(monkeypatch):
    falters_at("1.2", monkeypatch)
    quay = await a_quay()
    await quay.beat(0)
    assert await quay.days() == {0: ("1.1",)}
    assert await quay.days("sam") == {0: ("1.3",)}


async def test_it_is_on_the_administrators_list_in_one_sentence_with_what_to_do(monkeypatch):
    falters_at("1.2", monkeypatch)
    quay = await a_quay()
    await quay.beat(0)
    told = await quay.text("kit")
    assert TOLD in told
    assert "whoever runs me finds the cause in the log under “not_looked_after”" in told


async def test_the_log_says_its_type_and_reference_and_nothing_that_anybody_wrote(
    monkeypatch, caplog
):
    falters_at("1.2", monkeypatch)
    quay = await a_quay()
    with caplog.at_level(logging.ERROR):
        await quay.beat(0)
    [said] = [each for each in caplog.records if each.message == "not_looked_after"]
    assert (said.what, said.ref, said.plan, said.error) == (
        "action",
        "1.2",
        PLAN.key,
        "ValueError",
    )
    assert SECRET not in caplog.text and SECRET not in str(vars(said))


async def test_it_is_tried_again_with_longer_and_longer_pauses_and_asked_once_it_is_mended(
    monkeypatch,
):
    fault = falters_at("1.2", monkeypatch)
    quay = await a_quay()
    for minute in range(0, 40):
        await quay.beat(0, time(9, minute))
    assert fault.tried == 5  # at once, and after 2, 4, 8 and 16 minutes
    fault.broken = False
    await quay.play([1])
    assert (await quay.days())[1] == ("1.2",)
    assert quay.faults and quay.faults.standing == ()


async def test_it_is_told_once_and_again_after_a_week_and_never_twice_a_day(monkeypatch):
    falters_at("1.2", monkeypatch)
    quay = await a_quay()
    await quay.play(range(12))
    told = [each for each in await quay.written("kit") if "1.2" in str(each.reply)]
    assert [(each.day - MONDAY).days for each in told] == [0, 7]


async def test_a_process_that_begins_anew_tells_it_no_second_time_on_a_day(monkeypatch):
    falters_at("1.2", monkeypatch)
    quay = await a_quay()
    await quay.beat(0)
    quay.faults = Faults(WORKSPACE)
    await quay.beat(0, NOON)
    assert len(await quay.written("kit")) == 1


async def test_a_fault_that_comes_up_when_nothing_is_due_any_more_is_told_all_the_same(monkeypatch):
    """The list is written at the administrator's next hour, whatever else the day brings."""
    quay = await a_quay(silence=Silence())
    await quay.beat(0)
    falters_at("1.2", monkeypatch)
    await quay.say("1.2", 0)  # which lets it be looked at
    await quay.beat(0, NOON)
    await quay.play([1])
    assert TOLD in await quay.text("kit")


async def test_one_that_cannot_be_worded_is_left_out_and_the_others_are_asked_about(monkeypatch):
    def its(ask: Ask, *_: object) -> bool:
        return ask.ref == "1.2"

    monkeypatch.setattr("handlers.reminding.asked", Falters(asks.asked, its))
    quay = await a_quay()
    await quay.play([0, 1])
    assert await quay.days() == {0: ("1.1",)}
    assert TOLD in await quay.text("kit")
    assert "Nia Quill: I could not" not in await quay.text("kit")


async def test_somebody_who_cannot_be_written_to_keeps_nobody_else_from_it(monkeypatch):
    def hers(name: str, *_: object) -> bool:
        return name == "Nia Quill"

    from handlers.salutation import greeting

    fault = Falters(greeting, hers)
    monkeypatch.setattr("handlers.reminding.greeting", fault)
    quay = await a_quay()
    await quay.beat(0)
    assert (await quay.days(), await quay.days("sam")) == ({}, {0: ("1.3",)})
    await quay.beat(1)
    assert "Nia Quill: I could not look after it, so they are not written to" in await quay.text(
        "kit"
    )
    assert "1.1" not in await quay.text("kit")  # it is not her actions that are at fault
    fault.broken = False
    await quay.beat(1, NOON)
    assert set((await quay.days())[1]) == {"1.1", "1.2"}


@dataclass
class Refusing:
    """A store that cannot keep a message to one person: it fails after others were put."""

    to: str
    open_unit: OpenUnit = field(default_factory=keep_in_memory)

    def __call__(self, workspace: str) -> Any:
        return RefusingUnit(self.open_unit(workspace), self.to)


class RefusingUnit:
    def __init__(self, unit: UnitOfWork, to: str) -> None:
        self._unit = unit
        self._to = to

    def __getattr__(self, name: str) -> Any:
        return getattr(self._unit, name)

    @property
    def outbox(self) -> Any:
        return RefusingOutbox(self._unit.outbox, self._to)

    async def __aenter__(self) -> "RefusingUnit":
        await self._unit.__aenter__()
        return self

    async def __aexit__(self, *error: Any) -> None:
        await self._unit.__aexit__(*error)


class RefusingOutbox:
    def __init__(self, outbox: Any, to: str) -> None:
        self._outbox = outbox
        self._to = to

    def __getattr__(self, name: str) -> Any:
        return getattr(self._outbox, name)

    async def put_all(self, messages: Sequence[Outgoing]) -> int:
        count: int = await self._outbox.put_all(messages)
        if any(each.to == self._to for each in messages):
            raise ValueError(SECRET)
        return count


async def test_a_message_that_cannot_be_kept_hides_none_of_its_slice(open_unit):
    quay = await a_quay(open_unit=Refusing("nia", open_unit))
    await quay.beat(0)
    assert await quay.days("sam") == {0: ("1.3",)}
    assert await quay.days() == {}
    quay.open_unit = open_unit
    await quay.beat(0, NOON)
    assert await quay.days() == {0: ("1.1", "1.2")}  # nothing is lost by it
    assert len(await quay.written("sam")) == 1  # and nothing doubled


async def test_a_source_that_fails_keeps_the_others_from_nothing():
    async def fails(unit: UnitOfWork, office: Office) -> Sequence[Concern]:
        raise ValueError(SECRET)

    async def tells(unit: UnitOfWork, office: Office) -> Sequence[Concern]:
        told = Paragraph(text="The spring round has closed.")
        return [Concern(person="bo", kind=Kind.HANDOVER, once="handover", parts=(told,))]

    quay = await a_quay(sources=[fails, tells])
    await quay.beat(0)
    assert set(await quay.days()) == {0}
    assert "The spring round has closed." in await quay.text("bo")
    assert "My work “fails”: I could not look after it, so it is left undone" in await quay.text(
        "kit"
    )


async def test_a_group_whose_digest_fails_keeps_no_other_from_its_own(monkeypatch):
    def hers(group: PartnershipGroup, *_: object) -> bool:
        return group.slug == "board"

    from scheduler import digests

    fault = Falters(digests.digest_of, hers)
    monkeypatch.setattr(digests, "digest_of", fault)
    quay = await a_quay()
    async with quay.open_unit(WORKSPACE) as unit:
        await unit.people.put_group(*(a_group(each) for each in ("Board", "Shore Board")))
        actions = [an_open_action("2.1", 3, partnership_groups=("Shore Board",))]
        await unit.actions.put(PLAN.key, actions)
        await unit.commit()
    diary = Diary()
    at = [time(9, 30), time(9, 31), time(10)]
    for each in at:
        await beat_at(each, quay, diary)
    assert await posted(quay) == ["digest:harbour:shore-board:2031-W20"]
    assert fault.tried == 2
    assert diary.left_out() == (
        "I could not look after 1 digest: the log says why under not_looked_after."
    )
    fault.broken = False
    await beat_at(time(11), quay, diary)
    assert "digest:harbour:board:2031-W20" in await posted(quay)
    assert diary.left_out() is None


async def test_where_all_the_reminders_fail_the_digests_come_and_the_beat_is_not_called_well(
    monkeypatch,
):
    async def fails(*_: object) -> int:
        raise ValueError(SECRET)

    monkeypatch.setattr("scheduler.beat.remind", fails)
    quay = await a_quay()
    async with quay.open_unit(WORKSPACE) as unit:
        await unit.people.put_group(a_group("Board"))
        await unit.commit()
    with pytest.raises(ValueError, match="rang"):
        await beat_at(time(9, 30), quay, Diary())
    assert await posted(quay) == ["digest:harbour:board:2031-W20"]


def a_group(name: str) -> PartnershipGroup:
    slug = name.lower().replace(" ", "-")
    place = Address(platform="fake", workspace=WORKSPACE, conversation=f"#{slug}")
    return PartnershipGroup(name=name, slug=slug, address=place)


async def beat_at(hour: time, quay: Quay, diary: Diary) -> None:
    clock = SetClock(opens(MONDAY, hour, LONDON))
    await beat(quay.open_unit, WORKSPACE, clock, EVERY_DAY, LONDON, diary)


async def posted(quay: Quay) -> list[str]:
    async with quay.open_unit(WORKSPACE) as unit:
        now = opens(MONDAY, time(23), LONDON)
        leased = await unit.outbox.lease("fake", now, now + timedelta(hours=1), 99)
    return sorted(each.key for each in leased if each.kind is Kind.DIGEST)


NOW = datetime(2031, 5, 12, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("times", "pause"),
    [
        (1, timedelta(minutes=2)),
        (2, timedelta(minutes=4)),
        (5, timedelta(minutes=32)),
        (12, LONGEST_PAUSE),
        (10**6, LONGEST_PAUSE),
    ],
)
def test_the_pause_doubles_up_to_the_longest(times: int, pause: timedelta) -> None:
    fault = Fault(
        Subject(What.ACTION, "1.2", "harbour"), "KeyError", "points.py:7", NOW, NOW, times
    )
    assert fault.again == NOW + pause


@pytest.mark.parametrize(
    ("faulty", "told"),
    [
        ([], None),
        ([What.ACTION], "I could not look after 1 action: "),
        ([What.ACTION, What.PERSON, What.ACTION], "I could not look after 2 actions and 1 person"),
        ([What.PERSON, What.PERSON], "I could not look after 2 people"),
    ],
)
def test_all_of_it_is_told_in_a_sentence(faulty: list[What], told: str | None) -> None:
    some = [
        Fault(Subject(what, str(n)), "KeyError", "points.py:7", NOW, NOW)
        for n, what in enumerate(faulty)
    ]
    assert (in_a_sentence(some) or "").startswith(told or "")
    assert (in_a_sentence(some) is None) is (told is None)
