"""Who may do what with actions, plans and rounds, decided before anything changes.

Who may set what others see (posts, channels, words, reminders) is decided where it is set.
"""

from collections.abc import Iterable
from enum import StrEnum

from domain.names import folded
from domain.people import Standing
from domain.value import Value
from domain.work import Action, Plan


class Capacity(StrEnum):
    """In which role somebody spoke; kept with what they said."""

    OWNER = "owner"
    HOLDER = "holder of the post"
    DELEGATE = "delegate"
    CHAIR = "chair"
    ADMINISTRATOR = "administrator"
    NONE = "none"


class Right(Value):
    """Whether somebody may change an action, why, and whose it is."""

    capacity: Capacity
    owners: tuple[str, ...]

    @property
    def granted(self) -> bool:
        return self.capacity is not Capacity.NONE


def may_update(standing: Standing, action: Action, plan: Plan) -> Right:
    """Decide as the owner, the post's holder, a delegate, the group's chair or an administrator."""
    return Right(capacity=_capacity(standing, action, plan), owners=action.owners)


def may_accept(standing: Standing, action: Action, plan: Plan) -> Capacity:
    """In which role somebody may accept a new date: as the group's chair or an administrator."""
    if _chairs(standing, action, plan):
        return Capacity.CHAIR
    return Capacity.ADMINISTRATOR if standing.administrator else Capacity.NONE


def may_ask(standing: Standing, owners: Iterable[str], groups: Iterable[str]) -> bool:
    """Whether a restricted plan is somebody's: by its owners, and the groups it answers to."""
    if standing.administrator or standing.every_chair:
        return True
    own = standing.names | standing.posts | standing.covers
    return bool(own & _folded(owners) or standing.chairs & _folded(groups))


def may_hold_rounds(standing: Standing, groups: Iterable[str], boards: Iterable[str]) -> bool:
    """Administrators and a board's chair for anything, others for what answers only to them."""
    if standing.administrator or standing.every_chair or standing.chairs & _folded(boards):
        return True
    answering = _folded(groups)
    return bool(answering) and answering <= standing.chairs


def answerable_groups(action: Action, plan: Plan) -> tuple[str, ...]:
    """The partnership groups an action answers to: its own, or else its section's."""
    section = plan.section(action.section)
    return action.partnership_groups or (section.partnership_groups if section else ())


def _capacity(standing: Standing, action: Action, plan: Plan) -> Capacity:
    owners = _folded(action.owners)
    claims = (
        (Capacity.OWNER, bool(standing.names & owners)),
        (Capacity.HOLDER, bool(standing.posts & owners)),
        (Capacity.DELEGATE, bool(standing.covers & owners)),
        (Capacity.CHAIR, _chairs(standing, action, plan)),
        (Capacity.ADMINISTRATOR, standing.administrator),
    )
    return next((capacity for capacity, holds in claims if holds), Capacity.NONE)


def _chairs(standing: Standing, action: Action, plan: Plan) -> bool:
    if standing.every_chair:
        return True
    return bool(standing.chairs & _folded(answerable_groups(action, plan)))


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(folded, names))
