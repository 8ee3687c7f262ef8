"""What is said to be done, and then that something is left of it: "done, two flats to go"."""

from collections.abc import Iterator

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.spoken import Spoken
from language.lexicon.patterns import pattern
from language.news.updates import Outcome

LEFT = pattern("remaining.left")
NEARLY = pattern("remaining.nearly")
REMAINS = "left.remains"
NONE = frozenset(
    [
        "no",
        "nothing",
        "none",
        "zero",
        "without",
        "nor",
        "not",
        "any",
        "isn't",
        "aren't",
        "anything",
        "0",
    ]
)
TIMES = frozenset(["day", "days", "week", "weeks", "month", "months", "hours", "minutes", "wks"])
NEAR = 3  # words before what is left


def with_remains(outcome: Outcome, spoken: Spoken) -> Outcome:
    """The same, but under way where it is said to be done and then that something is left.

    Which of the two was meant is to be confirmed in any case.
    """
    if not all([each.status is Status.COMPLETE for each in outcome.updates]):
        return outcome
    if not (LEFT.sign | NEARLY.sign) & spoken.words.signs:
        return outcome
    done = [each for each in outcome.claims if each.status is Status.COMPLETE]
    done = [each for each in done if each.direct] or done
    after = _after(done[-1], outcome, spoken) if done else ()
    if not any([_is_left(text, spoken) for text in after]):
        return outcome
    return outcome.telling(Status.IN_PROGRESS, (*outcome.doubts, REMAINS))


def _after(claim: Claim, outcome: Outcome, spoken: Spoken) -> Iterator[str]:
    """What is told of the action after it was said to be done, clause by clause."""
    for each in outcome.topic.clauses:
        first = max(each.first, claim.hit.beyond)
        if first < each.beyond and not each.asks:
            yield spoken.words.span(first, each.beyond)


def _is_left(text: str, spoken: Spoken) -> bool:
    signs = spoken.words.signs
    if NEARLY.match(text, signs):
        return True
    match = LEFT.search(text, signs)
    if match is None or not TIMES.isdisjoint(match.group().split()):
        return False  # "done with two weeks to go"
    return NONE.isdisjoint(text[: match.start()].split()[-NEAR:] + match.group().split())
