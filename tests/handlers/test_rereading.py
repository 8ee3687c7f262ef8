"""A changed plan read again, and taken back: on every store, and nothing that was said is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest

from domain.events import ActionState, Change, Event, EventKind, at_first, changed, state_after
from domain.people import Standing
from domain.ports import OpenUnit, UnitOfWork
from domain.problems import Unreadable
from domain.summary import Bucket, Moment, Scope
from domain.work import Action, Due, Section, Status
from handlers.intake import File, Intake, consider, take_in
from handlers.scene import Said, Scene
from handlers.status import past
from handlers.taking_back import TakenBack, last_reading, take_back
from plans.document import PlanDocument
from tests.builders import NIA, NOW, TODAY, an_action, an_event, by

KEY = "harbour-plan"
FIRST, SECOND = date(2031, 9, 30), date(2031, 12, 31)

LIGHT = an_action(ref="1", text="Light the whole of the harbour path", due=by(FIRST))
TRAIN = an_action(ref="2", text="Train the keepers of the lanterns", due=by(FIRST))
PAINT = an_action(ref="3", text="Paint the ferries before the summer", due=by(FIRST))


def numbered(*actions: Action) -> tuple[Action, ...]:
    """The same actions under the numbers 1, 2, 3."""
    return tuple(each.model_copy(update={"ref": f"{n}"}) for n, each in enumerate(actions, 1))


@dataclass
class Office:
    """Reads documents in, one a day, and hears what people say."""

    open_unit: OpenUnit
    workspace: str
    now: datetime = NOW

    async def reads(
        self, *actions: Action, title: str = "Harbour Plan", carry: bool = False
    ) -> Intake:
        sections = tuple(Section(name=each, slug=each) for each in {a.section for a in actions})
        document = PlanDocument(title=title, actions=actions, sections=sections)
        self._next_day()
        async with self.open_unit(self.workspace) as unit:
            file = File("plan.csv", f"{hash(document)}")
            intake = await consider(file, document, unit, KEY)
            await take_in(intake, unit, self.now, carry)
            await unit.commit()
        return intake

    async def takes_back(self) -> TakenBack:
        self._next_day()
        async with self.open_unit(self.workspace) as unit:
            done = await take_back(await last_reading(unit), unit, self.now)
            await unit.commit()
        return done

    async def hears(self, ref: str, **change: object) -> None:
        said = Change.model_validate(change)
        event = an_event(plan=KEY, ref=ref, at=self.now, change=said)
        async with self.open_unit(self.workspace) as unit:
            state = (await unit.actions.get(KEY, ref)).state
            await unit.events.append(event.model_copy(update={"after": changed(state, event)}))
            await unit.actions.settle(KEY, ref, changed(state, event))
            await unit.commit()

    async def states(self) -> Mapping[str, ActionState]:
        async with self.open_unit(self.workspace) as unit:
            tracked = await unit.actions.within(Scope(plan=KEY))
        return {each.action.ref: each.state for each in tracked}

    async def texts(self) -> Mapping[str, str]:
        async with self.open_unit(self.workspace) as unit:
            tracked = await unit.actions.within(Scope(plan=KEY))
        return {each.action.ref: each.action.text for each in tracked if not each.state.dropped}

    async def events(self, ref: str) -> list[Event]:
        async with self.open_unit(self.workspace) as unit:
            return [*await unit.events.about(KEY, ref)]

    def _next_day(self) -> None:
        self.now += timedelta(days=1)


@pytest.fixture
def office(open_unit: OpenUnit, home: str) -> Office:
    return Office(open_unit, home)


async def test_what_a_document_leaves_out_is_closed_and_counted_as_cancelled(office):
    await office.reads(LIGHT, TRAIN)
    await office.hears("2", status=Status.AT_RISK, note="nobody to teach them")
    await office.reads(LIGHT)

    state = (await office.states())["2"]
    assert (state.dropped, state.status, state.words) == (
        True,
        Status.AT_RISK,
        "nobody to teach them",
    )
    assert [(each.kind, each.by_name) for each in await office.events("2")] == [
        (EventKind.UPDATED, "Nia Quill"),
        (EventKind.DROPPED, "plan.csv"),
    ]
    async with office.open_unit(office.workspace) as unit:
        summary = await unit.actions.summary(Scope(plan=KEY), Moment(now=NOW, today=TODAY))
    assert (summary.total, summary.counts[Bucket.CANCELLED]) == (2, 1)


async def test_what_comes_back_is_as_it_was_left(office):
    await office.reads(LIGHT, TRAIN)
    await office.hears("2", status=Status.AT_RISK)
    before = (await office.states())["2"]
    await office.reads(LIGHT)
    await office.reads(LIGHT, TRAIN)

    assert (await office.states())["2"] == before


async def test_what_comes_back_with_another_date_has_that_date(office):
    await office.reads(LIGHT, TRAIN)
    await office.reads(LIGHT)
    await office.reads(LIGHT, TRAIN.model_copy(update={"due": by(SECOND)}))

    state = (await office.states())["2"]
    assert (state.dropped, state.first, state.accepted) == (False, FIRST, SECOND)


async def test_a_number_that_comes_back_for_another_action_begins_anew(office):
    await office.reads(LIGHT, TRAIN)
    await office.hears("2", status=Status.AT_RISK, note="nobody to teach them")
    await office.reads(LIGHT)
    await office.reads(LIGHT, PAINT.model_copy(update={"ref": "2"}))

    assert (await office.states())["2"] == at_first(PAINT)


async def test_a_date_that_the_document_takes_out_binds_nobody(office):
    await office.reads(LIGHT)
    await office.reads(LIGHT.model_copy(update={"due": Due(), "due_text": ""}))

    state = (await office.states())["1"]
    assert (state.first, state.accepted) == (FIRST, None)


async def test_a_date_that_was_accepted_since_stays_where_the_document_changed_only_a_status(
    office,
):
    await office.reads(LIGHT)
    await office.hears("1", status=Status.ON_TRACK)
    async with office.open_unit(office.workspace) as unit:
        state = (await unit.actions.get(KEY, "1")).state
        rebased = an_event(
            plan=KEY, ref="1", kind=EventKind.REBASED, change=Change(forecast=SECOND)
        )
        await unit.events.append(rebased)
        await unit.actions.settle(KEY, "1", changed(state, rebased))
        await unit.commit()
    await office.reads(LIGHT.model_copy(update={"status": Status.COMPLETE}))

    assert (await office.states())["1"].accepted == SECOND


async def test_a_reference_in_another_spelling_is_the_same_action(office):
    await office.reads(LIGHT.model_copy(update={"ref": "LG2"}))
    await office.reads(LIGHT.model_copy(update={"ref": "lg 2", "text": "Light it"}))

    assert await office.texts() == {"LG2": "Light it"}


# New numbers


async def shifted(office: Office, carry: bool) -> Mapping[str, ActionState]:
    """One action is put in at the top, so that all below it get new numbers."""
    await office.reads(*numbered(LIGHT, TRAIN))
    await office.hears("1", status=Status.ON_TRACK, note="half of it is lit")
    await office.hears("2", status=Status.AT_RISK, note="nobody to teach them")
    await office.reads(*numbered(PAINT, LIGHT, TRAIN), carry=carry)
    return await office.states()


async def test_without_a_word_what_was_said_of_one_action_is_never_said_of_another(office):
    states = await shifted(office, carry=False)

    assert [states[ref].words for ref in "123"] == ["", "", ""]
    assert [states[ref].dropped for ref in "123"] == [False, False, False]
    assert [each.change.note for each in await office.events("1")] == ["half of it is lit", ""]


async def test_an_action_takes_its_state_to_its_new_number_if_asked(office):
    states = await shifted(office, carry=True)

    assert [states[ref].words for ref in "123"] == [
        "",
        "half of it is lit",
        "nobody to teach them",
    ]
    assert [states[ref].status for ref in "123"] == [None, Status.ON_TRACK, Status.AT_RISK]
    assert (await office.events("2"))[-1].words == "was 1"


async def test_an_action_under_a_new_number_may_have_a_new_date_too(office):
    await office.reads(LIGHT)
    await office.hears("1", status=Status.ON_TRACK, note="half of it is lit")
    moved = LIGHT.model_copy(update={"ref": "7", "due": by(SECOND)})
    await office.reads(moved, carry=True)

    states = await office.states()
    assert (states["7"].words, states["7"].first, states["7"].accepted) == (
        "half of it is lit",
        FIRST,
        SECOND,
    )
    assert states["1"].dropped
    assert (await office.events("1"))[-1].words == "now 7"


# Taking back


@pytest.mark.parametrize(
    "second",
    [
        (LIGHT,),
        (LIGHT, TRAIN, PAINT),
        (LIGHT.model_copy(update={"text": "Light the path"}), TRAIN),
        (LIGHT.model_copy(update={"due": by(SECOND), "due_text": "December"}), TRAIN),
        (LIGHT.model_copy(update={"owners": ("Sam Tarn",), "section": "Seas"}), TRAIN),
        numbered(PAINT, LIGHT, TRAIN),
        numbered(TRAIN, LIGHT),
    ],
)
@pytest.mark.parametrize("carry", [False, True])
async def test_taking_back_leaves_everything_as_it_was(office, second, carry):
    await office.reads(LIGHT, TRAIN)
    await office.hears("1", forecast=SECOND, note="the lamps are late")
    before, texts = await office.states(), await office.texts()
    await office.reads(*second, title="Harbour Plan, amended", carry=carry)
    await office.takes_back()

    after = await office.states()
    assert {ref: after[ref] for ref in before} == before
    assert await office.texts() == texts
    assert all(state.dropped for ref, state in after.items() if ref not in before)
    async with office.open_unit(office.workspace) as unit:
        plan = await unit.plans.get(KEY)
        document = await unit.plans.last_document(KEY)
    assert (plan.title, [each.name for each in plan.sections]) == ("Harbour Plan", ["Feeling Safe"])
    assert document is not None and document.actions == (LIGHT, TRAIN)


async def test_what_people_said_after_an_import_outlives_its_taking_back(office):
    await office.reads(LIGHT)
    await office.reads(LIGHT.model_copy(update={"due": by(SECOND)}))
    await office.hears("1", status=Status.AT_RISK, note="short of lamps")
    await office.takes_back()

    state = (await office.states())["1"]
    assert (state.accepted, state.status, state.words) == (FIRST, Status.AT_RISK, "short of lamps")


async def test_taking_the_only_import_back_closes_all_and_the_next_one_opens_them(office):
    await office.reads(LIGHT, TRAIN)
    await office.hears("1", status=Status.ON_TRACK)
    before = await office.states()
    done = await office.takes_back()

    assert (done.before, done.dropped) == (None, 2)
    assert [state.dropped for state in (await office.states()).values()] == [True, True]
    await office.reads(LIGHT, TRAIN)
    assert await office.states() == before


async def test_imports_are_taken_back_one_after_the_other(office):
    for some in ((LIGHT,), (LIGHT, TRAIN), (LIGHT, TRAIN, PAINT)):
        await office.reads(*some)
    expected = [["1", "2"], ["1"], []]
    for refs in expected:
        await office.takes_back()
        assert list(await office.texts()) == refs
    with pytest.raises(Unreadable, match="no import"):
        await office.takes_back()


async def test_the_same_document_may_be_read_again_after_it_was_taken_back(office):
    await office.reads(LIGHT)
    await office.reads(LIGHT, TRAIN)
    await office.takes_back()
    again = await office.reads(LIGHT, TRAIN)

    assert not again.same
    assert list(await office.texts()) == ["1", "2"]


async def test_the_states_follow_from_the_events_all_along(office):
    await shifted(office, carry=True)
    await office.reads(LIGHT)
    await office.takes_back()
    for ref, state in (await office.states()).items():
        kept = await office.events(ref)
        origin = next((e.before for e in kept if e.kind is EventKind.RENUMBERED), state)
        assert state_after((origin or state).origin, kept) == state


async def test_a_past_day_shows_what_had_the_number_then(office):
    await office.reads(*numbered(LIGHT, TRAIN))
    await office.hears("1", status=Status.ON_TRACK, note="half of it is lit")
    then = office.now.date()
    before = await office.states()
    await office.reads(*numbered(PAINT.model_copy(update={"due": by(SECOND)}), LIGHT, TRAIN))
    async with office.open_unit(office.workspace) as unit:
        scene = await a_scene(unit, office.now)
        tracked = await unit.actions.within(Scope(plan=KEY))
        known = [each for each in tracked if each.action.ref in before]
        shown = await past(known, then, scene)

    assert {each.action.ref: each.state for each in shown} == before


async def a_scene(unit: UnitOfWork, now: datetime) -> Scene:
    standing = Standing(person=NIA, names=frozenset(), administrator=True)
    return Scene(
        standing=standing,
        directory=await unit.people.directory(),
        plan=await unit.plans.get(KEY),
        now=now,
        unit=unit,
        said=Said(words="", where="here", message=""),
    )
