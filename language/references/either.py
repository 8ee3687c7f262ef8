"""Two actions of which something is denied: "nothing outstanding on 1.1 or 1.2" is of both."""

from language.lexicon.text import ENDS, Words

DENYING = frozenset(["no", "nothing", "not", "never", "nobody", "none", "without", "nowt"]) | {
    "haven't", "hasn't", "havent", "hasnt", "isn't", "aren't", "zero", "any",
}  # fmt: skip
WONDERING = frozenset(["if", "whether", "which", "sure", "know", "idea", "certain", "remember"])
FAR = 10  # words before the first of them


def denied_of_both(words: Words, first: int, norm: str) -> bool:
    """Whether what "or" joins is denied of each: ``first`` is where the first of the two stands."""
    if norm != "or":
        return False
    said: list[str] = []
    for at in range(first - 1, max(first - FAR, -1), -1):
        if words.norm(at) in ENDS or words.norm(at) == "but":
            break
        said.append(words.norm(at))
    return not DENYING.isdisjoint(said) and WONDERING.isdisjoint(said)
