"""Numbers as a phone writes down what is said: "forty four", "oh four", "22 point 2"."""

from language.lexicon.text import Words

DIGITS = {
    "oh": "0", "zero": "0", "nought": "0", "one": "1", "two": "2", "three": "3", "four": "4",
    "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11",
    "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20",
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
UNITS = frozenset("123456789")
SAID_NUMBERS = DIGITS.keys() | TENS
FIGURES = 3  # of a number in figures, at the most: "104 point 2"


def number_at(words: Words, at: int) -> tuple[str, int]:
    """A number, "forty four" or "44", and where it ends; "" where there is none."""
    said, after = words.norm(at), DIGITS.get(words.norm(at + 1), "")
    if in_figures(said):
        return said, at + 1
    if said not in TENS:
        return (DIGITS[said], at + 1) if said in DIGITS else ("", at)
    if after in UNITS:
        return str(TENS[said] + int(after)), at + 2
    return str(TENS[said]), at + 1


def in_figures(norm: str) -> bool:
    """Whether it is a number as short as those of references."""
    return norm.isdecimal() and norm.isascii() and len(norm) <= FIGURES


def after_the_point(words: Words, at: int) -> tuple[str, int]:
    """Read "oh four", "ten", "thirty" and "2"."""
    if words.norm(at) in TENS or in_figures(words.norm(at)):
        return number_at(words, at)
    said, beyond = "", at
    while words.norm(beyond) in DIGITS and beyond < at + 3:
        said += DIGITS[words.norm(beyond)]
        beyond += 1
    return said, beyond
