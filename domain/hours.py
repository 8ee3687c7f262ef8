"""When a person's one message of a day may come: from their hour on, on their own clock.

A moment is found from a day and an hour once; nothing is ever added to a moment to reach the next
day. So there is one on each day, also where the clocks go forward over that hour or back over it.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

WORKING_HOURS = timedelta(hours=8, minutes=15)  # from 09:15 to 17:30
LAST_MINUTE = time(23, 59)
SENT_WITHIN = timedelta(minutes=5)  # what is written later than that waits for another day
NEVER = datetime.max.replace(tzinfo=UTC)
"""Until when sleeps what is not to be looked at again."""


@lru_cache(maxsize=4096)  # a few days and hours, asked about for everybody
def opens(day: date, hour: time, zone: tzinfo) -> datetime:
    """The moment in UTC at which the hour strikes on a day.

    An hour that the clocks skip is taken as late as it would have been; of two, the first counts.
    """
    return datetime.combine(day, hour, tzinfo=zone).astimezone(UTC)


@lru_cache(maxsize=4096)
def closes(day: date, hour: time, zone: tzinfo) -> datetime:
    """The last moment of the day's working hours: what is not said by then waits for another."""
    return min(opens(day, hour, zone) + WORKING_HOURS, opens(day, LAST_MINUTE, zone))


def day_to_speak(now: datetime, hour: time, zone: tzinfo) -> date | None:
    """The person's day, if ``now`` is within their working hours, and it can still be sent then."""
    day = now.astimezone(zone).date()
    first = opens(day, hour, zone)
    last = max(first, closes(day, hour, zone) - SENT_WITHIN)
    return day if first <= now <= last else None
