"""The last stage of what the title asks for, with its day: "in post from 1 February".

Which stage ends which work is data: rules of patterns.toml that belong to verbs. So does the last
of several stages that are told one after another: "start in January, complete in June". All of it
is inferred, and so to be confirmed.
"""

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.directly import LIGHT
from language.dates.calendar import Length
from language.lexicon.patterns import pattern, sign_of_any, verbs_of
from language.lexicon.words import word_set
from language.promises.dating import Dating

RULES = verbs_of("final_stage")
WORDINGS = {name: pattern(name) for names in RULES.values() for name in names}
COMPLETING = pattern("final_stages.completing")
STAGES = pattern("final_stages.beginning")
SIGN = sign_of_any(*WORDINGS.values(), COMPLETING)
NAMING = word_set("final_stage.naming")
FOREIGN = word_set("final_stage.foreign")
DENIED = word_set("forecasts.negations") | {"if", "unless", "was", "were", "had", "hopes", "until"}
PASSED = frozenset(["was", "were", "had", "started", "went", "began"])
A_YEAR = Length(-1, "year")
PLAIN = 2  # the level of a figure of speech


def is_final_stage(dating: Dating) -> bool:
    """Whether nothing but such a stage is told before the day, of the thing itself."""
    signs = dating.passage.words.signs
    if not SIGN & signs or not _is_to_come(dating):
        return False
    if not (FOREIGN | DENIED).isdisjoint(dating.before) or not FOREIGN.isdisjoint(dating.after_it):
        return False
    if any(_is_over(each) for each in dating.passage.claims):
        return False  # "complete, start date 4 January"
    told = _told(dating)
    names = RULES.get(dating.passage.titled.deed, ())
    if any(WORDINGS[name].fullmatch(told, signs) for name in names):
        return True
    return bool(COMPLETING.fullmatch(told, signs)) and _is_last_of_several(dating)


def _is_over(claim: Claim) -> bool:
    plain = claim.direct and claim.level > PLAIN and not (claim.doubt or claim.promise)
    return plain and claim.status is Status.COMPLETE and claim.hit.beyond >= claim.clause.beyond


def _told(dating: Dating) -> str:
    """What is said just before the day, but for what names the thing or the person."""
    passage, first = dating.passage, dating.clause.first
    for each in passage.dates_of(dating.clause):
        first = each.beyond if each.beyond <= dating.dated.first else first
    norms = [
        passage.words.norm(at)
        for at in range(first, dating.dated.first)
        if at not in passage.about and at not in passage.titled.at
    ]
    while norms and (norms[0] in NAMING or not norms[0].isalnum()):
        norms = norms[1:]
    return " ".join(norms)


def _is_to_come(dating: Dating) -> bool:
    """The day is ahead; and nearer so, where no year is said."""
    day, today = dating.dated.day, dating.passage.today
    if day is None or day <= today or dating.dated.said.length or dating.dated.said.doubt:
        return False
    if _follows(dating):
        return True
    lately = A_YEAR.after(day)
    return not dating.dated.said.yearless or (day - today) <= (today - lately)


def _is_last_of_several(dating: Dating) -> bool:
    """Read "start in January, complete in June" as what is to come."""
    return _follows(dating) and not _goes_on(dating)


def _follows(dating: Dating) -> bool:
    """Another stage is told before it in the same sentence, with an earlier day to come."""
    passage, day = dating.passage, dating.dated.day
    near = [each for each in passage.clauses if each.sentence == dating.clause.sentence]
    first = min(each.first for each in near)
    if not PASSED.isdisjoint(passage.words.norms(first, dating.dated.first)):
        return False
    if not STAGES.search(passage.words.span(first, dating.dated.first), passage.words.signs):
        return False
    dates = [each for clause in near for each in passage.dates_of(clause)]
    days = [each.day for each in dates if each.first < dating.dated.first]
    return bool(days) and all(each and day and passage.today < each < day for each in days)


def _goes_on(dating: Dating) -> bool:
    """Something of its own comes after the day."""
    return any(each.isalpha() and each not in LIGHT for each in dating.after_it)
