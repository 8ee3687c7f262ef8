"""The day after which nothing is left: "last bin goes in on 3 May, then done"."""

from collections.abc import Iterator

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.passage import Passage
from language.clauses.splitting import Clause
from language.dates.calendar import Length
from language.dates.finding import Dated
from language.lexicon.patterns import pattern, sign_of_any
from language.lexicon.words import word_set
from language.promises.dating import Dating

THEN = pattern("closing.then")
SO = pattern("closing.so")
OVER = pattern("denied.over")
SIGN = sign_of_any(THEN, SO)
COMING = word_set("closing.coming")
DENIED = frozenset(["not", "no", "never", "won't", "wont", "can't", "cannot", "if", "unless"])
IT = frozenset(["it", "this", "that", "everything"])
ONCE = frozenset(["once", "when", "after", "as", "following"])
A_YEAR = Length(-1, "year")


def closes_then(dating: Dating) -> bool:
    """Whether what comes on this day is said to be the end of it.

    "Then it's done" is so of any day to come; "and that's it done" only after what is to come.
    """
    passage, clause, dated = dating.passage, dating.clause, dating.dated
    if not passage.words.signs & SIGN or not _is_to_come(dated, passage):
        return False
    if not DENIED.isdisjoint(dating.before):
        return False
    end = _end(passage, clause)
    if dated.beyond >= end:
        return False
    after = passage.words.span(dated.beyond, end)
    if THEN.match(after, passage.words.signs):
        return True
    ahead = passage.words.norms(clause.first, dated.first)
    if COMING.isdisjoint(ahead) or not SO.match(after, passage.words.signs):
        return False
    return not OVER.search(passage.words.span(clause.first, dated.first), passage.words.signs)


def _end(passage: Passage, clause: Clause) -> int:
    """Where the sentence of a clause ends, as far as it is about the action."""
    last = clause
    for each in passage.clauses_from(clause, 4):
        if each.sentence == clause.sentence and each.first <= last.beyond + 1:
            last = each
    return last.beyond


def _is_to_come(dated: Dated, passage: Passage) -> bool:
    day, today = dated.day, passage.today
    if day is None or day <= today:
        return False
    return not dated.said.yearless or (day - today) <= (today - A_YEAR.after(day))


def once_done(passage: Passage) -> Iterator[tuple[Clause, Dated]]:
    """Read "complete once Cabinet has signed it off on 4 May" as complete then."""
    for clause in passage.clauses:
        opening = passage.words.norm(clause.first)
        if opening not in ONCE or not clause.why:
            continue
        dates = passage.dates_of(clause)
        before = passage.before(clause)
        while before is not None and before.why:
            before = passage.before(before)  # "complete as soon as they have signed"
        ends = _ends(passage, clause) or (before is not None and _ends(passage, before))
        if ends and len(dates) == 1 and _is_to_come(dates[0], passage):
            yield clause, dates[0]


def _ends(passage: Passage, clause: Clause) -> bool:
    """Whether a clause says of the action that it will be complete, and nothing of today."""
    if not DENIED.isdisjoint(passage.norms(clause)):
        return False
    ends = (e for e in passage.claims_of(clause) if e.hit.term.status is Status.COMPLETE)
    may = "can" in passage.norms(clause)
    return any((e.promise or may) and (e.direct or _of_it(passage, e)) for e in ends)


def _of_it(passage: Passage, claim: Claim) -> bool:
    """Read "once they have agreed it will be complete" as of the action."""
    return not IT.isdisjoint(passage.words.norms(claim.hit.first - 4, claim.hit.first))
