"""The deadline cell of a plan, in any of the ways officers write one, into a Due."""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from domain.work import Due, DueKind, Every, Milestone
from plans.meaning.narrowed import with_years_of_months
from plans.meaning.ranges import ranged
from plans.meaning.spans import Calendar, Span, spans_in
from plans.meaning.terms import meaning_of

NOTHING_YET = re.compile(
    r"(?:to be (?:determined|confirmed|agreed|decided|advised|set|arranged)|t\.?b\.?[acd]|"
    r"n\.?/?a|not applicable|not known|unknown|none|nil|not set|date to follow)?",
    re.IGNORECASE,
)
AROUND = " \t\n.,:;*/?!()[]<>_–—-"
ONGOING = re.compile(
    r"\bon-?\s?going|\bcontinu(?:ous|al|ing|es?)|\bthroughout\b|\brolling\b|\bpermanent|"
    r"\bbusiness as usual|\bbau\b|\ball year\b|\balways\b|\bas required\b|\bas and when\b",
    re.IGNORECASE,
)
_TIME_OF_YEAR = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|winter|easter|"
    r"christmas)(?: term)?"
)
RECURRING = re.compile(
    r"\b(?:(?P<odd>(?:each|every) (?:(?:other|second|third|alternate) \w+|"
    rf"{_TIME_OF_YEAR}(?:\s?(?:,|and|&|/)\s?{_TIME_OF_YEAR})+)|"
    r"(?:half|six|bi|two|four|three|[2346])[\s-]?(?:yearly|monthly|weekly|an+ual\w*)|"
    r"fortnightly|termly|daily|(?:each|every) (?:term|fortnight|day|half[\s-]term|"
    r"(?:school )?holidays?|(?:two|three|four|six|[2346]) \w+s)|"
    r"(?:twice|(?:three|four|six) times) (?:(?:a|per|each|every) year|yearly|an+ually)|"
    r"(?:two|three|four|six|[2346]) (?:rounds|meetings|sessions|events|reviews|reports|updates|"
    r"visits|checks|surveys|campaigns|editions|newsletters) (?:a|per|each|every) year)|"
    r"(?P<annually>an+ual(?:ly)?|yearly|once a year|"
    r"(?:each|every|per) (?:(?:financial|academic|school|calendar) )?(?:year|an+um)|"
    rf"(?:each|every) {_TIME_OF_YEAR})|"
    r"(?P<quarterly>quarterly|(?:once a|each|every|per) quarter)|"
    r"(?P<monthly>monthly|(?:once a|each|every|per) month)|(?P<weekly>weekly|"
    r"(?:once a|each|every|per) week|(?:each|every) (?:mon|tues|wednes|thurs|fri|satur|sun)day))\b",
    re.IGNORECASE,
)
SEE = re.compile(
    r"\W*(?:please )?(?:see|refer to|(?:the )?same as|as (?:for|per|in|under)|linked to|"
    r"as(?= (?:action )?[A-Z]{0,4} ?\d[\w.()/]{0,12}"  # "as 5(a)", and nothing besides
    r"(?:(?:,|,? and| &) [A-Z]{0,4} ?\d[\w.()/]{0,12}){0,4}\W*$)) (?:also )?"
    r"(?:(?:key )?(?:actions?|refs?\.?|references?|priority|priorities|issues?|objectives?|items?|"
    r"recommendations?|findings?|goals?|aims?|themes?|requirements?|standards?|nos?\.?|numbers?|"
    r"points?|sections?) )?(?=\W*(?:[A-Z]{0,6} ?|[A-Z]{1,4}/)\d)",
    re.IGNORECASE,
)
# "See Finding 4, second action": its place under a number.
PLACED = re.compile(
    r"(?P<group>[A-Za-z]{0,6} ?\d+[a-z]?)\W{1,3}(?:the\s)?"
    r"(?P<place>first|second|third|fourth|fifth|sixth)\s(?:action|point|bullet|item|row|line)\b",
    re.IGNORECASE,
)
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")
REFERENCE = re.compile(
    r"\b(?:(?!(?:and|or|to|also)\b)[A-Za-z]{0,6} ?|[A-Z]{1,4}/)"
    r"\d+(?:[a-z](?=\.\d))?(?:\.\d+)*[a-z]?\b(?:\([a-z0-9]{1,3}\))?"
)
STARTS = re.compile(
    r"\b(?:from|since|after|(?:start(?:s|ing|ed)?|commenc(?:e|es|ed|ing)|begin(?:s|ning)?|launch|"
    r"first)(?:\s(?:date|from|in|on))?)\s*:?\s*(?:the\s)?(?:(?:start|beginning|end)\sof\s)?$",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"[\s,]*(?:(?:and|then|–|—|-|to)\s+)*(?:on-?wards?|ongoing|on-going|thereafter|beyond|present)\b|\+",
    re.IGNORECASE,
)
# "March 2027 and then annually"; "every two years, next in May 2027".
THEN = re.compile(r"[ ,(–-]*(?:and\s)?(?:then\s|thereafter\s|subsequently\s)?", re.IGNORECASE)
IN_EACH = re.compile(r"[\s:,(–—-]*(?:(?:in|each|every|during)\s)?", re.IGNORECASE)
# "Quarterly, first meeting May 2027"
FIRST_TIME = re.compile(r"\b(?:first|initial|initially)\b[^.;\n]{0,30}$", re.IGNORECASE)
NEXT_TIME = re.compile(r"\bnext\b[^.;\n]{0,20}$", re.IGNORECASE)
IN_MONTHS = re.compile(r"[\s,:;(–—-]*(?:(?:in|each|every|by|at the end of|the)\s)*", re.IGNORECASE)
NEAR = 20  # characters between a day of the year and "each year"
# "September –\nNovember\n2027": the year alone in a line is that of the months above it.
YEAR_BELOW = re.compile(
    rf"\b(?P<of>{_TIME_OF_YEAR})[ ]?\n\s{{0,9}}(?=(?:19|20)\d\d\s*(?:\n|$))", re.IGNORECASE
)
CLAUSE_ENDS = re.compile(r"[;\n]|\.\s|\s/\s")
LEADING_WORDS = re.compile(
    r"(?:(?:^|\s)(?:by|from|in|on|at|to|for|during|through|until|since|the|end|of|mid|early|late|"
    r"and|then)|[\s,:;(–—/.-])+$",
    re.IGNORECASE,
)
ROUND_LABEL = " ()–—-•,;:."
BESIDE = re.compile(r"\s*\(([^()]{1,120})\)")
# Nothing but figures and the words of dates.
OF_DATES = re.compile(
    r"(?:\W|\d|\b(?:jan\w*|feb\w*|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep\w*|oct\w*|"
    r"nov\w*|dec\w*|\d{1,4}(?:st|nd|rd|th)?|q\d|quarters?|spring|summer|autumn|winter|easter|"
    r"christmas|term|years?|fy|financial|academic|calendar|by|to|from|until|before|the|of|end|mid|"
    r"early|late|start|and|then|on-?going|onwards?|an+ual(?:ly)?|yearly|monthly|quarterly|weekly|"
    r"half|continuous(?:ly)?|each|every|month|in|on|due|one|two|three|four)\b)+",
    re.IGNORECASE,
)
LONGEST_ALONE = 60
KEPT = 200  # characters of a deadline cell whose reading is remembered
LONGEST = 2_000  # characters of a deadline cell that are looked at


def due_of(text: str, calendar: Calendar) -> Due | None:
    """What a deadline cell promises; None where it says something that is not understood.

    Line feeds separate the paragraphs or bullets of the cell.
    """
    return _short_due(text, calendar) if len(text) < KEPT else _due(text[:LONGEST], calendar)


@lru_cache(maxsize=2048)  # a plan has few different dates, and each is looked at several times
def _short_due(text: str, calendar: Calendar) -> Due | None:
    return _due(text, calendar)


def _due(text: str, calendar: Calendar) -> Due | None:
    if NOTHING_YET.fullmatch(text.strip(AROUND)):
        return Due()
    text = with_years_of_months(_with_year_below(text))
    spans = spans_in(text, calendar)
    if not spans and (meaning := meaning_of(text, calendar.terms)):
        return _due(meaning, replace(calendar, terms=()))
    repeats = RECURRING.search(text)
    if repeats:
        others = [span for span in spans if not repeats.start() <= span.begin < repeats.end()]
        if _is_of_each(repeats, text, others):
            return recurring(repeats, text, [span for span in others if span.dated])
    if spans:
        return _dated(text, _each_once(text, spans))
    if see := SEE.match(text):
        refs = REFERENCE.findall(PLACED.sub(_counted, text[see.end() :]))
        return Due(kind=DueKind.SEE, see=tuple(ref.replace(" ", "") for ref in refs))
    return Due(kind=DueKind.ONGOING) if ONGOING.search(text) else None


def _with_year_below(text: str) -> str:
    """A year alone in a line, in that of the month or the season above it."""
    return YEAR_BELOW.sub(r"\g<of> ", text) if "\n" in text else text


def _counted(placed: re.Match[str]) -> str:
    """The reference that an action without one has by its place ("4.2")."""
    return f"{placed['group']}.{PLACES.index(placed['place'].lower()) + 1}"


def is_only_a_date(text: str) -> bool:
    """Whether a text says when, and nothing besides ("Quarter 1 (April to June 2026)")."""
    if len(text) > LONGEST_ALONE or not OF_DATES.fullmatch(text):
        return False
    due = due_of(text, Calendar())
    return due is not None and due.kind is not DueKind.NONE


def points_elsewhere(text: str) -> bool:
    """Says nothing but where else to look ("See 2.3")."""
    see = SEE.match(text)
    return see is not None and not re.search(r"[a-z]{4}", REFERENCE.sub("", text[see.end() :]))


def _at_most_one(text: str, spans: list[Span]) -> bool:
    return len(spans) < 2 or (len(spans) == 2 and are_ends(text, *spans))


def _is_of_each(repeats: re.Match[str], text: str, spans: list[Span]) -> bool:
    """Whether what repeats is the thing itself: "monthly from May", "July each year", "March 2027
    and then annually"; not what is done about it once it is there."""
    if _lists_months(repeats, text, spans):
        return True
    if spans and repeats.start() > spans[0].begin:
        between = text[spans[-1].end : repeats.start()]
        if not any(span.dated for span in spans):
            return len(between) < NEAR
        return _at_most_one(text, spans) and bool(THEN.fullmatch(between))
    return _at_most_one(text, spans) or _names_its_months(repeats, text, spans)


def _names_its_months(repeats: re.Match[str], text: str, spans: list[Span]) -> bool:
    """What follows "twice a year" only lists when in each ("in May and November")."""
    between = text[repeats.end() : spans[0].begin]
    return not any(span.dated for span in spans) and bool(IN_EACH.fullmatch(between))


def _lists_months(repeats: re.Match[str], text: str, spans: list[Span]) -> bool:
    """ "Twice a year, in May and November": the months, without a year, in which it comes again."""
    if not spans or any(span.dated for span in spans):
        return False
    return bool(IN_MONTHS.fullmatch(text[repeats.end() : spans[0].begin]))


def recurring(repeats: re.Match[str], text: str, spans: list[Span]) -> Due:
    """What repeats, with its first and last day where the text has them."""
    every = None if repeats["odd"] else Every(str(repeats.lastgroup))
    if not spans:
        return Due(kind=DueKind.RECURRING, every=every)
    if len(spans) == 2:
        start, end = spans[0].first, spans[1].last
        return Due(kind=DueKind.RECURRING, every=every, start=start, end=end)
    if NEXT_TIME.search(text[: spans[0].begin]):
        return Due(kind=DueKind.RECURRING, every=every)
    begun = FIRST_TIME.search(text[: spans[0].begin]) or _is_start(text, spans[0])
    if begun or repeats.start() > spans[0].begin:
        return Due(kind=DueKind.RECURRING, every=every, start=spans[0].first)
    return Due(kind=DueKind.RECURRING, every=every, end=spans[0].last)


def _dated(text: str, spans: list[Span]) -> Due:
    if len(spans) == 1:
        return plain(DueKind.FROM if _is_start(text, spans[0]) else DueKind.BY, spans[0])
    if len(spans) == 2 and are_ends(text, *spans):
        return Due(kind=DueKind.WINDOW, start=spans[0].first, end=spans[1].last)
    stages = tuple(_stages(text, spans))
    latest = max(stage.end for stage in stages)
    return Due(kind=DueKind.BY, end=latest, milestones=stages if len(stages) > 1 else ())


def _each_once(text: str, spans: list[Span]) -> list[Span]:
    """The periods without one that only says again when that was ("Year 1 – 2026/27")."""
    again = {
        later.begin
        for span, later in pairwise(spans)
        if (span.first, span.last) == (later.first, later.last)
        and not any(map(str.isalnum, text[span.end : later.begin]))
    }
    return [span for span in spans if span.begin not in again]


def plain(kind: DueKind, span: Span) -> Due:
    """A beginning with the first day of a period, or an end with its last."""
    if kind is DueKind.FROM:
        return Due(kind=kind, start=span.first)
    return Due(kind=kind, end=span.last)


def _is_start(text: str, span: Span) -> bool:
    before = text[max(span.begin - 40, 0) : span.begin]
    return bool(STARTS.search(before) or GOES_ON.match(text, span.end))


def are_ends(text: str, start: Span, end: Span) -> bool:
    """Whether two periods in a text are the ends of a range."""
    return ranged(text, start.begin, start.end, end.begin) and start.first <= end.last


def _stages(text: str, spans: list[Span]) -> list[Milestone]:
    """A milestone for each date; the two ends of a range are one."""
    stages = []
    looked = 0
    for at, span in enumerate(spans):
        later = spans[at + 1] if at + 1 < len(spans) else None
        if later and are_ends(text, span, later):
            continue
        label = _label(text, looked, span, before=later.begin if later else LONGEST)
        stages.append(Milestone(label=label, end=span.last))
        beside = BESIDE.match(text, span.end)
        looked = beside.end() if beside and beside[1].strip() == label else span.end
    return stages


def _label(text: str, looked: int, span: Span, *, before: int) -> str:
    """The words that a date is of: those back to the date or clause before it, or those in brackets
    after it, which end before the next date."""
    clause = CLAUSE_ENDS.split(text[looked : span.begin])[-1]
    label = LEADING_WORDS.sub("", clause.strip(ROUND_LABEL)).strip(ROUND_LABEL)
    if re.search(r"\w{2}", label):
        return f"{label})" if label.count("(") > label.count(")") else label
    beside = BESIDE.match(text, span.end)
    return beside[1].strip() if beside and beside.end() <= before else ""
