"""What commentary tells of its action: the verdict that it passes, else what it narrates."""

from language.claims.passage import Passage
from language.claims.spoken import Spoken
from language.commentary.narrated import narrated
from language.commentary.prose import runs_of, sentences_of, told_in_prose
from language.commentary.telling import Told
from language.dates.calendar import Length
from language.promises.promise import Promise
from language.promises.sound_days import JUST_PASSED
from language.references.known import Standing

A_YEAR = Length(-1, "year")
EVENT = 1  # the level of what merely happened


def told_in_commentary(
    passage: Passage, spoken: Spoken, standing: Standing, promise: Promise | None
) -> Told | None:
    """What it tells; None where that is better told by its plainest clause.

    ``promise`` is what that clause alone would promise.
    """
    told = told_in_prose(passage, spoken, standing, promise)
    if told or promise or any([each.status and each.level > EVENT for each in passage.claims]):
        return told
    if _goes_past(passage, standing):
        return None
    sentences = sentences_of(runs_of(passage.clauses), passage, spoken, standing)
    return narrated(sentences, standing.title)


def _goes_past(passage: Passage, standing: Standing) -> bool:
    """Whether a day is told that is later than the one held to: it may well be the new one."""
    held_to = standing.expected
    if held_to is None or held_to < passage.today:
        return False
    return any(
        each.day is not None
        and each.day > held_to
        and not (each.said.yearless and passage.today - A_YEAR.after(each.day) <= JUST_PASSED)
        for each in passage.dates
    )
