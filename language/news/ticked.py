"""A deed told in the words of the title, with a tick: "guide written & on the website ✅"."""

from dataclasses import replace

from domain.work import Status
from language.claims.directly import LIGHT
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.updates import Outcome
from language.references.titles import COMMON, Heading, heading, stem
from language.verdicts.title_words import numbers_in

OF_THE_WORDS = frozenset(["status.part", "form.tail", "status.event"])
BY_THEM = pattern("ticked.by_them")
ALL_UP = pattern("ticked.all_up")
MORE = pattern("ticked.more")
ENDINGS = ("ed", "en", "nt", "ld", "pt", "un", "et")  # "fitted", "written", "sent", "held", "kept"
FEW = 2  # telling words, of which one is the deed


def as_ticked(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, but without a doubt that it is but a part, where it is all that the title asks."""
    if not outcome.doubts or not OF_THE_WORDS.issuperset(outcome.doubts):
        return outcome
    if len(outcome.topic.refs) != 1 or outcome.updates[0].status is not Status.COMPLETE:
        return outcome
    last = outcome.claims[-1] if outcome.claims else None
    if last is None or last.hit.term.strength != "mark" or last.status is not Status.COMPLETE:
        return outcome
    whole = _is_all_of_it(outcome, scene) or _is_by_all(outcome, scene)
    return replace(outcome, doubts=()) if whole else outcome


def _is_all_of_it(outcome: Outcome, scene: Heard) -> bool:
    title = scene.plan.standings[outcome.topic.refs[0]].title
    asked = heading(title)
    spoken = [
        each
        for clause in outcome.topic.clauses
        for each in scene.words.tokens[clause.first : clause.beyond]
        if each.norm not in LIGHT and each.norm not in COMMON and each.kind in ("word", "number")
    ]
    named = {at for each in outcome.topic.named for at in [scene.words.norm(each)]}
    told = [each.norm for each in spoken if each.norm not in named]
    counts = {each for each in told if each[:1].isdigit()}
    said = {stem(each) for each in told} - counts
    done = any(stem(each) == stem(asked.deed) and each.endswith(ENDINGS) for each in told)
    return done and counts <= numbers_in(title) and _covers(said, asked)


def _is_by_all(outcome: Outcome, scene: Heard) -> bool:
    """Read "signed by health + housing ✅" and "all out to the schools ✅" as all of it."""
    if len(outcome.topic.clauses) != 1:
        return False
    clause, signs = outcome.topic.clauses[0], scene.words.signs
    said = scene.words.span(clause.first, clause.beyond)
    asked = heading(scene.plan.standings[outcome.topic.refs[0]].title)
    if MORE.search(said, signs) or not numbers_in(said) <= numbers_in(" ".join(asked.stems)):
        return False
    by_them = BY_THEM.match(said, signs)
    if by_them is not None:
        return stem(by_them["deed"]).startswith(stem(asked.deed))
    return ALL_UP.match(said, signs) is not None


def _covers(said: set[str], asked: Heading) -> bool:
    """Nothing else is told of; and every part of it, where the title has several."""
    if len(said) < FEW or not said <= asked.stems | {stem(asked.deed)}:
        return False
    return asked.head in said if not asked.several else asked.stems <= said
