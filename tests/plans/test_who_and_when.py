"""One cell may say who and when; a column of such cells is read as two."""

import pytest

from plans.meaning.spans import Calendar
from plans.meaning.who_and_when import who_and_when
from tests.plans.reading import plan_in


@pytest.mark.parametrize(
    ("text", "who", "when"),
    [
        ("Lock Keeper, by 31 May 2027", "Lock Keeper", "by 31 May 2027"),
        ("Lock Keeper; 2027/28", "Lock Keeper", "2027/28"),
        ("Lock Keeper (May 2027)", "Lock Keeper", "May 2027"),
        ("Lock Keeper: May 2027", "Lock Keeper", "May 2027"),
        ("Lock Keeper. Summer 2027 onwards", "Lock Keeper", "Summer 2027 onwards"),
        ("Lock Keeper from May 2027", "Lock Keeper", "from May 2027"),
        ("Lock Keeper\nMay 2027", "Lock Keeper", "May 2027"),
        ("Lock Keeper quarterly", "Lock Keeper", "quarterly"),
        ("Lock Keeper / Punt Club – annually, each May", "Lock Keeper / Punt Club",
         "annually, each May"),
        ("Ongoing; Lock Keeper", "Lock Keeper", "Ongoing"),
        ("by 31 May 2027: Lock Keeper", "Lock Keeper", "by 31 May 2027"),
        ("Manager (Weirs), Quay Council; May 2027", "Manager (Weirs), Quay Council", "May 2027"),
        ("Head of Locks, Quay Council by May 2027", "Head of Locks, Quay Council", "by May 2027"),
        ("Lock Keeper – tender May 2027, boats afloat by June 2027", "Lock Keeper",
         "tender May 2027, boats afloat by June 2027"),
        ("Lock Keeper – Draft May 2027", "Lock Keeper", "Draft May 2027"),
        ("Lock Keeper; see 2.1 (same boat)", "Lock Keeper", "see 2.1 (same boat)"),
        ("Lock Keeper. Date to follow", "Lock Keeper", "Date to follow"),
        ("Ada Quill, June 2027; Bo Tarn, May 2028", "Ada Quill; Bo Tarn", "June 2027; May 2028"),
        # Words of time may be part of a name or of a post.
        ("April Quill, May 2027", "April Quill", "May 2027"),
        ("Ada May", "Ada May", ""),
        ("Annual Review Officer; May 2027", "Annual Review Officer", "May 2027"),
        ("Continuing Care Team", "Continuing Care Team", ""),
        ("TBC", "TBC", ""),
        ("May 2027", "", "May 2027"),
    ],
)  # fmt: skip
def test_a_cell_is_parted_into_who_and_when(text: str, who: str, when: str):
    assert who_and_when(text, Calendar()) == (who, when)


def rows_of(header: str, *cells: str) -> list[str]:
    rows = [f"| Step {at} of the weir | {said} |" for at, said in enumerate(cells, 1)]
    document = plan_in("\n".join([f"| Action | {header} |", "|---|---|", *rows]))
    return [f"{' + '.join(each.owners)} | {each.due.end}" for each in document.actions]


@pytest.mark.parametrize("header", ["Owner and date", "By whom and by when", "Who / when"])
def test_a_column_of_both_says_who_and_when(header: str):
    assert rows_of(header, "Ada Quill, May 2027", "Lock Keeper/Bo Tarn; June 2027", "") == [
        "Ada Quill | 2027-05-31",
        "Lock Keeper + Bo Tarn | 2027-06-30",
        " | None",
    ]


def test_a_column_of_one_is_not_parted_for_its_name():
    assert rows_of("Who and when", "May 2027", "June 2027", "Ada Quill, July 2027") == [
        " | 2027-05-31",
        " | 2027-06-30",
        " | 2027-07-31",
    ]


def test_a_column_of_dates_beside_it_is_the_one_that_says_when():
    document = plan_in(
        """
        | Action | Lead and date | By when |
        |---|---|---|
        | Mend the weir | Lock Keeper | May 2027 |
        | Fence the beck | Ada Quill | June 2027 |
        """
    )
    assert [each.owners for each in document.actions] == [("Lock Keeper",), ("Ada Quill",)]
