"""What stands in a message and is not said: taken back, quoted, or what somebody only asked.

"Amber - no, scratch that, green", "mine of May ("7.3 delayed") ... back on track", "the chair asked
whether 7.3 is late". It stays in the officer's words, and nothing is read from it.
"""

from collections.abc import Iterable, Iterator, Set

from language.clauses.late_but_over import lateness_over
from language.clauses.slips import slipped
from language.clauses.splitting import Marked
from language.clauses.tellings import Span, Told
from language.lexicon.patterns import Wording, pattern, sign_of_any
from language.lexicon.text import ENDS, Words, tokens_of
from language.references.finding import Mention

MARKER = pattern("unsaid.marker")
QUOTED = Wording.of(r'"[^"\n]{4,200}"')
ASKED = pattern("unsaid.asked")
MEANT_NOT = pattern("unsaid.meant_not")
DISOWNED = pattern("unsaid.disowned")
DENIED = pattern("unsaid.denied")
AFFIRMED = pattern("unsaid.affirmed")
SIGN = sign_of_any(MARKER, ASKED, MEANT_NOT)
AROUND = frozenset(['"', "?"])  # of what is quoted, and of one's own question
LEADING = frozenset(
    ["until", "till", "til", "to", "by", "for", "on", "in", "from", "now", "at", "is"]
)
GONE = "~"  # light, and no end of anything
MEANING = frozenset(
    ["i", "mean", "meant", "that", "is", "it", "was", "should", "be", ",", "-", "sorry"]
)


def without_unsaid(words: Words, marked: Marked) -> Words | None:
    """The same words with nothing where something is not said; None where all is."""
    over = lateness_over(words, tokens_of(marked.mentions))
    rest = _blanked(words, over, set(), "mark") if over else None
    if slips := slipped(rest or words, marked):
        rest = _blanked(rest or words, slips, set())
    return _without_taken_back(rest or words, marked) or rest


def _without_taken_back(words: Words, marked: Marked) -> Words | None:
    low, signs = words.low, words.signs
    if not signs & SIGN and AROUND.isdisjoint(words.said):
        return None
    asking = ASKED.search(low, signs)
    marker = MARKER.search(low, signs)
    quoting = '"' in words.said and QUOTED.search(low, signs)
    answered = "?" in words.said and (DENIED.search(low, signs) or AFFIRMED.search(low, signs))
    disowned = DISOWNED.search(low, signs)
    meant = MEANT_NOT.match(low, signs)
    if not (asking or marker or quoting or answered or disowned or meant):
        return None
    told = Told.of(words, marked)
    gone: set[int] = set()
    for match in QUOTED.all_in(low, signs) if quoting else ():
        gone |= _aside(told, told.span(match.start(), match.end()))
    for match in ASKED.all_in(low, signs):
        span = told.span(match.start(), match.end())
        gone |= _aside(told, Span(span.first, _sentence_end(words, span.beyond)))
    gone |= _own_answers(told, low) if answered else set()
    gone |= _disowned(told, told.span(*disowned.span())) if disowned else set()
    if meant:
        return _blanked(words, {*range(*told.span(*meant.span()))}, set())
    breaks: set[int] = set()
    for match in MARKER.all_in(low, signs):
        back = set(_taken_back(told, told.span(match.start(), match.end())))
        gone |= back
        breaks |= {min(back)} if back else set()
    return _blanked(words, gone, breaks) if gone else None


def _disowned(told: Told, span: Span) -> Set[int]:
    """Read "never mind what I put on Tuesday about May. ..." as what comes after it alone."""
    end = _sentence_end(told.words, span.beyond)
    more = any(each.kind == "word" for each in told.words.tokens[end:])
    return {at for at in range(span.first, end) if at not in told.named} if more else set()


def _sentence_end(words: Words, at: int) -> int:
    while at < len(words.tokens) and words.norm(at) not in ENDS:
        at += 1
    return at


def _aside(told: Told, span: Span) -> Set[int]:
    """What is told in a span, where something is told outside and after it, too."""
    if told.last < span.beyond or not told.tells(*span):
        return set()
    return {at for at in range(*span) if at not in told.named}


def _own_answers(told: Told, low: str) -> Set[int]:
    """Read "complete? No - on track" as on track, and "complete? Yes" as complete.

    A "no" that nothing is told after says enough by itself: "finished? Not by a long way".
    """
    gone: set[int] = set()
    for match in DENIED.all_in(low):
        end = told.span(match.start(), match.end()).first
        asked = range(told.sentence(end), end)
        if not told.status.isdisjoint(asked):
            if told.last < end:
                return set()
            gone.update(at for at in (*asked, end) if at not in told.named)
    for match in AFFIRMED.all_in(low):
        end = told.span(match.start(), match.end()).first
        if not told.status.isdisjoint(range(told.sentence(end), end)):
            gone.add(end)
    return gone


def _taken_back(told: Told, marker: Span) -> Iterable[int]:
    """The tokens that somebody takes back by a word for it, and that word."""
    before = max((each for each in told.mentions if each.beyond <= marker.first), default=None)
    after = min((each for each in told.mentions if each.first >= marker.beyond), default=None)
    gap = after.first if after else len(told.words.tokens)
    if told.tells(marker.beyond, gap) or (before and after and before.refs == after.refs):
        return _told_before(told, marker, before, gap)
    if before and after and len(before.refs) == len(after.refs) and _ends_there(told, after):
        start = range(before.first, before.beyond)
        return (*start, *range(*marker), *_meant(told.words, after.beyond))
    return ()


def _told_before(told: Told, marker: Span, before: Mention | None, gap: int) -> Iterator[int]:
    """What was told before, from the name of its action on; of a new day, only the old one."""
    start = before.beyond if before else 0
    if before and len(told.mentions) == 1 and not told.tells(start, marker.first):
        start = told.sentence(before.first)  # "I did say red for 7.3. Ignore it, we are fine"
    last = max((at for at in told.all if start <= at < marker.first), default=None)
    if last is None:
        return
    start = max(start, told.sentence(last))
    for kind in (told.dated, told.shares):
        only = kind and not (told.all - kind).intersection(range(marker.beyond, gap))
        old = [at for at in kind if start <= at < marker.first]
        if only and old and told.words.norm(marker.first - 1) != "?":
            start = min(old)
            start -= kind is told.shares  # its number
            while told.words.norm(start - 1) in LEADING:
                start -= 1
            break
    yield from (at for at in range(start, marker.beyond) if at not in told.named)


def _ends_there(told: Told, mention: Mention) -> bool:
    """Nothing is told of it until its sentence ends: "15.4 I mean"."""
    return not told.tells(mention.beyond, _sentence_end(told.words, mention.beyond))


def _meant(words: Words, at: int) -> Iterator[int]:
    """ "... I mean"."""
    while words.norm(at) in MEANING:
        yield at
        at += 1


def _blanked(words: Words, gone: Set[int], breaks: Set[int], kind: str = "gone") -> Words:
    """The same tokens in the same places, with nothing in those that are gone."""
    low = list(words.low)
    tokens = list(words.tokens)
    for at in gone:
        token = tokens[at]
        low[token.start : token.end] = " " * (token.end - token.start)
        tokens[at] = token._replace(norm="." if at in breaks else GONE, kind=kind)
    listed, figures = [each.norm for each in tokens], [at for at in words.figures if at not in gone]
    return Words.of(words.raw, "".join(low), tokens, listed, words.borne, figures)
