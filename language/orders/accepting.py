"""A new date that is accepted for an action, by who may: the chair of its group, say."""

import re
from datetime import date, timedelta

from domain.intents import AcceptDate, Decision, Reading
from domain.names import folded_ref
from language.dates.finding import read_date
from language.lexicon.patterns import Wording, sign_of_any
from language.lexicon.signs import ALL, Signs
from language.message import Message, Speaker
from language.references.known import KnownPlan

DATED = (
    r"(?P<dated>(?:(?:the|a|this|that|its) )?(?:(?:new|revised|later|amended|proposed) )?"
    r"(?:(?:due|end|target|completion) )?(?:date|deadline|timescale|slip(?:page)?|delay))"
)
WHO = (
    r"(?:please )?(?:(?:we|i|the (?:board|chair|group|partnership)) "
    r"(?:(?:have|has|now|can|formally) )*)?"
)
VERB = r"(?P<verb>accept(?:s|ed)?|re-?baseline[sd]?)"
REF = r"(?:action )?(?P<ref>[^\s,;:'’]{0,30}[^\s,;:.'’])"
TO = r"(?: (?:of|to|as|at|is))?"
DAYS = r"(?!(?:because|as|since|due|owing|given|for|on)\b)[^,;:–—]{1,40}?"
DAY = rf"(?P<day>{DAYS})"
THEN = rf"(?P<then>{DAYS})"  # a day that comes after the action
WHY = (
    r"(?:(?:\s*[,;:–—]\s*|\.\s+|\s+-\s+|\s+(?=because|as|since|due to|owing to|given))"
    r"(?:because(?: of)?\b|as\b|since\b|due to\b|owing to\b|given(?: that)?\b)?\s*"
    r"(?P<reason>.+))?[.! ]*"
)
WORDINGS = tuple(
    Wording.of(source + WHY, re.IGNORECASE)
    for source in (
        rf"{WHO}{VERB}(?: {DATED})?(?:{TO} {DAY})? (?:for|of|on) {REF}(?:{TO} {THEN})?",
        rf"{WHO}{VERB} {REF} (?:to|at|as|for|on) {DAY}",
        rf"{WHO}{VERB} {REF}(?:['’]s)? {DATED}(?:{TO} {DAY})?",
        rf"{REF}[:,]? (?:[-–] )?{WHO}{VERB}(?: {DATED})?(?:{TO} {DAY})?",
        rf"{REF}[:,]? {DATED}(?:{TO} {DAY})? (?:(?:is|has been|now) )*(?P<verb>accepted|agreed)"
        rf"(?:{TO} {THEN})?",
        rf"{WHO}{VERB}(?: {DATED})?(?:{TO} {DAY})?",  # under a message about one action
    )
)
SIGN = sign_of_any(*WORDINGS)
MOST_OF_A_YEAR = timedelta(days=300)


def acceptance(
    message: Message, plan: KnownPlan, speaker: Speaker, signs: Signs = ALL
) -> Reading | None:
    """Read "7.3: accept 30 June because the lamps came late" of who may accept that.

    None where the message is about anything else. From everybody else it is news: what they now
    expect.
    """
    if not SIGN & signs:
        return None
    text = " ".join(message.text.split())
    found = (each.fullmatch(text, signs) for each in WORDINGS)
    wishes = (_wish(each, message, plan) for each in found if each)
    wish = next((each for each in wishes if each), None)
    if wish is None or not speaker.may_accept(wish.ref):
        return None
    why = "accepts a new date in so many words"
    return Reading(decision=Decision.APPLY, intents=(wish,), why=why)


def _wish(found: re.Match[str], message: Message, plan: KnownPlan) -> AcceptDate | None:
    parts = found.groupdict()
    ref = _ref(parts.get("ref"), message, plan)
    if ref is None:
        return None
    told = parts.get("day") or parts.get("then") or ""
    read = read_date(told, message.today) is not None
    named = parts.get("dated") or parts["verb"].lower().startswith("re")
    if not named and (not read or parts["verb"].lower() == "accepted"):
        return None  # "7.3 accepted by the panel" is news
    day = _day(told, message.today)
    unclear = told if told and day is None else ""
    return AcceptDate(
        ref=ref, day=day, reason=(parts.get("reason") or "").rstrip(" .!"), unclear=unclear
    )


def _ref(typed: str | None, message: Message, plan: KnownPlan) -> str | None:
    if typed:
        return plan.refs.get(folded_ref(typed))
    return message.about[0] if len(message.about) == 1 else None


def _day(told: str, today: date) -> date | None:
    """The day, but for one of next year that has only just passed in this one."""
    said = read_date(told, today)
    if said is None or said.last is None or said.doubt:
        return None
    return None if said.yearless and said.last - today > MOST_OF_A_YEAR else said.last
