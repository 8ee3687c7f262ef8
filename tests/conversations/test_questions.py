"""Chairs and officers ask, and are answered from what was said."""

import pytest

from tests.conversations.conftest import Harbour


def flat(text: str) -> str:
    return " ".join(text.split())


async def test_the_status_of_a_section_by_slug_counts_each_action_once(harbour: Harbour):
    reply = await harbour.say("status feeling-safe", who="bo")

    assert "Feeling Safe on Wed 14 May: 4 actions, 1 late or delayed." in reply
    assert "1 complete" in reply
    assert "■ 7.2 Train the keepers: late, declared in progress" in reply
    assert "was due Fri 9 May, 5 days late" in reply
    assert "Due in the next 14 days" not in reply
    assert "Declared green, but: 8.2, its stage “Survey” of 30 April is still open." in flat(reply)


@pytest.mark.parametrize("name", ["feeling-safe", "Feeling Safe", "FEELING SAFE", "7", "group 7"])
async def test_a_part_answers_to_its_slug_name_and_number(harbour: Harbour, name):
    reply = await harbour.say(f"status {name}", who="bo")

    assert "7.2 Train the keepers" in reply


async def test_the_status_of_the_plan_has_a_line_for_each_section(harbour: Harbour):
    reply = flat(await harbour.say("status", who="bo"))

    assert "Harbour Children's Plan on Wed 14 May: 5 actions" in reply
    assert "Feeling Safe: 4: 1 complete, 1 on track, 1 late or delayed, 1 not started" in reply
    assert "Feeling Well: 1: 1 not started or no word yet" in reply


async def test_an_action_is_shown_whole(harbour: Harbour):
    reply = flat(await harbour.say("show 8.2"))

    assert "8.2 is on track." in reply
    assert "Owner: Harbour Master (Sam Tarn)" in reply
    assert "Stages: Survey, 30 April" in reply


async def test_a_vacant_post_is_said_to_be_vacant(harbour: Harbour):
    assert "Pool Keeper (nobody in post)" in flat(await harbour.say("who owns 9.1?"))


async def test_mine_is_what_a_person_and_their_posts_answer_for(harbour: Harbour):
    reply = await harbour.say("what's mine?")
    assert "You have 2 actions open." in reply
    assert reply.index("7.2") < reply.index("7.3")

    reply = await harbour.say("what's mine?", who="sam")
    assert "8.2" in reply and "9.1" in reply and "7.3" not in reply


async def test_mine_in_a_period_leaves_out_what_is_due_later(harbour: Harbour):
    reply = await harbour.say("what of mine is due in September?", who="sam")
    assert "open and due from Mon 1 September to Tue 30 September." in flat(reply)
    assert "8.2" in reply
    reply = await harbour.say("what of mine is due in July?")
    assert "You have no open actions due from Tue 1 July to Thu 31 July." in flat(reply)


async def test_the_two_actions_that_a_question_may_mean_are_both_shown(harbour: Harbour):
    assert "7.2" in await harbour.say("who trains the keepers?")
    assert "cannot tell which action" in await harbour.say("who is looking after bananas?")


async def test_a_chair_sees_what_nobody_has_spoken_about(harbour: Harbour):
    await harbour.say("7.3 on track")
    later = flat(await harbour.say("who hasn't updated since Tuesday?", who="bo"))
    assert "3 of 4 open actions have had no word since Tue 13 May." in later
    assert "7.3" not in later


async def test_what_is_overdue_names_the_days(harbour: Harbour):
    reply = await harbour.say("what's overdue?")

    assert "1 action overdue." in reply
    assert "5 days late" in reply
    assert "overdue in Feeling Safe." in await harbour.say("what's overdue in feeling-safe?")


async def test_what_is_due_in_a_period(harbour: Harbour):
    assert "7.3" in await harbour.say("what's due in May?")
    assert "8.2" in await harbour.say("what's due in September?")
    assert "Nothing is due" in await harbour.say("what's due in August?")


async def test_what_changed_is_told_with_the_words(harbour: Harbour):
    await harbour.say("7.2 complete, every keeper has been through it")
    harbour.later(days=1)
    reply = flat(await harbour.say("what has changed since last week?", who="bo"))

    assert "1 action has changed" in reply
    assert "late, declared in progress → complete" in reply
    assert "every keeper has been through it" in reply
    assert "Nia Quill, 14 May" in reply


async def test_history_begins_with_the_plan_and_ends_with_the_last_word(harbour: Harbour):
    await harbour.say("7.3 on track")
    harbour.later(days=2)
    await harbour.say("7.3 delayed to end of June, no crane")
    reply = flat(await harbour.say("history of 7.3", who="bo"))

    assert "said 2 times" in reply
    assert reply.index("In the plan") < reply.index("14 May: on track")
    assert reply.index("14 May: on track") < reply.index("16 May: delayed, now Mon 30 June")


async def test_help_fits_a_screen(harbour: Harbour):
    reply = await harbour.say("help")

    assert "status feeling-safe" in reply
    assert "ask me at 8:30" in reply
    assert "open a round" not in reply
    assert len(reply.splitlines()) < 20


async def test_who_steers_is_helped_to_do_so(harbour: Harbour):
    for who in ("bo", "kit"):
        reply = await harbour.say("help", who=who)
        assert all(said in reply for said in ("open a round", "send the digest"))


async def test_a_section_that_is_not_there_is_answered_with_those_that_are(harbour: Harbour):
    reply = flat(await harbour.say("status of dragons", who="bo"))

    assert "There are “Feeling Safe” and " in reply or "“Feeling Safe”, " in reply


@pytest.mark.parametrize("name", ["dragons", "99", "issue 99"])
async def test_a_part_that_is_not_there_is_not_taken_for_the_whole(harbour: Harbour, name):
    reply = flat(await harbour.say(f"status {name}", who="bo"))

    assert "The plan has no section, group or action called" in reply


async def test_the_history_of_an_action_that_is_not_there_is_not_taken_for_the_plans(
    harbour: Harbour,
):
    reply = flat(await harbour.say("history of 7.22", who="bo"))
    assert "The plan has no 7.22. Which one do you mean?" in reply

    assert "7.2" in flat(await harbour.press(1, who="bo"))


async def test_a_past_day_can_be_asked_for_in_words(harbour: Harbour):
    harbour.later(days=1)
    await harbour.say("7.2 complete")
    harbour.later(days=5)

    assert "1 complete" in await harbour.say("status feeling-safe as at 14 May", who="bo")
    assert "2 complete" in await harbour.say("status feeling-safe as at 15 May", who="bo")
    assert "7.2 is late" in await harbour.say("show 7.2 as at 14 May", who="bo")


async def test_what_was_overdue_on_a_past_day_is_said_as_of_that_day(harbour: Harbour):
    harbour.later(days=1)
    await harbour.say("7.2 complete")
    harbour.later(days=17)

    then = flat(await harbour.say("what was overdue on 14 May?", who="bo"))
    assert "1 action overdue as at Wed 14 May." in then
    assert "5 days late" in then
    assert "7.2" not in await harbour.say("what's overdue?", who="bo")
    before = flat(await harbour.say("was anything late on 8 May?", who="bo"))
    assert "Nothing was overdue as at Thu 8 May." in before
    assert "before that, there is only the document" in before
    assert "7.2 is late" in await harbour.say("how was 7.2 on 14 May?", who="bo")
    assert "as at Wed 14 May" in await harbour.say("how did feeling-safe stand on 14 May?")


async def test_of_a_plan_just_read_it_is_told_what_nobody_has_spoken_about_since(harbour: Harbour):
    reply = flat(await harbour.say("who hasn't updated in feeling-safe?", who="bo"))
    assert "3 of 3 open actions in Feeling Safe have had no word since the plan was read" in reply
    await harbour.say("7.3 on track")
    reply = flat(await harbour.say("what has had no word since March?", who="bo"))
    assert "3 of 4 open actions have had no word since Sat 1 March." in reply
    harbour.later(days=31)
    assert "4 of 4 open actions have had no word for 30 days." in flat(
        await harbour.say("who hasn't updated?", who="bo")
    )


async def test_once_each_has_had_a_word_nobody_is_named(harbour: Harbour):
    await harbour.say("7.2 on track, 7.3 on track")
    await harbour.say("8.2 on track", who="bo")
    reply = flat(await harbour.say("who hasn't updated in feeling-safe?", who="bo"))
    assert "Every open action in Feeling Safe has had a word since the plan was read" in reply


async def test_what_changed_in_a_time_that_is_over_is_told_as_of_its_end(harbour: Harbour):
    await harbour.say("7.3 at risk, no crane")
    harbour.later(days=5)
    await harbour.say("7.3 on track, a crane was found")
    harbour.later(days=15)

    reply = flat(await harbour.say("what changed between 12 and 16 May?", who="bo"))
    assert "1 action changed from Mon 12 May to Fri 16 May." in reply
    assert "no word yet → at risk" in reply
    assert "no crane" in reply
    assert "a crane was found" not in reply
    assert "1 action changed on Mon 19 May." in flat(await harbour.say("what changed on 19 May?"))
    assert "Nothing changed on Tue 20 May." in flat(await harbour.say("what changed on 20 May?"))


async def test_how_it_stood_before_is_judged_by_the_day_of_the_change(harbour: Harbour):
    await harbour.say("7.3 in progress")
    await harbour.say("7.3 complete")
    harbour.later(days=40)

    reply = flat(await harbour.say("what changed since 1 May?", who="bo"))
    assert "no word yet → complete" in reply


async def test_a_period_that_passed_unanswered_is_overdue_until_it_is_answered(harbour: Harbour):
    harbour.later(days=60)
    said = flat(await harbour.say("what's overdue in feeling-well?", who="sam"))
    assert "1 action overdue in Feeling Well." in said
    assert "April to June 2031 was due 30 June, 13 days late" in said
    stands = flat(await harbour.say("status feeling-well", who="sam"))
    assert "1 action, none late or delayed; for 1 a period has passed with no answer." in stands
    assert "Past its day, and nobody has said that it was met" in stands
    harbour.later(days=90)
    said = flat(await harbour.say("what's overdue in feeling-well?", who="sam"))
    assert "April to June 2031 was due" in said
    assert "July to September 2031 was due" in said
    await harbour.say("9.1 done", who="sam")
    assert "July to September" not in flat(await harbour.say("what's overdue?", who="sam"))
    then = flat(await harbour.say("what was overdue in feeling-well on 1 July?", who="sam"))
    assert "1 action overdue in Feeling Well as at Tue 1 July." in then


async def test_what_comes_round_in_a_period_is_due_in_it(harbour: Harbour):
    assert "9.1" in await harbour.say("what's due in June?", who="sam")
    assert "9.1" not in await harbour.say("what's due in July?", who="sam")
    assert "9.1" in await harbour.say("what of mine is due after 1 June?", who="sam")


async def test_actions_that_nobody_answers_for_can_be_asked_for(harbour: Harbour) -> None:
    assert "Every open action has an owner" in await harbour.say("which have no owner?")
