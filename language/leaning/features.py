"""What is weighed in words: each, two and three in a row, what is denied, what comes last."""

from collections.abc import Iterable, Iterator, Sequence

from language.lexicon.text import ENDS, Token
from language.lexicon.words import word_set

DENYING = word_set("leaning.denying")
TURNING = frozenset(["but", "however", "although", "though", "yet"])
REACH = 3  # words that a denial reaches
LONGEST = 3  # words in a row
DAY = Token("@day", 0, 0, "word", glued=False)
EMOJI = 0x2000  # where marks begin that say something


def features(tokens: Iterable[Token]) -> set[str]:
    """The features of some words; the same for what is learnt from and what is weighed.

    "^" opens a sentence and "$" ends it, "#" is any figure, "!" stands before what is denied,
    "&" before what follows a "but", "<" before what the last sentence has. A day is one token,
    ``DAY``, whatever it is called.
    """
    found: set[str] = set()
    last: list[str] = []
    for sentence in _sentences(tokens):
        found.update(_rows(sentence))
        found.update(_denied(sentence))
        found.update(_turned(sentence))
        last = sentence
    found.update("<" + each for each in _rows(last))
    return found


def _sentences(tokens: Iterable[Token]) -> Iterator[list[str]]:
    words: list[str] = []
    for token in tokens:
        if token.norm in ENDS:
            if words:
                yield words
            words = []
            if token.norm == "?":
                words.append("?")
        elif word := _word(token):
            words.append(word)
    if words:
        yield words


def _word(token: Token) -> str:
    if token.kind == "number":
        return "#"
    if token.kind == "word":
        return token.norm
    said = token.kind == "code" or token.norm == "%" or ord(token.norm[0]) >= EMOJI
    return token.norm if said and token.kind != "link" else ""


def _rows(sentence: Sequence[str]) -> Iterator[str]:
    yield from sentence
    held = ["^", *sentence, "$"]
    for length in range(2, LONGEST + 1):
        for at in range(len(held) - length + 1):
            yield " ".join(held[at : at + length])


def _denied(sentence: Sequence[str]) -> Iterator[str]:
    for at, word in enumerate(sentence):
        if word in DENYING:
            yield from ("!" + each for each in sentence[at + 1 : at + 1 + REACH])


def _turned(sentence: Sequence[str]) -> Iterator[str]:
    turns = [at for at, word in enumerate(sentence) if word in TURNING]
    if turns:
        yield from ("&" + each for each in sentence[turns[-1] + 1 :])
