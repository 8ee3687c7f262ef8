"""The Teams of the tests takes a whole card, and says what is wrong with any other."""

import pytest

from tests.standins.teams.cards import faults_of

RUN = {"type": "TextRun", "text": "7.3 is on track."}
WORDS = {"type": "RichTextBlock", "inlines": [RUN]}
BUTTON = {"type": "Action.Execute", "title": "Undo", "verb": "say", "data": {}}
NOTE = {"type": "Input.Text", "id": "note", "label": "In your words"}
CARD = {
    "type": "AdaptiveCard",
    "version": "1.5",
    "fallbackText": "7.3 is on track.",
    "speak": "7.3 is on track.",
    "body": [WORDS, {"type": "ActionSet", "actions": [BUTTON]}],
}


def opens(*fields: object) -> dict[str, object]:
    return {
        "type": "Action.ShowCard",
        "title": "Change…",
        "card": {"type": "AdaptiveCard", "body": list(fields), "actions": [BUTTON]},
    }


def row(*actions: object) -> dict[str, object]:
    return {**CARD, "body": [WORDS, {"type": "ActionSet", "actions": list(actions)}]}


def test_a_whole_card_has_no_fault():
    assert faults_of(CARD) == []
    assert faults_of(row(BUTTON, opens(NOTE), opens({**NOTE, "id": "other"}))) == []


@pytest.mark.parametrize(
    ("card", "fault"),
    [
        ({**CARD, "version": "1.6"}, "version 1.6"),
        ({**CARD, "speak": " "}, "nothing to be read aloud"),
        ({**CARD, "body": []}, "an empty card"),
        ({**CARD, "colour": "red"}, "AdaptiveCard with colour 'red'"),
        ({**CARD, "body": [{"type": "Table"}]}, "an element of type Table"),
        ({**CARD, "body": [{**WORDS, "spacing": "Huge"}]}, "RichTextBlock with spacing 'Huge'"),
        ({**CARD, "body": [{"type": "RichTextBlock"}]}, "RichTextBlock without inlines"),
        ({**CARD, "body": [{**WORDS, "inlines": []}]}, "RichTextBlock with no inlines"),
        (
            {**CARD, "body": [{**WORDS, "inlines": [{**RUN, "color": "Attention"}]}]},
            "TextRun with color 'Attention'",
        ),
        (row(*[BUTTON] * 7), "7 buttons in a row"),
        (row({**BUTTON, "title": " "}), "Action.Execute with an empty title"),
        (row({"type": "Action.OpenUrl", "title": "a"}), "an element of type Action.OpenUrl"),
        (row(opens(NOTE), opens(NOTE)), "'note' is the name of 2 things"),
        (row(opens({"type": "Input.Text", "id": "a"})), "Input.Text without label"),
        (
            row(opens({**NOTE, "type": "Input.ChoiceSet", "choices": [{"title": "a"}]})),
            "a choice that is {'title': 'a'}",
        ),
    ],
)
def test_what_is_wrong_with_a_card_is_said(card, fault):
    assert fault in faults_of(card)
