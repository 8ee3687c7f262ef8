"""A step on the way to what the title asks for: "architect appointed", "business case to board".

It is under way, whatever is done of the step; to be confirmed.
"""

from collections.abc import Iterator

from domain.work import Status
from language.clauses.splitting import Clause
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern, sign_of_any
from language.lexicon.words import word_set
from language.news.few_words import said_in
from language.news.updates import Outcome
from language.references.titles import Heading, heading, stem

TAKEN = pattern("first_steps.taken")
TO_DECIDE = pattern("first_steps.to_decide")
SIGN = sign_of_any(TAKEN, TO_DECIDE)
STEP = "status.first-step"
HIRING = word_set("own_event.signing_deeds") | word_set("own_event.starting_deeds")
HIRED = frozenset(["contractor", "contractors", "builder", "builders", "consultant", "consultants"])
OPEN = (None, Status.COMPLETE, Status.IN_PROGRESS)


def with_first_steps(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, but under way where all that is done is such a step."""
    update = outcome.updates[0]
    if not SIGN & scene.words.signs or len(outcome.topic.refs) != 1 or update.forecast:
        return outcome
    if update.status not in OPEN or update.percent is not None or update.milestone:
        return outcome
    if update.status and not outcome.doubts:
        return outcome
    steps = [*_steps(outcome, scene)]
    if not steps or any(each.asks for each in outcome.topic.clauses):
        return outcome
    told = [each for each in outcome.claims if each.status]
    if any(each.hit.term.strength == "mark" for each in told):
        return outcome
    if len(told) > len(steps) or any(each.clause not in steps for each in told):
        return outcome  # "business case approved and system live"
    return outcome.telling(Status.IN_PROGRESS, (*_of_whom(outcome), STEP))


def _of_whom(outcome: Outcome) -> tuple[str, ...]:
    return tuple(each for each in outcome.doubts if each.startswith("ref."))


def _steps(outcome: Outcome, scene: Heard) -> Iterator[Clause]:
    title = heading(scene.plan.standings[outcome.topic.refs[0]].title)
    for clause in outcome.topic.clauses:
        said, signs = said_in(scene, clause), scene.words.signs
        match = TAKEN.search(said, signs)
        taken = match is not None and not _is_asked_for(match["thing"], title)
        if taken or (outcome.empty and TO_DECIDE.search(said, signs)):
            yield clause


def _is_asked_for(thing: str, title: Heading) -> bool:
    """The thing itself: "contractor appointed" of "Procure a contractor"."""
    if thing in HIRED and title.deed in HIRING:
        return True
    return title.stems.issuperset(map(stem, thing.split()))
