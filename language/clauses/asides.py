"""What is put in between a subject and its verb: "the analysis, however, has not been started"."""

from collections.abc import Sequence

from language.clauses.splitting import Clause
from language.lexicon.text import Words
from language.lexicon.words import word_set

ASIDES = word_set("asides.words")
VERBS = word_set("subjects.verbs") | {"had", "been", "being"}
LONG = 5  # words: ", as you will be aware,"


def subject_before(words: Words, clauses: Sequence[Clause], at: int) -> Clause | None:
    """The clause in which the subject of a clause stands that begins with its verb.

    None where it has a subject of its own, or nothing is put in between.
    """
    if at < 2 or words.norm(clauses[at].first) not in VERBS:
        return None
    subject, aside, clause = clauses[at - 2 : at + 1]
    if not subject.sentence == aside.sentence == clause.sentence:
        return None
    joined = words.norm(clause.first - 1) == "," and words.norm(aside.first - 1) == ","
    bare = VERBS.isdisjoint(words.norms(subject.first, subject.beyond))
    return subject if joined and bare and _is_aside(words, aside) else None


def _is_aside(words: Words, clause: Clause) -> bool:
    norms = words.norms(clause.first, clause.beyond)
    return len(norms) <= LONG and norms[0] in ASIDES
