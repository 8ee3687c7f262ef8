"""Where what is told goes over into a question: "7.3 done, who do I send it to?"."""

import re
from bisect import bisect, bisect_left
from collections.abc import Sequence
from typing import Protocol

from language.lexicon.patterns import pattern, sign_of_any
from language.lexicon.text import ENDS, Words
from language.lexicon.vocabulary import Hit
from language.references.finding import Mention

OF_UNDOING = pattern("questions.of_undoing")
ASIDE = pattern("asking_next.aside")
BY_YOUR_LEAVE = pattern("asking_next.by_your_leave")
MORE = pattern("asking_next.more")
OPENS_ASKING = pattern("asking_next.opens_asking")
OF_ANOTHER = pattern("asking_next.of_another")
WHEN_AGAIN = pattern("asking_next.when_again")
BESIDE = (ASIDE, BY_YOUR_LEAVE, MORE)
ASKED_NEXT = sign_of_any(*BESIDE, OF_ANOTHER, WHEN_AGAIN)
ONLY_RATED = re.compile(  # "on track", in answer to a reminder
    r"\W*(?:yes,? |yep,? |all |still |now |it'?s |thanks,? )*(?:on track|done|complete|completed"
    r"|finished|amber|green|red|in progress|ongoing|delayed|late|at risk|not started|\d{1,3} ?%)"
    r"(?: now| thanks)?"
)
ANYTHING = re.compile(  # but no tag: "done, is it?"
    r" ?(?:and |so |but )?(?:who|what|when|where|how|which|why|is|are|has|have|did|does|do)"
    r"(?:['’]s)? (?!(?:it|they|that) ?\?)[^.;!?]{5,}\?"
)
SEVERAL = 2
QUESTION = 120  # letters in which it shows what a question is of
TURNING_TO_ASK = frozenset([",", "-", ";", "(", "and", "so", "but"])
TELLING = frozenset(["said", "label", "mark", "local", "idiom"])
OF_AN_OWNER = frozenset([("who", "owns"), ("who", "leads")])
ASKING = frozenset(
    (verb, who)
    for verb in ("can", "could", "would", "will")
    for who in ("you", "u", "someone", "somebody", "anyone")
) | {
    ("what", "is"),
    ("what", "about"),
    ("how", "is"),
    ("how", "about"),
    ("when", "is"),
    *OF_AN_OWNER,
}


def asks_next(words: Words, at: int) -> bool:
    """Read "7.3 done, can you tell me about 7.4?": news, and then a question."""
    if OF_UNDOING.match(_from(words, at + 1), words.signs):
        return True
    if "?" not in words.said:
        return False
    opening = tuple(words.norms(at + 1, at + 3))
    if opening[:1] == ("and",):
        opening = tuple(words.norms(at + 2, at + 4))
    return opening in ASKING and "?" in words.norms(at, len(words.tokens))


class Recognised(Protocol):
    """What was found in a message: its references and phrases."""

    mentions: Sequence[Mention]
    hits: Sequence[Hit]


def turns_aside(words: Words, marked: Recognised) -> frozenset[int]:
    """Where "7.3 done, who do I send it to?" turns to what is asked or wished beside the news."""
    if not words.signs & ASKED_NEXT or TURNING_TO_ASK.isdisjoint(words.said):
        return frozenset()
    told = [each.first for each in marked.hits if _tells(each)]
    told = sorted([*told, *(at for at, norm in enumerate(words.listed) if norm == "%")])
    ends = [at for at, norm in enumerate(words.listed) if norm in ENDS]
    turning = (at for at, norm in enumerate(words.listed) if norm in TURNING_TO_ASK)
    mentions = marked.mentions
    return frozenset(
        [
            at
            for at in turning
            if _asks_aside(words, mentions, told, ends, at)
            or _tells_next(words, mentions, told, ends, at)
        ]
    )


def _asks_aside(
    words: Words, mentions: Sequence[Mention], told: Sequence[int], ends: Sequence[int], at: int
) -> bool:
    """The sentence has told something by then, and does not itself ask or suppose."""
    opens = ends[bisect(ends, at - 1) - 1] + 1 if ends and ends[0] < at else 0
    if ONLY_RATED.fullmatch(words.span(opens, at)[:QUESTION]) and ANYTHING.match(
        _from(words, at + 1)
    ):
        return True
    if bisect_left(told, at) == bisect_left(told, opens):
        return False
    if OPENS_ASKING.match(_from(words, opens), words.signs):
        return False
    rest = _from(words, at + 1)
    if any(each.match(rest, words.signs) for each in BESIDE):
        return True
    if WHEN_AGAIN.match(rest, words.signs):  # of one action "amber, ask me again on 1 March"
        return sum(opens <= each.first < at for each in mentions) < SEVERAL
    beyond = ends[bisect(ends, at)] if ends and ends[-1] > at else len(words.listed)
    asks = OF_ANOTHER.match(rest, words.signs) is not None
    return asks and _of_another(mentions, (opens, at, beyond))


def _tells_next(
    words: Words, mentions: Sequence[Mention], told: Sequence[int], ends: Sequence[int], at: int
) -> bool:
    """Read "when's 7.4 due, 7.3 is finished" as a question, and then news of another."""
    opens = ends[bisect(ends, at - 1) - 1] + 1 if ends and ends[0] < at else 0
    beyond = ends[bisect(ends, at)] if ends and ends[-1] > at else len(words.listed)
    if words.norm(at) == "and" or words.norm(beyond) == "?":
        return False
    if bisect_left(told, at) == bisect_left(told, beyond):
        return False
    if not any(each.first == at + 1 for each in mentions):
        return False
    asks = OF_ANOTHER.match(_from(words, opens), words.signs) is not None
    return asks and _of_another(mentions, (opens, at, beyond))


def _of_another(mentions: Sequence[Mention], places: tuple[int, int, int]) -> bool:
    """Read "7.3 on track, how's 7.4 doing?" as asked of another action than is told of."""
    opens, at, beyond = places
    told = {ref for each in mentions if opens <= each.first < at for ref in each.refs}
    asked = {ref for each in mentions if at < each.first < beyond for ref in each.refs}
    return bool(told and asked) and told.isdisjoint(asked)


def _tells(hit: Hit) -> bool:
    return hit.term.status is not None and hit.term.strength in TELLING


def _from(words: Words, at: int) -> str:
    """What is said from a place on, as far as it shows what is asked."""
    start = words.tokens[at].start if at < len(words.tokens) else len(words.low)
    return words.low[start : start + QUESTION]
