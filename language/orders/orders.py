"""Whole messages that tell the bot how to go about asking: how often, when, whom, and why."""

import re
from collections.abc import Callable
from datetime import date, time
from functools import reduce
from operator import or_

from domain.intents import (
    AskOtherwise,
    BackAtWork,
    CloseOffices,
    Disown,
    Intent,
    MyHour,
    MyWeek,
    PausePlan,
    RestrictPlan,
    ResumePlan,
    ShowList,
    ShowPolicy,
    Update,
    Why,
)
from domain.policy import PolicyChange
from domain.work import Status
from language.dates.date_words import WEEKDAYS
from language.dates.finding import read_date
from language.lexicon.patterns import Wording, sign_of_any
from language.lexicon.signs import ALL, Signs
from language.message import Message
from language.references.known import KnownPlan

PART = r"(?:(?:for|of|in|on|about) )?(?P<part>.+?)?"
TOLD_OF = (
    "under|being|is|are|was|were|has|have|had|will|would|to|now|still|not|out|with|at|gone|sent"
    "|written|done|due|late|amber|green|red|complete|drafts?|currently|work|[a-z]+ed"
)
PAUSE = Wording.of(
    r"(?:pause|suspend|stop) "
    r"(?:the plan|(?:all )?(?:the )?(?:reminders|messages)|asking(?: everybody)?)"
    r"(?: (?:until|till) (?P<until>.+)| for (?P<span>.+))?"
)
RESUME = Wording.of(
    r"(?:resume|restart|unpause)(?: (?:the plan|(?:all )?(?:the )?(?:reminders|messages)|asking))?"
)
RESTRICT = Wording.of(
    r"restrict the plan(?: to (?:its|the) (?:own )?(?:people|members|owners(?: and chairs)?))?"
)
EVERYBODY = Wording.of(
    r"(?:unrestrict|open) the plan(?: (?:up )?(?:to|for) (?:everybody|everyone|all)(?: again)?)?"
)
LEADS = Wording.of(
    rf"remind (?:people |everybody |owners )?(?:{PART} )??"
    r"(?P<leads>\d{1,3}(?:(?:,? and |, ?)\d{1,3})*) days? (?:ahead|before)"
)
CHASE = Wording.of(  # "chase me again in a fortnight" puts one reminder off
    r"chase (?!(?:me|us|him|her|them)\b(?!.* every)"
    r"|.*\b(?:in|next|this|last|after|for|again|a|an|on) (?:a |an |the |this |\d{1,3} )?[a-z]+\Z)"
    rf"(?:people |everybody |owners )?(?:{PART} )??(?:every )?"
    r"(?P<n>\d{1,3} days?|day|daily|week|fortnight|month|weekly|fortnightly|monthly)"
)
PEACE = Wording.of(
    rf"leave (?:people |everybody |owners )?(?:{PART} )??(?:alone|in peace) "
    r"for (?P<n>\d{1,3}) days"
    r"(?: after (?:an update|a word|they answer|news))?"
)
TELL = Wording.of(
    r"tell the (?P<who>chair|administrator)s? (?:(?:of|about) (?:what is late in )?(?P<part>.+?) )?"
    r"after (?P<n>\d{1,3}) working days"
)
USUAL = Wording.of(rf"(?:usual|default|normal) (?:reminders|policy)(?: {PART})?")
POLICY = Wording.of(
    # "policy under review", "policy approved in May" and whole sentences tell of a document
    r"(?:(?:show )?(?:the )?(?:reminder )?policy|how often do you ask)"
    rf"(?! (?:{TOLD_OF})\b)(?!.*[.;!] .)(?: {PART})?"
)
HOUR = Wording.of(
    r"(?:ask|remind|message|write to) me at "
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>am|pm)?"
)
BACK = Wording.of(
    r"(?:(?:i am|i'm|i’m) back|back(?= (?:at|in|from)))"
    r"(?: (?:now|again|today|early|at work|at my desk|in the office|in work|a (?:day|week) early"
    r"|from (?:my |annual |sick |maternity |paternity )*(?:leave|holidays?|sickness|hols?)))*"
)
WEEK = Wording.of(r"i (?:only )?work (?:on )?(?P<days>.+)")
NOT_ON = Wording.of(r"i (?:do not|don't|never) work (?:on )?(?P<days>.+)")
CLOSED = Wording.of(
    r"(?:the council is|we are|we're|offices are|the offices are) closed (?:on |from )?(?P<when>.+)"
)
WHY = Wording.of(r"why(?: (?:this|me|am i (?:asked|told)(?: about)?))?(?: (?P<refs>.+))?")
LIST = Wording.of(
    r"(?:(?:show )?(?:the )?administrator'?s'? list|what needs an administrator|list to put right)"
)
NOT_MINE = Wording.of(r"(?P<ref>\S+) is not mine")
REACHED = Wording.of(r"(?P<ref>\S+) “(?P<label>.+)” reached", re.IGNORECASE)
SPANS = {
    "day": 1,
    "daily": 1,
    "week": 7,
    "weekly": 7,
    "fortnight": 14,
    "fortnightly": 14,
    "month": 28,
    "monthly": 28,
}
DAY_NAME = re.compile(r"[a-z]+")
COURTESY = re.compile(r"^please |[ ,]+please$|[?.! ]+$")

type Reader = Callable[[str, Message, KnownPlan], Intent | None]


def order(low: str, message: Message, plan: KnownPlan, signs: Signs = ALL) -> Intent | None:
    """What is told or asked of how the bot asks; None where the message is about something else."""
    trying = [read for sign, read in READERS if sign & signs]
    if not trying:
        return None
    text = COURTESY.sub("", low.strip()).strip()
    return next((found for read in trying if (found := read(text, message, plan))), None)


def _of_one(text: str, message: Message) -> bool:
    """Read "stop asking until December" under a reminder as of its action, not of the plan."""
    return bool(message.about) and text.startswith("stop asking") and "everybody" not in text


def _pause(text: str, today: date) -> Intent | None:
    if RESTRICT.fullmatch(text):
        return RestrictPlan()
    if EVERYBODY.fullmatch(text):
        return RestrictPlan(on=False)
    if RESUME.fullmatch(text):
        return ResumePlan()
    found = PAUSE.fullmatch(text)
    if not found:
        return None
    if found["span"]:
        length = read_date(found["span"], today)
        return PausePlan(until=length.length.after(today)) if length and length.length else None
    if not found["until"]:
        return PausePlan()
    said = read_date(found["until"], today)
    return PausePlan(until=said.last) if said and said.last and said.last > today else None


def _policy(text: str) -> Intent | None:
    if LIST.fullmatch(text):
        return ShowList()
    if found := POLICY.fullmatch(text):
        return ShowPolicy(part=found["part"] or "")
    if found := USUAL.fullmatch(text):
        return AskOtherwise(part=found["part"] or "", anew=True)
    return _changed(text)


def _changed(text: str) -> Intent | None:
    """ "Remind staying-safe 14 and 7 days ahead"."""
    if found := LEADS.fullmatch(text):
        leads = frozenset(map(int, re.findall(r"\d+", found["leads"])))
        return _otherwise(found["part"], leads=leads)
    if found := CHASE.fullmatch(text):
        every = found["n"]
        days = SPANS[every] if every in SPANS else int(every.split()[0])
        return _otherwise(found["part"], chase=days)
    if found := PEACE.fullmatch(text):
        return _otherwise(found["part"], peace=int(found["n"]))
    if found := TELL.fullmatch(text):
        return _otherwise(found["part"], **{f"to_{found['who']}": int(found["n"])})
    return None


def _otherwise(part: str | None, **change: object) -> AskOtherwise:
    """The wish; one that no setting allows is kept as that, so that it can be said."""
    try:
        return AskOtherwise(part=part or "", change=PolicyChange.model_validate(change))
    except ValueError:
        return AskOtherwise(part=part or "", out_of_bounds=True)


def _own(text: str) -> Intent | None:
    """When one wants to be asked, and on which days one works."""
    if found := HOUR.fullmatch(text):
        hour = int(found["hour"]) % 12 + 12 * (found["half"] == "pm") if found["half"] else None
        at = int(found["hour"]) if hour is None else hour
        minute = int(found["minute"] or 0)
        plain = found["minute"] or found["half"]
        return MyHour(hour=time(at, minute)) if plain and at < 24 and minute < 60 else None
    if BACK.fullmatch(text):
        return BackAtWork()
    if found := NOT_ON.fullmatch(text):
        off = _weekdays(found["days"])
        return MyWeek(days=frozenset(range(5)) - off) if off and off < frozenset(range(5)) else None
    if found := WEEK.fullmatch(text):
        days = _weekdays(found["days"])
        return MyWeek(days=days) if days else None
    return None


def _weekdays(text: str) -> frozenset[int]:
    """ "Monday to Wednesday and Fridays"; nothing where any other word is among them."""
    days: set[int] = set()
    reaching = False
    last: int | None = None
    for word in DAY_NAME.findall(text):
        weekday = WEEKDAYS.get(word, WEEKDAYS.get(word.removesuffix("s")))
        if weekday is not None:
            days |= set(range(last, weekday + 1)) if reaching and last is not None else {weekday}
            last, reaching = weekday, False
        elif word in ("to", "until"):
            reaching = True
        elif word not in ("and", "on", "only"):
            return frozenset()
    return frozenset(days)


def _closed(text: str, today: date) -> Intent | None:
    found = CLOSED.fullmatch(text)
    if not found:
        return None
    span = read_date(found["when"], today)
    if span and span.end == len(found["when"]) and span.first and span.last:
        return CloseOffices(start=span.first, end=span.last)
    first, *others = re.split(r" (?:to|until|till|-|–) ", found["when"])
    start = read_date(first, today)
    end = read_date(others[0], today) if others else start
    if not (start and end and start.first and end.last and start.first <= end.last):
        return None
    return CloseOffices(start=start.first, end=end.last)


def _why(text: str, message: Message, plan: KnownPlan) -> Intent | None:
    """ "Why?" under a message of ours, or with the numbers it was about."""
    found = WHY.fullmatch(text)
    if not found:
        return None
    if not found["refs"]:
        return Why(refs=message.about)
    named = re.split(r",? and |, ?", found["refs"])
    refs = [plan.refs.get(re.sub(r"\s+", "", each)) for each in named]
    return Why(refs=tuple(ref for ref in refs if ref)) if all(refs) else None


def _not_mine(text: str, plan: KnownPlan) -> Intent | None:
    """What the button says, of exactly one action."""
    found = NOT_MINE.fullmatch(text)
    ref = plan.refs.get(found["ref"]) if found else None
    return Disown(ref=ref) if ref else None


def _reached(text: str, plan: KnownPlan) -> Intent | None:
    """A stage that is named as the plan prints it: what the button says."""
    found = REACHED.fullmatch(text)
    ref = plan.refs.get(found["ref"].casefold()) if found else None
    if not found or not ref:
        return None
    return Update(ref=ref, status=Status.COMPLETE, milestone=found["label"], note=text)


READERS: tuple[tuple[Signs, Reader], ...] = (
    (
        sign_of_any(PAUSE, RESUME, RESTRICT, EVERYBODY),
        lambda text, message, _: None if _of_one(text, message) else _pause(text, message.today),
    ),
    (
        sign_of_any(LIST, POLICY, USUAL, LEADS, CHASE, PEACE, TELL),
        lambda text, message, _: None if message.about and text[:6] == "policy" else _policy(text),
    ),
    (sign_of_any(HOUR, BACK, WEEK, NOT_ON), lambda text, *_: _own(text)),
    (CLOSED.sign, lambda text, message, _: _closed(text, message.today)),
    (WHY.sign, _why),
    (NOT_MINE.sign, lambda text, _, plan: _not_mine(text, plan)),
    (REACHED.sign, lambda _, message, plan: _reached(message.text.strip(), plan)),
)
SIGNS = reduce(or_, (sign for sign, _ in READERS))
