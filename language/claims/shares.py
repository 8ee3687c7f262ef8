"""How shares are written: "60%", "two thirds done", "sixty per cent"."""

import re

DONE = (
    r"(?:done|complete[d]?|finished|there|of the way|through|progress|delivered"
    r"|completion(?! (?:rate|target|date|of|by|against|in)\b))"
)
MADE = r"(?:built|written|drafted|fitted|installed|populated|assembled|designed|coded|developed)"
PERCENT = re.compile(
    r"(?<![\d.])(?P<n>\d{1,3})(?!\.\d) ?(?:%|per ?cent\b|pct\b|pc\b)"
    rf"(?P<after> ?(?:{DONE}|{MADE})\b)?"
)
SHARE = re.compile(
    r"\b(?:(?:about|around|roughly|nearly|over|just over|just under|almost|approx) )?"
    r"(?P<n>a half|half|halfway|half way|a third|one third|two thirds|a quarter|one quarter"
    r"|three quarters|(?<![./\d])[123]/[34](?![/\d]))(?: of the way(?= (?:through|there|done)))?"
    rf"(?: (?P<after>{DONE}))?\b"
)
SHARES = {
    "a half": 50, "half": 50, "halfway": 50, "half way": 50, "a third": 33, "one third": 33,
    "two thirds": 67, "a quarter": 25, "one quarter": 25, "three quarters": 75,
    "1/3": 33, "2/3": 67, "1/4": 25, "3/4": 75,
}  # fmt: skip
TENS = {
    "ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SPELT = re.compile(
    rf"\b(?P<n>(?:{'|'.join(TENS)})(?:[ -]five)?) ?(?:per ?cent|%)(?P<after> ?{DONE}\b)?"
)


def number_of(said: str) -> int:
    """In per cent."""
    if said.isdigit():
        return int(said)
    ten, _, five = said.replace("-", " ").partition(" ")
    return SHARES.get(said) or TENS[ten] + (5 if five else 0)
