"""Codes of groups in their labels ("PR 1 Mend the paths"): in all of them, or in some."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from string import ascii_uppercase

from plans.meaning.refs import CODE, healed, printed_ref
from plans.meaning.section_names import first_name

# Say what is counted ("GOAL 1 OPEN PATHS"); the number alone is its own.
WORDS_IN_CAPITALS = frozenset(
    {"AIM", "AREA", "DAY", "GOAL", "ISSUE", "ITEM", "PART", "PHASE", "STAGE", "STEP", "TERM"}
    | {"THEME", "WEEK", "YEAR", "COVID"}
)
FEWEST = 2


def are_spread(labels: Sequence[str]) -> bool:
    """Whether label cells hold codes in some rows and only words in others, or have words before
    the codes, which count on ("Clean water PR1 Mend the drains")."""
    filled = [label for label in labels if label]
    codes = [found for label in filled if (found := code_in(label))]
    if len(codes) < FEWEST:
        return False
    led = any(code_in(label) and not CODE.match(healed(label)) for label in filled)
    whole = all(words for _, words in codes)
    plain = len(filled) - len(codes)
    return plain >= FEWEST or (led and bool(whole or plain) and _count_on(codes))


def are_coded(labels: Iterable[str]) -> bool:
    """Whether each label begins with a code of its own ("PR 1 ...", "PR 2 ..."), but for those
    of which only more is said ("PR 2 (cont.)", or "PR 2" alone on the next page), and for the rest
    of one, which goes on with a small letter."""
    codes: list[str] = []
    for label in filter(None, dict.fromkeys(labels)):
        if label[0].islower():
            continue
        code = code_at_start(label)
        if first_name(label) == label and not (code in codes and is_only_a_code(label)):
            codes.append(code)
    return len(codes) > 1 and all(codes) and len(set(codes)) == len(codes)


def is_only_a_code(label: str) -> bool:
    return printed_ref(label) == code_at_start(label)


def code_at_start(label: str) -> str:
    """The code that a label begins with, without blanks; "" where it has none."""
    match = CODE.match(healed(label))
    if match is None or match["letters"] in WORDS_IN_CAPITALS:
        return ""
    return match["letters"] + match["number"]


def code_in(text: str) -> tuple[str, str] | None:
    """The code in a label, and the words after it."""
    match = CODE.search(healed(text)) if text else None
    if match is None:
        return None
    return match["letters"] + match["number"], text[match.end() :].strip(" -–—:.")


def follows(code: str, before: str) -> bool:
    """The next number of the series, or the first of one."""
    old, new = CODE.fullmatch(before), CODE.fullmatch(code)
    if old is None or new is None:
        return True
    akin = old["letters"].startswith(new["letters"]) or new["letters"].startswith(old["letters"])
    return akin and int(new["number"]) == int(old["number"]) + 1


def are_a_series(labels: Iterable[str]) -> bool:
    """Whether labels hold codes that count on ("PR1", "PR2", "ST1"), with words to them."""
    codes = [found for label in filter(None, labels) if (found := code_in(label))]
    worded = any(words for _, words in codes)
    return worded and len({code for code, _ in codes}) >= FEWEST and _count_on(codes)


def _count_on(codes: Sequence[tuple[str, str]]) -> bool:
    """Whether each code is the next after the one before it, or the first of a series."""
    return all(
        later == before or follows(later, before) or later.lstrip(ascii_uppercase) == "1"
        for (before, _), (later, _) in pairwise(codes)
    )
