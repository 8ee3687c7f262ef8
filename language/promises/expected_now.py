"""A day that is now expected: "adoption now expected 18 April", "18 April is more realistic"."""

from language.claims.directly import LIGHT
from language.lexicon.words import word_set
from language.promises.dating import Dating

EXPECTED = frozenset(
    ["expected", "due", "anticipated", "scheduled", "planned", "likely", "forecast", "projected"]
)
NOT_ALL = word_set("forecasts.gatherings") | word_set("forecasts.parts") - {"consultation"}
TARGETS = word_set("forecasts.targets")
POSSIBLE = word_set("forecasts.possible")
SAYING = frozenset(
    [
        "is",
        "looks",
        "now",
        "seems",
        "should",
        "would",
        "will",
        "more",
        "looking",
        "feels",
        "realistic",
    ]
)
NEGATIONS = word_set("forecasts.negations")
ENDINGS = word_set("reach.endings") | word_set("expected_now.endings")
ONTO = frozenset(["on", "for", "by", "in", "at", "to", "be"])
FIRST = frozenset(["first", "next", "start", "starts", "initial", "interim", "draft", "back"])
SAY = frozenset(
    ["say", "says", "saying", "reckon", "reckons", "quote", "quoting", "promise", "offer"]
)
ARRANGED = frozenset(["booked", "scheduled", "arranged", "planned", "pencilled", "lined"])
BEING = frozenset(["in", "up", "are", "is", "all", "now", "will", "have", "been", "'re"])
OF_THE_REST = word_set("shared.the_rest")
COUNTS = word_set("deliverable.counts")
WAS = word_set("shared.used_to")
TOLD_BY = frozenset(["according", "per"])
NOW_ON = "forecast.now-on"
FEW = 4  # words that name what is on another day now
NEAR = 5  # words after a day


def is_now_expected(dating: Dating) -> bool:
    """Read "signature now expected on 3 May" as the end, but not "the draft is now due 3 May"."""
    norms = [each for each in dating.before if each.isalpha()]
    while norms and norms[-1] in ONTO:
        norms.pop()
    led = norms[-1:] and norms[-1] in EXPECTED and "now" in norms[-3:-1]
    if not led or not NOT_ALL.isdisjoint(norms) or not NEGATIONS.isdisjoint(norms[-4:]):
        return False
    span = range(dating.clause.first, dating.dated.first)
    return not ENDINGS.isdisjoint(norms) or not dating.passage.titled.at.isdisjoint(span)


def is_now_on(dating: Dating) -> bool:
    """Read "evaluation now 26 June" as the new day, if so confirmed: of the whole, or of a part."""
    norms = [each for each in dating.before if each.isalpha()]
    while norms and norms[-1] in ONTO:
        norms.pop()
    if norms[-2:-1] == ["now"] and norms[-1] in SAY:
        norms.pop()  # "housing now say 3 May"
    if norms[-1:] != ["now"] or dating.passage.claims_of(dating.clause):
        return False
    own = [each for each in norms if each not in LIGHT]
    if not own and _used_to_be_on(dating):
        return True
    if not 0 < len(own) <= FEW or not (NOT_ALL | FIRST | NEGATIONS).isdisjoint(norms):
        return False
    if dating.after_it[:1] and dating.after_it[0] in TOLD_BY:
        return True  # "delivery now 3 May according to the contractor"
    return all(each in LIGHT or not each.isalnum() for each in dating.after_it)


def _used_to_be_on(dating: Dating) -> bool:
    """Read "fair was 3 May, now 26 May" as moved from the one day to the other."""
    passage, last = dating.passage, dating.passage.before(dating.clause)
    dates = passage.dates_of(last) if last else ()
    if last is None or len(dates) != 1:
        return False
    norms = [each for each in passage.words.norms(last.first, dates[0].first) if each not in ONTO]
    return norms[-1:] != [] and norms[-1] in WAS and len(norms) <= FEW


def falls_due(dating: Dating) -> bool:
    """Read "the final report is due on 15 May" as the end, if so confirmed."""
    norms = [each for each in dating.before if each.isalpha() and each not in ONTO]
    if norms[-1:] == [] or norms[-1] not in EXPECTED or "final" not in norms[:2]:
        return False
    return len(norms) <= FEW + 2 and NEGATIONS.isdisjoint(norms) and WAS.isdisjoint(norms)


def is_of_the_rest(dating: Dating) -> bool:
    """Read "two of the hubs open in September, rest before Christmas" as then, if so confirmed.

    So too where it is arranged: "the other nine are booked in for 4 December".
    """
    norms = [each for each in dating.before if each not in ONTO and each not in ("the", "and")]
    if norms in (["rest"], ["remainder"], ["others"], ["rest", "will"]):
        return True
    arranged = not ARRANGED.isdisjoint(norms)
    while norms and norms[-1] in ARRANGED | BEING:
        norms.pop()
    titled = {dating.passage.words.norm(at) for at in dating.passage.titled.at}
    known = COUNTS | OF_THE_REST | {"ones"} | titled
    counted = all(each.isdigit() or each in known for each in norms)
    return arranged and counted and not OF_THE_REST.isdisjoint(norms[:1])


def is_aimed_at(dating: Dating) -> bool:
    """Read "3 May is the date now", and of what will not be so sooner "3 May is doable"."""
    after = dating.after[:NEAR]
    if not after or after[0] not in SAYING or not NEGATIONS.isdisjoint(after):
        return False
    if not TARGETS.isdisjoint(after):
        return True
    return not POSSIBLE.isdisjoint(after) and _is_put_off(dating)


def _is_put_off(dating: Dating) -> bool:
    """Whether it is said before that it will not be so sooner."""
    passage = dating.passage
    before = passage.words.norms(passage.clauses[0].first, dating.clause.first)
    return not NEGATIONS.isdisjoint(before)
