"""The sample plan of `planbot demo` is a whole plan: every kind of date, and nobody unknown."""

import csv
import json
import re
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from domain.events import Tracked, at_first
from domain.names import folded, slug
from domain.summary import Bucket, Moment, summarise
from domain.work import DueKind, Every, Period
from plans.read import read

SAMPLE = Path(__file__).parents[2] / "bot" / "console" / "sample"
FIRST_MORNING = Moment(now=datetime(2027, 2, 9, 9, tzinfo=UTC), today=date(2027, 2, 9))
BETWEEN_OWNERS = re.compile(r"\s*(?:/|&| and )\s*")


def printed_rows() -> list[dict[str, str]]:
    lines = (SAMPLE / "plan.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    return list(csv.DictReader(lines[2:]))  # the title and the period stand above the header


def directory() -> dict[str, list[dict[str, str | None]]]:
    return json.loads((SAMPLE / "people.json").read_text(encoding="utf-8"))


def known_owners() -> set[str]:
    people, posts = directory()["people"], directory()["posts"]
    names = [name for each in people for name in (each["name"], *each["other_names"])]
    return {folded(name) for name in [*names, *(each["title"] for each in posts)]}


def test_has_about_forty_actions_in_five_sections():
    rows = printed_rows()
    assert 38 <= len(rows) <= 44
    assert list(dict.fromkeys(slug(row["Section"]) for row in rows)) == [
        "being-healthy",
        "staying-safe",
        "enjoying-and-achieving",
        "making-a-positive-contribution",
        "achieving-economic-well-being",
    ]


def test_no_reference_is_printed_twice():
    refs = Counter(row["Ref"] for row in printed_rows())
    assert [ref for ref, times in refs.items() if times > 1 or not ref] == []


def test_action_7_3_pays_foster_carers_by_the_end_of_the_plan():
    row = next(each for each in printed_rows() if each["Ref"] == "7.3")
    assert row["Key action"].startswith("Second phase of the foster carer payments")
    assert (row["By when"], row["Lead"]) == ("31 March 2027", "RT")


@pytest.mark.parametrize(
    ("kind", "printed"),
    [
        ("month", r"September 2026"),
        ("day", r"30 June 2026"),
        ("season", r"(Spring|Summer|Autumn|Winter) 2026"),
        ("quarter of the financial year", r"Q\d 2026/27"),
        ("financial year", r"2026/27"),
        ("academic year", r".*academic year 2026/27"),
        ("end of a year", r"end of 2026"),
        ("window", r"September 2026 – July 2027"),
        ("from", r"From October 2026"),
        ("onwards", r"January 2027 onwards"),
        ("ongoing", r"Ongoing"),
        ("monthly", r"Monthly"),
        ("quarterly", r"Quarterly"),
        ("annual review", r"Annual review through to 2028"),
        ("stages", r"Stage 1 October 2026\nStage 2 March 2027"),
        ("see", r"see 13"),
        ("to be determined", r"To be determined"),
        ("blank", r""),
    ],
)
def test_shows_every_kind_of_date(kind: str, printed: str):
    assert any(re.fullmatch(printed, row["By when"]) for row in printed_rows()), kind


@pytest.mark.parametrize("row", printed_rows(), ids=lambda row: row["Ref"])
def test_every_owner_is_a_person_or_a_post_of_the_directory(row: dict[str, str]):
    owners = BETWEEN_OWNERS.split(row["Lead"])
    assert [each for each in owners if folded(each) not in known_owners()] == []


def test_exactly_one_post_that_owns_an_action_is_vacant():
    vacant = {each["title"] for each in directory()["posts"] if each["holder"] is None}
    assert len(vacant & {row["Lead"] for row in printed_rows()}) == len(vacant) == 1


def test_every_partnership_group_of_the_plan_has_a_chair_a_vice_and_a_channel():
    groups = directory()["partnership_groups"]
    answering = {each["name"] for each in groups if not each.get("board")}
    assert {row["Partnership group"] for row in printed_rows()} == answering
    assert all(each["chair"] and each["vice"] and each["channel"] for each in groups)


def test_everybody_in_an_office_or_a_post_is_a_person_of_the_directory():
    known = directory()
    ids = {each["id"] for each in known["people"]}
    groups = [each[office] for each in known["partnership_groups"] for office in ("chair", "vice")]
    posts = [each.get(role) for each in known["posts"] for role in ("holder", "deputy")]
    named = {each for each in [*groups, *posts, *known["administrators"]] if each is not None}
    assert named - ids == set()
    assert len(ids) == len(known["people"])


def test_the_bot_reads_all_of_it():
    document = read("plan.csv", (SAMPLE / "plan.csv").read_bytes())
    assert (document.title, document.period) == (
        "Hollinshire Children's Plan",
        Period(start=date(2026, 4, 1), end=date(2027, 3, 31)),
    )
    assert [each.ref for each in document.actions] == [row["Ref"] for row in printed_rows()]
    assert {each.due.kind for each in document.actions} == set(DueKind)
    assert {every for each in document.actions if (every := each.due.every)} == {
        Every.MONTHLY,
        Every.QUARTERLY,
        Every.ANNUALLY,
    }
    assert {folded(name) for each in document.actions for name in each.owners} <= known_owners()
    assert [(note.code, note.ref) for note in document.notes] == [("date-missing", "3.1")]


def test_on_the_first_day_of_the_demo_everything_can_be_seen():
    document = read("plan.csv", (SAMPLE / "plan.csv").read_bytes())
    tracked = [Tracked(action=each, state=at_first(each)) for each in document.actions]
    summary = summarise(tracked, FIRST_MORNING, document.period)
    assert all(summary.counts[each] for each in Bucket)
    assert [each.action.ref for each in summary.due_soon.first] == ["6.4", "12.2", "2.3", "7.4"]
    assert [each.action.ref for each in summary.contradicted.first] == ["2.2"]


def test_writes_to_nobody_real():
    assert all(each["email"].endswith(".example") for each in directory()["people"])
