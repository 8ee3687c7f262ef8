"""What is told of each action in a message, before any step has settled something of it."""

from collections.abc import Iterator

from language.claims.topics import topics_of
from language.hearing.heard import heard
from language.lexicon.text import words_of
from language.message import Message
from language.news.draft import Draft, first_draft
from language.verdicts.title_words import titled_words
from tests.language.plan import NOW, known, speaker

PLAN = known()


def drafts(text: str) -> Iterator[Draft]:
    message = Message(text=text, now=NOW, about=())
    scene = heard(message, PLAN, speaker("chair"), words_of(text))
    for topic in topics_of(scene.words, scene.clauses, scene.marked.mentions, ()):
        topic.titled = titled_words(topic, scene.spoken, PLAN)
        yield first_draft(topic, scene.spoken, PLAN)
