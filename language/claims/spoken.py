"""A message ready to be read, and what its clauses claim, each in the light of its neighbours."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from language.claims.as_planned import less_added
from language.claims.claimed import Claim, claims_in
from language.claims.directly import CONCLUDING, LIGHT
from language.claims.passage import inside
from language.claims.progress import tells_shares
from language.claims.topics import Topic
from language.clauses.asides import subject_before
from language.clauses.old_day.former import former_dates
from language.clauses.place import NONE_OF_THEM, Ground
from language.clauses.splitting import Clause, Marked
from language.lexicon.once import once
from language.lexicon.text import ENDS, Words, tokens_of
from language.lexicon.vocabulary import Hit, Term
from language.lexicon.words import word_set
from language.references.excepting import EXCEPTING
from language.references.finding import How
from language.references.titles import stem
from language.references.usage import DETERMINERS

VERBS = frozenset(["is", "are", "was", "were", "has", "have", "had", "will", "being", "been"])
IF = Term("if", "turn")
NAMING = (How.ORDINAL, How.TITLE)
EXCEPTION = Term("exception", "turn")
CHANGE = Term("change", "turn")
PAST = word_set("shared.used_to")
CONDITIONAL = frozenset(["when", "once", "if", "unless"])
WHOLE = (How.WHOLE, How.PART, How.MINE)
ADDING = frozenset(["as", "on", "according", "to"])  # "as planned", "on time"
COURSES = frozenset(["course", "track"])
HAPPENED = frozenset(["was", "were", "took", "been", "had", "held", "went", "came", "began"])
AHEAD = frozenset(["will", "to", "be", "being", "not", "need", "is", "are"])
NOT_IT = frozenset(["but", "though", "not", "just"])
TAIL = "status.tail"
OPENING = LIGHT | EXCEPTING  # before a name that is not told of for itself
SHORT = 4  # "I think so"
SOBER = frozenset(["realistically"])


@dataclass(eq=False)
class Spoken:
    """A message as typed, as meant, and with what was recognised in it."""

    typed: Words
    words: Words
    marked: Marked
    today: date
    slips: frozenset[int]
    _held: dict[Clause, Sequence[Hit]] = field(default_factory=dict, init=False)

    @once
    def _free(self) -> tuple[Hit, ...]:
        """The phrases that stand neither in a reference nor in a date; and "neither will make"."""
        taken = tokens_of(self.marked.dates, self.marked.mentions)
        return tuple([each for each in self.marked.hits if self._is_free(each, taken)])

    def _is_free(self, hit: Hit, taken: Set[int]) -> bool:
        told = hit.term.status is not None and self.words.norm(hit.first) in NONE_OF_THEM
        return told or hit.first not in taken

    @once
    def kinds(self) -> frozenset[str]:
        """What its phrases mean, whatever of it may count: most rules are about few of these."""
        return frozenset([each.term.value for each in self.marked.hits])

    @once
    def ends(self) -> list[int]:
        """Where sentences end."""
        return [at for at, norm in enumerate(self.words.listed) if norm in ENDS]

    @once
    def happened(self) -> list[int]:
        """Where something is told that was or went."""
        return [at for at, norm in enumerate(self.words.listed) if norm in HAPPENED]

    @once
    def dated(self) -> frozenset[int]:
        """The tokens of dates and lengths of time."""
        return tokens_of(self.marked.dates)

    @once
    def stems(self) -> list[str]:
        """Its words without their endings."""
        return [stem(norm.removesuffix("'s")) for norm in self.words.listed]

    @once
    def telling(self) -> frozenset[int]:
        """The tokens that tell a status or a day."""
        told = (each for each in self.marked.hits if each.term.status)
        return tokens_of(self.marked.dates, told)

    @once
    def read(self) -> frozenset[int]:
        """The tokens that were recognised as a phrase, a date or a reference."""
        return tokens_of(self.marked.dates, self.marked.mentions, self.marked.hits)

    @once
    def turns(self) -> tuple[int, ...]:
        """Where what counts comes after: "but", "so", "calling it"."""
        found = [each.first for each in self.marked.hits if each.term.value == "contrast"]
        if not CONCLUDING.isdisjoint(self.words.said):
            found += [at for at, norm in enumerate(self.words.listed) if norm in CONCLUDING]
        return tuple(sorted(found))

    @once
    def turned(self) -> tuple[tuple[int, str], ...]:
        """Where words stand that change a meaning, and of which kind they are."""
        turns = (each for each in self.marked.hits if each.term.strength == "turn")
        free = (each for each in turns if each.first not in self.dated)
        sober = (each for each in free if self.words.norm(each.first) not in SOBER)
        return tuple((each.first, each.term.value) for each in sober)

    @once
    def tells_shares(self) -> bool:
        """Whether a share of anything is said."""
        return tells_shares(self.words.low)

    @once
    def former(self) -> frozenset[int]:
        """Where the dates stand that used to hold."""
        return former_dates(self.words, self.marked.dates)

    @once
    def corrections(self) -> tuple[int, ...]:
        """Where somebody puts right what they said: "no wait", "I mean", "now"."""
        return tuple([each.first for each in self.marked.hits if each.term.rule == CHANGE.rule])

    def hits(self, clause: Clause) -> Sequence[Hit]:
        """Those in a clause, which is asked of most clauses several times."""
        held = self._held.get(clause)
        if held is None:
            held = self._held[clause] = inside(self._free, clause)
        return held


def claims_of(topic: Topic, spoken: Spoken) -> list[Claim]:
    """Every claim of a topic. A clause may be weakened by the one after or before it."""
    found: list[Claim] = []
    for at, (leading, clause, following) in enumerate(_neighbours(topic.clauses)):
        hits = spoken.hits(clause)
        if not any([each.term.status for each in hits]):
            continue
        near = [*_after(spoken, clause, following), *_before(spoken, clause, leading)]
        if topic.how in WHOLE or topic.how in NAMING or len(topic.refs) > 1:
            hits = [each for each in hits if not _excepts_actions(topic, spoken, each)]
        ground = Ground(spoken.words, clause, topic.named, topic.titled, spoken.dated)
        claims = claims_in(ground, hits, near)
        subject = subject_before(spoken.words, topic.clauses, at) or leading
        if subject is not None and _carries(spoken, topic, subject, clause):
            claims = [each._replace(direct=False) for each in claims]
        if leading is not None and _only_adds(spoken, leading, clause):
            claims = [each._replace(doubt=each.doubt or TAIL) for each in claims]
        found = less_added([*found, *claims], ground)
    return found


def _excepts_actions(topic: Topic, spoken: Spoken, hit: Hit) -> bool:
    """Read "all of 26 except 26.2" as of whole actions, but not "both done but for the loft"."""
    if hit.term.value != "exception":
        return False
    if topic.how in WHOLE:
        return True
    near = range(hit.beyond, hit.beyond + 3)
    return any(each.first in near for each in spoken.marked.mentions)


def _only_adds(spoken: Spoken, leading: Clause, clause: Clause) -> bool:
    """Read "it took effect on Friday, as planned" as no more than what took effect."""
    hits = spoken.hits(clause)
    alone = len(hits) == 1 and (hits[0].first, hits[0].beyond) == (clause.first, clause.beyond)
    if not alone or spoken.words.norm(clause.first) not in ADDING:
        return False
    if spoken.words.norm(clause.first + 1) in COURSES:
        return False  # "the draft went out on the 24th, on course"
    told = any(each.term.status for each in spoken.hits(leading))
    if leading.sentence != clause.sentence or told:
        return False
    if _has_happened(spoken, clause.first):
        return True
    return spoken.words.norm(clause.first) != "on" and _was_done(spoken, leading)


def _was_done(spoken: Spoken, clause: Clause) -> bool:
    """Read "the second station marked on Saturday" as what was done."""
    norms = spoken.words.norms(clause.first, clause.beyond)
    return AHEAD.isdisjoint(norms) and any(e.endswith("ed") and len(e) > 4 for e in norms)


def _has_happened(spoken: Spoken, at: int) -> bool:
    """Whether the sentence tells before this place of what was or went."""
    ended = bisect_left(spoken.ends, at)
    opening = spoken.ends[ended - 1] if ended else -1
    return bisect_left(spoken.happened, at) > bisect_left(spoken.happened, opening)


def _carries(spoken: Spoken, topic: Topic, leading: Clause, clause: Clause) -> bool:
    """Read "the module was written and is being rolled out": what is, is the module."""
    words = spoken.words
    if leading.sentence != clause.sentence or words.norm(clause.first) not in VERBS:
        return False
    telling = {each.first for each in spoken.hits(leading) if each.term.status}
    for at in range(leading.first, leading.beyond):
        if at in topic.named and words.norm(at + 1) not in DETERMINERS:
            return False
        if at in telling or words.norm(at) in VERBS:
            return False
        known = at in topic.named or at in topic.titled.at
        own = not known and words.norm(at) not in OPENING
        if own and words.tokens[at].kind == "word":
            return True
    return False


def _neighbours(
    clauses: Sequence[Clause],
) -> Iterator[tuple[Clause | None, Clause, Clause | None]]:
    return zip([None, *clauses], clauses, [*clauses[1:], None], strict=False)


def _before(spoken: Spoken, clause: Clause, leading: Clause | None) -> Iterator[Hit]:
    """ "If we get the money, ..."."""
    so = spoken.words.norm(clause.first) in CONCLUDING  # "as planned, so it is on track"
    if leading and not so and leading.why and leading.sentence == clause.sentence:
        for each in spoken.hits(leading):
            if each.first == leading.first and spoken.words.norm(each.first) in CONDITIONAL:
                yield each._replace(term=IF)


def _after(spoken: Spoken, clause: Clause, following: Clause | None) -> Iterator[Hit]:
    """Of the next clause: "subject to ...", "I think", but not "if that changes"."""
    if following is None or following.sentence != clause.sentence:
        return
    hits = spoken.hits(following)
    if following.why and _tells_past(spoken, clause):
        return
    if not following.why and any([each.term.status for each in hits]):
        return
    for each in hits:
        if _weakens(spoken, following, each):
            yield each
        elif _names_another(spoken, following, each):
            continue
        elif each.term.value == "negation" and _leaves_out(spoken, following, each):
            yield each._replace(term=EXCEPTION)


def _names_another(spoken: Spoken, clause: Clause, hit: Hit) -> bool:
    """Read "2.1 is finished, not 2.9" as of all of 2.1, in a plan without 2.4 as well."""
    another = spoken.words.norm(hit.beyond)
    whole, _, part = another.partition(".")
    return whole[:1].isdigit() and part.isdigit() and hit.beyond + 1 >= clause.beyond


def _leaves_out(spoken: Spoken, clause: Clause, hit: Hit) -> bool:
    """Read "on track, but not the website" as of the rest."""
    opens = hit.first <= clause.first + 1 and spoken.words.norm(clause.first) in NOT_IT
    return opens and clause.beyond - clause.first <= SHORT + 1


def _weakens(spoken: Spoken, clause: Clause, hit: Hit) -> bool:
    said = spoken.words.norm(hit.first)
    if hit.first == clause.first and said in CONDITIONAL:
        return not _tells_past(spoken, clause)
    match hit.term.value:
        case "exception":
            return True
        case "condition":
            return said not in ("if", "whether")
        case "hedge":
            return clause.beyond - clause.first <= SHORT
    return False


def _tells_past(spoken: Spoken, clause: Clause) -> bool:
    """Read "was completed when ...": it has happened, and that was when."""
    return not PAST.isdisjoint(spoken.words.norms(clause.first, clause.beyond))
