"""The action of a reminder for one, named beside another: "both this and 7.4 done"."""

from collections.abc import Sequence

from language.lexicon.text import Words
from language.lexicon.words import word_set
from language.references.finding import How, Mention

THIS = frozenset(["this", "it"])
AND = word_set("shared.and_or_plus")


def with_this(words: Words, mentions: Sequence[Mention], about: Sequence[str]) -> list[Mention]:
    """The mentions, each with "this" at its side taken as one with it."""
    if len(about) != 1 or THIS.isdisjoint(words.said):
        return list(mentions)
    return [_with_this(words, each, about[0]) for each in mentions]


def _with_this(words: Words, mention: Mention, this: str) -> Mention:
    if this in mention.refs:
        return mention
    if words.norm(mention.first - 1) in AND:
        at = mention.first - 2
        at -= words.norm(at) == "one" and words.norm(at - 1) in THIS
        opens = words.norm(at - 1) in ("", ".", ",", "\n", "both")
        if words.norm(at) in THIS and opens:
            return Mention(at, mention.beyond, (this, *mention.refs), How.ORDINAL)
    if words.norm(mention.beyond) in AND and words.norm(mention.beyond + 1) == "this":
        beyond = mention.beyond + 2
        beyond += words.norm(beyond) == "one"
        return Mention(mention.first, beyond, (*mention.refs, this), How.ORDINAL)
    return mention
