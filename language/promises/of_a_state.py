"""A period that is told for how things stand in it: "both red this month" ends nothing."""

from domain.work import Status
from language.promises.dating import Dating

RATED = frozenset([Status.ON_TRACK, Status.AT_RISK, Status.DELAYED])
FOR = frozenset(["for", "in", "again", "still", "now", ","])


def is_of_a_state(dating: Dating) -> bool:
    """Whether a rating stands just before the period that it is given for, which is the present.

    But "delayed today" may be until later today, and "moved to this month" is a new day.
    """
    first, last, today = dating.dated.said.first, dating.dated.said.last, dating.passage.today
    if first is None or last is None or first == last or not first <= today <= last:
        return False
    at = dating.dated.first
    while dating.passage.words.norm(at - 1) in FOR:
        at -= 1
    claims = dating.passage.claims_of(dating.clause)
    return any([each.hit.beyond == at and each.status in RATED for each in claims])
