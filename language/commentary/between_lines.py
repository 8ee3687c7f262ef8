"""What can be told of commentary that passes no verdict: that it falls short, or is under way."""

from collections.abc import Sequence

from domain.work import Status
from language.claims.subjects import About, Sentence
from language.commentary.prose_verdicts import Verdict
from language.commentary.telling import QUOTED, Told
from language.commentary.weakened import SLOW
from language.lexicon.patterns import pattern
from language.lexicon.words import word_set
from language.promises.promise import Promise

UNDER_WAY = pattern("verdicts.in_progress")
FALLING_SHORT = pattern("verdicts.falling_short")
WORKS = word_set("prose.works")


def between_the_lines(
    sentences: Sequence[Sentence],
    verdicts: Sequence[Verdict],
    late: bool,
    promise: Promise | None,
) -> Told | None:
    """No verdict: what falls short is at risk, what is being done is under way."""
    if promise and promise.slip and promise.day and not promise.doubt:
        return None  # "two weeks later than planned" has its own day
    if any(FALLING_SHORT.search(each.low, each.signs) for each in sentences):
        return Told(Status.DELAYED, None, ("prose.falling-short",), "prose.inferred")
    whole = any(each.about is not About.OTHER for each in verdicts)
    slow = late or whole or any(each.status in SLOW for each in verdicts)
    if not slow and any(_is_under_way(each) for each in sentences):
        return Told(Status.IN_PROGRESS, None, (), "prose.under-way")
    if len(sentences) < 2 or (promise and not promise.doubt):
        return None
    return _of_parts(verdicts)


def _is_under_way(sentence: Sentence) -> bool:
    """The work itself, or its writing or buying, is being done."""
    for match in UNDER_WAY.all_in(sentence.low, sentence.signs):
        first, _ = sentence.span(match, sentence.first)
        start = sentence.start(first)
        work = not WORKS.isdisjoint(sentence.words.norms(start, first))
        if work or sentence.about(first) is About.OWN:
            return True
    return False


def _of_parts(verdicts: Sequence[Verdict]) -> Told | None:
    """What is said of parts alone is asked about; a part that is done leaves the rest to do."""
    statuses = {each.status for each in verdicts if each.about is About.OTHER}
    if len(statuses) != 1 or any(each.about is not About.OTHER for each in verdicts):
        return None
    status = statuses.pop()
    status = Status.IN_PROGRESS if status is Status.COMPLETE else status
    quoted = any(each.doubt == QUOTED for each in verdicts)
    return Told(status, None, (QUOTED if quoted else "verdict.part",), "prose.part")
