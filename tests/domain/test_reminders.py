"""Who is asked on which day: ahead of a date, on it, weekly after it, and otherwise left alone."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.calendar import Calendar
from domain.events import Tracked, at_first
from domain.people import Directory, Holding, Leave, Person
from domain.reminders import due_reminders
from domain.work import Status
from tests.builders import an_action, by

WEDNESDAY = date(2031, 5, 14)
FRIDAY = date(2031, 5, 16)
NIA = Person(id="nia", name="Nia Quill")
SAM = Person(id="sam", name="Sam Tarn")
DIRECTORY = Directory(people=(NIA, SAM), holdings=(Holding(post="Harbour Master", person="sam"),))
EVERY_DAY = Calendar()


def tracked(due: date, owners: tuple[str, ...] = ("Nia Quill",), **state: object) -> Tracked:
    action = an_action(due=by(due), owners=owners)
    return Tracked(action=action, state=at_first(action).model_copy(update=state))


def asked(each: Tracked, day: date, calendar: Calendar = EVERY_DAY, **known: object) -> list[str]:
    directory = DIRECTORY.model_copy(update=known)
    return [due.person.id for due in due_reminders([each], directory, day, calendar)]


@pytest.mark.parametrize(
    ("ahead", "reminded"),
    [(29, False), (28, True), (14, True), (8, False), (7, True), (2, True), (1, False), (0, True)],
)
def test_a_word_is_asked_for_ahead_of_the_date_and_on_it(ahead, reminded):
    assert bool(asked(tracked(WEDNESDAY + timedelta(days=ahead)), WEDNESDAY)) is reminded


@pytest.mark.parametrize(("late", "reminded"), [(1, True), (2, False), (8, True), (15, True)])
def test_what_is_late_is_chased_weekly(late, reminded):
    assert bool(asked(tracked(WEDNESDAY - timedelta(days=late)), WEDNESDAY)) is reminded


def test_what_falls_on_a_day_not_worked_comes_on_the_working_day_before():
    saturday, monday, wednesday = (FRIDAY + timedelta(days=n) for n in (1, 3, 5))
    bank_holiday = Calendar(closed=frozenset({monday}))

    assert asked(tracked(saturday), FRIDAY) == ["nia"]
    assert asked(tracked(wednesday), FRIDAY) == []
    assert asked(tracked(wednesday), FRIDAY, bank_holiday) == ["nia"]
    assert asked(tracked(monday), monday, bank_holiday) == []


@pytest.mark.parametrize(
    "state",
    [
        {"status": Status.COMPLETE},
        {"dropped": True},
        {"status": Status.CANCELLED},
        {"snoozed_until": WEDNESDAY + timedelta(days=1)},
        {"at": datetime.combine(WEDNESDAY, time(9), ZoneInfo("UTC")) - timedelta(days=4)},
    ],
)
def test_nothing_is_asked_about_what_is_finished_snoozed_or_fresh(state):
    assert asked(tracked(WEDNESDAY, **state), WEDNESDAY) == []


def test_the_forecast_is_what_is_asked_about():
    moved = tracked(WEDNESDAY, forecast=WEDNESDAY + timedelta(days=10))

    assert asked(moved, WEDNESDAY) == []
    assert asked(moved, WEDNESDAY + timedelta(days=8)) == ["nia"]


def test_the_first_owner_leads_and_a_vacant_post_passes_to_the_next():
    shared = ("Harbour Master", "Nia Quill")

    assert asked(tracked(WEDNESDAY, owners=shared), WEDNESDAY) == ["sam"]
    assert asked(tracked(WEDNESDAY, owners=shared), WEDNESDAY, holdings=()) == ["nia"]
    assert asked(tracked(WEDNESDAY, owners=("Harbour Master",)), WEDNESDAY, holdings=()) == []


def test_while_somebody_is_away_their_delegate_is_asked_or_nobody():
    away = Leave(person="nia", start=WEDNESDAY, end=WEDNESDAY)
    covered = away.model_copy(update={"delegate": "sam"})

    assert asked(tracked(WEDNESDAY), WEDNESDAY, leave=(away,)) == []
    assert asked(tracked(WEDNESDAY), WEDNESDAY, leave=(covered,)) == ["sam"]


@given(
    some.lists(some.integers(-30, 40), max_size=12),
    some.dates(date(2031, 1, 1), date(2032, 1, 1)),
    some.frozensets(some.dates(date(2031, 1, 1), date(2032, 1, 31)), max_size=20),
)
def test_one_message_a_person_a_day_and_none_on_a_day_not_worked(offsets, day, closed):
    calendar = Calendar(closed=closed)
    actions = [tracked(day + timedelta(days=n)) for n in offsets]
    reminders = due_reminders(actions, DIRECTORY, day, calendar)

    assert len(reminders) == len({due.person.id for due in reminders})
    assert not reminders or calendar.works(day)
