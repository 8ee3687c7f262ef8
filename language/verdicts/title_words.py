"""What a message has in common with the title of the action that it is about."""

import re
from functools import lru_cache

from language.claims.spoken import Spoken
from language.claims.topics import Topic
from language.clauses.place import UNTITLED, Titled
from language.lexicon.words import word_list, word_set
from language.references.known import KnownPlan
from language.references.titles import heading, stem

DEEDS = word_set("title_words.deeds")  # which name the work as well: "the review is done"
OTHERS = word_set("title_words.others")
MOST_KEPT = 4096
NUMBERS = {word: at for at, word in enumerate(word_list("numbers.ones"), 1)} | {
    word: 10 * at for at, word in enumerate(word_list("numbers.tens"), 2)
}


def _is_numbered(at: int, spoken: Spoken, title: str) -> bool:
    """Read "phase 2" as a whole where the title has just that."""
    number = spoken.words.norm(at + 1)
    return number.isdigit() and f"{spoken.words.norm(at)} {number}" in title.lower()


def titled_words(topic: Topic, spoken: Spoken, plan: KnownPlan) -> Titled:
    """The words said that its title has too, but for those that tell a status or a day."""
    if len(topic.refs) != 1:
        return UNTITLED
    title, stems = heading(plan.standings[topic.refs[0]].title), spoken.stems
    own, telling = title.stems, spoken.telling
    found = [
        at
        for each in topic.clauses
        for at in range(each.first, each.beyond)
        if stems[at] in own
        and at not in telling
        and at not in topic.named
        and spoken.words.norm(at - 1) not in OTHERS
    ]
    named = {title.head, stem(title.deed)} if title.deed in DEEDS else {title.head}
    if named.isdisjoint([stems[at] for at in found]):
        found = []
    found += [
        at + 1 for at in found if _is_numbered(at, spoken, plan.standings[topic.refs[0]].title)
    ]
    aimed = counted_in(topic, plan) if of_shares(topic, plan) else frozenset[str]()
    return Titled(frozenset(found), title.deed, title.several, aimed)


def of_shares(topic: Topic, plan: KnownPlan) -> bool:
    """Several actions, or one that is to reach so many per cent."""
    several = len(topic.refs) != 1
    return len(topic.refs) > 1 if several else plan.standings[topic.refs[0]].of_a_share


def counted_in(topic: Topic, plan: KnownPlan) -> frozenset[str]:
    """The numbers in the title of the one action: how many there are to be."""
    if len(topic.refs) != 1:
        return frozenset()
    return numbers_in(plan.standings[topic.refs[0]].title)


@lru_cache(MOST_KEPT)
def numbers_in(title: str) -> frozenset[str]:
    """The numbers in a title, in figures: "500" for "five hundred"."""
    found = set(re.findall(r"\d+", re.sub(r"(?<=\d),(?=\d{3})", "", title)))
    number = 0
    for word in (*re.findall(r"[a-z]+", title.lower()), ""):
        if word == "hundred":
            number = max(number, 1) * 100
        elif word == "thousand":
            number = max(number, 1) * 1000
        elif word in NUMBERS:
            number += NUMBERS[word]
        elif number and word != "and":
            found.add(str(number))
            number = 0
    return frozenset(found)
