"""What Teams takes of a card: the elements of version 1.5, as far as bots here use them.

    faults_of(card)        # every way in which it is none, in words

Held to adaptivecards.io/explorer, and to what is known of the clients: two inputs of one name
leave a phone's screen empty, and a row has room for six buttons. An element or a property that is
not listed is a fault, and so is what looks different in the dark: colours, images, backgrounds.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

TEXT, FLAG, NUMBER, DATA, MANY = str, bool, int, dict, list
SPACINGS = {"None", "Small", "Default", "Medium", "Large", "ExtraLarge", "Padding"}
ELEMENT = {"type": TEXT, "id": TEXT, "spacing": SPACINGS, "separator": FLAG, "isVisible": FLAG}
INPUT = {**ELEMENT, "id": TEXT, "label": TEXT, "placeholder": TEXT, "value": TEXT}
ACTION = {"type": TEXT, "title": TEXT, "id": TEXT, "style": {"default", "positive", "destructive"}}
KNOWN: dict[str, dict[str, object]] = {
    "AdaptiveCard": {
        "$schema": TEXT,
        "type": TEXT,
        "version": TEXT,
        "fallbackText": TEXT,
        "speak": TEXT,
        "lang": TEXT,
        "msteams": DATA,
        "body": MANY,
        "actions": MANY,
    },
    "RichTextBlock": {**ELEMENT, "inlines": MANY},
    "TextRun": {
        "type": TEXT,
        "text": TEXT,
        "weight": {"Lighter", "Default", "Bolder"},
        "italic": FLAG,
        "strikethrough": FLAG,
    },
    "ActionSet": {**ELEMENT, "actions": MANY},
    "Action.Execute": {**ACTION, "verb": TEXT, "data": DATA},
    "Action.ShowCard": {**ACTION, "card": DATA},
    "Input.Text": {**INPUT, "isMultiline": FLAG, "maxLength": NUMBER},
    "Input.Date": INPUT,
    "Input.ChoiceSet": {**INPUT, "choices": MANY},
}
NEEDED = {
    "RichTextBlock": {"inlines"},
    "TextRun": {"text"},
    "ActionSet": {"actions"},
    "Action.Execute": {"title"},
    "Action.ShowCard": {"title", "card"},
    "Input.Text": {"id", "label"},
    "Input.Date": {"id", "label"},
    "Input.ChoiceSet": {"id", "label", "choices"},
}
WITHIN = ("body", "inlines", "actions")
WHOLE = {"version", "fallbackText", "speak", "body"}  # of the card itself, not of one inside it
VERSION = "1.5"
MOST_BUTTONS = 6


def faults_of(card: Mapping[str, Any]) -> list[str]:
    faults = [f"the card has no {name}" for name in sorted(WHOLE - card.keys())]
    if card.get("version") != VERSION:
        faults.append(f"version {card.get('version')}")
    if not str(card.get("speak", "")).strip() or not str(card.get("fallbackText", "")).strip():
        faults.append("nothing to be read aloud")
    if not card.get("body"):
        faults.append("an empty card")
    found = list(elements(card))
    faults += [fault for each in found for fault in _faults(each)]
    ids = Counter(each["id"] for each in found if "id" in each)
    return faults + [
        f"{id!r} is the name of {times} things" for id, times in ids.items() if times > 1
    ]


def elements(element: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """An element and everything in it, cards that it opens too."""
    yield element
    inside = [each for name in WITHIN for each in element.get(name, [])]
    if "card" in element:
        inside.append(element["card"])
    for each in inside:
        yield from elements(each)


def _faults(element: Mapping[str, Any]) -> Iterator[str]:
    kind = element.get("type")
    known = KNOWN.get(str(kind))
    if known is None:
        yield f"an element of type {kind}"
        return
    for name in sorted(NEEDED.get(str(kind), set()) - element.keys()):
        yield f"{kind} without {name}"
    for name, value in element.items():
        allowed = known.get(name)
        if allowed is None or not _fits(value, allowed):
            yield f"{kind} with {name} {value!r:.40}"
    for name in ("inlines", "actions", "choices"):
        if name in element and not element[name]:
            yield f"{kind} with no {name}"
    if len(element.get("actions", [])) > MOST_BUTTONS:
        yield f"{len(element['actions'])} buttons in a row"
    yield from _empty(element)


def _empty(element: Mapping[str, Any]) -> Iterator[str]:
    """What would be a blank button, field or choice."""
    for name in ("title", "label", "id"):
        if name in element and not str(element[name]).strip():
            yield f"{element['type']} with an empty {name}"
    for choice in element.get("choices", []):
        if set(choice) != {"title", "value"} or not all(map(str.strip, choice.values())):
            yield f"a choice that is {choice!r:.40}"


def _fits(value: object, allowed: object) -> bool:
    if isinstance(allowed, set):
        return value in allowed
    assert isinstance(allowed, type)
    return isinstance(value, allowed)
