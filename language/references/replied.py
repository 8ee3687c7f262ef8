"""Under a reminder: "both", "the first one", "2", "the others"; and "all of mine"."""

import re
from collections.abc import Mapping, Sequence, Set

from language.lexicon.patterns import Wording
from language.lexicon.text import Words, tokens_of
from language.lexicon.words import word_set
from language.references.counting import all_its_things, all_of, itemised, numbered
from language.references.excepting import EXCEPTING, exception_at
from language.references.finding import How, Mention
from language.references.known import KnownPlan
from language.references.left_over import FEW, counts_apart, counts_their_rest, first_few
from language.references.no_place import counts_or_dates
from language.references.numbers_in_a_row import lettered, row_at
from language.references.numerals import DIGITS
from language.references.places import (
    AND,
    ENDS,
    ONE,
    ORDINALS,
    PLACES,
    beside_another,
    ends_a_list,
    is_moved,
    is_too,
    next_in_turn,
    told_anyhow,
)

ENDMOST = frozenset(["last", "final"])
MIDDLE = 3  # of so many there is one in the middle
EITHER = frozenset(["one", "one's"])
BEFORE = EXCEPTING.union(
    ".,;\n#!(&):-~",
    ["", "the", "and", "number", "no", "but", "just", "only", "item", "action", "line"],
)
DENIALS = frozenset(["not", "isn't", "isnt", "no", "still", "is", "red", "amber", "green"])
OF_BOTH = frozenset(["are", "both", "have", "were", "aren't", "remain", "need", "all", "still"])
NTH = frozenset(["st", "nd", "rd", "th"])
DAYWARD = frozenset(["on", "by", "until", "till", "til", "from", "before", "after", "for"])
SUITS = word_set("topics.suits") | {""}
LIKE = frozenset(["likewise", "ditto", "same"])  # "second likewise"
AFTER = SUITS | ONE | LIKE | {"\n"}
COUNT = "two|three|four|five|six|seven|eight|nine|ten|[2-9]|1[0-9]"
MINE = Wording.of(
    rf"\b(?:all (?P<n>{COUNT}) of mine|my (?P<m>{COUNT})(?= (?:are|is|all|have|remain)\b)"
    r"|all (?:of )?(?:mine|my (?:actions|ones|stuff|items))"
    r"|everything (?:of mine|i(?:'ve| have)? (?:got|own|have)|on my (?:list|plate))"
    r"|all (?:the ones )?i'?(?:ve| have) got|(?<!of )mine (?:are|all|both)(?: all| both)?"
    r"|my actions are all)\b"
)
OF = word_set("topics.of")
OTHERS = Wording.of(
    r"\b(?:all (?:of )?)?(?:the )?(?:other(?: one| two| three)?s?|rest|remaining(?: ones)?"
    r"|everything else|all else"
    r"|(?P<otherwise>otherwise)(?= (?:all|fine|ok|okay|good|on|green)\b))\b"
)


def replied_mentions(words: Words, about: Sequence[str]) -> list[Mention]:
    """ "Both", "the first one", "2", "the others": of the actions of a reminder, in its order."""
    if any(ref.isdigit() for ref in about):
        return [_guessed(words, each) for each in _replied(words, about)]
    return _replied(words, about)


def _guessed(words: Words, mention: Mention) -> Mention:
    """Where actions are called by numbers their places are not: "2" may be meant as its name."""
    named = words.norm(mention.first).isdigit() or words.norm(mention.first) in DIGITS
    return mention._replace(how=How.PLACED) if named else mention


def _replied(words: Words, about: Sequence[str]) -> list[Mention]:
    found = numbered(words, about) or lettered(words, about)
    if found:
        return _listed(words, found)
    for at in range(len(words.tokens)):
        if found and at < found[-1].beyond:
            continue
        mention = (
            row_at(words, at, about)
            or _ordinal(words, at, about, _due(found, about))
            or first_few(words, at, about, found)
            or all_of(words, at, about)
        )
        if mention and found and all_its_things(words, found[-1], mention):
            continue  # "first one done, all 12 flats"
        found += [mention] if mention else []
    told = [*_listed(words, found), *others_mention(words, about, found)]
    return sorted(_of_either(words, counts_apart(words, told, about), about))


def _due(found: Sequence[Mention], about: Sequence[str]) -> int:
    """Which place comes next: the first of which nothing was said."""
    named = {ref for each in found for ref in each.refs}
    places = (place for place, ref in enumerate(about, 1) if ref not in named)
    return next(places, len(about) + 1) if found else 1


def _of_either(words: Words, found: Sequence[Mention], about: Sequence[str]) -> Sequence[Mention]:
    """Read "one done, one not begun" and "one done, the other not" as in the reminder's order.

    Which of them is meant is guessed; of "one done, two to go" it is not even that.
    """
    ones = [each for each in found if words.norm(each.first) in EITHER]
    others = [each for each in found if each not in ones]
    if not ones or any([words.norm(each.first) in FEW for each in others]):
        return found  # "one is done, two is late"
    if len(ones) == len(found) == len(about):
        pairs = zip(ones, about, strict=True)
        return [each._replace(refs=(ref,), how=How.PLACED) for each, ref in pairs]
    return [each._replace(how=How.PLACED) for each in found] if others else []


def placed_mentions(
    words: Words, mentions: Sequence[Mention], about: Sequence[str]
) -> list[Mention]:
    """ "The last one", "the second", "the latter": of the reminder, else of the list just named."""
    if PLACES.isdisjoint(words.said):
        return []
    taken = tokens_of(mentions)
    found: list[Mention] = []
    for at, norm in enumerate(words.listed):
        if norm in PLACES and at not in taken:
            base = about if len(about) > 1 else _list_before(mentions, at)
            few = first_few(words, at, about, mentions) if len(about) > 1 else None
            mention = few or _ordinal(words, at, base, 1)
            found += [mention] if mention else []
    several = len({each.refs for each in found}) > 1
    placed = [each for each in found if several or _is_one(words, each)]
    if len(about) > 1:
        return placed
    sure = (exception_at(words, each.first) is not None for each in placed)
    return [
        each if plain else each._replace(how=How.PLACED)
        for each, plain in zip(placed, sure, strict=True)
    ]


def _list_before(mentions: Sequence[Mention], at: int) -> Sequence[str]:
    """The actions that were last named together before this."""
    lists = [each.refs for each in mentions if each.beyond <= at and len(each.refs) > 1]
    return lists[-1] if lists else ()


def _is_one(words: Words, mention: Mention) -> bool:
    """Read "the last" and "last one" as an action, but not "last, we met"."""
    after = words.norms(mention.first + 1, mention.first + 2)
    if len(mention.refs) > 1:
        return words.norm(mention.first - 1) in BEFORE  # "last two late"
    return words.norm(mention.first - 1) == "the" or not ONE.isdisjoint(after)


def others_mention(
    words: Words, about: Sequence[str], found: Sequence[Mention]
) -> Sequence[Mention]:
    """ "The other one", "the rest": those of the reminder that nothing else names."""
    other = OTHERS.search(words.low, words.signs)
    if other is None or counts_their_rest(words, other):
        return []
    return _others(words, other, about, found)


def _listed(words: Words, found: Sequence[Mention]) -> list[Mention]:
    """Read "1 & 3 complete", "1, 2 done" and "1st, 2nd and 4th late": of all."""
    kept: list[Mention] = []
    for each in found:
        last = kept[-1] if kept else None
        between = words.norms(last.beyond, each.first) if last else []
        between = [each for each in between if each != "the"]
        between = between[:1] if between[1:] == ["."] else between  # ".3 + .4 done"
        between = between[1:] if between[:1] == [","] and between[1:] else between
        joined = len(between) == 1 and (between[0] in AND or _numbers(words, last, each))
        if last and joined and words.norm(last.beyond - 1) != ")":
            kept[-1] = Mention(last.first, each.beyond, (*last.refs, *each.refs), each.how)
        else:
            kept.append(each)
    return kept


def _numbers(words: Words, last: Mention | None, each: Mention) -> bool:
    """Read "1, 2 done" as of both; but not "bar the last, all on track"."""
    if last is None:
        return False
    if words.norms(last.beyond, each.first) in (["-"], ["to"]):
        return words.norm(last.first).isdigit() and words.norm(each.first).isdigit()
    if words.norm(each.first - 1) != ",":
        return False
    after = each.beyond + (words.norm(each.beyond) == ",")
    goes_on = words.norm(after) in AND and words.norm(after + 1) in ORDINALS
    goes_on = goes_on or words.norm(after) == ":"  # "third, fourth: late"
    return words.norm(last.first).isdigit() or (goes_on and words.norm(last.first) in PLACES)


def mine_mention(words: Words, own: Set[str], plan: KnownPlan) -> Mention | None:
    """What is the speaker's and open still, in the order of the plan; or what is so of a part."""
    match = MINE.search(words.low, words.signs)
    if match is None:
        return None
    order = plan.order
    refs = sorted((ref for ref in own if ref in order), key=order.__getitem__)
    said = match["n"] or match["m"]
    if said and int(DIGITS.get(said, said)) != len(plan.still_open(refs) or refs):
        return None  # which of them is not told
    mine = (
        _mention_at(words, match, plan.still_open(refs) or tuple(refs), How.MINE) if refs else None
    )
    return _of_a_part(words, mine, plan.parts) if mine else None


def _of_a_part(words: Words, mine: Mention, parts: Mapping[str, Sequence[str]]) -> Mention:
    """Read "everything of mine in SS3" as those alone."""
    at = mine.beyond
    while words.norm(at) in OF and at < mine.beyond + 3:
        at += 1
    for beyond in (at + 3, at + 2, at + 1) if at > mine.beyond else ():
        part = parts.get("".join(words.norms(at, beyond)))
        refs = tuple(ref for ref in mine.refs if part and ref in part)
        if refs:
            return Mention(mine.first, beyond, refs, How.MINE)
    return mine


def _ordinal(words: Words, at: int, about: Sequence[str], due: int) -> Mention | None:
    nth = words.norm(at + 1) in NTH and words.glued(at + 1) and words.norm(at).isdigit()
    number = ORDINALS.get(words.norm(at).removesuffix("'s"))
    if nth and words.norm(at - 1) == "the" and words.norm(at - 2) in DAYWARD:
        return None  # "ask me again on the 1st" names a day
    if words.norm(at) == "middle" and len(about) == MIDDLE:
        number = 2
    if words.norm(at) in ENDS and words.norm(at + 1) not in ONE and not beside_another(words):
        return None
    if number is None or abs(number) > len(about) or not about:
        return None
    if len(about) == 1 and words.norm(at) in ENDMOST:
        return None  # "five workshops run, the last is on 9 March" tells of workshops
    opens = (
        words.norm(at - 1) in BEFORE
        or "." in words.norm(at - 1)
        or words.tokens[at - 1].kind in ("mark", "code")
        or (due > 1 and number == due and words.norm(at + 1) in DENIALS)
        or (due > 1 and next_in_turn(words, at, number, due))
        or (words.norm(at) == str(due) and due > 1)
    )
    after = at + 1 + nth
    beyond = after + (words.norm(after) in ONE)
    if not opens or (
        words.norm(after) not in AFTER
        and not told_anyhow(words, at)
        and not is_too(words, after)
        and not is_moved(words, at, after)
        and not (words.norm(after) in AND and words.norm(after + 1) in ORDINALS)
        and not (words.norm(after) in OF_BOTH | {"but"} and ends_a_list(words, at))
        and not words.norm(at).endswith("'s")
        and words.tokens[min(after, len(words.tokens) - 1)].kind not in ("mark", "code")
    ):
        return None
    if counts_or_dates(words, at, len(about)):
        return None
    beyond += words.norm(beyond) == ")" and words.norm(at - 1) != "("  # "1) green"
    dotted = words.norm(beyond) == "." and words.glued(beyond) and words.norm(at).isdigit()
    beyond += dotted and (words.norm(beyond + 1).isalpha() or itemised(words))  # "1. green"
    return Mention(at, beyond, (about[number - 1 if number > 0 else -1],), How.ORDINAL)


def _others(
    words: Words, match: re.Match[str], about: Sequence[str], found: Sequence[Mention]
) -> list[Mention]:
    named = {ref for each in found for ref in each.refs}
    rest = tuple(ref for ref in about if ref not in named)
    if not found or not rest:
        return []
    how = How.PLACED if match["otherwise"] else How.ORDINAL  # or of what was just named
    return [_mention_at(words, match, rest, how)]


def _mention_at(words: Words, match: re.Match[str], refs: tuple[str, ...], how: How) -> Mention:
    inside = [
        at for at, token in enumerate(words.tokens) if match.start() <= token.start < match.end()
    ]
    return Mention(inside[0], inside[-1] + 1, refs, how)
