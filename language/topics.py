"""Who or what each clause is about: the reference in it, the one before, or the reminder's."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from language.borrowed import is_borrowed
from language.clauses import Clause
from language.known import KnownPlan
from language.passage import inside
from language.references import How, Mention, joined
from language.text import Words
from language.usage import opens, stands_alone
from language.words import word_set

WHOLE = word_set("topics.whole")
OPENERS = word_set("topics.openers")
OF = word_set("topics.of")
ALL = frozenset(["all", "both"])
EXCEPT = word_set("topics.except")
EXCEPTING = word_set("topics.excepting")


@dataclass
class Topic:
    """Some actions, where they are named, and the clauses about them."""

    refs: tuple[str, ...]
    how: How
    named: set[int] = field(default_factory=set[int])
    clauses: list[Clause] = field(default_factory=list)
    crowded: bool = False  # a clause of it names other actions too
    aside: bool = False  # named in passing, under a reminder for another action

    def name(self, mention: Mention) -> None:
        self.named.update(range(mention.first, mention.beyond))


def mentions_of(words: Words, single: Sequence[Mention], plan: KnownPlan) -> list[Mention]:
    """References, ranges and lists, and whole parts of the plan with their exceptions."""
    mentions = joined(words, single, plan)
    mentions = _less_exceptions(words, mentions)
    groups = [each for at in range(len(words.tokens)) if (each := _whole_part(words, at, plan))]
    for group in groups:
        mentions = with_exceptions(words, group, mentions)
    return sorted(mentions)


def with_exceptions(words: Words, group: Mention, mentions: Sequence[Mention]) -> list[Mention]:
    """The actions of a group but for those excepted, which stay only with news of their own."""
    excepted = _excepted(words, group, mentions)
    kept = tuple(ref for ref in group.refs if ref not in excepted)
    others = (each for each in mentions if not _inside(each, group))
    own = [each for each in others if not set(each.refs) <= excepted or _has_own_words(words, each)]
    return sorted([*own, group._replace(refs=kept)])


def _less_exceptions(words: Words, mentions: Sequence[Mention]) -> list[Mention]:
    """Read "1.1 to 1.4 on track other than 1.2": of the others."""
    found: list[Mention] = []
    for at, each in enumerate(mentions):
        after = mentions[at + 1] if at + 1 < len(mentions) else None
        if len(each.refs) > 1 and after and _is_exception(words, after, each):
            left = tuple(ref for ref in each.refs if ref not in after.refs)
            found.append(each._replace(refs=left or each.refs))
        else:
            found.append(each)
    return found


def _is_exception(words: Words, mention: Mention, whole: Mention) -> bool:
    leading = [words.norm(at) for at in range(mention.first - 3, mention.first)]
    excepts = not EXCEPTING.isdisjoint(leading) or leading[-2:] == ["other", "than"]
    return excepts and set(mention.refs) < set(whole.refs)


def topics_of(
    words: Words, clauses: Sequence[Clause], mentions: Sequence[Mention], about: Sequence[str]
) -> list[Topic]:
    """Give each clause to the references in it, else to those before, else to the reminder's."""
    borrowed = _borrowed(words, clauses, mentions, about)
    mentions = [each for each in mentions if each not in borrowed]
    topics: dict[tuple[str, ...], Topic] = {}
    current: Topic | None = None
    waiting: list[Clause] = []
    for at, clause in enumerate(clauses):
        named = [each for each in inside(mentions, clause) if each not in borrowed]
        if named:
            mention = named[0]
            current = topics.setdefault(mention.refs, Topic(mention.refs, mention.how))
            current.name(mention)
            current.crowded |= len(named) > 1
            leant = is_borrowed(words, mention) or (
                len(mentions) == 1 and words.norm(mention.first - 1) in EXCEPTING
            )
            current.aside |= leant or _in_passing(words, clause, mention, about)
            alone = len(mentions) == 1 and (not about or set(mention.refs) <= set(about))
            leading = _leading(waiting, clause, alone)
            if about and set(mention.refs).isdisjoint(about):
                leading = []  # "done, 7.4 too": what comes first is the reminder's
            current.clauses += leading
            waiting = waiting[: len(waiting) - len(leading)]
        heading = not named and _heads(words, clauses, mentions, at)
        (current.clauses if current and not heading else waiting).append(clause)
    return _replied(waiting, tuple(about), list(topics.values()))


def _heads(words: Words, clauses: Sequence[Clause], mentions: Sequence[Mention], at: int) -> bool:
    """Read "Complete - 1.1. Not started - 1.2": what opens a sentence that ends in its actions."""
    clause, after = clauses[at], clauses[at + 1 : at + 2]
    opens_it = at == 0 or clauses[at - 1].sentence != clause.sentence
    if not (opens_it and after and after[0].sentence == clause.sentence):
        return False
    ends_it = at + 2 >= len(clauses) or clauses[at + 2].sentence != clause.sentence
    held = inside(mentions, after[0])
    spans = [(each.first, each.beyond) for each in held]
    return (
        ends_it
        and spans == [(after[0].first, after[0].beyond)]
        and words.norm(clause.beyond) == "-"
    )


def _in_passing(words: Words, clause: Clause, mention: Mention, about: Sequence[str]) -> bool:
    """Under a reminder for another action: named, but not as what the clause opens with."""
    if not about or not set(mention.refs).isdisjoint(about):
        return False
    return not OPENERS.issuperset(words.norms(clause.first, mention.first))


def _borrowed(
    words: Words, clauses: Sequence[Clause], mentions: Sequence[Mention], about: Sequence[str]
) -> list[Mention]:
    """What is but leant on, where there is another action to tell of."""
    found = [
        each for clause in clauses for each in inside(mentions, clause) if is_borrowed(words, each)
    ]
    return found if about or len(found) < len(mentions) else []


def _leading(waiting: list[Clause], clause: Clause, alone: bool) -> list[Clause]:
    """What comes before a reference: of the same sentence, or all where it is the only one."""
    return waiting if alone else [each for each in waiting if each.sentence == clause.sentence]


def _replied(waiting: list[Clause], about: tuple[str, ...], topics: list[Topic]) -> list[Topic]:
    """What is told before any other reference, under a reminder, is of its actions."""
    free = not topics or (len(about) == 1 and all(each.refs != about for each in topics))
    if waiting and about and free:
        return [Topic(about, How.REPLIED, clauses=waiting), *topics]
    return topics


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
            return Mention(at, beyond, refs or (), How.PART)
    return None


def _whole_after(words: Words, at: int, plan: KnownPlan) -> Mention | None:
    """Read "HW3 all on track" and "BH1 is on track": what opens with the code of a part."""
    norm = words.norm(at)
    if norm not in plan.part_openings or not (norm[:1].isalnum() and opens(words, at)):
        return None
    for beyond in range(min(at + 3, len(words.tokens)), at, -1):
        code = "".join(words.norms(at, beyond))
        refs = plan.parts.get(code)
        if not refs or code in plan.refs or not stands_alone(words, at, beyond):
            continue
        whole = words.norm(beyond) in ALL or words.norm(beyond + 1) in ALL
        if whole or not (code.isdigit() or words.norm(beyond).isdigit()):
            return Mention(at, beyond, refs, How.PART)
    return None


def _excepted(words: Words, group: Mention, mentions: Sequence[Mention]) -> set[str]:
    after = [
        each
        for each in mentions
        if each.first >= group.beyond and set(each.refs) <= set(group.refs)
    ]
    found: set[str] = set()
    for each in after:
        leading = [words.norm(at) for at in range(max(group.beyond, each.first - 6), each.first)]
        if (
            any(norm in EXCEPTING for norm in leading)
            or leading[-2:] == ["but", "not"]
            or _has_own_words(words, each)
        ):
            found |= set(each.refs)
    return found


def _has_own_words(words: Words, mention: Mention) -> bool:
    after = words.norm(mention.beyond)
    return after not in ("", ".", "\n", ",", "!", "and", ";", "is", "are") or (
        words.norm(mention.beyond + 1) not in ("",) and after in ("is", "(", ",")
    )


def _inside(mention: Mention, group: Mention) -> bool:
    return group.first <= mention.first < group.beyond
