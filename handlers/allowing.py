"""Who may set what for others; whoever may not is told who may."""

from collections.abc import Iterable

from domain.problems import NotAllowed
from domain.rights import may_hold_rounds
from handlers.scene import Scene

ADMINISTRATOR = "an administrator"
OWN_CHAIR = f"its own chair or {ADMINISTRATOR}"
CHAIR_OF_ALL = f"a chair of all that it covers or {ADMINISTRATOR}"


def may_steer_all(scene: Scene) -> bool:
    """Whether the whole plan is theirs to pause: an administrator's, the board's chair's."""
    groups = {each for section in scene.plan.sections for each in section.partnership_groups}
    return may_hold_rounds(scene.standing, groups, boards(scene))


def boards(scene: Scene) -> list[str]:
    """The partnership groups that hear of all others."""
    return [each.name for each in scene.directory.partnership_groups if each.board]


def only_administrators(what: str, scene: Scene) -> None:
    """Raise NotAllowed for anybody else."""
    if not scene.standing.administrator:
        raise not_allowed(what, scene)


def not_allowed(what: str, scene: Scene, whose: str = ADMINISTRATOR) -> NotAllowed:
    """The problem that says whose it is, and whom to ask for it."""
    return NotAllowed(what, whose, _names(scene))


def _names(scene: Scene) -> Iterable[str]:
    return [each.name for each in scene.directory.administrators()]
