"""Who or what each clause is about: the reference in it, the one before, or the reminder's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from language.clauses import Clause
from language.known import KnownPlan
from language.references import LINKS, How, Mention, joined
from language.text import Words
from language.words import word_set

WHOLE = word_set("topics.whole")
OF = word_set("topics.of")
EXCEPT = word_set("topics.except")
EXCEPTING = word_set("topics.excepting")
ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "fifth": 5,
    "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "last": -1, "latter": -1, "former": 1, "one": 1, "two": 2, "three": 3,
}  # fmt: skip
SUITS = word_set("topics.suits") | {""}
MINE = re.compile(
    r"\b(?:all (?:of )?(?:mine|my (?:actions|ones|stuff|items))|everything (?:of mine|i(?:'ve| have)? (?:got|own|have)|on my (?:list|plate))|all (?:the ones )?i'?(?:ve| have) got|mine are all|my actions are all)\b"
)
BOTH = word_set("topics.both")
OTHERS = re.compile(r"\b(?:the )?(?:other(?: one| two| three)?s?|rest|remaining(?: ones)?)\b")


@dataclass
class Topic:
    """Some actions, where they are named, and the clauses about them."""

    refs: tuple[str, ...]
    how: How
    named: frozenset[int] = frozenset()
    clauses: list[Clause] = field(default_factory=list)


def mentions_of(words: Words, single: Sequence[Mention], plan: KnownPlan) -> list[Mention]:
    """References, ranges and lists, and whole parts of the plan with their exceptions."""
    mentions = joined(words, single, plan)
    groups = [each for at in range(len(words.tokens)) if (each := _whole_part(words, at, plan))]
    for group in groups:
        excepted = _excepted(words, group, mentions)
        kept = tuple(ref for ref in group.refs if ref not in excepted)
        mentions = [each for each in mentions if not _inside(each, group)]
        mentions = [
            each
            for each in mentions
            if not set(each.refs) <= excepted or _has_own_words(words, each)
        ]
        mentions.append(group._replace(refs=kept))
    return sorted(mentions)


def replied_mentions(words: Words, about: Sequence[str]) -> list[Mention]:
    """ "Both", "the first one", "2", "the others": of the actions of a reminder, in its order."""
    found: list[Mention] = []
    for at in range(len(words.tokens)):
        mention = _ordinal(words, at, about, len(found) + 1) or _all_of(words, at, about)
        if mention and (not found or mention.first >= found[-1].beyond):
            found.append(mention)
    other = OTHERS.search(words.low)
    if other:
        found = [*found, *_others(words, other, about, found)]
    return sorted(found)


def mine_mention(words: Words, own: Sequence[str]) -> Mention | None:
    """Everything that is the speaker's."""
    match = MINE.search(words.low)
    return _mention_at(words, match, tuple(own), How.MINE) if match and own else None


def topics_of(
    clauses: Sequence[Clause], mentions: Sequence[Mention], about: Sequence[str]
) -> list[Topic]:
    """Give each clause to the references in it, else to those before, else to the reminder's."""
    topics: list[Topic] = []
    waiting: list[Clause] = []
    for clause in clauses:
        mention = next((each for each in mentions if clause.holds(each.first)), None)
        if mention:
            topic = next((each for each in topics if each.refs == mention.refs), None)
            if topic is None:
                topic = Topic(mention.refs, mention.how)
                topics.append(topic)
            topic.named |= frozenset(range(mention.first, mention.beyond))
            leading = [
                each for each in waiting if each.sentence == clause.sentence or len(mentions) == 1
            ]
            topic.clauses += [*leading, clause]
            waiting = [each for each in waiting if each not in leading]
        elif topics:
            topics[-1].clauses.append(clause)
        else:
            waiting.append(clause)
    return _replied(waiting, about, topics)


def _replied(waiting: list[Clause], about: Sequence[str], topics: list[Topic]) -> list[Topic]:
    if waiting and about and (not topics or len(about) == 1):
        if all(topic.refs != tuple(about) for topic in topics):
            return [Topic(tuple(about), How.REPLIED, clauses=waiting), *topics]
    return topics


def _whole_part(words: Words, at: int, plan: KnownPlan) -> Mention | None:
    """Read "everything under 26", "all of section 3", "all the BH1 actions"."""
    if words.norm(at) not in WHOLE:
        return None
    step = at + 1
    while words.norm(step) in OF and step < at + 6:
        step += 1
    for beyond in (step + 3, step + 2, step + 1):
        code = "".join(words.norm(each) for each in range(step, beyond))
        refs = plan.parts.get(code)
        if (refs and step > at + 1) or (refs and not code.isdigit()):
            return Mention(at, beyond, refs or (), How.PART)
    return None


def _excepted(words: Words, group: Mention, mentions: Sequence[Mention]) -> set[str]:
    after = [
        each
        for each in mentions
        if each.first >= group.beyond and set(each.refs) <= set(group.refs)
    ]
    found: set[str] = set()
    for each in after:
        leading = [words.norm(at) for at in range(max(group.beyond, each.first - 6), each.first)]
        if (
            any(norm in EXCEPTING for norm in leading)
            or leading[-2:] == ["but", "not"]
            or _has_own_words(words, each)
        ):
            found |= set(each.refs)
    return found


def _has_own_words(words: Words, mention: Mention) -> bool:
    after = words.norm(mention.beyond)
    return after not in ("", ".", "\n", ",", "!", "and", ";", "is", "are") or (
        words.norm(mention.beyond + 1) not in ("",) and after in ("is", "(", ",")
    )


def _inside(mention: Mention, group: Mention) -> bool:
    return group.first <= mention.first < group.beyond


def _ordinal(words: Words, at: int, about: Sequence[str], due: int) -> Mention | None:
    number = ORDINALS.get(words.norm(at).removesuffix("'s"))
    if number is None or abs(number) > len(about) or not about:
        return None
    opens = (
        words.norm(at - 1)
        in ("", ".", ",", ";", "\n", "the", "and", "&", "number", "no", "#", "!", "(", "but", ")")
        or words.tokens[at - 1].kind == "mark"
        or (words.norm(at) == str(due) and due > 1)
    )
    beyond = at + 1 + (words.norm(at + 1) in ("one", "one's", "ones"))
    if not opens or (
        words.norm(at + 1) not in SUITS
        and not words.norm(at).endswith("'s")
        and words.tokens[min(at + 1, len(words.tokens) - 1)].kind not in ("mark", "code")
    ):
        return None
    if words.norm(at) in ("one", "two", "three") and words.norm(at - 1) in ("the", "and"):
        return None
    if words.norm(at + 1) in (".", "/", "%") and words.glued(at + 2):
        return None
    return Mention(at, beyond, (about[number - 1 if number > 0 else -1],), How.ORDINAL)


def _all_of(words: Words, at: int, about: Sequence[str]) -> Mention | None:
    norm, after = words.norm(at), words.norm(at + 1)
    if len(about) < 2 or norm not in BOTH:
        return None
    counted = {2: "two", 3: "three", 4: "four", 5: "five"}.get(len(about))
    whole = (
        norm in ("both", "everything", "neither")
        or after in ("of", counted, str(len(about)), "are", "these")
        or (norm == "all" and words.norm(at - 1) in ("", "are", "is"))
    )
    if norm == "both" and len(about) != 2:
        return None
    return Mention(at, at + 1, tuple(about), How.ORDINAL) if whole else None


def _others(
    words: Words, match: re.Match[str], about: Sequence[str], found: Sequence[Mention]
) -> list[Mention]:
    named = {ref for each in found for ref in each.refs}
    rest = tuple(ref for ref in about if ref not in named)
    if not found or not rest:
        return []
    return [_mention_at(words, match, rest, How.ORDINAL)]


def _mention_at(words: Words, match: re.Match[str], refs: tuple[str, ...], how: How) -> Mention:
    inside = [
        at for at, token in enumerate(words.tokens) if match.start() <= token.start < match.end()
    ]
    return Mention(inside[0], inside[-1] + 1, refs, how)


__all__ = ["LINKS", "Topic", "mentions_of", "mine_mention", "replied_mentions", "topics_of"]
