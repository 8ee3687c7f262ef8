"""What suits somebody is no news of an action: "fine by me", "Thursday is fine for a call"."""

from language.clauses.place import Place

SUITING = frozenset(["fine", "ok", "okay", "good", "great"])
WHOM = frozenset(["by", "with", "for"])
ME = frozenset(["me", "myself"])
TALKING = frozenset(
    ["call", "chat", "catch", "meeting", "visit", "talk", "word", "coffee", "come", "meet", "speak"]
) | {"ring", "phone", "pop", "drop", "discuss", "session", "review", "teams", "zoom"}
LEADING = frozenset(["for", "to", "a", "the", "quick", "short", "our", "me", "us", "you"])
BEING = frozenset(
    ["is", "are", "was", "would", "be", "should", "looks", "sounds", "still", "also", "both", "all"]
) | {"absolutely", "perfectly", "totally", "works", "will"}
FAR = 6  # words: "for me to come and talk"


def suits(place: Place) -> bool:
    """Whether a day, a time or a proposal is said to suit: nothing is told of an action."""
    words, hit = place.words, place.hit
    if hit.beyond - hit.first > 1 or words.norm(hit.first) not in SUITING:
        return False
    if place.after in WHOM and words.norm(hit.beyond + 1) in ME:
        return True
    at = hit.beyond
    while words.norm(at) in LEADING and at < hit.beyond + FAR:
        at += 1
    return at > hit.beyond and words.norm(at) in TALKING


def of_a_day(place: Place) -> str:
    """The rule by which "March is fine" is unsure: the day may suit, or the action be in time."""
    words, hit = place.words, place.hit
    if hit.beyond - hit.first > 1 or words.norm(hit.first) not in SUITING:
        return ""
    if place.after == "on" and not place.dated.isdisjoint((hit.beyond + 1, hit.beyond + 2)):
        return "status.day"  # "ok on Monday then"
    at = hit.first - 1
    while words.norm(at) in BEING:
        at -= 1
    return "status.day" if at in place.dated else ""
