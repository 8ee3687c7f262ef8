"""Whether the day or the month comes first is shown by the document, said by a person, or open."""

import pytest

from plans.meaning.date_order import UNCLEAR, Order, either_way, open_dates
from plans.read import read
from tests.plans.reading import plan_in


def plan_of(*dates: str, above: str = "", told: Order | None = None):
    rows = [f"| {n} | Mend gate {n} | Ada Quill | {date} |" for n, date in enumerate(dates, 1)]
    lines = [above, "", "| Ref | Action | Who | By when |", "|---|---|---|---|", *rows]
    return read("plan.md", "\n".join(lines).encode(), told)


def days(document) -> list[str]:
    return [str(action.due.end) for action in document.actions]


@pytest.mark.parametrize(
    ("dates", "above", "expected"),
    [
        (("03/04/2027", "23/04/2027"), "", "2027-04-03"),
        (("03/04/2027", "04/23/2027"), "", "2027-03-04"),
        (("03-04-27", "04-23-27"), "", "2027-03-04"),
        (("03/04/2027", "5 May 2027"), "", "2027-04-03"),
        (("03/04/2027", "May 5, 2027"), "", "2027-03-04"),
        (("03/04/2027",), "Harbour programme, £3,000 a year", "2027-04-03"),
        (("03/04/2027",), "A neighborhood center for each ward", "2027-03-04"),
        (("03/04/2027",), "A neighborhood centre for each ward", "2027-04-03"),
        (("03/04/2027",), "With the Center for Tides", "2027-04-03"),
        (("03.04.2027", "04/23/2027"), "", "2027-03-04"),
    ],
)
def test_the_order_is_the_one_that_the_document_shows(dates, above, expected):
    assert days(plan_of(*dates, above=above))[0] == expected


@pytest.mark.parametrize(
    ("dates", "above"),
    [
        (("03/04/2027",), ""),
        (("03/04/2027", "13/04/2027", "04/13/2027"), ""),
        (("03/04/2027", "5 May 2027", "May 5, 2027"), ""),
        (("03/04/2027",), "With the Center for Tides"),
    ],
)
def test_where_nothing_shows_the_order_the_receipt_says_so(dates, above):
    document = plan_of(*dates, above=above)

    (note,) = [each for each in document.notes if each.code == UNCLEAR]
    assert "03/04/2027" in note.message
    assert "--dates month-first" in note.message
    assert note.source.line == 5
    assert open_dates(document) == ["03/04/2027"]


@pytest.mark.parametrize(
    "dates", [("07/07/2027",), ("13/07/2027",), ("July 2027",), ("2027-07-03",), ("03.04.2027",)]
)
def test_dates_that_can_be_read_in_one_way_raise_no_question(dates):
    document = plan_of(*dates)

    assert not open_dates(document)
    assert not either_way(document.actions)


def test_the_receipt_says_why_the_month_was_taken_to_come_first():
    document = plan_of("03/04/2027", "04/23/2027")

    (note,) = [each for each in document.notes if each.code == "dates-month-first"]
    assert "“04/23/2027” cannot be read otherwise" in note.message


@pytest.mark.parametrize(
    ("told", "expected"), [(Order.DAY_FIRST, "2027-04-03"), (Order.MONTH_FIRST, "2027-03-04")]
)
def test_what_somebody_has_said_is_the_order_and_raises_no_question(told, expected):
    document = plan_of("03/04/2027", told=told)

    assert days(document) == [expected]
    assert not open_dates(document)


def test_a_date_that_the_order_makes_impossible_is_read_the_other_way():
    assert days(plan_of("23/04/2027", told=Order.MONTH_FIRST)) == ["2027-04-23"]


def test_dates_that_no_action_is_due_on_raise_no_question():
    document = plan_in("""
        Version of 03/04/2027

        | Action | Who | By when |
        |---|---|---|
        | Mend the gate | Ada Quill | May 2027 |
        """)

    assert not open_dates(document)
