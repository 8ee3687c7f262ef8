"""Headers that only name a period ("Q1", "Autumn", "Apr", "2026/27"): one column for each."""

import re
from collections.abc import Sequence

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:(?:20)?\d\d\s?[/–-]\s?(?:20)?\d\d|20\d\d|[’']?\d\d)"
_WHAT = r"(?:b?rag|rating|status|progress|update|position|review|milestones?|actions?|targets?)"
NAMED = re.compile(
    rf"(?:{_WHAT}\s)?(?:(?:end\s)?(?:of\s)?)?"
    rf"(?:(?:q|qtr|quarter)\s?[1-4]|[1-4](?:st|nd|rd|th)\s(?:quarter|qtr)|(?:term|year)\s[1-6]|"
    rf"(?:aut(?:umn)?|spr(?:ing)?|sum(?:mer)?)(?:\sterm)?(?:\s[12])?|"
    rf"{_MONTH}(?:\s?(?:[–/-]|to)\s?{_MONTH})?|20\d\d\s?[/–-]\s?(?:20)?\d\d|20\d\d)"
    rf"(?:\s?[,(–—-]?\s?{_YEAR}\)?)?(?:\s?\({_MONTH}\s?(?:[–/-]|to)\s?{_MONTH}\))?(?:\s{_WHAT})?",
    re.IGNORECASE,
)
_UNIT = r"(?:\(?\s?(?:£\s?(?:k|m|mn|’?000s?|'?000s?)?|%|000s?|number|no\.?|k|m)\s?\)?)"
_COUNTED = r"(?:budgets?|actuals?|outturn|forecast|estimates?|baseline|target|spend|costs?)"
# "2026/27 £000", "Target 2027", "Total": what heads a column of figures.
OF_FIGURES = re.compile(
    rf"(?:(?:{_COUNTED}|{_UNIT})\s)*(?:for\s)?(?:fy\s?|year\s)?(?P<year>(?:20\d\d|\d\d)\s?[/–-]\s?(?:20)?\d\d|20\d\d)"
    rf"(?P<more>(?:\s(?:{_COUNTED}|{_UNIT}))*)|(?:sub|grand)?\s?totals?(?:\s{_UNIT})?|{_UNIT}|change|trend",
    re.IGNORECASE,
)
# "Baseline", "2026/27 target", "Latest", "National average": figures, under whatever year.
OF_COUNTS = re.compile(
    r"(?:(?:20)?\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?\s)?(?:(?:last|this|current|previous|next|our|national|"
    r"england|wales|scottish|county|regional|top|best|latest|final|annual)\s?)*"
    r"(?:baselines?|actuals?|outturns?|forecasts?|targets?|averages?|quartile|quarter|results?|"
    r"scores?|values?|year|performance|figures?|units?|trends?)"
    r"(?:\s(?:\d{2,4}(?:/\d\d)?|of .{1,30}))?",
    re.IGNORECASE,
)
OF_A_YEAR = re.compile(r"\b(?:20)?\d\d\b")
FIGURES_OF = re.compile(
    r"(?:.* )?(?:baselines?|actuals?|outturns?|forecasts?|targets?|averages?|quartile|results?|"
    r"scores?|values?|performance)(?: .*)?",
    re.IGNORECASE,
)
# What a table of figures counts.
COUNTED = re.compile(
    r"(?:(?:best value|key|local|national|core|main|our|other|performance|service|corporate) )*"
    r"(?:(?:performance )?(?:indicators?|measures?)|(?:bv|k|l|n|cp|s)?pis?|nis?|psas?|"
    r"statistics?|data|targets?)"
    r"(?: (?:no|ref|number|name|title|description)\.?)?(?: (?:and|/|&) \w+)?",
    re.IGNORECASE,
)
# "BVPI", "LPI No", "Indicator", "PSA target": no measure that somebody takes.
INDICATORS = re.compile(
    r"(?:(?:bv|k|l|n|cp|s)?pis?|nis?|(?:[a-z]+ ){0,2}(?:indicators?|pis?)|psa(?: targets?)?)"
    r"(?: (?:no|nos|ref|reference|number|code|name|title)\.?)?",
    re.IGNORECASE,
)
LONGEST = 40
FEWEST = 2  # one alone is a column of dates, or a figure


def period_columns(headers: Sequence[str]) -> Sequence[int]:
    """The places of the columns that only name periods, where there are several."""
    found = [at for at, each in enumerate(headers) if len(each) < LONGEST and _is_period(each)]
    return found if len(found) >= FEWEST else ()


def _is_period(header: str) -> bool:
    return bool(NAMED.fullmatch(" ".join(header.replace(":", " ").replace("\n", " ").split())))


def heads_figures(cells: Sequence[str]) -> bool:
    """Whether a row only names what a table of figures counts, year by year ("Source | 2026/27
    £000 | 2027/28 £000"); two bare years may be the dates of an action."""
    first, *others = cells
    found = [OF_FIGURES.fullmatch(" ".join(each.split())) for each in others if each.strip()]
    if not first.strip() or len(first) > LONGEST or not all(found):
        return False
    years = [each for each in found if each and each["year"]]
    bare = [each for each in years if each[0] == each["year"]]
    return len(years) >= FEWEST and (len(years) > FEWEST or len(bare) < len(found))


def count_figures(headers: Sequence[str]) -> int:
    """How many headers say which figures of which year they are ("2026/27 actual")."""
    folded = (" ".join(header.split()) for header in headers)
    return sum(bool(OF_A_YEAR.search(each) and FIGURES_OF.fullmatch(each)) for each in folded)


def numbers_indicators(header: str) -> bool:
    """Whether a column is of indicators of performance, or their numbers ("BVPI", "LPI No")."""
    return bool(INDICATORS.fullmatch(" ".join(header.split())))


def names_figures(cells: Sequence[str]) -> bool:
    """Whether a row says that it counts something by its first words ("Indicator"), and names
    several years or other columns of figures beside it."""
    first, *others = (" ".join(each.split()) for each in cells)
    figures = sum(bool(OF_FIGURES.fullmatch(each) or OF_COUNTS.fullmatch(each)) for each in others)
    return bool(COUNTED.fullmatch(first)) and figures >= FEWEST
