"""The one door: what a reading holds besides its intents."""

from datetime import date

import pytest

from domain.conversation import LONGEST_MESSAGE
from domain.intents import Asked, Choose, Decision, Intent, Query, Reading, Snooze, Undo, Update
from domain.work import Status
from language.answer_json import answer_json
from language.understand import Message, understand
from tests.language.plan import CODED, NOW, known, speaker

PLAN = known()
CODED_PLAN = known(CODED)


def read(text: str, who: str = "Owen Trask", about: tuple[str, ...] = ()) -> Reading:
    return understand(Message(text=text, now=NOW, about=about), PLAN, speaker(who))


def updates(reading: Reading) -> list[Update]:
    return [each for each in reading.intents if isinstance(each, Update)]


def test_the_note_keeps_the_officers_own_words():
    words = "7.3 slipping to 30 April, two tutors have left."
    assert updates(read(words))[0].note == words


def test_each_action_gets_the_words_that_are_about_it():
    notes = [each.note for each in updates(read("7.3 done, well attended. 7.30 red: no replies"))]
    assert notes == ["7.3 done, well attended.", "7.30 red: no replies"]


def test_the_reason_and_the_evidence_are_kept_apart():
    said = "7.3 delayed because the room flooded. See <https://vale.example/room|the photos>"
    update = updates(read(said))[0]
    assert (update.reason, update.evidence) == ("the room flooded", ("https://vale.example/room",))


def test_says_which_of_several_actions_are_not_theirs():
    reading = read("7.3 done and 1.1 done")
    assert (reading.refused, [each.ref for each in updates(reading)]) == (("1.1",), ["7.3"])


def test_refuses_what_is_nobody_elses_to_change():
    reading = read("1.1 complete")
    assert (reading.decision, reading.refused) == (Decision.REFUSE, ("1.1",))


def test_a_question_brings_answers_that_are_whole():
    reading = read("7.3 the tutors met on Monday")
    assert reading.decision is Decision.ASK
    assert [option.label for option in reading.options][:2] == ["On track", "Complete"]
    intents = [intent for option in reading.options for intent in option.intents]
    assert all(isinstance(each, Update) and each.status and each.note for each in intents)


def test_offers_the_nearest_references_for_one_that_the_plan_lacks():
    reading = read("7.33 complete")
    assert reading.question == "The plan has no 7.33. Which one do you mean?"
    assert "7.3" in [option.label for option in reading.options]


@pytest.mark.parametrize("text", ["history of 7.33", "show 7.33", "who owns 7.33?", "7.33?"])
def test_a_question_about_a_reference_that_the_plan_lacks_is_asked_of_the_nearest(text):
    reading = read(text)
    assert reading.decision is Decision.ASK
    assert reading.question == "The plan has no 7.33. Which one do you mean?"
    assert Query(what=Asked.ACTION, ref="7.3") in _chosen(reading) or (
        Query(what=Asked.HISTORY, ref="7.3") in _chosen(reading)
    )


def _chosen(reading: Reading) -> list[Intent]:
    return [intent for option in reading.options for intent in option.intents]


@pytest.mark.parametrize("text", ["we spent 7.33 on it", "see you at 7.33", "7.3 or 7.33?"])
def test_a_number_that_is_not_used_like_a_reference_is_not_asked_about(text):
    assert not read(text).question.startswith("The plan has no")


def test_under_a_reminder_for_two_offers_both_and_each():
    labels = [option.label for option in read("done", about=("7.3", "7.30")).options]
    assert labels == ["Both", "7.3", "7.30"]


def test_a_date_that_does_not_exist_is_asked_about_in_words():
    question = read("7.3 will finish on 31 November").question
    assert question == "By when will 7.3 be finished? (That day does not exist.)"


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("ask me about 7.3 on 40 March", "That day does not exist."),
        ("ask me about 7.3 on 30 Feb", "That day does not exist."),
        ("snooze 7.3 until 31/11/2027", "That day does not exist."),
        ("remind me about 7.3 on Monday 3 March 2027", "The weekday and the date do not agree."),
        ("ask me about 7.3 on 7 March 2026", "That day has passed."),
    ],
)
def test_where_it_is_put_off_to_a_day_that_cannot_be_it_is_asked_to_which(text: str, doubt: str):
    reading = read(text)
    assert (reading.decision, reading.intents) == (Decision.ASK, ())
    assert reading.question == f"On which day shall I ask about 7.3? ({doubt})"
    days = [each.until for option in reading.options for each in option.intents]
    assert days == [date(2026, 11, 11), date(2026, 11, 17), date(2026, 12, 8)]


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("ask me about 7.3 in 3 weeks", date(2026, 12, 1)),
        ("ask me about 7.3 on 28 Feb", date(2027, 2, 28)),
        ("ask me about 7.3 later", None),
    ],
)
def test_where_no_impossible_day_is_named_it_is_put_off_as_is_said(text: str, until: date | None):
    assert read(text).intents == (Snooze(ref="7.3", until=until),)


def test_a_date_that_has_passed_is_never_recorded():
    reading = read("7.3 will finish on 3 November 2026")
    assert (reading.decision, updates(reading)) == (Decision.ASK, [])


def test_a_slip_counts_from_the_date_of_each_action():
    said = read("7.3 and 7.30 both a fortnight late")
    assert [each.forecast for each in updates(said)] == [date(2027, 4, 14), date(2027, 5, 14)]


def test_a_slip_of_an_action_without_a_date_is_asked_about():
    assert read("7.4 two weeks late").decision in (Decision.ASK, Decision.CONFIRM)


def test_explains_what_it_recognised_and_why():
    reading = read("I think 7.3 is done")
    rules = {(each.rule, each.text) for each in reading.found}
    assert {("ref.typed", "7.3"), ("complete.label", "done"), ("hedge.turn", "I think")} <= rules
    assert "status.hedge" in reading.why


def test_a_message_beyond_all_measure_is_not_read():
    assert read("7.3 done " * LONGEST_MESSAGE).decision is Decision.ASK


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("undo #45 #46", Undo(events=(45, 46))),
        ("undo #45 order #7", Undo(events=(45,), orders=(7,))),
        ("undo order #7", Undo(orders=(7,))),
        ("choose 2 of #12", Choose(question=12, option=2)),
        ("none of #12", Choose(question=12)),
        ("Yes please", Choose(option=1)),
        ("no", Choose()),
        ("2", Choose(option=2)),
    ],
)
def test_what_a_button_says_is_exact(text: str, intent: Undo | Choose):
    reading = read(text)
    assert (reading.decision, reading.intents) == (Decision.APPLY, (intent,))


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("SH1.1 on track", ["SH1.1"]),
        ("sh 1.2 on track", ["SH1.2"]),
        ("SH1.1-SH1.3 on track", ["SH1.1", "SH1.2", "SH1.3"]),
        ("everything in SH1 is on track", ["SH1.1", "SH1.2", "SH1.3"]),
        ("1.2 on track", ["SH1.2"]),
    ],
)
def test_codes_are_found_in_any_spelling(text: str, refs: list[str]):
    reading = understand(Message(text=text, now=NOW), CODED_PLAN, speaker("Mara Quill", CODED))
    assert [each.ref for each in updates(reading)] == refs
    assert {each.status for each in updates(reading)} == {Status.ON_TRACK}


def test_prints_only_what_is_set():
    assert answer_json(read("7.3 done")) == {
        "decision": "apply",
        "intents": [{"kind": "update", "ref": "7.3", "status": "complete", "note": "7.3 done"}],
    }


def test_prints_the_days_of_a_question_as_from_and_to():
    intent = answer_json(read("what is due next month?"))["intents"]
    assert intent == [{"kind": "query", "what": "due", "from": "2026-12-01", "to": "2026-12-31"}]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("7.3 revised completion date is 30 June 2027", Status.DELAYED),  # due 31 March
        ("7.3 will be finished by 31 March", Status.ON_TRACK),
        ("7.3 will be finished by 12 February", Status.ON_TRACK),
        ("7.4 will be finished by 12 February", None),  # it has no date to be late against
    ],
)
def test_a_date_is_late_or_on_track_against_the_one_the_owner_is_held_to(text, status):
    (update,) = updates(read(text))
    assert (update.status, update.forecast is not None) == (status, True)


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("P2A7 CS4 CS5 all green", ["P2A7", "CS4", "CS5"]),
        ("CS4 P2A7 both on track", ["CS4", "P2A7"]),
        ("cs4red\ncs5red", ["CS4", "CS5"]),
    ],
)
def test_of_codes_side_by_side_none_is_lost(text: str, refs: list[str]):
    """A letter that could be a measure, "p" for pence, is the next code's own."""
    reading = understand(Message(text=text, now=NOW), CODED_PLAN, speaker("Owen Trask", CODED))
    assert sorted(each.ref for each in updates(reading)) == sorted(refs)
    assert reading.decision is Decision.APPLY
