"""A reading that would keep what is private is shown to its author first."""

from domain.intents import AcceptDate, Decision, Disown, Intent, Reading, Reassign, Snooze, Update
from language.lexicon.signs import ALL, Signs
from language.privacy.private import left_out, private_in

KEPT = (
    Update,
    Snooze,
    Reassign,
    Disown,
    AcceptDate,
)  # what is recorded with the words it was said in


def guarded(reading: Reading, text: str, signs: Signs = ALL) -> Reading:
    """The reading; where its words should not be kept as they are, to be confirmed."""
    if not _keeps_words(reading):
        return reading
    private = private_in(text, signs)
    if not private:
        return reading
    rules = ", ".join(dict.fromkeys(each.rule for each in private))
    news = {"private": private, "found": (*reading.found, *private)}
    if reading.decision is not Decision.APPLY:
        return reading.model_copy(update={**news, "why": f"{reading.why}; {rules}"})
    return reading.model_copy(
        update={**news, "decision": Decision.CONFIRM, "why": f"to be shown first: {rules}"}
    )


def without_private(intent: Intent, reading: Reading) -> Intent:
    """The same wish with the private parts of its words left out."""
    if isinstance(intent, AcceptDate):
        return intent.model_copy(update={"reason": left_out(intent.reason, reading.private)})
    if not isinstance(intent, Update):
        return intent
    private = reading.private
    words = {
        "note": left_out(intent.note, private),
        "reason": left_out(intent.reason, private),
        "evidence": tuple(left_out(each, private) for each in intent.evidence),
    }
    return intent.model_copy(update=words)


def _keeps_words(reading: Reading) -> bool:
    if reading.decision is Decision.ASK:
        return bool(reading.options)
    recording = reading.decision in (Decision.APPLY, Decision.CONFIRM)
    return recording and any([isinstance(each, KEPT) for each in reading.intents])
