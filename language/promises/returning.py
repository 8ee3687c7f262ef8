"""Days on which somebody is back, something starts or its colour turns: none ends the work."""

from itertools import pairwise

from language.claims.directly import LIGHT
from language.lexicon.words import word_set
from language.promises.dating import Dating

RAG = frozenset(["red", "amber", "green"])
STARTS = frozenset(["start", "starting", "commencement"])
SHIFTED = word_set("forecasts.shifts") | word_set("sound_days.shifted")
AUXILIARIES = frozenset(["is", "was", "has", "been", "now", "date", "being", "will", "be"])
BY = frozenset(["by", "in", "before", "from", "until", "till", "til"])
AT_WORK = word_set("returning.at_work")


def is_somebodys_return(dating: Dating) -> bool:
    """Read "Jo's back 9 December" and "back on it 9 December" as when somebody is at work again.

    But "put back 9 December" and "back to March" put it off, and "back on track" is another thing.
    """
    norms = dating.before
    at = max(at for at, each in enumerate(norms) if each == "back")
    after = norms[at + 1 :]
    if not AT_WORK.issuperset(after) or after[-1:] in (["to"], ["until"], ["by"]):
        return False
    led = [each for each in norms[:at] if each not in LIGHT]
    return bool(led or after) and SHIFTED.isdisjoint(norms[:at])


def is_a_starts(dating: Dating) -> bool:
    """Read "start delayed to 4 January" as of the start; not where the title is to start it."""
    if dating.passage.titled.deed in STARTS:
        return False
    norms = [each for each in dating.before if each not in AUXILIARIES]
    return any(one in STARTS and then in SHIFTED for one, then in pairwise(norms))


def turns_then(dating: Dating) -> bool:
    """Read "will be red by December" as how it will stand then."""
    norms = dating.before
    return norms[-1:] != [] and norms[-1] in BY and norms[-2:-1] != [] and norms[-2] in RAG
