"""Whole messages that take something back or answer a question of ours."""

import re
from collections.abc import Sequence

from domain.intents import Choose, Intent, Undo
from language.known import KnownPlan
from language.patterns import pattern

UNDO = pattern("commands.undo")
UNDO_EVENTS = re.compile(r"^undo((?: #\d{1,12}){1,50})$")
CHOOSE = re.compile(
    r"^(?:choose (?P<option>\d{1,3}) of|(?P<none>none) of) #(?P<question>\d{1,12})$"
)
YES = pattern("commands.yes")
NO = pattern("commands.no")
NTH = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "fifth": 5,
}  # fmt: skip
PICK = re.compile(
    r"^(?:the |number |option |no\.? |#)?"
    rf"(?P<n>\d|{'|'.join(NTH)})(?: one| option)?(?: please| thanks)?[ .!]*$"
)


def command(low: str) -> Intent | None:
    """A button's words, or a wish to take back what was said."""
    text = low.strip()
    events = UNDO_EVENTS.match(text)
    if events:
        return Undo(events=tuple(int(each) for each in re.findall(r"\d+", events.group(1))))
    if UNDO.match(text):
        return Undo()
    choice = CHOOSE.match(text)
    if choice is None:
        return None
    option = int(choice["option"]) if choice["option"] else None
    return Choose(question=int(choice["question"]), option=option)


def answer(low: str, about: Sequence[str], plan: KnownPlan) -> Choose | None:
    """A bare "yes", "no", "2" or "the second", where no reminder is replied to."""
    text = low.strip()
    if about:
        return None
    if YES.match(text):
        return Choose(option=1)
    if NO.match(text):
        return Choose()
    picked = PICK.match(text)
    if not picked or picked["n"] in plan.refs:
        return None
    said = picked["n"]
    return Choose(option=int(said) if said.isdigit() else NTH[said])
