"""What is installed elsewhere is all that is needed: the data files too, and no test."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.tree import ROOT, packages, tracked_files


@pytest.fixture(scope="module")
def names_in_the_wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    copy, wheels = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("wheels")
    for package in packages():
        shutil.copytree(
            ROOT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, copy / name)
    build = "import setuptools.build_meta as b, sys; b.build_wheel(sys.argv[1])"
    subprocess.run(
        [sys.executable, "-W", "ignore", "-c", build, str(wheels)],
        cwd=copy,
        capture_output=True,
        check=True,
    )
    (wheel,) = wheels.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def installed_files() -> list[Path]:
    files = (file.relative_to(ROOT) for file in tracked_files())
    return [file for file in files if file.parts[0] in packages()]


def test_every_module_and_data_file_is_installed(names_in_the_wheel: set[str]):
    expected = {file.as_posix() for file in installed_files()}
    assert expected - names_in_the_wheel == set()


def test_nothing_but_the_packages_is_installed(names_in_the_wheel: set[str]):
    folders = {name.partition("/")[0] for name in names_in_the_wheel}
    assert {each for each in folders if not each.startswith("planbot-")} == set(packages())
