"""A whole day of a partnership whose council is in Teams and whose health partner is in Slack."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest

from domain.people import Appointment, Office, PartnershipGroup
from domain.work import Status
from tests.bot.both import HOME, Both
from tests.standins.slack import Channel, words_in

MONDAY = date(2031, 5, 19)
COUNCIL = "19:harbour-board@thread.tacv2"
HOME_OF = {"nia": "slack", "sam": "teams", "bo": "teams", "kit": "teams"}


def at(hour: int, minute: int = 0) -> datetime:
    """On that Monday, by the clock in London."""
    return datetime(MONDAY.year, MONDAY.month, MONDAY.day, hour - 1, minute, tzinfo=UTC)


class Day:
    """Both platforms, and what each place there has got since it was last looked at."""

    def __init__(self, both: Both, ward: Channel) -> None:
        self.both = both
        self.ward = ward
        self._read: dict[str, int] = {}

    def news(self) -> dict[str, str]:
        world, teams = self.both.slack.world, self.both.teams.conversations
        places = {
            "ward": [words_in(each) for each in world.shown if each.channel == self.ward.id],
            "board": [each.text for each in teams.get(COUNCIL, [])],
        }
        for who in HOME_OF:
            direct = self.both.slacks[who].direct.id
            places[f"{who} on slack"] = [
                words_in(each) for each in self.both.on_slack(who) if each.channel == direct
            ]
            places[f"{who} on teams"] = [each.text for each in self.both.on_teams(who)]
        new = {place: "\n".join(said[self._read.get(place, 0) :]) for place, said in places.items()}
        self._read = {place: len(said) for place, said in places.items()}
        return {place: said for place, said in new.items() if said}


@pytest.fixture
async def day(both: Both) -> AsyncIterator[Day]:
    """The Friday before: everybody is known where they work, each group says where it talks."""
    for who, platform in HOME_OF.items():
        await both.knows(who, platform)
    async with both.store(HOME) as unit:
        await unit.people.put_group(PartnershipGroup(name="Quay Group", slug="quay"))
        chair = Appointment(person="nia", office=Office.CHAIR, partnership_group="Quay Group")
        await unit.people.appoint(chair)
        await unit.commit()
    ward = both.slack.channel(both.team, "ward", *both.slacks.values())
    await both.slacks["nia"].mentions("send the digest of the Quay Group here", ward)
    await both.members["bo"].mentions("send the digest of the Harbour Board here", COUNCIL)
    await both.desk.idle()
    day = Day(both, ward)
    day.news()
    yield day


async def test_the_morning_asks_each_where_they_work_and_tells_each_group_where_it_talks(day: Day):
    await day.both.beats(at(9, 30))

    news = day.news()
    assert set(news) == {"nia on slack", "sam on teams", "ward", "board"}
    assert "7.2 Train the keepers" in news["nia on slack"]
    assert "8.2 Dredge the channel" in news["sam on teams"]
    assert "Quay Group" in news["ward"]
    assert "7.2 Train the keepers: due 9 May, 10 days late" in news["board"]


async def test_what_one_side_says_the_other_reads_the_same_day(day: Day):
    both = day.both
    await both.beats(at(9, 30))
    both.slack.clock.moment = at(10)
    await both.says("nia", "1 done, 2 end of June, waiting on Harbour Finance", "slack")
    said = both.slacks["nia"].did
    both.slack.clock.moment = at(10, 5)
    card = both.on_teams("sam")[-1]
    await both.members["sam"].presses(card, "On track")
    day.news()

    both.slack.clock.moment = at(11)
    await both.members["bo"].mentions("show 7.3", COUNCIL)
    await both.says("nia", "show 8.2", "slack")
    news = day.news()
    assert set(news) == {"board", "nia on slack"}
    assert "waiting on Harbour Finance" in news["board"]
    assert "on track" in news["nia on slack"]
    assert "Sam Tarn, 19 May" in news["nia on slack"]

    both.slack.clock.moment = at(15)
    before = [await both.events(ref) for ref in ("7.2", "7.3", "8.2")]
    for delivery in said:
        await both.slack.deliveries.repeat(delivery)
    await both.members["sam"].presses(card, "On track")
    await both.desk.idle()
    assert [await both.events(ref) for ref in ("7.2", "7.3", "8.2")] == before
    assert day.news() == {}


async def test_who_has_answered_is_left_in_peace_and_nothing_is_lost_on_the_way(day: Day):
    both = day.both
    await both.beats(at(9, 30))
    await both.says("nia", "1 done, 2 end of June, waiting on Harbour Finance", "slack")
    await both.says("sam", "8.2 on track, the survey is done", "teams")
    day.news()

    for moment in (at(12), at(16), at(9, 30).replace(day=MONDAY.day + 1)):
        await both.beats(moment)
    assert day.news() == {}
    assert (await both.action("7.2")).state.status is Status.COMPLETE
    assert (await both.action("7.3")).state.forecast == date(2031, 6, 30)
    async with both.store(HOME) as unit:
        assert await unit.outbox.given_up(at(1)) == []
        assert await unit.inbox.waiting(1) == []
