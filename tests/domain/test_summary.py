"""How a part of a plan stands: each action counted once, by its dates before its owner's word."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.events import ActionState, Tracked
from domain.summary import SHOWN, Bucket, Moment, Summary, bucket, summarise
from domain.work import Due, DueKind, Milestone, Period, Status
from tests.builders import NOW, TODAY, an_action

PERIOD = Period(start=date(2031, 4, 1), end=date(2032, 3, 31))
MOMENT = Moment(now=NOW, today=TODAY)
READ_AT = NOW - timedelta(days=10)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def tracked(ref: str = "1.1", due: Due | None = None, **state: object) -> Tracked:
    action = an_action(ref=ref, due=due or Due())
    return Tracked(action=action, state=ActionState.model_validate(state))


def summary(*actions: Tracked) -> Summary:
    return summarise(actions, MOMENT, PERIOD, READ_AT)


@pytest.mark.parametrize(
    ("status", "accepted", "counted"),
    [
        (None, None, Bucket.NO_WORD),
        (Status.NOT_STARTED, None, Bucket.NO_WORD),
        (Status.IN_PROGRESS, TOMORROW, Bucket.ON_TRACK),
        (Status.ONGOING, None, Bucket.ON_TRACK),
        (Status.ON_TRACK, YESTERDAY, Bucket.LATE),
        (None, YESTERDAY, Bucket.LATE),
        (Status.DELAYED, TOMORROW, Bucket.LATE),
        (Status.AT_RISK, TOMORROW, Bucket.AT_RISK),
        (Status.COMPLETE, YESTERDAY, Bucket.COMPLETE),
        (Status.CANCELLED, YESTERDAY, Bucket.CANCELLED),
    ],
)
def test_where_an_action_is_counted(status, accepted, counted):
    assert bucket(ActionState(status=status, accepted=accepted), TODAY) is counted


@pytest.mark.parametrize(
    ("days", "status", "soon"),
    [
        (-1, None, False),
        (0, None, True),
        (14, None, True),
        (15, None, False),
        (3, Status.COMPLETE, False),
    ],
)
def test_due_soon_is_from_today_to_a_fortnight_on(days, status, soon):
    found = summary(tracked(status=status, accepted=TODAY + timedelta(days=days)))

    assert found.due_soon.count == soon


@pytest.mark.parametrize(
    ("heard", "quiet"),
    [(None, False), (timedelta(days=29), False), (timedelta(days=31), True)],
)
def test_quiet_is_nothing_said_for_thirty_days(heard, quiet):
    at = NOW - heard if heard else None

    assert summary(tracked(at=at)).quiet.count == quiet


def test_nobody_is_called_quiet_before_the_plan_has_been_known_for_thirty_days():
    read_at = NOW - timedelta(days=31)

    assert summarise([tracked()], MOMENT, PERIOD, read_at).quiet.count == 1
    assert summarise([tracked()], MOMENT, PERIOD, None).quiet.count == 0


STAGED = Due(kind=DueKind.BY, milestones=(Milestone(label="Draft", end=YESTERDAY),))


@pytest.mark.parametrize(
    ("due", "state", "contradicted"),
    [
        (STAGED, {"status": Status.ON_TRACK}, True),
        (STAGED, {"status": Status.ON_TRACK, "done": {"Draft"}}, False),
        (STAGED, {"status": Status.AT_RISK}, False),
        (Due(), {"status": Status.ON_TRACK, "forecast": PERIOD.end}, False),
        (Due(), {"status": Status.ON_TRACK, "forecast": PERIOD.end + timedelta(days=1)}, True),
    ],
)
def test_declared_green_is_contradicted_by_its_dates(due, state, contradicted):
    assert summary(tracked(due=due, **state)).contradicted.count == contradicted


def test_only_the_first_few_are_named_and_the_longest_late_come_first():
    late = [tracked(f"1.{n}", accepted=TODAY - timedelta(days=n)) for n in range(1, SHOWN + 3)]
    found = summary(*late)

    assert found.late.count == SHOWN + 2
    assert [each.action.ref for each in found.late.first] == [
        f"1.{n}" for n in range(SHOWN + 2, 2, -1)
    ]


STATES = some.builds(
    ActionState,
    status=some.none() | some.sampled_from(Status),
    accepted=some.none() | some.dates(TODAY - timedelta(days=60), TODAY + timedelta(days=60)),
    forecast=some.none() | some.dates(TODAY - timedelta(days=60), TODAY + timedelta(days=60)),
)


@given(some.lists(STATES, max_size=30))
def test_every_action_is_counted_exactly_once(states):
    found = summary(*(Tracked(action=an_action(), state=state) for state in states))

    assert found.total == len(states)
    assert found.late.count == found.counts[Bucket.LATE]


@pytest.mark.parametrize("status", [None, *Status])
def test_what_the_plan_dropped_is_counted_as_cancelled_and_nothing_is_asked_of_it(status):
    late = tracked(status=status, accepted=YESTERDAY, dropped=True)
    found = summary(late)

    assert found.counts[Bucket.CANCELLED] == found.total == 1
    headings = (found.late, found.at_risk, found.due_soon, found.quiet, found.contradicted)
    assert [each.count for each in headings] == [0] * 5
