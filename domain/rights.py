"""Who may do what, decided before anything changes: here, and nowhere else.

Everybody may ask, look at the groups, and say when and on which days they want to be written to.
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
    if _steers_all(standing):
        return True
    own = standing.names | standing.posts | standing.covers
    return bool(own & _folded(owners) or standing.chairs & _folded(groups))


def may_undo(standing: Standing, by: str) -> bool:
    """Whether somebody may take back what a person has said: their own words, or all of them."""
    return standing.person.id == by or standing.administrator


def may_hand_on(standing: Standing) -> bool:
    """Whether an action gets another owner by their word; of others it is only noted."""
    return standing.administrator


def may_teach(standing: Standing, actions: Iterable[Action], plan: Plan) -> bool:
    """Whether somebody may say what a word means here: whoever may update any of the actions."""
    if _steers_all(standing):
        return True
    return any(may_update(standing, each, plan).granted for each in actions)


def may_set_asking(standing: Standing, groups: Iterable[str]) -> bool:
    """Whether somebody may say how often is asked about what answers to these groups.

    Of a whole plan, which answers to no single group, administrators may.
    """
    return _steers_all(standing) or not standing.chairs.isdisjoint(_folded(groups))


def may_pause(standing: Standing, groups: Iterable[str], boards: Iterable[str]) -> bool:
    """Whether somebody may pause and resume a plan that answers to these groups."""
    return may_hold_rounds(standing, groups, boards)


def may_restrict(standing: Standing) -> bool:
    """Whether somebody may say who may ask about a plan."""
    return standing.administrator


def may_close(standing: Standing) -> bool:
    """Whether somebody may say on which days the council is closed."""
    return standing.administrator


def may_take_in(standing: Standing) -> bool:
    """Whether somebody may have a plan document read in."""
    return standing.administrator


def may_say_who_is_who(standing: Standing) -> bool:
    """Whether somebody may link accounts, give posts and name administrators."""
    return _steers_all(standing)


def may_name_chair(standing: Standing, group: str) -> bool:
    """Whether somebody may say who chairs a partnership group."""
    return _steers_all(standing) or standing.chairs_of(group)


def may_use_channel(standing: Standing, group: str) -> bool:
    """Whether somebody may say where a partnership group is told how its actions stand."""
    return standing.administrator or standing.chairs_of(group)


def may_hold_rounds(standing: Standing, groups: Iterable[str], boards: Iterable[str]) -> bool:
    """Administrators and a board's chair for anything, others for what answers only to them."""
    if _steers_all(standing) or standing.chairs & _folded(boards):
        return True
    answering = _folded(groups)
    return bool(answering) and answering <= standing.chairs


def answerable_groups(action: Action, plan: Plan) -> tuple[str, ...]:
    """The partnership groups an action answers to: its own, or else its section's."""
    section = plan.section(action.section)
    return action.partnership_groups or (section.partnership_groups if section else ())


def _steers_all(standing: Standing) -> bool:
    return standing.administrator or standing.every_chair


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
