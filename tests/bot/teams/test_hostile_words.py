"""Whatever a plan or a person says, no card pings anybody, leads anywhere or breaks a limit."""

import json
from collections.abc import Iterator, Mapping
from random import Random

import pytest

from bot.teams.cards import SCHEMA, size, to_messages
from domain.conversation import Kind
from domain.places import Address
from tests.bot.hostile import IN_A_REPLY, Partnership, document, reply_of
from tests.bot.teams.conftest import HOME
from tests.standins.teams.cards import faults_of
from tests.standins.teams.connector import TENANT

STRINGS, BATCHES = 10_000, 10
LIMIT = 28 * 1024
CHANNEL = "19:hostile@thread.tacv2"
LEADING = {"url", "selectAction", "entities", "iconUrl", "backgroundImage"}
READ_AS_MARKUP = ("fallbackText", "speak")


def everything(part: object) -> Iterator[Mapping[str, object]]:
    """Every object of a message, however deep."""
    if isinstance(part, dict):
        yield part
        for each in part.values():
            yield from everything(each)
    elif isinstance(part, list):
        for each in part:
            yield from everything(each)


def dangers(shown: object) -> list[object]:
    """What in a card would lead somewhere, or is read as more than words."""
    found: list[object] = []
    for each in everything(shown):
        found += sorted(LEADING & each.keys())
        for name in READ_AS_MARKUP:
            words = str(each.get(name, ""))
            found += [name for mark in ("<", ">", "](") if mark in words]
    return found


@pytest.mark.parametrize("seed", range(BATCHES))
def test_no_card_mentions_anybody_or_leads_anywhere_or_is_too_large(seed):
    random = Random(seed)
    for _ in range(STRINGS // BATCHES // IN_A_REPLY):
        for message in to_messages(reply_of(random), "key"):
            card = json.loads(json.dumps(message.card))
            assert faults_of(card) == []
            assert dangers(card) == []
            assert "<" not in message.summary
            assert card["$schema"] == SCHEMA
            assert size({"summary": message.summary, "card": card}) <= LIMIT
            assert all(len(str(each.get("title", ""))) <= 75 for each in everything(card))


async def test_nor_does_anything_a_partnership_is_told_whose_plan_and_people_say_such_things(
    office,
):
    """Through the real handlers, scheduler and door; Teams refuses what is wrong."""
    place = Address(platform="teams", workspace=TENANT, conversation=CHANNEL)

    async def says(who: str, text: str) -> None:
        assert await office.people[who].says(text) == 200

    there = Partnership(office.store, HOME, office.teams.clock, office.desk, place, says)
    kinds = await there.says_such_things(Random(77))
    assert {Kind.OVERDUE, Kind.ESCALATION, Kind.FINDING} <= kinds

    kit = office.people["kit"]
    await kit.sends("plan.csv", document(Random(78)))
    await office.settled()
    posted = [each for messages in office.teams.conversations.values() for each in messages]
    assert len(posted) > 60
    assert len(office.teams.conversations[CHANNEL]) >= 2
    assert [danger for each in posted for danger in dangers(each.activity)] == []
