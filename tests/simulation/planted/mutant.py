"""A fault that is planted: the lines of code that it changes, and what they become."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    name: str
    file: str
    old: str
    new: str
    on_sqlite: bool = False
    seed: int = 0  # from which on it is looked for; it was found at this one before
    also: tuple[tuple[str, str], ...] = ()  # what else of the file is changed with it
