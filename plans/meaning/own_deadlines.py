"""The deadline that the words of an action name themselves, where no cell of dates does."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.work import Due, DueKind
from plans.meaning.due import RECURRING, are_ends, plain, recurring
from plans.meaning.spans import Calendar, Span, spans_in

CUES = re.compile(
    r"(?P<by>\b(?:by|before|until|no later than)\s+(?:the\s)?(?:end\s(?:of\s)?)?)$|"
    r"(?P<from>\b(?:starting|commencing|beginning)\s(?:in|from|on)\s+)$",
    re.IGNORECASE,
)
EACH = re.compile(r"\b(?:each|every) (?:year|quarter|month|week)\s(?:from|between)\s$")
AFTER_DASH = re.compile(r"\s[–—-]\s$")
# What a date that ends the text may stand after. "Agreed in May 2026" is said of something else.
APART = re.compile(r"(?:\s[–—-]\s|,\s|\()$")
SINCE = re.compile(r"\b(?:(?:with effect |as )?from|between)\s(?:the\s)?$", re.IGNORECASE)
DURING = re.compile(
    r"\b(?:be\s\w+|(?!\w+(?:ed|wn|en|de|lt)\b)\w+)\s(?P<words>(?:in|during)\s(?:the\s)?)$",
    re.IGNORECASE,
)
ENDS = " .;)"
LONGEST = 2_000  # characters of an action that are looked at
NEAR = 40  # characters before a date that say what it is
LONGEST_PERIOD = 92  # days of a season or a quarter; in prose a whole year is hardly a deadline


@dataclass(frozen=True, slots=True)
class Deadline:
    """A Due with the words that it was read from."""

    words: str
    due: Due


def deadline_in(text: str, calendar: Calendar) -> Deadline | None:
    """The deadline that the words of an action itself name ("... by September 2026")."""
    text = text[:LONGEST]
    every = spans_in(text, calendar)
    spans = [span for span in every if span.dated]
    for at, span in enumerate(spans):
        before = text[: span.begin]
        if cue := CUES.search(before[-NEAR:]):
            words = (cue[0] + text[span.begin : span.end]).strip()
            kind = DueKind.FROM if cue["from"] else DueKind.BY
            return Deadline(words, plain(kind, span))
        if repeats := _repeats_over(text, spans[at : at + 2]):
            return repeats
        ranged = at > 0 and are_ends(text, spans[at - 1], span)
        if not ranged and AFTER_DASH.search(before[-4:]) and not text[span.end :].strip(" ."):
            return Deadline(text[span.begin : span.end], plain(DueKind.BY, span))
    return _at_the_end(text, every, calendar) if spans else None


def _repeats_over(text: str, spans: list[Span]) -> Deadline | None:
    """ "each year from 2026/27 to 2028/29": recurring work with a first and a last day."""
    if len(spans) < 2 or not are_ends(text, *spans):
        return None
    cue = EACH.search(text[max(spans[0].begin - 30, 0) : spans[0].begin])
    if cue is None:
        return None
    words = cue[0] + text[spans[0].begin : spans[1].end]
    repeats = RECURRING.search(words)
    return Deadline(words, recurring(repeats, words, spans)) if repeats else None


def _at_the_end(text: str, spans: Sequence[Span], calendar: Calendar) -> Deadline | None:
    """The date or the range that ends the text, where it is of the plan's own time: "..., July to
    August 2026", "... (May 2027)", "... from June 2026", "... in June 2026"."""
    *others, last = spans
    first = others[-1] if others and are_ends(text, others[-1], last) else last
    before = text[max(first.begin - NEAR, 0) : first.begin]
    if text[last.end :].strip(ENDS) or not _is_planned(first, last, calendar):
        return None
    words = text[first.begin : last.end]
    if APART.search(before):
        return Deadline(words, _over(first, last))
    if since := SINCE.search(before):
        kind = DueKind.FROM if first is last else DueKind.WINDOW
        return Deadline(since[0] + words, _over(first, last, kind))
    during = DURING.search(before)
    return Deadline(during["words"] + words, _over(first, last)) if during else None


def _is_planned(first: Span, last: Span, calendar: Calendar) -> bool:
    """Whether the days are few and none is before the plan begins."""
    short = all((span.last - span.first).days <= LONGEST_PERIOD for span in (first, last))
    return short and calendar.period is not None and first.first >= calendar.period.start


def _over(first: Span, last: Span, kind: DueKind = DueKind.BY) -> Due:
    if first is not last:
        return Due(kind=DueKind.WINDOW, start=first.first, end=last.last)
    return plain(kind, last)
