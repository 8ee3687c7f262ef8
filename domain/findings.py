"""What only an administrator can put right: an action nobody can be asked about, or has no date."""

from enum import StrEnum

from domain.events import Tracked
from domain.reach import Asked, Hindrance, Unasked
from domain.value import Value
from domain.work import DueKind


class Lack(StrEnum):
    """What an action lacks."""

    OWNER = "owner"
    HOLDER = "holder"  # its post is vacant
    NAME = "name"  # its owner is nobody that is known
    ACCOUNT = "account"
    DATE = "date"
    CONSENT = "consent"  # its owner says that it is not theirs


class Finding(Value):
    """One lack of one action; ``name`` is the owner or whom it is said to belong to."""

    lack: Lack
    tracked: Tracked
    name: str = ""

    @property
    def once(self) -> str:
        return f"finding {self.lack} {self.tracked.action.ref} {self.name}"


HINDRANCES = {
    Hindrance.NO_OWNER: Lack.OWNER,
    Hindrance.VACANT: Lack.HOLDER,
    Hindrance.UNKNOWN: Lack.NAME,
    Hindrance.NO_ACCOUNT: Lack.ACCOUNT,
    Hindrance.HANDED_ON: Lack.CONSENT,
}


def findings(tracked: Tracked, asked: Asked | Unasked) -> tuple[Finding, ...]:
    """All that an unfinished action lacks; ``asked`` is who is asked about it (domain.reach)."""
    if tracked.state.finished:
        return ()
    found = [
        _unasked(tracked, asked),
        Finding(lack=Lack.DATE, tracked=tracked) if _undated(tracked) else None,
    ]
    return tuple(each for each in found if each)


def _unasked(tracked: Tracked, asked: Asked | Unasked) -> Finding | None:
    """Who is away comes back: that is for the chair to see, and nothing to put right."""
    if not isinstance(asked, Unasked) or asked.why not in HINDRANCES:
        return None
    return Finding(lack=HINDRANCES[asked.why], tracked=tracked, name=asked.owner)


def _undated(tracked: Tracked) -> bool:
    nothing = tracked.state.expected is None and not tracked.action.due.milestones
    return nothing and tracked.action.due.kind is DueKind.NONE
