"""What is told of the time that there is: "on time", "by the deadline"."""

from language.clauses.place import Place

IN_TIME = (
    ("on", "time"),
    ("in", "time"),
    ("on", "schedule"),
    ("by", "then"),
    ("by", "the", "deadline"),
    ("by", "the", "date"),
    ("by", "the", "due", "date"),
    ("by", "the", "target", "date"),
    ("within", "the", "timescale"),
)


def is_in_time(place: Place) -> bool:
    """Read "won't be done on time", "will not be finished by the deadline" as late, plainly."""
    hit, end = place.hit, place.clause.beyond
    after = tuple(place.words.norms(hit.beyond, min(hit.beyond + 4, end)))
    last = tuple(place.words.norms(max(hit.first, hit.beyond - 2), hit.beyond))
    return any(each in (after[: len(each)], last) for each in IN_TIME)
