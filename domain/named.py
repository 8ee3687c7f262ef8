"""How an action is named where a workspace has several plans: "harbour::7.3"."""

from collections.abc import Iterable, Mapping

OF = "::"  # in no key of a plan


def in_full(plan: str, ref: str) -> str:
    """The name of an action by which it is found without knowing the plan."""
    return f"{plan}{OF}{ref}"


def plan_and_ref(name: str, otherwise: str = "") -> tuple[str, str]:
    """The plan and the ref of a name; a plain ref is of the plan that is meant ``otherwise``."""
    plan, of, ref = name.partition(OF)
    return (plan, ref) if of else (otherwise, name)


def bare(name: str) -> str:
    """The ref alone, as it is shown."""
    return plan_and_ref(name)[1]


def by_plan(names: Iterable[str], otherwise: str = "") -> Mapping[str, tuple[str, ...]]:
    """The refs of each plan, in order."""
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        plan, ref = plan_and_ref(name, otherwise)
        found[plan] = (*found.get(plan, ()), ref)
    return found
