"""A verdict that stands by itself is the officer's; what else is told is the note."""

from datetime import date

import pytest

from domain.intents import Decision, Update
from language.message import Message, Speaker
from language.understand import understand
from tests.language.plan import known
from tests.language.table import NOW

PLAN = known()
CHAIR = Speaker(name="chair", own=frozenset(), may=None)
KEPT = [
    ("7.3 amber - stall layout drawn, prices still to be agreed with the caterers", "at_risk"),
    ("7.3 green. The supplier has gone quiet", "on_track"),
    ("7.3 amber: no builder yet, the ladder comes on 4 May", "at_risk"),
    ("7.3 blue :large_blue_circle: the form has a box for schools now and everyone is using it",
     "complete"),
    ("7.3 done: our people have mended the log-in", "complete"),
    ("Stalls booked. I'm marking it complete", "complete"),
    ("Two caterers pulled out, please put this down as red", "delayed"),
    ("Leaflets went to every surgery, which closes this action", "complete"),
    ("7.3 the tender came in high; overall on track", "on_track"),
    ("7.3 opened at noon, a day late but it is there. complete", "complete"),
    ("7.3 done two weeks late", "complete"),
    ("7.3 stalls went up last night :sweat_smile: complete", "complete"),
    ("7.3 I wouldn't call this at risk, it's simply late", "delayed"),
    ("Marking 7.3 as complete for the data team, put on the website last night", "complete"),
    ("7.3 not 7.30 obvs: caterer appointed, in progress", "in_progress"),
    ("7.3 amber - modelling done, traders' forum not till January", "at_risk"),
    ("7.3 nothing started yet on any of them", "not_started"),
    ("7.3 procurement is behind schedule", "delayed"),
]  # fmt: skip
DOUBTED = [
    ("7.3 on track. However the surveyors are now running late", "left.status"),
    ("7.3 on track but not the website", "status.exception"),
    ("7.3 green except the website", "status.exception"),
    ("7.3 done with the first two", "form.counted"),
    ("7.3 done 2, 3 to go", "form.counted"),
    ("7.3 on track: no", "form.denied"),
    ("7.3 Done: survey and mapping. To do: report", "form.heading"),
    ("7.3 delayed, the crane comes on 4 May", "left.date"),
    ("7.3 not started, not going to start either", "left.status"),
    ("7.3 website not started", "status.part"),
    ("7.3 amber. done", "status.two"),
    ("1.1 launched in two of the wards", "status.event"),
    ("7.3 phase 2 procurement delayed", "status.part"),
]


def read(text: str):
    about = () if text[0].isdigit() or "7.3" in text else ("7.3",)
    return understand(Message(text=text, now=NOW, about=about), PLAN, CHAIR)


@pytest.mark.parametrize(("text", "status"), KEPT)
def test_what_the_note_tells_takes_no_plain_verdict_back(text: str, status: str):
    reading = read(text)
    told = [(each.status, each.forecast) for each in reading.intents if isinstance(each, Update)]
    assert (reading.decision, told) == (Decision.APPLY, [(status, None)])


@pytest.mark.parametrize(("text", "rule"), DOUBTED)
def test_what_denies_or_divides_a_verdict_is_asked_about(text: str, rule: str):
    reading = read(text)
    assert reading.decision is Decision.CONFIRM
    assert rule in reading.why


@pytest.mark.parametrize(
    "text",
    [
        "7.3 amber. Occupancy has averaged 78%, and the return rate, at 11%, compares well",
        "7.3 amber, the team is at half strength",
        "7.3 on track, spend now 45%",
    ],
)
def test_a_figure_in_the_note_is_no_share_of_the_work(text: str):
    assert [each.percent for each in read(text).intents if isinstance(each, Update)] == [None]


def test_the_leave_of_somebody_else_is_not_the_speakers():
    reading = read("The lead officer is on leave until 3 April; I'd call it amber")
    assert [each.kind for each in reading.intents] == ["update"]


@pytest.mark.parametrize(
    ("text", "decision"), [("before Easter", "apply"), ("tomorrow", "confirm")]
)
def test_a_day_alone_is_when_it_is_finished_unless_it_is_so_near_that_a_snooze_may_be_meant(
    text: str, decision: str
):
    reading = read(text)
    days = [each.forecast for each in reading.intents if isinstance(each, Update)]
    assert (reading.decision.value, None in days) == (decision, False)


def test_a_day_promised_beside_a_verdict_is_kept():
    reading = read("7.3 on track, remaining stalls by 20 January")
    (told,) = (each for each in reading.intents if isinstance(each, Update))
    assert (told.status, told.forecast) == ("on_track", date(2027, 1, 20))


def test_what_somebody_is_found_not_to_meet_disowns_nothing():
    reading = read("7.3 one trader was found not to meet the standard")
    assert "disown" not in [each.kind for each in reading.intents]


@pytest.mark.parametrize("text", ["7.3 on track, more next week", "7.3 amber. More by 3 December"])
def test_when_more_will_be_told_is_no_new_date(text: str):
    reading = read(text)
    days = [each.forecast for each in reading.intents if isinstance(each, Update)]
    assert (reading.decision, days) == (Decision.APPLY, [None])


def test_complete_by_a_day_that_has_passed_is_asked_about():
    reading = read("7.3 complete by mid October - posters are at the printers")
    assert (reading.decision, "form.by" in reading.why) == (Decision.CONFIRM, True)


def test_what_is_moved_to_a_day_to_come_has_not_been_done():
    plan = known("M1 | Homes | M1 Moves | Move the duty team to Pier House | Ed Roe | 2027-03-31")
    message = Message(text="M1 moved to the end of June. thanks", now=NOW)
    (told,) = (e for e in understand(message, plan, CHAIR).intents if isinstance(e, Update))
    assert (told.status, told.forecast) == ("delayed", date(2027, 6, 30))
