"""A date where it stands, with the words around it."""

from collections.abc import Set
from dataclasses import dataclass
from itertools import pairwise

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.directly import LIGHT
from language.claims.passage import Passage
from language.clauses.caused import is_caused
from language.clauses.place import NONE_OF_THEM
from language.clauses.splitting import Clause
from language.dates.finding import Dated
from language.lexicon.once import once
from language.lexicon.words import word_set

FINISHING = word_set("forecasts.finishing")
GATHERINGS = word_set("forecasts.gatherings")  # which have days of their own
GOING = frozenset(["go", "goes", "going", "be", "being"])
PUTTING_OFF = frozenset([("put", "back"), ("put", "off"), ("set", "back"), ("knocked", "back")])
ADDED = frozenset(["another", "more", "extra", "further"])


@dataclass(eq=False)
class Dating:
    """A date where it stands: in which clause, of which passage."""

    passage: Passage
    clause: Clause
    dated: Dated

    @once
    def before(self) -> list[str]:
        """The words of the clause before the date, without the action's name."""
        return self._words(self.clause.first, self.dated.first)

    @once
    def said(self) -> list[str]:
        """The same with the action's name: "neither will be ready by May"."""
        return self.passage.words.norms(self.clause.first, self.dated.first)

    def around(self) -> list[str]:
        """The words near a length of time."""
        first = max(self.clause.first, self.dated.first - 6)
        near = self._words(first, min(self.clause.beyond, self.dated.beyond + 4))
        if self.alone:
            last = self.passage.before(self.clause)  # "7.3 delayed, 1 month"
            near += self._words(max(last.first, last.beyond - 3), last.beyond) if last else []
        own = self.passage.words.norms(self.dated.first, self.dated.beyond + 1)
        return [*near, "extra"] if not ADDED.isdisjoint(own) else near

    @property
    def alone(self) -> bool:
        """Nothing but light words stands beside it in its clause."""
        return all(each in LIGHT for each in without_dates(self.passage, self.clause))

    @property
    def possessive(self) -> bool:
        """Read "ten days' notice" as no slip."""
        words = self.passage.words
        return words.low[words.tokens[self.dated.beyond - 1].end - 1] == "'"

    @once
    def after(self) -> list[str]:
        """The next words of the clause after the date."""
        return self.passage.words.norms(
            self.dated.beyond, min(self.dated.beyond + 6, self.clause.beyond)
        )

    @property
    def span(self) -> list[str]:
        """The words of the date itself."""
        return self.passage.words.norms(self.dated.first, self.dated.beyond)

    @once
    def after_it(self) -> list[str]:
        """The words of the clause after the date, without the action's name."""
        return self._words(self.dated.beyond, min(self.dated.beyond + 8, self.clause.beyond))

    @property
    def to_be_done(self) -> bool:
        """Whether somebody "should have it done", as against what "should have been done"."""
        passage, span = self.passage, range(self.clause.first, self.dated.first)
        ahead = [self.dated.first] if self.dated.day and self.dated.day > passage.today else []
        return any(is_caused(passage.words, at, passage.about, ahead) for at in span)

    @once
    def own(self) -> list[str]:
        """The words before the date that neither name the action nor are of its title."""
        known = self.passage.about | self.passage.titled.at
        span = range(self.clause.first, self.dated.first)
        return [self.passage.words.norm(at) for at in span if at not in known]

    def _words(self, first: int, beyond: int) -> list[str]:
        """Without the action's name; "neither" and "none" name the actions and deny as well."""
        about, words = self.passage.about, self.passage.words
        norms = ((at, words.norm(at)) for at in range(first, beyond))
        return [norm for at, norm in norms if at not in about or norm in NONE_OF_THEM]


def without_dates(passage: Passage, clause: Clause, titled: Set[int] = frozenset()) -> list[str]:
    """The words of a clause that are neither a date nor the action's name."""
    dated = {at for each in passage.dates_of(clause) for at in range(each.first, each.beyond)}
    dated |= titled
    kept = (
        at
        for at in range(clause.first, clause.beyond)
        if at not in dated and at not in passage.about
    )
    return [passage.words.norm(at) for at in kept]


def plain_subject(norms: list[str]) -> bool:
    """Whether these words name nothing of their own that a date could be about."""
    return all(each in LIGHT or each in FINISHING or not each.isalpha() for each in norms)


def is_last(dating: Dating) -> bool:
    """Nothing but light words comes after it in its clause."""
    return all(each in LIGHT or not each.isalnum() for each in dating.after)


def puts_off(norms: list[str]) -> bool:
    """Read "put back from March to May" as moved, whatever stands between."""
    return not PUTTING_OFF.isdisjoint(pairwise(norms))


def follows_what_happened(dating: Dating, last: Clause) -> bool:
    """Read "approved by Cabinet, 12 November" as when that was: nothing else is told before it."""
    told = dating.passage.claims_of(last)
    if not told or any(each.isalpha() for each in dating.before):
        return False
    if dating.passage.words.norm(dating.dated.first - 1) == "(":
        return all(each.status is Status.COMPLETE for each in told)  # "done (December, as planned)"
    return all(_has_happened(each, dating.passage) for each in told)


def _has_happened(claim: Claim, passage: Passage) -> bool:
    """Read "signed" and "approved" as what came about, but not "goes live"."""
    done = claim.hit.term.strength == "event" and claim.status and not claim.promise
    return bool(done) and passage.words.norm(claim.hit.first - 1) not in GOING
