"""A tender, an advert, a consultation or a draft has a day of its own: that of a stage."""

from language.lexicon.words import word_set
from language.promises.dating import Dating

STAGES = word_set("stage_days.stages")
EVENTS = word_set("stage_days.events")
LEADING = word_set("stage_days.leading")


def is_a_stages(dating: Dating) -> bool:
    """Read "the tender will be published on 16 November" as of the tender.

    But not where the title asks for just that: "Publish the tender for the minibuses".
    """
    norms = dating.own
    at = next((at for at, each in enumerate(norms) if each in EVENTS), 0)
    subject = norms[:at]
    while subject and subject[-1] in LEADING:
        subject.pop()
    return subject[-1:] != [] and subject[-1] in STAGES
