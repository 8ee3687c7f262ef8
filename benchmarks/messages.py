"""Reading one message, beside finding the dates in it with dateparser, tuned as well as it goes.

All in the processor's own time, round by round in turn; other work on
the machine counts for neither. The plans are frozen, as the bot does with
those that it has read: the collector of memory goes through them for neither.
"""

import gc
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from time import process_time
from typing import NamedTuple

from dateparser.search import search_dates

from benchmarks.figures import Figure, milliseconds, p50, p99, times
from domain.conversation import LONGEST_MESSAGE
from domain.events import Tracked, at_first
from domain.people import LONDON
from domain.work import Action, Plan
from language.references.known import KnownPlan
from language.understand import Message, Speaker, understand
from plans.read import read
from tests.shared import SHARED
from tests.tree import ROOT

ROUNDS = 5
TRIES = 7
FEW, MANY = 200, 5_000  # actions
DEEDS = ("Train the staff of", "Sign the lease of", "Visit the families of", "Publish a guide to")
PLACES = ("the housing office", "the schools", "the clinics", "the youth clubs", "the library")
NOW = datetime(2027, 2, 9, 9, tzinfo=LONDON)
SAMPLE = ROOT / "bot" / "console" / "sample" / "plan.csv"
SAID = (
    "7.3 on track",
    "7.3 on track, finance tested the supplement last week",
    "2.1 will be late, now end of April, waiting on HR to fill two posts",
    "10.1 done!",
    "6.2 slipping two weeks, the trainer is ill",
    "7.1-7.4 all complete apart from 7.3 which is amber",
    "5.1 about 60% there, Dunmarsh lease should be signed by the 26th",
    "think 12.2 is finished but let me check with Bethan",
    "the housing protocol is signed",
    "9.2 red, exclusions are up again after half term",
    "13.1 pushed back to Easter",
    "14.2 not started, we may need more staff",
    "what's late in staying safe?",
    "who owns 8.1?",
    "what is due in the next fortnight",
    "on leave from Monday until 3 March, Callum Wystan is covering",
    "undo that",
    "thanks both, see you at the 7.30 meeting on Thursday",
)


class Case(NamedTuple):
    """One message, when it was said, and what is known of the plan and the speaker."""

    text: str
    now: datetime
    known: KnownPlan
    speaker: Speaker


def figures() -> Iterator[Figure]:
    sample, few = _heard(SAMPLE), _invented(FEW)
    yield from _compared([Case(text, NOW, *few) for text in SAID], f"on a plan of {FEW} actions")
    yield from _compared([Case(text, NOW, *sample) for text in SAID], "on the sample plan")
    yield _calls([Case(text, NOW, *few) for text in SAID])
    yield from _lengths(sample)
    yield from _sizes(few)
    labelled = SHARED / "language" / "examples.jsonl"
    if not labelled.exists():
        yield Figure("labelled messages", "not measured", "no ../shared beside the repository")
        return
    yield from _compared(_labelled(labelled), "labelled, on real plans")


def _compared(cases: list[Case], what: str) -> Iterator[Figure]:
    ours, theirs = [], []
    gc.freeze()
    for _ in range(ROUNDS + 1):  # in turn, so that both see the same machine
        ours += [_ours(case) for case in cases]
        theirs += [_theirs(case) for case in cases]
    ours, theirs = ours[len(cases) :], theirs[len(cases) :]  # the first round warms both
    ratios = [their / our for our, their in zip(ours, theirs, strict=True)]
    beside = f"p99 {milliseconds(p99(ours))}"
    yield Figure(f"reading a message, p50 of {len(cases)} {what}", milliseconds(p50(ours)), beside)
    beside = f"p99 {milliseconds(p99(theirs))}"
    yield Figure("search_dates alone, tuned, p50 of the same", milliseconds(p50(theirs)), beside)
    yield Figure(
        "search_dates beside the whole reading, in all",
        times(sum(theirs), sum(ours)),
        f"{times(p50(theirs), p50(ours))} p50 by p50, {p50(ratios):.1f} x message by message (p50)",
    )


def _calls(cases: list[Case]) -> Figure:
    """What does not move with the machine, and shows at once what a new rule costs."""
    counts = [[_calls_of(case) for case in cases] for _ in range(2)][1]  # the first time warms up
    beside = f"at most {max(counts):,}, of ours and of Python's own"
    return Figure("function calls for reading a message, p50", f"{p50(counts):,.0f}", beside)


def _calls_of(case: Case) -> int:
    message, called = Message(text=case.text, now=case.now), Counter[str]()
    sys.setprofile(lambda _frame, event, _what: called.update([event]))
    try:
        understand(message, case.known, case.speaker)
    finally:
        sys.setprofile(None)
    return called["call"] + called["c_call"]


def _lengths(sample: tuple[KnownPlan, Speaker]) -> Iterator[Figure]:
    """What a message of twice the length takes, up to the longest there may be."""
    said = ". ".join(SAID) + ". "
    before = None
    for length in (LONGEST_MESSAGE // 8, *(LONGEST_MESSAGE // part for part in (4, 2, 1))):
        text = (said * (length // len(said) + 1))[:length]
        took = min(_ours(Case(text, NOW, *sample)) for _ in range(TRIES))
        beside = f"{times(took, before)} half of it" if before else ""
        yield Figure(f"a message of {length:,} characters", milliseconds(took), beside)
        before = took


def _sizes(few: tuple[KnownPlan, Speaker]) -> Iterator[Figure]:
    """The same messages on a large plan and on a very large one."""
    small, large = (
        [min(_ours(Case(text, NOW, *plan)) for _ in range(TRIES)) for text in SAID]
        for plan in (few, _invented(MANY))
    )
    beside = f"{times(p50(large), p50(small))} the same on {FEW}"
    yield Figure(
        f"reading a message, p50, {MANY:,} actions",
        milliseconds(p50(large)),
        f"{beside}; {times(sum(large), sum(small))} all of them",
    )


def _invented(count: int) -> tuple[KnownPlan, Speaker]:
    """A plan as long as is wanted, of twenty actions to a group, and one of forty who own them."""
    actions = [
        Action(
            ref=f"{at // 20 + 1}.{at % 20 + 1}",
            section=f"Outcome {at // 100 + 1}",
            group=f"{at // 20 + 1}. Priority {at // 20 + 1}",
            text=f"{DEEDS[at % len(DEEDS)]} {at} {PLACES[at % len(PLACES)]}",
            owners=(f"Officer {at % 40}",),
        )
        for at in range(count)
    ]
    tracked = [Tracked(action=each, state=at_first(each)) for each in actions]
    refs = frozenset(each.ref for each in actions)
    own = frozenset(each.ref for each in actions if each.owners == ("Officer 7",))
    speaker = Speaker(name="Officer 7", own=own, may=refs)
    return KnownPlan.of(Plan(key="long", title="A long plan"), tracked), speaker


def _ours(case: Case) -> float:
    start = process_time()
    understand(Message(text=case.text, now=case.now), case.known, case.speaker)
    return process_time() - start


def _theirs(case: Case) -> float:
    settings = {
        "DATE_ORDER": "DMY",
        "PREFER_DATES_FROM": "future",
        "PREFER_DAY_OF_MONTH": "last",
        "RELATIVE_BASE": case.now.replace(tzinfo=None),
    }
    start = process_time()
    search_dates(case.text, languages=["en"], settings=settings)
    return process_time() - start


def _labelled(file: Path) -> list[Case]:
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    plans = {name: _heard(SHARED / "gold" / f"{name}.jsonl") for name in {r["plan"] for r in rows}}
    return [
        Case(r["text"], datetime.fromisoformat(r["now"]).replace(tzinfo=LONDON), *plans[r["plan"]])
        for r in rows
    ]


def _heard(file: Path) -> tuple[KnownPlan, Speaker]:
    """A plan, and somebody who answers for all of it."""
    document = read(file.name, file.read_bytes())
    plan = Plan(key=file.stem, title=document.title, sections=document.sections)
    tracked = [Tracked(action=each, state=at_first(each)) for each in document.actions]
    refs = frozenset(each.ref for each in document.actions)
    return KnownPlan.of(plan, tracked), Speaker(name="Rhona Tilling", own=refs, may=refs)
