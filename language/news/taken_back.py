"""What may be a wish to take back what was said last: whether it is, is asked first."""

from domain.intents import Decision, Reading, Undo, Update
from domain.work import Status
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern, sign_of_any

OF_ONE = pattern("taken_back.of_one")
CONTESTED = pattern("taken_back.contested")
REOPENED = pattern("taken_back.reopened")
OF_WHAT_WAS_SAID = sign_of_any(OF_ONE, CONTESTED, REOPENED)


def taken_back(scene: Heard) -> Reading | None:
    """Read "undo 7.3" and "that's not what I said" so, and not as news of how 7.3 stands.

    Of a reminder "that's wrong" is said of what it says, and not of what was said last.
    """
    low, signs = scene.words.low, scene.words.signs
    if not signs & OF_WHAT_WAS_SAID:
        return None
    if REOPENED.fullmatch(low, signs):
        return _reopened(scene)
    named = len(scene.marked.mentions) == 1 and OF_ONE.fullmatch(low, signs) is not None
    contested = not scene.named and CONTESTED.fullmatch(low, signs) is not None
    if not named and not contested:
        return None
    why = "may take back what was said last"
    return Reading(decision=Decision.CONFIRM, intents=(Undo(),), why=why)


def _reopened(scene: Heard) -> Reading | None:
    """Read "reopen 7.3" as under way again."""
    refs = scene.named
    if len(refs) != 1 or not scene.speaker.may_update(refs[0]):
        return None
    update = Update(ref=refs[0], status=Status.IN_PROGRESS, note=scene.typed.raw.strip())
    return Reading(decision=Decision.CONFIRM, intents=(update,), why="is to be open again")
