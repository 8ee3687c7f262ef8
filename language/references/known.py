"""What reading a message needs to know of a plan, worked out once for all messages."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from string import ascii_lowercase
from types import MappingProxyType

from domain.events import Tracked
from domain.names import folded, folded_ref, slug
from domain.work import Due, DueKind, Milestone, Plan, Status
from language.lexicon.text import words_of
from language.references.titles import TitleIndex

OVER = frozenset([Status.COMPLETE, Status.CANCELLED])
LAST_NUMBER = re.compile(r"\d+[a-z]?$")
NUMBER = re.compile(r"\d+")
SHARE = re.compile(r"%|\bper ?cent|\brates?\b|\bproportion\b", re.IGNORECASE)
GROUP_CODE = re.compile(r"^\W*((?:[^\W\d_]+ ?)?\d+(?:\.\d+)*)\b", re.IGNORECASE)

type Spellings = Mapping[str, tuple[str, ...]]
"""The words that each ref is typed as."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of one action: when it is now expected and how it stands."""

    expected: date | None
    status: Status | None
    owners: tuple[str, ...]
    title: str
    milestones: tuple[str, ...] = ()  # labels of its stages that are not reached yet
    of_a_share: bool = False  # it is to reach so many per cent
    held_to: date | None = None  # the date that a forecast is late against
    recurs: Due | None = None  # what it promises, where it comes round
    done: frozenset[str] = frozenset()  # labels of its stages and occurrences that are over
    stages: tuple[Milestone, ...] = ()  # that are not reached yet, but for the one that ends it

    @classmethod
    def of(cls, tracked: Tracked) -> "Standing":
        action, state = tracked.action, tracked.state
        stages = (each.label for each in action.due.milestones)
        ahead = tuple(each for each in stages if each and each not in state.done)
        return cls(
            state.expected,
            state.counts_as,
            action.owners,
            action.text,
            ahead,
            bool(SHARE.search(action.text)),
            state.accepted,
            action.due if action.due.kind is DueKind.RECURRING else None,
            state.done,
            tuple(
                each
                for each in action.due.milestones
                if each.label in ahead and each.end != action.due.deadline
            ),
        )


@dataclass(frozen=True, slots=True)
class KnownPlan:
    """One plan, indexed for reading. Building it costs per action, reading a message does not."""

    plan: Plan
    refs: Mapping[str, str]  # folded -> as printed, in document order
    listed: tuple[str, ...]
    order: Mapping[str, int]
    bare: Mapping[str, tuple[str, ...]]  # without noughts and dots -> folded
    shortened: Mapping[str, tuple[str, ...]]  # without its beginning, or one key -> folded
    spelt: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]  # by first word, longest first
    spellings: Spellings
    endings: Mapping[str, tuple[str, ...]]  # "8.1" -> ("AEWB8.1",), "1.2a" -> ("P1.2a",)
    beginnings: frozenset[str]  # the words with which a ref, or the ending of one, begins
    shapes: Mapping[str, frozenset[tuple[str, ...]]]  # by their first part
    standings: Mapping[str, Standing]
    parts: Mapping[str, tuple[str, ...]]  # "26" or "bh1" -> refs
    part_openings: frozenset[str]  # all that one of these begins with
    sections: Mapping[str, str]  # slug -> name
    groups: Mapping[str, str]  # plain words -> name
    printed: Mapping[str, str]  # the names in the plan, folded -> as printed
    names: Mapping[str, str]  # the same, and those of people and posts
    titles: TitleIndex

    def still_open(self, refs: Iterable[str]) -> tuple[str, ...]:
        """Those that are neither complete nor cancelled: whoever says "all of mine" means them."""
        return tuple(ref for ref in refs if self.standings[ref].status not in OVER)

    @classmethod
    def of(cls, plan: Plan, tracked: Sequence[Tracked], names: Sequence[str] = ()) -> "KnownPlan":
        """Index a plan's actions; ``names`` are people and posts besides the owners printed."""
        actions = [each.action for each in tracked]
        refs = {folded_ref(each.ref): each.ref for each in actions}
        spellings = {ref: _spelling(ref) for ref in refs.values()}
        sections = {each.slug: each.name for each in plan.sections}
        sections |= {slug(each.section): each.section for each in actions if each.section}
        groups = {each.group: each.ref for each in actions if each.group}
        parts = _parts((each.ref, each.group) for each in actions)
        people = [name for each in actions for name in (*each.owners, *each.support)]
        printed = MappingProxyType({folded(name): name for name in reversed(people)})
        spelt, endings = _spelt(spellings), _endings(spellings)
        known = cls(
            plan=plan,
            refs=MappingProxyType(refs),
            listed=tuple(refs.values()),
            order=MappingProxyType({ref: at for at, ref in enumerate(refs.values())}),
            bare=_by(lambda ref: (_bare(ref),), refs),
            shortened=_by(_shortened, refs),
            spelt=spelt,
            spellings=MappingProxyType(spellings),
            endings=endings,
            beginnings=frozenset([*spelt, *(each.rstrip(ascii_lowercase) for each in endings)]),
            shapes=_shapes(spellings),
            standings=MappingProxyType({each.action.ref: Standing.of(each) for each in tracked}),
            parts=parts,
            part_openings=frozenset(each[:at] for each in parts for at in range(1, len(each) + 1)),
            sections=MappingProxyType(sections),
            groups=MappingProxyType({slug(name): name for name in groups}),
            printed=printed,
            names=printed,
            titles=TitleIndex.of([(each.ref, each.text, each.group or "") for each in actions]),
        )
        return known.naming(names)

    def naming(self, names: Sequence[str]) -> "KnownPlan":
        """The same plan among other people and posts."""
        more = {folded(name): name for name in reversed(names)}
        return replace(self, names=MappingProxyType({**self.printed, **more}))

    def between(self, first: str, last: str) -> tuple[str, ...]:
        """The refs from one to another of the same part, both included; () where that is none."""
        if part_of(first) != part_of(last):
            return ()
        return self.listed[self.order[first] : self.order[last] + 1]

    def among(self, refs: Iterable[str], ending: tuple[str, ...]) -> str | None:
        """The only one of some refs that ends so, and is longer: "3.3" in "HW3.3"."""
        found = [
            ref
            for ref in refs
            if len(self.spellings[ref]) > len(ending)
            and self.spellings[ref][-len(ending) :] == ending
        ]
        return found[0] if len(found) == 1 else None

    def beside(self, ref: str, ending: tuple[str, ...]) -> str | None:
        """The ref that is left where the ending of another is put for its own."""
        spelling = self.spellings[ref]
        kept = spelling[: -len(ending)]
        alike = zip(spelling[-len(ending) :], ending, strict=True)
        if not kept or not all(_alike(own, other) for own, other in alike):
            return None
        return self.refs.get("".join((*kept, *ending)))

    def lacks(self, typed: str) -> bool:
        """Whether it is written like the references of this plan, and is none of them."""
        form = shape((typed,))
        return typed not in self.spelt and form in self.shapes.get(form[0], ())

    def near(self, ref: str) -> tuple[str, ...]:
        """The refs that somebody may have meant by one that this plan does not have."""
        wanted = folded_ref(ref)
        likely = set(self.shortened.get(wanted, ()))
        likely.update(each for each in (wanted, *_shortened(wanted)) if each in self.refs)
        likely.update(map(folded_ref, self.parts.get(part_of(wanted), ())))
        likely.update(self.bare.get(_bare(wanted), ()))
        places = ((_unlike(wanted, each), self.order[self.refs[each]]) for each in likely)
        return tuple(self.listed[at] for score, at in sorted(places)[:3] if score < 3)


def shape(spelling: Iterable[str]) -> tuple[str, ...]:
    """What references of one plan have in common: "BH1.3" is ("bh", "9.9"), "4f" ("9", "a")."""
    return tuple(_form(each, at > 0) for at, each in enumerate(spelling))


def _form(part: str, later: bool) -> str:
    if not part.isalpha():
        return NUMBER.sub("9", part)
    return "a" if later and len(part) == 1 else part


def _alike(part: str, other: str) -> bool:
    """Both a letter, or numbers of one shape."""
    return _form(part, later=True) == _form(other, later=True)


def part_of(ref: str) -> str:
    """The part of a plan that a ref counts within: "BH1.3" is in "bh1", "LG3" in "lg"."""
    return LAST_NUMBER.sub("", folded_ref(ref)).rstrip(".-/")


def _by(
    written: Callable[[str], Iterable[str]], refs: Iterable[str]
) -> Mapping[str, tuple[str, ...]]:
    """The refs by every other way in which each may be written."""
    found: dict[str, list[str]] = defaultdict(list)
    for ref in refs:
        for each in dict.fromkeys(written(ref)):
            found[each].append(ref)
    return MappingProxyType({each: tuple(some) for each, some in found.items()})


def _shapes(spellings: Spellings) -> Mapping[str, frozenset[tuple[str, ...]]]:
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for each in set(map(shape, spellings.values())):
        found[each[0] if each else ""].add(each)
    return MappingProxyType({first: frozenset(each) for first, each in found.items()})


def _spelling(ref: str) -> tuple[str, ...]:
    return tuple(token.norm for token in words_of(ref).tokens)


def _spelt(spellings: Spellings) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for ref, spelling in spellings.items():
        if spelling:
            found[spelling[0]].append((spelling, ref))
    return MappingProxyType(
        {first: tuple(sorted(each, key=lambda one: -len(one[0]))) for first, each in found.items()}
    )


def _endings(spellings: Spellings) -> Mapping[str, tuple[str, ...]]:
    """What refs end in that has a point or a letter in it, "8.1" or "4a": not what is counted."""
    found: dict[str, list[str]] = defaultdict(list)
    for ref, spelling in spellings.items():
        lettered = len(spelling) - 2 if _is_lettered(spelling) else 0
        at = next((at for at, each in enumerate(spelling) if "." in each), lettered)
        if at:
            found["".join(spelling[at:])].append(ref)
    return MappingProxyType({number: tuple(each) for number, each in found.items()})


def _is_lettered(spelling: Sequence[str]) -> bool:
    """A code, a number and a letter: "EHC4a"."""
    if len(spelling) < 3:
        return False
    number, letter = spelling[-2:]
    return number.isdigit() and len(letter) == 1 and letter.isalpha()


def _parts(refs: Iterable[tuple[str, str | None]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for ref, group in refs:
        found[part_of(ref)][ref] = None
        code = GROUP_CODE.match(group or "")
        if code:
            found[folded_ref(code.group(1))][ref] = None
    return MappingProxyType({part: tuple(each) for part, each in found.items() if part})


def _bare(ref: str) -> str:
    """A ref without what is easily typed otherwise: noughts and dots."""
    return ref.replace("0", "").replace(".", "")


def _unlike(wanted: str, ref: str) -> float:
    """How unlike two refs are: 0 the same but for noughts and dots, 3 or more not alike."""
    if _bare(wanted) == _bare(ref):
        return 0.5
    if _a_key_more(wanted, ref) or _a_key_more(ref, wanted):
        return 0.75
    if ref.endswith(wanted) or wanted.endswith(ref):
        return 1
    if part_of(wanted) == part_of(ref):
        return 1.5 + min(abs(_last(wanted) - _last(ref)) / 100, 1)
    return 3


def _shortened(ref: str) -> Iterator[str]:
    """What is left of a ref without its beginning, or without one key."""
    for at in range(1, len(ref)):
        yield ref[at:]
        yield ref[:at] + ref[at + 1 :]


def _a_key_more(longer: str, ref: str) -> bool:
    """One key too many: "7.33" for "7.3"."""
    if len(longer) != len(ref) + 1 or longer[:1] != ref[:1]:
        return False
    return any(longer[:at] + longer[at + 1 :] == ref for at in range(1, len(longer)))


def _last(ref: str) -> int:
    number = re.search(r"(\d{1,6})[a-z]?$", ref)
    return int(number.group(1)) if number else 0
