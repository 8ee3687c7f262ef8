"""References cut short: read among the actions of the reminder, or beside the one just named.

"8.1" under a reminder for EA8.1, "bar 3.3" of HW3, "P2.4a green, b amber".
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from language.lexicon.text import Words
from language.lexicon.words import word_set
from language.references.excepting import exception_at
from language.references.finding import LINKS, How, Mention
from language.references.known import KnownPlan
from language.references.usage import opens, stands_alone, used_as_ref

FOLLOWED = word_set("topics.suits") | word_set("abbreviated.followed") | {
    ")", ":", "=", "not", "are", "have", "underway", "progressing", "waiting", "held", "ok",
}  # fmt: skip
CLOSING = frozenset(["", ".", ",", ";", "\n", "(", "and", "&", "-", ":", "which", "that", "that's"])
FAR = 40  # words to the next letter of a row, or to its last
WORDS = frozenset(["a", "i"])  # words as well, but for "a green, b amber"
HYPHENS = frozenset(["-", "\u2010", "\u2011"])
RATED = frozenset([":", "=", "rag", "rating", "rated"])


class Near(NamedTuple):
    """What a reference cut short may belong to: the reminder's actions, and those named before."""

    words: Words
    plan: KnownPlan
    about: Sequence[str]
    named: list[Mention]

    def ref(self, at: int, ending: tuple[str, ...]) -> str | None:
        """The action that is meant by an ending at a place."""
        found = self.plan.among(self.about, ending)
        before = max((each for each in self.named if each.first < at), default=None)
        if found or before is None:
            return found
        if before.how in (How.WHOLE, How.PART):
            return self.plan.among(before.refs, ending)
        return self.plan.beside(before.refs[-1], ending)


def cut_short(
    words: Words,
    plan: KnownPlan,
    typed: Sequence[Mention],
    wholes: Sequence[Mention],
    about: Sequence[str],
) -> Iterator[Mention]:
    """Every ending that tells which of those near it is meant."""
    if not (typed or wholes or about):
        return
    near = Near(words, plan, about, [*typed, *wholes])
    taken = {at for each in near.named for at in range(each.first, each.beyond)}
    lettered = 0
    for at in words.figures:
        norm = words.norm(at)
        numbered = "." in norm
        numbered = numbered or _is_lettered(words, at)
        if not (numbered or norm.isalpha()):
            continue
        if at in taken or (at - 1 in taken and words.glued(at)):
            continue
        found = _numbered(near, at) if numbered else _lettered(near, at, lettered)
        if found:
            near.named.append(found)
            taken.update(range(found.first, found.beyond))
            lettered += norm.isalpha()
            yield found


def _is_lettered(words: Words, at: int) -> bool:
    """ "4a", a number with its letter, for the end of "QB4a"."""
    letter = words.norm(at + 1)
    if not (words.norm(at).isdigit() and words.glued(at + 1)):
        return False
    return len(letter) == 1 and letter.isalpha()


def _numbered(near: Near, at: int) -> Mention | None:
    """ "3.3", "2.4c"."""
    words = near.words
    letter = words.norm(at + 1)
    glued = words.glued(at + 1) and len(letter) == 1 and letter.isalpha()
    ending = (words.norm(at), letter) if glued else (words.norm(at),)
    beyond = at + len(ending)
    if not (stands_alone(words, at, beyond) and used_as_ref(words, at, beyond)):
        return None
    ref = near.ref(at, ending)
    return Mention(at, beyond, (ref,), How.WITHIN) if ref else None


def _lettered(near: Near, at: int, already: int) -> Mention | None:
    """ "c", where it can be nothing else; "a" and "i" only in a row with others."""
    words, norm = near.words, near.words.norm(at)
    if words.glued(at) and not (opens(words, at) or words.norm(at - 1) in ("(", "/")):
        return None
    if not (_stands_as_name(near, at) or _ends_range(near, at)):
        return None
    ref = near.ref(at, (norm,))
    if ref is None or (norm in WORDS and not (already or _has_fellow(near, at))):
        return None
    bracket = words.norm(at + 1) == ")" and words.norm(at - 1) != "("  # "b) amber"
    return Mention(at, at + 1 + bracket, (ref,), How.WITHIN)


def _stands_as_name(near: Near, at: int) -> bool:
    """News follows, or it is excepted; in a list, of one that follows."""
    words = near.words
    for here in range(at, at + FAR, 2):  # from one letter of a row to the next
        if exception_at(words, here) is not None:
            return words.norm(here + 1) in CLOSING
        if words.norm(here + 1) == ")" and words.glued(here + 1):
            return True
        if not (opens(words, here) or words.norm(here - 1) in LINKS):
            return False
        if words.norm(here - 1) in RATED and words.norm(here - 2) in RATED:
            return False
        after = words.norm(here + 1)
        if after not in LINKS or len(words.norm(here + 2)) != 1:
            return after in FOLLOWED
    return False


def _ends_range(near: Near, at: int) -> bool:
    """Read "P2.4a-c", whose hyphen parts words elsewhere."""
    words = near.words
    gap = words.raw[words.tokens[at - 1].end : words.tokens[at].start] if at else ""
    return gap.strip() in HYPHENS and any(each.beyond == at for each in near.named)


def _has_fellow(near: Near, at: int) -> bool:
    """Another of the same kind follows."""
    words = near.words
    others = range(at + 1, min(at + FAR, len(words.tokens)))
    letters = (each for each in others if len(words.norm(each)) == 1)
    return any(
        words.norm(each) not in WORDS
        and words.norm(each).isalpha()
        and near.ref(at, (words.norm(each),)) is not None
        and _stands_as_name(near, each)
        for each in letters
    )
