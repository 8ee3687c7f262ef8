"""Words that two modules need stand in one place, where a word that is added reaches both."""

import ast
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.tree import ROOT, text_of

LANGUAGE = ROOT / "language"
FEW = 2  # words of grammar, "was" and "were", may stand where they are used
SHARED = tomllib.loads(text_of(LANGUAGE / "words.toml"))["shared"]


def sets_in(module: Path) -> Iterator[frozenset[str]]:
    """The sets of words that a module spells out, under a name."""
    for line in ast.parse(text_of(module)).body:
        match line:
            case ast.Assign(value=ast.Call(func=ast.Name("frozenset"), args=[ast.List(listed)])):
                words = [each.value for each in listed if isinstance(each, ast.Constant)]
                told = [each for each in words if isinstance(each, str)]
                if len(told) == len(listed) > FEW:
                    yield frozenset(told)


def test_no_two_modules_spell_out_the_same_words():
    where: defaultdict[frozenset[str], set[str]] = defaultdict(set)
    for module in sorted(LANGUAGE.rglob("*.py")):
        for words in sets_in(module):
            where[words].add(str(module.relative_to(ROOT)))
    twice = {tuple(sorted(words)): each for words, each in where.items() if len(each) > 1}
    assert len(where) > 100
    assert twice == {}


def test_what_is_shared_is_needed_by_several():
    sources = [text_of(each) for each in LANGUAGE.rglob("*.py")]
    needed = {
        name: sum(f'word_set("shared.{name}")' in source for source in sources) for name in SHARED
    }
    assert [name for name, modules in needed.items() if modules < 2] == []
