"""Plans in many layouts are read alike: what counts is the table, not who made it."""

from pathlib import Path

import pytest

from domain.work import Action
from plans.document import DirectoryEntry, PlanDocument
from plans.read import read

FIXTURES = Path(__file__).parent / "fixtures"


def plan(name: str) -> PlanDocument:
    return read(name, (FIXTURES / name).read_bytes())


def shown(action: Action) -> str:
    """Reference, section, kind and days of the date, owners, status."""
    due = action.due
    days = "–".join(str(day) for day in (due.start, due.end) if day)
    owners = " + ".join(action.owners)
    parts = (action.ref, action.section, f"{due.kind} {days}".strip(), owners, action.status)
    return " | ".join(part or "-" for part in parts)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "warm_homes.csv",  # semicolons, Windows-1252, theme rows, numbers that begin again
            """
            1.1 | Homes That Hold Their Heat | by 2026-05-31 | Energy Adviser | -
            1.2 | Homes That Hold Their Heat | from 2026-09-01 | Housing Repairs Manager | -
            1.3 | Homes That Hold Their Heat | by 2026-09-30 | Odile Ferrant + Basil Knott | -
            2.1 | Bills That People Can Pay | by 2026-10-12 | Head of Libraries | -
            2.2 | Bills That People Can Pay | recurring | Welfare Rights Team | -
            2.3 | Bills That People Can Pay | by 2027-02-28 | Welfare Rights Team + Ward Sister | -
            """,
        ),
        (
            "saltmarsh.tsv",  # UTF-16, another order of columns, sections in a column, RAG letters
            """
            SW1 | Safe Water | by 2027-03-31 | Harbour Master | on_track
            SW2 | Safe Water | by 2026-08-31 | Petra Lindqvist + Harbour Master | at_risk
            SW3 | Safe Water | recurring | Tide Office | complete
            BQ1 | Busy Quays | window 2026-04-01–2026-10-31 | Omar Saleh | delayed
            BQ2 | Busy Quays | none | Omar Saleh | not_started
            """,
        ),
        (
            "lido.html",  # no table: lists of terms, lists in lists, and labels inside sentences
            """
            1.1 | Water | by 2027-09-30 | Odile Ferrant + Basil Knott, Weir Homes | on_track
            1.2 | Water | from 2027-10-01 | - | not_started
            1.3 | Water | recurring | Pool Attendants | -
            2.1 | Welcome | by 2028-09-30 | Swimming Teacher | -
            2.2 | Welcome | by 2027-09-30 | Project Officer | not_started
            3.1 | Welcome | by 2027-05-31 | Odile Ferrant | in_progress
            """,
        ),
        (
            "footpaths.md",  # Markdown tables under headings, no numbers, an old date struck out
            """
            1.1 | Paths for Everyone | by 2026-10-31 | Path Officer | on_track
            1.2 | Paths for Everyone | by 2026-06-30 | Ines Marchetti, Path Officer | delayed
            1.3 | Paths for Everyone | by 2026-10-31 | Ines Marchetti | not_started
            2.1 | Paths That Last | by 2027-12-31 | Flood Team | in_progress
            2.2 | Paths That Last | recurring | All wardens | ongoing
            """,
        ),
        (
            "allotments.html",  # cells over several rows, a status by colour alone
            """
            1.1 | Water | by 2026-04-30 | Site Manager | on_track
            1.2 | Water | by 2026-05-31 | Site Manager | delayed
            2.1 | Water | ongoing | Noor Haddad | -
            3.1 | Soil | by 2026-08-31 | Noor Haddad + Piet Visser | in_progress
            """,
        ),
        (
            "listening.txt",  # one cell to a line, leads and supporters labelled, merged downwards
            """
            1.1 | - | by 2026-07-31 | Head of Outreach | -
            1.2 | - | by 2026-09-30 | Head of Outreach | -
            2.1 | - | from 2026-06-01 | Post Room Manager + Head of Outreach / AD Customer Care | -
            2.2 | - | recurring | Post Room Manager + Head of Outreach / AD Customer Care | -
            """,
        ),
        (
            "heathland.txt",  # one cell to a line, parts headed between tables, two kinds of header
            """
            WG1 | Wet Ground | by 2027-03-31 | Peat Officer | on_track
            WG2 | Wet Ground | recurring | Peat Officer | ongoing
            WG3 | Wet Ground | window 2026-10-01–2027-02-28 | Station Manager | -
            3.1 | People Who Walk | by 2026-09-30 | Path Warden | not_started
            3.2 | People Who Walk | by 2027-05-31 | Path Warden | -
            """,
        ),
        (
            "streets.txt",  # a page break without a header, one action over rows, two in a cell
            """
            1.1 | Streets | by 2026-05-31 | Road Safety Manager | complete
            1.2 | Streets | by 2026-06-30 | Road Safety Manager | on_track
            1.4 | Streets | none | Greta Holm | -
            1.3 | Streets | by 2027-03-31 | Highways Team | -
            2.1 | Streets | by 2026-04-30 | Speed Team | complete
            2.2 | Streets | by 2026-05-31 | Press Office | complete
            3.1 | Parks | see | Parks Team | delayed
            """,
        ),
        (
            "bridges.md",  # no table: each action a heading with labelled lines under it
            """
            1.1 | North Bank | by 2026-05-31 | Structures Engineer | on_track
            1.2 | North Bank | recurring | Cora Whitby + Structures Engineer | -
            2.1 | South Bank | by 2026-08-31 | Painting Team | not_started
            """,
        ),
        (
            "lantern.txt",  # labels centred beside their rows, the year printed once a block
            """
            LG1.1 | Learn and Grow | by 2027-03-31 | Ruth Okafor | -
            LG1.2 | Learn and Grow | by 2026-09-30 | Ruth Okafor | -
            LG1.3 | Learn and Grow | by 2027-03-31 | Ben Attwood | -
            LG1.4 | Learn and Grow | by 2027-03-31 | Ben Attwood | -
            LG1.5 | Learn and Grow | by 2027-03-31 | Clara Dunn | -
            LG2.1 | Learn and Grow | by 2027-03-31 | Clara Dunn | -
            LG2.2 | Learn and Grow | by 2027-03-31 | Clara Dunn | -
            LG3.1 | Learn and Grow | by 2027-03-31 | Ivo Brandt | -
            LG3.2 | Learn and Grow | by 2027-03-31 | Ivo Brandt + Clara Dunn | -
            LG3.3 | Learn and Grow | by 2027-03-31 | Ivo Brandt | -
            """,
        ),
    ],
)
def test_reads_a_plan_of_this_layout(name: str, expected: str):
    lines = [line.strip() for line in expected.strip().splitlines()]
    assert [shown(action) for action in plan(name).actions] == lines


def test_joins_sub_bullets_into_the_actions_words():
    action = plan("footpaths.md").actions[1]
    assert action.text == "Survey every path that the wheelchair club uses: surface; slope; width"


def test_puts_together_an_action_that_a_page_break_cut():
    action = next(each for each in plan("streets.txt").actions if each.ref == "1.3")
    assert action.text == "Close four more streets, as the survey advises"
    assert [stage.label for stage in action.due.milestones] == ["Stage 1", "Stage 2"]


def test_gives_success_criteria_of_a_group_to_each_of_its_actions():
    first, second, *others = plan("listening.txt").actions
    assert (
        first.success == second.success == ("Half of those who answer have never done so before.",)
    )
    assert all(other.success == () for other in others)


def test_keeps_the_directory_of_people():
    assert plan("lantern.txt").people[0] == DirectoryEntry(
        name="Ruth Okafor", job_title="Librarian", organisation="Lantern Valley Council"
    )
    assert len(plan("lantern.txt").people) == 4


@pytest.mark.parametrize(
    ("name", "title", "start", "end"),
    [
        (
            "warm_homes.csv",
            "Warm Homes Partnership – Delivery plan 2026/27",
            "2026-04-01",
            "2027-03-31",
        ),
        ("footpaths.md", "Vale of Ashdown Footpaths Improvement Plan", "2026-04-01", "2028-03-31"),
        ("streets.txt", "MILLBROOK SAFER STREETS: ACTION PLAN, 2026", "2026-01-01", "2026-12-31"),
        ("listening.txt", "LISTENING PLAN", "2026-05-01", "2027-04-30"),
        ("bridges.md", "Bridges Maintenance Plan 2026/27", "2026-04-01", "2027-03-31"),
        ("lantern.txt", "Lantern Valley Youth Plan 2026 - 2027", "2026-04-01", "2027-03-31"),
    ],
)
def test_finds_the_title_and_the_period(name: str, title: str, start: str, end: str):
    document = plan(name)
    period = document.period
    assert document.title == title
    assert period is not None
    assert (str(period.start), str(period.end)) == (start, end)


def test_every_action_says_where_it_stands():
    for file in FIXTURES.iterdir():
        for action in plan(file.name).actions:
            assert action.source.line, file.name
