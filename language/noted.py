"""What is kept of an officer's own words: the note, the reason in it, and the links."""

from language.patterns import Wording
from language.signs import ALL, Signs
from language.text import Words
from language.topics import Topic

REASON = Wording.of(
    r"\b(?:because(?: of)?|due to|owing to|waiting (?:on|for)|awaiting|cos|as|since|on account of"
    r"|thanks to|held up by|caused by)\b[ ,:]*(?P<why>[^.;!\n]{3,300})",
)


def note_of(topic: Topic, typed: Words) -> str:
    """The officer's own words about these actions, whole."""
    if not topic.clauses:
        return ""
    first = min(each.first for each in topic.clauses)
    beyond = max(each.beyond for each in topic.clauses)
    ends = typed.norm(beyond) in (".", "!", "?", ")")
    return typed.quote(first, beyond + ends).strip(" ,;-\n")


def reason_of(note: str, signs: Signs = ALL) -> str:
    """Why it is so, in their words."""
    match = REASON.search(note, signs)
    return match["why"].strip() if match else ""


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
