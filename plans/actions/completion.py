"""What says that an action is done where no status does: the day on which it was, or a heading."""

import re

from domain.work import Status
from plans.actions.drafts import Draft
from plans.actions.sections import may_stand_over
from plans.columns.roles import Role
from plans.meaning.due import is_only_a_date
from plans.meaning.section_names import unnumbered
from plans.tables.achievements import CLEARLY_DONE
from plans.tables.found import Said

_DONE = r"(?:completed|closed|delivered|finished|archived)"
_WHEN = (
    r"(?:(?:since|up to|so far|to date|already|as at|as of) ?.{0,60}|"
    r"(?:in|over|during|between|before|this|last) .{0,30}?(?:\d{4}|\d\d/\d\d|years?|quarters?|"
    r"months?)\b.{0,20})"
)
_WORK = r"(?:actions?|tasks?|recommendations?|projects?)"
DONE = re.compile(
    rf"(?:(?:list|log|record|summary|register|archive) of )?(?:(?:all|our|the|previously) )?"
    rf"(?:{_DONE}(?:(?: and|,| or|/) {_DONE})?(?: (?:{_WORK}|(?<=ed )work))?"
    rf"(?: (?:log|list|register|table|archive))?|complete|"
    rf"{_WORK} (?:(?:that|which) )?(?:(?:are|have been|were|already|now) )*(?:{_DONE}|complete))"
    rf"(?: {_WHEN})?(?:\s?[(:–—,-].*)?",
    re.IGNORECASE,
)
# "Appendix B: Actions completed by July": what is still to do is no appendix to the plan.
APPENDED = re.compile(
    r"(?:appendix|annex)(?: (?:\d{1,2}|[A-Z]|[ivx]{1,4}))?\s?[:.–—-]\s*", re.IGNORECASE
)
APPENDED_DONE = re.compile(
    rf"(?:(?:all|the) )?(?:{_WORK} (?:that (?:were|are) )?{_DONE}|{_DONE} {_WORK}) "
    r"(?:by|at|until) .{1,60}",
    re.IGNORECASE,
)
DAY = re.compile(
    r"\d{1,2}\D.*\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|[A-Za-z]{3,9} \d{4}"
)
UNRANKED = 9
PLANNED = re.compile(r"(?:by|before|until|from|end)\b", re.IGNORECASE)


def heads_what_is_done(said: Said) -> bool:
    """Whether a line says of all that stands under it that it is done."""
    text = unnumbered(said.text.strip())
    if (label := APPENDED.match(text)) is not None:
        text = text[label.end() :]
        if APPENDED_DONE.fullmatch(text):
            return True
    return bool(DONE.fullmatch(text) or CLEARLY_DONE.fullmatch(text.rstrip(" :.")))


def rank_of_done(said: Said, before: int) -> int:
    """The rank of the heading, if any, under which all actions are done ("Closed actions") once
    a line is heard: a heading holds until another of its rank, and what has no rank ranks last."""
    if heads_what_is_done(said):
        return min(said.level or UNRANKED, before or UNRANKED)
    rank = said.level or (UNRANKED if said.in_table or may_stand_over(said) else 0)
    return 0 if 0 < rank <= before else before


def shown_done(draft: Draft) -> Status | None:
    """Complete where the action stands under such a heading, or the cell for the day on which it
    was done names one."""
    return Status.COMPLETE if draft.among_done or _names_a_day(draft) else None


def _names_a_day(draft: Draft) -> bool:
    said = draft.words(Role.FINISHED)
    return bool(DAY.fullmatch(said)) and is_only_a_date(said) and not PLANNED.match(said)
