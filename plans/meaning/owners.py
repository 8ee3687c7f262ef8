"""The owner cell of a plan: who leads, who supports, and which partnership groups answer for it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from domain.names import folded
from plans.meaning.names import (
    is_a_post_by_noun,
    is_a_short_name,
    is_complete,
    split_names,
)
from plans.meaning.parties import AFTER_A_NAME, is_a_full_name
from plans.meaning.party_labels import labelled, without_brackets

# "Parks Manager (with support from the Tree Wardens)", "Ann Price, supported by Jo Ware"
SUPPORTED = re.compile(
    r"[\s,;(–—-]+(?:with(?: the)? support (?:of|from)|(?:with )?support(?:ed)? (?:by|from)|"
    r"(?:assisted|helped|backed|joined) by|with help from|"
    # "Ann Price, with the Tree Wardens", but not "Head of Homes, with oversight of ..."
    r"(?<=[,;(–—] )with(?=\s(?:the\s)?(?-i:[A-Z]))|(?<=\()with(?=\s(?:the\s)?(?-i:[A-Z])))"
    r"\s(?P<who>[^()]{2,200})\)?",
    re.IGNORECASE,
)
_WHOSE = r"(?: officer| agency| partner| organi[sz]ation| body| role)?"
MARKED_LEAD = re.compile(
    r"\s?[(\[](?:(?:joint|overall|main|strategic|operational) )?"
    rf"(?:lead(?P<all>s)?|leading|owner){_WHOSE}[)\]]",
    re.IGNORECASE,
)
MARKED_SUPPORT = re.compile(
    r"\s?[(\[](?:in )?(?:support(?:ing|s|ers?)?|assist(?:ing|s)?|contribut(?:ing|ors?)|helping)"
    rf"{_WHOSE}[)\]]",
    re.IGNORECASE,
)
# What a mark has ended; "Rates and Lettings Manager (lead)" is one post.
BETWEEN_MARKED = re.compile(r"\s*;\s*|(?<=[)\]])\s*(?:[,/&+]|(?:and|with)\b)\s*")
BETWEEN_BODIES = re.compile(r"\s*,\s*|\s+(?:and|with)\s+|\s*&\s*")
OF_A_FIELD = re.compile(
    r"\s(?:team|service|department|division|unit|directorate)s?$", re.IGNORECASE
)
RUNS_ON = re.compile(r"(?:[/,&+-]|\b(?:and|of|for|the))$", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[A-Za-z]{5}\.)\s+(?=[A-Z])")
BROKEN_WORD = re.compile(r"\b([^\W\d_]{2,})-\s?([a-z]{3,})\b")
BLANK = re.compile(
    r"[\s\W]*(?:t\.?b\.?[acd]|to be (?:confirmed|determined|agreed|identified)|n/?a|none|vacant)?"
    r"[\s\W]*",
    re.IGNORECASE,
)
# The end of a post or of a body's name, and hardly an owner by itself.
OF_A_POST = re.compile(
    r"(?:manager|officer|co-?ordinator|adviser|worker|lead|leader|service|team|unit|department|"
    r"division|directorate|association|committee)s?",
    re.IGNORECASE,
)
ROUND_REST = ",.;:/)"
# Begins a post, and stands for none: "Licensing Manager/Chief", over "Inspector".
BEGINS_A_POST = re.compile(
    r"(?:^|[/,;&]\s?|\sand\s)(?:chief|deputy|assistant|senior|vice|acting|interim|associate|"
    r"detective|divisional)$",
    re.IGNORECASE,
)
# "Matron, Mill End", over "Hospital": the rest of whose post it is.
OF_A_PLACE = re.compile(r",\s(?:[A-Z][\w’'-]*\s?){1,3}$")
BODY_ALONE = re.compile(
    r"(?:hospital|council|trust|partnership|college|school|university|academy|board|group|"
    r"constabulary|centre|service|team|association|forum|network|society|foundation)s?"
)
LONGEST = 1_000  # characters of one line of an owner cell that are looked at
MOST_LINES = 200
FEW_WORDS = 2


@dataclass(frozen=True, slots=True)
class Parties:
    """Who is named in an owner cell, each once."""

    owners: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    partnership_groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the rest of the plan says about names.

    ``names`` are folded names that stand alone somewhere; ``words`` are all its words, in lower
    case, against which a word broken over a line is healed, and ``elsewhere`` those that do not
    stand in names, against which a word with a blank inside is.
    """

    names: Collection[str] = field(default_factory=frozenset)
    words: Collection[str] = field(default_factory=frozenset)
    elsewhere: Collection[str] = field(default_factory=frozenset)


def parties_in(lines: Sequence[str], known: Known) -> Parties:
    """The people, posts and groups in a cell, given as its lines."""
    lines = list(_with_labels([line for line in lines[:MOST_LINES] if line.strip()], known))
    stops = any(line.endswith(".") for line in lines)  # each name ends with one
    named: dict[str, list[str]] = {"lead": [], "support": [], "body": []}
    for label, part in labelled(lines):
        named[label or "lead"] += _entries(part, known, whole=bool(label) and stops)
    return Parties(
        owners=_once(named["lead"]),
        support=_once(named["support"]),
        partnership_groups=_once(named["body"]),
    )


def are_one_name(before: str, line: str) -> bool:
    """Whether the second of two lines can only be the rest of a post or of a body's name."""
    if BEGINS_A_POST.search(before):
        return not is_a_full_name(line)
    return bool(OF_A_PLACE.search(before) and BODY_ALONE.fullmatch(line.lower()))


def names_alone(lines: Sequence[str]) -> Iterator[str]:
    """Folded names in a cell that holds nothing but one, or several with "/" between them."""
    if len(lines) == 1:
        for part in lines[0][:LONGEST].split("/"):
            if is_complete(part.strip()) or 0 < len(part.split()) <= FEW_WORDS:
                yield folded(part)


def joined(lines: Sequence[str], known: Known) -> list[str]:
    """Lines that were broken in mid-name put together again."""
    entries: list[str] = []
    stops = any(line.endswith(".") for line in lines)
    for line in lines:
        if entries and _continues(entries[-1], line, stops, known):
            entries[-1] = f"{entries[-1]} {line}"
        else:
            entries.append(line)
    return entries


def broken_words(lines: Sequence[str], known: Known) -> Iterator[tuple[str, str]]:
    """Words with the hyphen of a line end, as printed and as they are read."""
    text = " ".join(lines)[:LONGEST]
    for match in BROKEN_WORD.finditer(text):
        if (whole := _whole(match, known.words)) != match[0]:
            yield match[0], whole
    for first, rest in pairwise(text.split()):
        if _are_one_word(first, rest, known.elsewhere):
            yield f"{first} {rest}", first + rest


def _with_labels(lines: Sequence[str], known: Known) -> Iterator[str]:
    """The lines of a cell; one that is marked as leading is under no label of support above."""
    helped = False
    for line in lines:
        said = _with_label(line[:LONGEST], known)
        yield f"Lead: {said}" if helped and MARKED_LEAD.search(line) else said
        helped = helped or bool(MARKED_SUPPORT.search(line))


def _with_label(line: str, known: Known) -> str:
    """What is said of support inside a line, under the label that it could have."""
    line = without_brackets(line)
    if MARKED_LEAD.search(line) or MARKED_SUPPORT.search(line):
        return _by_marks(line, known)
    return SUPPORTED.sub(r" Support: \g<who>", line).strip()


def _by_marks(line: str, known: Known) -> str:
    """ "Rivers Trust (lead), Ramblers": whoever is not marked as leading supports, where one is."""
    parts = [part.strip() for part in BETWEEN_MARKED.split(line) if part.strip()]
    led = any(map(MARKED_LEAD.search, parts))
    leads: list[str] = []
    others: list[str] = []
    for part in parts:
        mark, helps = MARKED_LEAD.search(part), MARKED_SUPPORT.search(part)
        bare = MARKED_LEAD.sub("", MARKED_SUPPORT.sub("", part))
        *before, last = _marked_names(bare, known) if mark or helps else [bare]
        (leads if not (led or mark) or (mark and mark["all"]) else others).extend(before)
        (others if helps or (led and not mark) else leads).append(last)
    return "; ".join(leads) + (f" Support: {'; '.join(others)}" if others else "")


def _marked_names(text: str, known: Known) -> list[str]:
    """Those named before a mark, which is of the last: one where they are one post or team."""
    names = split_names(text, known.names)
    if len(names) > 1 or is_a_post_by_noun(text) or OF_A_FIELD.search(text):
        return names
    return [name for name in BETWEEN_BODIES.split(text) if name] or [text]


def _entries(lines: list[str], known: Known, *, whole: bool) -> list[str]:
    lines = [line.strip() for line in lines if not BLANK.fullmatch(line)]
    sentences = [each for line in joined(lines, known) for each in SENTENCE.split(line)]
    return [
        name
        for each in sentences
        for name in split_names(_healed(each, known), known.names, whole_posts=whole)
        if not BLANK.fullmatch(name)
    ]


def _continues(before: str, line: str, stops: bool, known: Known) -> bool:
    """Whether a line goes on with the name begun before it.

    Where lines of the cell end with full stops, one that does not is unfinished.
    """
    if RUNS_ON.search(before) or line[0].islower() or line[0] in "/&":
        return True
    if are_one_name(before, line):
        return folded(line) not in known.names
    if before.endswith((".", ";")) or folded(line) == folded(before):
        return False
    if stops:
        return True
    if folded(line) in known.names and folded(before) in known.names:
        return False
    if OF_A_POST.fullmatch(line):
        return True
    if _are_alike(before, line):
        return False
    if is_a_full_name(before) and is_a_full_name(AFTER_A_NAME.split(line, maxsplit=1)[0]):
        return False  # "Ann Price", "Jo Ware, Coast Trust"
    return not (is_complete(before.rsplit("/", 1)[-1].strip()) and is_complete(line))


def _are_alike(before: str, line: str) -> bool:
    """Two bodies by their short names, or the same post of two: "NHS Estates", "RVT Estates"."""
    one, other = before.split(), line.split()
    if min(len(one), len(other)) < FEW_WORDS or one[0] == other[0]:
        return False
    return one[-1] == other[-1] or (is_a_short_name(one[0]) and is_a_short_name(other[0]))


def _healed(name: str, known: Known) -> str:
    """Without the hyphen of a word that the plan prints whole elsewhere ("Neighbour-hoods")."""
    if "-" in name:
        name = BROKEN_WORD.sub(lambda m: _whole(m, known.words), name)
    return _with_whole_words(name, known.elsewhere) if known.elsewhere else name


def _with_whole_words(name: str, elsewhere: Collection[str]) -> str:
    """Without the blank in a word that the plan prints whole, and neither part of which is one."""
    words: list[str] = []
    for word in name.split(" "):
        if words and _are_one_word(words[-1], word, elsewhere):
            words[-1] += word
        else:
            words.append(word)
    return " ".join(words)


def _are_one_word(first: str, rest: str, elsewhere: Collection[str]) -> bool:
    rest = rest.rstrip(ROUND_REST)
    if not (first.isalpha() and rest.isalpha() and rest.islower()):
        return False
    parts = {first.lower(), rest}
    return (first + rest).lower() in elsewhere and not any(each in elsewhere for each in parts)


def _whole(match: re.Match[str], words: Collection[str]) -> str:
    whole = match[1] + match[2]
    return whole if whole.lower() in words else match[0]


def _once(names: list[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(folded(name), name)
    return tuple(found.values())
