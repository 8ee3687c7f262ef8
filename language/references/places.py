"""What goes with a place, so that it names an action: "first yes", "put the second back"."""

from language.lexicon.text import ENDS as CLOSED
from language.lexicon.text import Words
from language.lexicon.words import word_set
from language.references.counting import CLOSING, TOLD_BY
from language.references.left_over import UNITS
from language.references.numerals import DIGITS

ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "fifth": 5,
    "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "one": 1, "two": 2, "three": 3, "former": 1,
    "last": -1, "latter": -1, "final": -1, "top": 1, "bottom": -1,
}  # fmt: skip
PLACES = frozenset(
    ["first", "second", "third", "fourth", "last", "final", "former", "latter", "middle"]
)
PAIR = ("former", "latter")
JOINING = frozenset(["a", "an", "on", "in", "at", "to", "for", "by", "with", "of", "every", "my"])
ONE = frozenset(["one", "one's", "ones"])
AND = word_set("shared.and_or_plus")
ENDS = frozenset(["top", "bottom"])
ENDPLACES = ENDS | {"middle"}
PUTTING = word_set("replied.putting")
WHITHER = word_set("replied.whither")
LATE = frozenset(["late", "behind", "later", "over", "adrift", "overdue", "longer"])
OF_A_TIME = frozenset(["end", "mid", "early", "late", "the", "spring", "summer", "autumn"])
MONTHS = word_set("references.days")
ANSWERS = word_set("shared.bare_answers")
ANSWERED = CLOSING | ORDINALS.keys()  # what comes after an answer


def next_in_turn(words: Words, at: int, number: int, due: int) -> bool:
    """Read "first one done second one on track" as of both: no mark parts them."""
    if words.norm(at) not in PLACES or number not in (due, -1) or words.norm(at - 1) in JOINING:
        return False
    return words.norm(at + 1) in ONE or words.norm(at + 1) in TOLD_BY | {"end", "by"}


def told_anyhow(words: Words, at: int) -> bool:
    """Read "former done, latter pencilled for May" as of each, whatever is told of the second; and
    "first yes second no"."""
    if words.norm(at + 1) in ANSWERS and (
        words.norm(at + 2) in ANSWERED or sum(_is_answered(words, each) for each in PLACES) > 1
    ):
        return True
    if words.norm(at + 1) in ("a", "another") and words.norm(at + 2) in UNITS:
        return words.norm(at) in PLACES  # "first two weeks late, second a month"
    if words.norm(at + 1).isdigit() and words.norm(at + 2) == "%":
        return words.norm(at) in PLACES  # "first 60%, second 20%"
    counted = words.norm(at + 1) in DIGITS  # "the latter two"
    return words.norm(at) in PAIR and {*PAIR} <= words.said and not counted


def _is_answered(words: Words, place: str) -> bool:
    """Read "first yes, second no chance before May" as of each."""
    places = (at for at, norm in enumerate(words.listed) if norm == place)
    return any(words.norm(at + 1) in ANSWERS for at in places)


def is_too(words: Words, after: int) -> bool:
    """Read "second too" at an end, but not "second too late"; and "second the same"."""
    if words.norm(after) == "the" and words.norm(after + 1) == "same":
        return True
    return words.norm(after) in ("too", "also") and words.norm(after + 1) in CLOSED | {""}


def beside_another(words: Words) -> bool:
    """Read "top and bottom fine, middle red" as of places in a list."""
    return len(ENDPLACES & words.said) > 1


def ends_a_list(words: Words, at: int) -> bool:
    """Read "first and last are stuck" as of both."""
    before = words.norm(at - 2) if words.norm(at - 1) in AND else ""
    return before in ORDINALS or (before in ONE and words.norm(at - 3) in ORDINALS)


def is_moved(words: Words, at: int, after: int) -> bool:
    """Read "put the second back", "push the first to May" and "second six weeks late" as of one."""
    if words.norm(after + 1) in UNITS and words.norm(after + 2) in LATE:
        return words.norm(after) in DIGITS or words.norm(after).isdigit()
    if words.norm(after) == "to" and words.norm(after + 1) in OF_A_TIME | MONTHS:
        return True  # "both late, first to end of May"
    verbs = words.norms(at - 3, at)
    return words.norm(after) in WHITHER and not PUTTING.isdisjoint(verbs)
