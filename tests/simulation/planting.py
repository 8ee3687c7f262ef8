"""Plants a fault where all is loaded already: only what rests on the changed module is loaded anew.

A process that starts from nothing takes ten times as long to start as to find most of the faults.
"""

import ast
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from itertools import accumulate
from multiprocessing.connection import Connection
from types import CodeType

from tests.simulation.planted.mutant import Mutant
from tests.tree import ROOT, packages, text_of

SIMULATION = "tests.simulation.__main__"


def changed(mutant: Mutant) -> str:
    """The code of its module with the fault in it."""
    code = text_of(ROOT / mutant.file)
    for old, new in ((mutant.old, mutant.new), *mutant.also):
        if old not in code:
            raise LookupError(f"{mutant.name}: {mutant.file} has no longer what was to be changed")
        code = code.replace(old, new)
    return code


def look_for(mutant: Mutant, far: int, tell: Connection) -> None:
    """Tell of the first of so many seeds at fault, as (seed, what the judges say) in a list.

    For a process of its own: the fault stays in it.
    """
    plant(mutant)
    seeds = range(mutant.seed, mutant.seed + far)
    tell.send(import_module(SIMULATION).first_faulty(seeds, mutant.on_sqlite))


def plant(mutant: Mutant) -> None:
    """Put the fault into the module, and let go of all that was loaded with it as it was."""
    name = ".".join((ROOT / mutant.file).relative_to(ROOT).with_suffix("").parts)
    outdated = resting_on(name)
    if SIMULATION not in outdated:
        raise LookupError(f"{mutant.name}: the simulation does not come to {mutant.file}")
    sys.meta_path.insert(0, Planted(name, str(ROOT / mutant.file), changed(mutant)))
    for each in outdated:
        package, _, own = each.rpartition(".")
        vars(sys.modules[package]).pop(own, None)  # "from package import own" would find it there
    for each in outdated:
        del sys.modules[each]


def resting_on(name: str) -> frozenset[str]:
    """The module and all that import it, or anything that does."""
    found, new = frozenset[str](), frozenset({name})
    while new:
        found |= new
        new = frozenset(user for user, used in imports().items() if used & new) - found
    return found


@cache
def imports() -> Mapping[str, frozenset[str]]:
    """Which of our modules that are loaded imports which, anywhere in it."""
    import_module(SIMULATION)
    own = {*packages(), "tests"}
    loaded = [name for name in sys.modules if name.partition(".")[0] in own]
    return {name: frozenset(_imported(name)) for name in loaded}


def _imported(name: str) -> Iterator[str]:
    """Names of modules, and of what is in them: there may be modules among it."""
    yield from _packages_of(name)
    file = sys.modules[name].__file__
    for node in ast.walk(ast.parse(text_of(ROOT / file) if file else "")):
        if isinstance(node, ast.Import):
            named = [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            named = [node.module, *(f"{node.module}.{each.name}" for each in node.names)]
        else:
            continue
        for each in named:
            yield from (each, *_packages_of(each))


def _packages_of(name: str) -> list[str]:
    """Those which a module is in: they are imported before it."""
    return [*accumulate(name.split("."), "{}.{}".format)][:-1]


class Planted(SourceFileLoader):
    """Finds one module, and loads code for it that does not stand in its file."""

    def __init__(self, name: str, path: str, code: str) -> None:
        super().__init__(name, path)
        self._code = code

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: object = None
    ) -> ModuleSpec | None:
        return spec_from_file_location(name, self.path, loader=self) if name == self.name else None

    def get_code(self, _name: str) -> CodeType:
        """Compiled here: what is kept beside the file was compiled from the code without it."""
        return compile(self._code, self.path, "exec", dont_inherit=True)
