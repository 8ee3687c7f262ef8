"""Which occurrences of recurring work are meant, where a period or a day is named. Pure."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from domain.calendar import DAY
from domain.occurrences import Occurrence, answered, occurrence_before, occurrence_on
from domain.work import Due, Period

MOST = 12  # occurrences that are told at once
LIKELY = 3  # that are offered where one is asked for
WEEK = 7
SO_LATE = 92  # days after an occurrence has ended, at which it is hardly done yet
LATELY = timedelta(days=7)  # what was done since is done now


class Work(NamedTuple):
    """What comes round in a plan, and which occurrences have been answered.

    ``since`` is the day from which on the plan is known to us.
    """

    due: Due
    period: Period | None
    done: frozenset[str]
    since: date = date.min

    def on(self, day: date) -> Occurrence | None:
        return occurrence_on(self.due, self.period, day)

    def before(self, day: date) -> Occurrence | None:
        """The one that ended last, if that was in our time."""
        found = occurrence_before(self.due, self.period, day)
        return found if found and found.end >= self.since else None

    def answered(self, day: date) -> Occurrence | None:
        return answered(self.due, self.period, self.done, day, self.since)


class Days(NamedTuple):
    """A period as it is spoken of. ``yearless``: that of another year may be meant."""

    first: date
    last: date
    yearless: bool = False

    @property
    def a_year_ago(self) -> "Days":
        return Days(_a_year_ago(self.first), _a_year_ago(self.last + DAY) - DAY)


class Meant(NamedTuple):
    """The occurrences that are ``told`` of, or the ``likely`` ones of which it is to be asked.

    ``sure`` where the words name just these, and neither a part of one nor several at once.
    """

    told: tuple[Occurrence, ...] = ()
    likely: tuple[Occurrence, ...] = ()
    sure: bool = True


def named(work: Work, days: Days, today: date) -> Meant:
    """Those that a period names: "March", said in June, is the one just past.

    What has not begun is hardly done: the next one may be, and so may be that of a year ago.
    """
    spans = (days, days.a_year_ago) if days.yearless else (days,)
    over = [_over(work, each) for each in spans]
    known = [each for each in over if each and _may_be_done(work, each, today)]
    if not known:
        return Meant(likely=_open(work, today))
    if known[0][0].start > today and len(known) > 1:
        return Meant(likely=tuple(each[-1] for each in known))
    return _told(known[0], spans[over.index(known[0])])


def done_now(work: Work, today: date) -> Meant:
    """The one that is done where nothing but that is told."""
    found = work.answered(today)
    return Meant(told=(found,) if found else ())


def done_on(work: Work, days: Days, today: date) -> Meant:
    """Those that are done where it is told when it was: "done on 5 March" may be February's."""
    days = days.a_year_ago if days.yearless and days.first > today else days
    present = work.on(days.last)
    if present and present.label not in work.done and _is_well_into(present, days.first):
        return Meant(told=(present,), sure=present == work.answered(today))
    if days.first == days.last and _is_now(work, days.first, today):
        return done_now(work, today)
    both = (work.on(days.last), work.before(days.first))
    likely = tuple(each for each in both if each and each.label not in work.done)
    return Meant(told=likely) if len(likely) == 1 else Meant(likely=likely or _open(work, today))


def _is_now(work: Work, day: date, today: date) -> bool:
    """As good as today: lately, in the same occurrence, or a weekday that is read as to come."""
    present = work.on(today)
    since = min(today - LATELY, present.start) if present and present.days > WEEK else today - DAY
    return day >= (min(since, present.start) if present else since)


def _is_well_into(present: Occurrence, day: date) -> bool:
    """The fair of October is hardly that of the year to March: what is so late is not meant."""
    return (day - present.start).days > SO_LATE


def _told(found: Sequence[Occurrence], days: Days) -> Meant:
    if (found[0].start, found[-1].end) == (days.first, days.last):
        return Meant(told=tuple(found), sure=len(found) == 1)
    if len(found) == 1:
        return Meant(told=tuple(found), sure=False)
    return Meant(likely=tuple(found[-LIKELY:]))


def _over(work: Work, days: Days) -> Sequence[Occurrence]:
    """Those into which the days fall; () where they are too many or outside the plan."""
    found: list[Occurrence] = []
    day = days.first
    while day <= days.last and len(found) <= MOST:
        each = work.on(day) or work.on(days.last)
        if each is None:
            return ()
        found.append(each)
        day = each.end + DAY
    return () if len(found) > MOST else found


def _may_be_done(work: Work, found: Sequence[Occurrence], today: date) -> bool:
    """It has begun, or is the next to begin."""
    present = work.on(today)
    return found[-1].start <= (present.end + DAY if present else today)


def _open(work: Work, today: date) -> tuple[Occurrence, ...]:
    """The one just past and the present one, if they were not answered."""
    both = (work.before(today), work.on(today))
    return tuple(each for each in both if each and each.label not in work.done)


def _a_year_ago(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)
