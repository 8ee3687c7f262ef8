"""From which side of a day a length of time counts: "two weeks after 5 March"."""

from collections.abc import Sequence

from language.dates.calendar import Length

COUNTING = frozenset(["after", "before", "from", "on from", "after the", "before the", "from the"])
SIDES = frozenset(["after", "before", "from", "following"])
NAMED_IN = 5  # words at most, of what a day is the day


def side_of(between: Sequence[str], length: Length, *, is_nth: bool) -> str:
    """The side, by the words between a length and a day; "" where it does not count from that."""
    said = " ".join(between)
    if said in COUNTING or (said == "on" and is_nth and length.unit == "week"):
        return said  # "a week on the 20th"
    named = 2 < len(between) <= NAMED_IN and between[-1] in ("on", "of") and between[0] in SIDES
    # "three weeks after the board on 9 December"
    return between[0] if named and all(map(str.isalpha, between)) else ""
