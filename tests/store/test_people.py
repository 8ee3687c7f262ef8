"""Who is who, who holds which post and who stands for whom."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.people import (
    Account,
    Appointment,
    Directory,
    Holding,
    Leave,
    Office,
    PartnershipGroup,
    Person,
)
from domain.ports import OpenUnit, People
from domain.problems import UnknownPerson
from tests.builders import NIA, NIAS_ACCOUNT, NOW

ODO = Person(id="odo", name="Odo Fenn", email="odo@example.org", timezone=ZoneInfo("Asia/Tokyo"))
LATER = NOW + timedelta(hours=1)
MAY, JUNE = date(2031, 5, 1), date(2031, 6, 1)


async def know_both(people: People) -> None:
    await people.put(NIA)
    await people.put(ODO)


async def test_everybody_is_listed(open_unit: OpenUnit, home: str) -> None:
    holding = Holding(post="Head of Piers", person="nia", start=MAY, deputy=True)
    away = Leave(person="nia", start=MAY, end=JUNE, delegate="odo", words="back in June")
    chair = Appointment(person="odo", office=Office.CHAIR, partnership_group="Tide Board")
    board = PartnershipGroup(name="Tide Board", slug="tide-board", channel="C1")
    async with open_unit(home) as unit:
        people = unit.people
        await people.put(ODO)
        await people.put(NIA)
        await people.add_post("Warden")
        await people.add_post("Warden")
        await people.hold(holding)
        await people.leave(away)
        await people.appoint(chair)
        await people.appoint(chair)
        await people.put_group(board)
        await unit.commit()

    async with open_unit(home) as unit:
        assert await unit.people.directory() == Directory(
            people=(NIA, ODO),
            posts=("Head of Piers", "Warden"),
            holdings=(holding,),
            leave=(away,),
            appointments=(chair,),
            partnership_groups=(board,),
        )


async def test_who_is_put_again_is_replaced(open_unit: OpenUnit, home: str) -> None:
    renamed = Person(id="nia", name="Nia Quill-Fenn", other_names=("Nia Quill", "Quill"))
    async with open_unit(home) as unit:
        await unit.people.put(NIA)
        await unit.people.put(renamed)
        await unit.people.put_group(PartnershipGroup(name="Tide", slug="tide"))
        await unit.people.put_group(PartnershipGroup(name="The Tide", slug="tide", channel="C2"))
        directory = await unit.people.directory()
    assert directory.people == (renamed,)
    assert directory.partnership_groups == (
        PartnershipGroup(name="The Tide", slug="tide", channel="C2"),
    )


async def test_an_account_leads_to_its_person(open_unit: OpenUnit, home: str) -> None:
    other = Account(platform="slack", workspace="T1", user="u1")
    async with open_unit(home) as unit:
        await know_both(unit.people)
        await unit.people.link(other, "nia")
        await unit.people.link(NIAS_ACCOUNT, "nia")
        assert await unit.people.behind(NIAS_ACCOUNT) == NIA
        assert await unit.people.accounts("nia") == [NIAS_ACCOUNT, other]
        assert await unit.people.reachable() == {"nia": NIAS_ACCOUNT}

        await unit.people.link(other, "odo")
        assert await unit.people.behind(other) == ODO
        assert await unit.people.accounts("nia") == [NIAS_ACCOUNT]


async def test_the_account_that_was_used_last_comes_first(open_unit: OpenUnit, home: str) -> None:
    first, second, third = (
        Account(platform=platform, workspace="T1", user="u1") for platform in ("a", "b", "c")
    )
    async with open_unit(home) as unit:
        await unit.people.put(NIA)
        for account in (third, first, second):
            await unit.people.link(account, "nia")
        await unit.people.used(third, NOW)
        await unit.people.used(second, LATER)
        await unit.people.used(second, NOW)  # it came late
        await unit.people.used(Account(platform="d", workspace="T1", user="u1"), LATER)
        await unit.commit()

    async with open_unit(home) as unit:
        assert await unit.people.accounts("nia") == [second, third, first]
        assert await unit.people.reachable() == {"nia": second}
        await unit.people.link(first, "nia")
        await unit.people.used(first, LATER + timedelta(seconds=1))
        assert await unit.people.accounts("nia") == [first, second, third]


@pytest.mark.parametrize("but", [{"user": "u2"}, {"platform": "teams"}, {"workspace": "away"}])
async def test_no_other_account_leads_there(
    open_unit: OpenUnit, home: str, but: dict[str, str]
) -> None:
    async with open_unit(home) as unit:
        await unit.people.put(NIA)
        await unit.people.link(NIAS_ACCOUNT, "nia")
        with pytest.raises(UnknownPerson):
            await unit.people.behind(NIAS_ACCOUNT.model_copy(update=but))


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (Holding(post="Warden", person="nia", start=MAY, end=JUNE), 1),
        (Holding(post="Warden", person="nia", start=JUNE), 2),
        (Holding(post="Warden", person="nia"), 2),
        (Holding(post="Warden", person="odo", start=MAY), 2),
        (Holding(post="warden", person="nia", start=MAY), 2),
    ],
)
async def test_a_holding_that_began_the_same_day_is_the_same(
    open_unit: OpenUnit, home: str, later: Holding, expected: int
) -> None:
    async with open_unit(home) as unit:
        await know_both(unit.people)
        await unit.people.hold(Holding(post="Warden", person="nia", start=MAY))
        await unit.people.hold(later)
        await unit.people.hold(later)
        holdings = (await unit.people.directory()).holdings
    assert (len(holdings), holdings[-1]) == (expected, later)


async def test_leave_that_began_the_same_day_is_the_same(open_unit: OpenUnit, home: str) -> None:
    longer = Leave(person="nia", start=MAY, end=JUNE)
    async with open_unit(home) as unit:
        await know_both(unit.people)
        await unit.people.leave(Leave(person="nia", start=MAY, end=MAY, delegate="odo"))
        await unit.people.leave(longer)
        assert (await unit.people.directory()).leave == (longer,)


async def test_nothing_is_said_of_people_nobody_knows(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.people.put(NIA)
        with pytest.raises(UnknownPerson):
            await unit.people.link(NIAS_ACCOUNT, "odo")
        with pytest.raises(UnknownPerson):
            await unit.people.hold(Holding(post="Warden", person="odo"))
        with pytest.raises(UnknownPerson):
            await unit.people.leave(Leave(person="nia", start=MAY, end=MAY, delegate="odo"))
        with pytest.raises(UnknownPerson):
            await unit.people.appoint(Appointment(person="odo", office=Office.ADMINISTRATOR))
