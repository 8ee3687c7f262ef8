"""Posts are given from a day on, deputised for and left vacant; each with who said so."""

from datetime import timedelta

import pytest

from tests.conversations.conftest import Harbour

NOT_THEIRS = "I have not changed it"


async def may(harbour: Harbour, who: str) -> bool:
    """Whether somebody may update what is the Harbour Master's; it is taken back at once."""
    told = await harbour.say("8.2 at risk", who)
    if NOT_THEIRS in told:
        return False
    await harbour.say("undo", who)
    return True


async def test_a_post_changes_hands_on_its_day(harbour: Harbour) -> None:
    assert (await may(harbour, "sam"), await may(harbour, "nia")) == (True, False)
    told = await harbour.say("give post Harbour Master to Nia Quill from 1 June", "kit")
    assert "Nia Quill holds Harbour Master from Sun 1 June." in told
    assert (await may(harbour, "sam"), await may(harbour, "nia")) == (True, False)
    harbour.later(days=18)  # 1 June
    assert (await may(harbour, "sam"), await may(harbour, "nia")) == (False, True)


async def test_a_post_that_changed_hands_lately_is_theirs_at_once(harbour: Harbour) -> None:
    told = await harbour.say("give post Harbour Master to Nia Quill from 1 May", "kit")

    assert "Nia Quill holds Harbour Master since Thu 1 May." in told
    assert (await may(harbour, "sam"), await may(harbour, "nia")) == (False, True)


async def test_a_deputy_answers_beside_the_holder(harbour: Harbour) -> None:
    told = await harbour.say("deputy for Harbour Master is Nia Quill", "kit")
    assert "Nia Quill deputises for Harbour Master." in told
    assert (await may(harbour, "sam"), await may(harbour, "nia")) == (True, True)


async def test_a_post_that_falls_vacant_is_nobodys(harbour: Harbour) -> None:
    assert "Harbour Master is vacant" in await harbour.say("post Harbour Master is vacant", "kit")
    assert not await may(harbour, "sam")
    assert "Harbour Master: nobody in post" in await harbour.say("people", "kit")


@pytest.mark.parametrize(
    "said",
    [
        "give post Harbour Master to Nia Quill",
        "deputy for Harbour Master is Nia Quill",
        "post Harbour Master is vacant",
        "group harbour chair Nia Quill",
        "make Nia Quill an administrator",
        "remind feeling-safe 14 and 2 days before",
    ],
)
async def test_each_change_is_kept_with_its_author_and_words_and_is_for_few(
    harbour: Harbour, said: str
) -> None:
    assert "administrator may say" in await harbour.say(said, "nia")
    await harbour.say(said, "kit")
    async with harbour.open_unit(harbour.workspace) as unit:
        [told] = await unit.instructions.all()
    assert (told.by, told.by_name, told.words) == ("kit", "Kit Wren", said)
    assert timedelta() == told.at - harbour.clock.moment
