"""Whole parts of a plan: "everything in 26", "HW3 all on track"."""

from collections.abc import Sequence

from language.lexicon.text import Words
from language.lexicon.words import word_set
from language.references.excepting import EXCEPTING
from language.references.finding import How, Mention
from language.references.known import KnownPlan
from language.references.usage import opens, stands_alone

WHOLE = word_set("topics.whole")
OF = word_set("topics.of")
FOLLOWED = (word_set("topics.suits") | EXCEPTING | {"and", "but", "all"}) - {"one"}
KINDS = frozenset(
    ["group", "section", "priority", "theme", "objective", "issue", "goal", "outcome"]
)
ALL = frozenset(["all", "both", "everything"])
NAMING = WHOLE | KINDS


def whole_parts(words: Words, plan: KnownPlan) -> list[Mention]:
    """Where whole parts of the plan are spoken of."""
    opening = words.said & NAMING | words.said & plan.part_openings
    if not opening:
        return []
    places = [at for at, norm in enumerate(words.listed) if norm in opening]
    return [each for at in places if (each := _whole_part(words, at, plan))]


def _whole_part(words: Words, at: int, plan: KnownPlan) -> Mention | None:
    """Read "everything under 26", "all of section 3", "all the BH1 actions"."""
    if words.norm(at) not in WHOLE:
        return _whole_after(words, at, plan)
    step = at + 1
    while words.norm(step) in OF and step < at + 6:
        step += 1
    for beyond in (step + 3, step + 2, step + 1):
        if beyond > len(words.tokens):
            continue
        code = "".join(words.norm(each) for each in range(step, beyond))
        refs = plan.parts.get(code)
        if (refs and step > at + 1) or (refs and not code.isdigit()):
            sure = not code.isdigit() or _ends_there(words, beyond)
            return Mention(at, beyond, refs or (), How.WHOLE if sure else How.PART)
    return None


def _ends_there(words: Words, beyond: int) -> bool:
    """Read "all of 3 on track" as of a part, but not for certain "all of 3 schools on track"."""
    after = words.norm(beyond)
    return not after.isalpha() or after in FOLLOWED


def _whole_after(words: Words, at: int, plan: KnownPlan) -> Mention | None:
    """Read "HW3 all on track" and "BH1 is on track": what opens with the code of a part."""
    norm = words.norm(at)
    if norm in KINDS and opens(words, at):
        code = words.norm(at + 1)
        alone = code in plan.parts and words.norm(at + 2) in FOLLOWED | {":", "-"}
        return Mention(at, at + 2, plan.parts[code], How.PART) if alone else None
    if norm not in plan.part_openings or not (norm[:1].isalnum() and opens(words, at)):
        return None
    for beyond in range(min(at + 3, len(words.tokens)), at, -1):
        code = "".join(words.norms(at, beyond))
        refs = plan.parts.get(code)
        if not refs or code in plan.refs or not stands_alone(words, at, beyond):
            continue
        whole = words.norm(beyond) in ALL or words.norm(beyond + 1) in ALL
        if whole or not (code.isdigit() or words.norm(beyond).isdigit()):
            return Mention(at, beyond, refs, How.WHOLE if whole else How.PART)
    return None


def unheaded(wholes: Sequence[Mention], single: Sequence[Mention]) -> list[Mention]:
    """Whole parts, but not what is only the heading of some of it: "W1.1 a) done b) amber"."""
    opening = {(each.first, ref) for each in single for ref in each.refs}
    return [
        each
        for each in wholes
        if each.how is How.WHOLE or not any((each.beyond, ref) in opening for ref in each.refs)
    ]
