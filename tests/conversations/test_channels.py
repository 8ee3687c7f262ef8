"""Saying in a channel that a group's digest goes there, and when."""

from datetime import time

import pytest

from domain.occasions import Weekly
from domain.people import PartnershipGroup
from domain.registry import UseChannel
from tests.conversations.conftest import Harbour


async def group(harbour: Harbour) -> PartnershipGroup:
    async with harbour.open_unit(harbour.workspace) as unit:
        return (await unit.people.directory()).partnership_groups[0]


async def test_the_chair_says_it_in_the_channel_and_is_told_when_the_next_comes(
    harbour: Harbour,
) -> None:
    text = await harbour.say("send the digest here", "bo")
    assert "Harbour Board gets its digest here, Monday at 09:30." in text
    assert "The next comes on Mon 19 May." in text
    kept = await group(harbour)
    assert kept.address is not None
    assert kept.address.conversation == await harbour.conversation("bo")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("post the weekly digest for the harbour board here", Weekly()),
        ("send the digest of harbour here on Thursdays at 14:00", Weekly(day=3, at=time(14))),
        ("send the digest of harbour here, every friday", Weekly(day=4)),
        ("this is the channel of the Harbour Board", Weekly()),
        ("group harbour here", Weekly()),
        ("group Harbour Board talks here", Weekly()),
    ],
)
async def test_an_administrator_names_the_group_and_the_hour(
    harbour: Harbour, said: str, expected: Weekly
) -> None:
    assert "gets its digest here" in await harbour.say(said, "kit")
    kept = await group(harbour)
    assert kept.digest == expected
    assert kept.address is not None


async def test_nobody_else_may_say_where_the_digest_goes(harbour: Harbour) -> None:
    text = await harbour.say("send the digest of harbour here", "nia")
    assert "Only its own chair or an administrator may" in text
    assert (await group(harbour)).address is None


async def test_an_hour_at_which_nobody_works_is_not_taken(harbour: Harbour) -> None:
    text = await harbour.say("send the digest of harbour here at 22:00", "kit")
    assert "Choose an hour between 08:00 and 17:00." in text
    assert (await group(harbour)).address is None


async def test_an_unknown_group_is_answered_with_those_there_are(harbour: Harbour) -> None:
    assert "“Harbour Board”" in await harbour.say("send the digest of the reef here", "kit")


@pytest.mark.parametrize("said", ["send the digest here", "group harbour here"])
async def test_whoever_says_it_and_how_it_is_kept_with_its_author(
    harbour: Harbour, said: str
) -> None:
    await harbour.say(said, "bo")
    async with harbour.open_unit(harbour.workspace) as unit:
        [told] = await unit.instructions.all()
    assert (told.by, told.words) == ("bo", said)
    assert isinstance(told.order, UseChannel)
    assert told.order.partnership_group == "Harbour Board"
    assert told.order.address == (await group(harbour)).address


async def test_who_chairs_nothing_and_names_no_group_is_told_how(harbour: Harbour) -> None:
    assert "Say “group harbour here”" in await harbour.say("send the digest here", "kit")


async def test_a_chair_hands_the_chair_on_by_any_name_of_the_group(harbour: Harbour) -> None:
    assert "Nia Quill is chair of Harbour Board" in await harbour.say(
        "group harbour chair Nia Quill", "bo"
    )
    assert "Only its own chair" in await harbour.say("group harbour chair Bo Lark", "sam")
