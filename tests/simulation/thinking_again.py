"""The judges of what people think better of, and of what they tell late."""

import re
from collections.abc import Iterator
from datetime import date

from domain.events import Event
from tests.simulation.evidence import name_of, standing
from tests.simulation.setting import BOARD
from tests.simulation.story import Story
from tests.simulation.whims import Notice

YEAR = re.compile(r" \d{4}")


def what_is_put_otherwise_no_longer_counts(story: Story) -> Iterator[str]:
    """Of a message that was edited only the last wording stands."""
    heard = {story.edits[each] for each in story.told if each in story.edits}
    for event in standing(story):
        if event.message in heard and not _is_last(story, event):
            yield f"“{event.words}” still stands of {name_of(event)}, and was edited"


def _is_last(story: Story, event: Event) -> bool:
    return story.wordings(event.message)[-1].endswith(event.words)


def what_is_told_late_is_noted(story: Story) -> Iterator[str]:
    """From its first day to its last, as the answer says."""
    noted = {each.text: _noted(each) for each in story.setting.whims.notices}
    for request, told in story.told.items():
        text = story.said[request]
        answer = YEAR.sub("", told.reply.summary)
        if text in noted and not answer.startswith(noted[text]):
            yield f"“{text}” was answered: {answer}"


def _noted(notice: Notice) -> str:
    if notice.chair:
        return f"{notice.chair.name} is chair of {BOARD}."
    if notice.leave:
        opening, first, last = "You are away on", notice.leave.start, notice.leave.end
    else:
        opening, first, last = "Closed", notice.closed[0], notice.closed[-1]
    if first == last:
        return f"{opening} {_day(first)}"
    return f"{opening.removesuffix(' on')} from {_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%B}"
