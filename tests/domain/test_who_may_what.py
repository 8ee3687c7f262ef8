"""Who may what, as one table: a line for each right, a column for each role."""

import ast
import re
from collections.abc import Callable

import pytest

from domain import rights
from domain.people import Person, Standing
from domain.rights import (
    Capacity,
    may_accept,
    may_ask,
    may_close,
    may_hand_on,
    may_hold_rounds,
    may_name_chair,
    may_pause,
    may_restrict,
    may_say_who_is_who,
    may_set_asking,
    may_take_in,
    may_teach,
    may_undo,
    may_update,
    may_use_channel,
)
from domain.work import Section
from tests.builders import a_plan, an_action
from tests.tree import ROOT, text_of

OWN, OTHER, BOARD = "Harbour Board", "Quay Group", "Joint Board"
PLAN = a_plan(
    sections=(
        Section(name="Feeling Safe", slug="feeling-safe", partnership_groups=(OWN,)),
        Section(name="Feeling Well", slug="feeling-well", partnership_groups=(OTHER,)),
    )
)
ACTION = an_action(section="Feeling Safe", owners=("Nia Quill", "Harbour Master"))


def standing(**but: object) -> Standing:
    usual = {"person": Person(id="uma", name="Uma Sole"), "names": frozenset({"umasole"})}
    return Standing.model_validate(usual | but)


ROLES = {
    "somebody": standing(),
    "owner": standing(names=frozenset({"niaquill"})),
    "holder": standing(posts=frozenset({"harbourmaster"})),
    "delegate": standing(covers=frozenset({"niaquill"})),
    "chair": standing(chairs=frozenset({"harbourboard"})),
    "other chair": standing(chairs=frozenset({"quaygroup"})),
    "board's chair": standing(chairs=frozenset({"jointboard"})),
    "administrator": standing(administrator=True),
    "trial chair": standing(every_chair=True),
}
OFFICERS = ("owner", "holder", "delegate")
EVERYBODY = tuple(ROLES)

type Rule = Callable[[Standing], bool]

TABLE: dict[str, tuple[Rule, tuple[str, ...]]] = {
    "update the action": (
        lambda who: may_update(who, ACTION, PLAN).granted,
        (*OFFICERS, "chair", "administrator", "trial chair"),
    ),
    "accept a new date": (
        lambda who: may_accept(who, ACTION, PLAN) is not Capacity.NONE,
        ("chair", "administrator", "trial chair"),
    ),
    "ask about it where it is restricted": (
        lambda who: may_ask(who, ACTION.owners, [OWN]),
        (*OFFICERS, "chair", "administrator", "trial chair"),
    ),
    "undo their own words": (lambda who: may_undo(who, who.person.id), EVERYBODY),
    "undo another's words": (lambda who: may_undo(who, "nia"), ("administrator",)),
    "hand the action on": (may_hand_on, ("administrator",)),
    "teach a word": (
        lambda who: may_teach(who, [ACTION], PLAN),
        (*OFFICERS, "chair", "administrator", "trial chair"),
    ),
    "teach a word where the plan has no action": (
        lambda who: may_teach(who, [], PLAN),
        ("administrator", "trial chair"),
    ),
    "say how often is asked about it": (
        lambda who: may_set_asking(who, [OWN]),
        ("chair", "administrator", "trial chair"),
    ),
    "say how often is asked about all": (
        lambda who: may_set_asking(who, []),
        ("administrator", "trial chair"),
    ),
    "hold a round for its section": (
        lambda who: may_hold_rounds(who, [OWN], [BOARD]),
        ("chair", "board's chair", "administrator", "trial chair"),
    ),
    "hold a round for all": (
        lambda who: may_hold_rounds(who, [OWN, OTHER], [BOARD]),
        ("board's chair", "administrator", "trial chair"),
    ),
    "pause the plan": (
        lambda who: may_pause(who, [OWN, OTHER], [BOARD]),
        ("board's chair", "administrator", "trial chair"),
    ),
    "restrict the plan": (may_restrict, ("administrator",)),
    "close the offices": (may_close, ("administrator",)),
    "take in a document": (may_take_in, ("administrator",)),
    "say who is who": (may_say_who_is_who, ("administrator", "trial chair")),
    "say who chairs the group": (
        lambda who: may_name_chair(who, OWN),
        ("chair", "administrator", "trial chair"),
    ),
    "say where the group is told": (
        lambda who: may_use_channel(who, OWN),
        ("chair", "administrator", "trial chair"),
    ),
}


@pytest.mark.parametrize("what", TABLE)
def test_a_right_is_of_those_who_are_named_and_of_nobody_else(what: str):
    may, theirs = TABLE[what]

    assert tuple(role for role, who in ROLES.items() if may(who)) == theirs


def test_the_table_has_every_right():
    tree = ast.parse(text_of(ROOT / "tests/domain/test_who_may_what.py"))
    called = {each.id for each in ast.walk(tree) if isinstance(each, ast.Name)}

    assert {name for name in vars(rights) if name.startswith("may_")} <= called


# What these show or choose to begin with follows the role; what may be done is asked of the rules.
SHOWING = {"channels", "help", "reasons", "rounds", "rousing", "whose"}


def test_no_handler_decides_by_the_role_itself():
    by_role = ("standing.administrator", "standing.every_chair", "standing.chairs")
    found = {
        file.stem
        for file in (ROOT / "handlers").glob("*.py")
        if any(re.search(rf"{each}\b", text_of(file)) for each in by_role)
    }
    assert found == SHOWING
