"""What a message has in common with the title of the action that it is about."""

import re

from language.known import KnownPlan
from language.place import UNTITLED, Titled
from language.spoken import Spoken
from language.titles import heading
from language.topics import Topic


def titled_words(topic: Topic, spoken: Spoken, plan: KnownPlan) -> Titled:
    """The words said that its title has too, but for those that tell a status or a day."""
    if len(topic.refs) != 1:
        return UNTITLED
    title = heading(plan.standings[topic.refs[0]].title)
    found = [
        at
        for each in topic.clauses
        for at in range(each.first, each.beyond)
        if spoken.stems[at] in title.stems and at not in spoken.telling and at not in topic.named
    ]
    if title.head not in [spoken.stems[at] for at in found]:
        found = []
    return Titled(frozenset(found), title.deed, title.several)


def of_shares(topic: Topic, plan: KnownPlan) -> bool:
    """Several actions, or one that is to reach so many per cent."""
    several = len(topic.refs) != 1
    return len(topic.refs) > 1 if several else plan.standings[topic.refs[0]].of_a_share


def counted_in(topic: Topic, plan: KnownPlan) -> frozenset[str]:
    """The numbers in the title of the one action: how many there are to be."""
    if len(topic.refs) != 1:
        return frozenset()
    return frozenset(re.findall(r"\d+", plan.standings[topic.refs[0]].title))
