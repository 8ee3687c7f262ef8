"""Dialogues printed in a document, each under a comment that names the script it came from.

<!-- transcript: docs/transcripts/first-minute.txt -->
```text
...
```
"""

import re
import subprocess
import sys
from typing import NamedTuple

from tests.tree import ROOT

PRINTED = re.compile(
    r"<!-- transcript: (?P<script>\S+) -->\n```text\n(?P<shown>.*?)\n```", re.DOTALL
)


README = ROOT / "README.md"


class Transcript(NamedTuple):
    script: str
    shown: str


def transcripts(document: str) -> list[Transcript]:
    return [Transcript(*match.group("script", "shown")) for match in PRINTED.finditer(document)]


def played(script: str) -> str:
    """What `planbot demo --script` prints, without the blank space at the ends."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "demo", "--script", script],
        cwd=ROOT,
        env={"PYTHONUTF8": "1"},  # nothing of this machine's settings may show
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = (line.rstrip() for line in done.stdout.strip().splitlines())
    return "\n".join(lines)


def with_transcripts_played(document: str) -> str:
    """The same document, each dialogue as the bot speaks it now."""

    def replayed(match: re.Match[str]) -> str:
        script = match["script"]
        return f"<!-- transcript: {script} -->\n```text\n{played(script)}\n```"

    return PRINTED.sub(replayed, document)


if __name__ == "__main__":
    README.write_text(with_transcripts_played(README.read_text(encoding="utf-8")), encoding="utf-8")
