"""Microsoft's own reader of Adaptive Cards, from npm; kept in pytest's cache alone."""

import json
import shutil
import subprocess
import tarfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from tests.bot.teams.schema import packed

PACKAGE = "adaptivecards"
VERSION = "3.0.6"
WITHIN = "package/dist/adaptivecards.js"
READING = """
const cards = require(process.argv[1]);
const told = JSON.parse(require("fs").readFileSync(0, "utf8")).map((payload) => {
    const card = new cards.AdaptiveCard();
    const context = new cards.SerializationContext(cards.Versions.v1_5);
    card.parse(payload, context);
    const remarks = card.validateProperties().validationEvents.map((each) => each.message);
    for (let n = 0; n < context.eventCount; n++) remarks.push(context.getEventAt(n).message);
    return remarks;
});
process.stdout.write(JSON.stringify(told));
"""


def remarks(cards: Iterable[Mapping[str, object]], folder: Path) -> list[list[str]]:
    """What it finds wrong with each card; skips the test where it cannot be had."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node, which runs the reader, is not installed")
    reader = folder / f"adaptivecards-{VERSION}.cjs"
    if not reader.exists():
        with tarfile.open(packed(PACKAGE, VERSION, folder)) as archive:
            found = archive.extractfile(WITHIN)
            assert found is not None
            reader.write_bytes(found.read())
    done = subprocess.run(
        [node, "-e", READING, str(reader)],
        input=json.dumps(list(cards)),
        capture_output=True,
        text=True,
        check=True,
    )
    told: list[list[str]] = json.loads(done.stdout)
    return told
