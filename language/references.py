"""References: only those that the plan has and that the sentence uses as one."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from domain.names import folded_ref
from language.known import KnownPlan, shape
from language.text import Token, Words
from language.words import word_set

MONEY = frozenset("£$€")
MEASURES = word_set("references.measures")
COUNTED_BY = word_set("references.counted_by")
VALUES = word_set("references.values")
TIME_BEFORE = word_set("references.time_before")
TIME_AFTER = word_set("references.time_after")
DAYS = word_set("references.days")
COMPARED = word_set("references.compared")
LITTLE = word_set("references.little")
LINKS = word_set("references.links")
RANGES = frozenset(["-", "to", "through", "thru", "until"])
NAMED = word_set("references.named")
DIGITS = dict(zip(["oh", "zero", "nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"],
    ["0", "0", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20"], strict=True))  # fmt: skip


ASKEW = re.compile(
    r"(?:action )?(?P<first>\d{1,3})(?: ?[,.]{1,2} ?| )(?P<last>\d{1,3})(?= )(?! ?(?:%|[ap]m\b))"
)


class How(StrEnum):
    """How it is known which actions are meant, surest first."""

    TYPED = "ref.typed"
    RANGE = "ref.range"
    REPLIED = "ref.replied"
    ORDINAL = "ref.ordinal"
    PART = "ref.part"
    MINE = "ref.mine"
    SPOKEN = "ref.spoken"
    MENDED = "ref.mended"
    ENDING = "ref.ending"
    QUOTED = "ref.quoted"
    TITLE = "ref.title"


SURE = frozenset({How.TYPED, How.RANGE, How.REPLIED, How.ORDINAL})


class Mention(NamedTuple):
    """Where some actions are spoken of together."""

    first: int
    beyond: int
    refs: tuple[str, ...]
    how: How


class Unknown(NamedTuple):
    """What looks and is used like a reference of this plan, but is none."""

    first: int
    beyond: int
    typed: str


def single_mentions(words: Words, plan: KnownPlan) -> list[Mention]:
    """Each reference by itself, in order."""
    found: list[Mention] = []
    at = 0
    while at < len(words.tokens):
        mention = _spelt_at(words, at, plan) or _spoken_at(words, at, plan)
        if mention and _used_as_one(words, mention):
            found.append(mention)
            at = mention.beyond
        else:
            at += 1
    return found


def joined(words: Words, single: Sequence[Mention], plan: KnownPlan) -> list[Mention]:
    """Ranges and lists made one: "7.1-7.4", "7.1, 7.2 & 7.4"."""
    found: list[Mention] = []
    for mention in single:
        last = found[-1] if found else None
        between = (
            tuple(token.norm for token in words.tokens[last.beyond : mention.first]) if last else ()
        )
        if last and _is_range(between) and (refs := plan.between(last.refs[-1], mention.refs[0])):
            merged = (*last.refs[:-1], *refs)
            found[-1] = Mention(last.first, mention.beyond, merged, How.RANGE)
        elif last and between and all(each in LINKS for each in between):
            refs = tuple(dict.fromkeys((*last.refs, *mention.refs)))
            found[-1] = Mention(
                last.first, mention.beyond, refs, max(last.how, mention.how, key=_doubt)
            )
        else:
            found.append(mention)
    return found


def mended_mention(words: Words, plan: KnownPlan) -> Mention | None:
    """A reference typed askew at the very start: "7,3", "7..3", "7 3"."""
    match = ASKEW.match(words.low)
    ref = plan.refs.get(f"{match['first']}.{match['last']}") if match else None
    if match is None or ref is None:
        return None
    beyond = next(
        (at for at, token in enumerate(words.tokens) if token.start >= match.end()),
        len(words.tokens),
    )
    return Mention(0, beyond, (ref,), How.MENDED)


def unknown_refs(words: Words, plan: KnownPlan, taken: Sequence[Mention]) -> Iterator[Unknown]:
    """Numbers shaped like this plan's references, standing where a reference stands."""
    inside = {at for each in taken for at in range(each.first, each.beyond)}
    longest = max(map(len, plan.shapes), default=0)
    for at in range(len(words.tokens)):
        if at in inside or not (_opens(words, at) or words.norm(at - 1) in NAMED):
            continue
        for beyond in range(min(at + longest, len(words.tokens)), at, -1):
            unknown = _unknown_at(words, at, beyond, plan)
            if unknown:
                yield unknown
                break


def _doubt(how: How) -> int:
    return list(How).index(how)


def _is_range(between: tuple[str, ...]) -> bool:
    return len(between) == 1 and between[0] in RANGES


def _spelt_at(words: Words, at: int, plan: KnownPlan) -> Mention | None:
    norm = words.tokens[at].norm
    for spelling, ref in plan.spelt.get(norm, ()):
        beyond = at + len(spelling)
        if _spells(words, at, spelling) and _whole(words, at, beyond):
            return Mention(at, beyond, (ref,), How.TYPED)
    endings = plan.endings.get(norm, ())
    if len(endings) == 1 and norm not in plan.spelt and _whole(words, at, at + 1):
        return Mention(at, at + 1, endings, How.ENDING)
    return None


def _spells(words: Words, at: int, spelling: tuple[str, ...]) -> bool:
    tokens = words.tokens[at : at + len(spelling)]
    if len(tokens) < len(spelling):
        return False
    if any(token.norm != part for token, part in zip(tokens, spelling, strict=True)):
        return False
    loose = any(not token.glued for token in tokens[1:])
    return not (loose and (tokens[0].norm in LITTLE or len(tokens[0].norm) < 2))


def _whole(words: Words, at: int, beyond: int) -> bool:
    """Nothing is stuck to it that would make it part of something longer."""
    before, after = words.norm(at - 1), words.norm(beyond)
    if (
        words.glued(at)
        and before not in ("action", "actions", "ref")
        and (before in MONEY or before.isalnum() or (before == "/" and _number(words.norm(at - 2))))
    ):
        return False
    if not words.glued(beyond):
        return after not in MEASURES and not (after == "/" and _number(words.norm(beyond + 1)))
    if after in ("/", ":") and words.glued(beyond + 1):
        return not words.norm(beyond + 1)[:1].isdigit() or "." in words.norm(beyond + 1)
    return (after != "%" and not after.isalnum()) or _is_mark_stuck(after)


def _is_mark_stuck(after: str) -> bool:
    return len(after) > 3 and after.isalpha()  # "7.3delayed": no space, still a reference


def _number(norm: str) -> bool:
    return norm.isdigit()


def _used_as_one(words: Words, mention: Mention) -> bool:
    """Whether the sentence uses a number as a reference; codes with letters always are."""
    first = words.norm(mention.first)
    if not first[:1].isdigit():
        return True
    before, after = words.norm(mention.first - 1), words.norm(mention.beyond)
    if (
        before in MONEY
        or after in MEASURES
        or (before in COUNTED_BY and not _own_subject(words, mention))
    ):
        return False
    if _time_like(words, mention) or _measured(words, mention) or _averaged(words, mention):
        return False
    return "." in first or _bare_number_as_ref(words, mention)


def _own_subject(words: Words, mention: Mention) -> bool:
    """Read "if we get the room 7.3 will be fine": "the room" is not called 7.3."""
    determined = words.norm(mention.first - 2) in (
        "the",
        "a",
        "an",
        "our",
        "this",
        "that",
        "each",
        "every",
        "any",
        "my",
    )
    return determined and words.norm(mention.beyond) in (
        "is",
        "will",
        "has",
        "was",
        "should",
        "would",
        "can",
    )


def _time_like(words: Words, mention: Mention) -> bool:
    hour, _, minute = words.norm(mention.first).partition(".")
    if len(minute) != 2 or not minute.isdigit() or int(hour) > 23 or int(minute) > 59:
        return False
    before, after = words.norm(mention.first - 1), words.norm(mention.beyond)
    return (
        before in TIME_BEFORE
        or before in DAYS
        or after in TIME_AFTER
        or (after in ("on", "for") and words.norm(mention.beyond + 1) in DAYS)
    )


def _averaged(words: Words, mention: Mention) -> bool:
    """Read "5.1 new carers a month on average" as a figure."""
    if mention.first == 0 or words.norm(mention.first - 1) == "\n":
        return False
    after = [words.norm(at) for at in range(mention.beyond, mention.beyond + 6)]
    return "average" in after or any(
        each in ("per", "each") and then in ("month", "week", "day", "year", "head")
        for each, then in zip(after[1:], after[2:], strict=False)
    )


def _measured(words: Words, mention: Mention) -> bool:
    """ "rate of 7.3", "down from 8.1 to 7.2": a figure, not an action."""
    before, earlier = words.norm(mention.first - 1), words.norm(mention.first - 2)
    if before in VALUES:
        return True
    return before in COMPARED and (earlier in VALUES or earlier in _MOVES or earlier.endswith("%"))


_MOVES = word_set("references.moves")


def _bare_number_as_ref(words: Words, mention: Mention) -> bool:
    """A whole number is a reference where it opens a clause or is called an action."""
    if words.norm(mention.first - 1) in NAMED:
        return True
    after = words.norm(mention.beyond)
    return _opens(words, mention.first) and (
        after in ("", ":", "-", ",", "&", "is", "now") or not after.isalpha()
    )


def _opens(words: Words, at: int) -> bool:
    before = words.norm(at - 1)
    return before in (
        "",
        ".",
        "!",
        "?",
        ";",
        "\n",
        "and",
        "&",
        ",",
        "+",
        ":",
        "*",
        "•",
        "-",
        "but",
        "with",
        "set",
        "mark",
        "that's",
        "thats",
    )


def _spoken_at(words: Words, at: int, plan: KnownPlan) -> Mention | None:
    """ "one point oh four", as a phone writes down what is said."""
    if words.norm(at + 1) != "point" or words.norm(at) not in DIGITS:
        return None
    beyond = at + 2
    said = DIGITS[words.norm(at)] + "."
    while words.norm(beyond) in DIGITS and beyond < at + 5:
        said += DIGITS[words.norm(beyond)]
        beyond += 1
    ref = plan.refs.get(folded_ref(said))
    return Mention(at, beyond, (ref,), How.SPOKEN) if ref else None


def _shaped(norms: tuple[str, ...], plan: KnownPlan) -> bool:
    """Like a reference of this plan; or a number with more points than any has."""
    return shape(norms) in plan.shapes or (
        len(norms) == 1 and norms[0].count(".") == 2 and ("9.9",) in plan.shapes
    )


def _unknown_at(words: Words, at: int, beyond: int, plan: KnownPlan) -> Unknown | None:
    tokens: tuple[Token, ...] = words.tokens[at:beyond]
    norms = tuple(token.norm for token in tokens)
    if not _shaped(norms, plan) or any(not token.glued for token in tokens[1:]):
        return None
    if len(norms) == 1 and "." not in norms[0]:
        return None
    mention = Mention(at, beyond, (), How.TYPED)
    if not _whole(words, at, beyond) or not _used_as_one(words, mention):
        return None
    return Unknown(at, beyond, words.quote(at, beyond))
