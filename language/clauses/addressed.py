"""What in a message is said to somebody else: "@Jo can you look at 7.3?" is no news of 7.3."""

import re

from language.lexicon.patterns import pattern
from language.lexicon.vocabulary import known_words
from language.lexicon.words import word_set

NOT_NAMES = word_set("addressed.not_names")
GREETING = (
    r"(?:(?i:hi|hello|hey|hiya|morning|afternoon|dear|ok|so|and|but|fyi|also|sorry|thanks|cc)"
    r"[ ,]+){0,2}"
)
OF_ALL = frozenset(
    ["somebody", "team", "all", "everyone", "everybody", "folks", "guys", "colleagues"]
)
OPENS = r"(?:\A|(?<=[.!?;] )|(?<=\n))[^\w@<\n]{0,3}"
AT = re.compile(
    rf"{OPENS}{GREETING}(?:(?:(?i:@(?!planbot\b)[\w.'-]{{2,40}}|<@\w+>|<at>[^<>\n]{{1,40}}</at>))"
    r"(?: [A-Z][\w'-]+)?(?: and |[ ,:;&-]+))+(?P<rest>[^\n]+)"
)
BY_NAME = re.compile(
    rf"{OPENS}{GREETING}(?P<name>[A-Z][a-z'-]+|(?i:{'|'.join(sorted(OF_ALL))}))(?: [A-Z][a-z'-]+)?"
    r"(?P<apart> ?[,:–-]+ *| )(?P<rest>[^\n]+)"
)
ANYTHING = pattern("addressed.anything")
ASKED = pattern("addressed.asked")
BIDDEN = pattern("addressed.bidden")
QUESTION = pattern("addressed.question")
NOT_NEWLINE = re.compile(r"[^\n]")
MOST = 160  # letters in which it shows what is wanted


def for_us(text: str) -> str:
    """The text without what is said to somebody else, as long as before: nothing moves.

    From where somebody else is spoken to, all is said to them; of "Jo, is 7.3 done?", which we can
    answer as well, only the name is left out.
    """
    for match in AT.finditer(text) if "@" in text or "<" in text else ():
        rest = match["rest"][:MOST].lower()
        if "?" in rest or ANYTHING.match(rest):
            return _blank(text, match.start(), len(text))
    for match in BY_NAME.finditer(text):
        if not _is_name(match):
            continue
        rest, apart = match["rest"][:MOST].lower(), match["apart"].strip() != ""
        if ASKED.match(rest) or (apart and BIDDEN.match(rest)):
            return _blank(text, match.start(), len(text))
        if apart and QUESTION.match(rest):
            return _blank(text, match.start(), match.start("rest"))
    return text


def _is_name(match: re.Match[str]) -> bool:
    name = match["name"].lower()
    return name not in NOT_NAMES and (name in OF_ALL or name not in known_words())


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + NOT_NEWLINE.sub(" ", text[start:end]) + text[end:]
