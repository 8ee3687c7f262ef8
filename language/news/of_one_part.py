"""How far a part is, which is not how far the action is: "data migration is 60% complete"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.work import Status
from language.claims.directly import LIGHT
from language.clauses.splitting import Clause
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.lexicon.words import word_set
from language.news.updates import Outcome
from language.references.titles import Heading, heading, stem

OF_A_PART = "percent.part"
SHARE = pattern("of_one_part.share")
WHOLES = word_set("of_one_part.wholes") | word_set("choosing.works")
PARTS = word_set("of_one_part.parts")
COPULAS = word_set("of_one_part.copulas")
OF = frozenset(["for", "of", "on", "in"])
LITTLE = 2  # words after "70% complete" that say nothing more
FEW = 5  # words that a subject without "is" may have: "cabling 70% complete"


def without_parts_share(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, under way and without the percentage, where that is of a named part of it."""
    if len(outcome.updates) != 1 or outcome.updates[0].percent is None:
        return outcome
    if not any(_is_of_a_part(each, outcome, scene) for each in outcome.topic.clauses):
        return outcome
    update = outcome.updates[0].model_copy(update={"percent": None})
    found = replace(outcome, updates=(update,))
    if update.status or update.forecast:
        return found
    return found.telling(Status.IN_PROGRESS, (*outcome.doubts, OF_A_PART))


def _is_of_a_part(clause: Clause, outcome: Outcome, scene: Heard) -> bool:
    match = SHARE.search(_told(clause, outcome, scene), scene.words.signs)
    subject = _subject(match["subject"].split()) if match else []
    if match is None or not subject:
        return False
    more = _tells_more(clause, match, outcome) or not PARTS.isdisjoint(subject)
    return more and _names_a_part(subject, outcome, scene)


def _told(clause: Clause, outcome: Outcome, scene: Heard) -> str:
    """What is told after the action's name; and of what of it, in "migration for 7.3 is ..."."""
    words = scene.words
    named = [at for at in outcome.topic.named if clause.first <= at < clause.beyond]
    if not named:
        return words.span(clause.first, clause.beyond)
    rest = words.span(max(named) + 1, clause.beyond) if max(named) + 1 < clause.beyond else ""
    led = words.norm(min(named) - 1) in OF and min(named) - 1 > clause.first
    return f"{words.span(clause.first, min(named))} {rest}" if led else rest


def _tells_more(clause: Clause, match: re.Match[str], outcome: Outcome) -> bool:
    """Read "7.3 dashboard 35% built" as all that there is to tell of it: as so much of it."""
    others = any(
        each.sentence >= clause.sentence for each in outcome.topic.clauses if each != clause
    )
    return others or len(match.string[match.end() :].split()) > LITTLE


def _subject(said: Sequence[str]) -> list[str]:
    """What is so far along: nothing where no word says of what, or a verb does."""
    norms = [each.strip(",.:;-–()'\"") for each in said]
    kept = [each for each in norms if each]
    is_so = False
    while kept and (kept[-1] in COPULAS or kept[-1].endswith("ly")):
        is_so = is_so or kept[-1] in ("is", "are", "stands")
        kept.pop()
    return kept if is_so or len(kept) < FEW else []


def _names_a_part(subject: Sequence[str], outcome: Outcome, scene: Heard) -> bool:
    """Its last word is neither the action nor its work, or another says that it is a part."""
    title = heading(scene.plan.standings[outcome.topic.refs[0]].title)
    own = [each for each in subject if each not in LIGHT]
    if not own or not own[-1].replace("-", "").isalpha() or own[-1].endswith("ed"):
        return False
    telling = own[-2:] if own[-1] in WHOLES else own[-1:]  # "survey work", but "lamp fitting"
    foreign = any(_is_foreign(each, title) for each in telling if each not in WHOLES)
    return foreign or not PARTS.isdisjoint(own)


def _is_foreign(norm: str, title: Heading) -> bool:
    """A word that the title has not: neither what is done, nor to what."""
    return stem(norm) not in title.stems and not (title.deed and norm.startswith(title.deed))
