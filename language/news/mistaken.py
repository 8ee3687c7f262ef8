"""Somebody who named the wrong action first, and then tells of that one as well."""

import re
from collections.abc import Sequence
from dataclasses import replace

from language.claims.topics import Topic
from language.hearing.heard import Heard

MEANT = re.compile(
    r"\b(?:i meant?|sorry,? meant|no,? wait|no,? sorry|scratch that|make that"
    r"|(?:mis-?typed|typo|wrong (?:one|line|row|ref|reference|number|action))(?= ?[^\w ] ?|\W*\Z)"
    r"|should (?:be|say|read)(?= (?:action |ref |number )?\W*\Z|\W*\Z))\b"
)


def parted(scene: Heard, topics: Sequence[Topic]) -> list[Topic]:
    """Read "2.1 done. Sorry, meant 2.2, 2.1 is late" as told of 2.1 twice, the first taken back."""
    if len(topics) != 2 or not MEANT.search(scene.words.low):
        return list(topics)
    before, after = topics
    start = min(after.named, default=0)
    early = {at for at in before.named if at < start}
    if not early or early == before.named:
        return list(topics)
    if not MEANT.search(scene.words.span(max(early) + 1, start)):
        return list(topics)
    first = [each for each in before.clauses if each.first < start]
    later = [each for each in before.clauses if each.first >= start]
    if not later:
        return list(topics)
    taken_back = replace(before, named=early, clauses=first)
    return [taken_back, after, replace(before, named=before.named - early, clauses=later)]
