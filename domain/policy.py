"""How often people are asked: a policy for all, and what a plan or a part of it sets otherwise."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from domain.events import Tracked
from domain.summary import Scope
from domain.value import Value
from domain.work import Action

MOST_LEADS = 8
MOST_IN_A_WEEK = 2  # messages to a person in any seven days, but for what is due that day
MOST_LINES = 8  # actions asked about in one message

FARTHEST_LEAD = 365
LEAST_CHASE = 5  # days between two chasers
LONGEST = 90  # days of peace, between chasers, and working days before anybody else is told

Ahead = Annotated[int, Field(ge=0, le=FARTHEST_LEAD)]


class Policy(Value):
    """When a word is asked for. No setting touches MOST_IN_A_WEEK, nor one message a day.

    ``leads`` are days ahead of a date; ``peace`` how many days after a word nothing is asked;
    ``chase`` how many days lie between two chasers once the date has passed. The chair is told
    ``to_chair`` working days after the date, the administrator ``to_administrator`` after that.
    """

    leads: frozenset[Ahead] = Field(default=frozenset({28, 14, 7, 2, 0}), max_length=MOST_LEADS)
    peace: int = Field(default=5, ge=1, le=LONGEST)
    chase: int = Field(default=7, ge=LEAST_CHASE, le=LONGEST)
    to_chair: int = Field(default=10, ge=1, le=LONGEST)
    to_administrator: int = Field(default=10, ge=1, le=LONGEST)
    check: int = Field(default=91, ge=28, le=366)  # days of silence about what has no date


DEFAULT = Policy()


class PolicyChange(Value):
    """What is set otherwise; None is left as it was."""

    leads: frozenset[Ahead] | None = Field(default=None, min_length=1, max_length=MOST_LEADS)
    peace: int | None = Field(default=None, ge=1, le=LONGEST)
    chase: int | None = Field(default=None, ge=LEAST_CHASE, le=LONGEST)
    to_chair: int | None = Field(default=None, ge=1, le=LONGEST)
    to_administrator: int | None = Field(default=None, ge=1, le=LONGEST)
    check: int | None = Field(default=None, ge=28, le=366)


class SetPolicy(Value):
    """The order to ask otherwise about a part of a plan, or about one action of it (``ref``).

    With ``anew`` whatever was set for exactly this part is forgotten first.
    """

    kind: Literal["set_policy"] = "set_policy"
    scope: Scope
    ref: str | None = None
    change: PolicyChange = PolicyChange()
    anew: bool = False

    def holds(self, action: Action) -> bool:
        """Whether it is about this action, of the plan in question."""
        if self.ref is not None:
            return self.ref == action.ref
        return self.scope.section in (None, action.section) and self.scope.group in (
            None,
            action.group,
        )

    @property
    def about(self) -> tuple[Scope, str | None]:
        return self.scope, self.ref

    @property
    def closeness(self) -> int:
        """How near to a single action it comes: what is nearer wins."""
        if self.ref is not None:
            return 3
        return 2 if self.scope.group else 1 if self.scope.section else 0


class Policies(Value):
    """What was set and stands, in the order in which it was set."""

    orders: tuple[SetPolicy, ...] = ()

    def after(self, order: SetPolicy) -> "Policies":
        kept = self.orders
        if order.anew:
            kept = tuple(each for each in kept if each.about != order.about)
        return Policies(orders=(*kept, order))

    def of(self, plan: str, tracked: Tracked) -> Policy:
        """The policy for one action: the plan's, overruled by its section, group and itself."""
        meant = [
            order
            for order in self.orders
            if order.scope.plan == plan and order.holds(tracked.action)
        ]
        return _joined(meant)

    def within(self, scope: Scope) -> Policy:
        """The policy for a part of a plan, as far as it is set for the whole of it."""
        meant = [
            order
            for order in self.orders
            if order.ref is None
            and order.scope.plan == scope.plan
            and order.scope.section in (None, scope.section)
            and order.scope.group in (None, scope.group)
        ]
        return _joined(meant)


def _joined(orders: Iterable[SetPolicy]) -> Policy:
    policy = DEFAULT
    for order in sorted(orders, key=lambda each: each.closeness):
        policy = policy.model_copy(update=order.change.model_dump(exclude_none=True))
    return policy
