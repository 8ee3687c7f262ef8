"""So long, as it is asked for politely: "waiting on legal, two weeks please".

Whether the work is put off, or only the next reminder, they would have to say.
"""

from language.promises.dating import Dating

REMINDING = frozenset(["remind", "chase", "nudge", "ask", "ping", "snooze", "prompt", "park"])
ASKED_FOR = "forecast.asked-for"


def is_asked_for(dating: Dating) -> bool:
    """Read "waiting on legal, two weeks please", but not "remind me, two weeks please"."""
    if dating.before or dating.after not in (["please"], ["pls"]) or dating.clause.first == 0:
        return False
    return REMINDING.isdisjoint(dating.passage.words.said)
