"""Which actions of a changed plan are those of the last document, also under other numbers."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher

from domain.names import folded, folded_ref
from domain.work import Action

ALIKE = 0.9  # of 1: a word or two of a sentence may differ
COMPARED = 100  # actions of either document that are compared one by one

type Same = dict[str, Action]
"""The last document's action by the folded reference it has now."""


def same_actions(last: Sequence[Action], new: Sequence[Action]) -> Same:
    """Pair the actions of two documents: by reference and words, then by words, then by reference.

    What has its number and its words is itself; what has the words of one other action, or nearly
    so, is that action under a new number; what is left under its number was reworded.
    """
    if not last:
        return {}
    pairing = _Pairing(last, new)
    pairing.pair(lambda action: (_number(action), _words(action)))
    pairing.pair(lambda action: (action.section, _words(action)))
    pairing.pair(_words)
    pairing.pair_alike()
    pairing.pair(_number)
    return pairing.same


def alike(one: str, other: str, least: float = ALIKE) -> bool:
    """Whether two texts say the same, but for a little."""
    return _likeness(SequenceMatcher(None, one, other, autojunk=False), least) >= least


class _Pairing:
    """What has been paired so far, and what of both documents has not."""

    def __init__(self, last: Sequence[Action], new: Sequence[Action]) -> None:
        self.same: Same = {}
        self._last = list(last)
        self._new = list(new)

    def pair(self, key: Callable[[Action], Hashable]) -> None:
        """Pair what has a key that is the only one of its kind in both documents."""
        last, new = _only(self._last, key), _only(self._new, key)
        self._take([(last[each], new[each]) for each in new if each in last])

    def pair_alike(self) -> None:
        """Pair those whose words nearly agree: under their own number first, then the likest."""
        numbered = _only(self._last, _number)
        own = [(numbered[_number(new)], new) for new in self._new if _number(new) in numbered]
        self._take([(last, new) for last, new in own if alike(last.text, new.text)])
        last, new = (list(_only(each, _words).values()) for each in (self._last, self._new))
        self._take(_likest(last[:COMPARED], new[:COMPARED]))

    def _take(self, pairs: Iterable[tuple[Action, Action]]) -> None:
        """Pair those of which neither has been paired before; the first pairs go first."""
        taken: set[int] = set()
        for last, new in pairs:
            if not taken & {id(last), id(new)}:
                self.same[folded_ref(new.ref)] = last
                taken |= {id(last), id(new)}
        self._last = [each for each in self._last if id(each) not in taken]
        self._new = [each for each in self._new if id(each) not in taken]


def _number(action: Action) -> str:
    return folded_ref(action.ref)


def _words(action: Action) -> str:
    return folded(action.text)


def _only[Key: Hashable](
    actions: Iterable[Action], key: Callable[[Action], Key]
) -> dict[Key, Action]:
    found: dict[Key, list[Action]] = {}
    for action in actions:
        found.setdefault(key(action), []).append(action)
    return {each: those[0] for each, those in found.items() if len(those) == 1}


def _likest(last: Sequence[Action], new: Sequence[Action]) -> list[tuple[Action, Action]]:
    """Pairs that are alike, the likest first."""
    found: list[tuple[float, Action, Action]] = []
    for each in new if last else ():  # to prepare a text for comparing takes long
        matcher = SequenceMatcher(None, "", each.text, autojunk=False)
        for other in last:
            matcher.set_seq1(other.text)
            likeness = _likeness(matcher, ALIKE)
            if likeness >= ALIKE:
                found.append((likeness, other, each))
    found.sort(key=lambda pair: pair[0], reverse=True)
    return [(other, each) for _, other, each in found]


def _likeness(matcher: SequenceMatcher[str], least: float) -> float:
    """How alike two texts are; 0 where a quick look shows that it is less than asked for."""
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0
    return matcher.ratio()
