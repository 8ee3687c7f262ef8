"""References typed askew or cut short, where only one of the plan fits; always confirmed."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from domain.names import folded_ref
from language.lexicon.patterns import Wording
from language.lexicon.text import Words, tokens_of
from language.lexicon.words import word_set
from language.references.finding import LINKS, LITTLE, How, Mention
from language.references.known import KnownPlan
from language.references.usage import opens

FOLLOWED = word_set("topics.suits") | word_set("abbreviated.followed")
LETTER = re.compile(r"(?<=\d)[a-z]$")
LAST = re.compile(r"\d{1,3}$")
# "e.h.c.3", "EHC-3", "EHC 4 a"; and "7 .3", "7..3".
CODED = Wording.of(
    r"(?<![^\W_])(?P<code>[a-z](?:\.?[a-z]){1,4})[.\-_/#: ]{1,2}"
    r"(?P<number>\d{1,3}(?: ?\. ?\d{1,3})?[a-z]?)(?![^\W_])"
)
PARTED = Wording.of(r"(?<![\w.])(?P<code>\d{1,3})(?: \. ?|\.\. ?)(?P<number>\d{1,3})(?![\d%])")


def askew(words: Words, plan: KnownPlan, typed: Sequence[Mention]) -> Iterator[Mention]:
    """Codes with something between their parts, and numbers with a point gone astray."""
    taken = tokens_of(typed)
    if all([at in taken or words.tokens[at].kind != "number" for at in words.figures]):
        return
    for pattern, between in ((CODED, ""), (PARTED, ".")):
        for match in pattern.all_in(words.low, words.signs):
            code = match["code"].replace(".", "")
            number = re.sub(r"\s", "", match["number"])
            ref = plan.refs.get(folded_ref(f"{code}{between}{number}"))
            span = _tokens_at(words, match) if ref and code not in LITTLE else None
            if ref and span and taken.isdisjoint(range(*span)):
                yield Mention(*span, (ref,), How.MENDED)


def _tokens_at(words: Words, match: re.Match[str]) -> tuple[int, int] | None:
    """The tokens that a match takes, where it takes them whole."""
    first = bisect_left(words.tokens, match.start(), key=attrgetter("start"))
    last = bisect_left(words.tokens, match.end(), key=attrgetter("end"))
    if max(first, last) >= len(words.tokens) or words.tokens[first].start != match.start():
        return None
    return (first, last + 1) if words.tokens[last].end == match.end() else None


def follow_ons(words: Words, plan: KnownPlan, typed: Sequence[Mention]) -> list[Mention]:
    """Read "44.6 done. 7 and 8 still drafting" and "7.3 done, .4 amber": of the same part."""
    found: list[Mention] = []
    if not typed:
        return found
    taken = {at: each for each in typed for at in range(each.first, each.beyond)}
    if taken.keys() >= set(words.figures):
        return found
    last: Mention | None = None
    chain = -1
    for at in sorted({*taken, *words.figures}):
        norm = words.norm(at)
        if at in taken:
            last = taken[at]
            continue
        if len(norm) == 1 and (lettered := _next_letter(words, at, taken, plan)):
            found.append(lettered)
            taken[at] = lettered
            continue
        in_list = at - 2 == chain or (at - 2 in taken and words.norm(at - 1) == ",")
        short = norm.isdigit() and _cut_short(words, at, at - 2 == chain)
        if last is None or not (short or (in_list and _in_close_list(words, at))):
            continue
        if words.norm(at - 1) in LINKS and words.norm(at - 2).isdigit() and at - 2 not in taken:
            continue  # "stages 1 and 2"
        ref = plan.refs.get(LAST.sub("", folded_ref(last.refs[-1])) + norm)
        if ref:
            found.append(Mention(at, at + 1, (ref,), How.MENDED))
            taken[at] = found[-1]
            chain = at
    return found


def _next_letter(
    words: Words, at: int, taken: Mapping[int, Mention], plan: KnownPlan
) -> Mention | None:
    """Read "1a, b and c"."""
    letter, before = words.norm(at), taken.get(at - 2)
    if not letter.isalpha() or before is None:
        return None
    if words.norm(at - 1) not in LINKS or words.glued(at):
        return None
    ref = plan.refs.get(LETTER.sub(letter, folded_ref(before.refs[-1])))
    here = ref is not None and ref != before.refs[-1]
    return Mention(at, at + 1, (ref,), How.MENDED) if ref and here else None


def _in_close_list(words: Words, at: int) -> bool:
    """Read "1.1,2,3 done" as three, where no space stands between."""
    if not (words.norm(at - 1) == "," and words.glued(at) and words.glued(at - 1)):
        return False
    after, more = words.norm(at + 1), words.norm(at + 2)
    listed = after == "," and more.isdigit() and words.glued(at + 2)
    return len(words.norm(at)) == 1 and words.norm(at).isdigit() and (listed or after in FOLLOWED)


def _cut_short(words: Words, at: int, linked: bool) -> bool:
    """A bare number where a reference may stand: after a point of its own, or with its news."""
    after = words.norm(at + 1)
    if after == "," and words.glued(at + 1) and words.glued(at + 2):
        return False  # "1,812 days"
    if "/" in (after, words.norm(at - 1)):
        return False  # a date or a fraction
    if words.norm(at - 1) == "." and words.glued(at):
        listed = after in LINKS and words.norm(at + 2) == "."
        return not words.glued(at - 1) and (listed or after in FOLLOWED)
    if words.glued(at) and words.norm(at - 1).isalnum():
        return False
    opening = opens(words, at) or (linked and words.norm(at - 1) in LINKS)
    listed = after in LINKS and words.norm(at + 2).isdigit()
    return opening and (listed or (after.isalpha() and after in FOLLOWED))
