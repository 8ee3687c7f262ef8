"""Reading one message, beside finding the dates in it with dateparser, tuned as well as it goes."""

from collections.abc import Iterator
from datetime import datetime
from time import perf_counter

from dateparser.search import search_dates
from language.understand import Message, Speaker, understand

from benchmarks.figures import Figure, milliseconds, p50, p95, times
from domain.events import Tracked, at_first
from domain.people import LONDON
from domain.work import Plan
from language.known import KnownPlan
from plans.read import read
from tests.tree import ROOT

ROUNDS = 5
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


def figures() -> Iterator[Figure]:
    known, speaker = _sample()
    ours, theirs = [], []
    for text in SAID * (ROUNDS + 1):  # in turn, so that both see the same machine
        ours.append(_ours(text, known, speaker))
        theirs.append(_theirs(text))
    ours, theirs = ours[len(SAID) :], theirs[len(SAID) :]  # the first round warms both
    yield Figure(
        f"reading a message, p50 of {len(SAID)} messages",
        milliseconds(p50(ours)),
        f"p95 {milliseconds(p95(ours))}",
    )
    yield Figure(
        "dateparser.search on the same, tuned, p50",
        milliseconds(p50(theirs)),
        f"p95 {milliseconds(p95(theirs))}; takes {times(p50(theirs), p50(ours))} as long",
    )


def _ours(text: str, known: KnownPlan, speaker: Speaker) -> float:
    start = perf_counter()
    understand(Message(text=text, now=NOW), known, speaker)
    return perf_counter() - start


def _theirs(text: str) -> float:
    start = perf_counter()
    search_dates(
        text,
        languages=["en"],
        settings={
            "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": "future",
            "PREFER_DAY_OF_MONTH": "last",
            "RELATIVE_BASE": NOW.replace(tzinfo=None),
        },
    )
    return perf_counter() - start


def _sample() -> tuple[KnownPlan, Speaker]:
    """The sample plan, and somebody who answers for all of it."""
    document = read(SAMPLE.name, SAMPLE.read_bytes())
    plan = Plan(key="sample", title=document.title, sections=document.sections)
    tracked = [Tracked(action=each, state=at_first(each)) for each in document.actions]
    refs = frozenset(each.ref for each in document.actions)
    return KnownPlan.of(plan, tracked), Speaker(name="Rhona Tilling", own=refs, may=refs)
