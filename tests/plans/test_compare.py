"""Two readings of a plan are compared action by action."""

from datetime import date

import pytest

from domain.work import Action, Due, DueKind, Status
from plans.compare import compare
from plans.renumbering import COMPARED

ACTION = Action(ref="1.1", section="Rivers", text="Clear the weir", owners=("Ann Price",))


def kinds(*changed: Action) -> list[tuple[str, str]]:
    return [(str(change.kind), change.ref) for change in compare((ACTION,), changed)]


def test_the_same_document_changes_nothing():
    assert kinds(ACTION) == []


def test_a_page_that_moved_changes_nothing():
    assert kinds(ACTION.model_copy(update={"text": "Clear  the weir"})) == []


def test_tells_what_was_added_and_dropped():
    other = Action(ref="1.2", section="Rivers", text="Plant willows", owners=("Ann Price",))
    assert kinds(ACTION, other) == [("added", "1.2")]
    assert kinds(other) == [("added", "1.2"), ("dropped", "1.1")]


def test_tells_each_thing_that_changed():
    due = Due(kind=DueKind.BY, end=date(2026, 5, 31))
    for update, kind in (
        ({"text": "Clear both weirs"}, "reworded"),
        ({"due": due, "due_text": "May 2026"}, "redated"),
        ({"owners": ("Jo Ware",)}, "reassigned"),
        ({"section": "Parks"}, "moved"),
        ({"status": Status.COMPLETE, "status_text": "Complete"}, "restatused"),
        ({"resource": "£5"}, "detailed"),
    ):
        assert kinds(ACTION.model_copy(update=update)) == [(kind, "1.1")], kind


def plan(**texts: str) -> tuple[Action, ...]:
    return tuple(Action(ref=ref.replace("_", ""), text=text) for ref, text in texts.items())


WEIR, WILLOW, GAUGE = "Clear the weir of silt", "Plant willows upstream", "Read the river gauges"


@pytest.mark.parametrize(
    ("last", "new", "expected"),
    [
        # One put in at the top: all numbers below it move.
        (
            plan(_1=WEIR, _2=WILLOW, _3=GAUGE),
            plan(_1="Walk the towpath", _2=WEIR, _3=WILLOW, _4=GAUGE),
            ["1 added", "2 renumbered 1", "3 renumbered 2", "4 renumbered 3"],
        ),
        # One taken out.
        (
            plan(_1=WEIR, _2=WILLOW, _3=GAUGE),
            plan(_1=WEIR, _2=GAUGE),
            ["2 renumbered 3", "2 dropped"],
        ),
        # Two that changed places.
        (
            plan(_1=WEIR, _2=WILLOW),
            plan(_1=WILLOW, _2=WEIR),
            ["1 renumbered 2", "2 renumbered 1"],
        ),
        # A word changed too.
        (
            plan(_1=WEIR),
            plan(A7=WEIR.replace("silt", "salt")),
            ["A7 renumbered 1", "A7 reworded"],
        ),
        # Under its own number an action may be worded anew.
        (plan(_1=WEIR, _2=WILLOW), plan(_1="Dredge it all", _2=WILLOW), ["1 reworded"]),
        # Its own number comes before a likeness with another.
        (
            plan(_1="Clear the weir in 2031", _2="Clear the weir in 2032"),
            plan(_1="Clear the weir in 2033", _2="Clear the weir in 2034"),
            ["1 reworded", "2 reworded"],
        ),
        # The same words twice say nothing about which is which.
        (
            plan(_1=WEIR, _2=WEIR),
            plan(_3=WEIR, _4=WEIR),
            ["3 added", "4 added", "1 dropped", "2 dropped"],
        ),
        # A reference differs in case only.
        (plan(a1=WEIR), plan(A1=WEIR), []),
    ],
)
def test_an_action_under_a_new_number_is_known_by_its_words(last, new, expected):
    told = [
        f"{each.ref} {each.kind}" + (f" {each.before}" if each.kind == "renumbered" else "")
        for each in compare(last, new)
    ]

    assert told == expected


def test_words_that_stand_twice_are_told_apart_by_their_section():
    here, there = (Action(ref="1", section=each, text=WEIR) for each in ("Rivers", "Parks"))
    last = (here, there.model_copy(update={"ref": "2"}))
    new = (here.model_copy(update={"ref": "3"}), there.model_copy(update={"ref": "4"}))

    assert [(each.before, each.after) for each in compare(last, new)] == [("1", "3"), ("2", "4")]


def test_two_long_plans_with_nothing_in_common_are_compared_in_bounded_work():
    many = COMPARED * 10
    last = plan(**{f"a{n}": f"Walk path number {n} of the old river" for n in range(many)})
    new = plan(**{f"b{n}": f"Mend boat {n * 7919} in the upper yard" for n in range(many)})

    assert len(compare(last, new)) == 2 * many
