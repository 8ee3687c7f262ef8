"""The image cannot be built here, so what can be known without building it is tested."""

import re
from fnmatch import fnmatch
from pathlib import PurePosixPath

from tests.tree import ROOT, packages


def instructions() -> list[tuple[str, str]]:
    """Every instruction with its arguments, continued lines joined, comments left out."""
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("#"))
    joined = re.sub(r"\\\n\s*", "", text).splitlines()
    return [
        (word, rest) for line in joined if line.strip() for word, _, rest in [line.partition(" ")]
    ]


def stages() -> list[list[tuple[str, str]]]:
    found: list[list[tuple[str, str]]] = []
    for word, rest in instructions():
        if word == "FROM":
            found.append([])
        found[-1].append((word, rest))
    return found


def copied() -> list[str]:
    """What is copied from this repository (not from an earlier stage)."""
    sources = (rest.split()[:-1] for word, rest in instructions() if word == "COPY")
    return [name for names in sources if not names[0].startswith("--from") for name in names]


def kept_by_dockerignore(name: str) -> bool:
    kept = True
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines():
        pattern = line.removeprefix("!")
        if fnmatch(name, pattern) or PurePosixPath(pattern) in PurePosixPath(name).parents:
            kept = line.startswith("!")
    return kept


def test_copies_only_what_is_there():
    assert [name for name in copied() if not (ROOT / name).exists()] == []


def test_everything_that_is_copied_reaches_the_builder():
    assert [name for name in copied() if not kept_by_dockerignore(name)] == []


def test_leaves_tests_and_local_databases_out_of_the_build():
    left_out = ("tests", ".git", ".venv", "planbot.db", "store/planbot.db")
    assert [name for name in left_out if kept_by_dockerignore(name)] == []


def test_copies_exactly_the_packages_that_are_installed():
    folders = {name for name in copied() if (ROOT / name).is_dir()}
    assert sorted(folders) == packages()


def test_has_a_build_stage_and_a_slim_run_stage_of_the_pinned_python():
    version = (ROOT / ".python-version").read_text(encoding="utf-8").strip()
    images = [rest.split()[0] for word, rest in instructions() if word == "FROM"]
    assert images == [f"python:{version}-slim"] * 2


def test_installs_only_what_is_pinned_by_hash():
    installs = [rest for word, rest in instructions() if word == "RUN" and "pip install" in rest]
    assert installs
    assert all("--require-hashes" in each or "--no-deps" in each for each in installs)


def test_the_last_user_is_not_root():
    users = [rest.strip() for word, rest in stages()[-1] if word == "USER"]
    assert users and users[-1] not in ("root", "0")


def test_runs_one_process_and_says_when_it_is_well():
    last = dict(stages()[-1])
    assert (last["ENTRYPOINT"], last["CMD"]) == ('["planbot"]', '["run"]')
    assert "/health" in last["HEALTHCHECK"]


def test_keeps_the_database_on_a_volume():
    last = stages()[-1]
    settings = " ".join(rest for word, rest in last if word == "ENV")
    assert dict(last)["VOLUME"] == "/data"
    assert "/data/" in settings.partition("PLANBOT_DATABASE_URL=")[2]
