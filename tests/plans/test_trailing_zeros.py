"""References that a spreadsheet took for figures get their last nought back."""

import pytest

from tests.plans.reading import plan_in


def refs_read(printed: list[str]) -> list[str]:
    rows = "".join(f"{ref},Mend gate {at},Ada Quill,May 2027\n" for at, ref in enumerate(printed))
    return [each.ref for each in plan_in(f"Ref,Action,Who,By when\n{rows}", "a.csv").actions]


NINE = [f"3.{at}" for at in range(1, 10)]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ([*NINE, "3.1", "3.11"], [*NINE, "3.10", "3.11"]),
        ([*NINE, "3.1"], [*NINE, "3.10"]),
        (["3.1", "3.2", "3.19", "3.2", "3.21"], ["3.1", "3.2", "3.19", "3.20", "3.21"]),
        ([*NINE, "3.10", "3.1"], [*NINE, "3.10", "3.1b"]),
        (["3.1", "3.8", "3.1"], ["3.1", "3.8", "3.1b"]),
        (["3.9", "3.1", "3.2"], ["3.9", "3.1", "3.2"]),
        (["2.9", "3.1"], ["2.9", "3.1"]),
    ],
)
def test_a_reference_cut_to_one_that_stands_before_is_made_whole(
    printed: list[str], read: list[str]
):
    assert refs_read(printed) == read


def test_the_receipt_says_so():
    plan = plan_in(
        """
        Ref,Action,Who,By when
        3.1,Mend the weir,Ada Quill,May 2027
        3.9,Fence the beck,Ada Quill,May 2027
        3.1,Gravel the path,Ada Quill,May 2027
        """,
        "plan.csv",
    )

    assert [(note.code, note.message) for note in plan.notes] == [
        ("healed", "“3.1” stands after 3.9, so it came in as 3.10.")
    ]
