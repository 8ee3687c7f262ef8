"""What cannot be meant by what somebody fills in in a form, in words; the same everywhere. Pure."""

from datetime import date

from domain.calendar import LAST_YEAR, within_reach
from domain.work import Status

NOTHING = "Choose how it stands, or give a date or a word."
NO_DATE = "For what is complete, leave the date as it is."
PASSED = "That day has passed. Choose one to come, or “Complete”."
TOO_FAR = f"That is too far away. Choose a day before {LAST_YEAR + 1}."


def date_fault(forecast: date | None, status: Status | None, today: date) -> str:
    """What is wrong with the day by which it is said to be finished; "" where nothing is."""
    if forecast is None:
        return ""
    if status is Status.COMPLETE:
        return NO_DATE
    if forecast < today:
        return PASSED
    return "" if within_reach(forecast) else TOO_FAR
