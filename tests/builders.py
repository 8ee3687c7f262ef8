"""Ordinary values, of which a test states only what it is about."""

from datetime import UTC, date, datetime
from itertools import count

from domain.conversation import Address, Kind, Outgoing, Paragraph, Reply, Request
from domain.events import Event, EventKind
from domain.instructions import Instruction, Pause
from domain.intents import Question
from domain.people import Account, Person
from domain.rights import Capacity
from domain.work import Action, Due, DueKind, Period, Plan, Section

NOW = datetime(2031, 5, 14, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
HERE = Address(platform="console", workspace="home", conversation="general")
NIA = Person(id="nia", name="Nia Quill", other_names=("N. Quill",))
NIAS_ACCOUNT = Account(platform="console", workspace="home", user="u1")

_ids = count(1)


def by(day: date) -> Due:
    """Due by a day."""
    return Due(kind=DueKind.BY, end=day)


def a_plan(**but: object) -> Plan:
    usual = {
        "key": "harbour",
        "title": "Harbour Children's Plan",
        "period": Period(start=date(2031, 4, 1), end=date(2034, 3, 31)),
        "sections": (Section(name="Feeling Safe", slug="feeling-safe"),),
        "read_at": datetime(2031, 4, 2, 8, 0, tzinfo=UTC),
    }
    return Plan.model_validate(usual | but)


def an_action(**but: object) -> Action:
    usual = {
        "ref": "1.1",
        "section": "Feeling Safe",
        "group": "1. Lanterns",
        "text": "Light the harbour path",
        "due": by(date(2031, 9, 30)),
        "owners": ("Nia Quill",),
    }
    return Action.model_validate(usual | but)


def an_event(**but: object) -> Event:
    usual = {
        "plan": "harbour",
        "ref": "1.1",
        "kind": EventKind.UPDATED,
        "at": NOW,
        "by": "nia",
        "by_name": "Nia Quill",
        "capacity": Capacity.OWNER,
        "where": "console",
        "message": f"m{next(_ids)}",
        "words": "1.1 going well",
    }
    return Event.model_validate(usual | but)


def an_instruction(**but: object) -> Instruction:
    usual = {
        "at": NOW,
        "by": "nia",
        "by_name": "Nia Quill",
        "where": "console",
        "message": "m0",
        "words": "pause the plan",
        "plan": "harbour",
        "order": Pause(),
    }
    return Instruction.model_validate(usual | but)


def a_question(**but: object) -> Question:
    usual = {"person": "nia", "plan": "harbour", "asked_at": NOW, "words": "done", "options": ()}
    return Question.model_validate(usual | but)


def a_request(text: str = "1.1 done", **but: object) -> Request:
    usual = {
        "id": f"r{next(_ids)}",
        "workspace": "home",
        "account": NIAS_ACCOUNT,
        "address": HERE,
        "text": text,
    }
    return Request.model_validate(usual | but)


def an_outgoing(**but: object) -> Outgoing:
    usual = {
        "key": f"k{next(_ids)}",
        "kind": Kind.REMINDER,
        "address": HERE,
        "reply": Reply(summary="How is 1.1?", parts=(Paragraph(text="Say it in a word."),)),
        "not_before": NOW,
        "day": TODAY,
    }
    return Outgoing.model_validate(usual | but)
