"""What the date of the action is to read: "2.1 should now read 14 May"."""

from language.lexicon.words import word_set
from language.promises.dating import Dating

RESTATED = "forecast.restated"
READING = frozenset(["read", "say", "show", "state", "reads", "says"])
HAVING = frozenset(["should", "must", "to", "will", "ought", "can", "please"])
NAMING = word_set("corrected.naming")
ENDING = frozenset(
    [",", "and", "as", "because", "since", "not", "now", "please", "instead", "rather"]
)


def is_corrected(dating: Dating) -> bool:
    """Read "the deadline of 2.1 ought to say 14 May" as its new date.

    But not "the report should say by June": nothing but the action, or its date, reads so.
    """
    norms = [each for each in dating.before if each not in ("now", "as", "therefore")]
    if norms[-1:] == [] or norms[-1] not in READING or norms[-2:-1] == []:
        return False
    if norms[-2] not in HAVING or not NAMING.issuperset(norms[:-2]):
        return False
    return not dating.after or dating.after[0] in ENDING
