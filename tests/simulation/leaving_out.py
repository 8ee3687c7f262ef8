"""The judges of a fault of ours: it is told, and it ends nothing but what it is about."""

from collections import Counter
from collections.abc import Iterator

from tests.simulation.evidence import had_by, hindered
from tests.simulation.setting import ADMINISTRATOR
from tests.simulation.story import Story


def no_beat_fails(story: Story) -> Iterator[str]:
    for told in story.failed_beats:
        yield f"a beat ended with {told}"


def what_cannot_be_looked_after_is_told(story: Story) -> Iterator[str]:
    """To the administrator, where nothing stood still, and not twice in a week."""
    if story.setting.faulty is None:
        return
    had = had_by(story, ADMINISTRATOR)
    told = [each.message.day for each in had if any(map(_of_a_fault, each.message.says))]
    for week, count in Counter(f"{day:%G-W%V}" for day in told).items():
        if count > 1:
            yield f"what could not be looked after was told {count} times in {week}"
    start, end = story.setting.start, story.setting.end
    if not told and not hindered(story, start, end) and not story.setting.sleepy:
        yield f"{story.setting.faulty} could not be looked after and nobody was told"


def _of_a_fault(named: str) -> bool:
    """What is said again since nobody could look for it is not named once more."""
    return named.startswith("fault ")
