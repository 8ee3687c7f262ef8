"""What is kept of an officer's own words: the note, the reason in it, and the links."""

import re

from language.claims.topics import Topic
from language.lexicon.patterns import Wording
from language.lexicon.signs import ALL, Signs
from language.lexicon.text import Words

# "As" and "since" give a reason where somebody does or is something, not in "as planned", "as one
# of 19", "since July", "as it stands".
SOMEBODY = (
    r"(?= (?!it (?:stands|happens|is\b)|we speak|they say|i (?:said|say)|part of|one of)"
    r"(?:(?:we|they|he|she|it|i|there|nobody|neither|none) "
    r"|(?:[\w'-]+ ){1,4}(?:is|are|has|have|was|were|had|isn't|aren't|hasn't|haven't|wasn't|weren't"
    r"|can't|cannot|won't|will|left|leaves|needs?|wants?)\b))"
)
REASON = Wording.of(
    r"\b(?:because(?: of)?|due to|owing to|waiting (?:on|for)|awaiting|cos"
    rf"|(?:as|since){SOMEBODY}|on account of|thanks to|held up by|caused by)\b[ ,:]*"
    r"(?P<why>[^.;!\n]{3,300}?)(?:,? (?:so|which means|therefore|hence) |[.;!\n]|$)",
)


# What is done "by" or "due to" a thing is told before what comes of it.
NOUNED = re.compile(
    r"(?:because of|due to|owing to|on account of|thanks to|held up by|caused by)\b"
)
COMES_OF_IT = re.compile(
    r",? (?:and|but) (?:(?:it|we|they|this|these|now) )?(?:now )?(?:will|won't|wont|is|are|isn't"
    r"|aren't|can't|cannot|has|have|hasn't|haven't|should|could|needs?)\b"
)


def note_of(topic: Topic, typed: Words) -> str:
    """The officer's own words about these actions, whole."""
    if not topic.clauses:
        return ""
    first = min([each.first for each in topic.clauses])
    beyond = max([each.beyond for each in topic.clauses])
    ends = typed.norm(beyond) in (".", "!", "?", ")")
    return typed.quote(first, beyond + ends).strip(" ,;-\n")


def reason_of(note: str, signs: Signs = ALL) -> str:
    """Why it is so, in their words."""
    match = REASON.search(note, signs)
    if match is None:
        return ""
    why = match["why"]
    ends = COMES_OF_IT.search(why) if NOUNED.match(match.group().lower()) else None
    return why[: ends.start()].strip() if ends else why.strip()


def links_in(topic: Topic, typed: Words) -> tuple[str, ...]:
    """The links given with an update, without Slack's angle brackets and labels."""
    if "://" not in typed.low:
        return ()
    found = (
        typed.raw[token.start : token.end].strip("<>").partition("|")[0].rstrip(".,;)")
        for clause in topic.clauses
        for token in typed.tokens[clause.first : clause.beyond]
        if token.kind == "link"
    )
    return tuple(dict.fromkeys(found))
