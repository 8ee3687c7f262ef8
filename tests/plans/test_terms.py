"""Terms of time mean in a plan what the plan says that they do."""

from datetime import date
from functools import partial

import pytest

from plans.meaning.due import due_of
from plans.meaning.spans import Calendar
from plans.meaning.terms import meaning_of, terms_in
from plans.rows import Block, Line, Row, cell
from tests.plans.reading import plan_in

THREE = {"short": "by March 2027", "medium": "by March 2028", "long": "by March 2030"}
LETTERS = {"s": "by March 2027", "m": "by March 2028", "l": "by March 2030"}


def found_in(*blocks: Block) -> dict[str, str]:
    return dict(terms_in(blocks, partial(due_of, calendar=Calendar())))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            [
                "Short term – by March 2027",
                "Medium term – by March 2028",
                "Long term – by March 2030",
            ],
            THREE,
        ),
        (["Short (by March 2027), medium (by March 2028) and long (by March 2030)."], THREE),
        (
            ["Timescales: short = by March 2027, medium = by March 2028, long = by March 2030"],
            THREE,
        ),
        (
            [
                "S = short term (by March 2027); M = medium term (by March 2028)",
                "L = long term (by March 2030)",
            ],
            THREE | LETTERS,
        ),
        (["Short-term (S): by March 2027", "Medium-term (M): by March 2028"],
         {"short": "by March 2027", "s": "by March 2027",
          "medium": "by March 2028", "m": "by March 2028"}),
        (["The lock keeper wrote to us in May 2027."], {}),
        (["Short term – by March 2027"], {}),  # of what one line says, nothing is made
        (["Short term – soon", "Long term – when there is money"], {}),
        (["Phase 1: by March 2027", "Phase 2: by March 2028", "We met.",
          "Phase 1: by May 2027", "Phase 2: by May 2028"], {}),
    ],
)  # fmt: skip
def test_what_a_plan_explains_one_after_the_other_are_its_terms(
    lines: list[str], expected: dict[str, str]
):
    assert found_in(*map(Line, lines)) == expected


def test_rows_of_two_cells_explain_terms_too():
    rows = [Row((cell("Short"), cell("by March 2027"))), Row((cell("Long"), cell("by March 2030")))]
    assert found_in(*rows) == {"short": "by March 2027", "long": "by March 2030"}


def test_what_the_cells_of_an_action_say_are_no_terms():
    row = Row(
        (
            cell("Mend the weir"),
            cell("Ada Quill"),
            cell("Stage 1: March 2027; Stage 2: May 2028"),
            cell("Ongoing – begun in May 2026"),
        )
    )
    assert found_in(row) == {}


def test_what_a_cell_of_an_action_adds_to_a_term_explains_nothing():
    key = [Line("Short term – by March 2027"), Line("Long term – by March 2030")]
    row = Row((cell("Mend the weir"), cell("Short term (signed by May 2026)")))
    assert found_in(*key, Line("We keep the locks."), row, row)["short"] == "by March 2027"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Short term", "by March 2027"),
        ("short-term.", "by March 2027"),
        ("Short term (subject to funds)", "by March 2027"),
        ("Short/medium term", "by March 2028"),
        ("Short to medium term", "by March 2028"),
        ("Shortly", ""),
        ("Short or never", ""),
        ("In the short term the keeper will mend what leaks", ""),
    ],
)
def test_a_cell_that_is_a_term_means_what_is_said_of_it(text: str, meaning: str):
    assert meaning_of(text, tuple(THREE.items())) == meaning


def test_a_date_of_its_own_goes_before_what_its_term_means():
    due = due_of("Short term (signed by 1 May 2026)", Calendar(terms=tuple(THREE.items())))
    assert due is not None
    assert due.end == date(2026, 5, 1)


@pytest.mark.parametrize(
    "key",
    [
        "Short term – to be done by 31 March 2027\n\nLong term – to be done by 31 March 2030",
        "| Short term | Up to March 2027 |\n|---|---|\n| Long term | 2029/30 |",
    ],
)
def test_actions_are_due_when_the_key_says(key: str):
    document = plan_in(
        "# Harbour plan\n\n" + key + "\n\n## Water\n\n"
        "| Action | Who | Timescale |\n|---|---|---|\n"
        "| Mend the weir | Ada Quill | Short term |\n| Dredge the basin | Bo Tarn | Long term |\n"
    )
    assert [(each.due_text, each.due.end) for each in document.actions] == [
        ("Short term", date(2027, 3, 31)),
        ("Long term", date(2030, 3, 31)),
    ]
