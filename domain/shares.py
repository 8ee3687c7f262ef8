"""What a share of the work tells of how an action stands, where only that is said."""

from domain.work import Status

UNSPOKEN = frozenset([None, Status.NOT_STARTED])
OVER = frozenset([Status.COMPLETE, Status.CANCELLED])


def told_by(percent: int, status: Status | None) -> Status | None:
    """The status that follows from so many per cent; None where ``status`` agrees with it.

    "40 %" is under way: not complete, nor cancelled, nor not started. "0 %" is not started, but
    what is under way stays so.
    """
    if percent > 0:
        return Status.IN_PROGRESS if status in UNSPOKEN | OVER else None
    return Status.NOT_STARTED if status is None or status in OVER else None


def ends_share(status: Status) -> bool:
    """Whether what was said of a share before no longer holds: all is done, or nothing yet."""
    return status in UNSPOKEN | OVER
