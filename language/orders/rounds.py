"""Whole messages about a reporting round: open one, close it, call it off, or ask who has answered.

A message that only has the word in it ("second round of interviews done") is about something else.
"""

import re
from datetime import date

from domain.intents import EndRound, OpenRound, ShowRound
from language.dates.finding import read_date
from language.lexicon.landmarks import EDGE
from language.lexicon.signs import sign_of

SIGNS = sign_of(frozenset(["round", f"{EDGE}who "]))
KIND = r"(?:(?:new|next|another|reporting|quarterly|monthly|data|update) )*"
ROUND = rf"(?:a |an |the |this |our |my )?{KIND}round"
PART = r"(?: (?:for|on|in) (?P<part>.+?))?"
TYPED = r"(?: (?P<part>[\w-]+))?"
OPEN = re.compile(
    rf"(?:(?:open|start|begin|launch|hold|run) {ROUND}|round open){PART}"
    r"(?:,? (?:with )?(?:the )?(?:board(?:'s)? )?"
    r"(?:papers?(?: (?:are|is))?(?: (?:due|deadline|by|on|for|in))*|due|deadline|by)"
    r"(?: (?:by|on))?:? (?P<papers>.+))?"
)
SLASH_OPEN = re.compile(r"round open (?P<part>[\w-]+?) (?P<papers>.*\d.*)")
END = re.compile(rf"(?:close|end|finish|shut) {ROUND}{PART}")
SLASH_END = re.compile(rf"round (?P<how>close|cancel){TYPED}")
CALL_OFF = re.compile(rf"(?:cancel|call off|abandon|scrap|stop) {ROUND}{PART}")
SHOW = re.compile(
    rf"(?:how (?:is|does|goes) |status of |show (?:me )?|(?:what|how) about |where is )?"
    rf"{ROUND}{PART}(?: status| going| stand| doing| coming along| at)*"
)
WHO = re.compile(
    r"who (?:still )?(?:has|have|did|is)(?:n't| not)?(?: yet| still)?(?: to)? "
    r"(?:answer|repl|report|respond|return)\w*(?: yet| so far)?"
    rf"(?P<round>(?: (?:to|in|on|for))? {ROUND})?{PART}"
)
COURTESY = re.compile(r"^(?:please |can you |could you )+|[ ,]+please$|[?.! ]+$")


def round_wish(low: str, today: date) -> OpenRound | EndRound | ShowRound | None:
    """What is wanted of a round; None where the message is about something else."""
    if "round" not in low and not low.lstrip().startswith("who "):
        return None
    text = COURTESY.sub("", low.strip()).strip()
    if found := SLASH_OPEN.fullmatch(text) or OPEN.fullmatch(text):
        return _opening(found, today)
    if found := END.fullmatch(text):
        return EndRound(part=_part(found))
    if found := SLASH_END.fullmatch(text):
        return EndRound(part=_part(found), called_off=found["how"] == "cancel")
    if found := CALL_OFF.fullmatch(text):
        return EndRound(part=_part(found), called_off=True)
    found = _asking(text)
    return ShowRound(part=_part(found)) if found else None


def _asking(text: str) -> re.Match[str] | None:
    """ "Who is reporting on 7.3?" asks about an action, not about a round."""
    found = WHO.fullmatch(text)
    if found and (found["round"] or not found["part"]):
        return found
    return SHOW.fullmatch(text)


def _opening(found: re.Match[str], today: date) -> OpenRound:
    said = read_date(found["papers"], today) if found["papers"] else None
    return OpenRound(part=_part(found), papers=said.last if said else None)


def _part(found: re.Match[str]) -> str:
    return (found["part"] or "").strip(" ,")
