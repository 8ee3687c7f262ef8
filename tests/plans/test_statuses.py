"""A status is read from words, a letter or a colour."""

import pytest

from domain.work import Status
from plans.meaning.statuses import status_of


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


@pytest.mark.parametrize(
    ("printed", "colour", "status"),
    [
        ("A – keys not yet handed over", "", Status.AT_RISK),
        ("B - painted and opened", "", Status.COMPLETE),
        ("R: raised with the board", "", Status.DELAYED),
        ("G (was A)", "", Status.ON_TRACK),
        ("R\nTwo staff have left", "", Status.DELAYED),
        ("G ↑", "", Status.ON_TRACK),
        ("A. The builder asks for more", "amber", Status.AT_RISK),
        ("A. The builder asks for more", "", None),
        ("(G) two of five", "green", Status.ON_TRACK),
        ("A: benches bought. B: trees ordered", "", None),
        ("A bench was bought", "", None),
    ],
)
def test_the_letter_of_a_rating_may_stand_before_what_is_said_of_it(
    printed: str, colour: str, status: Status | None
):
    assert status_of(printed, colour) is status


def test_a_code_that_the_legend_explains_may_stand_there_too():
    meanings = {"w": Status.NOT_STARTED, "3": Status.COMPLETE}
    assert status_of("W. Waiting for the grant", "", meanings) is Status.NOT_STARTED
    assert status_of("3 – opened in May", "", meanings) is Status.COMPLETE
    assert status_of("3 (of 6) opened", "", meanings) is None


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("☐ Complete ☒ On track ☐ Delayed", Status.ON_TRACK),
        ("☐ Complete\n☐ On track\n☒ Delayed", Status.DELAYED),
        ("Complete ☐ On track ☐ Not started ☑", Status.NOT_STARTED),
        ("[ ] Red [x] Amber [ ] Green", Status.AT_RISK),
        ("☐ Complete ☐ On track", None),
        ("☒", Status.COMPLETE),
        ("☐", None),
        ("☐ opened in May", None),
    ],
)
def test_of_boxes_the_one_that_is_ticked_speaks(printed: str, status: Status | None):
    assert status_of(printed) is status


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("Will not be met", Status.DELAYED),
        ("Unlikely to be achieved this year", Status.DELAYED),
        ("May not be met", Status.AT_RISK),
        ("Met", Status.COMPLETE),
    ],
)
def test_what_will_not_be_met_is_not_met(printed: str, status: Status):
    assert status_of(printed) is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Three open evenings held and reports published. On track.", Status.ON_TRACK),
        ("Delayed by the floods; now complete", Status.COMPLETE),
        ("Delayed – now complete", Status.COMPLETE),
        ("On track. The first draft is complete.", Status.ON_TRACK),
        ("Report published; the survey is on track for May", Status.COMPLETE),
    ],
)
def test_a_status_said_alone_counts_before_one_inside_a_sentence(text: str, status: Status):
    assert status_of(text) is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Phase 1 complete. Phase 2 behind schedule: no bids came in.", Status.DELAYED),
        ("Phase 1 complete, phase 2 not started", Status.IN_PROGRESS),
        ("Stage one complete but stage two at risk", Status.AT_RISK),
        ("First leaflet delivered 3 May; second on track.", Status.ON_TRACK),
        ("On track for Part A. Part B not yet begun.", Status.ON_TRACK),
        ("Stage 1 complete. Stage 2 with the printers.", Status.IN_PROGRESS),
        ("Nine boilers complete. The remaining three delayed.", Status.DELAYED),
        ("Phase 1 complete. Phase 2 complete.", Status.COMPLETE),
        ("Phases 1 and 2 complete", Status.COMPLETE),
        ("Complete. The remaining money was handed back.", Status.COMPLETE),
        ("Completed on 4 May. Others have been told.", Status.COMPLETE),
        ("Second survey complete", Status.COMPLETE),
    ],
)
def test_the_whole_stands_as_its_stages_do(text: str, status: Status):
    assert status_of(text) is status


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (["Achieved", "Behind schedule"], Status.DELAYED),
        (["Complete", "Not started"], Status.IN_PROGRESS),
        (["Complete", "Complete"], Status.COMPLETE),
        (["Complete", "Green"], Status.COMPLETE),
        (["In progress", "On track"], Status.IN_PROGRESS),
        (["Complete", "Two sites were late"], Status.COMPLETE),
    ],
)
def test_the_whole_stands_as_the_lines_do_that_are_each_a_status(lines: list[str], status: Status):
    assert status_of("\n".join(lines)) is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Nearly finished. On track for June.", Status.ON_TRACK),
        ("In progress. Delayed until the autumn", Status.DELAYED),
        ("Under way - at risk", Status.AT_RISK),
        ("Delayed to March. Now on track for June 2027", Status.ON_TRACK),
        ("Approved in March. In progress", Status.IN_PROGRESS),
        ("Almost finished", Status.IN_PROGRESS),
        ("Nearly there", Status.IN_PROGRESS),
    ],
)
def test_whether_it_will_be_in_time_says_more_than_that_it_goes_on(text: str, status: Status):
    assert status_of(text) is status


@pytest.mark.parametrize(
    "text", ["To be completed by June", "To be agreed with tenants", "Will be in place by May"]
)
def test_what_is_yet_to_be_done_is_not_complete(text: str):
    assert status_of(text) is None
