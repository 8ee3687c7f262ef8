"""What is told of several actions at once, after each of them: "On track with all three"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.work import Status
from language.claims.claimed import Claim
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.counted import is_counted
from language.news.updates import Outcome, same_for
from language.references.finding import How
from language.references.numerals import DIGITS

ALL = pattern("of_all.all")
TOLD = "ref.all"
DONE = re.compile(r"% (?:done|complete)\b")  # "1.1 is 60% done and 1.2 20% done, both on track"
TWO = "2"
PLAIN = 3  # the level of what is said in so many words


def of_all(outcomes: Sequence[Outcome], scene: Heard) -> list[Outcome]:
    """The same, where what is told of the last is said of those before it too."""
    found = list(outcomes)
    if len(found) < 2:
        return [_of_two(each, scene) for each in found]
    if _opens_with_all(outcomes, scene):
        return [found[0], *(_like_the_first(each, found[0]) for each in found[1:])]
    if not ALL.sign & scene.words.signs:
        return found
    for at, each in enumerate(outcomes):
        told = _told(each, scene)
        if told is None:
            continue
        count, status = told
        first = at + 1 - (count or at + 1)
        group = range(max(first, 0), at + 1)
        if first >= 0 and len(group) > 1 and _may_be_told(outcomes, group, scene):
            for place in group:
                found[place] = _telling(found[place], status)
    return found


def _opens_with_all(outcomes: Sequence[Outcome], scene: Heard) -> bool:
    """Read "both late, 1.1 for want of a tutor, 1.2 of a hall" as of both."""
    first, *rest = outcomes
    if first.empty or not all(each.empty and len(each.topic.refs) == 1 for each in rest):
        return False
    opening = first.topic.clauses[0]
    counted = _words_for_all(len(outcomes))
    leads = first.topic.named.isdisjoint(opening.span) and len(first.topic.refs) == 1
    return leads and scene.words.norm(opening.first) in counted


def _like_the_first(outcome: Outcome, first: Outcome) -> Outcome:
    return replace(same_for(outcome, first), doubts=(*first.doubts, TOLD))


def _words_for_all(many: int) -> tuple[str, ...]:
    return ("both", "all") if many == int(TWO) else ("all",)


def _of_two(outcome: Outcome, scene: Heard) -> Outcome:
    """Read "7.3 linked to 2.2, both amber" as of 7.3 at least."""
    several = len(scene.marked.mentions) > 1 and len(outcome.topic.refs) == 1
    if not several or "both" not in scene.words.said or outcome.empty:
        return outcome
    apart = (each for each in outcome.topic.clauses if outcome.topic.named.isdisjoint(each.span))
    both = any("both" in scene.words.norms(each.first, each.beyond) for each in apart)
    return replace(outcome, doubts=(*outcome.doubts, TOLD)) if both else outcome


def _told(outcome: Outcome, scene: Heard) -> tuple[int, Status] | None:
    """How many it is said of, 0 for all that there are, and what."""
    if outcome.topic.how is not How.TYPED:
        return None
    for clause in outcome.topic.clauses:
        match = ALL.search(scene.words.span(clause.first, clause.beyond), scene.words.signs)
        if match is None or clause.asks:
            continue
        said = match["n"] or (TWO if match["both"] else "0")
        after = [each for each in outcome.claims if _bears(each, outcome, clause.sentence)]
        if after and after[-1].status:
            return int(DIGITS.get(said, said)), after[-1].status
    return None


def _bears(claim: Claim, outcome: Outcome, sentence: int) -> bool:
    """Said in the sentence that is of them all, after the last name."""
    named = max(outcome.topic.named, default=0)
    told = claim.status is not None and claim.level > 1 and claim.hit.first > named
    return told and claim.clause.sentence == sentence


def _may_be_told(outcomes: Sequence[Outcome], group: range, scene: Heard) -> bool:
    """Nothing plainer is told of any before the last."""
    before = [outcomes[at] for at in group[:-1]]
    plain = any(
        each.level >= PLAIN and each.status and not is_counted(each, out, scene.spoken)
        for out in before
        for each in out.claims
    )
    single = all(out.topic.how is How.TYPED and len(out.topic.refs) == 1 for out in before)
    return single and not plain and not any(out.updates[0].forecast for out in before)


def _telling(outcome: Outcome, status: Status) -> Outcome:
    said: dict[str, object] = {"status": status}
    if status.finished or not DONE.search(outcome.updates[0].note):
        said["percent"] = None
    updates = tuple(each.model_copy(update=said) for each in outcome.updates)
    return replace(outcome, updates=updates, doubts=(*outcome.doubts, TOLD))
