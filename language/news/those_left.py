"""What is told of those few that were left out: "all bar two visited. One has closed"."""

from domain.work import Status
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.updates import Outcome

THOSE_LEFT = "status.those-left"
ALL_BUT = pattern("those_left.all_but")
ONE = pattern("those_left.one")
BY_THEM = (Status.COMPLETE, Status.IN_PROGRESS)


def with_those_left(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, but under way where what is done is done by one of those that are left."""
    if len(outcome.topic.refs) != 1 or outcome.updates[0].status not in BY_THEM:
        return outcome
    all_but = ALL_BUT.search(scene.words.low, scene.words.signs)
    if all_but is None or any(each.promise for each in outcome.claims):
        return outcome
    words = scene.words
    after = [
        words.span(each.clause.first, each.clause.beyond)
        for each in outcome.claims
        if each.status is Status.COMPLETE and words.tokens[each.hit.first].start > all_but.end()
    ]
    if not after or not all(ONE.match(each, words.signs) for each in after):
        return outcome
    return outcome.telling(Status.IN_PROGRESS, (*outcome.doubts, THOSE_LEFT))
