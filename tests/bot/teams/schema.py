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
        with tarfile.open(_packed(folder)) as packed:
            found = packed.extractfile(WITHIN.format(manifest_version))
            assert found is not None
            kept.write_bytes(found.read())
    read: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8-sig"))
    return read


def _packed(folder: Path) -> Path:
    packed = folder / f"microsoft-app-manifest-{VERSION}.tgz"
    if packed.exists():
        return packed
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm, which brings the schema, is not installed")
    done = subprocess.run(
        [npm, "pack", "--silent", f"{PACKAGE}@{VERSION}"], cwd=folder, capture_output=True
    )
    if done.returncode:
        pytest.skip("npm could not bring the schema")
    return packed
