"""A status is read from words, a letter or a colour."""

import pytest

from domain.work import Status
from plans.statuses import status_of


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("Complete", Status.COMPLETE),
        ("Completed May 2026", Status.COMPLETE),
        ("Not complete", Status.IN_PROGRESS),
        ("On track", Status.ON_TRACK),
        ("Not on track", Status.DELAYED),
        ("Off-track", Status.DELAYED),
        ("In progress", Status.IN_PROGRESS),
        ("Underway", Status.IN_PROGRESS),
        ("Ongoing", Status.ONGOING),
        ("Not started", Status.NOT_STARTED),
        ("At risk", Status.AT_RISK),
        ("Delayed: two staff left", Status.DELAYED),
        ("Withdrawn", Status.CANCELLED),
        ("G", Status.ON_TRACK),
        ("(A)", Status.AT_RISK),
        ("R", Status.DELAYED),
        ("B", Status.COMPLETE),
        ("Amber", Status.AT_RISK),
        ("🟡 Quotes awaited", Status.AT_RISK),
        ("🟢 Done - June 2026", Status.COMPLETE),
        ("🔴", Status.DELAYED),
        ("✅", Status.COMPLETE),
        ("17 wards have one so far", Status.IN_PROGRESS),
        ("", None),
        ("–", None),
        ("banana", None),
    ],
)
def test_reads_what_plans_print(printed: str, status: Status | None):
    assert status_of(printed) is status


def test_a_blank_cell_may_speak_by_its_colour():
    assert status_of("", "green") is Status.ON_TRACK
    assert status_of("Delayed", "green") is Status.DELAYED


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("100%", "complete"),
        ("40 %", "in_progress"),
        ("0% complete", "not_started"),
        ("45% complete", "in_progress"),
        ("85% of sites on track", "on_track"),
        ("Off target", "delayed"),
        ("Partially implemented", "in_progress"),
        ("Not implemented", "not_started"),
        ("In process", "in_progress"),
    ],
)
def test_knows_shares_and_the_words_of_auditors(text: str, status: str):
    assert status_of(text) == status
