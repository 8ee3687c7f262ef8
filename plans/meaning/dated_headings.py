"""Headings that say when what stands under them is to be done ("Deadline: May 2027")."""

import re

from plans.meaning.due import is_only_a_date

# What may stand before the date: "All actions to be completed", "Deadline:".
SAYS_WHEN = re.compile(
    r"(?:(?:the|all|key|main|our|these|priority)\s)*"
    r"(?:(?:actions?|tasks?|work|steps?|items?|recommendations?|what)\b\s?)?"
    r"(?:(?:(?:which|that|we|is|are)\s)*(?:to|must|should|will|shall)\s(?:be\s)?"
    r"(?:completed?|done|do|finish(?:ed)?|deliver(?:ed)?|achieved?|implement(?:ed)?|carried out|"
    r"undertaken|taken)|(?:due )?for (?:completion|delivery|implementation|action)|due|"
    r"complete|finish|deliver|achieve|implement)?"
    r"\s?[:–—-]?\s?(?=(?:by|before|in|during|within|from|at|no later than|not later than|on|"
    r"every|each|annually|monthly|quarterly|end)\b)|"
    r"(?:(?:target|completion|due|end) dates?|dead ?lines?|time ?(?:scales?|frames?|table)|"
    r"(?:by )?when|due(?: by)?|(?:complete|finish|deliver) by)\s?[:–—-]\s?",
    re.IGNORECASE,
)
LATEST = re.compile(r"no(?:t)? later than\s", re.IGNORECASE)
# "Short term (by March 2027)", "Phase 2: April to June 2027": it names a part besides.
PHASE = re.compile(
    r"(?:(?:immediate|short|medium|mid|long|longer|near)(?:(?:er)?[ -]term)?|quick wins?|"
    r"(?:phase|stage|step|year|quarter|term) (?:\d|one|two|three|four|five|six))"
    r"(?: (?:actions?|priorities|tasks?|goals?|objectives?|work))?"
    r"\s?(?:[:,–—-]\s?|\((?=[^()]*\)$))(?P<when>.*?)\)?",
    re.IGNORECASE,
)
# It says when, if not by a date that could be counted from.
HORIZON = re.compile(
    r"(?:(?:for )?immediate(?:ly)?(?: actions?| action required)?|as soon as possible|asap|"
    r"within (?:the (?:next|first) )?(?:\d{1,2}|one|two|three|four|six|nine|twelve|eighteen|a) "
    r"(?:days?|weeks?|months?|years?|terms?))[:.]?",
    re.IGNORECASE,
)


def says_only_when(heading: str) -> bool:
    """Whether a heading says when what stands under it is to be done, and nothing besides."""
    if is_only_a_date(heading):
        return True
    found = SAYS_WHEN.match(heading)
    return found is not None and _is_a_date(heading[found.end() :])


def says_when(heading: str) -> bool:
    """Whether a heading says so, even if it names a part of the plan besides."""
    if says_only_when(heading) or HORIZON.fullmatch(heading):
        return True
    phase = PHASE.fullmatch(heading)
    return phase is not None and says_when(phase["when"])


def _is_a_date(text: str) -> bool:
    return is_only_a_date(LATEST.sub("by ", text).rstrip(":. "))
