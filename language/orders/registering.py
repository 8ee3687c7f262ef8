"""Whole messages by which an administrator says who is who. Nothing here is guessed.

Names are taken over as they are written: who or what is meant is for the directory to say.
"""

import re
from collections.abc import Callable
from datetime import date

from domain.people import Account
from domain.registry import (
    GivePost,
    LinkAccount,
    NameAdministrator,
    NameChair,
    RefuseAccount,
    Registered,
    ShowGroups,
    ShowPeople,
    StoreDocument,
    TakeIn,
    UseChannel,
)
from language.dates.calendar import Length
from language.dates.days import LATELY
from language.dates.finding import read_date
from language.lexicon.patterns import Wording, sign_of_any
from language.lexicon.signs import ALL, Signs

ACCOUNT = r"(?P<platform>[a-z]+):(?P<workspace>[^\s:]+):(?P<user>[^\s:]+)"
A_YEAR = Length(-1, "year")
FROM = r"(?: (?P<opens>from|since) (?P<start>.+))?"
NAME = r"[^\d,;:]{2,60}?"  # no sentence with news of an action in it
PERSON = rf"(?P<person>{NAME})"
TITLE = r"(?P<post>[^,;:]{2,80}?)"
GROUP = r"(?P<group>[^,;:]{2,80}?)"
PEOPLE = Wording.of(r"(?:show )?(?:the )?(?:people|who is who|who'?s who)", re.IGNORECASE)
LINK = Wording.of(rf"link {ACCOUNT} to (?P<person>.{{1,200}})", re.IGNORECASE)
NEW = Wording.of(rf"add {ACCOUNT} as somebody new", re.IGNORECASE)
REFUSE = Wording.of(rf"{ACCOUNT} is nobody in the plan", re.IGNORECASE)
POST = Wording.of(rf"give (?:the )?post {TITLE} to {PERSON}{FROM}", re.IGNORECASE)
VACANT = Wording.of(rf"(?:the )?post {TITLE} is (?:vacant|nobody'?s){FROM}", re.IGNORECASE)
DEPUTY = Wording.of(rf"(?:the )?deputy (?:for|of) {TITLE} is {PERSON}{FROM}", re.IGNORECASE)
CHAIR = Wording.of(
    rf"(?:the )?(?P<vice>vice[- ])?chair (?:of|for) {GROUP} is {PERSON}", re.IGNORECASE
)
GROUP_CHAIR = Wording.of(rf"group {GROUP} (?P<vice>vice[- ])?chair {PERSON}", re.IGNORECASE)
HERE = Wording.of(rf"group {GROUP} (?:(?:talks|is|meets) )?here", re.IGNORECASE)
GROUPS = Wording.of(r"(?:show )?(?:the )?(?:partnership )?groups?", re.IGNORECASE)
ADMINISTRATOR = Wording.of(
    rf"(?:make {PERSON} an|(?P<other>{NAME}) is an) administrator", re.IGNORECASE
)

TAKE_IN = Wording.of(
    r"(?:import|take in|read in)(?: (?:the |this |a |new )*(?:plan|document))?", re.IGNORECASE
)
STORE = Wording.of(
    r"store document (?P<id>\S+) (?P<digest>[0-9a-f]{64})(?P<month> with the month first)?",
    re.IGNORECASE,
)

type Found = re.Match[str]


def registration(text: str, today: date, signs: Signs = ALL) -> Registered | None:
    """What is told or asked of who is who; None where the message is about something else."""
    if not signs & SIGNS:
        return None
    said = text.strip().rstrip(".!?").strip()
    for pattern, read in READERS:
        found = pattern.fullmatch(said, signs)
        if found:
            return read(found, today)
    return None


def _account(found: Found) -> Account:
    return Account(
        platform=found["platform"].lower(), workspace=found["workspace"], user=found["user"]
    )


def _post(found: Found, today: date) -> Registered | None:
    start = _start(found, today)
    if found["start"] and start is None:
        return None
    return GivePost(post=found["post"], person=found["person"], start=start)


def _deputy(found: Found, today: date) -> Registered | None:
    given = _post(found, today)
    return given.model_copy(update={"deputy": True}) if given else None


def _vacant(found: Found, today: date) -> Registered | None:
    start = _start(found, today)
    return None if found["start"] and start is None else GivePost(post=found["post"], start=start)


def _start(found: Found, today: date) -> date | None:
    """The day named; one that has just passed is this year's, for posts change hands in arrears."""
    said = read_date(found["start"].lower(), today) if found["start"] else None
    if said is None or said.first is None or not said.yearless or said.first <= today:
        return said.first if said else None
    passed = A_YEAR.after(said.first)
    lately = today - passed <= LATELY or found["opens"].lower() == "since"
    return passed if lately else said.first


def _chair(found: Found, today: date) -> Registered | None:
    group, person = found["group"], found["person"]
    return NameChair(partnership_group=group, person=person, vice=bool(found["vice"]))


def _store(found: Found, today: date) -> Registered | None:
    month_first = bool(found["month"])
    return StoreDocument(id=found["id"], digest=found["digest"].lower(), month_first=month_first)


READERS: tuple[tuple[Wording, Callable[[Found, date], Registered | None]], ...] = (
    (PEOPLE, lambda _, today: ShowPeople()),
    (TAKE_IN, lambda _, today: TakeIn()),
    (STORE, _store),
    (LINK, lambda found, _: LinkAccount(account=_account(found), person=found["person"])),
    (NEW, lambda found, _: LinkAccount(account=_account(found))),
    (REFUSE, lambda found, _: RefuseAccount(account=_account(found))),
    (VACANT, _vacant),
    (POST, _post),
    (DEPUTY, _deputy),
    (GROUP_CHAIR, _chair),
    (CHAIR, _chair),
    (HERE, lambda found, _: UseChannel(partnership_group=found["group"])),
    (GROUPS, lambda _, today: ShowGroups()),
    (ADMINISTRATOR, lambda found, _: NameAdministrator(person=found["person"] or found["other"])),
)
SIGNS = sign_of_any(*(pattern for pattern, _ in READERS))
