"""How a problem is put to whoever ran into it: what, and what to do; nothing for operators."""

from datetime import date
from typing import get_args

import pytest

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
from handlers.wording import sentence

PROBLEMS: tuple[tuple[Problem, str], ...] = (
    (NoPlan(), "by dropping the document into our direct messages"),
    (NoPlanForYou(), "open to their own people only"),
    (UnknownPlan("reef", ()), "There is no plan called “reef”. None has been read in yet."),
    (UnknownPlan("reef", ("harbour",)), "There is harbour."),
    (UnknownAction("9.9", ("9.1",)), "The plan has no action 9.9. There is 9.1."),
    (UnknownPart("dragons", ("Feeling Safe",)), "There is “Feeling Safe”."),
    (UnknownName("Uma", "person", ("Nia", "Sam")), "There are “Nia” and “Sam”."),
    (UnknownPerson(), "link your account to your name"),
    (NotYours("9.1", (), ()), "has no owner in the plan"),
    (NotYours("9.1", ("Harbour Master",), ("Sam",)), "9.1 is Harbour Master’s (Sam)."),
    (NotAllowed("say who is who", "an administrator", ("Kit",)), "Ask Kit."),
    (NothingToUndo(), "nothing of yours to take back"),
    (NoQuestion(), "not waiting for an answer"),
    (MessageTooLong(12_000, 10_000), "12,000 characters"),
    (BeyondReach(date(2999, 1, 1)), "2999 is too far away"),
    (Unreadable("That is no plan.", "Send another."), "That is no plan. Send another."),
    (StoreUnavailable("It is shut.", "Open it."), "It is shut. Open it."),
)


@pytest.mark.parametrize(("problem", "told"), PROBLEMS)
def test_each_problem_is_put_in_words(problem: Problem, told: str):
    assert told in sentence(problem)


@pytest.mark.parametrize("problem", [each for each, _ in PROBLEMS])
def test_nobody_is_told_in_a_chat_to_type_a_command(problem: Problem):
    assert "planbot" not in sentence(problem)


def test_the_type_checker_is_told_of_every_problem():
    known = {*get_args(Unknown.__value__), *get_args(AnyProblem.__value__)} - {Unknown}

    assert known == set(Problem.__subclasses__()) == {type(each) for each, _ in PROBLEMS}
