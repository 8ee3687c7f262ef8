"""Five real plans are read as their hand-checked readings have them."""

import json
import re
from difflib import SequenceMatcher

import pytest

from domain.work import Action
from plans.answer_json import action_as_json
from plans.read import read
from tests.shared import SHARED, needs_shared

SEEDS = ("brighton-2003", "derby-2008", "middlesbrough-2009", "stockton-jar-2008")
FOUND, ALL_RIGHT = 0.97, 0.95


def fold(text: str | None) -> str:
    text = re.sub(r"[‘’“”'\"•▪]", "", (text or "").lower())
    return re.sub(r"[^a-z0-9.%&+]+", " ", text).strip(" .")


def alike(one: str, other: str) -> bool:
    one, other = fold(one), fold(other)
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.9


def names(row: dict) -> set[str]:
    return {fold(name).replace(" ", "") for name in row["owners"]}


def right(gold: dict, action: Action) -> bool:
    read_as = action_as_json(action)
    return (
        alike(gold["text"], action.text)
        and gold["due"]["end"] == read_as["due"]["end"]
        and names(gold) == names(read_as)
        and gold["status"] == read_as["status"]
        and fold(gold["section"]) == fold(action.section)
    )


@needs_shared
@pytest.mark.parametrize("seed", [*SEEDS, "stockton-sip-2007"])
def test_reads_a_real_plan(seed: str):
    lines = (SHARED / "gold" / f"{seed}.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines]
    document = read(f"{seed}.txt", (SHARED / "seeds" / f"{seed}.txt").read_bytes())
    by_ref = {action.ref: action for action in document.actions}
    found = [(row, by_ref[row["ref"]]) for row in gold if row["ref"] in by_ref]
    assert len(found) >= FOUND * len(gold)
    assert sum(right(row, action) for row, action in found) >= ALL_RIGHT * len(gold)


@needs_shared
@pytest.mark.parametrize("seed", [*SEEDS, "stockton-sip-2007", "send-2026"])
def test_reads_actions_from_json_lines_as_they_are(seed: str):
    content = (SHARED / "gold" / f"{seed}.jsonl").read_bytes()
    gold = [json.loads(line) for line in content.decode().splitlines()]
    document = read(f"{seed}.jsonl", content)
    for row, action in zip(gold, document.actions, strict=True):
        kept = {key: row[key] for key in row if key != "doubt"}
        assert action_as_json(action) | {"source": None} == kept | {"source": None}
