"""The house rules that can be measured: short functions and modules, nothing that must not be."""

import ast
import re
from statistics import median, quantiles

import pytest

from tests.tree import (
    ROOT,
    function_lengths,
    module_lengths,
    source_modules,
    text_of,
    tracked_files,
)

LONGEST_FUNCTION = 50
LONGEST_MODULE = 300
NAMES_WITHOUT_A_SUBJECT = {"utils", "helpers", "common", "core", "base", "manager", "service"}

# Written so that this file does not find itself.
FORBIDDEN = {
    "a package registry": r"p[y]pi\.org|p[y]thonhosted\.org|r[e]gistry\.npmjs|[d]eb\.debian\.org",
    "a path of one machine": r"(?<![\w.])/(w[o]rk|r[o]ot|h[o]me|U[s]ers)/\w",
    "who or what wrote it": r"(?i)\b(c[l]aude|a[n]thropic|o[p]enai|c[h]at-?gpt|g[p]t-\d|c[o]pilot|"
    r"L[L]Ms?|language m[o]del|A[I]-(generated|written|assisted))\b",
    "a secret": r"x[o]x[abp]-\d|B[E]GIN [A-Z ]*PRIVATE KEY",
}


def test_no_function_is_longer_than_a_page():
    assert [each for each in function_lengths() if each[0] > LONGEST_FUNCTION] == []


def test_most_functions_fit_in_one_look():
    lengths = [length for length, _ in function_lengths()]
    assert median(lengths) <= 10
    assert quantiles(lengths, n=10)[-1] <= 30


def test_no_module_is_about_more_than_one_thing():
    assert [each for each in module_lengths() if each[0] > LONGEST_MODULE] == []


def test_every_module_is_named_after_its_subject():
    names = {
        part for file in source_modules() for part in file.relative_to(ROOT).with_suffix("").parts
    }
    assert names & NAMES_WITHOUT_A_SUBJECT == set()


def test_every_module_says_what_it_is_for():
    bare = [
        str(file.relative_to(ROOT))
        for file in source_modules()
        if text_of(file).strip() and not ast.get_docstring(ast.parse(text_of(file)))
    ]
    assert bare == []


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_tracked_file_names(what: str):
    pattern = re.compile(FORBIDDEN[what])
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for file in tracked_files()
        for number, line in enumerate(text_of(file).splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


def test_no_database_or_built_file_is_tracked():
    built = {".db", ".sqlite", ".sqlite3", ".pyc", ".whl", ".so", ".egg", ".zip", ".gz"}
    assert [str(file) for file in tracked_files() if file.suffix in built] == []
