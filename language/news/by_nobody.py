"""What no officer writes as news: automatic replies, reactions, a signature, a moment asked for."""

from language.hearing.heard import Heard
from language.lexicon.patterns import pattern, sign_of_any

REACTION = pattern("by_nobody.reaction")
AUTOMATIC = pattern("by_nobody.automatic")
HOURS = pattern("by_nobody.hours")
DEVICE = pattern("by_nobody.device")
MOMENT = pattern("by_nobody.moment")
ANNOUNCED = pattern("announced.to_come")
OF_NOBODY = sign_of_any(REACTION, AUTOMATIC, HOURS, DEVICE, MOMENT, ANNOUNCED)
PLAIN = ("said", "label", "mark", "local")


def by_nobody(scene: Heard) -> str:
    """Why nothing in a message is news, whatever words stand in it; "" where it may be."""
    low, signs = scene.words.low.strip(), scene.words.signs
    if not signs & OF_NOBODY:
        return ""
    if REACTION.match(low, signs):
        return "a reaction to a message"
    if DEVICE.fullmatch(low, signs):
        return "a signature alone"
    if scene.absence.spoken:
        return ""
    if AUTOMATIC.match(low, signs) or (HOURS.match(low, signs) and not _tells(scene)):
        return "an automatic reply"
    if MOMENT.fullmatch(low, signs) and not (scene.marked.mentions or scene.marked.dates):
        return "a moment is asked for"
    told = scene.message.about or scene.marked.mentions or _tells(scene)
    if ANNOUNCED.search(low, signs) and not told:
        return "who wants to may come"
    return ""


def _tells(scene: Heard) -> bool:
    return any(each.term.status and each.term.strength in PLAIN for each in scene.marked.hits)
