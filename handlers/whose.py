"""Whose the actions of a plan are, looked up once for all messages.

What somebody may change is decided by domain.rights alone when it is recorded; this says the same
of all actions at once, so that their words can be read.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.events import Tracked
from domain.names import folded
from domain.people import Directory, Standing
from domain.rights import answerable_groups
from domain.work import Plan
from language.message import Speaker

type Refs = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Whose:
    """The refs by their owners and by the partnership groups they answer to; names are folded."""

    owned: Refs
    answering: Refs

    @classmethod
    def of(cls, plan: Plan, tracked: Sequence[Tracked]) -> "Whose":
        actions = [each.action for each in tracked]
        return cls(
            owned=_by_name((each.ref, each.owners) for each in actions),
            answering=_by_name((each.ref, answerable_groups(each, plan)) for each in actions),
        )

    def speaker(self, standing: Standing) -> Speaker:
        """For which actions somebody may speak, for the reading of their words."""
        own = _refs(self.owned, standing.names | standing.posts)
        everything = standing.administrator or standing.every_chair
        chaired = _refs(self.answering, standing.chairs)
        others = _refs(self.owned, standing.covers) | chaired
        return Speaker(
            name=standing.person.name,
            own=own,
            may=None if everything else own | others,
            accepts=None if everything else chaired,
        )


def names(directory: Directory) -> tuple[str, ...]:
    """The people and posts that a message may name."""
    return tuple(dict.fromkeys([*(each.name for each in directory.people), *directory.posts]))


def _by_name(named: Iterable[tuple[str, Iterable[str]]]) -> Refs:
    found: dict[str, list[str]] = defaultdict(list)
    for ref, names in named:
        for name in names:
            found[folded(name)].append(ref)
    return {name: tuple(refs) for name, refs in found.items()}


def _refs(by_name: Refs, names: Iterable[str]) -> frozenset[str]:
    return frozenset(ref for name in names for ref in by_name.get(name, ()))
