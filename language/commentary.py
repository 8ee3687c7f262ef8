"""What commentary tells of its action: the verdict that it passes, else what it narrates."""

from language.forecasts import Promise
from language.known import Standing
from language.narrated import narrated
from language.passage import Passage
from language.prose import runs_of, sentences_of, told_in_prose
from language.spoken import Spoken
from language.telling import Told

EVENT = 1  # the level of what merely happened


def told_in_commentary(
    passage: Passage, spoken: Spoken, standing: Standing, promise: Promise | None
) -> Told | None:
    """What it tells; None where that is better told by its plainest clause.

    ``promise`` is what that clause alone would promise.
    """
    told = told_in_prose(passage, spoken, standing, promise)
    if told or promise or any(each.status and each.level > EVENT for each in passage.claims):
        return told
    sentences = sentences_of(runs_of(passage.clauses), passage, spoken, standing)
    return narrated(sentences, standing.title)
