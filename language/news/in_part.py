"""What is told of an action, weighed against all that is told of it: is it a part only, or more?"""

from dataclasses import replace

from domain.work import Status
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.aims import as_aimed
from language.news.all_or_none import all_or_none
from language.news.begun_then import with_beginnings
from language.news.concluding import as_concluded
from language.news.counted import in_counts
from language.news.deed_to_come import with_deed_to_come
from language.news.few_words import about
from language.news.first_steps import with_first_steps
from language.news.in_time import as_done_in_time
from language.news.its_own_end import with_its_own_end
from language.news.last_words import in_last_words
from language.news.lasting import as_lasting
from language.news.not_over import as_not_over
from language.news.of_one_part import without_parts_share
from language.news.one_more import with_one_more
from language.news.outlasting import over_but_lasting
from language.news.remaining import with_remains
from language.news.reported_on import as_reported_on
from language.news.running import as_in_post, as_running
from language.news.stages import in_stages
from language.news.those_left import with_those_left
from language.news.ticked import as_ticked
from language.news.undecided import as_undecided
from language.news.updates import Outcome
from language.news.verbless import is_some
from language.news.won import is_won
from language.news.yet_to_come import over_yet_to_come

YES = pattern("in_part.yes")
ANSWERED = "status.answered"
WON = "status.won"
FEWER = "status.fewer"
OTHERWISE = "status.otherwise"
SLOW = (Status.DELAYED, Status.AT_RISK)


def in_part(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, but under way where only a part of the action is done; to be confirmed."""
    if not outcome.updates:
        return outcome
    if is_won(outcome, scene):
        return _won(outcome)
    if _is_otherwise_well(outcome, scene):
        return outcome.telling(Status.ON_TRACK, (*outcome.doubts, OTHERWISE))
    if _is_of_fewer(outcome, scene):
        outcome = outcome.telling(Status.IN_PROGRESS, (*outcome.doubts, FEWER))
    outcome = all_or_none(without_parts_share(outcome, scene), scene)
    outcome = with_first_steps(outcome, scene)
    remaining = with_remains(in_counts(outcome, scene.spoken), scene.spoken)
    told = as_aimed(in_stages(remaining, scene), scene)
    told = as_undecided(_as_answered(told, scene), scene)
    told = as_in_post(as_running(with_those_left(told, scene), scene), scene)
    told = as_reported_on(in_last_words(told, scene), scene)
    told = as_lasting(as_ticked(over_but_lasting(told, scene), scene), scene)
    told = with_one_more(over_yet_to_come(told, scene), scene)
    told = as_concluded(as_done_in_time(told, scene), scene)
    told = with_its_own_end(as_not_over(told, scene), scene)
    return with_beginnings(with_deed_to_come(told, scene), scene)


def _is_of_fewer(outcome: Outcome, scene: Heard) -> bool:
    """Read "survey done in 2 schools, the third has pulled out" of three schools as in part."""
    guessed = outcome.updates[0].status is Status.COMPLETE and outcome.doubts
    plain = any(each.direct and each.level > 1 and not each.doubt for each in outcome.claims)
    if plain or not guessed or len(outcome.topic.refs) != 1:
        return False
    if scene.plan.standings[outcome.topic.refs[0]].of_a_share:
        return False
    return is_some(about(outcome, scene))


def _is_otherwise_well(outcome: Outcome, scene: Heard) -> bool:
    """Read "we missed the date for letters but are otherwise on track" as on track, perhaps."""
    if "otherwise" not in scene.words.said or outcome.updates[0].status not in SLOW:
        return False
    return any(
        "otherwise" in scene.words.norms(each.hit.first, each.hit.beyond)
        and each.status is Status.ON_TRACK
        for each in outcome.claims
    )


def _as_answered(outcome: Outcome, scene: Heard) -> Outcome:
    """Read "98 of 103 in, so that's a yes from me" as complete, if so confirmed."""
    update = outcome.updates[0]
    if update.forecast or update.status not in (None, Status.IN_PROGRESS):
        return outcome
    plain = any([each.level > 2 and each.status for each in outcome.claims])
    if plain or len(outcome.topic.refs) != 1 or not YES.search(scene.words.low, scene.words.signs):
        return outcome
    updates = tuple(each.model_copy(update={"percent": None}) for each in outcome.updates)
    return replace(outcome, updates=updates).telling(Status.COMPLETE, (*outcome.doubts, ANSWERED))


def _won(outcome: Outcome) -> Outcome:
    """Complete, where nothing plainer is told: "the bid was successful, the letter has gone"."""
    if any(each.level > 1 and each.status for each in outcome.claims):
        return outcome
    if outcome.updates[0].status is Status.COMPLETE or outcome.updates[0].forecast:
        return outcome
    return outcome.telling(Status.COMPLETE, (*outcome.doubts, WON))
