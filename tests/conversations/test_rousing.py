"""What changes who can be asked has the actions it concerns looked at again, and no others."""

import pytest

from bot.clock import SetClock
from domain.people import Account
from handlers.departures import depart
from store.opening import keep_in_memory
from tests.conversations.conftest import START, Harbour, awake, put_to_sleep, settle, settled

HOME = "harbour"
OF_NIA, OF_SAM, ALL = {"7.1", "7.2", "7.3"}, {"8.2", "9.1"}, {"7.1", "7.2", "7.3", "8.2", "9.1"}


@pytest.fixture
async def harbour() -> Harbour:
    open_unit = keep_in_memory()
    await settle(open_unit, HOME)
    harbour = Harbour(open_unit, SetClock(START), HOME)
    await put_to_sleep(harbour)
    return harbour


@pytest.mark.parametrize(
    ("said", "roused"),
    [
        ("link console:harbour:u9 to nia", OF_NIA),
        ("link console:harbour:u9 to Sam Tarn", OF_SAM),
        ("console:harbour:sam is nobody in the plan", OF_SAM),
        ("give post Harbour Master to Nia Quill", {"8.2"}),
        ("post Harbour Master is vacant", {"8.2"}),
        ("group harbour chair Nia Quill", {"7.1", "7.2", "7.3", "8.2"}),
        ("make Nia Quill an administrator", ALL),
        ("7.3 is Sam Tarn's now", {"7.3"}),
        ("we are closed on 2 June", ALL),
        ("people", set()),
    ],
)
async def test_an_administrators_word_rouses_what_it_concerns(
    harbour: Harbour, said: str, roused: set[str]
):
    reply = await settled(harbour, said, "kit")

    assert "Nothing to record" not in reply
    assert await awake(harbour) == roused


async def test_an_account_that_is_no_more_rouses_what_was_its_persons(harbour: Harbour):
    account = Account(platform="console", workspace=HOME, user="sam")
    async with harbour.open_unit(HOME) as unit:
        await depart(account, unit, harbour.clock.now())
        await unit.commit()

    assert await awake(harbour) == OF_SAM


async def test_a_delegate_who_goes_on_leave_rouses_what_they_cover(harbour: Harbour):
    await harbour.say("on leave until 3 June, Sam Tarn is covering")
    await put_to_sleep(harbour)
    await settled(harbour, "on leave from 29 May to 5 June", "sam")

    assert await awake(harbour) == OF_NIA | OF_SAM


async def test_a_delegate_who_can_be_reached_rouses_what_they_cover(harbour: Harbour):
    await harbour.say("on leave until 3 June, Sam Tarn is covering")
    await put_to_sleep(harbour)
    await harbour.say("link console:harbour:u9 to Sam Tarn", "kit")

    assert await awake(harbour) == OF_NIA | OF_SAM
