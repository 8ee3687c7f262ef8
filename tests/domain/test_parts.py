"""A section, group or action answers to what people call it."""

import pytest

from domain.events import Tracked, at_first
from domain.parts import group_code, part_named
from domain.problems import UnknownPart
from domain.summary import Scope
from domain.work import Section
from tests.builders import a_plan, an_action

PLAN = a_plan(
    key="harbour",
    sections=(
        Section(name="Feeling Safe", slug="feeling-safe"),
        Section(name="Feeling Well", slug="feeling-well"),
        Section(name="Learning & Play", slug="learning-and-play"),
    ),
)
ACTIONS = [
    an_action(ref="7.3", section="Feeling Safe", group="7. Light the quay"),
    an_action(ref="BH1.2", section="Feeling Well", group="BH1 Early help for all"),
    an_action(ref="3.1", section="Learning & Play", group="Recommendation 3: Open the hall"),
]
TRACKED = [Tracked(action=action, state=at_first(action)) for action in ACTIONS]


def part(name: str) -> Scope | str:
    found = part_named(name, PLAN, TRACKED)
    return found if isinstance(found, Scope) else found.action.ref


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("", Scope(plan="harbour")),
        ("harbour", Scope(plan="harbour")),
        ("feeling-safe", Scope(plan="harbour", section="Feeling Safe")),
        ("FEELING SAFE", Scope(plan="harbour", section="Feeling Safe")),
        ("learning and play", Scope(plan="harbour", section="Learning & Play")),
        ("learn", Scope(plan="harbour", section="Learning & Play")),
        ("section learn", Scope(plan="harbour", section="Learning & Play")),
        ("7", Scope(plan="harbour", group="7. Light the quay")),
        ("group 7", Scope(plan="harbour", group="7. Light the quay")),
        ("bh1", Scope(plan="harbour", group="BH1 Early help for all")),
        ("recommendation 3", Scope(plan="harbour", group="Recommendation 3: Open the hall")),
        ("7.3", "7.3"),
        ("bh 1.2", "BH1.2"),
    ],
)
def test_a_part_answers_to_its_names(name, found):
    assert part(name) == found


@pytest.mark.parametrize("name", ["feeling", "7.33", "nonsense", "8"])
def test_what_means_nothing_or_two_things_is_answered_with_what_there_is(name):
    with pytest.raises(UnknownPart) as problem:
        part(name)
    assert "Feeling Safe" in problem.value.known


@pytest.mark.parametrize(
    ("group", "code"),
    [
        ("7. Light the quay", "7"),
        ("BH1 Early help", "bh1"),
        ("Recommendation 12: Open", "12"),
        ("Early help for all", ""),
    ],
)
def test_a_group_is_called_by_the_code_it_is_printed_with(group, code):
    assert group_code(group) == code
