"""The judges of reporting rounds: each opens, takes its answers, and is handed over."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from domain.events import EventKind
from domain.people import LONDON, Person
from domain.rounds import Round
from tests.simulation.evidence import (
    DAY,
    any_leave,
    asked,
    council,
    had_by,
    hindered,
    name_of,
    redated,
    rounds_said,
    silent,
    standing,
)
from tests.simulation.setting import ADMINISTRATOR
from tests.simulation.story import Story

PEACE = 4 * DAY  # after news in which no other reason to ask can come up


def a_round_opens_to_its_owners(story: Story) -> Iterator[str]:
    """Of those who have said nothing: soon, with all of theirs."""
    for held in story.rounds:
        start = _begins(held)
        end = _days_on(story, start)
        if end > story.setting.end or hindered(story, start, end):
            continue
        for task, owner in silent(story):
            if task.plan != held.scope.plan or any_leave(story, owner):
                continue
            had = [each for each in had_by(story, owner) if start <= each.begun <= end]
            said = [each for each in had if any(_is_of(held, it) for it in rounds_said(each))]
            if not any(task.name in asked(each) for each in said):
                yield f"the round of {held.days.opens:%d %b} was not opened to {owner.id}"


def what_is_answered_is_asked_no_more(story: Story) -> Iterator[str]:
    """In a round, of what was answered in it a while before: only its own day is a reason."""
    for held in story.rounds:
        snoozed = {name_of(e) for e in story.events if e.kind is EventKind.SNOOZED}
        others = snoozed | redated(story)
        answered = [
            event
            for event in standing(story)
            if event.kind is EventKind.UPDATED
            and event.plan == held.scope.plan
            and name_of(event) not in others  # their end, or new day, is a reason as well
            and event.at >= _begins(held)
        ]
        for each in story.deliveries:
            if any(_is_of(held, it) for it in rounds_said(each)):
                for event in answered:
                    soon = timedelta(0) < each.begun - event.at < PEACE
                    if soon and name_of(event) in asked(each):
                        yield f"{each.message.key} asks about {name_of(event)}, answered in a round"


def a_round_is_handed_over(story: Story) -> Iterator[str]:
    """To the office, soon after it closed."""
    for held in story.rounds:
        start = datetime.combine(held.days.closes + DAY, time(), tzinfo=LONDON)
        end = _days_on(story, start)
        if end > story.setting.end or hindered(story, start, end):
            continue
        if not _handed(story, held, ADMINISTRATOR, end):
            yield f"the round that closed on {held.days.closes:%d %b} was not handed over"


def _handed(story: Story, held: Round, person: Person, by: datetime) -> bool:
    had = [each for each in had_by(story, person) if each.begun <= by]
    return any(f"round {held.id} handed over" in each.message.says for each in had)


def _begins(held: Round) -> datetime:
    start = datetime.combine(held.days.opens, time(), tzinfo=LONDON)
    return max(start, held.opened.at)


def _days_on(story: Story, start: datetime) -> datetime:
    """The end of the second working day from a moment on."""
    day = council(story).ahead(start.astimezone(LONDON).date(), 2)
    return datetime.combine(day, time(23), tzinfo=LONDON)


def _is_of(held: Round, said: str) -> bool:
    return said.startswith(f"round {held.id} ") and not said.endswith("handed over")
