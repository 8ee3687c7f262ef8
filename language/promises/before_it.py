"""What will be done before a period begins: "finished before March" is by the end of February."""

from datetime import date, timedelta

from language.dates.calendar import week_of
from language.lexicon.words import word_set
from language.promises.dating import Dating

NAMED = ("date.month", "date.quarter", "date.season", "date.year", "date.half", "date.months")
NEXT = ("date.month.nearby", "date.quarter.nearby", "date.year.nearby", "date.week")
NOT_YET = word_set("forecasts.negations") | {"hardly", "doubt", "until", "till", "til"}
OUT = word_set("before_it.out")  # "before the year is out"


def day_of(dating: Dating) -> date | None:
    """The day that a date comes to; what is not done before June may be done in it."""
    said, today = dating.dated.said, dating.passage.today
    if said.first is None or said.first == said.last or not _is_before(dating):
        return dating.dated.day
    eve = said.first - timedelta(days=1)
    if said.rule == "date.week":
        eve = week_of(eve).last
    return eve if eve >= today else dating.dated.day


def _is_before(dating: Dating) -> bool:
    rule, before = dating.dated.said.rule, dating.before
    if before[-1:] != ["before"] and before[-2:] != ["ahead", "of"]:
        return False
    if not NOT_YET.isdisjoint(before) or not OUT.isdisjoint(dating.after[:2]):
        return False
    begins = rule in NAMED or (rule in NEXT and "next" in dating.span)
    return begins and not dating.span[-1].endswith("'s")
