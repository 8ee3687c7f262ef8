"""Actions called by a few words of their titles, and rated at once: "handrails done, guide late".

Only the speaker's own, by words that no other title of the plan has; and only where a rating, a
share or a day follows at once, so that nothing else is made of what is merely talked about.
"""

from collections.abc import Sequence, Set

from language.lexicon.text import ENDS, Words, tokens_of
from language.lexicon.words import word_set
from language.references.finding import How, Mention
from language.references.titles import COMMON, TitleIndex, stem

OPENING = ENDS | {"", ",", "-", ":", ";", "and", "&", "but", "*", "("}
LEADING = frozenset(["the", "our", "both", "re", "regarding", "as", "for", "on", "neither", "my"])
JOINTS = frozenset(["and", "&", "nor", ",", "/", "+"])
SMALL = frozenset(["for", "of", "to", "in", "the", "on", "a", "an", "with"])
MARKS = frozenset([":", "-", "=", "("])
BEING = word_set("bare_titles.being")
RATINGS = word_set("bare_titles.ratings")
OF_THINGS = word_set("bare_titles.of_things")  # as much as of an action: "lamps stuck in customs"
TROUBLE = word_set("bare_titles.trouble")
PAIRS = frozenset([("on", "track"), ("on", "target"), ("on", "hold"), ("on", "schedule")]) | {
    ("at", "risk"), ("in", "progress"), ("end", "of"), ("in", "hand"), ("by", "end"),
}  # fmt: skip
WHEN = frozenset(["in", "by", "until", "now"])
MONTHS = word_set("references.days")
SIGNS = (
    RATINGS | OF_THINGS | WHEN | {"%"}.union(each for each, _ in PAIRS)
)  # one of which is in all these
LONGEST = 8  # words of a title, with the small ones between
ONE_WORD = 5  # letters of the one word by which an action may be called


def bare_titles(
    words: Words, titles: TitleIndex, own: Set[str], taken: Set[int], enough: int = 1
) -> list[Mention]:
    """Each such mention outside what is ``taken``. ``enough``: telling words that each has."""
    found: list[Mention] = []
    if "?" in words.said or SIGNS.isdisjoint(words.said):
        return found
    known = frozenset[str]().union(*(titles.titled[ref] for ref in own if ref in titles.titled))
    beyond = 0
    for at in range(len(words.tokens)):
        if at < beyond or at in taken or words.norm(at - 1) not in OPENING:
            continue
        if at - 2 in taken and words.norm(at - 1) in MARKS:
            continue  # "7.3: training is late" is of 7.3
        mention = _listed_at(words, at, titles, own, known, enough)
        if mention and taken and words.norm(at - 1) == "," and _is_reason(words, mention):
            continue  # "7.3 at risk, lamps are late"
        if mention and taken.isdisjoint(range(mention.first, mention.beyond + 1)):
            found.append(mention)
            beyond = mention.beyond
    return found


def _is_reason(words: Words, mention: Mention) -> bool:
    """It went wrong, and something went wrong in the sentence before."""
    if words.norm(_after_being(words, mention.beyond)) not in TROUBLE:
        return False
    before = mention.first - 1
    while before >= 0 and words.norm(before) not in ENDS:
        if words.norm(before) in TROUBLE:
            return True
        before -= 1
    return False


def speaks_of_others(
    words: Words, titles: TitleIndex, own: Set[str], found: Sequence[Mention]
) -> bool:
    """Whether words of another of the speaker's titles stand outside those that were found."""
    named = {ref for each in found for ref in each.refs}
    taken = tokens_of(found)
    theirs = {each for ref in own - named for each in titles.titled.get(ref, ())}
    theirs = theirs.difference(*(titles.titled[ref] for ref in named))
    rest = (stem(norm) for at, norm in enumerate(words.listed) if at not in taken)
    return not theirs.isdisjoint(rest)


def _listed_at(
    words: Words, first: int, titles: TitleIndex, own: Set[str], known: Set[str], enough: int
) -> Mention | None:
    """What is called by its title, or a list of such, up to how it stands."""
    refs: list[str] = []
    at = first
    while True:
        start, beyond = _title_at(words, at, known)
        ref = _only(words, start, beyond, titles, own, enough)
        if not ref:
            return None
        refs.append(ref)
        if _is_rated(words, beyond, several=beyond - start > 1):
            return Mention(first, beyond, tuple(dict.fromkeys(refs)), How.TITLE)
        if words.norm(beyond) not in JOINTS:
            return None
        at = beyond + 1


def _title_at(words: Words, at: int, known: Set[str]) -> tuple[int, int]:
    """Where the words of titles stand, from a place on: without what only leads to them."""
    while words.norm(at) in LEADING:
        at += 1
    beyond = end = at
    while beyond < at + LONGEST:
        norm = words.norm(beyond)
        if stem(norm.removesuffix("'s")) in known and norm not in RATINGS | OF_THINGS:
            end = beyond + 1
        elif norm not in SMALL or beyond == at:
            break
        beyond += 1
    return at, end


def _only(
    words: Words, start: int, beyond: int, titles: TitleIndex, own: Set[str], enough: int
) -> str:
    """The one action that these words are of; "" where there is none, or too few of them are."""
    norms = [each.removesuffix("'s") for each in words.norms(start, beyond)]
    telling = [each for each in norms if each not in COMMON]
    refs = titles.alone(telling, titles.titled.keys())
    if len(refs) != 1 or not refs <= own or len(telling) < enough:
        return ""
    if len(telling) == 1 and len(telling[0]) < ONE_WORD:
        return ""
    return next(iter(refs))


def _is_rated(words: Words, at: int, *, several: bool) -> bool:
    """A rating, a share or a day follows, with nothing but light words before it."""
    at = _after_being(words, at)
    norm, after = words.norm(at), words.norm(at + 1)
    dated = norm in WHEN and (after in MONTHS or after in ("end", "the"))
    share = norm.isdecimal() and after == "%"
    rated = norm in RATINGS or (several and norm in OF_THINGS)
    return rated or (norm, after) in PAIRS or dated or share


def _after_being(words: Words, at: int) -> int:
    at += words.norm(at) in MARKS
    while words.norm(at) in BEING:
        at += 1
    return at
