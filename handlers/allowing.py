"""Whoever may not do something is told who may; domain.rights decides."""

from domain.problems import NotAllowed
from domain.rights import may_pause
from handlers.scene import Scene

ADMINISTRATOR = "an administrator"
OWN_CHAIR = f"its own chair or {ADMINISTRATOR}"
CHAIR_OF_ALL = f"the chair of all that it covers or {ADMINISTRATOR}"


def may_pause_plan(scene: Scene) -> bool:
    """Whether the plan that is spoken of is theirs to pause."""
    groups = {each for section in scene.plan.sections for each in section.partnership_groups}
    return may_pause(scene.standing, groups, boards(scene))


def boards(scene: Scene) -> list[str]:
    """The partnership groups that hear of all others."""
    return [each.name for each in scene.directory.partnership_groups if each.board]


def require(allowed: bool, what: str, scene: Scene, whose: str = ADMINISTRATOR) -> None:
    """Raise NotAllowed where something is not allowed: it says whose it is, and whom to ask."""
    if not allowed:
        names = [each.name for each in scene.directory.administrators()]
        raise NotAllowed(what, whose, names)
