"""Who a name in an owner's place is: a person, or a post, team or body."""

import re
from functools import lru_cache

# A word that is part of a job title or of a body's name, and hardly of a person's.
POST = re.compile(
    r"\b(?:head|director|manager|officer|lead|leader|co-?ordinator|advis[eo]r|chief|executive|"
    r"assistant|associate|deputy|principal|senior|consultant|commissioner|accountant|analyst|"
    r"practitioner|(?:head)?teacher|nurse|worker|solicitor|inspector|superintendent|sergeant|"
    r"governor|chair(?:man|woman|person)?|member|secretary|clerk|administrator|supervisor|engineer|"
    r"psychologist|psychiatrist|therapist|paediatrician|doctor|gp|champion|sponsor|specialist|"
    r"strategist|planner|architect|developer|partner|representative|rep|owner|holder|provider|"
    r"librarian|registrar|treasurer|auditor|economist|surveyor|ranger|warden|midwife|"
    r"president|minister|mayor|provost|dean|bursar|chancellor|matron|rector|vicar|proctor|curator|keeper|caretaker|trainer|buyer|editor|designer|"
    r"organi[sz]er|technician|paramedic|pharmacist|physiotherapist|navigator|contractor|captain|"
    r"supt|mgr|exec|asst|dir|dep)s?\b"
)
BODY = re.compile(
    r"\b(?:team|group|board|partnership|service|department|dept|directorate|division|unit|agency|"
    r"authority|council|committee|sub-?committee|panel|forum|network|trust|alliance|consortium|"
    r"cabinet|college|university|school|academy|hospital|police|constabulary|office|centre|hub|"
    r"company|ltd|limited|plc|llp|cic|cio|charity|shelter|association|federation|union|society|foundation|commission|"
    r"area|locality|district|regional|national|clinical|medical|medicines|drugs?|alcohol|wellbeing|"
    r"community|communities|club|clinic|surgery|pharmac(?:y|ie)|institute|museum|librar(?:y|ie)|"
    r"collaborative|system|programme|project|staff|workforce|partners|colleagues|agencies|"
    r"authorities|universities|academies|companies|charities|sector|cluster|secretariat|"
    r"homes|steering|governance|health|housing|education|finance|communications|procurement|"
    r"licensing|highways|planning|legal|commissioning|safeguarding|performance)s?\b"
)
SHORT_POSTS = frozenset({"ad", "dd", "sro", "ceo", "cex", "dcs", "dass", "dph", "cfo", "coo", "hr"})
SHORT_BODIES = frozenset({"it", "ict", "hr", "pr", "la", "yos", "yot", "pct", "icb", "nhs"})
LINKING = re.compile(r"\b(?:of|for|and|the|all|each|every|with|to|in|on|at|by)\b|[&/0-9]")
TITLES = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|cllr|councillor|sir|dame|lord|lady|rev|reverend|"
    r"revd|canon|father|sister|pc|ps|ds|di|dci|dcs|det|ch|chf|supt|insp|sgt|con|capt|maj|col)\b"
    r"\.?\s+)+",
    re.IGNORECASE,
)
SAINT = re.compile(r"(?:St\.?|Saint|SS)\s")  # begins the name of a church, a school, a place
AFTER_A_NAME = re.compile(r"\s*[,(\[]|\s+[–—-]\s+")
NAME_WORD = re.compile(r"(?:[^\W\d_]|[’'.-])+")
INITIALS = re.compile(r"(?:[A-Z]\.? ?){2}")
ACRONYM = re.compile(r"[A-Z][A-Z&]{2,9}s?")
LONGEST_NAME = 80
PARTICLES = frozenset({"de", "van", "von", "der", "den", "bin", "bint", "al", "el", "la", "le"})


def is_a_post(name: str) -> bool:
    """A job title, team or body, rather than the name or initials of a person.

    "Ann Price", "Ann Price, Head of Housing" and "AP" are people; "DD Safeguarding" is a post.
    """
    named = AFTER_A_NAME.split(name.strip()[:LONGEST_NAME], maxsplit=1)[0]
    return not is_a_person(named)


@lru_cache(maxsize=4096)  # a plan names the same few hundred people and posts all over
def is_a_person(name: str) -> bool:
    """Shaped like the name of one person, with nothing else beside it."""
    name = TITLES.sub("", name.strip().rstrip("."))
    lower = name.lower()
    if (
        not name
        or len(name) > LONGEST_NAME
        or SAINT.match(name)
        or lower in SHORT_POSTS | SHORT_BODIES
    ):
        return False
    if INITIALS.fullmatch(name):
        return True
    if POST.search(lower) or BODY.search(lower) or LINKING.search(lower):
        return False
    return _words_of_a_name(name.split())


def is_a_full_name(name: str) -> bool:
    """A person's name of at least two words, such as "Ann Price" or "Mrs Price"."""
    return len(name.split()) >= 2 and is_a_person(name)


def is_an_acronym(text: str) -> bool:
    return bool(ACRONYM.fullmatch(text.strip())) or text.strip().lower() in SHORT_BODIES


def _words_of_a_name(words: list[str]) -> bool:
    if len(words) > 4 or not all(map(NAME_WORD.fullmatch, words)):
        return False
    if any(ACRONYM.fullmatch(word) for word in words):
        return False
    plain = [word for word in words if word.lower() not in PARTICLES]
    if not 1 <= len(plain) <= 3 or not plain[0][0].isupper():
        return False
    return any(map(str.islower, plain[0][1:] or "a"))
