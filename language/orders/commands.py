"""Whole messages that take something back or answer a question of ours."""

import re

from domain.intents import Choose, Intent, Undo
from domain.names import folded_ref
from language.lexicon.patterns import Wording, pattern, sign_of_any
from language.lexicon.signs import ALL, Signs
from language.message import Awaited, Message
from language.references.known import KnownPlan

UNDO = pattern("commands.undo")
UNDO_EVENTS = Wording.of(r"^undo((?: (?:order )?#\d{1,12}){1,50})$")
REQUESTS = ("can you ", "could you ", "please can you ", "please could you ")
CHOOSE = Wording.of(
    r"^(?:choose (?P<option>\d{1,3}) of|(?P<none>none) of) #(?P<question>\d{1,12})$"
)
YES = pattern("commands.yes")
NO = pattern("commands.no")
YEAR = re.compile(r" \d{4}\Z")
NTH = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "fifth": 5,
}  # fmt: skip
PICK = Wording.of(
    r"^(?:the |number |option |no\.? |#)?"
    rf"(?P<n>\d|{'|'.join(NTH)})(?: one| option)?(?: please| thanks)?[ .!]*$"
)
SIGNS = sign_of_any(UNDO, UNDO_EVENTS, CHOOSE)
NO_BUT = re.compile(
    r"^\s*(?:no|nope|nah|not that(?: one)?|wrong one)[ ,.:;!-]+"
    r"(?:(?:it'?s|it is|i (?:mean|meant)|make it|should be|that's|sorry)[ ,:]+)?(?P<rest>\S.*)$",
    re.DOTALL,
)
COURTEOUS = re.compile(
    r"^(?:(?:ok|oh|please|it'?s|just|er|um)[ ,]+)+|(?:[ ,]+(?:please|thanks|ta))+$"
)


def command(low: str, signs: Signs = ALL) -> Intent | None:
    """A button's words, or a wish to take back what was said."""
    text = low.strip()
    events = UNDO_EVENTS.match(text, signs)
    if events:
        numbers = re.findall(r"(order )?#(\d+)", events.group(1))
        return Undo(
            events=tuple(int(number) for order, number in numbers if not order),
            orders=tuple(int(number) for order, number in numbers if order),
        )
    if UNDO.match(text.rstrip("? ") if text.startswith(REQUESTS) else text, signs):
        return Undo()
    choice = CHOOSE.match(text, signs)
    if choice is None:
        return None
    option = int(choice["option"]) if choice["option"] else None
    return Choose(question=int(choice["question"]), option=option)


def answer(low: str, message: Message, plan: KnownPlan, signs: Signs = ALL) -> Choose | None:
    """A bare "yes", "no", "2" or "the second", or the words of an option that was offered."""
    if message.about:
        return None
    text = low.strip()
    if message.awaited and (chosen := _in_words(text, message.awaited, plan)):
        return chosen
    if YES.match(text, signs):
        return Choose(option=1)
    if NO.match(text, signs):
        return Choose()
    picked = PICK.match(text, signs)
    if not picked or picked["n"] in plan.refs:
        return None
    said = picked["n"]
    return Choose(option=int(said) if said.isdigit() else NTH[said])


def denial(low: str) -> str:
    """What follows "no, ..." where somebody puts our reading right; "" where nothing does."""
    match = NO_BUT.match(low)
    return match["rest"] if match else ""


def _in_words(text: str, awaited: Awaited, plan: KnownPlan) -> Choose | None:
    """ "On track please", "keep it", "7.4": an option by its own words; "no, 8.2": another."""
    said = _bare(text)
    labels = [_bare(each.lower()) for each in awaited.labels]
    if said in labels:
        return Choose(option=labels.index(said) + 1)
    of_a_year = [at for at, each in enumerate(labels, 1) if each[:-5] == said and YEAR.search(each)]
    if len(of_a_year) == 1:
        return Choose(option=of_a_year[0])  # "March", of "March 2027" and "February 2027"
    meant = plan.refs.get(folded_ref(_bare(denial(text) or text)))
    if meant is None or not awaited.which:
        return None
    return Choose(option=1, ref=meant)


def _bare(text: str) -> str:
    return COURTEOUS.sub("", text.strip(" .,!")).strip(" .,!")
