"""What was to be secured has been: "we've got the money!!" of "Secure funding for the hall"."""

from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.updates import Outcome
from language.references.titles import heading

TOLD = pattern("won.told")
PARTLY = pattern("won.partly")
SECURING = frozenset(["secure", "obtain", "win", "attract", "raise", "access", "bid", "apply"])


def is_won(outcome: Outcome, scene: Heard) -> bool:
    """Whether it is plainly told that what the title is to secure is there."""
    signs = scene.words.signs
    if not TOLD.sign & signs or len(outcome.topic.refs) != 1:
        return False
    title = scene.plan.standings[outcome.topic.refs[0]].title
    if heading(title).deed not in SECURING:
        return False
    told = [scene.words.span(each.first, each.beyond) for each in outcome.topic.clauses]
    if any(each.asks for each in outcome.topic.clauses):
        return False
    found = any(TOLD.search(each, signs) for each in told)
    return found and not any(PARTLY.search(each, signs) for each in told)
