"""An action called by its title beside typed ones: "7.3 and the jobs fair are done"."""

from collections.abc import Iterator, Sequence, Set

from language.lexicon.text import Words, is_emoji, tokens_of
from language.lexicon.words import word_set
from language.references.finding import How, Mention
from language.references.titles import COMMON, TitleIndex, stem

AND = frozenset(["and", "&"])
LISTING = AND | {","}  # "the jobs fair, 7.3 and 7.30 are done"
LIKE = frozenset(["so", "as"])
BEING = frozenset(["is", "are", "has", "have", "was", "were"])
SEVERAL = frozenset(["are", "both", "have", "were", "aren't", "haven't"])
VERBS = word_set("by_title.verbs")
WE = frozenset(["we", "i", "they"])
FRONTED = frozenset(["haven't", "havent", "hadn't", "hadnt", "didn't", "didnt", "can't", "cannot"])
OPENING = frozenset(["", "\n", ".", "!", ",", ";", "but"]) | AND
LONGEST = 6  # words of a title, with the small ones between
# What any thing may be called, and so names none: "the new policy".
ANY = frozenset(["new", "current", "revised", "draft", "final", "local", "other", "further"])
ENOUGH = 2  # telling words by which a title is named, where nothing joins it to another


def with_titled(
    words: Words, titles: TitleIndex, mentions: Sequence[Mention], among: Set[str]
) -> list[Mention]:
    """The mentions, with every action that is called by words of its title alone."""
    if (VERBS | FRONTED).isdisjoint(words.said):
        return list(mentions)
    named = {ref for each in mentions for ref in each.refs}
    found = list(mentions)
    for each, telling in _called(words, titles, tokens_of(mentions), among - named):
        before = next((m for m in found if m.beyond == each.first - 1), None)
        after = next((m for m in found if m.first == each.beyond + 1), None)
        if before and words.norm(before.beyond) in AND:
            found[found.index(before)] = _both(before, each)
        elif after and words.norm(each.beyond) in LISTING and words.norm(after.beyond) in SEVERAL:
            found[found.index(after)] = _both(each, after)
        elif telling >= ENOUGH and _is_told(words, each.beyond):
            found += [] if _is_its_own(words, titles, each, named) else [each]
    likened = _likened(words, titles, tokens_of(found), among - named)
    return sorted([*found, *likened])


def _is_told(words: Words, at: int) -> bool:
    """A verb comes next; or what is not done to it: "the jobs fair we haven't begun"."""
    fronted = words.norm(at) in WE and words.norm(at + 1) in FRONTED
    return fronted or words.norm(at) in VERBS


def _is_its_own(words: Words, titles: TitleIndex, mention: Mention, named: Set[str]) -> bool:
    """Read "7.3 agreed. The action plan still lacks ..." of "Agree an action plan" as of 7.3."""
    own = {stem(each) for each in words.norms(mention.first, mention.beyond)}
    return any(own <= {*titles.titled[ref], "the", "our"} for ref in named if ref in titles.titled)


def titled_beside(
    words: Words, titles: TitleIndex, mentions: Sequence[Mention], about: Sequence[str]
) -> list[Mention]:
    """Read "first two done, stairs guide not started" as of each: the rest go by their titles.

    Only what opens a clause is such a name, and only of an action that nothing else names.
    """
    rest = {*about}.difference(*(each.refs for each in mentions))
    if not rest or len(rest) == len(about):
        return list(mentions)
    found, taken = list(mentions), tokens_of(mentions)
    for at in range(1, len(words.tokens)):
        named = _titled_at(words, at, titles, about) if at not in taken else None
        if named and rest.issuperset(named.refs) and taken.isdisjoint(range(at, named.beyond + 1)):
            before = next((each for each in found if each.beyond == at - 1), None)
            if before and words.norm(at - 1) in AND:
                found.remove(before)  # "1.1 and guide done"
                named = _both(before, named)
            found.append(named)
            rest.difference_update(named.refs)
    return sorted(found)


def titled_together(
    words: Words, titles: TitleIndex, about: Sequence[str], deeds: Set[str]
) -> Iterator[Mention]:
    """Read "handrails and guide done, wardens late" as of the first two together.

    What is done to a thing tells, and names none: "handrails fitted and wardens trained".
    """
    at = 0
    while not AND.isdisjoint(words.said) and at < len(words.tokens):
        mention = _together_at(words, at, titles, about, deeds)
        at = mention.beyond if mention else at + 1
        if mention:
            yield mention


def _thing_at(words: Words, at: int, known: Set[str], deeds: Set[str]) -> tuple[int, int]:
    """Where the words stand that name a thing: "both the stairs guide" from "stairs" on."""
    start = at + (words.norm(at) in ("the", "our", "both"))
    beyond = start = start + (words.norm(start) == "the")
    while _names_thing(words.norm(beyond), known, deeds):
        beyond += 1
    return start, beyond


def _names_thing(norm: str, known: Set[str], deeds: Set[str]) -> bool:
    """Read "visits" as a thing, but "visited" as what was done to one."""
    said = stem(norm)
    return said in known and (said not in deeds or norm.endswith("s"))


def _together_at(
    words: Words, first: int, titles: TitleIndex, about: Sequence[str], deeds: Set[str]
) -> Mention | None:
    if words.norm(first - 1) not in OPENING:
        return None
    parts, at = list[set[str]](), first
    known = frozenset[str]().union(*(titles.titled[ref] for ref in about))
    while len(parts) < len(about):
        start, at = _thing_at(words, at, known, deeds)
        parts.append(titles.alone(words.norms(start, at), about))
        if words.norm(at) not in AND:
            break
        at += 1
    refs = tuple(dict.fromkeys(ref for each in parts for ref in each))
    each_one = all(len(each) == 1 for each in parts) and len(refs) == len(parts) > 1
    return Mention(first, at, refs, How.TITLE) if each_one else None


def _titled_at(words: Words, at: int, titles: TitleIndex, about: Sequence[str]) -> Mention | None:
    """What opens a clause with words of one title alone, and goes on to tell."""
    if words.norm(at - 1) not in OPENING and not is_emoji(words.tokens[at - 1]):
        return None
    first = at + (words.norm(at) in ("the", "our"))
    known = frozenset[str]().union(*(titles.titled[ref] for ref in about))
    beyond = first
    while beyond < first + LONGEST and stem(words.norm(beyond)) in known:
        beyond += 1
    if beyond - first > 1 and words.norm(beyond) in OPENING:
        beyond -= 1  # "wardens trained" of "Train wardens": the last word tells
    refs = titles.alone(words.norms(first, beyond), about)
    if len(refs) != 1 or words.norm(beyond) in OPENING:
        return None
    return Mention(first, beyond, tuple(refs), How.TITLE)


def _both(first: Mention, then: Mention) -> Mention:
    return Mention(first.first, then.beyond, (*first.refs, *then.refs), How.TITLE)


def _called(
    words: Words, titles: TitleIndex, taken: Set[int], among: Set[str]
) -> Iterator[tuple[Mention, int]]:
    """What opens a clause and is of one title alone, up to its verb or to what is joined to it."""
    for at, norm in enumerate(words.listed):
        joined = norm in LISTING and at + 1 in taken
        if not (joined or _is_told(words, at)):
            continue
        first = _opening(words, at, taken)
        norms = words.norms(first, at)
        ref = _only(titles, norms, among)
        if ref:
            telling = {stem(each) for each in norms if each not in COMMON | ANY}
            yield Mention(first, at, (ref,), How.TITLE), len(telling)


def _opening(words: Words, at: int, taken: Set[int]) -> int:
    """Where the words before a place open their clause; the place itself where they do not."""
    first = at
    while first > at - LONGEST and words.norm(first - 1).isalpha() and first - 1 not in taken:
        if words.norm(first - 1) in AND:
            break
        first -= 1
    return first if words.norm(first - 1) in OPENING else at


def _likened(
    words: Words, titles: TitleIndex, taken: Set[int], among: Set[str]
) -> Iterator[Mention]:
    """Read "7.3 is done and so is the jobs fair" as of both."""
    if LIKE.isdisjoint(words.said):
        return
    for at, norm in enumerate(words.listed):
        if norm not in BEING or words.norm(at - 1) not in LIKE:
            continue
        first = at + 1 + (words.norm(at + 1) == "the")
        beyond = first
        while beyond < first + LONGEST and words.norm(beyond).isalpha() and beyond not in taken:
            beyond += 1
        ref = _only(titles, words.norms(first, beyond), among)
        if ref and words.norm(beyond) in OPENING:
            yield Mention(first, beyond, (ref,), How.TITLE)


def _only(titles: TitleIndex, norms: Sequence[str], among: Set[str]) -> str:
    """The one action in whose title all the telling words are; "" where there is none."""
    telling = [stem(each) for each in norms if each not in COMMON]
    known = titles.postings.get(telling[0], ()) if telling else ()
    likely = (ref for ref, _ in known if ref in among)
    refs = [ref for ref in likely if titles.titled[ref].issuperset(telling)]
    return refs[0] if len(refs) == 1 else ""
