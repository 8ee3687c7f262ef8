"""References for actions: as printed, or made from the group's number and the place in it."""

import re
from collections import Counter
from collections.abc import Sequence

from plans.actions.drafts import Draft

PLAIN_NUMBER = re.compile(r"\d{1,3}[A-Za-z]?")
LETTER = re.compile(r"[a-z]{1,2}|[ivx]{1,4}")


def references(drafts: Sequence[Draft]) -> list[str]:
    """A reference for each draft, in order."""
    numbers = _numbers(drafts)
    restarts = _restarts(drafts)
    printed = {draft.ref for draft in drafts if draft.ref}
    places: Counter[int] = Counter()
    refs = []
    for draft in drafts:
        key = _key(draft, numbers)
        number = numbers.get(key, "")
        places[key] += 1
        while not draft.ref and _made(number, places[key]) in printed:
            places[key] += 1
        refs.append(_reference(draft, number, places[key], restarts=restarts))
    return refs


def _made(number: str, place: int) -> str:
    return f"{number}.{place}" if number else str(place)


def _reference(draft: Draft, number: str, place: int, *, restarts: bool) -> str:
    printed = draft.ref
    if not printed:
        return _made(number, place)
    part_of_group = LETTER.fullmatch(printed) or (restarts and PLAIN_NUMBER.fullmatch(printed))
    return f"{number}.{printed}" if part_of_group and number else printed


def _restarts(drafts: Sequence[Draft]) -> bool:
    """Whether plain numbers begin again in each part, so that they need the part's number."""
    plain = Counter(draft.ref for draft in drafts if PLAIN_NUMBER.fullmatch(draft.ref))
    return any(times > 1 for times in plain.values())


def _numbers(drafts: Sequence[Draft]) -> dict[int, str]:
    """A number for each group, in document order where the plan prints none.

    Where no group is named, the sections are numbered instead.
    """
    groups = {id(draft.group): draft.group for draft in drafts}
    if not any(group.name for group in groups.values()):
        return _numbered_sections(drafts)
    taken = {group.number for group in groups.values()}
    numbers: dict[int, str] = {}
    for at, (key, group) in enumerate(groups.items(), 1):
        numbers[key] = group.number or _free(at, taken)
        taken.add(numbers[key])
    return numbers


def _numbered_sections(drafts: Sequence[Draft]) -> dict[int, str]:
    sections = dict.fromkeys(draft.section for draft in drafts)
    if list(sections) == [None]:
        return {}
    order = {section: str(at) for at, section in enumerate(sections, 1)}
    printed = {draft.section: draft.group.number for draft in drafts}
    if all(printed.values()) and len(set(printed.values())) == len(printed):
        order = printed
    return {_section_key(draft.section): order[draft.section] for draft in drafts}


def _key(draft: Draft, numbers: dict[int, str]) -> int:
    key = id(draft.group)
    return key if key in numbers else _section_key(draft.section)


def _section_key(section: str | None) -> int:
    return hash(section)


def _free(number: int, taken: set[str]) -> str:
    while str(number) in taken:
        number += 1
    return str(number)
