"""Whether a day stands alone in its clause, and goes on from what was said before it."""

from language.claims.directly import LIGHT
from language.lexicon.words import word_set
from language.promises.dating import (
    GATHERINGS,
    Dating,
    follows_what_happened,
    plain_subject,
    without_dates,
)
from language.promises.last_qualified import says_no_more

SPEAKERS = word_set("forecasts.speakers")
PARTS = word_set("forecasts.parts")
GOES_ON = frozenset(["ends", "finishes", "closes", "will", "should", "wont", "won't", "due", "to"])
LEADS_ON = word_set("forecasts.leads_on")
STEADY = ("on_track", "ongoing", "not_started", "in_progress")


def continues(dating: Dating) -> bool:
    """A bare date goes on from what was said of the action, not of something else before it."""
    passage, clause = dating.passage, dating.clause
    last = passage.before(clause)
    while last is not None and last.why:  # "delayed because of staffing, now 11 September"
        if "back" in dating.before:
            return False  # "as the tutor is off, back 11 September"
        last = passage.before(last)
    if last is None or passage.names(clause) or not SPEAKERS.isdisjoint(passage.norms(clause)):
        return True
    if passage.words.norm(clause.first) in GOES_ON and passage.names(last):
        return PARTS.isdisjoint(passage.norms(last))  # "tender live, closes 11 August"
    if any(each.first in passage.former for each in passage.dates_of(last)):
        return GATHERINGS.isdisjoint(passage.norms(last))  # "we said March, it'll be May"
    if follows_what_happened(dating, last):
        return False
    return bool(passage.claims_of(last)) or plain_subject(without_dates(passage, last))


def nothing_else(dating: Dating) -> bool:
    """The clause is but the reference, a date and courtesies: "7.3 mid jan"."""
    passage, clause, dated = dating.passage, dating.clause, dating.dated
    named_year = dated.said.rule == "date.year.financial.named"
    if passage.says(clause, *STEADY) or named_year or "only" in passage.norms(clause):
        return False
    return continues(dating) and courteous(dating)


def courteous(dating: Dating) -> bool:
    """Whether its clause has but the reference, the day and courtesies."""
    passage, clause, dated = dating.passage, dating.clause, dating.dated
    taken = passage.taken(clause)
    rest = [at for at in range(clause.first, clause.beyond) if at not in taken]
    if not all(_light(dating, at) for at in rest if at < dated.first):
        return False
    after = [at for at in rest if at > dated.first and passage.words.norm(at) not in LIGHT]
    after = [] if after and says_no_more(dating) else after
    joined = dated.beyond in passage.about
    return not (after or joined) or passage.words.norm(dated.beyond) in LEADS_ON


def _light(dating: Dating, at: int) -> bool:
    token = dating.passage.words.tokens[at]
    return token.norm in LIGHT or token.kind not in ("word", "number")
