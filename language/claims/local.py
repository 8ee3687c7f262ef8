"""Words of one workspace: what its officers say for a status, told by themselves."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from domain.instructions import CallIt
from domain.work import Status
from language.claims.directly import LIGHT
from language.lexicon.patterns import Wording, sign_of_any
from language.lexicon.signs import ALL, Signs
from language.lexicon.text import Token, words_of
from language.lexicon.vocabulary import BRANCH, Hit, Term, hits, tree_of, vocabulary

TAUGHT = Wording.of(
    r"^\W*(?:please )?"
    r"(?:(?:when(?:ever)? (?:we|i|people|officers|they) (?:say|write|put)"
    r"|by(?! (?:no|all|any) means\b))"
    r" (?P<said>.{2,60}?)[ ,]+(?:that |this |it |we |i |they )*means?"
    r"|['\"“](?P<quoted>[^'\"“”]{2,60})['\"”] (?:means|is|=))"
    r" (?:that |it |the action |this )*(?:is )?(?P<status>[\w ]{3,20}?)\W*$",
    re.IGNORECASE,
)
FORGOTTEN = Wording.of(
    r"^\W*(?:please )?(?:forget|drop|remove)(?: (?:what|the words?|our words?|the phrase))?"
    r" ['\"“](?P<said>[^'\"“”]{2,60})['\"”](?: means?)?\W*$",
    re.IGNORECASE,
)
LISTED = Wording.of(
    r"^\W*(?:what are |show |list )?(?:our|local) (?:own )?words\W*$", re.IGNORECASE
)
SIGNS = sign_of_any(TAUGHT, FORGOTTEN)
QUOTATION = "'\"“”‘’ ,"
SHORTEST = 2  # letters of a phrase
NOTHING: BRANCH = {}


def local_words(meanings: Iterable[tuple[str, Status]]) -> BRANCH:
    """What a workspace means by its words, ready to be found."""
    told = tuple(meanings)
    return _tree(told) if told else NOTHING


def taught(raw: str, signs: Signs = ALL) -> CallIt | None:
    """ "When we say “with Cabinet” we mean at risk"; "forget “with Cabinet”"."""
    forgotten = FORGOTTEN.match(raw, signs)
    if forgotten:
        return _called(forgotten["said"])
    match = TAUGHT.match(raw, signs)
    status = status_named(match["status"]) if match else None
    if match is None or status is None:
        return None
    return _called(match["said"] or match["quoted"], status)


def _called(said: str, status: Status | None = None) -> CallIt | None:
    """What is left of a phrase without its quotation marks; None where that is no phrase."""
    phrase = said.strip(QUOTATION)
    return CallIt(phrase=phrase, status=status) if len(phrase) >= SHORTEST else None


def status_named(said: str) -> Status | None:
    """The status that a few words plainly name, and nothing else."""
    tokens = words_of(said.replace("_", " ")).tokens
    found = [each for each in hits(tokens, vocabulary()) if each.term.status]
    whole = len(found) == 1 and found[0].first == 0 and found[0].beyond == len(tokens)
    return found[0].term.status if whole else None


def too_common(phrase: str) -> bool:
    """Whether a phrase has no word of its own, and so would be found everywhere."""
    return all(
        token.kind != "word" or token.norm in LIGHT or len(token.norm) < 3
        for token in words_of(phrase).tokens
    )


def phrases_in(tokens: Sequence[Token], local: BRANCH) -> list[Hit]:
    """What of our vocabulary and theirs stands in a message; where both do, theirs counts."""
    if not local:
        return list(hits(tokens, vocabulary()))
    own = list(hits(tokens, local))
    taken = {at for each in own for at in range(each.first, each.beyond)}
    free = [each._replace(norm="") if at in taken else each for at, each in enumerate(tokens)]
    return [*own, *hits(free, vocabulary())]


@lru_cache(maxsize=64)
def _tree(told: tuple[tuple[str, Status], ...]) -> BRANCH:
    spelt = ((words_of(phrase), Term(status.value, "local")) for phrase, status in told)
    return tree_of((tuple(each.norm for each in words.tokens), term) for words, term in spelt)
