"""A day that stands already, for which it is on track; or for as long as which it is done."""

from domain.work import Status
from language.promises.dating import Dating

ENDING = frozenset(["by", "until", "finish", "complete", "completion", "will", "done", "ready"])
OVER = (Status.COMPLETE, Status.CANCELLED)


def done_for(dating: Dating) -> bool:
    """Read "complete for this year" as done, for as long as it was to be done for.

    What is cancelled for the year is so too.
    """
    dated, today = dating.dated, dating.passage.today
    first, last = dated.said.first, dated.said.last
    current = first is not None and last is not None and first <= today <= last
    off = dating.passage.says(dating.clause, Status.CANCELLED)
    if dating.before[-1:] != ["for"] or not (current or off or dated.day is None):
        return False
    over = (each for each in dating.passage.claims_of(dating.clause) if not each.promise)
    return any(each.status in OVER and dated.first - each.hit.beyond in (1, 2) for each in over)


def on_track_for(dating: Dating) -> bool:
    """Read "on target for 31 March": the date that stands, not a new one."""
    on_track = dating.passage.says(dating.clause, Status.ON_TRACK, Status.ONGOING)
    return on_track and (ENDING.isdisjoint(dating.before) or "back" in dating.before)
