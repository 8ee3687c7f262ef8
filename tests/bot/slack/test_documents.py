"""A plan document that is dropped into a conversation: shown, confirmed, stored."""

from tests.bot.slack.conftest import HOME, Office, words

PLAN = (
    b"Section,Ref,Action,By when,Lead\n"
    b"Feeling Safe,1.1,Light the quay,30 June 2031,Nia Quill\n"
    b"Feeling Safe,1.2,Train the keepers,31 July 2031,Sam Tarn\n"
)


async def test_a_document_is_shown_before_it_is_stored(office: Office) -> None:
    await office.kit.drops("quay.csv", PLAN)
    shown = await office.kit.hears()
    assert "2 actions" in words(shown)
    async with office.store(HOME) as unit:
        assert len(await unit.plans.all()) == 1
    await office.kit.presses("Store it", on=shown)
    assert "Stored as" in words(await office.kit.hears())
    async with office.store(HOME) as unit:
        assert len(await unit.plans.all()) == 2


async def test_only_an_administrator_hands_a_plan_over(office: Office) -> None:
    await office.nia.drops("quay.csv", PLAN)
    assert "Only" in words(await office.nia.hears())


async def test_what_cannot_be_read_is_said_in_a_sentence(office: Office) -> None:
    await office.kit.drops("holiday.png", b"\x89PNG....")
    assert "Sorry" not in words(await office.kit.hears())


async def test_a_file_beside_news_is_no_plan(office: Office) -> None:
    await office.nia.drops("photo.jpg", b"....", text="7.3 complete, photo attached")
    assert "7.3" in words(await office.nia.hears())


async def test_how_to_hand_a_plan_over_can_be_asked(office: Office) -> None:
    await office.kit.command("/plan import", office.board)
    assert "Drop the plan document" in words(await office.kit.hears())
