"""A deadline cell is read by the conventions of plan documents."""

from datetime import date

import pytest

from domain.work import Period
from plans.meaning.due import due_of, points_elsewhere
from plans.meaning.own_deadlines import deadline_in
from plans.meaning.spans import Calendar
from tests.plans.reading import plan_in

PERIOD = Period(start=date(2026, 4, 1), end=date(2027, 10, 31))
CALENDAR = Calendar(PERIOD)


def said(text: str, calendar: Calendar = CALENDAR) -> str:
    """A due in one line: kind, start and end, how often, what it points at."""
    due = due_of(text, calendar)
    if due is None:
        return "not understood"
    values = [due.kind, due.start, due.end, due.every, ",".join(due.see)]
    return " ".join(str(each) if each else "-" for each in values).rstrip(" -")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("30 November 2026", "by - 2026-11-30"),
        ("30th Nov '26", "by - 2026-11-30"),
        ("12/10/2026", "by - 2026-10-12"),
        ("09/2026", "by - 2026-09-30"),
        ("2027-05", "by - 2027-05-31"),
        ("2027-03-31 00:00:00", "by - 2027-03-31"),
        ("By March 2027.", "by - 2027-03-31"),
        ("Sept 26", "by - 2026-09-30"),
        ("Sept/Oct 2026", "by - 2026-10-31"),
        ("by Easter 2027", "by - 2027-03-28"),
        ("Christmas 2026", "by - 2026-12-25"),
        ("Spring 2027", "by - 2027-05-31"),
        ("Winter 2026", "by - 2027-02-28"),
        ("Autumn of 2026", "by - 2026-11-30"),
        ("end of March of 2027", "by - 2027-03-31"),
        ("Q2 2026/27", "by - 2026-09-30"),
        ("fourth quarter of 2026/27", "by - 2027-03-31"),
        ("2026/27", "by - 2027-03-31"),
        ("2026-2027", "by - 2027-03-31"),
        ("end of 2026", "by - 2026-12-31"),
        ("by the end of the academic year 2026/27", "by - 2027-08-31"),
        ("during 2026/27", "by - 2027-03-31"),
        ("From April 2026 onwards", "from 2026-04-01"),
        ("Twice a year, in May and November", "recurring"),
        ("Quarterly (March, June, September and December)", "recurring - - quarterly"),
        ("Each term: October, February, June", "recurring"),
        ("Twice a year: May 2026 and November 2026", "by - 2026-11-30"),
        ("Monthly checks; report in June, decision in July", "by - 2026-07-31"),
        ("Every November", "recurring - - annually"),
        ("31/05/2026 and each May after that", "recurring 2026-05-31 - annually"),
        ("Every school holiday", "recurring"),
        ("See Finding 3, second action", "see - - - 3.2"),
        ("see Goal 2b, the first point", "see - - - 2b.1"),
        ("See Aim 4", "see - - - 4"),
        ("as 4(b)", "see - - - 4(b)"),
        ("As 4(b) and 6(c).", "see - - - 4(b),6(c)"),
        ("same as WQ2", "see - - - WQ2"),
        ("See 4(b)", "see - - - 4(b)"),
        ("as 3 more wardens are found", "not understood"),
        ("Two rounds a year", "recurring"),
        ("3 meetings per year", "recurring"),
        ("Once a year", "recurring - - annually"),
        ("once a month", "recurring - - monthly"),
        ("two rounds, May 2026 and May 2027", "by - 2027-05-31"),
        ("2027 season (April to September)", "window 2027-04-01 2027-09-30"),
        ("During 2026 (Nov – Jan)", "window 2026-11-01 2027-01-31"),
        ("2026 (June)", "by - 2026-06-30"),
        ("September 2026 onwards", "from 2026-09-01"),
        ("Commence from June 2026", "from 2026-06-01"),
        ("From 2027/28", "from 2027-04-01"),
        ("May 2026 – July 2026", "window 2026-05-01 2026-07-31"),
        ("November – January 2027", "window 2026-11-01 2027-01-31"),
        ("Phased, from summer 2026 to summer 2027", "window 2026-06-01 2027-08-31"),
        ("between May and July 2026", "window 2026-05-01 2026-07-31"),
        ("Between November and January 2027", "window 2026-11-01 2027-01-31"),
        ("between the end of May and July 2027", "window 2027-05-01 2027-07-31"),
        ("Ongoing", "ongoing"),
        ("Throughout the plan", "ongoing"),
        ("Quarterly", "recurring - - quarterly"),
        ("To be reviewed annually", "recurring - - annually"),
        ("Annual review through to 2028", "recurring - 2028-12-31 annually"),
        ("Monthly from May 2026", "recurring 2026-05-01 - monthly"),
        ("Q4 26/27", "by - 2027-03-31"),
        ("Winter 26/27", "by - 2027-02-28"),
        ("mid-2027", "by - 2027-06-30"),
        ("2027 entry", "by - 2027-09-30"),
        ("Autumn term 2026", "by - 2026-12-31"),
        ("Summer term 2027", "by - 2027-07-31"),
        ("End of academic year", "by - 2026-08-31"),
        ("July each year", "recurring - - annually"),
        ("By 4 April each year", "recurring - - annually"),
        ("November to March each year", "recurring - - annually"),
        ("Each financial year", "recurring - - annually"),
        ("March 2027 and then annually", "recurring 2027-03-01 - annually"),
        ("Dec 26\nAnnual", "by - 2026-12-31"),
        ("Every two years, next in May 2027", "recurring"),
        ("Strategy by June 2027, reviewed annually", "by - 2027-06-30"),
        ("Twice yearly", "recurring"),
        ("Twice a year: May and November", "recurring"),
        ("Half-yearly – spring and autumn", "recurring"),
        ("Quarterly (March, June, September and December)", "recurring - - quarterly"),
        ("Monthly meetings; reports by June 2026 and October 2026", "by - 2026-10-31"),
        ("Every November", "recurring - - annually"),
        ("each summer", "recurring - - annually"),
        ("Every May and November", "recurring"),
        ("every Friday", "recurring - - weekly"),
        ("Every other month", "recurring"),
        ("Immediately after each quarter end", "recurring - - quarterly"),
        ("Quarterly, first meeting Nov 2026", "recurring 2026-11-01 - quarterly"),
        ("Monthly, final report March 2027", "recurring - 2027-03-31 monthly"),
        ("First draft March 2027", "by - 2027-03-31"),
        ("Three times a year", "recurring"),
        ("Year 1", "by - 2027-03-31"),
        ("By the end of Year 2", "by - 2027-10-31"),
        ("Years 1-2", "by - 2027-10-31"),
        ("Year 5", "not understood"),
        ("Termly", "recurring"),
        ("See 33", "see - - - 33"),
        ("See L/02 and 3/4", "see - - - L/02,3,4"),
        ("See 2 and 3 or Key 4", "see - - - 2,3,Key4"),
        ("see actions 2.3 and MAP 4", "see - - - 2.3,MAP4"),
        ("", "none"),
        ("TBC", "none"),
        ("To be determined", "none"),
        ("–", "none"),
        ("by whenn 31/31/09", "not understood"),
        ("as soon as we can", "not understood"),
        ("30 February 2027", "not understood"),
    ],
)
def test_reads_what_officers_write(printed: str, expected: str):
    assert said(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("31st October", "by - 2026-10-31"), ("March", "by - 2027-03-31"), ("Q1", "by - 2026-06-30")],
)
def test_takes_a_missing_year_from_the_plans_period(printed: str, expected: str):
    assert said(printed) == expected
    assert said(printed, Calendar()) == "not understood"


def test_reads_month_first_only_where_the_document_is_american():
    assert said("04/05/2026") == "by - 2026-05-04"
    assert said("04/05/2026", Calendar(PERIOD, month_first=True)) == "by - 2026-04-05"


@pytest.mark.parametrize(
    ("printed", "end", "stages"),
    [
        (
            "Stage 1 October 2026 / Stage 2 August 2027",
            date(2027, 8, 31),
            [("Stage 1", date(2026, 10, 31)), ("Stage 2", date(2027, 8, 31))],
        ),
        (
            "March 2027 (north). 2028 (south).",
            date(2028, 12, 31),
            [("north", date(2027, 3, 31)), ("south", date(2028, 12, 31))],
        ),
        (
            "New rota live from May 2026. Whole scheme complete by end of 2026",
            date(2026, 12, 31),
            [("New rota live", date(2026, 5, 31)), ("Whole scheme complete", date(2026, 12, 31))],
        ),
        (
            "April 2026 June 2026",
            date(2026, 6, 30),
            [("", date(2026, 4, 30)), ("", date(2026, 6, 30))],
        ),
    ],
)
def test_keeps_the_stages_of_one_cell_and_ends_with_the_last(
    printed: str, end: date, stages: list[tuple[str, date]]
):
    due = due_of(printed, CALENDAR)
    assert due is not None
    assert (due.kind, due.end) == ("by", end)
    assert [(stage.label, stage.end) for stage in due.milestones] == stages


@pytest.mark.parametrize(
    ("words", "due_text"),
    [
        ("Plant 400 trees by March 2027.", "by March 2027"),
        ("Hold the open day – June 2026.", "June 2026"),
        ("Review all leases, starting in September 2026.", "starting in September 2026"),
        ("Add 10% each year from 2026/27 to 2028/29.", "each year from 2026/27 to 2028/29"),
        ("Hold evening classes from September 2026.", "from September 2026"),
        ("Open the lido for the season, May to August 2026", "May to August 2026"),
        ("Sign the charter on Harvest Sunday, October 2026.", "October 2026"),
        ("Hold a seed fair (March 2027).", "March 2027"),
        ("New signs to be put up in June 2026", "in June 2026"),
        ("Visit forty farms in the autumn of 2026", "in the autumn of 2026"),
        ("Hold six classes between May and July 2026.", "between May and July 2026"),
    ],
)
def test_finds_a_deadline_in_an_actions_own_words(words: str, due_text: str):
    found = deadline_in(words, CALENDAR)
    assert found is not None and found.words == due_text


@pytest.mark.parametrize(
    "words",
    [
        "Improve on the 2024/25 baseline.",
        "Answer the survey written in May 2025 in full",
        "Set aims for the years August 2026 - July 2029.",
        "Follow the guide to hedges, May 2024",
        "Carry out what was agreed in June 2026",
        "Improve on the figures from March 2026",
        "Double the sales of the year from 2026/27",
        "Plant the trees bought in May 2026 along both banks",
        "Reach families by six weeks",
    ],
)
def test_does_not_take_every_date_in_the_words_for_a_deadline(words: str):
    assert deadline_in(words, CALENDAR) is None


@pytest.mark.parametrize(
    ("words", "kind", "start", "end"),
    [
        ("Hold evening classes from September 2026.", "from", date(2026, 9, 1), None),
        ("Open the lido - May to August 2026", "window", date(2026, 5, 1), date(2026, 8, 31)),
        ("Count bats from May 2026 to July 2026", "window", date(2026, 5, 1), date(2026, 7, 31)),
        ("Hold a seed fair (March 2027).", "by", None, date(2027, 3, 31)),
    ],
)
def test_a_date_that_ends_an_actions_words_is_its_own(
    words: str, kind: str, start: date | None, end: date | None
):
    found = deadline_in(words, CALENDAR)
    assert found and (found.due.kind, found.due.start, found.due.end) == (kind, start, end)


def test_tells_a_pointer_from_an_instruction():
    assert points_elsewhere("See 2.3")
    assert not points_elsewhere("See 40 families at home")


def test_a_revised_date_takes_the_place_of_the_first():
    document = plan_in(
        """
        Action,Who,Target date,Revised date
        Dredge the basin,Ada Quill,May 2026,
        Fence the beck,Bo Tarn,May 2026,Sept 2026
        Sow a meadow,Cy Dunn,May 2026,n/a
        """,
        "plan.csv",
    )
    ends = [each.due.end for each in document.actions]
    assert ends == [date(2026, 5, 31), date(2026, 9, 30), date(2026, 5, 31)]


@pytest.mark.parametrize(
    ("printed", "labels"),
    [
        (
            "Phase 1 (gates) Aug 2026; Phase 2 (beams) May 2027",
            ["Phase 1 (gates)", "Phase 2 (beams)"],
        ),
        ("April 2027 (four locks by April 2026)", ["", "four locks"]),
        ("May 2026 (draft), July 2026 (final)", ["draft", "final"]),
    ],
)
def test_brackets_stay_with_the_stage_they_are_of(printed: str, labels: list[str]):
    due = due_of(printed, CALENDAR)
    assert due and [stage.label for stage in due.milestones] == labels
