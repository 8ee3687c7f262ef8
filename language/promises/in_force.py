"""The day from which it is in place: "up and running from 27 May".

What is set up, introduced or put in place is finished when it is so, and what is to be held when
it takes place. It is inferred, and so confirmed.
"""

from language.claims.directly import LIGHT
from language.lexicon.patterns import pattern
from language.lexicon.words import word_set
from language.promises.dating import Dating

IN_FORCE = pattern("in_force.told")
HELD = pattern("in_force.held")
HOLDING = word_set("own_event.holding_deeds")
JOINING = frozenset(["and", "but", "so", "which", "who"])
NEGATIONS = word_set("forecasts.negations") | {"if", "unless", "once", "until"}


def is_in_force(dating: Dating) -> bool:
    """Whether the thing itself is said to be there from this day on."""
    passage, first, last = dating.passage, dating.clause.first, dating.dated.first
    if dating.dated.day is None or dating.dated.day <= passage.today or last <= first:
        return False
    signs, before = passage.words.signs, passage.words.span(first, last)
    told = IN_FORCE.search(before, signs)
    if not told and passage.titled.deed in HOLDING:
        told = HELD.search(before, signs)
    if not told or not NEGATIONS.isdisjoint(dating.before):
        return False
    return _is_of_it(dating, told.start())


def _is_of_it(dating: Dating, letters: int) -> bool:
    """Nothing is named but what the title names; or nothing, after a clause that names it."""
    passage, first = dating.passage, dating.clause.first
    start = passage.words.tokens[first].start + letters
    subject = [
        at for at in range(first, dating.dated.first) if passage.words.tokens[at].start < start
    ]
    titled = passage.titled.at | passage.about
    own = [at for at in subject if passage.words.norm(at) not in LIGHT | JOINING]
    if own:
        return titled.issuperset(own)
    last = passage.before(dating.clause)
    return last is None or not titled.isdisjoint(last.span)
