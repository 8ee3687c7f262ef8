"""Importing the bot does nothing: no network, no settings, no database, no file written."""

import subprocess
import sys

from tests.tree import ROOT, packages

IMPORT_ALL = """
import importlib, pathlib, sys, threading

ACTS = {"socket.connect", "socket.bind", "sqlite3.connect", "subprocess.Popen", "os.mkdir"}

def refuse(event, arguments):
    if event in ACTS:
        raise AssertionError(f"{event} at import: {arguments}")
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise AssertionError(f"wrote {arguments[0]} at import")

sys.addaudithook(refuse)
for package in PACKAGES:
    for file in sorted(pathlib.Path(package).rglob("*.py")):
        if file.parts[:2] == ("store", "migrations"):
            continue  # Alembic runs these as scripts, inside a migration
        importlib.import_module(".".join(file.with_suffix("").parts).removesuffix(".__init__"))
assert threading.active_count() == 1, threading.enumerate()
"""


def test_every_module_imports_with_an_empty_environment_and_no_side_effect():
    done = subprocess.run(
        [sys.executable, "-B", "-c", f"PACKAGES = {packages()}\n{IMPORT_ALL}"],
        cwd=ROOT,
        env={},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
