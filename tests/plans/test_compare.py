"""Two readings of a plan are compared action by action."""

from datetime import date

from domain.work import Action, Due, DueKind, Status
from plans.compare import compare

ACTION = Action(ref="1.1", section="Rivers", text="Clear the weir", owners=("Ann Price",))


def kinds(*changed: Action) -> list[tuple[str, str]]:
    return [(str(change.kind), change.ref) for change in compare((ACTION,), changed)]


def test_the_same_document_changes_nothing():
    assert kinds(ACTION) == []


def test_a_page_that_moved_changes_nothing():
    assert kinds(ACTION.model_copy(update={"text": "Clear  the weir"})) == []


def test_tells_what_was_added_and_dropped():
    other = ACTION.model_copy(update={"ref": "1.2"})
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
