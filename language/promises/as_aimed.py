"""The day by which the figure that is aimed at is reached: "we should reach 61% by 12 May"."""

from language.lexicon.words import word_set
from language.promises.dating import Dating

OURS = frozenset(["we", "we'll", "i", "will", "it", "figure", "should", "shall", "'ll"])
REACHING = frozenset(["at", "hit", "reach", "to", "up", "make", "achieve", "have", "around"])
DENIED = word_set("forecasts.negations") | {"target", "aim", "need", "needs", "must", "if"}
NEAR = 6  # words before the figure


def is_as_aimed(dating: Dating, percent: int) -> bool:
    """Whether we say that we will be there then, at the figure that the title has.

    ``percent`` is where its sign stands among the words before the day.
    """
    norms = dating.before
    if percent < 1 or norms[percent - 1] not in dating.passage.titled.figures:
        return False
    led = norms[max(percent - NEAR, 0) : percent - 1]
    if not DENIED.isdisjoint(led):
        return False
    return not OURS.isdisjoint(led) and not REACHING.isdisjoint(led)
