"""Every day that used to hold: "moved from 30 June to 31 July", "originally March, now May"."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from language.clauses.old_day.replaced import exchanged
from language.dates.finding import Dated
from language.lexicon.text import ENDS, Words
from language.lexicon.words import word_set

MOVING = word_set("former.moving")
ONTO = frozenset(["to", "until", "till", "til", "->", "→", ">", "by", "into"])
BESIDE = word_set("former.beside")  # what may stand between such a word and the date
ONCE = word_set("former.once")
PASSED = frozenset(["was", "were", "had", "is", "isn't", "isnt", "wasn't", "now", "just", "not"])
SAID_AFTER = word_set("former.said_after")
PAIRS = frozenset(
    [("rather", "than"), ("instead", "of"), ("no", "longer"), ("had", "been"), ("old", "date")]
    + [(who, verb) for who in ("we", "i", "you") for verb in ("said", "thought")]
    + [("told", "you"), ("original", "date"), ("first", "date"), ("had", "said"), ("had", "hoped")]
    + [("was", "due"), ("were", "due"), ("date", "was"), ("target", "was"), ("deadline", "was")]
    + [("was", "to"), ("was", "the"), ("was", "going")]
)
HOLDING = frozenset(["realistic", "doable", "achievable", "possible", "feasible", "new"])
AIMS = frozenset(["deadline", "date", "target", "milestone", "timescale", "cut"])
DETERMINERS = frozenset(
    ["the", "our", "its", "original", "agreed", "planned", "this", "that", "set"]
)
NEWLY = frozenset(["new", "revised", "amended", "now"])
MISSING = frozenset(["not", "missed", "passed", "gone", "slipped", "lapsed", "cannot"])
TO_MISS = frozenset(["miss", "misses", "missing", "overshoot", "overshooting", "overrun"])
HAVING = frozenset(["has", "have", "had", "was", "were", "will", "cannot", "passed", "slipped"])
ADVERBS = frozenset(["now", "sadly", "the", "has", "have", "is", "had", "quietly", "since"])
BECOMING = (
    ["become"],
    ["becomes"],
    ["became"],
    ["becoming"],
    ["turned", "into"],
    ["turns", "into"],
)
NAMED_YEAR = "date.year.financial.named"
OF_A_YEAR = word_set("former.of_a_year")
HAD_ONCE = frozenset(["had", "due", "down", "from", "vs", "v", "versus", "was", "were", "plan"])
HAD = HAD_ONCE | {"we", "i", "it", "the", "as", "for", "in", "on", "by", "date", "said", "is", ":"}
NEAR = 4  # words between the old date and "to" the new one


def former_dates(words: Words, dates: Sequence[Dated]) -> frozenset[int]:
    """Where the dates stand that another in the same sentence has taken the place of."""
    found = {each.first for each in dates if names_an_aim(words, each) or _is_whose(words, each)}
    if len(dates) < 2:
        return frozenset(found)
    found |= {old.first for old, new in pairwise(dates) if _moved(words, old, new)}
    found |= {*exchanged(words, dates), *_in_brackets(words, dates)}
    beside = _beside(words, dates)
    for each in dates:
        others = (e for e in beside(each) if e.first not in found and e.said.length is None)
        if _once(words, each) and any(e != each for e in others):
            found.add(each.first)
    return frozenset(found)


def _beside(words: Words, dates: Sequence[Dated]) -> Callable[[Dated], list[Dated]]:
    """What tells the dates in the same sentence as one of them, itself among them."""
    ends = [at for at, norm in enumerate(words.listed) if norm in ENDS]
    opening: dict[int, list[Dated]] = defaultdict(list)
    closing: dict[int, list[Dated]] = defaultdict(list)
    for each in dates:
        opening[bisect_left(ends, each.first)].append(each)
        closing[bisect_left(ends, each.beyond)].append(each)

    def beside(dated: Dated) -> list[Dated]:
        before = closing[bisect_left(ends, dated.first)]
        return [*before, *opening[bisect_left(ends, dated.beyond)]]

    return beside


def names_an_aim(words: Words, dated: Dated) -> bool:
    """Read "the December deadline is at risk" and "the deadline of 3 May has not been met".

    So too "they are going to miss the end of December".
    """
    led = dated.first - 1
    while words.norm(led) in DETERMINERS:
        led -= 1
    if words.norm(led) in TO_MISS:
        return True
    before, after = words.norm(dated.first - 1), words.norms(dated.beyond, dated.beyond + 5)
    if before in DETERMINERS and words.norm(dated.beyond) in AIMS:
        newly = words.norms(dated.first - 3, dated.first)
        return NEWLY.isdisjoint(newly) and after[1:2] != ["is"]
    missed = not MISSING.isdisjoint(after) and words.norm(dated.beyond) in HAVING
    return missed and before in ("of", "for") and words.norm(dated.first - 2) in AIMS


def _is_whose(words: Words, dated: Dated) -> bool:
    """Read "built into the 2027/28 contracts" as of which contracts."""
    return dated.said.rule == NAMED_YEAR and words.norm(dated.beyond) in OF_A_YEAR


def _moved(words: Words, old: Dated, new: Dated) -> bool:
    """Read "pushed from 30 June to 31 July", "31 March -> 30 June"."""
    between = words.norms(old.beyond, new.first)
    if not between or len(between) > NEAR or not _together(words, old, new):
        return False
    if between in (["-", ">"], ["→"], [">"], ["->"], ["=", ">"]):
        return True
    if is_becoming(between):
        return True
    from_it = words.norm(old.first - 1) == "from" or words.norm(old.first - 2) == "from"
    return from_it and between[0] in ONTO and not MOVING.isdisjoint(_sentence(words, old))


def is_becoming(between: Sequence[str]) -> bool:
    """Read "end of Feb has become 9 March" as moved from the one to the other."""
    told = [each for each in between if each not in ADVERBS]
    return told in BECOMING


def _in_brackets(words: Words, dates: Sequence[Dated]) -> Iterator[int]:
    """Read "30 August (had 28 June)" and "30 August (due 28 June)" as the one that was had."""
    for new, old in pairwise(dates):
        between = words.norms(new.beyond, old.first)
        bracketed = between[:1] == ["("] and words.norm(old.beyond) == ")"
        if bracketed and HAD.issuperset(between[1:]) and not HAD_ONCE.isdisjoint(between):
            yield old.first


def _once(words: Words, dated: Dated) -> bool:
    """Said of what used to be: "originally March", "March was optimistic", "not March"."""
    if words.norm(dated.first - 1) == "not" or _is_not_in(words, dated):
        return True
    for at in range(dated.first - 1, -1, -1):
        if words.norm(at) in ONCE or (words.norm(at - 1), words.norm(at)) in PAIRS:
            return True
        if words.norm(at) not in BESIDE:
            break
    after = words.norms(dated.beyond, dated.beyond + 4)
    if _still_holds(after):
        return False
    return after[:1] != [] and after[0] in PASSED and not SAID_AFTER.isdisjoint(after)


def _is_not_in(words: Words, dated: Dated) -> bool:
    """Read "finished then and not in April" as another day than April."""
    led = words.norms(dated.first - 3, dated.first)
    return led[-1:] in (["in"], ["on"], ["at"]) and led[:2] in (["and", "not"], [",", "not"])


def _still_holds(after: Sequence[str]) -> bool:
    """Read "3 May is realistic" and "3 May is the new date" as what holds now."""
    return after[:1] in (["is"], ["now"]) and "not" not in after and not HOLDING.isdisjoint(after)


def _together(words: Words, one: Dated, other: Dated) -> bool:
    """In the same sentence."""
    first, last = sorted((one, other), key=lambda each: each.first)
    return ENDS.isdisjoint(words.norms(first.beyond, last.first))


def _sentence(words: Words, dated: Dated) -> Iterator[str]:
    """The words before a date, back to where its sentence begins."""
    for at in range(dated.first - 1, -1, -1):
        if words.norm(at) in ENDS:
            return
        yield words.norm(at)
