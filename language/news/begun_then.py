"""A day on which something starts or is let, or two on which it is held: no plain end of it."""

from dataclasses import replace

from language.dates.finding import Dated
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.updates import Outcome
from language.references.titles import heading

FROM_THEN = "forecast.from-then"
TWO_DAYS = "forecast.two-days"
AWARDED = "forecast.award"
AWARD = pattern("begun_then.award")
BEGINNING = pattern("begun_then.beginning")
AND = (["and"], ["&"], ["+"])
LETTING = frozenset(
    ["award", "procure", "commission", "tender", "let", "appoint", "buy", "retender"]
)
NEAR = 8  # words before a day


def with_beginnings(outcome: Outcome, scene: Heard) -> Outcome:
    """Read "will be implemented from 1 June" and "rescheduled for 9 and 16 June" as unsure."""
    if outcome.doubts or len(outcome.updates) != 1 or outcome.updates[0].forecast is None:
        return outcome
    day = outcome.updates[0].forecast
    days = [each for each in scene.marked.dates if each.day == day]
    doubts = [_doubt(scene, each) or _award(outcome, scene, each) for each in days]
    return replace(outcome, doubts=(doubts[0],)) if doubts and all(doubts) else outcome


def _doubt(scene: Heard, dated: Dated) -> str:
    """Why a day is no plain end where it stands; "" where it may be one."""
    if _is_one_of_two(scene, dated):
        return TWO_DAYS
    return FROM_THEN if _begins(scene, dated.first) else ""


def _award(outcome: Outcome, scene: Heard, dated: Dated) -> str:
    """Read "award is now anticipated in February" as of a contract, not of what it is let for."""
    led = scene.words.span(max(dated.first - NEAR, 0), dated.first)
    title = heading(scene.plan.standings[outcome.updates[0].ref].title)
    let = title.deed in LETTING or "award" in title.stems or "contract" in title.stems
    return "" if let or not AWARD.search(led, scene.words.signs) else AWARDED


def _is_one_of_two(scene: Heard, dated: Dated) -> bool:
    """Read "9 and 16 June", but not "between 9 and 16 June"."""
    said = scene.words.norms(dated.first, dated.beyond)
    if scene.words.norm(dated.first - 1) == "between" or said[1:2] not in AND:
        return False
    first, second = said[0].rstrip("stndrh"), "".join(said[2:3]).rstrip("stndrh")
    return first.isdigit() and second.isdigit()


def _begins(scene: Heard, first: int) -> bool:
    if scene.words.norm(first - 1) != "from":
        return False
    led = scene.words.span(max(first - NEAR, 0), first)
    return BEGINNING.search(led, scene.words.signs) is not None
