"""Days that the words beside them make no end of the work.

The day of what holds it up ("delayed by the election on 6 May"), of a stage after which more is to
be done for so long ("signed off on the 20th, then a month of design"), and a day that is said to be
in danger itself ("31 March at risk").
"""

from language.dates.finding import Dated
from language.lexicon.patterns import pattern
from language.lexicon.text import Words
from language.promises.dating import Dating

CAUSED = pattern("beside_it.caused")
WINDOW = pattern("beside_it.window")
ON_THE_AGENDA = pattern("beside_it.on_the_agenda")
NOTHING = pattern("beside_it.nothing")
OF_THE_OLD = pattern("beside_it.of_the_old")
OF_A_STAGE = pattern("beside_it.of_a_stage")
THEN_SO_LONG = pattern("beside_it.then_so_long")
IN_DANGER = pattern("beside_it.in_danger")
RENEWING = frozenset(["extend", "renew", "end", "replace", "decommission", "close"])
ROOT = 3  # letters that "bids" and "bid", "application" and "apply" share
FAR = 8  # words after the day in which it shows


def is_of_something_beside(dating: Dating) -> bool:
    """Whether the words around a day say that it is one of these."""
    words, dated = dating.passage.words, dating.dated
    before = words.span(dating.clause.first, dated.first)
    if any(each.search(before, words.signs) for each in (CAUSED, ON_THE_AGENDA, NOTHING)):
        return True
    if dating.passage.titled.deed not in RENEWING and OF_THE_OLD.search(before, words.signs):
        return True  # "the old contract is extended to 30 June"
    return _is_of_a_stage(dating, before) or _ends_a_window(dating) or is_gone_on_from(words, dated)


def _is_of_a_stage(dating: Dating, before: str) -> bool:
    """Read "first draft by 20 January" as of the draft, where the title asks for more."""
    match = OF_A_STAGE.search(before, dating.passage.words.signs)
    if match is None:
        return False
    stage = next(each for each in match.groups() if each)
    titled = {dating.passage.words.norm(at) for at in dating.passage.titled.at}
    deed = dating.passage.titled.deed
    return stage not in titled and not (deed and stage[:ROOT] == deed[:ROOT])


def _ends_a_window(dating: Dating) -> bool:
    """Read "the fund opens on 4 January, closes on 26 February" as when others may apply."""
    passage, words = dating.passage, dating.passage.words
    if not WINDOW.sign & words.signs:
        return False
    last = passage.before(dating.clause)
    first = last.first if last else dating.clause.first
    return WINDOW.search(words.span(first, dating.dated.first), words.signs) is not None


def is_gone_on_from(words: Words, dated: Dated) -> bool:
    """Whether more is to be done for so long after a day, or the day is in danger."""
    if not (THEN_SO_LONG.sign | IN_DANGER.sign) & words.signs:
        return False
    after = words.span(dated.beyond, min(dated.beyond + FAR, len(words.tokens)))
    return bool(THEN_SO_LONG.match(after, words.signs) or IN_DANGER.match(after, words.signs))
