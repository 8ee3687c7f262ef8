"""What a plan explains its own words for how things stand to mean."""

import pytest

from domain.work import Status
from plans.meaning.own_words import own_words_in
from plans.rows import Line, Row, cell
from tests.plans.reading import plan_in

TABLE = """
    | Action | Who | By when | Progress |
    |---|---|---|---|
    | Oil the lock gates | Ada Quill | May 2027 | Slipping: the crane is away |
    | Clear the weed | Bo Tarn | June 2027 | Late, no boat |
    """
WORDS = ("Finished: all of it is done", "Slipping: may miss its day", "Late: has missed its day")
IN_DOUBT = {"slipping": Status.AT_RISK}


def lines(*texts: str) -> list[Line]:
    return [Line(text) for text in texts]


@pytest.mark.parametrize(
    "texts",
    [
        WORDS,
        tuple(text.replace(": ", " – ") for text in WORDS),
        tuple(text.replace(":", "") for text in WORDS),
        ("Finished all of it is done", "Slipping may miss its day", "unless helped", "Late missed"),
    ],
)
def test_a_word_that_is_explained_as_in_doubt_is_milder_than_late(texts: tuple[str, ...]):
    assert own_words_in(lines("In the last column:", *texts)) == IN_DOUBT


def test_words_may_be_explained_in_a_table_of_two_columns():
    rows = [Row((cell(word), cell(meaning))) for word, meaning in (w.split(": ") for w in WORDS)]
    assert own_words_in(rows) == IN_DOUBT


@pytest.mark.parametrize(
    "texts",
    [
        WORDS[:2],
        ("Finished: done", "Slipping: may miss its day", "Waiting: for others"),
        ("Finished: done", "Slipping: behind", "Late: has missed its day"),
        ("Cabinet: may decide", "Locks: late in the year", "Weed: in danger of spreading"),
        ("Delayed by floods again", "The boat is late", "Slipping banks may fall in"),
    ],
)
def test_what_explains_no_difference_changes_nothing(texts: tuple[str, ...]):
    assert own_words_in(lines(*texts)) == {}


def test_cells_that_open_with_the_word_mean_what_the_plan_says():
    key = "\n\n".join(f"    {text}" for text in WORDS)
    plan = plan_in(f"{key}\n{TABLE}")
    assert [each.status for each in plan.actions] == [Status.AT_RISK, Status.DELAYED]


def test_without_the_plans_own_key_slipping_is_late():
    plan = plan_in(TABLE)
    assert [each.status for each in plan.actions] == [Status.DELAYED, Status.DELAYED]
