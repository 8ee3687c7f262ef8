"""Where news turns to a question of the bot: "7.3 done, can you tell me about 7.4?"."""

from language.lexicon.patterns import pattern
from language.lexicon.text import Words

OF_UNDOING = pattern("questions.of_undoing")
QUESTION = 120  # letters in which it shows whether a question is of the bot
ASKING = frozenset(
    (verb, who)
    for verb in ("can", "could", "would", "will")
    for who in ("you", "u", "someone", "somebody", "anyone")
) | {
    ("what", "is"),
    ("what", "about"),
    ("how", "is"),
    ("how", "about"),
    ("when", "is"),
    ("who", "owns"),
    ("who", "is"),
    ("who", "leads"),
}


def turns_to_ask(words: Words, at: int) -> bool:
    """Read "7.3 done, can you tell me about 7.4?": news, and then a question."""
    end = words.tokens[at].end
    if OF_UNDOING.match(words.low[end : end + QUESTION].lstrip(), words.signs):
        return True
    if "?" not in words.said:
        return False
    opening = tuple(words.norms(at + 1, at + 3))
    if opening[:1] == ("and",):
        opening = tuple(words.norms(at + 2, at + 4))
    return opening in ASKING and "?" in words.norms(at, len(words.tokens))
