"""A stage of an action that is reported done: "7.5 stage 1 done", "the survey is complete"."""

import re
from collections.abc import Sequence

from domain.work import Status
from language.claims.claimed import Claim
from language.lexicon.text import Words
from language.references.numerals import DIGITS
from language.references.titles import stems

KINDS = ("stage", "phase", "part", "module", "tranche", "cohort", "step", "wave", "milestone")
NTH = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "1st": "1"}
NTH |= {"2nd": "2", "3rd": "3", "4th": "4", "5th": "5"}
KIND = "|".join(KINDS)
NUMBERED = re.compile(
    rf"\b(?:(?P<kind>{KIND}) (?P<number>\d{{1,2}}|{'|'.join(DIGITS)})"
    rf"|(?P<nth>{'|'.join(NTH)}) (?P<kind2>{KIND}))\b"
)
UNSURE = frozenset(["", "status.part", "status.under-way"])
PLAIN = 2  # the level of a figure of speech; what merely happened says less
IN_WORDS = "milestone.words"


def milestone_in(
    words: Words, claims: Sequence[Claim], labels: Sequence[str]
) -> tuple[str | None, str]:
    """The one stage that is plainly said to be done, and the rule by which that is inferred."""
    if not labels:
        return None, ""
    found = {each for claim in claims if _is_done(claim) for each in _named(words, claim, labels)}
    if len(found) != 1:
        return None, ""
    label, numbered = found.pop()
    return label, "" if numbered else IN_WORDS


def _is_done(claim: Claim) -> bool:
    """Said to be done now: neither promised, denied, asked nor doubted."""
    finished = claim.status in (Status.COMPLETE, Status.IN_PROGRESS)
    said = claim.hit.term.status is Status.COMPLETE and claim.level >= PLAIN
    return finished and said and claim.doubt in UNSURE and not (claim.promise or claim.clause.why)


def _named(words: Words, claim: Claim, labels: Sequence[str]) -> list[tuple[str, bool]]:
    """The labels that stand in the clause of a claim; whether by their number."""
    low = words.span(claim.clause.first, claim.clause.beyond)
    numbers = set(numbered_in(low))
    numbered = [each for each in labels if not numbers.isdisjoint(numbered_in(each.lower()))]
    if numbers:
        return [(each, True) for each in numbered]
    said = set(stems(low))
    worded = [each for each in labels if (own := set(stems(each))) and own <= said]
    return [(each, False) for each in worded]


def numbered_in(low: str) -> list[tuple[str, str]]:
    """The stages that a text names by their numbers."""
    found = []
    for match in NUMBERED.finditer(low):
        number = match["number"] or NTH[match["nth"]]
        found.append((match["kind"] or match["kind2"], DIGITS.get(number, number)))
    return found
