"""What after a date says that the work ends then: "mid-May for completion", "Friday it closes"."""

from language.claims.directly import LIGHT
from language.promises.dating import Dating, plain_subject

OUTCOMES = frozenset(
    ["sign", "completion", "launch", "publication", "handover", "delivery", "close", "finish"]
).union(["go", "finishing", "completing", "closing", "closure", "signing"])
JUST = frozenset(["now", "then", "instead", "latest", "more", "likely"])  # "mid-May now for"
SEES = frozenset(["see", "sees", "have", "has"])
OVER = frozenset(["finished", "done", "completed", "complete", "closed", "wrapped", "signed"])
ENDS_IT = OVER | {"finish", "finishes", "completes", "close", "closes", "wrap", "wraps", "conclude"}
ALL_OF_IT = frozenset(["it", "this", "that", "them", "everything", "all", "these", "us", "the"])
WHOLE = frozenset(["all", "everything", "full", "whole", "it", "we", "this", "every", "everyone"])
BEING = (["be"], ["it'll"], ["is"], ["the"])


def ended_then(dating: Dating) -> str:
    """The rule by which the work ends on a day, for what is said after it; "" where none is."""
    if not dating.after:
        return ""
    after = [each for each in dating.after if each not in JUST]
    if after[:1] == ["for"] and not OUTCOMES.isdisjoint(after[1:3]):
        return "forecast.for"
    if _sees_it_done(dating) or _then_we_finish(dating) or _away_from_the_end(dating):
        return "forecast.told"
    return "forecast.before" if _not_before(dating) else ""


def _sees_it_done(dating: Dating) -> bool:
    """Read "end of April should see it finished" as when it is."""
    after = [each for each in dating.after_it if each not in ALL_OF_IT]
    seeing = [at for at, each in enumerate(after[:3]) if each in SEES]
    return bool(seeing) and not OVER.isdisjoint(after[seeing[0] + 1 : seeing[0] + 3])


def _then_we_finish(dating: Dating) -> bool:
    """Read "the week after next we finish" and "Friday it closes" as when it does."""
    if not plain_subject(dating.before):
        return False
    after = dating.after_it
    return (
        after[:1] in (["we"], ["it"], ["i"], ["this"])
        and after[1:2] != []
        and (after[1] in ENDS_IT - OVER)
    )


def _away_from_the_end(dating: Dating) -> bool:
    """Read "ten weeks away from finishing" as when it is finished."""
    if dating.span[-1:] != ["from"] or not plain_subject(dating.before):
        return False
    after = [each for each in dating.after_it if each not in LIGHT]
    return not OUTCOMES.isdisjoint(after[:1])


def _not_before(dating: Dating) -> bool:
    """Read "it will be 30 April before all of them are in" as when they are."""
    being = dating.before[-1:] in BEING
    if dating.after[:1] != ["before"] or not (being or plain_subject(dating.before)):
        return False
    if being and not WHOLE.isdisjoint(dating.after[1:4]):
        return True
    return not OVER.isdisjoint(dating.after_it[1:5])  # "late January before 7.3 is finished"
