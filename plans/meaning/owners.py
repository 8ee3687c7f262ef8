"""The owner cell of a plan: who leads, who supports, and which partnership groups answer for it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from domain.names import folded
from plans.meaning.names import is_a_short_name, is_complete, split_names
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
MARKED_LEAD = re.compile(r"\s?\((?:joint |overall )?leads?(?: officer| agency)?\)", re.IGNORECASE)
MARKED_SUPPORT = re.compile(r"\s?\(support(?:ing|s)?(?: officer| agency)?\)", re.IGNORECASE)
BETWEEN_MARKED = re.compile(r"\s*[,;]\s*|\s+(?:and|with)\s+|(?<=\))\s*/\s*")
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
    case, against which a word broken over a line is healed.
    """

    names: Collection[str] = field(default_factory=frozenset)
    words: Collection[str] = field(default_factory=frozenset)


def parties_in(lines: Sequence[str], known: Known) -> Parties:
    """The people, posts and groups in a cell, given as its lines."""
    lines = [_with_label(line[:LONGEST]) for line in lines[:MOST_LINES] if line.strip()]
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
    for match in BROKEN_WORD.finditer(" ".join(lines)[:LONGEST]):
        if (whole := _whole(match, known.words)) != match[0]:
            yield match[0], whole


def _with_label(line: str) -> str:
    """What is said of support inside a line, under the label that it could have."""
    line = without_brackets(line)
    if MARKED_LEAD.search(line):
        return _by_marks(line)
    return SUPPORTED.sub(r" Support: \g<who>", line).strip()


def _by_marks(line: str) -> str:
    """ "Rivers Trust (lead), Ramblers": whoever is not marked as leading supports."""
    parts = [part.strip() for part in BETWEEN_MARKED.split(line) if part.strip()]
    leads = [MARKED_LEAD.sub("", part) for part in parts if MARKED_LEAD.search(part)]
    others = [MARKED_SUPPORT.sub("", part) for part in parts if not MARKED_LEAD.search(part)]
    return "; ".join(leads) + (f" Support: {'; '.join(others)}" if others else "")


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
    return BROKEN_WORD.sub(lambda m: _whole(m, known.words), name) if "-" in name else name


def _whole(match: re.Match[str], words: Collection[str]) -> str:
    whole = match[1] + match[2]
    return whole if whole.lower() in words else match[0]


def _once(names: list[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(folded(name), name)
    return tuple(found.values())
