"""All have done it whom the title asks to be trained: "all 412 staff have completed it"."""

from domain.work import Status
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.few_words import all_said
from language.news.updates import Outcome
from language.references.titles import heading, stem

TRAINED = pattern("all_of_them.trained")
LEFT = pattern("all_of_them.left")
WHO = frozenset(
    ["staff", "employees", "officers", "colleagues", "participants", "attendees", "people", "them",
     "practitioners", "workers", "teams", "delegates", "trainees"]
)  # fmt: skip
TO_TRAIN = frozenset(["train", "trained", "training", "brief", "induct"])
ALL_TRAINED = "told.all-trained"
OF = frozenset([None, Status.IN_PROGRESS])


def as_all_trained(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, complete if so confirmed, where nobody is left."""
    if not TRAINED.sign & scene.words.signs or len(outcome.updates) != 1:
        return outcome
    (update,) = outcome.updates
    if update.status not in OF or update.percent is not None:
        return outcome
    said, title = all_said(outcome, scene), scene.plan.standings[update.ref].title
    match = TRAINED.search(said, scene.words.signs)
    if match is None or LEFT.search(said) or heading(title).deed not in TO_TRAIN:
        return outcome
    asked = {stem(each) for each in title.lower().split()}
    if WHO.isdisjoint(match["who"].split()) and asked.isdisjoint(map(stem, match["who"].split())):
        return outcome
    return outcome.telling(Status.COMPLETE, (*outcome.doubts, ALL_TRAINED))
