"""What was told of one action, and then put right as meant of another: "7.3 done - sorry, 7.4"."""

from collections.abc import Sequence
from dataclasses import replace

from domain.work import Status
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.mistaken import MEANT
from language.news.updates import Outcome, same_for
from language.references.finding import How

PUT_RIGHT = "left.put-right"
DROPPED = pattern("put_right.dropped")
SLIP = pattern("put_right.slip")
MEANT_FOR = pattern("put_right.meant_for")
DENIED = pattern("put_right.denied")
OTHER_WAY = pattern("put_right.other_way")
LIGHT = frozenset(".,;:!()-\n*") | {"just", "only", "the", "i", "mean", "meant", "sorry", "thanks"}


def put_right(scene: Heard, outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Read "6.4 done, no wait, I mean 6.2": what was said of the first is taken back."""
    kept: list[Outcome] = []
    for each in outcomes:
        if kept and _takes_back(scene, kept[-1], each):
            before = kept.pop()
            each = same_for(each, before) if each.empty else each
        elif kept and _drops(scene, kept, each):
            kept = [replace(each, doubts=(*each.doubts, PUT_RIGHT))]
            continue
        elif kept and _slips(scene, kept[-1], each):
            each = same_for(each, kept.pop())
            each = replace(each, doubts=(*each.doubts, PUT_RIGHT))
        kept.append(each)
    return _other_way_round(scene, [_denied_after(scene, each) for each in kept])


def _takes_back(scene: Heard, before: Outcome, after: Outcome) -> bool:
    return bool(MEANT.search(_between(scene, before, after)))


def _drops(scene: Heard, kept: Sequence[Outcome], after: Outcome) -> bool:
    """Read "7.3 done. Scrap that. 7.4 done" as of 7.4 alone; after a mere "correction" only where
    the same is told of both."""
    before = kept[0]
    if len(kept) > 1 or before.empty or after.empty:
        return False
    dropped = DROPPED.search(_between(scene, before, after))
    if dropped is None or len(before.topic.refs) != len(after.topic.refs):
        return False
    return not dropped["alike"] or before.updates[0].status is after.updates[0].status


def _between(scene: Heard, before: Outcome, after: Outcome) -> str:
    """What stands between the names of two, or between what is told of a reminder's and a name;
    "" where they stand otherwise."""
    replied = before.topic.how is How.REPLIED
    if not after.topic.named or not (before.topic.named or replied):
        return ""
    end, start = max(before.topic.named, default=-1) + 1, min(after.topic.named)
    return scene.words.span(end, start) if end < start else ""


def _slips(scene: Heard, before: Outcome, after: Outcome) -> bool:
    """Read "7.3 done, sorry 7.4" as of 7.4, and "both done - no, just the first" as of that; so
    "done. No, that was for 7.4" under a reminder for 7.3."""
    if before.empty or not after.empty or not _says_no_more(scene, after):
        return False
    between = _between(scene, before, after)
    if before.topic.how is How.REPLIED and MEANT_FOR.search(between):
        return True
    slip = SLIP.search(between)
    told, meant = {*before.topic.refs}, {*after.topic.refs}
    if slip is None:
        return False
    return len(told) == len(meant) or meant < told or slip["only"] is not None


def _says_no_more(scene: Heard, outcome: Outcome) -> bool:
    topic = outcome.topic
    at = (at for each in topic.clauses for at in each.span if at > min(topic.named, default=-1))
    return all(each in topic.named or scene.words.norm(each) in LIGHT for each in at)


def _denied_after(scene: Heard, outcome: Outcome) -> Outcome:
    """Read "done. Sorry, 7.3 isn't" and "done, hang on, no it isn't" as not done."""
    topic, statuses = outcome.topic, {each.status for each in outcome.updates}
    if statuses != {Status.COMPLETE} or len(topic.clauses) < 2:
        return outcome
    last = topic.clauses[-1]
    norms = ("it" if at in topic.named else scene.words.norm(at) for at in last.span)
    if DENIED.fullmatch(" ".join(norms)) is None:
        return outcome
    return outcome.telling(Status.IN_PROGRESS, (*outcome.doubts, PUT_RIGHT))


def _other_way_round(scene: Heard, outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Read "7.3 done, 7.4 late - sorry, other way round" as each told of the other.

    Of more than two nobody can tell how it is then: it stays as it was said, in doubt.
    """
    told = [each for each in outcomes if not each.empty]
    if len(told) < 2 or not OTHER_WAY.search(scene.words.low, scene.words.signs):
        return list(outcomes)
    if len(told) > 2 or any(each.promise and each.promise.slip for each in told):
        doubted = (replace(each, doubts=(*each.doubts, PUT_RIGHT)) for each in outcomes)
        return list(doubted)
    first, then = told
    return [
        replace(same_for(each, other), doubts=(*other.doubts, PUT_RIGHT))
        for each, other in ((first, then), (then, first))
    ]
