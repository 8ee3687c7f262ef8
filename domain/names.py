"""When two ways of writing a name are the same name, and the short form of one."""

import re
import unicodedata
from functools import lru_cache

NOT_A_LETTER = re.compile(r"[^a-z0-9]+")
SPACES = re.compile(r"\s+")


def plain(text: str) -> str:
    """Lower case without accents, with curly quotes and long dashes made straight."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    kept = "".join(each for each in decomposed if not unicodedata.combining(each))
    return kept.replace("’", "'").replace("‘", "'").replace("–", "-").casefold()


def slug(name: str) -> str:
    """A name as it can be typed: "Staying Safe" is "staying-safe"."""
    return NOT_A_LETTER.sub("-", plain(name).replace("'", "").replace("&", " and ")).strip("-")


@lru_cache(maxsize=16_384)  # a beat asks for the same owners again and again
def folded(name: str) -> str:
    """What two spellings of one person, post or body have in common: letters and digits."""
    return NOT_A_LETTER.sub("", plain(name).replace("&", "and"))


def folded_ref(ref: str) -> str:
    """References are compared without case and spaces; dots count, so 2.1 is not 2.10."""
    return SPACES.sub("", ref).casefold()
