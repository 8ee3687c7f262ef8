"""What others wrote without having seen the reader, with what a careful colleague would read.

The reader has been mended by these since, so these floors keep what was reached; what it does at
first sight is told in docs/reading.md.
"""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache

import pytest

from domain.events import Tracked, at_first
from domain.intents import Decision, Reading, Update
from domain.names import folded, slug
from domain.people import LONDON
from domain.work import Action, Due, DueKind, Plan, Section
from language.answer_json import Json, answer_json
from language.message import Message, Speaker
from language.privacy.private import private_in
from language.references.known import KnownPlan
from language.understand import understand
from plans.read import read as read_plan
from tests.tree import ROOT

type Labelled = dict[str, object]
SAYINGS = ROOT / "tests" / "blind" / "sayings"
SAMPLE = ROOT / "bot" / "console" / "sample" / "plan.csv"
FREE = ("ask", "none", "refuse")
BESIDE = {"forecast", "percent"}
ENDED = ("complete", "cancelled", "not_started")


def rows(name: str) -> Iterator[Labelled]:
    return map(json.loads, (SAYINGS / name).read_text(encoding="utf-8").splitlines())


@cache
def actions(name: str) -> tuple[Action, ...]:
    if name == "sample":
        return tuple(read_plan(SAMPLE.name, SAMPLE.read_bytes()).actions)
    known = ({k: v for k, v in row.items() if k != "doubt"} for row in rows(f"{name}.jsonl"))
    return tuple(Action.model_validate(row) for row in known)


@cache
def plan_of(name: str) -> KnownPlan:
    some = actions(name)
    names = dict.fromkeys(each.section for each in some if each.section)
    sections = tuple(Section(name=each, slug=slug(each)) for each in names)
    plan = Plan(key=name, title=name, sections=sections)
    return KnownPlan.of(plan, [Tracked(action=each, state=at_first(each)) for each in some])


def moment(row: Labelled) -> datetime:
    return datetime.fromisoformat(str(row["now"])).replace(tzinfo=LONDON)


def read(row: Labelled) -> Reading:
    name, who = str(row["plan"]), str(row["as"])
    own = frozenset(a.ref for a in actions(name) if folded(who) in map(folded, a.owners))
    about = row["reply_to"] if isinstance(row["reply_to"], list) else []
    message = Message(text=str(row["text"]), now=moment(row), about=tuple(about))
    may = None if who.startswith("role:") else own
    return understand(message, plan_of(name), Speaker(name=who, own=own, may=may))


def judged(row: Labelled) -> str:
    """ "right", "wrong" where something else was recorded, "needless" or "other"."""
    answer = answer_json(read(row))
    decision, have = str(answer["decision"]), _list(answer["intents"])
    labels = [_list(row["expect"]), *map(_list, _list(row["alt"]))]
    allowed = _list(row["decision"])
    fits = any(_matches(each, have) for each in labels if each or not row["alt"] or each == have)
    asks = any(each.get("kind") == "query" for some in labels for each in some)
    free = decision in FREE or (decision == "answer" and not asks)
    if decision in allowed and (fits or free or (decision == "confirm" and not any(labels))):
        return "right"
    if decision == "apply" and not (fits and "apply" in allowed):
        return "wrong"
    return "needless" if decision in ("confirm", "ask") and "apply" in allowed else "other"


def _list(value: object) -> list:  # type: ignore[type-arg]  # JSON of any depth
    return value if isinstance(value, list) else []


def _matches(labels: list[dict[str, Json]], have: list[dict[str, Json]]) -> bool:
    left = list(have)
    for label in labels:
        fitting = next((each for each in left if _fits(label, each)), None)
        if fitting is None:
            return False
        left.remove(fitting)
    return not left


def _fits(label: dict[str, Json], have: dict[str, Json]) -> bool:
    """As labelled; beside a labelled date or percentage a status is free, unless it ends it all."""
    if any(_plain(have.get(name)) != _plain(value) for name, value in label.items()):
        return False
    if label["kind"] != "update":
        return True
    extra = {name for name in ("status", "forecast", "percent") if name in have} - label.keys()
    if extra - {"status"}:
        return False
    free = len(label) == 2 or not BESIDE.isdisjoint(label)
    return not extra or (have["status"] not in ENDED and free)


def _plain(value: object) -> object:
    return slug(value) if isinstance(value, str) else value


@pytest.mark.parametrize(
    ("name", "right", "needless"),
    [("messages.jsonl", 0.98, 0.02), ("../messages.jsonl", 0.93, 0.05)],
)
def test_messages_are_read_as_a_careful_colleague_would(name: str, right: float, needless: float):
    judgements = Counter(judged(row) for row in rows(name))
    count = judgements.total()
    assert judgements["wrong"] == 0
    assert judgements["right"] / count >= right
    assert judgements["needless"] / count <= needless


def finishing(row: Labelled) -> tuple[date | None, Decision]:
    """By when the one action of a plan is promised, as a sentence is read."""
    due = Due(kind=DueKind.BY, end=date.fromisoformat(str(row["due"])))
    action = Action(ref="7.3", text="Run phase two", due=due, owners=("JW",))
    plan = KnownPlan.of(Plan(key="p", title="P"), [Tracked(action=action, state=at_first(action))])
    speaker = Speaker(name="JW", own=frozenset(["7.3"]), may=frozenset(["7.3"]))
    reading = understand(Message(text=str(row["text"]), now=moment(row)), plan, speaker)
    days = (each.forecast for each in reading.intents if isinstance(each, Update))
    return next((each for each in days if each), None), reading.decision


def test_dates_are_read_as_labelled_and_none_is_invented():
    right = invented = count = 0
    for row in (*rows("dates.jsonl"), *rows("../dates.jsonl")):
        day, decision = finishing(row)
        allowed, asked = _list(row["forecast"]), bool(row["ask_ok"])
        promised = day.isoformat() in allowed if day else not allowed or asked
        right += promised or (not allowed and asked and decision is not Decision.APPLY)
        invented += bool(day) and not allowed and decision is Decision.APPLY
        count += 1
    assert count >= 400 and invented == 0
    assert right / count >= 0.98


def test_what_is_private_is_noticed_and_little_else():
    some = list(rows("private.jsonl"))
    missed = [row["text"] for row in some if row["private"] and not private_in(str(row["text"]))]
    alarms = [row["text"] for row in some if not row["private"] and private_in(str(row["text"]))]
    assert (missed, alarms) == ([], [])
