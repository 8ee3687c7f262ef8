"""Whether an event that is said of an action itself, by its reference, is the end of it."""

from language.clauses.place import Place
from language.lexicon.words import word_set

ENDING = word_set("come_about.ending")
BEING = word_set("come_about.being")
MAKING = word_set("come_about.making")
WHEN = word_set("come_about.when")
MORE = word_set("claims.part") | word_set("fulfilled.goes_on") | word_set("come_about.more")
AHEAD = 12  # words in which it shows that there is more to do


def comes_about(place: Place) -> bool:
    """Read "7.3 live since 12 October" as done, not "7.3 launched in two of four"."""
    words, hit = place.words, place.hit
    if place.ground.titled.several or place.ground.titled.deed not in MAKING:
        return False  # what is to be run or cut has only begun when it is launched
    if ENDING.isdisjoint(words.norms(hit.first, hit.beyond)):
        return False
    before = hit.first - 1
    while words.norm(before) in BEING:
        before -= 1
    after = words.norms(hit.beyond, hit.beyond + AHEAD)
    return before in place.about and MORE.isdisjoint(after) and _no_more_is_told(place)


def _no_more_is_told(place: Place) -> bool:
    """Nothing but when it was comes after, or where it can be seen."""
    at = place.hit.beyond
    if at >= place.clause.beyond or at in place.dated or place.after in WHEN:
        return True
    return place.words.tokens[at].kind != "word"
