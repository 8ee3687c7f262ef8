"""Our fixtures and the sample plan are our own words: nothing is copied from the real plans."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.shared import SHARED, needs_shared
from tests.tree import ROOT, text_of, tracked_files

SPAN = 8  # words in a row; shorter ones are the common coin of such plans
WORD = re.compile(r"[a-z0-9]+")


def spans(text: str) -> set[str]:
    words = WORD.findall(text.lower())
    return {" ".join(words[at : at + SPAN]) for at in range(len(words) - SPAN + 1)}


def real_texts() -> Iterator[str]:
    for seed in sorted((SHARED / "seeds").glob("*.txt")):
        yield seed.read_text(encoding="utf-8")
    for gold in sorted((SHARED / "gold").glob("*.jsonl")):
        rows = map(json.loads, gold.read_text(encoding="utf-8").splitlines())
        yield from (row.get("text", "") for row in rows)
    for said in sorted((SHARED / "language").glob("*.jsonl")):
        yield from (json.loads(line)["text"] for line in said.read_text("utf-8").splitlines())


@cache
def real_spans() -> frozenset[str]:
    return frozenset().union(*map(spans, real_texts()))


def copied_into(file: Path) -> set[str]:
    return spans(text_of(file)) & real_spans()


@needs_shared
def test_no_tracked_file_copies_a_sentence_of_a_real_plan_or_message():
    found = {str(file.relative_to(ROOT)): copied_into(file) for file in tracked_files()}
    assert {name: sorted(spans)[:3] for name, spans in found.items() if spans} == {}
