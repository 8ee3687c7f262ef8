"""Leave that is called off, as a whole message: "cancel my leave in March"."""

from datetime import date

from domain.intents import CancelLeave
from language.dates.finding import read_date
from language.lexicon.patterns import Wording, sign_of_any
from language.lexicon.signs import ALL, Signs

MY_LEAVE = r"(?:(?P<all>all) )?(?:of )?my (?:annual |booked )?(?:leave|holidays?|time off|absence)"
DAYS = (
    r"(?: (?:(?:from|on|in|for|of|at|during|starting) (?P<days>.{2,40}?)"
    r"|(?P<then>(?:next|this) [a-z]{3,9}|today|tomorrow)))?"
)
CALLED_OFF = Wording.of(
    r"(?:please )?(?:cancel|delete|remove|forget|drop|withdraw|call off|scrap|scratch|undo|bin"
    rf"|clear) {MY_LEAVE}{DAYS}"
)
IS_OFF = Wording.of(
    rf"(?:{MY_LEAVE}|leave){DAYS} (?:is |has been |was |got )?(?:now )?"
    r"(?:cancelled|canceled|called off)"
)
NOT_AWAY = Wording.of(
    r"(?:(?:i am|i'm) )?(?:now |actually )?(?:not|no longer) (?:going )?"
    r"(?:away|on leave|on holiday|off)"
    rf"(?: any ?more| after all| now)?{DAYS}(?: any ?more| after all| now)?"
)
READERS = (CALLED_OFF, IS_OFF, NOT_AWAY)
SIGNS = sign_of_any(*READERS)


def no_leave(low: str, today: date, signs: Signs = ALL) -> CancelLeave | None:
    """What leave is called off; None where the message is about something else."""
    text = low.strip(" .!").removesuffix(" please").strip()
    found = next((match for each in READERS if (match := each.fullmatch(text, signs))), None)
    if not found:
        return None
    named = found.groupdict()
    days = named["days"] or named["then"]
    if not days:
        return CancelLeave(all=bool(named.get("all")))
    said = read_date(days, today) or read_date(f"from {days}", today)
    if said is None or said.first is None or said.last is None:
        return None
    return CancelLeave(start=said.first, end=said.last)
