"""The questions in a message, sentence by sentence."""

import re
from collections.abc import Sequence

from domain.intents import Asked, Query
from language.claims.passage import inside
from language.clauses.asking_next import ASIDE, BY_YOUR_LEAVE
from language.clauses.splitting import Clause
from language.hearing.heard import Heard
from language.lexicon.patterns import Wording, pattern, sign_of_any
from language.lexicon.signs import Signs
from language.lexicon.text import Placed, tokens_of
from language.lexicon.words import word_set
from language.news.guess import FEW, guess
from language.orders.asked_parts import is_part_alone
from language.orders.asking import is_question
from language.orders.questions import HELP, HISTORY, query_of
from language.references.finding import How, Mention

# "Can we have until March?" is a wish, to be confirmed.
LEAVE = Wording.of(
    r"\W*(?:\w+ )?(?:is there )?any (?:chance|hope|possibility|scope|room) (?:of|for|to|we|i)"
    r" (?!(?:a |the |an )?(?:list|summary|update|look|word|copy|overview|answer|you)\b)"
    r"(?:(?:us |me )?(?:a|an|one|two|three|another|extra|more|some|\d+|until|till|longer|have|get"
    r"|take|keep|(?:get|hav|tak|push|mov|extend|putt|giv|shift|defer|delay|slipp|bump)ing|extension)"
    r"|we|i)\b|"
    r"\W*(?:\w+ )?(?:can|could|may|might|shall|would|is it ok(?:ay)?)"
    r" (?:we|i|this|it|that|if|to)\b(?! (?:see|know|ask|get a|have a|find))"
)
OF_UNDOING = pattern("questions.of_undoing")
OF_REPORTING = pattern("questions.of_reporting")
SUPPOSING = pattern("questions.supposing")
TURNED = pattern("questions.turned")
OF_THE_BOT = sign_of_any(OF_UNDOING, OF_REPORTING, TURNED)
OF_IT = frozenset(["it", "this", "that", "deadline", "date", "due"])
ASKS_WHO = re.compile(r"\W*(?:and |so |but )?(?:who|whose)\b")
CLEFT = re.compile(  # "what is outstanding is their approval"
    r"\W*(?:and |but |so )?what"
    r"(?:'s| (?:is|are|has|have|remains?|we|i|it|they|was|had|still|now|did))"
    r"\b[^?]*? (?:is|are|was|were|has been|have been|will be)(?: now| still| simply| only)?"
    r" (?:the|a|an|our|their|that|to|its|this|for|my|two|three|one|final|some|getting|how)\b[^?]*\Z"
)
WHICH = re.compile(  # of several actions; "which is fine" is of what was said before
    r"which (?:are|have|haven'?t|aren'?t|need|were|has|hasn'?t|is (?:due|overdue|late|next|mine))\b"
)
COMPLAINT = pattern("questions.complaint")
VERDICT = 5  # words
SHOWN = pattern("asked.shown")
ASKING_WORDS = word_set("asked.words")
ASKS_OUTRIGHT = pattern("asked.asks_outright")


def questions_in(scene: Heard) -> tuple[tuple[Query, ...], frozenset[int]]:
    """What is asked, and which sentences ask it."""
    found: list[Query] = []
    asking: set[int] = set()
    for at, sentence in enumerate(scene.sentences):
        if _complains(scene, sentence) or _asks_aside(scene, at):
            asking.add(sentence[0].sentence)
            continue
        queries = _asked(scene, sentence)
        if queries and not _answered_at_once(scene, at):
            found += [each for each in queries if each not in found]
            asking.add(sentence[0].sentence)
    return tuple(found), frozenset(asking)


def _complains(scene: Heard, sentence: tuple[Clause, ...]) -> bool:
    """Read "1.1 opened in May! Why is it still showing?" as told, beside what is told."""
    if len(scene.sentences) == 1 or not COMPLAINT.sign & scene.words.signs:
        return False
    if any(scene.mentions_in(each) for each in sentence):
        return False
    low = scene.words.span(sentence[0].first, sentence[-1].beyond)
    return COMPLAINT.match(low, scene.words.signs) is not None


def _asks_aside(scene: Heard, at: int) -> bool:
    """Read "7.3 done, who do I send it to?" as told: what is asked beside it is not of the plan."""
    sentence = scene.sentences[at]
    if not at or not ASIDE.sign & scene.words.signs:
        return False
    if any(scene.mentions_in(each) for each in sentence):
        return False
    low = scene.words.span(sentence[0].first, sentence[-1].beyond)
    if ASIDE.match(low, scene.words.signs) is None:
        return False
    return any(not each[0].asks and _is_told(scene, each) for each in scene.sentences[:at])


def _answered_at_once(scene: Heard, at: int) -> bool:
    """Read "1.1 who would ever finish that? Ongoing!" as told: a verdict and no more follows."""
    after = scene.sentences[at + 1 :]
    if len(after) != 1 or after[0][0].asks or not _is_told(scene, after[0]):
        return False
    few = after[0][-1].beyond - after[0][0].first <= VERDICT
    return few and not any(scene.mentions_in(each) for each in after[0])


def may_ask(scene: Heard, named: Placed) -> bool:
    """Whether it asks something, whatever action is named by these tokens."""
    for each in scene.sentences:
        low, signs = scene.words.span(each[0].first, each[-1].beyond), scene.signs_of(each)
        alone = named.first <= each[0].first and each[-1].beyond <= named.beyond
        if alone or each[0].asks or _of_the_bot(low, signs) or is_question(low, False, signs):
            return True
    return False


def unanswered(scene: Heard, asking: frozenset[int]) -> bool:
    """Whether something is asked of which no question could be made."""
    places = enumerate(scene.sentences)
    open_ones = [at for at, e in places if e[0].asks and e[0].sentence not in asking]
    if any(_answered_at_once(scene, at) and _asked(scene, scene.sentences[at]) for at in open_ones):
        return True
    left = [scene.sentences[at] for at in open_ones]
    spans = ((scene.words.span(e[0].first, e[-1].beyond), scene.signs_of(e)) for e in left)
    return bool(left) and any(is_question(low, True, signs) for low, signs in spans)


def _asked(scene: Heard, sentence: tuple[Clause, ...]) -> list[Query]:
    tokens, signs = scene.words.tokens, scene.signs_of(sentence)
    first, beyond = _opening(scene, sentence), sentence[-1].beyond
    start, end = tokens[first].start, tokens[beyond - 1].end
    mentions = [each for clause in sentence for each in scene.mentions_in(clause)]
    refs = [ref for each in mentions if each.how is not How.MINE for ref in each.refs]
    if _of_the_bot(scene.words.low[start:end], signs):
        return [Query(what=Asked.HELP)]
    if not refs and HELP.match(scene.words.low[start:end], signs):
        return [Query(what=Asked.HELP)] if _asks(scene, sentence, mentions, refs, signs) else []
    if not refs and BY_YOUR_LEAVE.match(scene.words.low[start:end], signs) and _told(scene, first):
        return []  # "delayed to June, is that alright?": the news waits for the answer
    if not _asks(scene, sentence, mentions, refs, signs):
        return []
    dates = [each for clause in sentence for each in inside(scene.marked.dates, clause)]

    def of(named: Sequence[str]) -> list[Query]:
        span = (first, beyond)
        return query_of(scene.words, scene.typed, span, named, dates, scene.plan, scene.today)

    found = of(refs or _replied(scene, start, end))
    if refs or not all(map(_is_of_the_plan, found)):
        return found
    titled = _titled(scene, sentence)
    if not titled and ASKS_WHO.match(scene.words.low[start:end]):
        return []  # of something that no title speaks of
    return of(titled) if titled else found


def _told(scene: Heard, before: int) -> bool:
    sentences = [each for each in scene.sentences if each[0].first < before]
    return any(_is_told(scene, each) for each in sentences)


def _opening(scene: Heard, sentence: Sequence[Clause]) -> int:
    """Where a sentence begins: in "which are late?" with a word that elsewhere parts clauses."""
    first = sentence[0].first
    asks = first == 1 and scene.words.norm(0) == "which" and not scene.marked.mentions
    return first - 1 if asks and WHICH.match(scene.words.low) else first


def _is_of_the_plan(query: Query) -> bool:
    """How things stand, or go, in all of it: asked where nothing narrower was understood."""
    return query in (Query(what=Asked.STATUS), Query(what=Asked.CHANGES))


def _titled(scene: Heard, sentence: Sequence[Clause]) -> Sequence[str]:
    """Whose title has the words of the question, if few do: "who has the parking survey?"."""
    words = scene.words
    asking = {at for each in sentence for at in each.span if words.norm(at) in ASKING_WORDS}
    likely = guess(words, sentence, asking, scene.plan, (), None)
    if likely.clear:
        return likely.refs[:1]
    return likely.refs[: likely.close] if likely.hits > 1 and likely.close <= FEW else ()


def _of_the_bot(low: str, signs: Signs) -> bool:
    """Read "if I mark 7.3 complete can I change it back?" as asking how this works."""
    if not signs & OF_THE_BOT:
        return False
    if OF_UNDOING.search(low, signs) or OF_REPORTING.search(low, signs):
        return True
    supposing = SUPPOSING.search(low, signs) if TURNED.sign & signs else None
    return bool(supposing and TURNED.search(low[: supposing.start()] + low[supposing.end() :]))


def _asks(
    scene: Heard,
    sentence: tuple[Clause, ...],
    mentions: Sequence[Mention],
    refs: Sequence[str],
    signs: Signs,
) -> bool:
    """A question; or a lone reference: "7.3?" of anybody, "7.3" of one who may only ask."""
    first, beyond = _opening(scene, sentence), sentence[-1].beyond
    named = tokens_of(mentions)
    if refs and named >= set(range(first, beyond)):
        alone = len(scene.clauses) == 1 and not any(map(scene.speaker.may_update, refs))
        return sentence[0].asks or alone
    low = scene.words.span(first, beyond)
    if refs and sentence[0].asks and _are_others(scene, refs):
        return True
    if not is_question(low, sentence[0].asks, signs):
        return len(scene.sentences) == 1 and not scene.named and _names_a_part(scene, low)
    if SHOWN.match(low, signs) and _is_told(scene, sentence):
        return False
    if not sentence[0].asks and CLEFT.match(low):
        return False
    if LEAVE.match(low) and (refs or scene.message.about) and _is_dated(scene, sentence):
        return False
    if scene.message.about and not (sentence[0].asks or ASKS_OUTRIGHT.match(low)):
        return False  # "Overall: green." answers a reminder
    return sentence[0].asks or not (scene.named and _declares(scene, low, sentence))


def _are_others(scene: Heard, refs: Sequence[str]) -> bool:
    """Read "7.3 on track?" as asked, where it is all that a chair says of what others own."""
    return len(scene.sentences) == 1 and not any(ref in scene.speaker.own for ref in refs)


def _names_a_part(scene: Heard, low: str) -> bool:
    return is_part_alone(low, scene.sentences[0][0].asks, scene.plan)


def _is_dated(scene: Heard, sentence: tuple[Clause, ...]) -> bool:
    return any(inside(scene.marked.dates, clause) for clause in sentence)


def _declares(scene: Heard, low: str, sentence: tuple[Clause, ...]) -> bool:
    """Read "status of 7.3 is green" as news, though it opens as a question would."""
    return (_is_told(scene, sentence) or "%" in low) and not ASKS_OUTRIGHT.match(low)


def _is_told(scene: Heard, sentence: tuple[Clause, ...]) -> bool:
    """A status stands in it in so many words."""
    return any(
        each.term.status and each.term.strength in ("said", "label", "mark", "local")
        for clause in sentence
        for each in inside(scene.marked.hits, clause)
    )


def _replied(scene: Heard, start: int, end: int) -> list[str]:
    """Under a reminder "when is it due?" and "what did I say?" are about its action."""
    low = scene.words.low[start:end]
    if HISTORY.search(low, scene.words.signs) and len(scene.named) == 1:
        return list(scene.named)
    if len(scene.message.about) == 1 and not OF_IT.isdisjoint(re.findall(r"[a-z]+", low)):
        return list(scene.message.about)
    return []
