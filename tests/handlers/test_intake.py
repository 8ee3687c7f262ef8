"""Taking a plan document in: whole, once, and without losing what people have said."""

from datetime import date

import pytest

from domain.events import Change, EventKind, at_first, changed
from domain.people import PartnershipGroup, Person
from domain.ports import OpenUnit
from domain.summary import Scope
from domain.work import Action, Period, Section, Status
from handlers.intake import File, Intake, consider, key_of, take_in
from plans.document import DirectoryEntry, PlanDocument
from store.opening import keep_in_memory
from tests.builders import NOW, an_action, an_event, by

WORKSPACE = "harbour"
KEY = "harbour-plan-2031"
SAFE = Section(name="Feeling Safe", slug="feeling-safe", partnership_groups=("Harbour Board",))


def a_document(*actions: Action, **but: object) -> PlanDocument:
    usual = {
        "title": "Harbour Plan",
        "period": Period(start=date(2031, 4, 1), end=date(2032, 3, 31)),
        "sections": (
            Section(
                name="Feeling Safe", slug="feeling-safe", partnership_groups=("Harbour Board",)
            ),
        ),
        "actions": actions or (an_action(),),
    }
    return PlanDocument.model_validate(usual | but)


@pytest.fixture
def open_unit() -> OpenUnit:
    return keep_in_memory()


async def read_in(document: PlanDocument, open_unit: OpenUnit, digest: str = "1") -> Intake:
    async with open_unit(WORKSPACE) as unit:
        intake = await consider(File("plan.csv", digest), document, unit)
        await take_in(intake, unit, NOW)
        await unit.commit()
    return intake


@pytest.mark.parametrize(
    ("title", "start", "key"),
    [
        ("Harbour Plan", 2031, "harbour-plan-2031"),
        ("Harbour Plan 2031", 2031, "harbour-plan-2031"),
        ("Harbour Plan", None, "harbour-plan"),
        ("The Harbour and Quay Plan for Everybody", 2031, "the-harbour-and-quay-2031"),
        ("", None, "plan"),
    ],
)
def test_a_plan_has_a_key_that_can_be_typed(title, start, key):
    period = Period(start=date(start, 4, 1), end=date(start + 1, 3, 31)) if start else None

    assert key_of(a_document(title=title, period=period)) == key


async def test_a_new_plan_is_stored_whole(open_unit):
    intake = await read_in(a_document(an_action(ref="1.1"), an_action(ref="1.2")), open_unit)

    assert (intake.key, intake.known, intake.same) == (KEY, None, False)
    async with open_unit(WORKSPACE) as unit:
        plan = await unit.plans.default()
        assert (plan.title, plan.read_at) == ("Harbour Plan", NOW)
        tracked = await unit.actions.within(Scope(plan=KEY))
        assert [each.action.ref for each in tracked] == ["1.1", "1.2"]


async def test_the_same_document_twice_changes_nothing(open_unit):
    await read_in(a_document(), open_unit)
    again = await read_in(a_document(), open_unit)

    assert again.same
    assert again.changes == ()


async def test_owners_become_people_and_posts_that_are_known_once(open_unit):
    async with open_unit(WORKSPACE) as unit:
        await unit.people.put(Person(id="n", name="Nia Quill", other_names=("NQ",)))
        await unit.people.put_group(PartnershipGroup(name="Harbour Board", slug="board"))
        await unit.commit()
    document = a_document(
        an_action(owners=("NQ", "Head of Harbours")),
        an_action(ref="1.2", owners=("Head of Harbours", "Sam Tarn")),
        people=(DirectoryEntry(name="Bo Lark"),),
    )
    await read_in(document, open_unit)

    async with open_unit(WORKSPACE) as unit:
        directory = await unit.people.directory()
    assert sorted(person.name for person in directory.people) == [
        "Bo Lark",
        "Nia Quill",
        "Sam Tarn",
    ]
    assert directory.posts == ("Head of Harbours",)
    assert [group.slug for group in directory.partnership_groups] == ["board"]


async def said(open_unit: OpenUnit, **change: object) -> None:
    event = an_event(plan=KEY, change=Change.model_validate(change))
    async with open_unit(WORKSPACE) as unit:
        tracked = await unit.actions.get(KEY, "1.1")
        await unit.events.append(event)
        await unit.actions.settle(KEY, "1.1", changed(tracked.state, event))
        await unit.commit()


async def test_a_changed_document_never_loses_what_people_have_said(open_unit):
    await read_in(a_document(an_action()), open_unit)
    await said(open_unit, status=Status.AT_RISK, note="short of lamps")
    reworded = an_action(text="Light the whole harbour", status=Status.COMPLETE)
    await read_in(a_document(reworded), open_unit, digest="2")

    async with open_unit(WORKSPACE) as unit:
        tracked = await unit.actions.get(KEY, "1.1")
    assert tracked.action.text == "Light the whole harbour"
    assert (tracked.state.status, tracked.state.words) == (Status.AT_RISK, "short of lamps")


async def test_a_new_date_in_the_document_is_a_re_dating_with_the_document_as_its_source(open_unit):
    first, second = date(2031, 9, 30), date(2031, 12, 31)
    await read_in(a_document(an_action(due=by(first))), open_unit)
    moved = an_action(due=by(second), due_text="December 2031")
    await read_in(a_document(moved), open_unit, digest="2")

    async with open_unit(WORKSPACE) as unit:
        state = (await unit.actions.get(KEY, "1.1")).state
        [event] = await unit.events.about(KEY, "1.1")
    assert (state.first, state.accepted) == (first, second)
    assert (event.kind, event.by_name, event.words) == (
        EventKind.REPRINTED,
        "plan.csv",
        "December 2031",
    )


async def test_an_added_action_joins_the_end_and_a_dropped_one_stays(open_unit):
    await read_in(a_document(an_action(ref="1.1"), an_action(ref="1.2")), open_unit)
    intake = await read_in(
        a_document(an_action(ref="1.1"), an_action(ref="1.3", text="Mend the nets")),
        open_unit,
        digest="2",
    )

    assert sorted((change.kind.value, change.ref) for change in intake.changes) == [
        ("added", "1.3"),
        ("dropped", "1.2"),
    ]
    async with open_unit(WORKSPACE) as unit:
        tracked = await unit.actions.within(Scope(plan=KEY))
    assert [each.action.ref for each in tracked] == ["1.1", "1.2", "1.3"]
    assert tracked[2].state == at_first(an_action(ref="1.3"))
    assert [each.state.dropped for each in tracked] == [False, True, False]


async def test_a_dry_look_changes_nothing(open_unit):
    async with open_unit(WORKSPACE) as unit:
        await consider(File("plan.csv", "1"), a_document(), unit)
        await unit.commit()
        assert list(await unit.plans.all()) == []
