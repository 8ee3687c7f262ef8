"""A day or a length of time that is told and moves nothing: what day it is, or how often.

None of these is when the work ends, whatever else its clause says.
"""

from itertools import pairwise

from language.dates.date_words import NUMBERS
from language.lexicon.words import word_set
from language.promises.beside_it import is_of_something_beside
from language.promises.dating import Dating
from language.promises.elapsed import INTENDED, MOVING, NOT_YET, PAST_VERBS, WAS
from language.promises.looked_back import is_reported
from language.promises.nobody import by_nobody
from language.promises.of_a_state import is_of_a_state

EACH = frozenset(["every", "each"])
LOST = frozenset([("there", "goes"), ("bang", "goes"), ("there", "went")])
SAID = frozenset(["said", "promised", "planned", "pledged", "wanted", "needed", "had"])
WHO = frozenset(["we", "i", "they", "you", "it", "plan"])
IT_IS = frozenset(
    ["it's", "its", "it", "is", "and", "but", "when", "with", "only", "on", "already"]
)
JOINING = frozenset(["and", "but", "when", "with"])
NEARBY = ("date.weekday", "date.week", "date.week.after", "date.relative", "date.weeks.on")
BEGINNING = frozenset(["start", "starting", "started", "begin", "beginning", "resume", "resuming"])
PIECES = frozenset(["bit", "part", "piece", "one", "job", "task", "work", "module", "strand"])
PER = frozenset(["a", "an", "per", "each", "every"])
IN_WHICH = frozenset(["which", "where", "that", "in"])
AIMS = frozenset(["aim", "target", "ambition", "goal", "trajectory", "profile", "milestone"])
FORMERLY = frozenset(["originally", "initially", "formerly", "during"])
GIVEN = frozenset(["sent", "given", "held", "done", "made", "met", "built", "put", "run"])
NOT_SO = (
    (INTENDED - {"to"})
    | MOVING
    | {
        "be",
        "have",
        "finish",
        "complete",
        "needed",
        "wanted",
        "required",
        "moved",
        "extended",
        "will",
        "should",
    }
)
RETURNED = frozenset(["i'm", "am", "i'll", "only", "just", "sorry", "be", "i", "got", "we're"])
FEW, FAR = 3, 8  # words
COMING = frozenset(["will", "we'll", "i'll", "should", "shall", "more", "left", "last", "be"])
ARRIVED = word_set("no_new_day.arrived")
SO = frozenset(["so", "therefore", "will", "means", "meaning", "we", "we'll", "now", "us"])
DATES_OF = word_set("other_days.dates_of")
DATES = frozenset(["date", "day"])


def is_no_new_day(dating: Dating) -> bool:
    """Whether a day is told for something else than to be the new one."""
    before, after = dating.before, dating.after
    if before[-2:] == ["as", "of"]:
        return True  # "20 signed up as of Friday"
    if before[-1:] and before[-1] in EACH and before[-2:-1] != ["for"]:
        return True  # "gets done every Christmas", but "new date for each 28 May"
    if not LOST.isdisjoint(pairwise(before)):
        return True  # "so there goes our April start"
    if _is_back(before) or _has_been(before, after) or _is_aim(before):
        return True
    return (
        (_was_said(after) and len(before) < FEW)
        or _is_ruled_out(dating)
        or _is_about_now(dating)
        or _begins_today(dating)
        or _of_a_piece(before)
        or _in_which(dating)
        or _of_another_date(dating)
        or is_of_something_beside(dating)
        or is_of_a_state(dating)
        or is_reported(dating.passage.words, dating.dated)
    )


def _is_back(before: list[str]) -> bool:
    """Read "sorry, only back today" as when somebody is at work again."""
    said = before[:-1] if before[-1:] in (["on"], ["in"]) else before
    return said[-1:] == ["back"] and not RETURNED.isdisjoint(said[-3:-1])


def _is_aim(before: list[str]) -> bool:
    """Read "the aim is 95 by April" and "our target of 40 by June" as what is aimed at."""
    said = [each for each in before[-6:] if each != "%"]
    return said[-1:] == ["by"] and said[-2:-1] != [] and _is_number(said[-2]) and _aims(said[:-2])


def _aims(norms: list[str]) -> bool:
    return not AIMS.isdisjoint(norms) and norms[-1] in ("is", "was", "of", "are", "s", "be")


def _has_been(before: list[str], after: list[str]) -> bool:
    """Read "originally June", "moved in during May" and "resolved on 4 July that" as what was.

    And "phones were issued to all by the end of May".
    """
    if before[-1:] and before[-1] in FORMERLY:
        return before[-1] != "during" or (COMING.isdisjoint(before) and "to" not in before)
    if before[-1:] == ["by"] and not WAS.isdisjoint(before) and NOT_SO.isdisjoint(before):
        return any([each.endswith("ed") or each in GIVEN for each in before])
    resolved = before[-1:] in (["on"], ["in"]) and after[:1] == ["that"]
    return resolved and "".join(before[-2:-1]).endswith("ed")


def is_no_slip(dating: Dating) -> bool:
    """Whether a length of time says how often, or how late something came that has come."""
    before = dating.before
    if before[-1:] and before[-1].endswith("s") and dating.span[:1] and dating.span[0] in PER:
        return any(_is_number(each) for each in before[-3:-1])  # "goes out five nights a week"
    if dating.after[:1] == ["late"] and _has_come(before):
        return True  # "submitted two days late"
    if before[-1:] == ["then"] and dating.after[:1] in (["to"], ["of"], ["for"]):
        return True  # "the data is out on the 20th, then three weeks to finish"
    if before[-1:] == ["inside"] and COMING.isdisjoint(before):
        return True  # "84% back inside six weeks"
    return not ARRIVED.isdisjoint(before[-4:]) and SO.isdisjoint(before)


def _has_come(before: list[str]) -> bool:
    return before[-1:] != [] and before[-1] in PAST_VERBS and NOT_YET.isdisjoint(before)


def _is_number(norm: str) -> bool:
    return norm.isdigit() or norm in NUMBERS


def _was_said(after: list[str]) -> bool:
    """Read "by the spring we said seventy" as what was aimed at."""
    return len(after) > 2 and after[0] in WHO and after[1] in SAID


def _is_about_now(dating: Dating) -> bool:
    """Read "it's now the 10th", said on it, and "and it's next week" as when something is anyway.

    But "it's next week now" is when it will be.
    """
    before = [each for each in dating.before if each.isalnum() or "'" in each]
    if "it's" not in before and not {"it", "is"}.issubset(before):
        return False
    said, today = dating.dated.said, dating.passage.today
    if said.first == said.last == today:
        return IT_IS.issuperset([each for each in before if each != "now"])
    led = dating.passage.words.norm(dating.clause.first - 1)
    joined = not JOINING.isdisjoint([led, *before[:1]])
    near = said.rule in NEARBY and IT_IS.issuperset(before) and joined
    return near and dating.after[:1] not in (["now"], ["instead"])


def _begins_today(dating: Dating) -> bool:
    """Read "making a start on the second half today" as what is begun."""
    today = dating.dated.day == dating.passage.today
    return today and not BEGINNING.isdisjoint(dating.before)


def _is_ruled_out(dating: Dating) -> bool:
    """Read "there is no version of this in which we're through by the 30th" as no promise."""
    led = dating.passage.words.norms(dating.clause.first - FAR, dating.clause.first)
    return led[-1:] != [] and led[-1] in IN_WHICH and by_nobody(led)


def _of_a_piece(before: list[str]) -> bool:
    """Read "which is the bit for September" as of that bit."""
    named = before[-2:-1] and before[-2] in PIECES and before[-1:] == ["for"]
    return bool(named) and before[0] in ("which", "is", "was", "that's")


def _in_which(dating: Dating) -> bool:
    """Read "we hit 21 in one month" as how long it took."""
    spans = dating.dated.said.rule == "date.ahead" and dating.span[:1] in (["in"], ["within"])
    counted = dating.before[-1:] and dating.before[-1].isdigit()
    return spans and bool(counted) and COMING.isdisjoint(dating.before)


def _of_another_date(dating: Dating) -> bool:
    """Read "start date, now 15 January" as the day of the start."""
    last = dating.passage.before(dating.clause)
    if last is None or not {"now"}.issuperset(dating.before):
        return False
    norms = dating.passage.norms(last)
    return norms[-1:] != [] and norms[-1] in DATES and norms[-2:-1] != [] and norms[-2] in DATES_OF
