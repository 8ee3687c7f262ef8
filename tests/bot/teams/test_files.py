"""A plan document that is sent in the chat: shown, confirmed, stored."""

import asyncio

import pytest

from bot.clock import SetClock
from bot.teams.attached import named, sent_files
from bot.teams.files import KEPT_FOR, TeamsFiles
from bot.teams.shapes import Activity
from domain.connections import Reference
from domain.problems import Unreadable
from store.memory.connections import MemoryReferences
from store.opening import keep_in_memory
from tests.bot.teams.at_work import running
from tests.bot.teams.conftest import HOME
from tests.conversations.conftest import START
from tests.standins.teams.connector import TENANT, a_teams
from tests.standins.teams.ours import OURS

PLAN = (
    b"Section,Ref,Action,By when,Lead\n"
    b"Feeling Safe,1.1,Light the quay,30 June 2031,Nia Quill\n"
    b"Feeling Safe,1.2,Train the keepers,31 July 2031,Sam Tarn\n"
)
SENT = "application/vnd.microsoft.teams.file.download.info"


async def plans(office):
    async with office.store(HOME) as unit:
        return len(await unit.plans.all())


async def test_a_document_is_shown_before_it_is_stored(office):
    kit = office.people["kit"]
    assert await kit.sends("quay.csv", PLAN) == 200
    await office.settled()
    shown = office.teams.chat(kit)[-1]
    assert "2 actions" in shown.text
    assert office.teams.url not in str(shown.activity)
    assert await plans(office) == 1

    office.teams.files.clear()  # by then Teams has taken its address back
    await kit.presses(shown, "Store it")
    await office.settled()
    assert "Stored as" in office.teams.chat(kit)[-1].text
    assert await plans(office) == 2


def addresses(office) -> list[str]:
    """Where Planbot still knows files to be."""
    kept = office.platform.fetcher.references._kept.values()
    return [each.whole for each in kept if "/files/" in each.whole]


async def test_where_a_document_is_is_forgotten_once_it_is_stored(office):
    kit = office.people["kit"]
    await kit.sends("quay.csv", PLAN)
    await office.settled()
    assert len(addresses(office)) == 1

    await kit.presses(office.teams.chat(kit)[-1], "Store it")
    await office.settled()
    async with asyncio.timeout(5):
        while addresses(office):  # noqa: ASYNC110 - it has nothing to tell us when it ends
            await asyncio.sleep(0.01)


async def test_where_a_file_beside_news_is_is_not_kept_at_all(office):
    await office.people["nia"].sends("photo.jpg", b"....", text="7.3 complete, photo attached")
    await office.settled()

    assert addresses(office) == []


@pytest.mark.parametrize("tidied", [False, True])
async def test_what_nobody_has_stored_in_an_hour_is_to_be_sent_again(office, tidied):
    kit, files = office.people["kit"], office.platform.fetcher
    await kit.sends("quay.csv", PLAN)
    await office.settled()
    office.teams.clock.moment += KEPT_FOR
    if tidied:
        await files.tidy()
        assert (addresses(office), files._shown) == ([], {})
    await kit.presses(office.teams.chat(kit)[-1], "Store it")
    await office.settled()

    assert "Send it here again" in office.teams.chat(kit)[-1].text
    assert await plans(office) == 1


async def test_addresses_that_were_left_by_an_earlier_run_are_forgotten_when_it_starts(keys):
    references = MemoryReferences()
    left = {"platform": "teams", "team": TENANT, "seen_at": START - KEPT_FOR}
    await references.put(Reference(name="file:left", whole="https://x/files/1", **left))
    await references.put(Reference(name="a:chat-1", whole="{}", **left))
    async with (
        a_teams(OURS, START) as there,
        running(there, keep_in_memory(), keys, HOME, references=references),
        asyncio.timeout(5),
    ):
        while len(references._kept) > 1:  # noqa: ASYNC110 - it has nothing to tell us
            await asyncio.sleep(0.01)
    [kept] = references._kept.values()
    assert kept.name == "a:chat-1"


async def test_only_an_administrator_hands_a_plan_over(office):
    nia = office.people["nia"]
    await nia.sends("quay.csv", PLAN)
    await office.settled()

    assert "Only" in office.teams.chat(nia)[-1].text


async def test_a_file_beside_news_is_no_plan(office):
    nia = office.people["nia"]
    await nia.sends("photo.jpg", b"....", text="7.3 complete, photo attached")
    await office.settled()

    assert "7.3" in office.teams.chat(nia)[-1].text


@pytest.mark.parametrize("content", [b"\x89PNG....", b""])
async def test_what_cannot_be_read_is_said_in_a_sentence(office, content):
    kit = office.people["kit"]
    await kit.sends("holiday.png", content)
    await office.settled()

    assert "went wrong on my side" not in office.teams.chat(kit)[-1].text


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/plan.csv",
        "https://sharepoint.com.evil.example/plan.csv",
        "http://harbour.sharepoint.com/plan.csv",
        "https://harbour.sharepoint.com:8443/plan.csv",
        "https://harbour.sharepoint.com@evil.example/plan.csv",
        "http://127.0.0.1/plan.csv",
        "file:///etc/passwd",
        "https://[",
    ],
)
async def test_a_file_is_fetched_from_microsofts_addresses_only(address):
    files = TeamsFiles(MemoryReferences(), SetClock(START))
    attachment = {"contentType": SENT, "name": "plan.csv", "content": {"downloadUrl": address}}
    activity = Activity.model_validate(
        {"type": "message", "conversation": {"id": "a:1"}, "attachments": [attachment]}
    )
    [file] = map(named, sent_files(activity))
    await files.note(activity, "tenant-1", file.id)

    with pytest.raises(Unreadable, match="not kept in OneDrive"):
        await files.fetch("tenant-1", file.id)
