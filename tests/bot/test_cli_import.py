"""planbot import: the receipt first, then the question; and the last one taken back."""

import json

import pytest

from bot.cli import BAD_INPUT, DONE
from handlers.receipt import LONGEST, SHOWN

HEAD = "Section,Ref,Action,By when,Lead,Progress\n"
LIGHT = "Feeling Safe,1.1,Light the quay,June 2031,Nia Quill,On track\n"
TRAIN = "Feeling Safe,1.2,Train the keepers of the lanterns,July 2031,Nia Quill,\n"
PAINT = "Feeling Safe,1.3,Paint the ferries before summer,May 2031,Sam Tarn,\n"


@pytest.fixture
def write(tmp_path):
    def write(*rows: str, name: str = "plan.csv") -> str:
        (tmp_path / name).write_text(HEAD + "".join(rows), encoding="utf-8")
        return name

    return write


def stored(planbot) -> dict[str, dict]:
    """What the status says of each action."""
    found = {}
    for ref in ("1.1", "1.2", "1.3", "1.4"):
        done = planbot("status", ref, "--json")
        if done.code == DONE:
            found[ref] = json.loads(done.out)
    return found


@pytest.mark.parametrize("answer", ["n\n", "\n", "", "perhaps\n"])
def test_without_a_yes_nothing_is_stored(planbot, write, answer):
    done = planbot("import", write(LIGHT), typed=answer)

    assert done.code == DONE
    assert "1 action in 1 section" in done.out
    assert "Store it? [y/N]" in done.out
    assert "Nothing was stored." in done.out
    assert "planbot import FILE" in planbot("status").err


@pytest.mark.parametrize("answer", ["y\n", "YES\n"])
def test_with_a_yes_it_is_stored(planbot, write, answer):
    assert "Stored as" in planbot("import", write(LIGHT), typed=answer).out
    assert "1.1" in stored(planbot)


@pytest.mark.parametrize("how", [{"typed": ""}, {"stdin": "n\n"}, {}])
def test_nobody_is_asked_who_said_yes_or_is_not_there(planbot, write, how):
    arguments = ["--yes"] if "typed" in how else []
    done = planbot("import", write(LIGHT), *arguments, **how)

    assert "Store it?" not in done.out
    assert "Stored as" in done.out


def test_the_receipt_counts_what_is_missing_before_it_asks(planbot, write):
    nobody = "Feeling Safe,1.4,Mend the nets,,,\n"
    done = planbot("import", write(LIGHT, nobody, nobody), typed="n\n")

    receipt, _, _ = done.out.partition("Store it?")
    assert "2 without an owner" in receipt
    assert "2 without a date" in receipt
    assert "1 with a reference that is printed more than once" in receipt


def test_what_no_action_has_is_counted_for_all(planbot, tmp_path):
    rows = "".join(f"{n},Walk path number {n},June 2031\n" for n in range(1, 8))
    (tmp_path / "bare.csv").write_text("Ref,Action,By when\n" + rows, encoding="utf-8")

    assert "To complete: 7 without an owner." in planbot("import", "bare.csv").out


def test_the_question_is_asked_aside_where_the_output_is_json(planbot, write):
    done = planbot("import", write(LIGHT), "--json", typed="y\n")

    assert [each["ref"] for each in json.loads(done.out)["actions"]] == ["1.1"]
    assert "Store it?" in done.err
    planbot("import", write(LIGHT, TRAIN), "--json")
    again = json.loads(planbot("import", write(LIGHT), "--json").out)
    assert [(each["kind"], each["ref"]) for each in again["changes"]] == [("dropped", "1.2")]


def test_each_change_is_shown_as_it_was_and_as_it_will_be(planbot, write):
    planbot("import", write(LIGHT, TRAIN))
    light = LIGHT.replace("June 2031", "August 2031").replace("Nia Quill", "Sam Tarn")
    done = planbot("import", write(light.replace("the quay", "the pier"), PAINT), typed="n\n")

    receipt, _, _ = done.out.partition("Store it?")
    for told in (
        "1.1 re-dated: “June 2031” → “August 2031”",
        "1.1 re-assigned: “Nia Quill” → “Sam Tarn”",
        "1.1 reworded: “Light the quay” → “Light the pier”",
        "1.2 dropped: Train the keepers",
        "1.3 added: Paint the ferries",
    ):
        assert told in receipt
    assert stored(planbot)["1.1"]["owners"] == ["Nia Quill"]


def test_a_long_wording_is_shown_from_where_it_differs(planbot, write):
    long = "Light the quay from the old customs house to the far end of the northern pier"
    planbot("import", write(LIGHT.replace("Light the quay", f"{long} by gas")))
    done = planbot("import", write(LIGHT.replace("Light the quay", f"{long} by oil")))

    assert "“… by gas” → “… by oil”" in done.out or "… pier by oil" in done.out


def test_many_changes_are_a_screen_and_a_count(planbot, write):
    rows = [f"Feeling Safe,{n},Walk path number {n},June 2031,Nia Quill,\n" for n in range(1, 61)]
    planbot("import", write(*rows))
    done = planbot("import", write(*(each.replace("June", "July") for each in rows)))

    assert "60 re-dated" in done.out
    assert done.out.count("→") == SHOWN
    assert f"and {60 - SHOWN} more" in done.out
    assert all(len(line) < 3 * LONGEST for line in done.out.splitlines())


def test_what_is_dropped_is_closed_and_comes_back(planbot, write):
    planbot("import", write(LIGHT, TRAIN))
    planbot("import", write(LIGHT))

    assert "1.2 is dropped from the plan" in planbot("status", "1.2").out
    assert stored(planbot)["1.2"]["dropped"] is True
    planbot("import", write(LIGHT, TRAIN))
    assert stored(planbot)["1.2"]["dropped"] is False


def renumbered() -> list[str]:
    """The plan with one action put in at the top."""
    rows = [PAINT, LIGHT, TRAIN]
    return [row.replace(row.split(",")[1], f"1.{n}", 1) for n, row in enumerate(rows, 1)]


def test_new_numbers_are_recognised_and_not_merged_in_silence(planbot, write):
    planbot("import", write(LIGHT, TRAIN))
    done = planbot("import", write(*renumbered()))

    assert "2 actions seem to have a new number: 1.1 → 1.2, 1.2 → 1.3" in done.out
    assert "stays under the old ones" in done.out
    assert "import it again with --renumbered" in done.out


@pytest.mark.parametrize(
    ("arguments", "typed", "told"),
    [
        ([], "y\ny\n", "went along"),
        ([], "n\ny\n", "stays under the old ones"),
        (["--renumbered"], "y\n", "went along"),
        (["--renumbered", "--yes"], "", "went along"),
        (["--yes"], "", "stays under the old ones"),
    ],
)
def test_somebody_at_the_terminal_is_asked_about_new_numbers(
    planbot, write, arguments, typed, told
):
    planbot("import", write(LIGHT, TRAIN))

    assert told in planbot("import", write(*renumbered()), *arguments, typed=typed).out


def test_the_last_import_is_taken_back(planbot, write):
    planbot("import", write(LIGHT, TRAIN))
    before = stored(planbot)
    planbot("import", write(LIGHT.replace("June", "August"), PAINT))
    done = planbot("import", "--undo")

    assert done.code == DONE
    assert "Taken back: plan.csv" in done.out
    after = stored(planbot)
    assert {ref: after[ref] for ref in before} == before
    assert after["1.3"]["dropped"] is True


def test_a_file_that_is_named_is_taken_back_where_it_was_read_last(planbot, write):
    planbot("import", write(LIGHT, TRAIN))
    file = write(LIGHT.replace("June", "August"), PAINT)
    planbot("import", file)

    assert "Taken back: plan.csv" in planbot("import", file, "--undo").out
    assert stored(planbot)["1.3"]["dropped"] is True


def test_a_file_that_is_named_and_was_not_read_last_takes_nothing_back(planbot, write):
    planbot("import", write(LIGHT, TRAIN))
    before = stored(planbot)
    done = planbot("import", "another.csv", "--undo")

    assert (done.code, done.err.count("\n")) == (BAD_INPUT, 1)
    assert "another.csv is not what was read last: that was plan.csv." in done.err
    assert stored(planbot) == before


def test_taking_back_is_only_shown_in_a_dry_run(planbot, write):
    planbot("import", write(LIGHT, TRAIN))
    done = planbot("import", "--undo", "--dry-run")

    assert "The last import is plan.csv" in done.out
    assert "Nothing was changed: this was a dry run." in done.out
    assert stored(planbot)["1.2"]["dropped"] is False


def test_a_key_that_could_not_be_typed_is_answered_with_one_that_can(planbot, write):
    done = planbot("import", write(LIGHT), "--key", "Harbour / 2031")

    assert done.code == BAD_INPUT
    assert "Say --key harbour-2031." in done.err


def test_taking_back_is_asked_about_first(planbot, write):
    planbot("import", write(LIGHT))
    planbot("import", write(LIGHT, TRAIN))

    assert "Nothing was changed." in planbot("import", "--undo", typed="n\n").out
    assert stored(planbot)["1.2"]["dropped"] is False
    assert "Taken back" in planbot("import", "--undo", typed="y\n").out
    assert stored(planbot)["1.2"]["dropped"] is True


def test_taking_the_only_import_back_says_what_that_means(planbot, write):
    planbot("import", write(LIGHT, TRAIN))
    done = planbot("import", "--undo")

    assert "2 actions are closed as “dropped from the plan”" in done.out
    assert "the next import opens its actions again" in done.out
    again = planbot("import", "--undo")
    assert (again.code, again.err.count("\n")) == (BAD_INPUT, 1)
    assert "no import to take back" in again.err


OPEN = "Feeling Safe,1.1,Light the quay,03/04/2031,Nia Quill,On track\n"


def due(planbot) -> str:
    lines = planbot("export", "--to", "json").out.splitlines()
    return json.loads(lines[0])["due"]["end"]


@pytest.mark.parametrize(("answer", "expected"), [("y", "2031-04-03"), ("n", "2031-03-04")])
def test_who_is_there_is_asked_whether_the_day_comes_first(planbot, write, answer, expected):
    done = planbot("import", write(OPEN), typed=f"{answer}\ny\n")

    assert "Is “03/04/2031” 3 April 2031, with the day first?" in done.out
    assert due(planbot) == expected


def test_without_an_answer_dates_that_can_be_read_both_ways_are_not_stored(planbot, write):
    done = planbot("import", write(OPEN))

    assert done.code == BAD_INPUT
    assert "nothing was stored" in done.err
    assert "--dates month-first" in done.err
    assert not stored(planbot)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--dates", "month-first"], "2031-03-04"),
        (["--dates", "day-first"], "2031-04-03"),
        (["--yes"], "2031-04-03"),
    ],
)
def test_the_order_can_be_said_beforehand(planbot, write, arguments, expected):
    assert planbot("import", write(OPEN), *arguments).code == DONE
    assert due(planbot) == expected


def test_the_same_file_with_its_dates_read_the_other_way_is_another_document(planbot, write):
    planbot("import", write(OPEN), "--dates", "month-first")
    done = planbot("import", write(OPEN), "--dates", "day-first")

    assert "“03/04/2031 (4 March 2031)” → “03/04/2031 (3 April 2031)”" in done.out
    assert due(planbot) == "2031-04-03"


def test_a_dry_run_shows_what_would_change_and_changes_nothing(planbot, write):
    planbot("import", write(LIGHT, TRAIN))
    later = TRAIN.replace("July", "August")
    done = planbot("import", write(LIGHT, later, PAINT), "--dry-run", "--json")
    told = planbot("import", write(LIGHT, later, PAINT), "--dry-run").out

    assert [each["kind"] for each in json.loads(done.out)["changes"]] == ["redated", "added"]
    assert "1.2 re-dated: “July 2031” → “August 2031”" in told
    assert "Nothing was stored: this was a dry run." in told
    assert "1.3" not in stored(planbot)


def test_a_dry_run_says_of_the_same_file_that_it_would_change_nothing(planbot, write):
    planbot("import", write(LIGHT))

    assert "it would change nothing" in planbot("import", write(LIGHT), "--dry-run").out


def test_a_dry_run_makes_no_database(planbot, write, tmp_path):
    planbot("import", write(LIGHT), "--dry-run")

    assert [each.name for each in tmp_path.iterdir()] == ["plan.csv"]


def test_a_dry_run_reads_a_plan_also_where_the_database_cannot_be_used(planbot, write, tmp_path):
    (tmp_path / "planbot.db").write_bytes(b"no database at all" * 100)
    done = planbot("import", write(LIGHT), "--dry-run")

    assert done.code == DONE
    assert "It could not be compared with what is stored." in done.out
