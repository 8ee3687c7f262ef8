"""What is to be done to the date of the action: "please amend the end date to 14 May"."""

from language.lexicon.patterns import pattern
from language.promises.dating import Dating
from language.promises.new_day.corrected import ENDING
from language.promises.new_day.replaced import is_replaced

AMENDED = pattern("amended.leads")


def is_amended(dating: Dating) -> bool:
    """Read "please amend the end date to 14 May" and "to be re-profiled to 14 May" as its new date.

    But not "the date on the cover should read 14 May": nothing but the action, or its date, does.
    """
    if is_replaced(dating):
        return True
    words, first = dating.passage.words, dating.clause.first
    if not AMENDED.sign & words.signs or (dating.after and dating.after[0] not in ENDING):
        return False
    named = [at + 1 for at in dating.passage.names(dating.clause) if at < dating.dated.first]
    led = words.span(max([first, *named]), dating.dated.first).strip(" -:,")
    # "May is not achievable and the date should now be"
    whole = " ".join(dating.before)  # "the end date for 7.3 has been agreed as"
    ways = (whole, led, led.rpartition(" and ")[2], led.rpartition(" so ")[2])
    return any(AMENDED.fullmatch(each, words.signs) for each in ways)
