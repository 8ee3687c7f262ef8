"""The one-letter ratings: "7.3: A", "7.4 R", "G -> A", "7.3 g"."""

from collections.abc import Iterator, Sequence

from language.lexicon.text import Words
from language.lexicon.vocabulary import Hit, Term
from language.references.finding import Mention

RATINGS = {"R": "delayed", "A": "at_risk", "G": "on_track", "B": "complete"}
NORMS = frozenset(map(str.lower, RATINGS))
LEADING = frozenset(
    [
        ":",
        "=",
        "-",
        ">",
        "→",
        "(",
        "rag",
        "rating",
        "rated",
        "status",
        "now",
        "to",
        "all",
        "both",
        "also",
    ]
)
RATED = frozenset(["rag", "brag", "rating", "rated"])
OPENING = frozenset([":", "-"])
KEPT = {"met": Term("complete", "mark"), "unmet": Term("delayed", "perhaps")}
CROSS = Term("delayed", "perhaps")  # as the emoji of it
ENDING = frozenset(["", ".", ",", ";", "\n", "!", "-", ">", "→", "(", ")", "and", "/"])

MARKED = KEPT.keys() | {"x"}


def rating_letters(words: Words, mentions: Sequence[Mention]) -> Iterator[Hit]:
    """Letters that stand where a rating stands, right after a reference.

    Small ones are none where references end in letters too.
    """
    if mentions and not MARKED.isdisjoint(words.said):
        yield from _marks(words, mentions)
    if NORMS.isdisjoint(words.said):
        return
    beyond, starts = {each.beyond for each in mentions}, {each.first for each in mentions}
    small = all(ref[-1].isdigit() for each in mentions for ref in each.refs[-1:])
    if not beyond and _is_answer(words):
        yield Hit(0, 1, Term(RATINGS[words.norm(0).upper()], "mark"))
    if not beyond:
        yield from _rated(words)
        return
    for at in words.figures:
        letter = words.norm(at).upper() if small else _capital(words, at)
        led = at in beyond or _is_led(words, at)
        listed = led and at + 1 in starts  # "1.2 G 1.3 A"
        if letter not in RATINGS or not (listed or words.norm(at + 1) in ENDING):
            continue
        near = not beyond.isdisjoint(range(at - 6, at + 1))
        if near and led:
            yield Hit(at, at + 1, Term(RATINGS[letter], "mark"))


def _marks(words: Words, mentions: Sequence[Mention]) -> Iterator[Hit]:
    """Read "7.3 met 7.4 unmet" and "1.1 ✔ 1.2 x": a mark after a reference, and no more."""
    starts = {each.first for each in mentions}
    for at in (each.beyond for each in mentions):
        term = CROSS if words.norm(at) == "x" else KEPT.get(words.norm(at))
        if term and (words.norm(at + 1) in ENDING or at + 1 in starts):
            yield Hit(at, at + 1, term)


def _is_answer(words: Words) -> bool:
    """Read "g", and "A - the lead has left", as an answer; "B - Smith leads" is none."""
    letter = words.norm(0).upper()
    if len(words.tokens) == 1:
        return letter in RATINGS
    return letter in RATINGS.keys() - {"B"} and words.norm(1) in OPENING


def _rated(words: Words) -> Iterator[Hit]:
    """Read "RAG: G" and "BRAG = B" in an answer that names nothing."""
    for at in range(1, len(words.tokens)):
        letter = words.norm(at).upper()
        alone = letter in RATINGS and words.norm(at + 1) in ENDING
        if alone and not RATED.isdisjoint(words.norms(at - 3, at)):
            yield Hit(at, at + 1, Term(RATINGS[letter], "mark"))


def _is_led(words: Words, at: int) -> bool:
    return words.norm(at - 1) in LEADING


def _capital(words: Words, at: int) -> str:
    token = words.tokens[at]
    return words.raw[token.start : token.end] if len(token.norm) == 1 else ""
