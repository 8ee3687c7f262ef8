"""Which part of a plan a name means: a section, a group or an action."""

import re
from collections.abc import Iterable, Sequence

from domain.events import Tracked
from domain.names import folded, folded_ref, slug
from domain.problems import UnknownPart
from domain.summary import Scope
from domain.work import Plan

ORDINARY = re.compile(
    r"(?:group|issue|priority|recommendation|theme|objective|outcome|goal|aim|section|action)\s+",
    re.IGNORECASE,
)
CODE = re.compile(r"(?:[A-Z]{1,6}\s?)?\d+(?:\.\d+)*(?=[\s.:),–-]|$)")


def group_code(group: str) -> str:
    """The number or code a group is printed with, folded: "7" of "7. Implement ...", or ""."""
    found = CODE.match(ORDINARY.sub("", group, count=1))
    return folded_ref(found.group()) if found else ""


def referred_to(tracked: Tracked, others: Iterable[Tracked]) -> list[Tracked]:
    """The actions an action refers to ("see 13"): by their own number, or their group's."""
    wanted = {folded_ref(each) for each in tracked.action.due.see}
    return [
        each
        for each in others
        if each.action.ref != tracked.action.ref
        and (folded_ref(each.action.ref) in wanted or group_code(each.action.group or "") in wanted)
    ]


def part_named(name: str, plan: Plan, tracked: Sequence[Tracked]) -> Scope | Tracked:
    """Find the action, section or group that ``name`` means; the whole plan for "".

    Sections answer to their slug, to their name in any case and to unambiguous beginnings of it;
    groups to their number or code and to their words. Raise UnknownPart, with what there is.
    """
    wanted = _wanted(name)
    found = _action(wanted, tracked) or section_named(name, plan) or _group(wanted, plan, tracked)
    if found is None:
        raise UnknownPart(name, [section.name for section in plan.sections])
    return found


def section_named(name: str, plan: Plan) -> Scope | None:
    """The section that is meant, or the whole plan for "" and its key: what needs no action."""
    wanted = _wanted(name)
    if not wanted or wanted == plan.key:
        return Scope(plan=plan.key)
    section = _one_beginning(wanted, [section.name for section in plan.sections])
    return Scope(plan=plan.key, section=section) if section else None


def _wanted(name: str) -> str:
    return ORDINARY.sub("", name.strip(), count=1) or name.strip()


def _action(wanted: str, tracked: Iterable[Tracked]) -> Tracked | None:
    ref = folded_ref(wanted)
    return next((each for each in tracked if folded_ref(each.action.ref) == ref), None)


def _group(wanted: str, plan: Plan, tracked: Iterable[Tracked]) -> Scope | None:
    groups = dict.fromkeys(each.action.group for each in tracked if each.action.group)
    coded = [group for group in groups if group_code(group) == folded_ref(wanted)]
    name = coded[0] if len(coded) == 1 else _one_beginning(wanted, groups)
    return Scope(plan=plan.key, group=name) if name else None


def _one_beginning(wanted: str, names: Iterable[str]) -> str | None:
    """The name that is wanted, or the only one that begins with it."""
    beginnings = []
    for name in names:
        if slug(name) == slug(wanted) or folded(name) == folded(wanted):
            return name
        if slug(wanted) and slug(name).startswith(slug(wanted)):
            beginnings.append(name)
    return beginnings[0] if len(beginnings) == 1 else None
