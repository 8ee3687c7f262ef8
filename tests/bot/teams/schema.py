"""Microsoft's own JSON schemas for app manifests, from npm; kept in pytest's cache alone."""

import json
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest

PACKAGE = "@microsoft/app-manifest"
VERSION = "1.1.2"
WITHIN = "package/build/json-schemas/teams/v{}/MicrosoftTeams.schema.json"


def schema_of(manifest_version: str, folder: Path) -> dict[str, Any]:
    """The schema of one version; skips the test where it cannot be had."""
    kept = folder / f"manifest-{VERSION}-{manifest_version}.json"
    if not kept.exists():
        with tarfile.open(packed(PACKAGE, VERSION, folder)) as archive:
            found = archive.extractfile(WITHIN.format(manifest_version))
            assert found is not None
            kept.write_bytes(found.read())
    read: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8-sig"))
    return read


def packed(package: str, version: str, folder: Path) -> Path:
    """A package of npm as it comes, unopened; skips the test where it cannot be had."""
    archive = folder / f"{package.strip('@').replace('/', '-')}-{version}.tgz"
    if archive.exists():
        return archive
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm, which brings it, is not installed")
    done = subprocess.run(
        [npm, "pack", "--silent", f"{package}@{version}"], cwd=folder, capture_output=True
    )
    if done.returncode:
        pytest.skip(f"npm could not bring {package}")
    return archive
