"""Text with a cell to a line may print once what is merged over several rows."""

from plans.read import read

NAMES = ("Recommendation", "Our answer", "Action", "Who", "By when")
WEIR = "1.  That the weir should be mended before the winter."
BASIN = "2.  That boats should have more room."
FERRY = "3.  That the ferry should run at night."


def shown(*rows: tuple[str, ...], names: tuple[str, ...] = NAMES) -> list[str]:
    header = "".join(f"\t{name}\n" for name in names)
    cells = "\n".join(f"\t{cell}\n" for row in rows for cell in row)
    text = f"Harbour plan\n\nWhat we shall do\n\n{header}\n\n{cells}"
    return [
        f"{each.ref} | {each.text} | {' + '.join(each.owners)} | {each.due.end or each.due.kind}"
        for each in read("plan.txt", text.encode()).actions
    ]


MENDED = [
    "1.1 | Ask a mason. | Ada Quill | 2027-05-31",
    "1.2 | Mend the weir, with stone from the quarry. | Bo Tarn | 2027-06-30",
    "1.3 | Look at it again. | Bo Tarn | recurring",
    "2.1 | Dredge the basin. | Ada Quill | 2027-10-31",
    "2.2 | Move the buoys. | Cy Dunn | 2027-11-30",
]


def test_rows_may_leave_out_what_is_merged_with_the_row_above():
    assert (
        shown(
            (WEIR, "Agreed.", "Ask a mason.", "Ada Quill", "May 2027"),
            ("Mend the weir,", "with stone from the quarry.", "Bo Tarn", "June 2027"),
            ("Look at it again.", "Bo Tarn", "Every year"),
            (FERRY, "Not agreed. There is no night boat."),
            (BASIN, "Agreed.", "Dredge the basin.", "Ada Quill", "October 2027"),
            ("Move the buoys.", "Cy Dunn", "November 2027"),
        )
        == MENDED
    )


def test_who_and_when_may_stand_in_one_cell_of_such_rows():
    assert (
        shown(
            (WEIR, "Agreed.", "Ask a mason.", "Ada Quill, May 2027"),
            ("Mend the weir,", "with stone from the quarry.", "Bo Tarn; June 2027"),
            ("Look at it again.", "Every year; Bo Tarn"),
            (BASIN, "Agreed.", "Dredge the basin.", "Ada Quill by October 2027"),
            ("Move the buoys.", "Cy Dunn (November 2027)"),
            names=(*NAMES[:3], "Owner and date"),
        )
        == MENDED
    )


def test_rows_that_have_all_their_cells_are_counted_off():
    assert shown(
        (WEIR, "Agreed.", "Ask a mason.", "Ada Quill", "May 2027"),
        ("", "", "Mend the weir.", "Bo Tarn", "June 2027"),
        (BASIN, "Agreed.", "Dredge the basin.", "Ada Quill", "When we can"),
    ) == [
        "1.1 | Ask a mason. | Ada Quill | 2027-05-31",
        "1.2 | Mend the weir. | Bo Tarn | 2027-06-30",
        "2.1 | Dredge the basin. | Ada Quill | none",
    ]
