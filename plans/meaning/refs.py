"""References of actions and codes of groups, as printed: "7.3", "LG1", "12.", "LG 2", "L/02"."""

import re

LOOK_ALIKES = str.maketrans("АВЕКМНОРСТХУЅІЈ", "ABEKMHOPCTXYSIJ")  # Cyrillic to Latin
REF = re.compile(
    r"[A-Z]{1,5}[ /-]?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|\d{1,3}(?:\.\d{1,3}){1,3}\.?[a-z]?|"
    r"\d{1,3}[A-Za-z]?[.)]?|\d{2,4}/\d{1,3}(?:\([a-z]\)|[a-z])?|[A-Z]{1,3}\d?[A-Z]\d{1,3}[a-z]?|[a-z]\)|\([a-z0-9]{1,3}\)"
)
PARTED = re.compile(r"[^()]+\([a-z0-9]{1,3}\)")  # "24/08(c)"
AT_START = re.compile(
    r"(?:action\s)?(?P<ref>\d{1,3}(?:\.\d{1,3}){1,3}[a-z]?|[A-Z]{1,4}/?\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?)"
    r"(?:[.:)]\s?|\s+[–-]\s+|\s+)(?=\S)|(?:action\s)?(?P<number>\d{1,3}[a-z]?)[.)]\s+(?=\S)",
    re.IGNORECASE,
)
CODE = re.compile(r"\b(?P<letters>[A-Z]{1,5})\s?(?P<number>\d{1,2})\b")


def is_ref(text: str) -> bool:
    return len(text) < 16 and bool(REF.fullmatch(healed(text.strip())))


def healed(text: str) -> str:
    """Cyrillic letters that look Latin made Latin, in a code that scanning garbled."""
    return text if text.isascii() else text.translate(LOOK_ALIKES)


def printed_ref(text: str) -> str:
    """A reference as an officer would type it: "LG 2" is "LG2", "4." is "4"."""
    ref = healed("".join(text.split()))
    return ref if PARTED.fullmatch(ref) else ref.strip(".:()")


def ref_at_start(text: str) -> tuple[str, str]:
    """The reference that begins an action's text, and the rest; "" where there is none."""
    match = AT_START.match(text)
    if match is None or not _is_upper(match["ref"] or ""):
        return "", text
    return (match["ref"] or match["number"]), text[match.end() :]


def next_ref(ref: str) -> str:
    """The one that follows in a list: "4.4" after "4.3"."""
    head, dot, last = ref.rpartition(".")
    return f"{head}{dot}{int(last) + 1}" if last.isdigit() else ""


def split_at_refs(text: str, first: str) -> list[tuple[str, str]]:
    """A text in which references run on ("4.3 ... 4.4 ..."), as (reference, words) of each."""
    found: list[tuple[str, str]] = []
    ref = first
    while (following := next_ref(ref)) and "." in following:
        parts = re.split(rf"(?:^|\s){re.escape(following)}[.:)]?\s+(?=[A-Z“\"'])", text, maxsplit=1)
        if len(parts) < 2:
            break
        found.append((ref, parts[0].strip()))
        ref, text = following, parts[1]
    return [*found, (ref, text.strip())]


def _is_upper(ref: str) -> bool:
    letters = [each for each in ref[:-1] if each.isalpha()]
    return all(each.isupper() for each in letters)
