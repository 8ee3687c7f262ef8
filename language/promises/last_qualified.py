"""What may follow a day that is given by itself, and tells no more: "12 March come what may"."""

from language.lexicon.patterns import pattern
from language.promises.dating import Dating
from language.promises.shared_day import is_shared

QUALIFIED = pattern("last_qualified.told")


def says_no_more(dating: Dating) -> bool:
    """Whether what comes after a day only says how sure it is, or for whom."""
    words, clause = dating.passage.words, dating.clause
    if is_shared(dating):
        return True
    after = words.span(dating.dated.beyond, clause.beyond) if dating.after else ""
    return QUALIFIED.fullmatch(after, words.signs) is not None
