"""A plan document that is sent in the chat: shown, confirmed, stored."""

import pytest

from bot.teams.files import TeamsFiles
from bot.teams.shapes import Activity
from domain.problems import Unreadable
from store.memory.connections import MemoryReferences
from tests.bot.teams.conftest import HOME
from tests.conversations.conftest import START

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
    files = TeamsFiles(MemoryReferences())
    attachment = {"contentType": SENT, "name": "plan.csv", "content": {"downloadUrl": address}}
    activity = Activity.model_validate(
        {"type": "message", "conversation": {"id": "a:1"}, "attachments": [attachment]}
    )
    await files.note(activity, "tenant-1", START)
    [name] = [key[2] for key in files.references._kept]

    with pytest.raises(Unreadable, match="not kept in OneDrive"):
        await files.fetch("tenant-1", name.removeprefix("file:"))
