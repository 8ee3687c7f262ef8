"""An outcome is worked out in steps, each of which settles what is its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from language.news.draft import Draft
from language.news.drafting import (
    SETTLING,
    SHARING_OUT,
    summed_up,
    with_claim,
    with_day_deciding,
    with_days_to_come,
    with_doubt_in_share,
    with_doubts,
    with_doubts_of_others,
    with_each_own,
    with_headline,
    with_milestone,
    with_sound_day,
    with_status,
)
from tests.language.drafts import drafts
from tests.language.table import rows

type Step = Callable[[Draft], Draft]
OWN: dict[Step, set[str]] = {
    with_claim: {"chosen", "clash", "verdict", "headline"},
    with_days_to_come: {"promises"},
    with_status: {"status", "doubts"},
    with_doubts: {"doubts"},
    summed_up: {"status", "doubts", "undated"},
    with_headline: {"headline", "doubts"},
    with_doubt_in_share: {"doubts"},
    with_day_deciding: {"status", "doubts"},
    with_sound_day: {"unsound"},
    with_milestone: {"status", "doubts", "milestone"},
    with_doubts_of_others: {"doubts"},
    with_each_own: {"doubts", "each_own"},
}
STEPS = (*SETTLING, *SHARING_OUT)
TABLES = ("messages", "second_thoughts", "everyday", "new_days", "several", "commentary")
# Where a step has something to settle: the message, and what it settles then.
SETTLED = (
    (with_claim, "7.3: green for the rooms, red for staff. Overall I'd go amber", {"verdict"}),
    (with_claim, "7.3 late but done now", {"chosen", "clash"}),
    (with_claim, "1.2 is done", {"headline"}),
    (with_days_to_come, "1.2 was a month behind, now back on schedule", {"promises"}),
    (with_status, "7.3 on track", {"status"}),
    (with_doubts, "7.3 done by P9", {"doubts"}),
    (summed_up, "7.3: green for the rooms, red for staff. Overall I'd go amber", {"doubts"}),
    (summed_up, "7.3 The tutors hope to sign by May. Overall red.", {"doubts", "undated"}),
    (with_headline, "2.2 done early may", {"headline"}),
    (with_doubt_in_share, "1.1 12 of 40 replied (30%)", {"doubts"}),
    (with_day_deciding, "1.1 done, the last two will be finished by 30 April", {"status"}),
    (with_sound_day, "7.3 will finish on 31 November", {"unsound"}),
    (with_doubts_of_others, "1.1 and 1.2 on track, except the wardens, that's amber", {"doubts"}),
    (with_each_own, "1.1 and 1.2 green and amber", {"each_own", "doubts"}),
)


def changes(text: str) -> Iterator[tuple[str, set[str]]]:
    """Each step, and what it settles anew of what stands in a message."""
    for draft in drafts(text):
        for step in STEPS:
            after = step(draft)
            yield (
                step.__name__,
                {n for n in Draft._fields if getattr(draft, n) != getattr(after, n)},
            )
            draft = after


def test_it_is_said_of_every_step_what_it_settles():
    assert tuple(OWN) == STEPS


@pytest.mark.parametrize("table", TABLES)
def test_a_step_settles_only_what_is_its_own(table: str):
    own = {step.__name__: fields for step, fields in OWN.items()}
    text = Path(__file__).with_name(f"{table}.txt").read_text(encoding="utf-8")
    strayed = [
        (row.text, step, changed - own[step])
        for row in rows(text)
        for step, changed in changes(row.text)
        if not changed <= own[step]
    ]
    assert strayed == []


@pytest.mark.parametrize(
    ("step", "text", "settled"), SETTLED, ids=[f"{each[0].__name__}: {each[1]}" for each in SETTLED]
)
def test_a_step_settles(step: Step, text: str, settled: set[str]):
    changed = [fields for name, fields in changes(text) if name == step.__name__]
    assert any(settled <= fields for fields in changed), changed
