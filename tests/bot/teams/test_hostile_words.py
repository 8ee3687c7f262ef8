"""Whatever a plan or a person says, no card pings anybody, leads anywhere or breaks a limit."""

import json
from collections.abc import Iterator
from random import Random

import pytest

from bot.teams.cards import SCHEMA, size, to_messages
from domain.conversation import Choice, Choices, Facts, Item, Items, Mark, Paragraph, Reply, Tally

STRINGS, IN_A_REPLY, BATCHES = 10_000, 10, 10
LIMIT = 28 * 1024
PIECES = (
    "<at>Everyone</at>",
    "<at id='29:boss'>Boss</at>",
    "@team @channel @Nia Quill",
    "[our plan](https://evil.example)",
    "![seen](https://evil.example/pixel.png)",
    "https://evil.example/?a=<b>&c",
    "<a href='https://evil.example'>plan</a>",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "**bold** _it_ ~~gone~~ `code`\n# Heading\n- point\n1. first",
    '{"type": "Action.OpenUrl", "url": "https://evil.example"}',
    '"}], "entities": [{"type": "mention"}], "x": [{"y": "',
    "{{DATE(2031-05-14)}} {{TIME(x)}} ${$root.secret} ${if(true, 'a', 'b')}",
    "msteams: https://teams.microsoft.com/l/chat/0/0?users=boss",
    "\u202eesrever\u202c",
    "\u200b\u200d\ufeff\u2066",
    "\x00\x07\x1b[31m",
    "e\u0301\u0302\u0303" * 30,
    "👩‍👩‍👧‍👦",
    "عربي \u05e2\u05d1\u05e8\u05d9\u05ea",
    "\\u003c \\n \\",
    "\n\n\n",
    "\t \r",
    "“quoted” ‘so’",
    "' OR 1=1; --",
)
SHOWN = {"RichTextBlock", "ActionSet"}
PRESSED = {"Action.Execute", "Action.ShowCard"}
LEADING = {"url", "selectAction", "entities", "iconUrl", "backgroundImage"}
FIELDS = {"Input.ChoiceSet", "Input.Date", "Input.Text"}


def hostile(random: Random) -> str:
    """A few pieces run together; one in forty is longer than any message may be."""
    words = random.choice(("", " ")).join(random.choices(PIECES, k=random.randint(1, 6)))
    return (words * 5_000)[:5_000] if random.random() < 0.025 else words


def reply_of(random: Random) -> Reply:
    """A reply that holds hostile words in every place where words can stand."""
    words = [hostile(random) for _ in range(IN_A_REPLY)]
    item = Item(
        ref=words[0],
        title=words[1],
        mark=random.choice([None, *Mark]),
        standing=words[2],
        detail=words[3],
        quote=words[4],
        said=words[5],
    )
    buttons = tuple(Choice(label=each, says=each[:1_900] or "x") for each in words)
    form = Choice(label=words[0], form=tuple(each[:20] for each in words))
    return Reply(
        summary=words[6],
        parts=(
            Paragraph(text=words[7]),
            Items(heading=words[8], items=(item,) * random.randint(1, 3), numbered=True, more=3),
            Tally(counts=((Mark.LATE, words[9], 3),)),
            Facts(pairs=((words[0], words[1]),) * random.randint(1, 12)),
            Choices(options=(*buttons, form)),
        ),
    )


def everything(part: object) -> Iterator[dict[str, object]]:
    """Every object of a card, however deep."""
    if isinstance(part, dict):
        yield part
        for each in part.values():
            yield from everything(each)
    elif isinstance(part, list):
        for each in part:
            yield from everything(each)


def kinds(card: dict[str, object]) -> set[str]:
    return {str(each["type"]) for each in everything(card) if "type" in each}


@pytest.mark.parametrize("seed", range(BATCHES))
def test_no_card_mentions_anybody_or_leads_anywhere_or_is_too_large(seed):
    random = Random(seed)
    for _ in range(STRINGS // BATCHES // IN_A_REPLY):
        for message in to_messages(reply_of(random), "key"):
            card = json.loads(json.dumps(message.card))
            assert kinds(card) <= {"AdaptiveCard", "TextRun"} | SHOWN | PRESSED | FIELDS
            assert LEADING & {name for each in everything(card) for name in each} == set()
            assert card["$schema"] == SCHEMA
            assert size({"summary": message.summary, "card": card}) <= LIMIT
            assert all(len(str(e.get("title", ""))) <= 75 for e in everything(card))
