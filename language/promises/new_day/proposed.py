"""The day that the speaker would go by: "so shall we say 3 May", "I would plan on 3 May"."""

from language.claims.directly import LIGHT
from language.promises.dating import Dating, is_last
from language.promises.new_day.in_place import DENYING

PROPOSING = frozenset(
    [
        ("plan", "on"),
        ("plan", "for"),
        ("go", "for"),
        ("aim", "for"),
        ("count", "on"),
        ("work", "to"),
    ]
)
PROPOSED = frozenset(["plan", "go", "aim", "count", "work", "shall", "let's", "lets"])
OURS = frozenset(["i", "i'd", "we", "we'd", "let's", "lets", "i'll", "we'll"])


def proposes(dating: Dating) -> bool:
    """Read "so shall we say 3 May" and "they say April, I would plan on 3 May" as the day."""
    norms = dating.before
    tail = tuple(norms[-2:])
    if tail not in PROPOSING and norms[-1:] != ["say"]:
        return False
    if OURS.isdisjoint(norms) or not DENYING.isdisjoint(norms):
        return False
    own = [each for each in norms if each not in LIGHT and each not in PROPOSED]
    return not own and (is_last(dating) or dating.after[:1] in (["instead"], ["rather"]))
