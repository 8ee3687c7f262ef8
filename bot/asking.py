"""Telling and asking whoever runs a command, where somebody is there to answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from bot.cli import Terminal

YES = ("y", "yes")


@dataclass(frozen=True, slots=True)
class Talk:
    """Where a command tells what it does, and where answers come from: None is nowhere."""

    out: TextIO | None
    answers: TextIO | None

    @property
    def attended(self) -> bool:
        return self.answers is not None

    def tell(self, lines: Iterable[str]) -> None:
        for line in lines:
            if self.out is not None:
                print(line, file=self.out)

    def agrees(self, question: str) -> bool:
        """Whether the answer is yes; anything else, and no answer, is no."""
        if self.answers is None:
            return False
        print(f"{question} [y/N] ", end="", file=self.out, flush=True)
        return self.answers.readline().strip().lower() in YES


def talk_at(terminal: Terminal, asking: bool, aside: bool) -> Talk:
    """Ask if that is wanted and somebody is at the terminal.

    ``aside`` keeps the output for programs: a person is told on the error stream, nobody nothing.
    """
    there = terminal.stdin is not None and terminal.stdin.isatty()
    answers = terminal.stdin if asking and there else None
    if aside:
        return Talk(terminal.err if answers else None, answers)
    return Talk(terminal.out, answers)
