"""A day that is given to several at once: "end of July for the pair of them"."""

from language.lexicon.patterns import Wording
from language.promises.dating import Dating

SHARED = Wording.of(
    r"(?:now )?(?:for|on|with) (?:the |us )?"
    r"(?:both|two|three|four|five|six|lot|whole lot|pair|set|each|all|every one|trio|others?|rest)"
    r"(?: (?:two|three|four|five|lot))?(?: of (?:them|these|those|it|the (?:lot|two|three)))?"
    r"(?: now| please| pls| then| instead| i think)*[ .!]*"
    r"|(?:each|apiece|all round|across the board)[ .!]*"
)


def is_shared(dating: Dating) -> bool:
    """Whether all that is said after a day is of whom it is so."""
    passage, end = dating.passage, dating.clause.beyond
    if dating.dated.beyond >= end:
        return False
    after = passage.words.span(dating.dated.beyond, end)
    return SHARED.fullmatch(after, passage.words.signs) is not None
