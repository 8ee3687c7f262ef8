"""What in a clause makes a date the end of the work, and what the day of something else."""

from language.lexicon.words import word_set
from language.promises.as_aimed import is_as_aimed
from language.promises.closing import closes_then
from language.promises.dating import (
    FINISHING,
    GATHERINGS,
    Dating,
    is_last,
    plain_subject,
    puts_off,
)
from language.promises.ended_then import ended_then
from language.promises.expected_now import (
    NOW_ON,
    falls_due,
    is_aimed_at,
    is_now_expected,
    is_now_on,
    is_of_the_rest,
)
from language.promises.in_force import is_in_force
from language.promises.last_of_all import WITH_THE_LAST, ends_with_the_last
from language.promises.new_day.amended import is_amended
from language.promises.new_day.corrected import RESTATED, is_corrected
from language.promises.new_day.in_place import IN_PLACE, takes_its_place
from language.promises.new_day.likelier import is_likelier
from language.promises.new_day.named import NEW_DATE, names_a_new_day
from language.promises.new_day.proposed import proposes
from language.promises.nobody import by_nobody, is_doubted
from language.promises.not_before import not_before
from language.promises.nothing_else import SPEAKERS, continues, courteous, nothing_else
from language.promises.other_days import is_lacked, of_another, tells_more, was_due
from language.promises.own_event import OWN_EVENT, is_own_event
from language.promises.standing_days import done_for, on_track_for
from language.promises.trailing import TRAILING, trails

WEAK = word_set("forecasts.weak")
EVENTS = word_set("forecasts.events")
SOFT_EVENTS = word_set("forecasts.soft_events")
NEGATIONS = word_set("forecasts.negations")
UNTIL = word_set("shared.until") | {"'til"}
SHIFTS = word_set("forecasts.shifts") | {"to"}
TARGETS = word_set("forecasts.targets")
PASSING = ("date.year.nearby", "date.month.nearby", "date.week.nearby")  # "this year"
PASSED = word_set("shared.was_or_had")
MAKING = frozenset([("make", "it"), ("call", "it"), ("make", "that"), ("making", "it")])
DOUBTING = frozenset(["doubt", "convinced", "persuaded", "unconvinced", "sceptical", "question"])
WISHING = frozenset(["give", "allow", "asked", "asking", "want", "wants", "requested", "like"])
NOUNS = frozenset(["by", "deadline", "target", "date", "due", "end"])  # of whatever stands before
CORRECTING = word_set("forecasts.correcting")
BY_WHEN = 4  # words between "by" and its date: "by close of play on the 3rd"
ABOUT = frozenset(["on", "about", "re", "for"])  # "the visit on 7.3 moved to 5 May"
ON = frozenset(["on", "by", "in", "at", "the", "from", "it", "this"])
TAKING = frozenset(["take", "taking", "run", "stretch", "let", "carry"])  # "take this to May"
WHITHER = frozenset(["to", "into", "until", "till", "through", "beyond"])
PARTICIPLES = frozenset(["finishing", "ending", "completing", "concluding"])  # "..., ending in May"
FEW, HALF = 3, frozenset(["half", "halfway", "midway"])
BEING = frozenset(["be", "will", "is", "now", "the"])


def cue_of(dating: Dating) -> str | None:
    """The rule by which a date is when the work ends; None where something else is then."""
    if set_down := _set_down(dating):
        return set_down
    if of_another(dating):
        return None
    if put_off := not_before(dating):
        return put_off
    aimed = dating.after[:1] in (["is"], ["looks"], ["now"]) and not TARGETS.isdisjoint(
        dating.after
    )
    if aimed or is_aimed_at(dating) or is_now_expected(dating):
        sure = NEGATIONS.isdisjoint(dating.after) and DOUBTING.isdisjoint(dating.before)
        return "forecast.told" if sure else None
    stands = on_track_for(dating) or done_for(dating)
    if stands or _negated(dating) or _of_a_figure(dating):
        return None
    if concluded := _concluded(dating):
        return concluded
    finish, event = _last(_finishing_words(dating.before), FINISHING), _last(dating.before, EVENTS)
    if finish >= 0:
        return _finishing(dating, finish, event)
    if event >= 0 and dating.before[event] != "on":
        return OWN_EVENT if is_own_event(dating) else None
    if nothing_else(dating):
        return "forecast.bare"
    return _vague(dating)


def _set_down(dating: Dating) -> str:
    """The rule by which a day is set, whatever else is told."""
    if (closing := closes_then(dating)) or is_corrected(dating) or is_amended(dating):
        return "forecast.then" if closing and not is_corrected(dating) else RESTATED
    taken = dating.before[-3:]
    if len(taken) > 2 and taken[0] in TAKING and taken[1] in ON and taken[2] in WHITHER:
        return "forecast.taken" if plain_subject(dating.before[:-3]) else ""
    made = tuple(dating.before[-2:]) in MAKING and is_last(dating)
    if made or proposes(dating):
        return "forecast.made"  # "make it 12 April"
    starts = dating.before[-1:] and dating.before[-1] in UNTIL and is_own_event(dating)
    return OWN_EVENT if starts or is_in_force(dating) else ""


def _vague(dating: Dating) -> str | None:
    """The rule by which a day may be the end, where nothing says so."""
    if is_own_event(dating):
        return OWN_EVENT
    if is_now_on(dating):
        return NOW_ON
    return TRAILING if trails(dating) else None


def _concluded(dating: Dating) -> str:
    """Read "16 March for sign off", "Friday at the latest" and "..., so 30 April"."""
    if ended := ended_then(dating):
        return ended
    if names_a_new_day(dating.before) and is_last(dating):
        return "forecast.new"
    if dating.before[-1:] and dating.before[-1] in UNTIL and not WISHING.isdisjoint(dating.before):
        return "forecast.until"  # "the landlord has asked for until 12 April"
    if "latest" in dating.after[:3] and courteous(dating):
        return "forecast.latest"
    if dating.before[:1] == ["so"] and plain_subject(dating.before):
        return "forecast.so"
    if dating.before[:1] and dating.before[0] in PARTICIPLES and len(dating.before) <= FEW:
        return "forecast.participle"
    if dating.before[-1:] == ["so"] and dating.before[-2:-1] != ["or"] and is_last(dating):
        return "forecast.so"  # "the visits overran so mid January now"
    if is_likelier(dating):
        return "forecast.instead"
    if ends_with_the_last(dating):
        return WITH_THE_LAST
    return "forecast.deed" if _does_it(dating) else _inferred(dating)


def _inferred(dating: Dating) -> str:
    """The rule by which a day is the end if so confirmed: "sign-off will be 3 May instead"."""
    if takes_its_place(dating):
        return IN_PLACE
    return NOW_ON if is_of_the_rest(dating) or falls_due(dating) else ""


def _does_it(dating: Dating) -> bool:
    """Read "the hub opens on Saturday 25th" and "opening will be 25 May" of "Open a hub"."""
    deed, norms = dating.passage.deed, dating.before
    while norms[-1:] and (norms[-1] in ON or norms[-1] in BEING):
        norms = norms[:-1]
    doing = [deed, f"{deed}ing", f"{deed[:-1]}ing"]
    if len(norms) == len(dating.before) or dating.before[len(norms)] not in BEING:
        doing += [f"{deed}s", f"{deed}es"]  # but "the last of the workshops is 19 June"
    return bool(deed and norms[-1:] and norms[-1] in doing) and PASSED.isdisjoint(norms)


def _finishing_words(norms: list[str]) -> list[str]:
    """The same without a "by" that says by whom: "moderated by the adviser on 24 November"."""
    near = len(norms) - BY_WHEN
    return [each if each != "by" or at >= near else "" for at, each in enumerate(norms)]


def not_the_works(dating: Dating) -> bool:
    """A day that stands already, that used to stand, of more news, or that a figure has."""
    if was_due(dating) or on_track_for(dating) or _of_a_figure(dating):
        return True
    if tells_more(dating) or is_lacked(dating) or _negated(dating):
        return True
    return dating.dated.said.rule in PASSING


def _finishing(dating: Dating, finish: int, event: int) -> str | None:
    norms = dating.before
    if norms[-1:] == ["in"] and norms[-2:-1] in (["start"], ["starting"]):
        return None
    if norms[finish] in SHIFTS and _of_a_gathering(dating):
        return None
    if event > finish and norms[event] not in SOFT_EVENTS:
        return OWN_EVENT if is_own_event(dating) else None
    ends = puts_off(norms) or any([each in FINISHING and each not in WEAK for each in norms])
    strong = ends or tuple(norms[-2:]) in NEW_DATE
    if strong and (_loose(dating) or _adverbial(dating)):
        return "forecast.loose"
    if strong or (plain_subject(norms) and continues(dating)):
        return f"forecast.{norms[finish]}"
    if event >= 0 and norms[event] != "on":
        return OWN_EVENT if is_own_event(dating) else None
    if nothing_else(dating):
        return "forecast.bare"
    return _vague(dating)


def _adverbial(dating: Dating) -> bool:
    """Read "we finish the estates this year": when something is done, not by when all is."""
    if dating.dated.said.rule not in PASSING[:2]:
        return False
    return dating.before[-1:] not in (["by"], ["until"], ["done"], ["finished"], ["complete"])


def _loose(dating: Dating) -> bool:
    """Read "new starter by May": something of its own, and no word that it ends the work."""
    verbs = [each for each in dating.before if each in FINISHING and each not in WEAK]
    if not NOUNS.issuperset(verbs):
        return False
    return SPEAKERS.isdisjoint(dating.before) and not plain_subject(dating.before)


def _of_a_gathering(dating: Dating) -> bool:
    """Read "the board moved to 5 May": the meeting moves, not the work."""
    named = [at for at in dating.passage.names(dating.clause) if at < dating.dated.first]
    about_it = named and dating.passage.words.norm(min(named) - 1) in ABOUT
    start = max(named) + 1 if named and not about_it else dating.clause.first
    return not GATHERINGS.isdisjoint(dating.passage.words.norms(start, dating.dated.first))


def _of_a_figure(dating: Dating) -> bool:
    """Read "64% by March", "half way by May" and "the target for July was 15" as of a figure."""
    if dating.after[:1] and dating.after[0] in PASSED:
        return True
    told = [each.hit.term.value for each in dating.passage.claims_of(dating.clause)]
    if "not_started" in told or HALF.intersection(dating.before[-3:]):
        return True
    if "%" not in dating.before or "100" in dating.before:
        return False
    after = dating.before.index("%") + 1  # "10% complete and delayed to May" is of the work
    if is_as_aimed(dating, after - 1):
        return False
    return dating.before[after : after + 1] not in (["complete"], ["completed"], ["done"])


def _negated(dating: Dating) -> bool:
    """Read "won't be done by May" as no date, but "not done until May" as one."""
    norms = dating.before
    at = _last(norms, NEGATIONS)
    if at < 0:
        return by_nobody(dating.said) or is_doubted(norms)
    if "later" in norms[at + 1 : at + 4]:
        return False
    if not UNTIL.isdisjoint(norms[at:]) or _puts_right(norms[at:]):
        return False
    after = norms[at + 2 :] if norms[at + 1 : at + 2] == ["now"] else norms[at + 1 :]
    return not any(each in ("call", "but", "now") for each in after)


def _puts_right(norms: list[str]) -> bool:
    """Read "no sorry, May" and "no doubt by May" as the date."""
    return norms[:1] == ["no"] and not {*CORRECTING, "doubt"}.isdisjoint(norms[1:3])


def _last(norms: list[str], wanted: frozenset[str]) -> int:
    return max([at for at, each in enumerate(norms) if each in wanted], default=-1)
