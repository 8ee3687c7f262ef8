"""Where one owner ends and the next begins: at "A/B", but not at every "and"."""

import re
from collections.abc import Collection
from functools import lru_cache

from domain.names import folded
from plans.meaning.asides import IN_BRACKETS, with_brackets
from plans.meaning.fields_of_work import is_field
from plans.meaning.names_in_a_row import names_in_a_row
from plans.meaning.parties import BODY, SAINT, is_a_full_name, is_a_person, is_an_acronym

# A noun that makes a post complete ("Parks Manager"), against words that only qualify one.
POST_NOUN = re.compile(
    r"\b(?:head|director|manager|officer|leader|co-?ordinator|advis[eo]r|consultant|commissioner|"
    r"accountant|analyst|practitioner|(?:head)?teacher|nurse|worker|solicitor|inspector|"
    r"superintendent|sergeant|governor|chair(?:man|woman|person)?|secretary|clerk|administrator|"
    r"supervisor|engineer|psychologist|psychiatrist|therapist|champion|sponsor|specialist|planner|"
    r"architect|midwife|president|minister|mayor|provost|dean|bursar|chancellor|matron|rector|vicar|"
    r"proctor|strategist|representative|"
    r"warden|ranger|librarian|curator|keeper|treasurer|surveyor|auditor|registrar|caretaker|"
    r"trainer|buyer|editor|designer|organi[sz]er|technician|doctor|paramedic|pharmacist|"
    r"dietitian|physiotherapist|paediatrician|navigator|liaison|contractor|captain)s?\b",
    re.IGNORECASE,
)
# These qualify ("Principal Planner") unless they come last ("Vice Principal").
LAST_NOUN = re.compile(
    r"\b(?:lead|principal|partner|executive|assistant|deputy|chief|member)s?$", re.IGNORECASE
)
NOUN_FOR = re.compile(r"\b(?:member|lead|portfolio holder|executive) for\s", re.IGNORECASE)
COLLECTIVE = re.compile(
    r"\b(?:team|group|board|partnership|service|department|directorate|division|unit|agency|"
    r"authority|council|committee|panel|forum|network|trust|alliance|consortium|cabinet|college|"
    r"university|school|academy|hospital|police|constabulary|office|centre|hub|partners|agencies|staff|"
    r"schools|services|academies|association|federation|sector|company|charity|society|foundation|"
    r"cic|cio|ltd|limited|plc|llp|(?<=\w\s)communit(?:y|ie)|club|clinic|institute|museum)s?$",
    re.IGNORECASE,
)
# A body that is whole with these words, so that what follows an "and" is another.
WHOLE_BODY = re.compile(
    r"\S+\s\S.*\s(?:association|trust|council|charity|university|constabulary|federation|society|"
    r"foundation|alliance|company|cic|cio|ltd|limited|plc)",
    re.IGNORECASE,
)
# "Weir Valley Homes", but not "Care Homes", which are of no one body.
HOMES = re.compile(
    r"(?!(?:care|nursing|residential|supported|sheltered|private|rented|social|affordable|council|"
    r"new|empty|temporary|children[’']?s|older|strategic|public|adult)\b)(?:[^\W\d_][\w’'-]*\s){1,3}"
    r"(?:homes|housing)",
    re.IGNORECASE,
)
HEAD_OF = re.compile(r"(?:[\w’'-]+\s){0,3}(?:head|director|manager|leader)s?\s(?:of|for)\b", re.I)
AND = re.compile(r"\s+(?:and|with)\s+|\s*[&+]\s*")
BETWEEN = re.compile(r"\s*[;|]\s*|\s+(?=\bAll [A-Z])")
STROKE = re.compile(r"\s*/+\s*")
COMMA = re.compile(r"\s*,\s*")
GAP = re.compile(r"\s{2,}|\t")
LEAD_IN = re.compile(
    r"^(?:(?:led|commissioned|delivered|provided|owned|co-?ordinated|managed)\s(?:by|from|through)|"
    r"via)\s+(?=[A-Z])|^lead\s+(?P<led>\S.*)",
    re.IGNORECASE,
)
# Hardly part of a post's field, as "Service" or "Partnership" are.
TEAM = re.compile(r"\s(?:team|group|forum|panel|committee)s?$", re.IGNORECASE)
EVERY = re.compile(r"(?:all|each|every)\s\S.*", re.IGNORECASE)
ROUND_NAMES = " \t.,;:•▪–—-*"
LONG_WORD = re.compile(r"[^\W\d_]{4,}")
MOST_WORDS = 24
FEW_WORDS = 2  # of a field of work ("Community Safety"); the name of a body has more


def split_names(text: str, known: Collection[str], *, whole_posts: bool = False) -> list[str]:
    """The separate people and posts in one line.

    ``known`` are folded names that stand alone elsewhere in the plan. With ``whole_posts`` a
    stroke stands inside a post ("Head of Housing/ AD Growth") unless it is between people.
    """
    bare = IN_BRACKETS.sub("", text)
    if bare != text and bare.strip():
        return with_brackets(split_names(bare, known, whole_posts=whole_posts), text)
    found: list[str] = []
    for part in BETWEEN.split(text):
        for each in _by_stroke(part, whole_posts):
            for near in _by_gap(each):
                found += _by_words(_without_lead_in(near.strip(ROUND_NAMES), known), known)
    return [" ".join(name.split()) for each in found if (name := each.strip(ROUND_NAMES))]


def _without_lead_in(text: str, known: Collection[str]) -> str:
    """ "Led by the Parks Team" is the Parks Team; "Lead Planning Officer" is a post."""
    found = LEAD_IN.match(text)
    if found is None:
        return text
    led = found["led"]
    if led is None:
        return text[found.end() :]
    return led if is_a_full_name(led) or folded(led) in known or is_an_acronym(led) else text


@lru_cache(maxsize=4096)
def is_complete(name: str) -> bool:
    """Could stand as an owner of its own: a full name, initials, a post, a body."""
    return (
        is_a_full_name(name)
        or _is_initials(name)
        or is_a_post_by_noun(name)
        or _is_collective(name)
        or bool(EVERY.fullmatch(name))
        or _is_post_of_a_body(name)
    )


def _is_post_of_a_body(name: str) -> bool:
    """ "Senior Building Professional, NHS": words, and the short name of whose they are."""
    post, comma, body = name.rpartition(", ")
    return bool(comma) and post.count(" ") > 0 and is_a_short_name(body)


def is_a_post_by_noun(text: str) -> bool:
    return bool(POST_NOUN.search(text) or LAST_NOUN.search(text) or NOUN_FOR.search(text))


def _by_stroke(text: str, whole_posts: bool) -> list[str]:
    parts = [each for each in STROKE.split(text) if each.strip()]
    if len(parts) < 2:
        return parts
    if whole_posts and not (all(map(is_a_person, parts)) or any(map(is_a_full_name, parts))):
        return [text]
    if _shares_its_noun(parts):
        return [text]
    return parts


def _shares_its_noun(parts: list[str]) -> bool:
    """ "HV/SN Managers": short names that share the post after them."""
    *before, last = parts
    first, _, rest = last.strip().partition(" ")
    short = all(each.strip().isupper() and len(each.strip()) <= 4 for each in (*before, first))
    return short and is_a_post_by_noun(rest)


def _by_gap(text: str) -> list[str]:
    """A wide gap parts two names where one of them is a person's and both are whole."""
    parts = GAP.split(text)
    whole = len(parts) > 1 and all(map(is_complete, parts)) and any(map(is_a_full_name, parts))
    return parts if whole else [" ".join(parts)]


def _by_words(text: str, known: Collection[str]) -> list[str]:
    if not text or (folded(text) in known and not AND.search(text) and "," not in text):
        return [text]
    listed = [each for part in COMMA.split(text) for each in AND.split(part) if each]
    if len(listed) > 1 and (_are_names(listed) or _are_short(listed)):
        return listed
    return [
        name
        for part in _by_comma(text, known)
        for each in _by_and(part, known)
        for name in _by_shape(each, known)
    ]


def _are_names(listed: list[str]) -> bool:
    return all(is_a_full_name(each) or _is_initials(each) for each in listed)


def _are_short(listed: list[str]) -> bool:
    """Whether a list is of initials, some of which may be of three names or a body's ("ATW, BK");
    what is short for a field of work may belong to its neighbour."""
    short = (_is_initials(each) or is_an_acronym(each) for each in listed)
    return all(short) and not any(map(is_field, listed))


def _by_comma(text: str, known: Collection[str]) -> list[str]:
    """Commas part posts and bodies that are each complete, not a post from its field."""
    parts = COMMA.split(text)
    if len(set(map(folded, parts))) < 2:
        return parts
    if len(parts) == 2 and folded(parts[0]) in known and _is_initials(parts[0]):
        return parts if _ends_a_post(parts[1]) else [text]
    posts = (_ends_a_post(each) or HEAD_OF.match(each) for each in parts)
    if not is_a_full_name(parts[0]) and all(posts):
        return parts
    if all(_is_collective(each) or is_an_acronym(each) or _is_initials(each) for each in parts):
        return parts
    *bodies, last = parts
    named = is_a_full_name(last) and folded(last) in known  # who leads elsewhere is no contact
    return parts if named and all(map(_is_collective, bodies)) else [text]


def _by_and(text: str, known: Collection[str]) -> list[str]:
    for match in AND.finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        if left and right and _are_two(left, right, known):
            return [left, *_by_and(right, known)]
    return [text]


def _are_two(left: str, right: str, known: Collection[str]) -> bool:
    if folded(left) == folded(right):
        return True  # the same post in two places, which stand in brackets
    if is_a_full_name(left) or _is_of_a_saint(left):
        return is_complete(right)
    if is_a_full_name(right):
        whole = folded(right) in known and is_a_post_by_noun(left)
        return whole or _ends_a_post(left) or _is_collective(left)
    if folded(left) in known and (is_complete(right) or _are_short_posts(left, right)):
        return not is_field(left)
    if is_a_post_by_noun(left):
        other = is_a_post_by_noun(right.split(",", 1)[0])
        return other or (_ends_a_post(left) and (_is_collective(right) or _is_by_rank(right)))
    if _is_landlord(left) and _is_capital(right) and WHOLE_BODY.fullmatch(right):
        return True
    if WHOLE_BODY.fullmatch(left) and _is_capital(right) and not is_a_post_by_noun(right):
        return bool(BODY.search(right.lower()))
    if folded(right) in known and is_a_post_by_noun(right) and " " in left:
        return _is_collective(left)
    teams = bool(TEAM.search(left)) and (is_a_post_by_noun(right) or _is_body_by_name(right))
    return teams or (_is_collective(left) and _is_collective(right))


def _is_landlord(text: str) -> bool:
    return bool(HOMES.fullmatch(text)) and _is_capital(text)


def _are_short_posts(left: str, right: str) -> bool:
    """ "DCI and Probation SPO": capitals, and other capitals with the word that qualifies them."""
    *qualified, last = right.split()
    return is_an_acronym(left) and len(qualified) == 1 and is_a_short_name(last)


def _is_by_rank(text: str) -> bool:
    """ "DCFO Price": the capitals of a rank or a post, and the surname of who has it."""
    rank, _, surname = text.partition(" ")
    return is_a_short_name(rank) and is_a_person(surname) and " " not in surname


def _is_body_by_name(text: str) -> bool:
    """ "Weir Valley Homes": several words, each with a capital, of which one is said of bodies."""
    several = len(LONG_WORD.findall(text)) > FEW_WORDS
    return several and _is_capital(text) and bool(BODY.search(text.lower()))


def _is_capital(text: str) -> bool:
    """Written as a name is: each word with a capital, but small ones."""
    return all(word[:1].isupper() for word in LONG_WORD.findall(text))


def _ends_a_post(text: str) -> bool:
    """Its noun is not only part of a field: "Service Manager", not "Specialist Projects"."""
    return bool(POST_NOUN.search(text.rsplit(" ", 1)[-1]) or LAST_NOUN.search(text))


def _by_shape(text: str, known: Collection[str]) -> list[str]:
    """Names printed one after the other with nothing between: "Ann Price Jo Ware"."""
    words = text.split()
    if not 2 < len(words) <= MOST_WORDS or (is_complete(text) and not _repeats(words)):
        return [text]
    return names_in_a_row(words, known) or [text]


def _repeats(words: list[str]) -> bool:
    half = len(words) // 2
    return len(words) % 2 == 0 and words[:half] == words[half:]


def _is_initials(name: str) -> bool:
    return is_a_person(name) and len(folded(name)) == 2


def _is_collective(name: str) -> bool:
    name = name.strip()
    return bool(COLLECTIVE.search(name)) or is_a_short_name(name) or _is_of_a_saint(name)


def _is_of_a_saint(name: str) -> bool:
    """ "St Osyth’s Mission", but not the place "St Osyth"."""
    return bool(SAINT.match(name)) and name.count(" ") >= FEW_WORDS


def is_a_short_name(name: str) -> bool:
    """The capitals of a body, not of a field of work."""
    return is_an_acronym(name) and not is_field(name)
