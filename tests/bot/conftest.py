"""Running a command as somebody does: at a terminal or without one, in a folder of its own."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli import Terminal, run
from tests.standins.slack import Slack
from tests.standins.teams.keys import KeyServer

if TYPE_CHECKING:
    from tests.bot.both import Both

SHORT = """\
Section,Ref,Action,By when,Lead,Progress
Feeling Safe,1.1,Light the quay,June 2031,Nia Quill,On track
Feeling Safe,1.2,Train the keepers,31/13/31,Nia Quill,
"""


class Keyboard(StringIO):
    """What somebody types at a terminal."""

    def isatty(self) -> bool:
        return True


@dataclass
class Done:
    code: int
    out: str
    err: str


type Run = Callable[..., Done]


@pytest.fixture
def planbot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in a folder of its own, with a database of its own."""
    monkeypatch.chdir(tmp_path)

    def planbot(
        *arguments: str, stdin: str | None = None, typed: str | None = None, **environment: str
    ) -> Done:
        terminal = Terminal(
            stdin=Keyboard(typed) if typed is not None else StringIO(stdin) if stdin else None,
            out=StringIO(),
            err=StringIO(),
        )
        code = run(arguments, environment, terminal)
        return Done(code, terminal.out.getvalue(), terminal.err.getvalue())

    return planbot


@pytest.fixture
def short_plan(tmp_path: Path) -> str:
    (tmp_path / "short.csv").write_text(SHORT, encoding="utf-8")
    return "short.csv"


@pytest.fixture
async def both(slack: Slack, keys: KeyServer) -> "AsyncIterator[Both]":
    """Slack and Teams in one process, and nobody known on either."""
    from tests.bot.both import both_at_work  # it loads the SDK

    async with both_at_work(slack, keys) as both:
        yield both
