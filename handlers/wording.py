"""How each Problem is put to the person who ran into it: what, and what to do."""

from collections.abc import Sequence
from typing import assert_never, cast

from domain.calendar import FIRST_YEAR, LAST_YEAR
from domain.conversation import Reply
from domain.problems import (
    AnyProblem,
    BeyondReach,
    MessageTooLong,
    NoPlan,
    NoPlanForYou,
    NoQuestion,
    NotAllowed,
    NothingToUndo,
    NotYours,
    Problem,
    StoreUnavailable,
    Unknown,
    UnknownAction,
    UnknownName,
    UnknownPart,
    UnknownPerson,
    UnknownPlan,
    Unreadable,
)
from handlers.days import listed

FAULT = "Sorry, something went wrong on my side; your message is kept and I will try again."


def explain(problem: Problem) -> Reply:
    return Reply(summary=sentence(problem), private=True)


def sentence(problem: Problem) -> str:
    """One clear sentence, or two: what is the matter, and what can be done."""
    return _sentence(cast(AnyProblem, problem))  # a test sees to it that AnyProblem has all


def _sentence(problem: AnyProblem) -> str:
    match problem:
        case UnknownPerson():
            return (
                "I do not know you yet, so I have changed nothing. "
                "Ask the plan’s administrator to link your account to your name."
            )
        case NotYours() | NotAllowed():
            return _not_theirs(problem)
        case NothingToUndo():
            return "There is nothing of yours to take back."
        case NoQuestion():
            return (
                "I am not waiting for an answer to that. "
                "Say it again in words, with the number of the action."
            )
        case MessageTooLong(length=length, limit=limit):
            return (
                f"That message has {length:,} characters; I read at most {limit:,}. "
                "Nothing was recorded: please send it in parts."
            )
        case Unreadable(what=what, remedy=remedy) | StoreUnavailable(what=what, remedy=remedy):
            return f"{what} {remedy}".strip()
        case BeyondReach(day=day):
            return (
                f"{day.year} is too far away: I know the years {FIRST_YEAR} to {LAST_YEAR}. "
                "Nothing was recorded; please give the date again."
            )
        case _:
            return _unknown(problem)


def _unknown(problem: Unknown) -> str:
    match problem:
        case NoPlan():
            return (
                "No plan has been read in yet. An administrator can do it by dropping the "
                "document into our direct messages."
            )
        case NoPlanForYou():
            return (
                "The plans here are open to their own people only, and you are not among them. "
                "An administrator can change that."
            )
        case UnknownName(name=name, kind=kind, known=known):
            return f"I know no {kind} called “{name}”.{_there_are(known)}"
        case UnknownPlan(key=key, known=known):
            there_is = _there_is(known) or " None has been read in yet."
            return f"There is no plan called “{key}”.{there_is}"
        case UnknownAction(ref=ref, near=near):
            return f"The plan has no action {ref}.{_there_is(near)}"
        case UnknownPart(name=name, known=known):
            return f"The plan has no section, group or action called “{name}”.{_there_are(known)}"
        case _:
            assert_never(problem)


def _not_theirs(problem: NotYours | NotAllowed) -> str:
    if isinstance(problem, NotAllowed):
        asked = f" Ask {listed(problem.people)}." if problem.people else ""
        return f"Only {problem.whose} may {problem.what}.{asked}"
    whose = " and ".join(problem.owners)
    if not whose:
        return (
            f"{problem.ref} has no owner in the plan, so only the chair or an administrator "
            "may update it. I have not changed it."
        )
    people = [each for each in problem.people if each not in problem.owners]
    held = f" ({', '.join(people)})" if people else ""
    return f"{problem.ref} is {whose}’s{held}. I have not changed it."


def _there_are(names: Sequence[str]) -> str:
    """Names may have commas in them, so that each is quoted."""
    quoted = [f"“{each}”" for each in names[:8]]
    return f" There {'is' if len(quoted) == 1 else 'are'} {listed(quoted)}." if quoted else ""


def _there_is(known: Sequence[str]) -> str:
    return f" There {'is' if len(known) == 1 else 'are'} {listed(known[:8])}." if known else ""
