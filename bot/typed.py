"""Days and moments as they are typed at a keyboard."""

from datetime import date, datetime

from domain.calendar import within_reach


def typed_day(text: str) -> date:
    """Read 2009-03-24. Raise ValueError where it is no day, or none that a plan speaks of."""
    return _within_reach(date.fromisoformat(text))


def typed_moment(text: str) -> datetime:
    """Read 2009-03-24T09:15. Raise ValueError as of a day."""
    return _within_reach(datetime.fromisoformat(text))


def _within_reach[Day: date](day: Day) -> Day:
    if not within_reach(day):
        raise ValueError(f"{day.year} is too far away")
    return day
