"""Whether an action's own end is said to be within reach: its day, its target or its figure.

"85% by March is out of reach", "so October is not achievable" and "we will fall short of twelve"
are verdicts, whatever noun they speak of, as long as it is what the action is to come to.
"""

import re
from collections.abc import Callable, Iterator
from functools import reduce
from operator import or_
from typing import NamedTuple

from domain.work import Status
from language.claims.directly import LIGHT
from language.claims.subjects import OUR, PARTS, SPEECH, About, Sentence
from language.clauses.struck_off import closing
from language.lexicon.patterns import fitting, pattern, sign_of_any
from language.lexicon.signs import Signs
from language.lexicon.words import word_set
from language.promises.cues import NEGATIONS
from language.promises.dating import GATHERINGS
from language.references.numerals import DIGITS
from language.references.titles import stem

OF_THE_AIM = (
    (pattern("reach.possible"), Status.ON_TRACK, Status.DELAYED),
    (pattern("reach.not_possible"), None, Status.DELAYED),
    (pattern("reach.impossible"), Status.DELAYED, None),
    (pattern("reach.doubtful"), Status.AT_RISK, Status.ON_TRACK),
    (pattern("reach.gone"), Status.DELAYED, None),
    (pattern("reach.hanging"), Status.AT_RISK, None),
    (pattern("reach.missed"), Status.DELAYED, None),
)
BY_US = (
    (pattern("reach.short"), Status.DELAYED),
    (pattern("reach.not_there"), Status.DELAYED),
    (pattern("reach.not_had"), Status.DELAYED),
    (pattern("reach.doubted"), Status.AT_RISK),
    (pattern("reach.uncounted"), Status.AT_RISK),
    (pattern("reach.sure"), Status.ON_TRACK),
)
BEYOND = pattern("reach.beyond")
CLOSED = pattern("reach.closed")
HALF = pattern("reach.half")
DROPPED = pattern("reach.dropped")
DONE_WORDS = word_set("under_way.done") | {"done", "complete", "in", "over", "out", "ready"}
BODIES = word_set("names.bodies") | word_set("reach.bodies")
OF_WHATEVER = (
    (pattern("reach.danger"), Status.AT_RISK),
    (pattern("reach.no_way"), Status.DELAYED),
    (pattern("reach.no_doubt"), Status.ON_TRACK),
)
UNTIL = frozenset(["until", "till", "unless", "without", "before", "if", "yet", "but"])
TARGETS = word_set("reach.targets")
ENDINGS = word_set("reach.endings")
LEADING = word_set("reach.leading")
TIMES = frozenset(["deadline", "date", "timescale", "timetable", "timescales", "deadlines"])
HOLDING = TARGETS | {"still", "remains", "remain", "stays", "stay", "within", "not"}
OF_SOMETHING = frozenset(["on", "for", "in", "at"])  # "it will be tight on the panel"
LEADING_UP = frozenset(["original", "agreed", "due", "target", "current", "planned", "end"])
OVER = frozenset(["gone", "receded", "averted", "lifted", "passed", "over", "removed"])
MISSING = frozenset(["miss", "missed", "missing", "slip", "slipping", "delay", "late", "fail"])
PERSONS = frozenset(["me", "him", "her", "us", "them"])
WHOM = frozenset(["everyone", "everybody", "anyone", "them", "every", "each", "two", "three"])
PASSED_OVER = (LIGHT | ENDINGS | OUR | NEGATIONS) - PERSONS
TO_COME = frozenset(["that", "to", "whether", "if", "for"])
ALREADY = TARGETS | {"there"}
COUNTING = word_set("deliverable.counts")
NEAR = 7  # tokens after what is said in which its aim stands


class Reached(NamedTuple):
    """What is said of the end from the token ``first`` to before ``beyond``.

    ``start`` to before ``end`` is the whole statement: a day in it is the one that is spoken of.
    """

    start: int
    first: int
    beyond: int
    end: int
    status: Status


def may_be_reached(signs: Signs) -> bool:
    """Whether a message that bears these signs may say so."""
    return bool(SIGN & signs)


def reached_in(sentence: Sentence) -> Iterator[Reached]:
    """Every place where it is said whether the end will be reached."""
    signs = sentence.signs
    if not may_be_reached(signs):
        return
    for sign, read in READERS:
        if sign & signs:
            yield from read(sentence)


def _by_us(sentence: Sentence) -> Iterator[Reached]:
    """Read "we will fall short of twelve"."""
    signs = sentence.signs
    for wording, status in fitting(BY_US, signs):
        for match in wording.all_in(sentence.low, signs):
            reached = _at(sentence, *sentence.span(match, sentence.first), status)
            ours = _is_ours(sentence, reached) and _names_no_other(sentence, match)
            if ours and _has_aim(sentence, reached):
                yield reached


def _names_no_other(sentence: Sentence, match: re.Match[str]) -> bool:
    """Read "won't have it adopted by May" as of the thing, but not "the room ready"."""
    said = " ".join(filter(None, match.groupdict().values())).split()
    return all(each in PASSED_OVER | WHOM or stem(each) in sentence.own for each in said)


def _of_whatever(sentence: Sentence) -> Iterator[Reached]:
    """Read "in danger of missing March"."""
    signs = sentence.signs
    for wording, status in fitting(OF_WHATEVER, signs):
        for match in wording.all_in(sentence.low, signs):
            reached = _at(sentence, *sentence.span(match, sentence.first), status)
            if _has_aim(sentence, reached) and not _is_over(sentence, reached):
                yield reached._replace(beyond=reached.end)


def _of_the_aim(sentence: Sentence) -> Iterator[Reached]:
    for wording, said, denied in fitting(OF_THE_AIM, sentence.signs):
        for match in wording.all_in(sentence.low, sentence.signs):
            status = denied if _is_denied(match) else said
            first, beyond = sentence.span(match, sentence.first)
            if (
                status
                and _is_said_of_aim(sentence, first, beyond)
                and (status is not Status.ON_TRACK or _holds(sentence, first, beyond))
            ):
                yield _at(sentence, first, beyond, status)


def _holds(sentence: Sentence, first: int, beyond: int) -> bool:
    """Read "the target remains achievable" as on track, but not "I'd say May is realistic"."""
    norms = sentence.words.norms(_start(sentence, first), beyond)
    return not HOLDING.isdisjoint(norms)


def _beyond_its_day(sentence: Sentence) -> Iterator[Reached]:
    """Read "this will run on beyond the April date", but not "takes us past the target of 200"."""
    for match in BEYOND.all_in(sentence.low, sentence.signs):
        reached = _at(sentence, *sentence.span(match, sentence.first), Status.DELAYED)
        if _leads_to_day(sentence, reached) and _is_ours(sentence, reached):
            yield reached


def _is_over(sentence: Sentence, reached: Reached) -> bool:
    """Read "the risk that it would not open has gone", "no chance of missing March" otherwise."""
    norms = sentence.words.norms(reached.first, sentence.beyond)
    if reached.status is Status.AT_RISK:
        return not OVER.isdisjoint(norms)
    return not MISSING.isdisjoint(norms) and "reason" not in norms


def _closed(sentence: Sentence) -> Iterator[Reached]:
    """Read "the board noted this as delivered" and "you can take it off the list" as complete."""
    for match in CLOSED.all_in(sentence.low, sentence.signs):
        status = closing(sentence.words, match.group())
        reached = _at(sentence, *sentence.span(match, sentence.first), status)
        subject = sentence.words.norms(reached.start, reached.first)
        may = not (OUR | BODIES | {"you"}).isdisjoint(subject)
        if may or sentence.is_own(reached.start, reached.first):
            yield reached


def _half_done(sentence: Sentence) -> Iterator[Reached]:
    """Read "the text is agreed, the signatures aren't" as under way."""
    for match in HALF.all_in(sentence.low, sentence.signs):
        reached = _at(sentence, *sentence.span(match, sentence.first), Status.IN_PROGRESS)
        before = sentence.words.norms(sentence.first, reached.first)
        if any(each in DONE_WORDS or each.endswith("ed") for each in before):
            yield reached


def _dropped(sentence: Sentence) -> Iterator[Reached]:
    """Read "the board agreed not to go on with it" as cancelled, not "with the second survey"."""
    for match in DROPPED.all_in(sentence.low, sentence.signs):
        reached = _at(sentence, *sentence.span(match, sentence.first), Status.CANCELLED)
        before = sentence.words.norms(reached.start, reached.first)
        after = sentence.words.norms(reached.beyond, sentence.beyond)
        if not (UNTIL.isdisjoint(after) and NEGATIONS.isdisjoint(before)):
            continue
        if sentence.words.norm(reached.beyond - 1) == "by":
            whole = TARGETS.isdisjoint(before) and sentence.is_own(reached.start, reached.first)
            ours = whole and sentence.dated.isdisjoint(range(reached.start, reached.first))
            ours = ours and not any(each.isdigit() or each in COUNTING for each in before)
        else:
            end = sentence.end(reached.beyond)
            who = not (OUR | BODIES | {"it"}).isdisjoint(before)
            ours = who and sentence.is_own(reached.beyond, end)
        if ours:
            yield reached


def _leads_to_day(sentence: Sentence, reached: Reached) -> bool:
    """Nothing of its own stands before the day that is passed."""
    for at in range(reached.beyond, reached.end):
        norm = sentence.words.norm(at)
        if at in sentence.dated or norm in TIMES:
            return True
        if norm not in LIGHT and norm not in LEADING_UP:
            return False
    return False


def _is_said_of_aim(sentence: Sentence, first: int, beyond: int) -> bool:
    start, after = _start(sentence, first), sentence.words.norm(beyond)
    if after not in TO_COME:
        return _is_aim(sentence, start, first, beyond)
    end = sentence.end(beyond + 1)  # "it is doubtful whether we get to 80%"
    ours = not OUR.isdisjoint(sentence.words.norms(beyond, end)) or after in ("to", "for")
    whole = sentence.is_own(start, first)
    return whole and ours and any(_aims(sentence, at) for at in range(beyond, end))


def _is_denied(match: re.Match[str]) -> bool:
    return any(match.groupdict().values())


def _at(sentence: Sentence, first: int, beyond: int, status: Status) -> Reached:
    return Reached(_start(sentence, first), first, beyond, _end(sentence, beyond), status)


def _start(sentence: Sentence, first: int) -> int:
    """Where the statement begins, after what only leads on to it: "which means that"."""
    start = sentence.start(first)
    while start < first and sentence.words.norm(start) in LEADING:
        start += 1
    return start


def _end(sentence: Sentence, beyond: int) -> int:
    return min(sentence.end(beyond), beyond + NEAR)


def _is_aim(sentence: Sentence, start: int, first: int, beyond: int) -> bool:
    """Whether what it is said of is the action, its day, its target or its figure."""
    norms = sentence.words.norms(start, first)
    if not (SPEECH | GATHERINGS | PARTS).isdisjoint(norms) or norms[:1] == ["what"]:
        return False
    if sentence.is_own(start, first):
        return norms != ["it"] or sentence.words.norm(beyond) not in OF_SOMETHING
    if norms[0] in ENDINGS or not TARGETS.isdisjoint(norms):
        return True
    return any(_aims(sentence, at) for at in range(start, first))


def _has_aim(sentence: Sentence, reached: Reached) -> bool:
    """Whether it goes on to a day, a figure of its own or a target; or to nothing else at all."""
    if not ALREADY.isdisjoint(sentence.words.norms(reached.first, reached.beyond)):
        return True
    for at in range(reached.beyond, reached.end):
        norm = sentence.words.norm(at)
        if norm in TARGETS or _aims(sentence, at):
            return True
        foreign = norm not in PASSED_OVER
        if foreign and sentence.words.tokens[at].kind == "word" and stem(norm) not in sentence.own:
            return False  # "confident about the match funding"
    return True


def _aims(sentence: Sentence, at: int) -> bool:
    """A day, or a figure that the title has as well; but not "two of the clinics"."""
    if at in sentence.dated:
        return True
    figure = DIGITS.get(sentence.words.norm(at), sentence.words.norm(at))
    counts = figure[:1].isdigit() or figure in COUNTING
    return counts and figure in sentence.own and sentence.words.norm(at + 1) != "of"


def _is_ours(sentence: Sentence, reached: Reached) -> bool:
    """Said by us, or of the action; not "the union will fall short of 40 votes"."""
    norms = sentence.words.norms(reached.start, reached.beyond)
    if not SPEECH.isdisjoint(norms):
        return False
    if not (OUR | {"us"}).isdisjoint(norms):
        return True
    return sentence.about(reached.first) is not About.OTHER


READERS: tuple[tuple[Signs, Callable[[Sentence], Iterator[Reached]]], ...] = (
    (sign_of_any(*(each[0] for each in OF_THE_AIM)), _of_the_aim),
    (BEYOND.sign, _beyond_its_day),
    (CLOSED.sign, _closed),
    (HALF.sign, _half_done),
    (DROPPED.sign, _dropped),
    (sign_of_any(*(each[0] for each in BY_US)), _by_us),
    (sign_of_any(*(each[0] for each in OF_WHATEVER)), _of_whatever),
)
SIGN = reduce(or_, (sign for sign, _ in READERS))
