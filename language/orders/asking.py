"""Whether a sentence asks something of us, rather than telling or wishing."""

import re

from language.lexicon.patterns import pattern, sign_of_any
from language.lexicon.signs import Signs

ASKS = pattern("questions.asks")
INSIDE = pattern("questions.inside")
WISHES = pattern("questions.wishes")
NO_QUESTION = pattern("questions.no_question")
ASKING_LATER = pattern("questions.asking_later")
WITHIN = pattern("questions.within")
HYPOTHETICAL = pattern("questions.hypothetical")
ASKING = sign_of_any(INSIDE, ASKS, ASKING_LATER, WITHIN, HYPOTHETICAL)
TELLS = pattern("questions.tells")
INVERTED = pattern("questions.inverted")
PLAIN = pattern("questions.plain")
FIGURES = re.compile(  # "latest release covers 2024", "current numbers 31 of 40"
    r"^\W*(?:the |our )?(?:latest|current|overall|position)\b[\w ]{0,40}?(?:: \w+ \w+ \w+"
    r"| (?:covers?|shows?|puts?|gives?|remains?|stands?|suggests?|is|are|was|were|has|have) "
    r"| \d[\d.,]* ?(?:%|of|out of|per|against)(?!\w))"
)
DID_IT = re.compile(  # "did this ages ago"
    r"^\W*did (?:this|that|it|them|these|those|both)(?: one| bit)?(?: all)? (?:ages|months|weeks"
    r"|years|yonks|last|in|back|already|yesterday|on|before|earlier|a|two|three|\d)\b"
)
WHY = re.compile(  # "why is it late", but "why it is late: the trainer left"
    r"^\W*(?:so |and |but )?why"
    r"(?:['’]?s| (?:is|are|was|were|has|have|did|does|do)(?:n['’]?t)?)\b[^:]*$"
)
ITS_DAY = re.compile(  # "the deadline for 2.3 is 30 April"
    r"^\W*(?:the |our |new )?(?:deadline|due date)s?\b"
    r".*\b(?:is|are|was|were|has|have|will|now|to|moved)\b"
)


def is_question(sentence: str, asks: bool, signs: Signs) -> bool:
    """Whether a sentence asks something of us, rather than telling or wishing."""
    if not signs & ASKING or WISHES.match(sentence, signs) or NO_QUESTION.match(sentence, signs):
        return False
    if INSIDE.search(sentence, signs):
        return True
    if not ASKS.match(sentence, signs):
        within = asks and (WITHIN.search(sentence, signs) or HYPOTHETICAL.match(sentence, signs))
        return bool(ASKING_LATER.search(sentence, signs)) or bool(within)
    return asks or not _tells(sentence)


def _tells(sentence: str) -> bool:
    """Without a question mark: "status housing" asks, "status: green" tells."""
    if re.match(r"^\W*(?:all )?(?:mine|my actions|my ones) (?:is|are|all|both)\b", sentence):
        return True
    if re.match(r"^\W*(?:status|update|progress)(?: on)?\W*(?:is\b|:|-|=|now\b)", sentence):
        return True
    if FIGURES.match(sentence) or DID_IT.match(sentence):
        return True
    if INVERTED.match(sentence) or WHY.match(sentence):
        return False
    if ITS_DAY.match(sentence):
        return True
    return bool(TELLS.match(sentence)) and not PLAIN.match(sentence)
