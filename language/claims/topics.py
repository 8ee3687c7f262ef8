"""Who or what each clause is about: the reference in it, the one before, or the reminder's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from language.claims.passage import inside
from language.clauses.place import UNTITLED, Titled
from language.clauses.splitting import Clause
from language.lexicon.text import Words
from language.lexicon.words import word_set
from language.references.borrowed import BORROWING, is_borrowed
from language.references.excepting import exception_at, less_exceptions, with_exceptions
from language.references.finding import SURE, How, Mention
from language.references.known import KnownPlan
from language.references.lists import joined, listed

REST = frozenset(["rest", "remaining", "other", "others"])
OPENERS = word_set("topics.openers")
JOINED = frozenset(["on", "with", "by", "for", "to", "from", "into", "of", "until"])
OF_WHAT_IS_LEFT = frozenset(["that's", "thats", "that", "it's", "its", "it", "is", "which"])
UNTIL = word_set("shared.until")
HEADED = frozenset(["update", "updates", "report", "return", "summary", "round", "position"])
HEADING = HEADED | word_set("references.days") | word_set("topics.heading")
BEING = frozenset(["is", "are", "have", "was", "has", "isn't", "hasn't", "should", "will"])


@dataclass
class Topic:
    """Some actions, where they are named, and the clauses about them."""

    refs: tuple[str, ...]
    how: How
    named: set[int] = field(default_factory=set[int])
    clauses: list[Clause] = field(default_factory=list)
    crowded: bool = False  # a clause of it names other actions too
    aside: bool = False  # named in passing, under a reminder for another action
    titled: Titled = UNTITLED
    excepted: bool = False  # named as what something else is not said of

    def name(self, mention: Mention) -> None:
        self.named.update(range(mention.first, mention.beyond))


def mentions_of(
    words: Words, single: Sequence[Mention], plan: KnownPlan, wholes: Sequence[Mention]
) -> list[Mention]:
    """References, ranges and lists, and whole parts of the plan with their exceptions."""
    mentions = joined(words, single, plan)
    mentions = less_exceptions(words, mentions)
    for group in wholes:
        mentions = with_exceptions(words, _less_told(words, group, mentions), mentions)
    return _with_wholes(words, sorted(mentions)) if wholes else sorted(mentions)


def _less_told(words: Words, whole: Mention, mentions: Sequence[Mention]) -> Mention:
    """Read "7.3 green, rest of 7 amber" as of those that are not told of by themselves."""
    if REST.isdisjoint(words.norms(whole.first, whole.beyond)):
        return whole
    told = {ref for each in mentions if each.beyond <= whole.first for ref in each.refs}
    return whole._replace(refs=tuple(ref for ref in whole.refs if ref not in told))


def _with_wholes(words: Words, mentions: Sequence[Mention]) -> list[Mention]:
    """Read "all of 2 and 3.1" as one list."""
    found: list[Mention] = []
    for each in mentions:
        last = found[-1] if found else None
        whole = last and {last.how, each.how} & {How.WHOLE, How.PART}
        between = tuple(words.norms(last.beyond, each.first)) if last else ()
        if last and whole and between and listed(words, last, between):
            refs = tuple(dict.fromkeys((*last.refs, *each.refs)))
            how = How.WHOLE if {last.how, each.how} <= SURE else How.PART
            found[-1] = Mention(last.first, each.beyond, refs, how)
        else:
            found.append(each)
    return found


def topics_of(
    words: Words, clauses: Sequence[Clause], mentions: Sequence[Mention], about: Sequence[str]
) -> list[Topic]:
    """Give each clause to the references in it, else to those before, else to the reminder's."""
    borrowed = _borrowed(words, clauses, mentions, about)
    led_on = set(_led_on(words, [*borrowed, *_leant_on(words, clauses, mentions)]))
    mentions = [each for each in mentions if each not in borrowed]
    topics: dict[tuple[str, ...], Topic] = {}
    current: Topic | None = None
    left: Mention | None = None  # "all bar 1.2 on track, that's late"
    waiting: list[Clause] = []
    for at, clause in enumerate(clauses):
        named = [each for each in inside(mentions, clause) if each not in borrowed]
        if not named and clause.first in led_on:
            continue  # "1.2 depends on 1.1, which is done" tells nothing of 1.2
        if not (named or current) and (
            _is_until(words, clause, borrowed) or (at == 0 and _is_heading(words, clause))
        ):
            continue
        if left and not named and words.norm(clause.first) in OF_WHAT_IS_LEFT:
            current = topics.setdefault(left.refs, Topic(left.refs, left.how))
            current.name(left)
        if named:
            mention = named[0]
            current = topics.setdefault(mention.refs, Topic(mention.refs, mention.how))
            current.name(mention)
            told = {each.refs for each in named if exception_at(words, each.first) is None}
            current.crowded |= len(told) > 1
            left = next((each for each in named[1:] if exception_at(words, each.first)), None)
            if left and words.norm(left.beyond) in BEING:
                current.name(left)  # "everything bar the last one is done"
            current.crowded |= not led_on.isdisjoint(clause.span)
            excepted = exception_at(words, mention.first) is not None
            current.excepted |= excepted
            leant = is_borrowed(words, mention) or (excepted and len(mentions) == 1)
            current.aside |= leant or _in_passing(words, clause, mention, about)
            alone = len(mentions) == 1 and (not about or set(mention.refs) <= set(about))
            leading = _leading(waiting, clause, alone)
            if about and set(mention.refs).isdisjoint(about) and not _corrected(words):
                leading = []  # "done, 7.4 too": what comes first is the reminder's
            current.clauses += leading
            waiting = waiting[: len(waiting) - len(leading)]
        heading = not named and (
            _heads(words, clauses, mentions, at) or _is_bracketed(words, clauses, mentions, at)
        )
        (current.clauses if current and not heading else waiting).append(clause)
    return _replied(waiting, tuple(about), list(topics.values()))


def _is_until(words: Words, clause: Clause, borrowed: Sequence[Mention]) -> bool:
    """Read "until 1.1 is done 1.2 is stuck" as no word that 1.2 is done."""
    return words.norm(clause.first) in UNTIL and bool(inside(borrowed, clause))


def _is_heading(words: Words, clause: Clause) -> bool:
    """Read "November update - 1.1 complete" as of no day by which it is."""
    norms = {*words.norms(clause.first, clause.beyond)}
    return norms <= HEADING and not norms.isdisjoint(HEADED) and words.norm(clause.beyond) in "-:"


def _corrected(words: Words) -> bool:
    """Read "2.2 done - sorry, I mean 2.1" as of 2.1: the first is taken back."""
    return any(each.kind == "gone" for each in words.tokens)


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


def _is_bracketed(
    words: Words, clauses: Sequence[Clause], mentions: Sequence[Mention], at: int
) -> bool:
    """Read "the hall is let (1.1)" as of what stands in brackets after it."""
    if "(" not in words.said:
        return False
    sentence = clauses[at].sentence
    beside = [each for each in clauses if each.sentence == sentence]
    named = [each for clause in beside for each in inside(mentions, clause)]
    closed = [words.norm(m.first - 1) == "(" and words.norm(m.beyond) == ")" for m in named]
    if not (all(closed) and any(each.first > clauses[at].first for each in named)):
        return False
    if named[0].first <= beside[0].first + 1:
        return False  # "(1.1) complete (1.2) late": each stands before its news
    last = max(each.first for each in named)
    ends = all(each.first <= last for each in beside)
    # "handrails (1.1) done, wardens (1.2) late": each name stands in the midst of its news.
    return ends or words.norm(clauses[at].beyond) == "("


def _in_passing(words: Words, clause: Clause, mention: Mention, about: Sequence[str]) -> bool:
    """Under a reminder for another action: named, but not as what the clause opens with."""
    if not about or not set(mention.refs).isdisjoint(about):
        return False
    return not OPENERS.issuperset(words.norms(clause.first, mention.first))


def _borrowed(
    words: Words, clauses: Sequence[Clause], mentions: Sequence[Mention], about: Sequence[str]
) -> list[Mention]:
    """What is but leant on, where there is another action to tell of."""
    if BORROWING.isdisjoint(words.said):
        return []
    found = [
        each for clause in clauses for each in inside(mentions, clause) if is_borrowed(words, each)
    ]
    return found if about or len(found) < len(mentions) else []


def _leant_on(
    words: Words, clauses: Sequence[Clause], mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """What a clause about another action waits on: "1.2 depends on 1.1"."""
    for clause in clauses:
        for each in inside(mentions, clause)[1:]:
            if words.norm(each.first - 1) in JOINED:
                yield each


def _led_on(words: Words, borrowed: Sequence[Mention]) -> Iterator[int]:
    """Where "which is" goes on about what is but leant on: "waits for 1.1, which is late"."""
    for each in borrowed:
        at = each.beyond + (words.norm(each.beyond) == ",")
        if words.norm(at) == "which" and words.norm(at + 1) in BEING:
            yield from (at, at + 1)


def _leading(waiting: list[Clause], clause: Clause, alone: bool) -> list[Clause]:
    """What comes before a reference: of the same sentence, or all where it is the only one."""
    return waiting if alone else [each for each in waiting if each.sentence == clause.sentence]


def _replied(waiting: list[Clause], about: tuple[str, ...], topics: list[Topic]) -> list[Topic]:
    """What is told before any other reference, under a reminder, is of its actions."""
    free = not topics or (len(about) == 1 and all(each.refs != about for each in topics))
    if waiting and about and free:
        return [Topic(about, How.REPLIED, clauses=waiting), *topics]
    return topics
