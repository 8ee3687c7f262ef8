"""References made one: ranges and lists, "7.1-7.4", "7.1, 7.2 & 7.4", "7.1 along with 7.2"."""

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from language.lexicon.text import Words
from language.lexicon.words import word_set
from language.references.either import denied_of_both
from language.references.finding import LINKS, How, Mention
from language.references.known import KnownPlan
from language.references.usage import VERBS

LEANING = word_set("borrowed.leaning")
INCLUSIVE = frozenset(["inclusive", "incl", "inc"])
LIKEWISE = frozenset(["so", "as", "likewise", "ditto", "neither", "nor"])
RANGES = frozenset(["-", "to", "through", "thru", "until"])
WHOLES = frozenset(["everything", "all", "anything", "actions", "those", "ones"])
TOGETHER = frozenset(
    [("as", "well", "as"), ("along", "with"), ("together", "with"), ("alongside",), ("and", "also")]
)
NONE = frozenset(["neither", "not", "without", "none"])  # of them, so that "or" parts no two
TOLD = frozenset(["finished", "completed", "closed", "done", "delivered", "started", "begun"])
NOT_SURE = (["sure", "about"], ["unsure", "about"], ["worried", "about"], ["sure", "on"])
BULLETS = frozenset(["\n", "-", "*", "\u2022"])
PERHAPS = frozenset(["maybe", "possibly", "perhaps", "probably", "even"])
OR = frozenset([("or",), ("and", "/", "or")])
TELLING = VERBS | {"late", "done", "complete", "delayed", "amber", "red", "green", "finished"}
LED = frozenset(["for", "on", "with", "by", "to"])
NOTHING = frozenset(["nothing", "no", "nowt"])
ADDING = frozenset([",", "and", "&", "+"])
NEAR = 5  # tokens: "no change to report on 1.1"
AHEAD = 6  # tokens: ", and 1.2 is"


def joined(words: Words, single: Sequence[Mention], plan: KnownPlan) -> list[Mention]:
    """Ranges and lists made one: "7.1-7.4", "7.1, 7.2 & 7.4"."""
    found: list[Mention] = []
    for mention in single:
        last = found[-1] if found else None
        between = _between(words, last, mention, plan) if last else ()
        ranges = last and (_is_range(words, last, between) or _hyphened(words, last, mention))
        if last and ranges and (refs := plan.between(last.refs[-1], mention.refs[0])):
            merged = (*last.refs[:-1], *refs)
            beyond = mention.beyond + (words.norm(mention.beyond) in INCLUSIVE)
            found[-1] = Mention(last.first, beyond, merged, How.RANGE)
        elif last and (listed(words, last, between) or _by_lines(words, last, mention, between)):
            refs = tuple(dict.fromkeys((*last.refs, *mention.refs)))
            found[-1] = Mention(
                last.first, mention.beyond, refs, max(last.how, mention.how, key=_doubt)
            )
        elif last and _is_either(words, mention, between):
            refs = (*last.refs, *mention.refs)
            found[-1] = Mention(last.first, mention.beyond, refs, How.EITHER)
        else:
            found.append(mention)
    return [_with_the_missing(words, each, plan) for each in found]


def _with_the_missing(words: Words, mention: Mention, plan: KnownPlan) -> Mention:
    """Read "7.1, 7.2 and 9.9 done" as one list, to its end, although there is no 9.9."""
    at = mention.beyond
    while words.norm(at) in ADDING:
        at += 1
    missing = at > mention.beyond and "." in words.norm(at) and plan.lacks(words.norm(at))
    return mention._replace(beyond=at + 1) if missing and mention.how is How.TYPED else mention


def _between(words: Words, last: Mention, mention: Mention, plan: KnownPlan) -> tuple[str, ...]:
    """What stands between two, less the references that the plan does not have: "7.1, 9.9, 7.2"."""
    norms = words.norms(last.beyond, mention.first)
    return tuple(each for each in norms if not ("." in each and plan.lacks(each)))


def _doubt(how: How) -> int:
    return list(How).index(how)


def listed(words: Words, last: Mention, between: tuple[str, ...]) -> bool:
    """Read "7.1, 7.2" as a list, but not "unlike 7.1, 7.2"."""
    if between == (",",) and (words.norm(last.first - 1) in LEANING or _likened(words, last)):
        return False
    done = words.norm(last.first - 1) in TOLD | {"close", "cancel", "mark"}
    if between == (",",) and done and "and" in words.norms(last.first, last.beyond):
        return False  # "please close 1.1 and 1.4, 1.3 to stay green"
    if between == (",",) and words.norm(last.first - 1) in LED and _goes_on(words, last):
        return False  # "end of June for 1.1, 1.2 is fine"
    if between == (",",) and _of_nothing(words, last):
        return False
    if between == (",",) and words.norms(last.first - 2, last.first) in NOT_SURE:
        return False  # "not sure about 1.2, 1.1 fine"
    meant = between == (",",) and words.norm(last.first - 1) in ("meant", "mean", "not")
    if meant and _goes_on(words, last):
        return False  # "sorry, meant 2.2, 2.1 is still going"
    if between[-1:] == ("and",) and words.norm(last.first - 1) in TOLD and _goes_on(words, last):
        return False
    if between[1:] and between[-1] == "." and words.glued(last.beyond + len(between)):
        between = between[:-1]  # "7.1, .2 and .3"
    joined = all(each in LINKS or denied_of_both(words, last.first, each) for each in between)
    return joined or _together(words, last, between)


def _goes_on(words: Words, mention: Mention) -> bool:
    """Read "we have finished 1.1 and 1.2 is on track" as told of each: a verb follows at once."""
    ahead = words.norms(mention.beyond, mention.beyond + AHEAD)
    told = takewhile(_no_end, dropwhile(lambda each: each in LINKS, ahead))
    return any(each in ("is", "has", "was", "will", "'") for each in told)


def _no_end(norm: str) -> bool:
    """Read "finished 1.1 and 1.2 but 1.3 is late": what comes after "but" is of the third."""
    return norm not in ",.;" and norm != "but"


def _likened(words: Words, mention: Mention) -> bool:
    """Read "1.1 is green and so is 1.2, 1.3 is amber": the comma ends what is said of 1.2."""
    return words.norm(mention.first - 1) in VERBS and words.norm(mention.first - 2) in LIKEWISE


def _hyphened(words: Words, last: Mention, mention: Mention) -> bool:
    """Read "4a-4c", whose hyphen parts words elsewhere."""
    between = words.raw[words.tokens[last.beyond - 1].end : words.tokens[mention.first].start]
    return between.strip() in ("-", "\u2010", "\u2011")


def _together(words: Words, last: Mention, between: tuple[str, ...]) -> bool:
    """Read "7.1, as well as 7.2, is done" and "not only 7.1 but also 7.2 is" as of both."""
    said = tuple(each for each in between if each != "," and not each.endswith("ly"))
    if said == ("or",):
        before = words.norm(last.first - 1)
        return (words.norm(last.first - 2) if before == "of" else before) in NONE
    if said == ("and",):
        return True  # "7.1 and, sadly, 7.2 are late"
    return said in TOGETHER or (said == ("but", "also") and words.norm(last.first - 1) == "only")


def _of_nothing(words: Words, last: Mention) -> bool:
    """Read "nothing to report on 7.1, 7.2 done" as of each its own."""
    before = words.norms(last.first - NEAR, last.first)
    return before[-1:] in (["on"], ["to"], ["for"], ["with"]) and not NOTHING.isdisjoint(before)


def _is_range(words: Words, last: Mention, between: tuple[str, ...]) -> bool:
    """Read "7.1 to 7.4" and "everything between 7.1 and 7.4" with those that stand between."""
    if between == ("and",) and words.norm(last.first - 1) == "between":
        return words.norm(last.first - 2) in WHOLES
    return len(between) == 1 and between[0] in RANGES


def _by_lines(words: Words, last: Mention, mention: Mention, between: tuple[str, ...]) -> bool:
    """Read "Done:", "7.1" and "7.2", each on a line of its own, as a list of two."""
    if between[:1] != ("\n",) or not BULLETS.issuperset(between):
        return False
    before = last.first - 1 - (words.norm(last.first - 1) in BULLETS - {"\n"})
    return words.norm(before) == "\n" and words.norm(mention.beyond) in ("\n", "")


def _is_either(words: Words, mention: Mention, between: tuple[str, ...]) -> bool:
    """Read "7.1 or 7.2 is done" as of one of them, nobody knows which."""
    said = tuple(each for each in between if each not in PERHAPS)
    return said in OR and words.norm(mention.beyond) in TELLING
