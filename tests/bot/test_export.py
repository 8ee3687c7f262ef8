"""planbot export: what comes out is the plan as it stands, and goes in again unchanged."""

import json

import pytest

from bot.cli import BAD_INPUT, DONE, FAILED


@pytest.mark.parametrize("form", ["csv", "json", "xlsx", "docx"])
def test_what_is_exported_changes_nothing_when_it_is_imported(planbot, short_plan, form):
    planbot("import", short_plan, "--key", "quay")
    done = planbot("export", "quay", "--to", form, "--out", f"out.{form}")
    again = planbot("import", f"out.{form}", "--key", "quay")

    assert (done.code, done.out) == (DONE, f"2 actions written to out.{form}.\n")
    assert "no action differs from the document read last" in again.out


def test_text_goes_to_the_screen_and_other_files_are_named_after_the_plan(
    planbot, short_plan, tmp_path
):
    planbot("import", short_plan, "--key", "quay")

    assert "Light the quay" in planbot("export", "--to", "csv").out
    lines = planbot("export", "--to", "json").out.splitlines()
    assert [json.loads(line)["ref"] for line in lines] == ["1.1", "1.2"]
    assert json.loads(lines[0])["now"]["status"] == "on_track"
    assert "written to quay.xlsx" in planbot("export", "--to", "xlsx").out
    assert (tmp_path / "quay.xlsx").read_bytes().startswith(b"PK")


def test_the_kind_follows_from_the_name_of_the_file(planbot, short_plan, tmp_path):
    planbot("import", short_plan)

    assert planbot("export", "--out", "plan.DOCX").code == DONE
    assert planbot("export", "--out", "plan.jsonl").code == DONE
    assert (tmp_path / "plan.DOCX").read_bytes().startswith(b"PK")


def test_what_was_dropped_stays_out(planbot, short_plan, tmp_path):
    planbot("import", short_plan, "--key", "quay")
    text = (tmp_path / short_plan).read_text(encoding="utf-8")
    (tmp_path / "less.csv").write_text("".join(text.splitlines(keepends=True)[:2]))
    planbot("import", "less.csv", "--key", "quay")

    lines = planbot("export", "--to", "json").out.splitlines()
    assert [json.loads(line)["ref"] for line in lines] == ["1.1"]


def test_a_file_that_is_there_is_not_written_over_unasked(planbot, short_plan, tmp_path):
    planbot("import", short_plan)
    before = (tmp_path / short_plan).read_bytes()
    done = planbot("export", "--out", short_plan)

    assert (done.code, done.err.count("\n")) == (BAD_INPUT, 1)
    assert (tmp_path / short_plan).read_bytes() == before
    assert planbot("export", "--out", short_plan, "--force").code == DONE


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ([], BAD_INPUT, "--to csv, xlsx, docx, json"),
        (["--out", "plan.odt"], BAD_INPUT, "--to csv, xlsx, docx, json"),
        (
            ["dragons", "--to", "csv"],
            BAD_INPUT,
            "no plan called “dragons”. There is plan.",
        ),
        (["--to", "csv", "--out", "no/such/folder.csv"], BAD_INPUT, "cannot be written"),
    ],
)
def test_what_cannot_be_exported_is_said_in_one_sentence(
    planbot, short_plan, arguments, code, told
):
    planbot("import", short_plan)
    done = planbot("export", *arguments)

    assert (done.code, done.out) == (code, "")
    assert told in done.err


def test_before_any_plan_there_is_nothing_to_export(planbot):
    assert planbot("export", "--to", "csv").code == FAILED


def test_before_any_plan_a_plan_that_is_named_is_answered_with_how_to_begin(planbot):
    done = planbot("export", "dragons", "--to", "csv")

    assert done.err == (
        "planbot: There is no plan called “dragons”. None has been read in yet: "
        "planbot import FILE.\n"
    )
