"""The day on which something is brought before those who meet: no end of the work by itself.

"A revised programme will be brought to the group on 9 June": what comes of it is not said.
"""

from language.lexicon.words import word_set
from language.promises.dating import Dating
from language.references.titles import stem

BRINGING = word_set("brought_before.bringing")
BODIES = word_set("brought_before.bodies")
LEADING = frozenset(["on", "at", "in", "by", "the", "its", "their", "of", "meeting", "meetings"])


def is_brought(dating: Dating) -> bool:
    """Whether it is brought to a group then, and not "for agreement", nor as the title asks."""
    norms = dating.before
    while norms[-1:] and norms[-1] in LEADING:
        norms = norms[:-1]
    if norms[-1:] == [] or norms[-1] not in BODIES or dating.after[:1] == ["for"]:
        return False
    verbs = [at for at, each in enumerate(norms) if each in BRINGING]
    if not verbs or stem(norms[verbs[-1]]) == dating.passage.deed:
        return False
    return not {"to", "before"}.isdisjoint(norms[verbs[-1] :])
