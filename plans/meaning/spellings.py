"""Two spellings that may be of one person's name: pointed out, never made one."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations

from domain.names import folded
from plans.meaning.parties import TITLES, is_a_full_name

MOST = 500  # people of one plan that are compared
ALIKE = 0.8
LONG = 5  # letters; a shorter name that differs is another name
SHORT_FORMS = (
    frozenset({"elizabeth", "liz", "lizzie", "beth", "betty", "libby", "eliza"}),
    frozenset({"william", "will", "bill", "billy"}),
    frozenset({"robert", "rob", "bob", "bobby", "robbie"}),
    frozenset({"richard", "rick", "dick", "richie"}),
    frozenset({"margaret", "maggie", "meg", "peggy"}),
    frozenset({"katherine", "catherine", "kathryn", "kate", "katie", "cathy", "kathy"}),
    frozenset({"james", "jim", "jimmy", "jamie"}),
    frozenset({"john", "jack", "jon", "jonathan", "johnny"}),
    frozenset({"anthony", "tony", "antony"}),
    frozenset({"michael", "mike", "mick"}),
    frozenset({"stephen", "steven", "steve"}),
    frozenset({"susan", "sue", "susie"}),
    frozenset({"edward", "ed", "ted", "eddie"}),
    frozenset({"patricia", "pat", "trish", "patrick"}),
    frozenset({"deborah", "debbie", "debra"}),
    frozenset({"jacqueline", "jackie", "jacqui"}),
    frozenset({"alexander", "alexandra", "alex", "sandy", "sacha"}),
    frozenset({"henry", "harry"}),
    frozenset({"charles", "charlie", "chuck"}),
    frozenset({"helen", "nell", "ellen"}),
)


def may_be_one(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of people's names that differ as two spellings of one name do."""
    people = {folded(name): name for name in names if _has_two_names(name)}
    parts = {name: _parts(name) for name in list(people.values())[:MOST]}
    for one, other in combinations(parts, 2):
        if _are_near(parts[one], parts[other]):
            yield one, other


def _has_two_names(name: str) -> bool:
    return is_a_full_name(name) and is_a_full_name(TITLES.sub("", name.strip()))


def _parts(name: str) -> tuple[str, str]:
    """The first name and the surname, folded."""
    first, *_, last = TITLES.sub("", name.strip()).split()
    return folded(first), folded(last)


def _are_near(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """One of the two parts is the same, and the other is nearly so."""
    if one[1] == other[1]:
        return _are_first_names_of_one(one[0], other[0])
    return one[0] == other[0] and _look_alike(one[1], other[1])


def _are_first_names_of_one(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    begins = long.startswith(short) and len(short) != 2
    together = any(one in forms and other in forms for forms in SHORT_FORMS)
    return begins or together or _look_alike(one, other)


def _look_alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < LONG or one[:1] != other[:1]:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
