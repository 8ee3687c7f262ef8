"""The days of a reporting round, counted back from the day a board's papers are due. Pure."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from domain.calendar import Calendar
from domain.summary import Scope
from domain.value import Value

Count = Annotated[int, Field(ge=1, le=60)]


class Cadence(Value):
    """Working days: how long before the papers a round opens and closes, and when it is chased."""

    opens: Count = 15
    closes: Count = 3
    first_chase: Count = 5  # after it opened
    chases: Count = 3  # between one chaser and the next
    shortest: Count = 2  # between the opening and the closing


USUAL = Cadence()


class Timetable(Value):
    """The days of a round. ``closes`` is the last on which an answer is in time."""

    papers: date
    opens: date
    chases: tuple[date, ...] = ()
    closes: date


class RoundOpened(Value):
    """The order to hold a round for a part of a plan."""

    kind: Literal["round_opened"] = "round_opened"
    scope: Scope
    days: Timetable


class RoundEnded(Value):
    """The order to end a round before its time: closed, with its summary, or called off."""

    kind: Literal["round_ended"] = "round_ended"
    round: int
    called_off: bool = False


def timetable(
    papers: date, today: date, calendar: Calendar, cadence: Cadence = USUAL
) -> Timetable | None:
    """Count the days of a round that is asked for today; None where too few are left for one.

    Papers that are due on a day off are due on the working day before it. A round that is asked
    for late opens at once, and is chased as often as there is time for.
    """
    due = calendar.on_or_before(papers)
    closes = calendar.back(due, cadence.closes)
    opens = max(calendar.back(due, cadence.opens), calendar.on_or_after(today))
    if closes < calendar.ahead(opens, cadence.shortest):
        return None
    return Timetable(
        papers=due, opens=opens, chases=_chases(opens, closes, calendar, cadence), closes=closes
    )


def earliest_papers(today: date, calendar: Calendar, cadence: Cadence = USUAL) -> date:
    """The first day for which there is time to hold a round."""
    return calendar.ahead(calendar.on_or_after(today), cadence.shortest + cadence.closes)


def _chases(opens: date, closes: date, calendar: Calendar, cadence: Cadence) -> tuple[date, ...]:
    """After the first days every few, to the last day; once at the end of a short round."""
    found: list[date] = []
    day = calendar.ahead(opens, cadence.first_chase)
    while day <= closes:
        found.append(day)
        day = calendar.ahead(day, cadence.chases)
    return tuple(found) or (closes,)
